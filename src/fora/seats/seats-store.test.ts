import { beforeEach, describe, expect, test } from 'vitest'
import { aCategory, aForum, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database, Trx } from '../../db/db.ts'
import { type Identity, readAs, transact } from '../../db/tx.ts'
import { compositionOf, removeComposition, saveComposition } from './composition-store.ts'
import { changeHolder, listSeatsOfOffice, listTenures, undoChange } from './holder-store.ts'
import { listOffices } from './office-store.ts'
import { listAllSeats, listSeats } from './store.ts'
import { listOpenSeats } from './vacancy-store.ts'

const district = 'mvsj'
const day = '2026-03-12'
const now = new Date('2026-03-12T10:00:00Z')
let database: Database
let forum: string
let other: string
let office: string
let ane: string
let bo: string
beforeEach(async () => {
  database = await emptied()
  const category = await aCategory()
  forum = await aForum({ categoryId: category, name: 'Banderåd', openness: 'public' })
  other = await aForum({ categoryId: category, name: 'Kredsrådet', openness: 'public' })
  office = await anOffice('Borgmester i Testrup')
  ane = await aPerson('Ane Eksempel')
  bo = await aPerson('Bo Prøve')
  await aTenure(office, ane, '2022-01-01')
  await aSeat(forum, office)
  await aSeat(other, office, 'chair')
})

const read = <R>(work: (trx: Trx) => Promise<R>, part: Partial<Identity> = {}) =>
  readAs(database.db, identity(part), work)
const change = <R>(work: (trx: Trx) => Promise<R>) => transact(database.db, identity(), now, work)
const holders = (on: string) =>
  read(async (trx) => [
    ...(await listSeats(trx, district, forum, on)).map(({ holderName }) => holderName),
    ...(await listSeats(trx, district, other, on)).map(({ holderName }) => holderName),
  ])

describe('a change of holder', () => {
  test('counts in all fora from its day, and the past stays as it was', async () => {
    const done = await change((trx) =>
      changeHolder(trx, district, { id: office, version: 1 }, { personId: bo, from: '2026-05-01' }),
    )
    expect(done).toBe(true)
    expect(await holders('2026-04-30')).toEqual(['Ane Eksempel', 'Ane Eksempel'])
    expect(await holders('2026-05-01')).toEqual(['Bo Prøve', 'Bo Prøve'])
  })

  test('can leave the office vacant', async () => {
    await change((trx) => changeHolder(trx, district, { id: office, version: 1 }, { personId: null, from: day }))
    expect(await holders(day)).toEqual([null, null])
    const open = await read((trx) => listOpenSeats(trx, district, day))
    expect(open.map(({ forumName, vacantSince }) => [forumName, vacantSince])).toEqual([
      ['Banderåd', day],
      ['Kredsrådet', day],
    ])
  })

  test('changes nothing when somebody else was first', async () => {
    const at = { id: office, version: 1 }
    await change((trx) => changeHolder(trx, district, at, { personId: bo, from: day }))
    expect(await change((trx) => changeHolder(trx, district, at, { personId: ane, from: '2026-04-01' }))).toBe(false)
    expect(await holders('2026-12-01')).toEqual(['Bo Prøve', 'Bo Prøve'])
  })

  test('of two at the same moment one counts', async () => {
    const at = { id: office, version: 1 }
    const done = await Promise.all(
      [ane, bo].map((personId) => change((trx) => changeHolder(trx, district, at, { personId, from: '2026-04-01' }))),
    )
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await read((trx) => listTenures(trx, district, office))).toHaveLength(2)
  })

  test('is undone without a trace in who sits where', async () => {
    await change((trx) => changeHolder(trx, district, { id: office, version: 1 }, { personId: bo, from: day }))
    const [remove = null, reopen = null] = await read((trx) => listTenures(trx, district, office))
    expect(await change((trx) => undoChange(trx, district, { id: office, version: 1 }, { remove, reopen }))).toBe(false)
    expect(await change((trx) => undoChange(trx, district, { id: office, version: 2 }, { remove, reopen }))).toBe(true)
    expect(await read((trx) => listTenures(trx, district, office))).toMatchObject([
      { personName: 'Ane Eksempel', validFrom: '2022-01-01', validTo: null },
    ])
  })
})

