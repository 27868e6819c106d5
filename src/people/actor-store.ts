import type { Trx } from '../db/db.ts'
import { type Actor, publicActor } from './actor.ts'
import { findPersonOf, grantsOf } from './store.ts'

/** The fora an account sits in on a day. */
export type FindSeats = (trx: Trx, accountId: string, district: string, on: string) => Promise<Actor['fora']>

/** An account with everything that decides what it may see and do in a district on a day. */
export async function findActor(
  trx: Trx,
  account: { accountId: string; name: string },
  { district, on, requestId }: { district: string; on: string; requestId: string },
  findSeats: FindSeats,
): Promise<Actor> {
  return {
    ...publicActor(district, requestId),
    ...account,
    ...(await findPersonOf(trx, account.accountId, district, on)),
    grants: await grantsOf(trx, account.accountId, district, on),
    fora: await findSeats(trx, account.accountId, district, on),
  }
}
