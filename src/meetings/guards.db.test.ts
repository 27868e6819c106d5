import { beforeEach, describe, expect, test } from 'vitest'
import {
  aCategory,
  aForum,
  aMeeting,
  anExclusion,
  anItem,
  anOutcome,
  anActionPoint,
  aPerson,
} from '../../test/builders.ts'
import { asOwner, emptied, identity } from '../../test/db.ts'
import type { Database, Trx } from '../db/db.ts'
import { type Identity, readAs, transact } from '../db/tx.ts'

let database: Database
let forumId: string
let meetingId: string
let openItem: string
let closedItem: string
let excludedPerson: string

const titles = (trx: Trx) =>
  trx.selectFrom('meetings.item as item').select('item.title').orderBy('item.position').execute()
const seenBy = async (part: Partial<Identity>): Promise<string[]> =>
  (await readAs(database.db, identity({ writes: false, ...part }), titles)).map(({ title }) => title)
const setMeeting = (words: string) => asOwner(`update meetings.meeting set ${words} where id = $1`, [meetingId])

beforeEach(async () => {
  database = await emptied()
  forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'public' })
  meetingId = await aMeeting({ forumId, state: 'draft' })
  openItem = await anItem({ forumId, meetingId, title: 'Åbent', openness: 'open' })
  closedItem = await anItem({ forumId, meetingId, title: 'Lukket', position: 2 })
  excludedPerson = await aPerson('Ida Inhabil', 'ida')
  await anOutcome(openItem, 'Besluttet åbent')
  await anOutcome(closedItem, 'Besluttet lukket')
})

const member = { reach: 'member', account: 'bo' } as const
const asMember = (): Partial<Identity> => ({ ...member, fora: [forumId] })
const asLead = (): Partial<Identity> => ({ ...asMember(), leads: [forumId] })
const asPublic: Partial<Identity> = { reach: 'public', account: null }

describe('an agenda is closed until opened', () => {
  test('a draft is for those in charge', async () => {
    expect(await seenBy(asLead())).toEqual(['Åbent', 'Lukket'])
    expect(await seenBy(asMember())).toEqual([])
    expect(await seenBy({ reach: 'partner' })).toEqual([])
    expect(await seenBy(asPublic)).toEqual([])
  })

  test('a summons opens it to the members alone', async () => {
    await setMeeting(`state = 'summoned'`)
    expect(await seenBy(asMember())).toEqual(['Åbent', 'Lukket'])
    expect(await seenBy({ reach: 'partner' })).toEqual([])
    expect(await seenBy({ ...member, fora: [] })).toEqual([])
    expect(await seenBy(asPublic)).toEqual([])
  })

  test('a meeting opened to the public shows the open items alone', async () => {
    await setMeeting(`state = 'summoned', openness = 'public'`)
    expect(await seenBy(asPublic)).toEqual(['Åbent'])
    await asOwner(`update fora.forum set openness = 'partners'`)
    expect(await seenBy(asPublic)).toEqual([])
    expect(await seenBy({ reach: 'partner' })).toEqual(['Åbent'])
  })
})

test('calendars are told when a meeting is moved, not how far it has come', async () => {
  await setMeeting(`state = 'summoned'`)
  const changed = async () =>
    (await asOwner('select changed_at from meetings.meeting where id = $1', [meetingId]))[0]?.['changed_at']
  const before = await changed()
  await setMeeting(`current_item_id = '${openItem}', current_since = now()`)
  await setMeeting(`current_item_id = '${closedItem}', state = 'held'`)
  expect(await changed()).toEqual(before)
  await setMeeting(`place = 'Rådhuset'`)
  expect(await changed()).not.toEqual(before)
})

describe('a meeting is opened to others when it is summoned', () => {
  const meetings = (trx: Trx) => trx.selectFrom('meetings.meeting as meeting').select('meeting.id').execute()
  const sees = async (part: Partial<Identity>) =>
    (await readAs(database.db, identity({ writes: false, ...part }), meetings)).length === 1
  const readers = async () => ({
    visitor: await sees(asPublic),
    partner: await sees({ reach: 'partner' }),
    member: await sees(asMember()),
  })

  test.each(['public', 'partners'])('a draft that is opened to %s is for the members', async (openness) => {
    await setMeeting(`state = 'draft', openness = '${openness}'`)
    expect(await readers()).toEqual({ visitor: false, partner: false, member: true })
    await setMeeting(`state = 'cancelled', cancel_reason = 'Test'`)
    expect(await readers()).toEqual({ visitor: false, partner: false, member: true })
    // Nor does calling it off show an agenda that was never sent out.
    for (const reader of [asPublic, { reach: 'partner' } as const, asMember()]) expect(await seenBy(reader)).toEqual([])
    expect(await seenBy(asLead())).toEqual(['Åbent', 'Lukket'])
  })

  test('and stays so when it is called off after the summons, until it is a draft again', async () => {
    await setMeeting(`state = 'summoned', summoned_at = now(), openness = 'public'`)
    expect(await readers()).toEqual({ visitor: true, partner: true, member: true })
    await setMeeting(`state = 'cancelled', cancel_reason = 'Test'`)
    expect(await readers()).toEqual({ visitor: true, partner: true, member: true })
    expect(await seenBy(asPublic)).toEqual(['Åbent'])
    await setMeeting(`state = 'draft', cancel_reason = ''`)
    expect(await readers()).toEqual({ visitor: false, partner: false, member: true })
    expect(await seenBy(asMember())).toEqual([])
  })
})

