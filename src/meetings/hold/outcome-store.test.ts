import { beforeEach, describe, expect, test } from 'vitest'
import { aCategory, aForum, aMeeting, anItem } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import type { Database, Trx } from '../../db/db.ts'
import { type Identity, readAs, transact } from '../../db/tx.ts'
import { addGuest } from './attendance-store.ts'
import { findOutcome, listStatements, listVotes, saveOutcome, saveStatements, saveVotes } from './outcome-store.ts'

let database: Database
let item: { id: string; forumId: string; meetingId: string }

beforeEach(async () => {
  database = await emptied()
  const forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet' })
  const meetingId = await aMeeting({ forumId, state: 'held' })
  item = { id: await anItem({ forumId, meetingId, title: 'Nattelivet', openness: 'open' }), forumId, meetingId }
})

const change = <R>(work: (trx: Trx) => Promise<R>, part: Partial<Identity> = {}): Promise<R> =>
  transact(database.db, identity(part), new Date(), work)
const save = (decision: string, version: number, part: Partial<Identity> = {}) =>
  change(
    (trx) =>
      saveOutcome(
        trx,
        'mvsj',
        { item, version, decidedOn: '2026-04-16', by: 'Ane Eksempel' },
        { kind: 'decided', decision, discussion: '' },
      ),
    part,
  )
const member = { reach: 'member', writes: false, account: 'bo' } as const

test('an outcome is stored by version: who comes with an older one stores nothing', async () => {
  expect(await save('Først', 0)).toBe(true)
  expect(await save('Samtidig', 0)).toBe(false)
  expect(await save('Anden', 1)).toBe(true)
  expect(await save('For sent', 1)).toBe(false)
  const stored = await change((trx) => findOutcome(trx, 'mvsj', item.id))
  expect(stored).toMatchObject({ kind: 'decided', decision: 'Anden', version: 2, changedBy: 'Ane Eksempel' })
})

describe('once the minutes are approved', () => {
  const locked = { constraint: 'minutes_locked' }

  test('nothing that was said, voted or decided can be changed, whoever asks the database', async () => {
    await save('Som godkendt', 0)
    await asOwner(`update meetings.meeting set state = 'approved'`)
    await expect(save('Rettet', 1)).rejects.toMatchObject(locked)
    const agrees = { municipalityCode: '259', stand: 'agrees', remark: '' } as const
    await expect(change((trx) => saveStatements(trx, 'mvsj', item, [agrees]))).rejects.toMatchObject(locked)
    const vote = { name: 'Ane Eksempel', personId: null, vote: 'for' } as const
    await expect(
      change((trx) => saveVotes(trx, 'mvsj', item, { names: [vote.name], votes: [vote] })),
    ).rejects.toMatchObject(locked)
    const meeting = { id: item.meetingId, forumId: item.forumId }
    const guest = { name: 'Gunnar Gæst', label: '', itemId: null }
    await expect(change((trx) => addGuest(trx, 'mvsj', meeting, guest))).rejects.toMatchObject(locked)
  })
})

test('a member writes nothing, and reads statements and votes with the outcome they belong to', async () => {
  const sitting = { ...member, fora: [item.forumId] }
  await expect(save('Overtaget', 0, sitting)).rejects.toThrow(/row-level security/)
  await save('Besluttet', 0)
  await change(async (trx) => {
    await saveStatements(trx, 'mvsj', item, [{ municipalityCode: '259', stand: 'awaits', remark: 'Budget' }])
    const votes = [{ name: 'Ane Eksempel', personId: null, vote: 'against' }] as const
    await saveVotes(trx, 'mvsj', item, { names: ['Ane Eksempel'], votes })
  })
  expect(await save('Overtaget', 1, sitting)).toBe(false)
  const seen = () =>
    readAs(database.db, identity(sitting), async (trx) => [
      ...(await listStatements(trx, 'mvsj', item.meetingId)),
      ...(await listVotes(trx, 'mvsj', item.meetingId)),
    ])
  expect(await seen()).toEqual([])
  await asOwner(`update meetings.meeting set state = 'circulated'`)
  expect(await seen()).toMatchObject([{ municipality: 'Køge', stand: 'awaits' }, { vote: 'against' }])
})
