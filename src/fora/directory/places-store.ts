import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { SeatRole } from '../seats/rules.ts'
import type { Place } from './rules.ts'

/** A seat on a day with whoever sits there, as far as the actor may see it. */
export interface HeldPlace extends Place {
  personId: string | null
  organisationId: string | null
}

/** Every seat that counts on the day: what the meetings of persons and organisations are added up from. */
export async function listPlaces(trx: Trx, district: string, day: string): Promise<HeldPlace[]> {
  const { rows } = await sql<HeldPlace>`
    select seat.forum_id as "forumId", forum.cadence, forum.status, seat.role,
      coalesce(seat.person_id, tenure.person_id) as "personId",
      coalesce(seat.organisation_id, office.organisation_id) as "organisationId"
    from ${sql.table('fora.seat')} as seat
    join ${sql.table('fora.forum')} as forum on forum.district = seat.district and forum.id = seat.forum_id
    left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
    left join ${sql.table('people.tenure')} as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    where seat.district = ${district} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})`.execute(
    trx,
  )
  return rows
}

/** A seat a person has, had or is to have: through an office for as long as they hold it, or in their own name. */
export interface PersonPlace extends Place {
  slug: string
  forumName: string
  role: SeatRole
  officeId: string | null
  officeTitle: string | null
  since: string
  until: string | null
}

/** All seats of a person, past and coming ones too, latest first. */
export async function listPlacesOfPerson(trx: Trx, district: string, personId: string): Promise<PersonPlace[]> {
  const { rows } = await sql<PersonPlace>`
    select forum.id as "forumId", forum.slug, forum.name as "forumName", forum.cadence, forum.status, seat.role,
      office.id as "officeId", office.title as "officeTitle",
      greatest(seat.valid_from, tenure.valid_from) as since, least(seat.valid_to, tenure.valid_to) as until
    from ${sql.table('fora.seat')} as seat
    join ${sql.table('fora.forum')} as forum on forum.district = seat.district and forum.id = seat.forum_id
    left join ${sql.table('people.tenure')} as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
      and tenure.person_id = ${personId}
    left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
    where seat.district = ${district} and (seat.person_id = ${personId} or tenure.id is not null)
      and (least(seat.valid_to, tenure.valid_to) is null
        or least(seat.valid_to, tenure.valid_to) > greatest(seat.valid_from, tenure.valid_from))
    order by since desc, forum.sort_name`.execute(trx)
  return rows
}
