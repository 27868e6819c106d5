import { beforeEach, describe, expect, test } from 'vitest'
import {
  aCategory,
  aForum,
  aGroup,
  anInterface,
  anOffice,
  anOrganisation,
  aPerson,
  aSeat,
  aTenure,
} from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import type { Database, Trx } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { addOtherSide, removeInterface, retarget } from './mend-store.ts'
import {
  forgetPlaces,
  keepPlace,
  listNetworkFora,
  listNetworkGroups,
  listPlaces,
  listSharedMembers,
} from './network-store.ts'
import { listKnown, renewInterfaces } from './renew.ts'
import { listInterfaces } from './store.ts'

const now = new Date('2026-03-12T10:00:00Z')
const day = '2026-03-12'

let database: Database
let category: string
beforeEach(async () => {
  database = await emptied()
  category = await aCategory()
})

const read = <R>(work: (trx: Trx) => Promise<R>) => readAs(database.db, identity(), work)
const change = <R>(work: (trx: Trx) => Promise<R>) => transact(database.db, identity(), now, work)
const said = async () =>
  (await read((trx) => listInterfaces(trx, 'mvsj')))
    .map(({ fromName, words, toName, confidence }) => `${fromName}: ${words} = ${String(toName)} (${confidence})`)
    .toSorted()
const field = async (id: string, table = 'fora.forum') => {
  const [row] = await asOwner(`select interfaces, version from ${table} where id = $1`, [id])
  return row
}
const mendOne = (id: string) => change(async (trx) => addOtherSide(trx, 'mvsj', id, await listKnown(trx, 'mvsj')))

describe('adding the other side', () => {
  test('the silent forum names the other, in its field and as a confirmed statement, once', async () => {
    const [one, other] = [
      await aForum({ categoryId: category, name: 'Banderåd' }),
      await aForum({ categoryId: category, name: 'Kredsrådet' }),
    ]
    await asOwner(`update fora.forum set interfaces = 'Ingen' where id = $1`, [other])
    const statement = await anInterface({ from: { forum: one }, to: { forum: other }, words: 'kredsrådet' })
    expect(await mendOne(statement)).toMatchObject({
      silent: { kind: 'forum', id: other, name: 'Kredsrådet', before: 'Ingen', after: 'Banderåd' },
      naming: { kind: 'forum', id: one, name: 'Banderåd' },
    })
    expect(await said()).toEqual([
      'Banderåd: kredsrådet = Kredsrådet (sure)',
      'Kredsrådet: Banderåd = Banderåd (confirmed)',
    ])
    const after = await field(other)
    expect(after).toMatchObject({ interfaces: 'Banderåd' })
    expect(await mendOne(statement)).toBeNull()
    expect(await field(other)).toEqual(after)
  })

  test('what was added stays when the field is read again', async () => {
    const [one, other] = [
      await aForum({ categoryId: category, name: 'Udvalg for natur og miljø' }),
      await aForum({ categoryId: category, name: 'Kredsrådet' }),
    ]
    const statement = await anInterface({ from: { forum: one }, to: { forum: other }, words: 'Kredsrådet' })
    await mendOne(statement)
    const words = String((await field(other))?.['interfaces'])
    await change((trx) => renewInterfaces(trx, 'mvsj', { forumId: other, words }))
    expect(await said()).toContain('Kredsrådet: Udvalg for natur og miljø = Udvalg for natur og miljø (confirmed)')
  })

  test('a group answers for its fora', async () => {
    const councils = await aGroup(category, 'Lokalrådene', 'Skolerne')
    await aForum({ categoryId: category, name: 'Lokalrådet i Testrup', groupId: councils })
    const one = await aForum({ categoryId: category, name: 'Banderåd' })
    const statement = await anInterface({ from: { forum: one }, to: { group: councils }, words: 'Lokalrådene' })
    expect((await mendOne(statement))?.silent).toMatchObject({ kind: 'forumGroup', after: 'Skolerne, Banderåd' })
    expect(await field(councils, 'fora.forum_group')).toEqual({ interfaces: 'Skolerne, Banderåd', version: 2 })
  })

  test('words that stood there unmatched are matched instead of being written twice', async () => {
    const [one, other] = [
      await aForum({ categoryId: category, name: 'Banderåd' }),
      await aForum({ categoryId: category, name: 'Kredsrådet' }),
    ]
    await asOwner(`update fora.forum set interfaces = 'Banderåd' where id = $1`, [other])
    await anInterface({ from: { forum: other }, words: 'Banderåd' })
    const statement = await anInterface({ from: { forum: one }, to: { forum: other }, words: 'Kredsrådet' })
    await mendOne(statement)
    expect(await said()).toEqual([
      'Banderåd: Kredsrådet = Kredsrådet (sure)',
      'Kredsrådet: Banderåd = Banderåd (confirmed)',
    ])
  })

  test('nothing is added for a statement that names nobody, or itself, or is gone', async () => {
    const one = await aForum({ categoryId: category, name: 'Banderåd' })
    const nobody = await anInterface({ from: { forum: one }, words: 'SSP' })
    const itself = await anInterface({ from: { forum: one }, to: { forum: one }, words: 'Banderåd' })
    expect(await mendOne(nobody)).toBeNull()
    expect(await mendOne(itself)).toBeNull()
    expect(await mendOne('00000000-0000-4000-8000-000000000000')).toBeNull()
  })
})

