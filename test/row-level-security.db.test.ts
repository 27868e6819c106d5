import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database, Trx } from '../src/db/db.ts'
import { type Identity, readAs, transact } from '../src/db/tx.ts'
import { listSeats } from '../src/fora/seats/store.ts'
import { aCategory, aForum, anOffice, aPerson, aSeat, aTenure } from './builders.ts'
import { asOwner, emptied, identity } from './db.ts'

/** Tables without row-level security, each with its reason. */
const withoutPolicy: Record<string, string> = {
  'db.migration': 'which migrations were applied; the program role has no right to it at all',
}

let database: Database
beforeEach(async () => {
  database = await emptied()
})

test('every table has row-level security and a policy, or a reason not to', async () => {
  const rows = await asOwner(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured,
      exists (select 1 from pg_policy p where p.polrelid = c.oid) as policy,
      has_table_privilege('samvirk_app', c.oid, 'select, insert, update, delete') as reachable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'`)
  const open = rows.filter(({ secured, policy }) => secured !== true || policy !== true)
  const unexplained = open.filter(({ name, reachable }) => reachable === true && !(String(name) in withoutPolicy))
  expect(unexplained.map(({ name }) => name)).toEqual([])
  expect(rows.length).toBeGreaterThan(20)
})

test('the program role reads the sign-in tables in no way', async () => {
  await expect(
    readAs(database.db, identity(), (trx) => trx.selectFrom('sign_in.credential').selectAll().execute()),
  ).rejects.toThrow(/permission denied/)
})

/** A store function that forgot every filter. */
const everything = (trx: Trx) =>
  trx.selectFrom('fora.forum as forum').select('forum.name').orderBy('forum.name').execute()

describe('a store function that forgets its filter still leaks nothing', () => {
  let closed: string
  let local: string
  beforeEach(async () => {
    const category = await aCategory()
    const elsewhere = await aCategory(1, 'Andetsteds', 'ns')
    closed = await aForum({ categoryId: category, name: 'Lukket', openness: 'closed' })
    local = await aForum({ categoryId: category, name: 'Lokalråd i Køge', openness: 'closed', municipality: '259' })
    await aForum({ categoryId: category, name: 'Partnere', openness: 'partners' })
    await aForum({ categoryId: category, name: 'Alle', openness: 'public' })
    await aForum({ categoryId: elsewhere, name: 'Nabokreds', openness: 'public', district: 'ns' })
  })

  const cases: [string, Partial<Identity>, string[]][] = [
    ['the secretariat', {}, ['Alle', 'Lokalråd i Køge', 'Lukket', 'Partnere']],
    ['a partner', { reach: 'partner', writes: false }, ['Alle', 'Partnere']],
    [
      'a coordinator',
      { reach: 'partner', writes: false, municipalities: ['259'] },
      ['Alle', 'Lokalråd i Køge', 'Partnere'],
    ],
    ['the public', { reach: 'public', writes: false, account: null }, ['Alle']],
    ['nobody at all', { reach: 'public', writes: false, district: '' }, []],
  ]
  test.each(cases)('to %s', async (_, part, expected) => {
    const rows = await readAs(database.db, identity(part), everything)
    expect(rows.map(({ name }) => name)).toEqual(expected)
  })

  test('to a member, beyond their own forum', async () => {
    const rows = await readAs(database.db, identity({ reach: 'member', writes: false, fora: [closed] }), everything)
    expect(rows.map(({ name }) => name)).toEqual(['Alle', 'Lukket'])
  })

  test('when no actor is set', async () => {
    const rows = await database.db.selectFrom('fora.forum as forum').selectAll().execute()
    expect(rows).toEqual([])
  })

  test('in the past either', async () => {
    await transact(database.db, identity(), new Date('2026-01-01T12:00:00Z'), (trx) =>
      trx.updateTable('fora.forum').set({ openness: 'public' }).where('id', '=', closed).execute(),
    )
    const before = await readAs(
      database.db,
      identity({ reach: 'public', writes: false }),
      everything,
      new Date('2025-06-01T12:00:00Z'),
    )
    expect(before.map(({ name }) => name)).toEqual(['Alle'])
  })

  test('nor lets a reader write, whatever the program says', async () => {
    for (const part of [
      { reach: 'public', writes: true },
      { reach: 'partner', writes: true },
      { reach: 'all', writes: false },
    ] as const) {
      const done = await transact(database.db, identity(part), new Date(), (trx) =>
        trx.updateTable('fora.forum').set({ name: 'Overtaget' }).executeTakeFirst(),
      )
      expect(done.numUpdatedRows).toBe(0n)
    }
  })

  test('nor puts a row into another district', async () => {
    await expect(
      transact(database.db, identity(), new Date(), (trx) =>
        trx.insertInto('fora.category').values({ district: 'ns', number: 9, name: 'Smuglet' }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('nor tells the public who holds a seat', async () => {
    const office = await anOffice('Borgmester i Køge')
    await aTenure(office, await aPerson('Bent Opdigt'))
    await aSeat(local, office, 'chair')
    await asOwner(`update fora.forum set openness = 'public' where id = $1`, [local])
    const seats = (part: Partial<Identity>) =>
      readAs(database.db, identity(part), (trx) => listSeats(trx, 'mvsj', local, '2026-03-12'))
    expect((await seats({})).map(({ holderName }) => holderName)).toEqual(['Bent Opdigt'])
    expect((await seats({ reach: 'public', writes: false })).map(({ holderName }) => holderName)).toEqual([null])
    const persons = await readAs(database.db, identity({ reach: 'public', writes: false }), (trx) =>
      sql<{ count: string }>`select count(*) as count from people.person`.execute(trx),
    )
    expect(persons.rows).toEqual([{ count: '0' }])
  })
})
