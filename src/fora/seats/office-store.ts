import { sql } from 'kysely'
import { sortKey } from '../../base/danish.ts'
import type { Trx } from '../../db/db.ts'
import type { OfficeRow } from './offices.ts'

/**
 * Every office of the district on a day, those that have ended included, in one statement. Who holds one is read only
 * where the actor may see it.
 */
export async function listOffices(trx: Trx, district: string, day: string): Promise<OfficeRow[]> {
  const { rows } = await sql<OfficeRow>`
    select office.id, office.title, office.sort_title as "sortTitle", office.organisation_id as "organisationId",
      organisation.name as "organisationName", organisation.sort_name as "sortOrganisation",
      office.municipality_code as "municipalityCode", municipality.name as "municipalityName",
      holder.id as "holderId", holder.name as "holderName", holder.sort_name as "sortHolder", tenure.valid_from as since,
      case when tenure.id is null then past.until end as "vacantSince", past.next as "nextFrom",
      coalesce(seats.total, 0)::int as seats, guard.reach() in ('all', 'partner') as "holderKnown",
      office.valid_to is not null and office.valid_to <= ${day} as ended
    from ${sql.table('people.office')} as office
    left join ${sql.table('people.organisation')} as organisation
      on organisation.district = office.district and organisation.id = office.organisation_id
    left join people.municipality as municipality on municipality.code = office.municipality_code
    left join ${sql.table('people.tenure')} as tenure on tenure.district = office.district and tenure.office_id = office.id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    left join ${sql.table('people.person')} as holder on holder.district = tenure.district and holder.id = tenure.person_id
    left join (
      select other.office_id, max(other.valid_to) filter (where other.valid_to <= ${day}) as until,
        min(other.valid_from) filter (where other.valid_from > ${day}) as next
      from ${sql.table('people.tenure')} as other where other.district = ${district} group by other.office_id
    ) as past on past.office_id = office.id
    left join (
      select seat.office_id, count(*) as total from ${sql.table('fora.seat')} as seat
      where seat.district = ${district} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
      group by seat.office_id) as seats on seats.office_id = office.id
    where office.district = ${district}`.execute(trx)
  return rows
}

export interface Office {
  id: string
  title: string
  organisationId: string | null
  organisationName: string | null
  municipalityCode: string | null
  municipalityName: string | null
  validFrom: string
  validTo: string | null
  version: number
}

export const findOffice = (trx: Trx, district: string, id: string): Promise<Office | undefined> =>
  trx
    .selectFrom('people.office as office')
    .leftJoin('people.organisation as organisation', (join) =>
      join
        .onRef('organisation.district', '=', 'office.district')
        .onRef('organisation.id', '=', 'office.organisation_id'),
    )
    .leftJoin('people.municipality as municipality', 'municipality.code', 'office.municipality_code')
    .select([
      'office.id',
      'office.title',
      'office.organisation_id as organisationId',
      'organisation.name as organisationName',
      'office.municipality_code as municipalityCode',
      'municipality.name as municipalityName',
      'office.valid_from as validFrom',
      'office.valid_to as validTo',
      'office.version',
    ])
    .where('office.district', '=', district)
    .where('office.id', '=', id)
    .executeTakeFirst()

export interface OfficeFields {
  title: string
  organisationId: string | null
  municipalityCode: string | null
  validTo: string | null
}

const columnsOf = (fields: OfficeFields) => ({
  title: fields.title,
  sort_title: sortKey(fields.title),
  organisation_id: fields.organisationId,
  municipality_code: fields.municipalityCode,
  valid_to: fields.validTo,
})

/** Adds an office and returns its id; null when there is one with this title. */
export const addOffice = async (
  trx: Trx,
  district: string,
  fields: OfficeFields,
  since: string,
): Promise<string | null> =>
  (
    await trx
      .insertInto('people.office')
      .values({ district, valid_from: since, ...columnsOf(fields) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

/** The office that goes by a title now. */
export const findOfficeByTitle = async (trx: Trx, district: string, title: string): Promise<string | null> =>
  (
    await trx
      .selectFrom('people.office as office')
      .select('office.id')
      .where('office.district', '=', district)
      .where('office.sort_title', '=', sortKey(title))
      .where('office.valid_to', 'is', null)
      .executeTakeFirst()
  )?.id ?? null

/** False when somebody else changed the office, or its holder, first. */
export async function changeOffice(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: OfficeFields,
): Promise<boolean> {
  const done = await trx
    .updateTable('people.office')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export interface Named {
  id: string
  name: string
}

/** Every organisation by name, for choosing one. */
export const listOrganisationNames = (trx: Trx, district: string, day: string): Promise<Named[]> =>
  trx
    .selectFrom('people.organisation as organisation')
    .select(['organisation.id', 'organisation.name'])
    .where('organisation.district', '=', district)
    .where((eb) => eb.or([eb('organisation.valid_to', 'is', null), eb('organisation.valid_to', '>', day)]))
    .orderBy('organisation.sort_name')
    .execute()

/** The titles of offices that have not ended, in Danish order. */
export const listOfficeTitles = async (trx: Trx, district: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('people.office as office')
      .select('office.title')
      .where('office.district', '=', district)
      .where('office.valid_to', 'is', null)
      .orderBy('office.sort_title')
      .execute()
  ).map(({ title }) => title)

/** Who last changed something, as the log tells it. */
export const lastChangeOf = (
  trx: Trx,
  district: string,
  subject: { kind: string; id: string },
): Promise<{ at: Date; actorName: string } | undefined> =>
  trx
    .selectFrom('audit.entry as entry')
    .select(['entry.at', 'entry.actor_name as actorName'])
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', subject.kind)
    .where('entry.subject_id', '=', subject.id)
    .orderBy('entry.number', 'desc')
    .limit(1)
    .executeTakeFirst()
