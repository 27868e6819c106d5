import { sql } from 'kysely'
import type { Trx } from '../db/db.ts'

export interface SeenForum {
  slug: string
  name: string
  openness: 'closed' | 'partners' | 'public'
}

/** The fora of a district that the actor of the transaction may see. */
export const listForaSeen = (trx: Trx, district: string): Promise<SeenForum[]> =>
  trx
    .selectFrom('fora.forum as forum')
    .select(['forum.slug', 'forum.name', 'forum.openness'])
    .where('forum.district', '=', district)
    .orderBy('forum.sort_name')
    .execute()

/** Districts where the account has a role, now or later, or is a person of the register. */
export async function districtsOfAccount(trx: Trx, accountId: string, on: string): Promise<string[]> {
  const { rows } = await sql<{ district: string }>`
    select district from people.role_grant where account_id = ${accountId} and (valid_to is null or valid_to > ${on})
    union select district from people.person where account_id = ${accountId}`.execute(trx)
  return rows.map(({ district }) => district)
}

/** Districts where the account is administrator on the day. */
export async function administeredBy(trx: Trx, accountId: string, on: string): Promise<string[]> {
  const { rows } = await sql<{ district: string }>`
    select distinct district from people.role_grant where account_id = ${accountId} and role = 'administrator'
      and valid_from <= ${on} and (valid_to is null or valid_to > ${on})`.execute(trx)
  return rows.map(({ district }) => district)
}

/** How many grants of the role administrator count in a district on the day. */
export async function countAdministrators(trx: Trx, district: string, on: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(distinct account_id) as count from people.role_grant where district = ${district} and role = 'administrator'
      and valid_from <= ${on} and (valid_to is null or valid_to > ${on})`.execute(trx)
  return Number(rows[0]?.count ?? 0)
}
