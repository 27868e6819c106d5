import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** What the names of all databases of this run begin with. */
    databasePrefix: string
  }
}

/** Names this run's databases on the server of TEST_DATABASE_URL, and removes them when it ends. */
export function setup(project: TestProject): () => Promise<void> {
  const prefix = `samvirk_test_${randomUUID().slice(0, 8)}_`
  project.provide('databasePrefix', prefix)
  return async () => {
    const url = process.env['TEST_DATABASE_URL']
    if (url === undefined) return
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
    await client.end()
  }
}
