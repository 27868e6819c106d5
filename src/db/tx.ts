import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, type KyselyPlugin, sql, type Transaction } from 'kysely'
import { asOfPlugin } from './as-of.ts'
import type { Tables } from './tables.ts'

/**
 * For whom a transaction works, as row-level security is told it. `district` is `*` for commands and jobs.
 * `reach`: all = everything in the district, partner = what is open to all who take part, member = own fora,
 * public = what is open to everyone.
 */
export interface Identity {
  account: string | null
  name: string
  request: string
  district: string
  reach: 'all' | 'partner' | 'member' | 'public'
  writes: boolean
  fora: readonly string[]
  municipalities: readonly string[]
  /** The person of the register that the account belongs to. */
  person: string | null
  /** Fora that the actor is in charge of, as chair, vice-chair or secretary. */
  leads: readonly string[]
  /** Offices that the actor holds. */
  offices: readonly string[]
}

const inTransaction = new AsyncLocalStorage<true>()

const guard: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (inTransaction.getStore()) throw new Error('Query on the outer db inside a transaction: pass trx on.')
    return node
  },
  transformResult: ({ result }) => Promise.resolve(result),
}

/** The embedded database has one connection, so a query beside an open transaction would wait for ever. This makes it an error. */
export const guarded = <T>(db: Kysely<T>): Kysely<T> => db.withPlugin(guard)

const open = <R>(
  db: Kysely<Tables>,
  setting: object,
  readOnly: boolean,
  work: (trx: Transaction<Tables>) => Promise<R>,
): Promise<R> =>
  db
    .withoutPlugins()
    .transaction()
    .setAccessMode(readOnly ? 'read only' : 'read write')
    .execute((trx) =>
      inTransaction.run(true, async () => {
        await sql`select set_config('samvirk.actor', ${JSON.stringify(setting)}, true)`.execute(trx)
        return work(trx)
      }),
    )

/** Does one piece of work in one transaction for the given actor: the change, its log entry, or none of them. */
export const transact = <R>(
  db: Kysely<Tables>,
  identity: Identity,
  now: Date,
  work: (trx: Transaction<Tables>) => Promise<R>,
): Promise<R> => open(db, { ...identity, now: now.toISOString() }, false, work)

/**
 * Reads for the given actor. With `asOf`, every versioned table is read as it stood at that moment; the store functions
 * need not know.
 */
export const readAs = <R>(
  db: Kysely<Tables>,
  identity: Identity,
  work: (trx: Transaction<Tables>) => Promise<R>,
  asOf: Date | null = null,
): Promise<R> =>
  asOf === null
    ? open(db, identity, true, work)
    : open(db, { ...identity, asOf: asOf.toISOString() }, true, (trx) => work(trx.withPlugin(asOfPlugin)))
