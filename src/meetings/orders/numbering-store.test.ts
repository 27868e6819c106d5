import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCategory, aForum, aMeeting, anExclusion, anItem, aPerson } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import { notFound } from '../../base/errors.ts'
import type { Database } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { changeState, findMeeting } from '../meeting/meeting-store.ts'
import { nextNumbers } from './numbering-store.ts'
import { defaultOrders, type Numbering } from './orders.ts'

let database: Database
let forumId: string
let categoryId: string

const secretariat = identity({ reach: 'all', writes: true })

const numbersOf = (meetingId: string, numbering: Numbering, summoner = secretariat) =>
  readAs(database.db, summoner, async (trx) => {
    const meeting = (await findMeeting(trx, 'mvsj', meetingId)) ?? notFound()
    return nextNumbers(trx, 'mvsj', meeting, { ...defaultOrders('districtCouncil'), numbering })
  })

const numbered = async (onDay: string, number: number, items: number, state = 'held' as const) => {
  const id = await aMeeting({ forumId, onDay, state })
  for (let position = 1; position <= items; position += 1)
    await anItem({ forumId, meetingId: id, position, title: `Punkt ${String(position)}` })
  await asOwner(`update meetings.meeting set number = $2 where id = $1`, [id, number])
  return id
}

beforeAll(async () => {
  database = await emptied()
  categoryId = await aCategory()
  forumId = await aForum({ categoryId, name: 'Kredsrådet' })
  await numbered('2025-03-06', 11, 4)
  await numbered('2025-09-04', 12, 5)
  await numbered('2026-02-05', 1, 6)
})

describe('a meeting is numbered by its forum’s habit', () => {
  test('through the forum’s life', async () => {
    const meeting = await aMeeting({ forumId, onDay: '2026-04-16', state: 'draft' })
    expect(await numbersOf(meeting, 'meeting')).toEqual({ number: 13, firstItemNumber: 1 })
  })

  test('within the year', async () => {
    const meeting = await aMeeting({ forumId, onDay: '2026-05-16', state: 'draft' })
    expect(await numbersOf(meeting, 'year')).toEqual({ number: 2, firstItemNumber: 1 })
  })

  test('with items that run across the year', async () => {
    const meeting = await aMeeting({ forumId, onDay: '2026-06-16', state: 'draft' })
    expect(await numbersOf(meeting, 'items')).toEqual({ number: 2, firstItemNumber: 7 })
  })

  test('from one again in a new year', async () => {
    const meeting = await aMeeting({ forumId, onDay: '2027-01-14', state: 'draft' })
    expect(await numbersOf(meeting, 'year')).toEqual({ number: 1, firstItemNumber: 1 })
    expect(await numbersOf(meeting, 'items')).toEqual({ number: 1, firstItemNumber: 1 })
  })
})

test('items that the summoner is kept out of are counted, and stay out of sight', async () => {
  const own = await aForum({ categoryId, name: 'Psykiatriforum' })
  const person = await aPerson('Ida Inhabil', 'ida')
  const held = await aMeeting({ forumId: own, onDay: '2026-02-12', state: 'held' })
  await anItem({ forumId: own, meetingId: held, title: 'Åbent for alle medlemmer' })
  await anExclusion(await anItem({ forumId: own, meetingId: held, position: 2, title: 'Om Ida' }), person)
  await asOwner(`update meetings.meeting set number = 1 where id = $1`, [held])
  const meeting = await aMeeting({ forumId: own, onDay: '2026-06-16', state: 'draft' })
  const chair = identity({ reach: 'member', account: 'ida', person, fora: [own], leads: [own] })
  expect(await numbersOf(meeting, 'items', chair)).toEqual({ number: 2, firstItemNumber: 3 })
  expect(await numbersOf(meeting, 'items')).toEqual({ number: 2, firstItemNumber: 3 })
  const seen = await readAs(database.db, chair, (trx) =>
    trx.selectFrom('meetings.item as item').select('item.title').where('item.meeting_id', '=', held).execute(),
  )
  expect(seen).toEqual([{ title: 'Åbent for alle medlemmer' }])
})

test('a reader who is not in charge learns no number of items', async () => {
  const count = (part: Parameters<typeof identity>[0]) =>
    readAs(
      database.db,
      identity(part),
      async (trx) =>
        (await sql<{ count: number }>`select meetings.items_in_year(${forumId}, 2025) as count`.execute(trx)).rows[0],
    )
  expect(await count({ reach: 'member', account: 'bo', fora: [forumId], writes: false })).toEqual({ count: 0 })
  expect(await count({ reach: 'member', account: 'bo', fora: [forumId], leads: [forumId] })).toEqual({ count: 9 })
})

test('drafts take no number, and another forum has its own', async () => {
  const other = await aForum({ categoryId, name: 'Kontaktudvalget' })
  await aMeeting({ forumId: other, onDay: '2026-01-08', state: 'draft' })
  const meeting = await aMeeting({ forumId: other, onDay: '2026-03-16', state: 'draft' })
  expect(await numbersOf(meeting, 'year')).toEqual({ number: 1, firstItemNumber: 1 })
})

test('a meeting that was cancelled keeps its number, so that none is given twice', async () => {
  const own = await aForum({ categoryId, name: 'Lokalrådet' })
  const cancelled = await aMeeting({ forumId: own, onDay: '2026-03-20', state: 'cancelled' })
  await asOwner(`update meetings.meeting set number = 1 where id = $1`, [cancelled])
  const next = await aMeeting({ forumId: own, onDay: '2026-04-20', state: 'draft' })
  expect(await numbersOf(next, 'year')).toEqual({ number: 2, firstItemNumber: 1 })
  expect(await numbersOf(cancelled, 'year')).toEqual({ number: 1, firstItemNumber: 1 })
})

test('two that are summoned at once are given two numbers', async () => {
  const own = await aForum({ categoryId, name: 'Bandeforum' })
  const both = [
    await aMeeting({ forumId: own, onDay: '2026-09-10', state: 'draft' }),
    await aMeeting({ forumId: own, onDay: '2026-10-08', state: 'draft' }),
  ]
  const numbers = await Promise.all(
    both.map((id) =>
      transact(database.db, identity({ reach: 'all', writes: true }), new Date(), async (trx) => {
        const meeting = (await findMeeting(trx, 'mvsj', id)) ?? notFound()
        const { number } = await nextNumbers(trx, 'mvsj', meeting, defaultOrders('districtCouncil'))
        await changeState(trx, 'mvsj', meeting, { state: 'summoned', at: new Date(), number })
        return number
      }),
    ),
  )
  expect(numbers.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([1, 2])
})
