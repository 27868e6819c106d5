import type { ClientBase } from 'pg'
import { migrations } from './migrations/index.ts'

/** The database was last migrated by a newer program, which this one cannot know to be compatible with. */
export class DatabaseIsNewer extends Error {
  constructor(found: number, known: number) {
    super(`The database is at migration ${String(found)}, but this program knows only ${String(known)}.`)
  }
}

/** Any number that no other part of the program uses for an advisory lock. */
const migrationLock = 7_264_711

/**
 * Brings the database up to date and returns how many migrations were applied. All of them are one transaction under
 * a lock, so several programs may start at once, and a failed migration leaves nothing behind.
 * @throws DatabaseIsNewer
 */
export async function migrate(client: ClientBase, list = migrations): Promise<number> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await client.query(`create schema if not exists db;
      create table if not exists db.migration (number integer primary key, name text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ applied: number }>(
      'select coalesce(max(number), 0)::integer as applied from db.migration',
    )
    const applied = rows[0]?.applied ?? 0
    if (applied > list.length) throw new DatabaseIsNewer(applied, list.length)
    const pending = list.slice(applied)
    for (const [index, { name, sql }] of pending.entries()) {
      await client.query(sql)
      await client.query('insert into db.migration (number, name) values ($1, $2)', [applied + index + 1, name])
    }
    await client.query('commit')
    return pending.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
