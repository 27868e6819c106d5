import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { asOwner, emptied, identity } from '../../test/db.ts'
import type { Database } from './db.ts'
import { transact } from './tx.ts'

const within = async (done: () => boolean): Promise<boolean> => {
  for (let waited = 0; waited < 25_000 && !done(); waited += 50) await new Promise((resolve) => setTimeout(resolve, 50))
  return done()
}

let database: Database
beforeAll(async () => {
  database = await emptied()
})

test('what a transaction notifies is heard once it is committed, and not when it is undone', async () => {
  const heard: string[] = []
  await database.listen('listen_test', (payload) => heard.push(payload))
  const notify = (payload: string, fail = false) =>
    transact(database.db, identity(), new Date(), async (trx) => {
      await sql`select pg_notify('listen_test', ${payload})`.execute(trx)
      if (fail) throw new Error('undone')
    })
  await expect(notify('undone', true)).rejects.toThrow('undone')
  await notify('done')
  expect(await within(() => heard.length > 0)).toBe(true)
  expect(heard).toEqual(['done'])
  if (database.embedded) return

  // On a server the listening connection may be lost: it is opened again, and what was missed is said to be anything.
  await asOwner(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database() and pid <> pg_backend_pid()`,
  )
  expect(await within(() => heard.includes(''))).toBe(true)
  await notify('again')
  expect(await within(() => heard.includes('again'))).toBe(true)
})
