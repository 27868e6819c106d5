import { beforeEach, describe, expect, test } from 'vitest'
import { aCategory, aForum, aMeeting, anExclusion, anItem, aPerson } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import { addLink, listLinks, removeLink } from '../../links/links-store.ts'
import { day } from '../../base/time.ts'
import type { Database, Trx } from '../../db/db.ts'
import { type Identity, transact } from '../../db/tx.ts'
import { defaultOrders } from '../orders/orders.ts'
import {
  addItem,
  changeItem,
  copyAgenda,
  dropItem,
  fillFromTemplate,
  type ItemFields,
  moveItem,
  placeItem,
  removeItem,
  setOpenness,
} from './agenda-store.ts'
import { sendOn } from './backlog-store.ts'

let database: Database
let forumId: string
let meetingId: string
let items: string[]

const as = <R>(part: Partial<Identity>, work: (trx: Trx) => Promise<R>) =>
  transact(database.db, identity(part), new Date('2026-03-12T10:00:00Z'), work)
const change = <R>(work: (trx: Trx) => Promise<R>) => as({}, work)
const agenda = async (id = meetingId) =>
  (await asOwner('select title, position from meetings.item where meeting_id = $1 order by position', [id])).map(
    ({ title, position }) => `${String(position)} ${String(title)}`,
  )
const fields = (title: string): ItemFields => ({
  title,
  section: '',
  kind: 'discussion',
  presenter: '',
  minutes: 10,
  body: '',
  recommendation: '',
  concerns: '',
})
const lead = (person: string): Partial<Identity> => ({
  reach: 'member',
  writes: false,
  account: 'formand',
  fora: [forumId],
  leads: [forumId],
  person,
})
const idAt = (index: number): string => items[index] ?? ''

beforeEach(async () => {
  database = await emptied()
  forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet' })
  meetingId = await aMeeting({ forumId, state: 'draft' })
  items = []
  for (const [index, title] of ['A', 'B', 'C', 'D'].entries())
    items.push(await anItem({ forumId, meetingId, title, position: index + 1 }))
})

describe('positions stay 1 … n', () => {
  test('when items are added, moved, taken off and brought back', async () => {
    await change((trx) => addItem(trx, 'mvsj', { forumId, meetingId }, fields('E')))
    expect(await agenda()).toEqual(['1 A', '2 B', '3 C', '4 D', '5 E'])
    await change((trx) => moveItem(trx, 'mvsj', meetingId, { id: idAt(3), to: 1 }))
    expect(await agenda()).toEqual(['1 D', '2 A', '3 B', '4 C', '5 E'])
    expect(await change((trx) => removeItem(trx, 'mvsj', { id: idAt(0), meetingId }, 'Senere'))).toBe(true)
    expect(await agenda()).toEqual(['1 D', '2 B', '3 C', '4 E'])
    expect(await change((trx) => placeItem(trx, 'mvsj', idAt(0), { id: meetingId, forumId }))).toBe(true)
    expect(await agenda()).toEqual(['1 D', '2 B', '3 C', '4 E', '5 A'])
  })

  test('under moves at the same time', async () => {
    await Promise.all(
      [
        [3, 1],
        [0, 4],
        [1, 3],
        [2, 1],
      ].map(([index = 0, to = 1]) => change((trx) => moveItem(trx, 'mvsj', meetingId, { id: idAt(index), to }))),
    )
    expect((await agenda()).map((row) => row.slice(0, 1))).toEqual(['1', '2', '3', '4'])
    expect((await agenda()).map((row) => row.slice(2)).toSorted()).toEqual(['A', 'B', 'C', 'D'])
  })

  test('when the same step is sent twice', async () => {
    for (const _ of [1, 2]) await change((trx) => moveItem(trx, 'mvsj', meetingId, { id: idAt(2), to: 2 }))
    expect(await agenda()).toEqual(['1 A', '2 C', '3 B', '4 D'])
  })

  test('around an item that the one who orders is kept out of', async () => {
    const person = await aPerson('Ida Inhabil', 'formand')
    await anExclusion(idAt(3), person)
    const asExcluded = <R>(work: (trx: Trx) => Promise<R>) => as(lead(person), work)
    await asExcluded((trx) => addItem(trx, 'mvsj', { forumId, meetingId }, fields('E')))
    expect(await agenda()).toEqual(['1 A', '2 B', '3 C', '4 D', '5 E'])
    await asExcluded((trx) => moveItem(trx, 'mvsj', meetingId, { id: idAt(0), to: 5 }))
    expect(await agenda()).toEqual(['1 B', '2 C', '3 E', '4 D', '5 A'])
    await asExcluded((trx) => removeItem(trx, 'mvsj', { id: idAt(1), meetingId }, 'Senere'))
    expect(await agenda()).toEqual(['1 C', '2 E', '3 D', '4 A'])
    // What they may not see they cannot move, take off or bring along.
    expect(await asExcluded((trx) => moveItem(trx, 'mvsj', meetingId, { id: idAt(3), to: 1 }))).toBe(false)
    expect(await asExcluded((trx) => removeItem(trx, 'mvsj', { id: idAt(3), meetingId }, 'x'))).toBe(false)
    expect(await asExcluded((trx) => sendOn(trx, idAt(3), forumId, ''))).toBeNull()
  })

  test('not by somebody without charge of the forum', async () => {
    await as({ ...lead(await aPerson('Bo Prøve')), leads: [] }, async (trx) => {
      expect(await removeItem(trx, 'mvsj', { id: idAt(0), meetingId }, 'x')).toBe(false)
    })
    expect(await agenda()).toHaveLength(4)
  })
})

