import { sql } from 'kysely'
import { day } from '../../base/time.ts'
import { openEmbedded } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { programIdentity } from '../../people/actor.ts'
import { createYear } from './create-year.ts'
import { addDraft, lockDraft, saveDraft } from './draft-store.ts'
import { rowOf } from './draft.ts'

/** A process of its own that plans twenty meetings, makes them, says so before they are kept for good, and waits to be killed. */
const [folder = ''] = process.argv.slice(2)
const now = new Date('2026-03-12T10:00:00Z')
const maker = { district: { id: 'mvsj' }, today: day('2026-03-12'), actor: { name: 'Ane Eksempel' } }
const identity = programIdentity('Ane Eksempel', 'mvsj')
const { db } = await openEmbedded(folder)

const draftId = await transact(db, identity, now, async (trx) => {
  const { rows } = await sql<{ id: string }>`with added as (
      insert into fora.category (district, number, name) values ('mvsj', 1, 'Test') returning id)
    insert into fora.forum (district, slug, name, sort_name, category_id, status_since)
    select 'mvsj', 'forum', 'Forum', 'forum', id, '2020-01-01' from added returning id`.execute(trx)
  const forumId = rows[0]?.id ?? ''
  const planned = Array.from({ length: 20 }, (_, index) => {
    const onDay = day(`2027-03-${String(index + 1).padStart(2, '0')}`)
    return rowOf({ id: `r${String(index)}`, forumId, onDay, starts: '10:00', ends: '12:00', prepares: null }, '')
  })
  return addDraft(trx, 'mvsj', { year: 2027, rows: planned, notPlaced: [], createdBy: 'test' })
})

await transact(db, identity, now, async (trx) => {
  const draft = await lockDraft(trx, 'mvsj', draftId)
  if (draft === undefined) throw new Error('no draft')
  const rows = await createYear(maker, trx, draft)
  await saveDraft(trx, 'mvsj', { id: draft.id, rows, doneAt: now })
  process.stdout.write(draftId)
  await new Promise((resolve) => setTimeout(resolve, 60_000))
})
