import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { SeatRole } from './rules.ts'

/** A seat that stands empty or whose term has run out. */
export interface OpenSeat {
  id: string
  forumSlug: string
  forumName: string
  forumMunicipality: string | null
  label: string
  role: SeatRole
  officeId: string | null
  organisationName: string | null
  municipalityCode: string | null
  municipalityName: string | null
  vacant: boolean
  /** When the last holder left; null when nobody ever held the office. */
  vacantSince: string | null
  /** When somebody is to take over. */
  nextFrom: string | null
  /** The day the term ran out; null when it has not. */
  expiredOn: string | null
}

/**
 * Vacant seats and terms that have run out in all fora that are not closed, in one statement. Nothing for an actor who
 * may not see who holds offices.
 */
export async function listOpenSeats(trx: Trx, district: string, day: string): Promise<OpenSeat[]> {
  const { rows } = await sql<OpenSeat>`
    select * from (
      select seat.id, forum.slug as "forumSlug", forum.name as "forumName", forum.sort_name as "sortForum",
        forum.municipality_code as "forumMunicipality",
        coalesce(office.title, organisation.name, own.name) as label, seat.role, seat.office_id as "officeId",
        coalesce(organisation.name, employer.name) as "organisationName",
        coalesce(forum.municipality_code, office.municipality_code, employer.municipality_code, organisation.municipality_code) as "municipalityCode",
        municipality.name as "municipalityName",
        seat.office_id is not null and not exists (
          select 1 from ${sql.table('people.tenure')} as tenure
          where tenure.district = seat.district and tenure.office_id = seat.office_id
            and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})) as vacant,
        (select max(past.valid_to) from ${sql.table('people.tenure')} as past
          where past.district = seat.district and past.office_id = seat.office_id and past.valid_to <= ${day}) as "vacantSince",
        (select min(coming.valid_from) from ${sql.table('people.tenure')} as coming
          where coming.district = seat.district and coming.office_id = seat.office_id and coming.valid_from > ${day}) as "nextFrom",
        case when seat.term_ends < ${day} then seat.term_ends end as "expiredOn"
      from ${sql.table('fora.seat')} as seat
      join ${sql.table('fora.forum')} as forum on forum.district = seat.district and forum.id = seat.forum_id
      left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
      left join ${sql.table('people.organisation')} as employer on employer.district = office.district and employer.id = office.organisation_id
      left join ${sql.table('people.organisation')} as organisation on organisation.district = seat.district and organisation.id = seat.organisation_id
      left join ${sql.table('people.person')} as own on own.district = seat.district and own.id = seat.person_id
      left join people.municipality as municipality on municipality.code =
        coalesce(forum.municipality_code, office.municipality_code, employer.municipality_code, organisation.municipality_code)
      where seat.district = ${district} and forum.status <> 'closed' and guard.reach() in ('all', 'partner')
        and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
    ) as found
    where found.vacant or found."expiredOn" is not null
    order by found."sortForum", found.label, found.id`.execute(trx)
  return rows
}