describe('who may not see persons', () => {
  const publicReader: Partial<Identity> = { reach: 'public', writes: false, account: null }

  test('the public sees the office, not who holds it, and not that it is vacant', async () => {
    await aSeat(forum, await anOffice('Leder af lokalpolitiet'))
    const seats = await read((trx) => listSeats(trx, district, forum, day), publicReader)
    expect(seats.map(({ label, holderName, holderKnown }) => [label, holderName, holderKnown])).toEqual([
      ['Borgmester i Testrup', null, false],
      ['Leder af lokalpolitiet', null, false],
    ])
    expect(await read((trx) => listTenures(trx, district, office), publicReader)).toEqual([])
    expect(await read((trx) => listOpenSeats(trx, district, day), publicReader)).toEqual([])
    const offices = await read((trx) => listOffices(trx, district, day), publicReader)
    expect(offices.every(({ holderName, holderKnown }) => holderName === null && !holderKnown)).toBe(true)
  })

  test('a seat of a person keeps the name from the public', async () => {
    await asOwner(
      `insert into fora.seat (district, forum_id, person_id, valid_from) values ($1, $2, $3, '2020-01-01')`,
      [district, forum, bo],
    )
    const seats = await read((trx) => listSeats(trx, district, forum, day), publicReader)
    expect(seats.map(({ label }) => label)).toEqual(['Borgmester i Testrup', ''])
  })

  test('a member sees those of the own forum only', async () => {
    const elsewhere = await anOffice('Leder af lokalpolitiet')
    await aTenure(elsewhere, bo)
    await aSeat(other, elsewhere)
    const member: Partial<Identity> = { reach: 'member', writes: false, fora: [forum] }
    const [seats, others] = await read(
      async (trx) => [await listSeats(trx, district, forum, day), await listSeats(trx, district, other, day)] as const,
      member,
    )
    expect(seats.map(({ holderName }) => holderName)).toEqual(['Ane Eksempel'])
    expect(others.find(({ officeId }) => officeId === elsewhere)).toMatchObject({
      holderName: null,
      holderKnown: false,
    })
    expect(await read((trx) => listOpenSeats(trx, district, day), member)).toEqual([])
  })
})

test('lists take one statement however many rows there are', async () => {
  const count = () =>
    countStatements(database, () =>
      read(async (trx) => {
        await listOffices(trx, district, day)
        await listAllSeats(trx, district, forum, day)
        await listOpenSeats(trx, district, day)
        await listSeatsOfOffice(trx, district, office, day)
      }),
    )
  const few = await count()
  for (const number of [1, 2, 3, 4, 5]) await aSeat(forum, await anOffice(`Leder af afdeling ${String(number)}`))
  expect(few).toBeGreaterThan(4)
  expect(await count()).toBe(few)
})

test('a seat with a term that has run out is listed until the forum is closed', async () => {
  await asOwner(`update fora.seat set term_ends = '2026-03-11' where forum_id = $1`, [forum])
  const found = await read((trx) => listOpenSeats(trx, district, day))
  expect(found).toMatchObject([{ forumName: 'Banderåd', vacant: false, expiredOn: '2026-03-11' }])
  await asOwner(`update fora.forum set status = 'closed', status_reason = 'Test' where id = $1`, [forum])
  expect(await read((trx) => listOpenSeats(trx, district, day))).toEqual([])
})

describe('how a forum is to be put together', () => {
  const fields = (source: string) => ({ chairParty: 'police' as const, termMonths: 48, quotas: [], source })
  const find = () => read((trx) => compositionOf(trx, district, { id: forum, kind: 'standing' }))

  test('its own rules come before those of the district', async () => {
    expect(await find()).toBeNull()
    await change((trx) => saveComposition(trx, district, { forumId: null, kind: 'standing' }, 0, fields('Kredsen')))
    expect(await find()).toMatchObject({ own: false, source: 'Kredsen' })
    await change((trx) => saveComposition(trx, district, { forumId: forum, kind: 'standing' }, 0, fields('Rådet')))
    expect(await find()).toMatchObject({ own: true, source: 'Rådet' })
    expect(await change((trx) => removeComposition(trx, district, forum, 1))).toBe(true)
    expect(await find()).toMatchObject({ own: false, source: 'Kredsen' })
  })

  test('the second of two who store is told', async () => {
    const owner = { forumId: null, kind: 'standing' as const }
    expect(await change((trx) => saveComposition(trx, district, owner, 0, fields('Den ene')))).toBe(true)
    expect(await change((trx) => saveComposition(trx, district, owner, 0, fields('Den anden')))).toBe(false)
    expect(await change((trx) => saveComposition(trx, district, owner, 1, fields('Den anden')))).toBe(true)
    expect(await change((trx) => saveComposition(trx, district, owner, 1, fields('Den tredje')))).toBe(false)
  })
})
