import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner, emptied, identity } from '../../test/db.ts'
import type { Database } from './db.ts'
import { DatabaseIsNewer, migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { readAs, transact } from './tx.ts'

let database: Database
beforeEach(async () => {
  database = await emptied()
})

const now = new Date('2026-03-01T12:00:00Z')

describe('a transaction', () => {
  test('refuses a query on the outer database instead of waiting for ever', async () => {
    const { db } = database
    await expect(
      transact(db, identity(), now, () => db.selectFrom('people.district').selectAll().execute()),
    ).rejects.toThrow('pass trx on')
  })

  test('leaves nothing behind when it fails', async () => {
    const { db } = database
    await expect(
      transact(db, identity(), now, async (trx) => {
        await trx
          .insertInto('people.organisation')
          .values({ district: 'mvsj', name: 'Skov', sort_name: 'skov', kind: 'other', valid_from: '2026-01-01' })
          .execute()
        throw new Error('midt i det hele')
      }),
    ).rejects.toThrow('midt i det hele')
    expect(await asOwner('select * from people.organisation')).toEqual([])
  })

  test('works as a role that row-level security binds', async () => {
    const row = await readAs(database.db, identity(), (trx) =>
      sql<{ role: string; bypass: boolean }>`select current_user as role,
        (select rolbypassrls or rolsuper from pg_roles where rolname = current_user) as bypass`.execute(trx),
    )
    expect(row.rows).toEqual([{ role: 'samvirk_app', bypass: false }])
  })
})

describe('migrations', () => {
  const withOwner = async <R>(work: (client: PoolClient) => Promise<R>): Promise<R> => {
    const client = await database.pool.connect()
    try {
      await client.query('set role none')
      return await work(client)
    } finally {
      await client.query('set role samvirk_app')
      client.release()
    }
  }

  test('run once however often they are asked to', async () => {
    expect(await withOwner((client) => migrate(client))).toBe(0)
    const both = await Promise.all([withOwner((client) => migrate(client)), withOwner((client) => migrate(client))])
    expect(both).toEqual([0, 0])
  })

  test('refuse a database that a newer program has changed', async () => {
    await expect(withOwner((client) => migrate(client, migrations.slice(0, 1)))).rejects.toThrow(DatabaseIsNewer)
  })

  test('a failing one leaves the database as it was', async () => {
    const broken = [...migrations, { name: 'broken', sql: 'create table people.half (id text); select 1/0' }]
    await expect(withOwner((client) => migrate(client, broken))).rejects.toThrow('division by zero')
    expect(await asOwner(`select to_regclass('people.half') as found`)).toEqual([{ found: null }])
  })
})

test('a register is read as it stood on a past day', async () => {
  const { db } = database
  const at = (day: string) => new Date(`${day}T12:00:00Z`)
  await transact(db, identity(), at('2026-01-01'), (trx) =>
    trx
      .insertInto('people.organisation')
      .values({
        district: 'mvsj',
        name: 'Gammelt navn',
        sort_name: 'gammelt navn',
        kind: 'other',
        valid_from: '2026-01-01',
      })
      .execute(),
  )
  await transact(db, identity(), at('2026-02-01'), (trx) =>
    trx.updateTable('people.organisation').set({ name: 'Nyt navn', sort_name: 'nyt navn' }).execute(),
  )
  await transact(db, identity(), at('2026-03-01'), (trx) => trx.deleteFrom('people.organisation').execute())
  const names = (asOf: Date | null) =>
    readAs(
      db,
      identity(),
      (trx) => trx.selectFrom('people.organisation as organisation').select('organisation.name').execute(),
      asOf,
    )
  expect(await names(at('2025-12-31'))).toEqual([])
  expect(await names(at('2026-01-15'))).toEqual([{ name: 'Gammelt navn' }])
  expect(await names(at('2026-02-15'))).toEqual([{ name: 'Nyt navn' }])
  expect(await names(at('2026-03-02'))).toEqual([])
  expect(await names(null)).toEqual([])
})