describe('what was decided', () => {
  const decisions = async (part: Partial<Identity>): Promise<string[]> =>
    (
      await readAs(database.db, identity({ writes: false, ...part }), (trx) =>
        trx.selectFrom('meetings.outcome as outcome').select('outcome.decision').orderBy('outcome.decision').execute(),
      )
    ).map(({ decision }) => decision)

  test('is for those in charge until the minutes go round, and for the public when they are published', async () => {
    await setMeeting(`state = 'held'`)
    expect(await decisions(asMember())).toEqual([])
    await setMeeting(`state = 'circulated'`)
    expect(await decisions(asMember())).toEqual(['Besluttet lukket', 'Besluttet åbent'])
    expect(await decisions(asPublic)).toEqual([])
    await setMeeting(`state = 'published', published_to = 'public'`)
    expect(await decisions(asPublic)).toEqual(['Besluttet åbent'])
    await asOwner(`update meetings.item set openness = 'closed' where id = $1`, [openItem])
    expect(await decisions(asPublic)).toEqual([])
  })

  test('is locked once approved', async () => {
    await setMeeting(`state = 'approved'`)
    await expect(asOwner(`update meetings.outcome set decision = 'Rettet'`)).rejects.toThrow('locked')
    await expect(asOwner(`update meetings.item set title = 'Rettet' where id = $1`, [openItem])).rejects.toThrow(
      'locked',
    )
  })
})

test('the owner of an action point sees it, without the item', async () => {
  const owner = await aPerson('Egon Ejer', 'egon')
  await anActionPoint({ itemId: closedItem, title: 'Undersøg', ownerPersonId: owner })
  const found = await readAs(
    database.db,
    identity({ reach: 'public', writes: false, account: 'egon', person: owner }),
    async (trx) => [
      ...(await trx.selectFrom('meetings.action_point as point').select('point.title').execute()),
      ...(await titles(trx)),
    ],
  )
  expect(found.map(({ title }) => title)).toEqual(['Undersøg'])
})

describe('one who is excluded from an item', () => {
  beforeEach(async () => {
    await setMeeting(`state = 'circulated'`)
    await anExclusion(closedItem, excludedPerson)
  })

  test.each(['member', 'lead', 'secretariat'])('sees none of it as %s', async (role) => {
    const part = {
      member: asMember(),
      lead: asLead(),
      secretariat: { reach: 'all', writes: true } as const,
    }[role]
    const who = identity({ ...part, account: 'ida', person: excludedPerson })
    expect((await readAs(database.db, who, titles)).map(({ title }) => title)).toEqual(['Åbent'])
    const rest = await readAs(database.db, who, async (trx) => [
      ...(await trx
        .selectFrom('meetings.outcome as outcome')
        .selectAll()
        .where('outcome.item_id', '=', closedItem)
        .execute()),
      ...(await trx.selectFrom('meetings.exclusion as exclusion').selectAll().execute()),
    ])
    expect(rest).toEqual([])
  })

  test('cannot lift the exclusion', async () => {
    const who = identity({ ...asLead(), writes: false, account: 'ida', person: excludedPerson })
    const done = await transact(database.db, who, new Date(), (trx) =>
      trx.deleteFrom('meetings.exclusion').executeTakeFirst(),
    )
    expect(done.numDeletedRows).toBe(0n)
  })
})

test('a meeting keeps its day in the register of fora, once', async () => {
  const days = () => asOwner(`select on_day from fora.meeting_day order by on_day`)
  expect(await days()).toEqual([{ on_day: '2026-04-16' }])
  await setMeeting(`on_day = '2026-05-07'`)
  expect(await days()).toEqual([{ on_day: '2026-05-07' }])
  await setMeeting(`state = 'cancelled', cancel_reason = 'Sygdom'`)
  expect(await days()).toEqual([])
})

test('a member writes nothing but what is their own', async () => {
  await setMeeting(`state = 'summoned'`)
  const who = identity({ ...asMember(), writes: false })
  const done = await transact(database.db, who, new Date(), async (trx) => [
    await trx.updateTable('meetings.meeting').set({ place: 'Overtaget' }).executeTakeFirst(),
    await trx.updateTable('meetings.item').set({ title: 'Overtaget' }).executeTakeFirst(),
  ])
  expect(done.map(({ numUpdatedRows }) => numUpdatedRows)).toEqual([0n, 0n])
})
