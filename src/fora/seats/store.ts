import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { Party, SeatRole } from './rules.ts'

/** A seat of a forum on a day, with the person in it. */
export interface SeatRow {
  id: string
  role: SeatRole
  /** The office, organisation or person the seat belongs to, as it is called; empty where the actor may not see the person. */
  label: string
  officeId: string | null
  organisationId: string | null
  organisationName: string | null
  personId: string | null
  /** Who sits there on the day; null when vacant, or for an organisation that sends whom it wants. */
  holderName: string | null
  holderId: string | null
  /** False when the actor may not see who sits there, so that silence is not taken for a vacant seat. */
  holderKnown: boolean
  /** When the holder came to the seat: with the seat or with the office, whichever was later. */
  since: string
  /** When the last holder of a vacant office left; null when the office never had one. */
  vacantSince: string | null
  party: Party
  appointedBy: string
  termEnds: string | null
  validFrom: string
  validTo: string | null
  version: number
}

const rank = sql`array_position(array['chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson'], seat.role)`

const readSeats = async (
  trx: Trx,
  district: string,
  day: string,
  chosen: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<SeatRow[]> => {
  const { rows } = await sql<SeatRow>`
    select seat.id, seat.role, coalesce(office.title, organisation.name, own.name, '') as label,
      seat.office_id as "officeId", coalesce(seat.organisation_id, office.organisation_id) as "organisationId",
      coalesce(organisation.name, employer.name) as "organisationName", seat.person_id as "personId",
      coalesce(holder.name, own.name) as "holderName", coalesce(holder.id, own.id) as "holderId",
      guard.reach() in ('all', 'partner') or seat.forum_id = any (guard.fora()) as "holderKnown",
      greatest(seat.valid_from, tenure.valid_from) as since,
      case when seat.office_id is not null and tenure.id is null then (
        select max(past.valid_to) from ${sql.table('people.tenure')} as past
        where past.district = seat.district and past.office_id = seat.office_id and past.valid_to <= ${day}) end as "vacantSince",
      coalesce(seat.party, case coalesce(organisation.kind, employer.kind)
        when 'police' then 'police' when 'policeStation' then 'police' when 'municipality' then 'municipality'
        when 'association' then 'community' when 'business' then 'community' else 'other' end) as party,
      seat.appointed_by as "appointedBy", seat.term_ends as "termEnds", seat.valid_from as "validFrom", seat.valid_to as "validTo", seat.version
    from ${sql.table('fora.seat')} as seat
    left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
    left join ${sql.table('people.organisation')} as employer on employer.district = office.district and employer.id = office.organisation_id
    left join ${sql.table('people.organisation')} as organisation on organisation.district = seat.district and organisation.id = seat.organisation_id
    left join ${sql.table('people.person')} as own on own.district = seat.district and own.id = seat.person_id
    left join ${sql.table('people.tenure')} as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    left join ${sql.table('people.person')} as holder on holder.district = tenure.district and holder.id = tenure.person_id
    where seat.district = ${district} and ${chosen}
    order by ${order}`.execute(trx)
  return rows
}

const byName = sql`coalesce(office.sort_title, organisation.sort_name, own.sort_name)`

/** The seats of a forum on a day, chair first. The statements do not grow with the number of seats. */
export const listSeats = (trx: Trx, district: string, forumId: string, day: string): Promise<SeatRow[]> =>
  readSeats(
    trx,
    district,
    day,
    sql`seat.forum_id = ${forumId} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})`,
    sql`${rank}, ${byName}`,
  )

/** Every seat a forum has, has had and is to have; whose period began last comes first among those of one role. */
export const listAllSeats = (trx: Trx, district: string, forumId: string, day: string): Promise<SeatRow[]> =>
  readSeats(trx, district, day, sql`seat.forum_id = ${forumId}`, sql`${rank}, ${byName}, seat.valid_from desc`)