test('a choice is kept with its version, and a second one from an old page is refused', async () => {
  const [one, other] = [
    await aForum({ categoryId: category, name: 'Banderåd' }),
    await aForum({ categoryId: category, name: 'Kredsrådet' }),
  ]
  const id = await anInterface({ from: { forum: one }, words: 'de andre' })
  const choose = (version: number, forum: string | null) =>
    change((trx) => retarget(trx, 'mvsj', { id, version }, forum === null ? null : { kind: 'forum', id: forum }))
  expect(await choose(1, other)).toBe(true)
  expect(await said()).toEqual(['Banderåd: de andre = Kredsrådet (confirmed)'])
  expect(await choose(1, null)).toBe(false)
  expect(await choose(2, null)).toBe(true)
  expect(await said()).toEqual(['Banderåd: de andre = null (confirmed)'])
})

test('a removed statement takes its words with it', async () => {
  const one = await aForum({ categoryId: category, name: 'Banderåd' })
  await asOwner(`update fora.forum set interfaces = 'SSP og skolerne' where id = $1`, [one])
  await anInterface({ from: { forum: one }, words: 'SSP' })
  const [row] = await read((trx) => listInterfaces(trx, 'mvsj'))
  const remove = () =>
    change(async (trx) => (row ? removeInterface(trx, 'mvsj', row, await listKnown(trx, 'mvsj')) : null))
  expect(await remove()).toMatchObject({ before: 'SSP og skolerne', after: 'skolerne' })
  expect(await remove()).toBeNull()
  expect(await said()).toEqual([])
})

describe('shared members', () => {
  test('are the same person or vacant office in two fora; organisations are nobody in particular', async () => {
    const [a, b, c] = [
      await aForum({ categoryId: category, name: 'A' }),
      await aForum({ categoryId: category, name: 'B' }),
      await aForum({ categoryId: category, name: 'C' }),
    ]
    const [leader, deputy, vacant] = [await anOffice('Leder'), await anOffice('Souschef'), await anOffice('Ledig')]
    const ane = await aPerson('Ane Eksempel')
    await aTenure(leader, ane)
    await aTenure(deputy, ane)
    for (const [forum, office] of [
      [a, leader],
      [b, deputy],
      [a, vacant],
      [b, vacant],
      [c, vacant],
    ] as const)
      await aSeat(forum, office)
    const organisation = await anOrganisation('Testrup Kommune')
    for (const forum of [a, c])
      await asOwner(
        `insert into fora.seat (district, forum_id, organisation_id, valid_from) values ('mvsj', $1, $2, '2020-01-01')`,
        [forum, organisation],
      )
    const shared = await read((trx) => listSharedMembers(trx, 'mvsj', day))
    const count = (one: string, other: string) =>
      shared.find((pair) => [pair.a, pair.b].includes(one) && [pair.a, pair.b].includes(other))?.count
    expect(count(a, b)).toBe(2)
    expect(count(a, c)).toBe(1)
    expect(shared).toHaveLength(3)
  })

  test('a seat that has ended, a closed forum and two fora of one group share nothing', async () => {
    const councils = await aGroup(category, 'Lokalrådene')
    const [one, other] = [
      await aForum({ categoryId: category, name: 'Lokalrådet i Testrup', groupId: councils }),
      await aForum({ categoryId: category, name: 'Lokalrådet i Prøvelev', groupId: councils }),
    ]
    const closed = await aForum({ categoryId: category, name: 'Nedlagt', status: 'closed' })
    const past = await aForum({ categoryId: category, name: 'Tidligere' })
    const office = await anOffice('Leder')
    for (const forum of [one, other, closed]) await aSeat(forum, office)
    const seat = await aSeat(past, office)
    await asOwner(`update fora.seat set valid_to = '2026-01-01' where id = $1`, [seat])
    expect(await read((trx) => listSharedMembers(trx, 'mvsj', day))).toEqual([])
    expect(await read((trx) => listSharedMembers(trx, 'mvsj', '2025-06-01'))).toHaveLength(1)
  })
})

test('the network holds what the actor may see, without closed fora', async () => {
  const councils = await aGroup(category, 'Lokalrådene')
  await aForum({ categoryId: category, name: 'Lokalrådet i Testrup', groupId: councils, openness: 'closed' })
  await aForum({ categoryId: category, name: 'Kredsrådet', openness: 'public' })
  await aForum({ categoryId: category, name: 'Nedlagt', openness: 'public', status: 'closed' })
  const names = (reach: 'all' | 'public') =>
    readAs(database.db, identity({ reach, writes: false }), async (trx) => [
      ...(await listNetworkFora(trx, 'mvsj')).map(({ name }) => name),
      ...(await listNetworkGroups(trx, 'mvsj')).map(({ name }) => name),
    ])
  expect(await names('all')).toEqual(['Kredsrådet', 'Lokalrådet i Testrup', 'Lokalrådene'])
  expect(await names('public')).toEqual(['Kredsrådet'])
})

test('a place is kept, moved and forgotten', async () => {
  await change((trx) => keepPlace(trx, 'mvsj', { node: 'a', x: 10, y: 20 }))
  await change((trx) => keepPlace(trx, 'mvsj', { node: 'a', x: 30, y: 40 }))
  expect([...(await read((trx) => listPlaces(trx, 'mvsj')))]).toEqual([['a', { x: 30, y: 40 }]])
  expect(await change((trx) => forgetPlaces(trx, 'mvsj'))).toBe(1)
  expect((await read((trx) => listPlaces(trx, 'mvsj'))).size).toBe(0)
})
