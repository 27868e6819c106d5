import { AsyncLocalStorage } from 'node:async_hooks'
import { programChain, record } from '../audit/store.ts'
import type { Clock } from '../base/time.ts'
import type { Db } from '../db/db.ts'
import { transact } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import type { NoteEvent, SignInEvent } from './events.ts'

/** The id of the request that is being answered, for the log. */
export const requestInHand = new AsyncLocalStorage<string>()

const details = (event: SignInEvent): Record<string, string> => {
  if (event.kind === 'signedIn') return { method: event.method }
  if (event.kind === 'refused') return { method: event.method, reason: event.reason }
  if (event.kind === 'locked') return { method: event.method, ...(event.until && { until: event.until.toISOString() }) }
  return {}
}

/** An address as it was typed. People sometimes type their password there, so what is no address is left out. */
const typed = (email: string | null): string =>
  email !== null && /^[^@\s]{1,100}@[^@\s]{1,100}$/.test(email) ? email.replaceAll('\0', '') : ''

/** Writes what happens around signing in to the log that belongs to no district. */
export const noteInLog =
  (db: Db, clock: Clock): NoteEvent =>
  async (event) => {
    const known = 'accountId' in event ? event.accountId : null
    const name = 'name' in event ? event.name : typed(event.email)
    // Whoever tried a password in vain has not shown to be the account's owner.
    const isOwner = event.kind !== 'refused' && event.kind !== 'locked'
    const account = isOwner ? known : null
    const identity = { ...programIdentity(name, '*'), account, request: requestInHand.getStore() ?? '' }
    await transact(db, identity, clock(), (trx) =>
      record(trx, programChain, {
        action: `signIn.${event.kind}`,
        subjectKind: 'account',
        subjectId: known ?? '',
        subjectName: name,
        changes: Object.entries(details(event)).map(([field, after]) => ({ field, before: null, after })),
      }),
    )
  }
