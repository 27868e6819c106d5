import { sql } from 'kysely'
import { sortKey } from '../../base/danish.ts'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { SeatRole } from '../seats/rules.ts'
import type { OrganisationKind } from './rules.ts'

/** What can be edited about an organisation. */
export interface OrganisationFields {
  name: string
  kind: OrganisationKind
  /** What the cooperation with it is for. */
  purpose: string
  municipalityCode: string | null
  parentId: string | null
}

export interface OrganisationRow extends OrganisationFields {
  id: string
  sortName: string
  municipalityName: string | null
  parentName: string | null
  version: number
}

const organisationsOf = (district: string) => sql`
  select organisation.id, organisation.name, organisation.sort_name as "sortName", organisation.kind, organisation.purpose,
    organisation.municipality_code as "municipalityCode", municipality.name as "municipalityName",
    organisation.parent_id as "parentId", parent.name as "parentName", organisation.version
  from ${sql.table('people.organisation')} as organisation
  left join ${sql.table('people.organisation')} as parent on parent.district = organisation.district and parent.id = organisation.parent_id
  left join people.municipality as municipality on municipality.code = organisation.municipality_code
  where organisation.district = ${district}`

const typoTolerance = 0.55

/** The organisations that exist on the day, found by words in name and purpose. */
export async function listOrganisations(
  trx: Trx,
  query: { district: string; day: string; words: string; kind: OrganisationKind | null },
): Promise<OrganisationRow[]> {
  const words = query.words.toLowerCase()
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<OrganisationRow>`${organisationsOf(query.district)}
    and organisation.valid_from <= ${query.day} and (organisation.valid_to is null or organisation.valid_to > ${query.day})
    ${query.kind === null ? sql`` : sql`and organisation.kind = ${query.kind}`}
    ${
      words === ''
        ? sql``
        : sql`and (lower(organisation.name || ' ' || organisation.purpose) like ${pattern}
            or word_similarity(${words}, lower(organisation.name || ' ' || organisation.purpose)) > ${typoTolerance})`
    }
    order by organisation.sort_name`.execute(trx)
  return rows
}

/** The organisation, also one that has ended. */
export async function findOrganisation(trx: Trx, district: string, id: string): Promise<OrganisationRow | undefined> {
  const { rows } = await sql<OrganisationRow>`${organisationsOf(district)} and organisation.id = ${id}`.execute(trx)
  return rows[0]
}

export interface OfficeRow {
  id: string
  title: string
  holderId: string | null
  holderName: string | null
}

/** The offices of an organisation with their holders on the day, as far as the actor may see them. */
export async function listOfficesOf(
  trx: Trx,
  district: string,
  organisationId: string,
  day: string,
): Promise<OfficeRow[]> {
  const { rows } = await sql<OfficeRow>`
    select office.id, office.title, person.id as "holderId", person.name as "holderName"
    from ${sql.table('people.office')} as office
    left join ${sql.table('people.tenure')} as tenure on tenure.district = office.district and tenure.office_id = office.id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    left join ${sql.table('people.person')} as person on person.district = tenure.district and person.id = tenure.person_id
    where office.district = ${district} and office.organisation_id = ${organisationId}
      and office.valid_from <= ${day} and (office.valid_to is null or office.valid_to > ${day})
    order by office.sort_title`.execute(trx)
  return rows
}

export interface OrganisationSeat {
  forumId: string
  slug: string
  forumName: string
  cadence: string
  status: 'active' | 'paused' | 'closed'
  role: SeatRole
  /** The office the seat belongs to; null for a seat of the organisation itself. */
  officeTitle: string | null
}

/** The seats that an organisation, or an office of it, has in fora on the day. */
export async function listSeatsOf(
  trx: Trx,
  district: string,
  organisationId: string,
  day: string,
): Promise<OrganisationSeat[]> {
  const { rows } = await sql<OrganisationSeat>`
    select forum.id as "forumId", forum.slug, forum.name as "forumName", forum.cadence, forum.status, seat.role, office.title as "officeTitle"
    from ${sql.table('fora.seat')} as seat
    join ${sql.table('fora.forum')} as forum on forum.district = seat.district and forum.id = seat.forum_id
    left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
    where seat.district = ${district} and ${organisationId} in (seat.organisation_id, office.organisation_id)
      and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
    order by forum.sort_name, office.sort_title`.execute(trx)
  return rows
}

const columnsOf = (fields: OrganisationFields) => ({
  name: fields.name,
  sort_name: sortKey(fields.name),
  kind: fields.kind,
  purpose: fields.purpose,
  municipality_code: fields.municipalityCode,
  parent_id: fields.parentId,
})

/** Adds an organisation from a day on and returns its id. */
export const addOrganisation = async (
  trx: Trx,
  district: string,
  fields: OrganisationFields,
  from: CalendarDay,
): Promise<string> =>
  (
    await trx
      .insertInto('people.organisation')
      .values({ district, valid_from: from, ...columnsOf(fields) })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** False when somebody else changed the organisation first. */
export async function changeOrganisation(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: OrganisationFields,
): Promise<boolean> {
  const done = await trx
    .updateTable('people.organisation')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
