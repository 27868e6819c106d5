import { sql } from 'kysely'
import type { Trx } from '../db/db.ts'
import type { GrantedRole } from '../people/permissions.ts'

export interface GrantRow {
  id: string
  accountId: string
  role: GrantedRole
  municipalityCode: string | null
  municipalityName: string | null
  validFrom: string
  validTo: string | null
  grantedBy: string
}

/** Every grant of a district that counts on the day or later; one account's only when it is given. */
export const listGrants = (
  trx: Trx,
  district: string,
  on: string,
  accountId: string | null = null,
): Promise<GrantRow[]> =>
  trx
    .selectFrom('people.role_grant as given')
    .leftJoin('people.municipality as municipality', 'municipality.code', 'given.municipality_code')
    .select([
      'given.id',
      'given.account_id as accountId',
      'given.role',
      'given.municipality_code as municipalityCode',
      'municipality.name as municipalityName',
      'given.valid_from as validFrom',
      'given.valid_to as validTo',
      'given.granted_by as grantedBy',
    ])
    .where('given.district', '=', district)
    .where((eb) => eb.or([eb('given.valid_to', 'is', null), eb('given.valid_to', '>', on)]))
    .$if(accountId !== null, (query) => query.where('given.account_id', '=', accountId))
    .orderBy('given.role')
    .orderBy('municipality.sort_name')
    .execute()

interface NewGrant {
  accountId: string
  role: GrantedRole
  municipalityCode: string | null
  from: string
  grantedBy: string
}

/** False when the account has the role already: given twice, it would still count when it was taken away once. */
export const addGrant = async (trx: Trx, district: string, grant: NewGrant): Promise<boolean> => {
  const held = await listGrants(trx, district, grant.from, grant.accountId)
  if (held.some(({ role, municipalityCode }) => role === grant.role && municipalityCode === grant.municipalityCode))
    return false
  await trx
    .insertInto('people.role_grant')
    .values({
      district,
      account_id: grant.accountId,
      role: grant.role,
      municipality_code: grant.municipalityCode,
      valid_from: grant.from,
      granted_by: grant.grantedBy,
    })
    .execute()
  return true
}

/** Ends a grant on a day. False when it had ended already. */
export const endGrant = async (trx: Trx, district: string, id: string, on: string): Promise<boolean> => {
  const done = await trx
    .updateTable('people.role_grant')
    .set({ valid_to: sql`greatest(${on}::date, valid_from)` })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export interface AccountPerson {
  accountId: string
  personId: string
  name: string
}

/** Accounts that ever had a role in the district, so that none is lost from sight when its last role ends. */
export const listEverGranted = async (trx: Trx, district: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('people.role_grant as given')
      .select('given.account_id as accountId')
      .distinct()
      .where('given.district', '=', district)
      .execute()
  ).map(({ accountId }) => accountId)

/** True when a person of the register has this work e-mail. */
export const isEmailOfPerson = async (trx: Trx, district: string, email: string): Promise<boolean> =>
  (await trx
    .selectFrom('people.person as person')
    .select('person.id')
    .where('person.district', '=', district)
    .where('person.email', '=', email.trim().toLowerCase())
    .executeTakeFirst()) !== undefined

/** Persons of the register that belong to an account. */
export const listAccountPersons = async (trx: Trx, district: string): Promise<AccountPerson[]> =>
  (
    await trx
      .selectFrom('people.person as person')
      .select(['person.account_id as accountId', 'person.id as personId', 'person.name'])
      .where('person.district', '=', district)
      .where('person.account_id', 'is not', null)
      .execute()
  ).flatMap(({ accountId, ...rest }) => (accountId === null ? [] : [{ accountId, ...rest }]))

/** Ties an account to the person with the same work e-mail, so that the person's seats give roles. */
export const tieAccount = async (trx: Trx, district: string, accountId: string, email: string): Promise<void> => {
  await trx
    .updateTable('people.person')
    .set((eb) => ({ account_id: accountId, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('email', '=', email.trim().toLowerCase())
    .where('account_id', 'is', null)
    .execute()
}