describe('two at once', () => {
  test('a move does not stand in the way of what is being written', async () => {
    await change((trx) => moveItem(trx, 'mvsj', meetingId, { id: idAt(0), to: 3 }))
    expect(await change((trx) => changeItem(trx, 'mvsj', { id: idAt(0), version: 1 }, fields('A rettet')))).toBe(true)
    expect(await agenda()).toEqual(['1 B', '2 C', '3 A rettet', '4 D'])
  })

  test('the second of two texts is refused', async () => {
    const save = (title: string) => change((trx) => changeItem(trx, 'mvsj', { id: idAt(0), version: 1 }, fields(title)))
    expect([await save('Den enes'), await save('Den andens')]).toEqual([true, false])
  })

  test('taking off, placing and dropping happen once', async () => {
    const twice = async (work: (trx: Trx) => Promise<boolean>) => [await change(work), await change(work)]
    expect(await twice((trx) => removeItem(trx, 'mvsj', { id: idAt(0), meetingId }, 'x'))).toEqual([true, false])
    expect(await twice((trx) => dropItem(trx, 'mvsj', idAt(0), { at: new Date(), reason: 'y' }))).toEqual([true, false])
    expect(await twice((trx) => dropItem(trx, 'mvsj', idAt(0), { at: null, reason: '' }))).toEqual([true, false])
    expect(await twice((trx) => placeItem(trx, 'mvsj', idAt(0), { id: meetingId, forumId }))).toEqual([true, false])
  })

  test('opening counts as a change', async () => {
    const open = () =>
      change((trx) =>
        setOpenness(trx, 'mvsj', { id: idAt(0), version: 1 }, { openness: 'open', groundId: null, reviewOn: null }),
      )
    expect([await open(), await open()]).toEqual([true, false])
  })
})

