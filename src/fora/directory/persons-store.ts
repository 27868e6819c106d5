import { sql } from 'kysely'
import { sortKey } from '../../base/danish.ts'
import type { Trx } from '../../db/db.ts'

/** An office as it stands beside the person who holds it. */
export interface HeldOffice {
  id: string
  title: string
  organisationId: string | null
  organisationName: string | null
}

export interface PersonRow {
  id: string
  name: string
  sortName: string
  email: string | null
  /** The offices held on the day; empty for one who holds none. */
  offices: HeldOffice[]
}

interface PersonQuery {
  district: string
  day: string
  /** Words to find in name, office and organisation; empty for all. */
  words: string
  organisationId: string | null
}

/** How alike a word must be to one in the text to be found in spite of a misspelling. */
const typoTolerance = 0.55

/** The persons the actor may see, with their offices on the day, in one statement. */
export async function listPersons(trx: Trx, query: PersonQuery): Promise<PersonRow[]> {
  const { district, day, organisationId } = query
  const words = query.words.toLowerCase()
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<PersonRow>`
    select person.id, person.name, person.sort_name as "sortName", person.email, coalesce(held.offices, '[]') as offices
    from ${sql.table('people.person')} as person
    left join (
      select tenure.person_id, string_agg(office.title || ' ' || coalesce(organisation.name, ''), ' ') as words,
        array_agg(organisation.id) as organisations,
        json_agg(json_build_object('id', office.id, 'title', office.title, 'organisationId', organisation.id,
          'organisationName', organisation.name) order by office.sort_title) as offices
      from ${sql.table('people.tenure')} as tenure
      join ${sql.table('people.office')} as office on office.district = tenure.district and office.id = tenure.office_id
      left join ${sql.table('people.organisation')} as organisation
        on organisation.district = office.district and organisation.id = office.organisation_id
      where tenure.district = ${district} and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
      group by tenure.person_id) as held on held.person_id = person.id
    where person.district = ${district}
      ${
        words === ''
          ? sql``
          : sql`and (lower(person.name || ' ' || coalesce(held.words, '')) like ${pattern}
              or word_similarity(${words}, lower(person.name || ' ' || coalesce(held.words, ''))) > ${typoTolerance})`
      }
      ${organisationId === null ? sql`` : sql`and ${organisationId}::uuid = any (held.organisations)`}
    order by person.sort_name`.execute(trx)
  return rows
}

export interface Person {
  id: string
  name: string
  email: string | null
  version: number
}

export const findPerson = (trx: Trx, district: string, id: string): Promise<Person | undefined> =>
  trx
    .selectFrom('people.person as person')
    .select(['person.id', 'person.name', 'person.email', 'person.version'])
    .where('person.district', '=', district)
    .where('person.id', '=', id)
    .executeTakeFirst()

export interface TenureRow {
  officeId: string
  title: string
  organisationId: string | null
  organisationName: string | null
  /** The municipality of the office, or else of its organisation. */
  municipalityName: string | null
  since: string
  until: string | null
}

/** The offices a person holds, has held or is to hold, latest first. */
export async function listTenuresOfPerson(trx: Trx, district: string, personId: string): Promise<TenureRow[]> {
  const { rows } = await sql<TenureRow>`
    select office.id as "officeId", office.title, organisation.id as "organisationId", organisation.name as "organisationName",
      municipality.name as "municipalityName", tenure.valid_from as since, tenure.valid_to as until
    from ${sql.table('people.tenure')} as tenure
    join ${sql.table('people.office')} as office on office.district = tenure.district and office.id = tenure.office_id
    left join ${sql.table('people.organisation')} as organisation
      on organisation.district = office.district and organisation.id = office.organisation_id
    left join people.municipality as municipality
      on municipality.code = coalesce(office.municipality_code, organisation.municipality_code)
    where tenure.district = ${district} and tenure.person_id = ${personId}
    order by tenure.valid_from desc, office.sort_title`.execute(trx)
  return rows
}

/** True when another person of the district has the address. */
export const isEmailTaken = async (trx: Trx, district: string, email: string, personId: string): Promise<boolean> =>
  (await trx
    .selectFrom('people.person as person')
    .select('person.id')
    .where('person.district', '=', district)
    .where('person.email', '=', email)
    .where('person.id', '<>', personId)
    .executeTakeFirst()) !== undefined

/** False when somebody else changed the person first. */
export async function changePerson(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: { name: string; email: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('people.person')
    .set((eb) => ({
      name: fields.name,
      sort_name: sortKey(fields.name),
      email: fields.email,
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
