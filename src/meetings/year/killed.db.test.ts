import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { openEmbedded } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { programIdentity } from '../../people/actor.ts'
import { createYear } from './create-year.ts'
import { findDraft } from './draft-store.ts'

/** Two databases are started, one of them in a process of its own. */
const slow = 300_000

test(
  'a process killed while it makes the meetings of a year leaves none of them, and they can be made again',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samvirk-year-'))
    try {
      const child = spawn(process.execPath, ['src/meetings/year/create.fixture.ts', folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      const [said] = (await Promise.race([once(child.stdout, 'data'), ended.then(() => ['ended'])])) as unknown[]
      const draftId = String(said)
      child.kill('SIGKILL')
      await ended
      const { db, close } = await openEmbedded(folder)
      const found = await transact(
        db,
        programIdentity('test', 'mvsj'),
        new Date('2026-03-12T10:00:00Z'),
        async (trx) => {
          const counted = () =>
            sql`select (select count(*)::int from meetings.meeting) as meetings, (select count(*)::int from audit.entry
            where action = 'meeting.created') as logged, (select count(*) > 0 from meetings.item) as items`.execute(trx)
          const before = await counted()
          const draft = await findDraft(trx, 'mvsj', draftId)
          const maker = { district: { id: 'mvsj' }, today: day('2026-03-12'), actor: { name: 'Ane Eksempel' } }
          if (draft !== undefined) await createYear(maker, trx, draft)
          return { draft, before: before.rows, after: (await counted()).rows }
        },
      )
      await close()
      expect(found.before).toEqual([{ meetings: 0, logged: 0, items: false }])
      expect(found.draft?.doneAt).toBeNull()
      expect(found.after).toEqual([{ meetings: 20, logged: 20, items: true }])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
  slow,
)
