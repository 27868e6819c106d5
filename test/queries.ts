import type { PoolClient } from 'pg'
import type { Database } from '../src/db/db.ts'

/** How many statements the database is sent while some work is done, those of transactions included. The work may ask how many so far. */
export async function countStatements(
  database: Database,
  work: (soFar: () => number) => Promise<unknown>,
): Promise<number> {
  let count = 0
  const counted = new Map<PoolClient, PoolClient['query']>()
  const watch = (client: PoolClient) => {
    if (counted.has(client)) return
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the client again, by the proxy.
    const query = client.query
    counted.set(client, query)
    client.query = new Proxy(query, {
      apply: (target, self, values) => {
        count += 1
        return Reflect.apply(target, self, values) as unknown
      },
    })
  }
  database.pool.on('acquire', watch)
  try {
    await work(() => count)
  } finally {
    database.pool.off('acquire', watch)
    for (const [client, query] of counted) client.query = query
  }
  return count
}