describe('an agenda to begin with', () => {
  test('is the fixed items, once', async () => {
    const empty = { id: await aMeeting({ forumId, onDay: '2026-06-01' }), forumId }
    const { template } = defaultOrders('districtCouncil')
    expect(await change((trx) => fillFromTemplate(trx, 'mvsj', empty, template))).toBe(template.length)
    expect(await change((trx) => fillFromTemplate(trx, 'mvsj', empty, template))).toBe(0)
    expect((await agenda(empty.id)).map((row) => row.slice(2))).toEqual(template.map(({ title }) => title))
  })

  test('is that of an earlier meeting, closed, and without those who were kept out', async () => {
    const person = await aPerson('Ida Inhabil')
    await anExclusion(idAt(1), person)
    await asOwner(`update meetings.item set openness = 'open', body = 'Sagen' where id = $1`, [idAt(0)])
    const next = { id: await aMeeting({ forumId, onDay: '2026-06-01' }), forumId }
    expect(await change((trx) => copyAgenda(trx, 'mvsj', meetingId, next))).toBe(4)
    expect(await change((trx) => copyAgenda(trx, 'mvsj', meetingId, next))).toBe(0)
    expect(await agenda(next.id)).toEqual(['1 A', '2 B', '3 C', '4 D'])
    const copies = await asOwner(
      `select i.title, i.openness, i.body, (select count(*)::int from meetings.exclusion x where x.item_id = i.id) as out
       from meetings.item i where meeting_id = $1 order by position`,
      [next.id],
    )
    expect(copies.map((row) => [row['openness'], row['body'], row['out']])).toEqual([
      ['closed', '', 0],
      ['closed', '', 1],
      ['closed', '', 0],
      ['closed', '', 0],
    ])
  })

  test('stays closed up when the agenda was closed with a ground', async () => {
    const [ground] = await asOwner(`select id from meetings.closing_ground where district = 'mvsj' limit 1`)
    const groundId = String(ground?.['id'])
    const at = { id: idAt(2), version: 1 }
    const to = { openness: 'closed' as const, groundId, reviewOn: day('2026-12-01') }
    expect(await change((trx) => setOpenness(trx, 'mvsj', at, to))).toBe(true)
    const next = { id: await aMeeting({ forumId, onDay: '2026-06-01' }), forumId }
    await change((trx) => copyAgenda(trx, 'mvsj', meetingId, next))
    const [copy] = await asOwner(`select ground_id from meetings.item where meeting_id = $1 and title = 'C'`, [next.id])
    expect(copy?.['ground_id']).toBe(groundId)
  })
})

describe('sending on', () => {
  test('reaches a forum where the sender has no say, once, and keeps out whom it kept out', async () => {
    const person = await aPerson('Ida Inhabil')
    const chair = await aPerson('Formand Prøve', 'formand')
    const council = await aForum({ categoryId: await aCategory(2, 'Strategisk'), name: 'Kontaktudvalget' })
    await anExclusion(idAt(0), person)
    const made = await as(lead(chair), (trx) => sendOn(trx, idAt(0), council, 'Til drøftelse'))
    expect(made).not.toBeNull()
    const [row] = await asOwner('select * from meetings.item where id = $1', [made])
    const [source] = await asOwner('select matter_id from meetings.item where id = $1', [idAt(0)])
    expect(row).toMatchObject({
      forum_id: council,
      meeting_id: null,
      openness: 'closed',
      backlog_reason: 'Til drøftelse',
      sent_from_id: idAt(0),
      matter_id: source?.['matter_id'],
    })
    expect(await asOwner('select person_id from meetings.exclusion where item_id = $1', [made])).toEqual([
      { person_id: person },
    ])
    expect(await as(lead(chair), (trx) => sendOn(trx, idAt(0), council, ''))).toBeNull()
    expect(await as({ ...lead(chair), leads: [] }, (trx) => sendOn(trx, idAt(1), council, ''))).toBeNull()
  })
})

test('links are seen from both ends, made once and removed', async () => {
  const [from, to] = [
    { kind: 'agendaItem', id: idAt(0) },
    { kind: 'forum', id: forumId },
  ]
  await change(async (trx) => {
    await addLink(trx, 'mvsj', { kind: 'concerns', from, to, by: 'Ane Eksempel' })
    await addLink(trx, 'mvsj', { kind: 'concerns', from, to, by: 'Ane Eksempel' })
    const [link, ...more] = await listLinks(trx, 'mvsj', to)
    expect(more).toEqual([])
    expect(link).toMatchObject({ kind: 'concerns', from, to })
    expect(await listLinks(trx, 'mvsj', from)).toHaveLength(1)
    expect(await removeLink(trx, 'mvsj', link?.id ?? '')).toBe(true)
    expect(await removeLink(trx, 'mvsj', link?.id ?? '')).toBe(false)
  })
})
