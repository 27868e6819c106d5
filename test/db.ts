import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openEmbedded, openServer } from '../src/db/db.ts'
import type { Identity } from '../src/db/tx.ts'
import { programIdentity } from '../src/people/actor.ts'

const makeServerDatabase = async (server: string): Promise<Database> => {
  const name = `${inject('databasePrefix')}${String(process.pid)}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return openServer(url.href, 4)
}

/** The server that tests run on; undefined where they run on the embedded database. */
export const testServer = process.env['TEST_DATABASE_URL']

let opened: Promise<Database> | null = null

/** The database of this worker: embedded, or one of its own on the server. */
export const testDatabase = (): Promise<Database> => {
  opened ??= testServer === undefined ? openEmbedded(null) : makeServerDatabase(testServer)
  return opened
}

const kept = [
  'people.district',
  'people.municipality',
  'people.municipality_district',
  'meetings.closing_ground',
  'db.migration',
  'audit.entry',
  'audit.chain',
]

/** Empties every table but the official areas and the log, which nobody can empty. */
export const emptied = async (): Promise<Database> => {
  const database = await testDatabase()
  const client = await database.pool.connect()
  try {
    await client.query('set role none')
    const { rows } = await client.query<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('people', 'fora', 'meetings', 'mail', 'notices', 'links', 'search', 'documents', 'sign_in')
       and schemaname || '.' || tablename <> all($1)`,
      [kept],
    )
    await client.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`)
    await client.query(`update people.district set in_use = id in ('mvsj', 'ns')`)
    await client.query('set role samvirk_app')
  } finally {
    client.release()
  }
  return database
}

/** An identity that may do everything in the demonstration district; parts of it can be set otherwise. */
export const identity = (part: Partial<Identity> = {}): Identity => ({
  ...programIdentity('Ane Eksempel', 'mvsj'),
  ...part,
})

/** Runs a statement as the owner of the database, past row-level security. */
export const asOwner = async (statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
  const database = await testDatabase()
  const client = await database.pool.connect()
  try {
    await client.query('set role none')
    return (await client.query<Record<string, unknown>>(statement, values)).rows
  } finally {
    await client.query('set role samvirk_app')
    client.release()
  }
}
