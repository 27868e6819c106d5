import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg, { type Pool } from 'pg'
import { listenOnServer } from './listen.ts'
import { migrate } from './migrate.ts'
import { guarded } from './tx.ts'
import type { Tables } from './tables.ts'

/** The database as a reader sees it. Statements on it are refused inside an open transaction; pass `Trx` on there. */
export type Db = Kysely<Tables>
/** An open transaction with its actor set. */
export type Trx = Transaction<Tables>

export interface Database {
  db: Db
  /** The same connections, for libraries that bring their own queries. */
  pool: Pool
  /** True for the embedded database. */
  embedded: boolean
  /** Migrations applied when it was opened. */
  migrated: number
  /** Hears what transactions, of any process on the same database, notify on a channel once they are committed. */
  listen: (channel: string, heard: (payload: string) => void) => Promise<void>
  /** Cleans up and counts anew what queries are planned by, when enough was written. True when it was done; a server does it by itself. */
  upkeep: () => Promise<boolean>
  close: () => Promise<void>
}

const asText = (text: string): string => text

/** Calendar days stay text: a JavaScript date would move them by the time zone. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, asText)

const kyselyOn = (pool: Pool): Db => guarded(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }))

/**
 * Opens a PostgreSQL server (15 or later) and brings it up to date. The program then works as the role `samvirk_app`,
 * which row-level security binds.
 */
export async function openServer(url: string, connections = 10): Promise<Database> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const migrated = await migrate(owner).finally(() => owner.end())
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    options: '-c role=samvirk_app -c jit=off',
  })
  const listening: (() => Promise<void>)[] = []
  return {
    db: kyselyOn(pool),
    pool,
    embedded: false,
    migrated,
    listen: async (channel, heard) => {
      const { ready, stop } = listenOnServer(url, channel, heard)
      listening.push(stop)
      await ready
    },
    upkeep: () => Promise.resolve(false),
    close: async () => {
      await Promise.all(listening.map((stop) => stop()))
      await pool.end()
    },
  }
}

const writtenBeforeUpkeep = 4 * 1024 * 1024

/** The embedded database has no process that does this beside the others, and without it a page can take minutes. */
function embeddedUpkeep(pool: Pool): () => Promise<boolean> {
  let doneAt: string | null = null
  return async () => {
    const client = await pool.connect()
    try {
      await client.query('reset role')
      const { rows } = await client.query<{ at: string; written: string | null; counted: boolean }>(
        `select pg_current_wal_insert_lsn()::text as at, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1) as written,
          exists (select from pg_statistic s where s.starelid = 'people.district'::regclass) as counted`,
        [doneAt],
      )
      const [now] = rows
      if (now === undefined) return false
      const due = !now.counted || Number(now.written) > writtenBeforeUpkeep
      if (due) await client.query('vacuum (analyze)')
      if (due || doneAt === null) doneAt = now.at
      return due
    } finally {
      await client.query('set role samvirk_app')
      client.release()
    }
  }
}

/**
 * Opens the embedded database in a folder, or in memory when the folder is null, and brings it up to date.
 * It has one connection, so transactions queue.
 */
export async function openEmbedded(folder: string | null): Promise<Database> {
  if (folder !== null) await mkdir(folder, { recursive: true })
  const engine = await PGlite.create({ ...(folder === null ? {} : { dataDir: folder }), extensions: { pg_trgm } })
  const pool = new pg.Pool(Object.assign(createPgConfig(engine), { types, max: 1, idleTimeoutMillis: 0 }))
  const close = async () => {
    await pool.end()
    await engine.close()
  }
  try {
    const client = await pool.connect()
    const migrated = await migrate(client).finally(() => {
      client.release()
    })
    await pool.query('set role samvirk_app')
    const listen = async (channel: string, heard: (payload: string) => void) => {
      await engine.listen(channel, heard)
    }
    return { db: kyselyOn(pool), pool, embedded: true, migrated, listen, upkeep: embeddedUpkeep(pool), close }
  } catch (error) {
    // Left open, a database that is refused would keep the program from ending.
    await close()
    throw error
  }
}
