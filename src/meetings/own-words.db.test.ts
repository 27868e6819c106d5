import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  aCategory,
  aForum,
  aMeeting,
  anActionPoint,
  anItem,
  anOffice,
  aPerson,
  aSeat,
  aTenure,
} from '../../test/builders.ts'
import { asOwner, emptied, identity } from '../../test/db.ts'
import type { Database, Trx } from '../db/db.ts'
import { type Identity, readAs, transact } from '../db/tx.ts'

let database: Database
let forumId: string
let otherForum: string
let meetingId: string
let itemId: string
let person: string

const now = new Date('2026-03-12T10:00:00Z')

/** A statement of one's own making, past every check of the program. */
const run = (part: Partial<Identity>, statement: ReturnType<typeof sql>) =>
  transact(database.db, identity({ reach: 'member', writes: false, account: 'bo', person, ...part }), now, (trx: Trx) =>
    statement.execute(trx),
  )

beforeEach(async () => {
  database = await emptied()
  const categoryId = await aCategory()
  forumId = await aForum({ categoryId, name: 'Kredsrådet', openness: 'closed' })
  otherForum = await aForum({ categoryId, name: 'Lokalrådet', openness: 'closed' })
  meetingId = await aMeeting({ forumId })
  itemId = await anItem({ forumId, meetingId, title: 'Nattelivet' })
  person = await aPerson('Bo Prøve', 'bo')
})

describe('in the database, one who is not in charge', () => {
  test('says how an action point goes, but does not rewrite it', async () => {
    await anActionPoint({ itemId, title: 'Undersøg', ownerPersonId: person })
    await run({}, sql`update meetings.action_point set state = 'done', version = version + 1`)
    expect(await asOwner(`select state from meetings.action_point`)).toEqual([{ state: 'done' }])
    await expect(run({}, sql`update meetings.action_point set title = 'Noget andet'`)).rejects.toThrow('in charge')
  })

  test('says nothing about the action point of another', async () => {
    const task = await anActionPoint({ itemId, title: 'Undersøg', ownerPersonId: await aPerson('Egon Ejer') })
    await asOwner(`update meetings.meeting set state = 'circulated'`)
    const said = sql`insert into meetings.action_point_status (district, action_point_id, state, comment, said_by)
      values ('mvsj', ${task}, 'done', 'Ordnet', 'Bo')`
    await expect(run({ fora: [forumId] }, said)).rejects.toThrow('row-level security')
    await run({ fora: [forumId], leads: [forumId] }, said)
  })

  test('answers their own summons, and cannot turn it into one to another meeting', async () => {
    const elsewhere = await aMeeting({ forumId: otherForum })
    await asOwner(
      `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role) values ('mvsj', $1, $2, $3, 'Bo', 'member')`,
      [forumId, meetingId, person],
    )
    const sitting = { fora: [forumId] }
    await run(sitting, sql`update meetings.invitation set reply = 'accepted', version = version + 1`)
    expect(await asOwner(`select reply from meetings.invitation`)).toEqual([{ reply: 'accepted' }])
    await expect(run(sitting, sql`update meetings.invitation set meeting_id = ${elsewhere}`)).rejects.toThrow()
    // One who has left the forum answers no more.
    await run({ fora: [] }, sql`update meetings.invitation set reply = 'deputy', deputy_person_id = ${person}`)
    expect(await asOwner(`select reply from meetings.invitation`)).toEqual([{ reply: 'accepted' }])
  })
})

test('nobody approves minutes for another, or before they go round', async () => {
  const other = await aPerson('Ida Prøve')
  const approve = (who: string) => sql`insert into meetings.approval (district, meeting_id, forum_id, person_id, name)
    values ('mvsj', ${meetingId}, ${forumId}, ${who}, 'Prøve')`
  const lead = { fora: [forumId], leads: [forumId] }
  await expect(run(lead, approve(person))).rejects.toThrow('row-level security')
  await asOwner(`update meetings.meeting set state = 'circulated'`)
  await expect(run(lead, approve(other))).rejects.toThrow('row-level security')
  await run(lead, approve(person))
  expect(await asOwner(`select person_id from meetings.approval`)).toEqual([{ person_id: person }])
})

test('one in charge of a forum puts nothing on the meeting or item of another', async () => {
  const lead = { fora: [otherForum], leads: [otherForum] }
  await expect(
    run(
      lead,
      sql`insert into meetings.item (district, forum_id, meeting_id, position, title, kind)
        values ('mvsj', ${otherForum}, ${meetingId}, 2, 'Indsmuglet', 'decision')`,
    ),
  ).rejects.toThrow('foreign key')
  await expect(
    run(
      lead,
      sql`insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by)
        values ('mvsj', ${itemId}, ${otherForum}, ${person}, 'Væk', 'Bo')`,
    ),
  ).rejects.toThrow('foreign key')
})

test('a deputy from outside sees the meeting and the name of its forum, and nothing else of the forum', async () => {
  const office = await anOffice('Borgmesteren')
  const member = await aPerson('Mads Medlem', 'mads')
  await aTenure(office, member)
  await aSeat(forumId, office)
  await aMeeting({ forumId, onDay: '2026-09-10', title: 'Et andet møde' })
  await asOwner(
    `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role, reply, deputy_person_id)
     values ('mvsj', $1, $2, $3, 'Mads', 'member', 'deputy', $4)`,
    [forumId, meetingId, member, person],
  )
  const seen = (part: Partial<Identity>) =>
    readAs(database.db, identity({ reach: 'public', writes: false, account: 'bo', person, ...part }), async (trx) => {
      const count = async (table: string) =>
        (await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}`.execute(trx)).rows[0]?.n
      return [
        await count('fora.forum'),
        await count('meetings.meeting'),
        await count('meetings.item'),
        await count('fora.seat'),
        await count('fora.meeting_day'),
        await count('people.person'),
      ]
    })
  expect(await seen({})).toEqual([1, 1, 1, 0, 0, 1])
  // Who takes part elsewhere sees no more of it.
  expect((await seen({ reach: 'partner' })).slice(0, 5)).toEqual([1, 1, 1, 0, 0])
  expect((await seen({ reach: 'member', fora: [forumId] })).slice(0, 5)).toEqual([1, 2, 1, 1, 2])
})
