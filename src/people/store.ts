import { sql } from 'kysely'
import type { Db, Trx } from '../db/db.ts'
import type { GrantedRole } from './permissions.ts'

export interface District {
  id: string
  name: string
}

/** The districts that are in use in this installation, by name. */
export const listDistricts = (db: Db | Trx): Promise<District[]> =>
  db.selectFrom('people.district').select(['id', 'name']).where('in_use', '=', true).orderBy('name').execute()

/** Every district, for the command line. */
export const findDistrict = (db: Db | Trx, id: string): Promise<District | undefined> =>
  db.selectFrom('people.district').select(['id', 'name']).where('id', '=', id).executeTakeFirst()

export interface Municipality {
  code: string
  name: string
}

/** The municipalities that belong to a district on a day, in Danish order. */
export const listMunicipalities = (trx: Trx, district: string, on: string): Promise<Municipality[]> =>
  trx
    .selectFrom('people.municipality_district as belongs')
    .innerJoin('people.municipality as municipality', 'municipality.code', 'belongs.municipality_code')
    .select(['municipality.code', 'municipality.name'])
    .where('belongs.district', '=', district)
    .where('belongs.valid_from', '<=', on)
    .where((eb) => eb.or([eb('belongs.valid_to', 'is', null), eb('belongs.valid_to', '>', on)]))
    .orderBy('municipality.sort_name')
    .execute()

export interface Grant {
  id: string
  role: GrantedRole
  municipalityCode: string | null
}

/** The roles an account has been granted in a district and that count on the day. */
export const grantsOf = (trx: Trx, accountId: string, district: string, on: string): Promise<Grant[]> =>
  trx
    .selectFrom('people.role_grant')
    .select(['id', 'role', 'municipality_code as municipalityCode'])
    .where('district', '=', district)
    .where('account_id', '=', accountId)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .execute()

/** The districts where an account has a role or is a person of the register. */
export const districtsOf = async (db: Db | Trx, accountId: string, on: string): Promise<string[]> => {
  const { rows } = await sql<{ district: string }>`
    select district from people.role_grant
      where account_id = ${accountId} and valid_from <= ${on} and (valid_to is null or valid_to > ${on})
    union select district from people.person where account_id = ${accountId} order by 1`.execute(db)
  return rows.map(({ district }) => district)
}

/** A district that is in use in this installation. */
export const findUsedDistrict = (trx: Trx, id: string): Promise<District | undefined> =>
  trx
    .selectFrom('people.district')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('in_use', '=', true)
    .executeTakeFirst()

/** The person of the district's register that an account belongs to, with the offices held on a day. */
export async function findPersonOf(
  trx: Trx,
  accountId: string,
  district: string,
  on: string,
): Promise<{ personId: string | null; offices: string[] }> {
  const { rows } = await sql<{ personId: string; offices: string[] }>`
    select person.id as "personId", array(select tenure.office_id::text from people.tenure as tenure
      where tenure.district = person.district and tenure.person_id = person.id
        and tenure.valid_from <= ${on} and (tenure.valid_to is null or tenure.valid_to > ${on})) as offices
    from people.person as person where person.district = ${district} and person.account_id = ${accountId} limit 1`.execute(
    trx,
  )
  return rows[0] ?? { personId: null, offices: [] }
}
