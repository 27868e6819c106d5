import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import { annexFields } from '../register/rules.ts'
import type { MemberSeat, OverviewForum } from './rules.ts'

const columns: Record<(typeof annexFields)[number], string> = {
  topic: 'topic',
  legalBasis: 'legal_basis',
  purpose: 'purpose',
  actionPlans: 'action_plans',
  interfaces: 'interfaces',
  participants: 'participants',
  cadence: 'cadence',
}

/** A field of the forum, or its group's where the forum has none of its own: the annex prints the group's. */
const inherited = sql.join(
  annexFields.map(
    (field) =>
      sql`coalesce(nullif(${sql.ref(`forum.${columns[field]}`)}, ''), ${sql.ref(`collective.${columns[field]}`)}, '') as ${sql.ref(field)}`,
  ),
)

/** Every forum the actor may see, closed ones included, with what the overview counts. */
export async function listOverviewFora(trx: Trx, district: string): Promise<OverviewForum[]> {
  const { rows } = await sql<OverviewForum>`
    select forum.id, forum.slug, forum.name, forum.sort_name as "sortName", category.number as "categoryNumber",
      category.name as "categoryName", forum.level, forum.status, forum.group_id as "groupId", ${inherited},
      coalesce(law.total, 0)::int as "legalReferences"
    from ${sql.table('fora.forum')} as forum
    join ${sql.table('fora.category')} as category on category.district = forum.district and category.id = forum.category_id
    left join ${sql.table('fora.forum_group')} as collective on collective.district = forum.district and collective.id = forum.group_id
    left join (
      select link.forum_id, count(*) as total from ${sql.table('fora.forum_legal_reference')} as link
      where link.district = ${district} group by link.forum_id) as law on law.forum_id = forum.id
    where forum.district = ${district}
    order by forum.sort_name`.execute(trx)
  return rows
}

/** The seats of all fora on a day, with whoever holds them. */
export async function listMemberSeats(trx: Trx, district: string, day: string): Promise<MemberSeat[]> {
  const { rows } = await sql<MemberSeat>`
    select seat.forum_id as "forumId",
      coalesce(tenure.person_id, seat.person_id, seat.office_id, seat.organisation_id)::text as "memberId",
      coalesce(holder.name, own.name, office.title, organisation.name) as "memberName",
      coalesce(seat.organisation_id, office.organisation_id) as "organisationId",
      coalesce(organisation.name, employer.name) as "organisationName",
      coalesce(tenure.person_id, seat.person_id) as "personId", coalesce(holder.name, own.name) as "personName",
      seat.office_id is not null and tenure.id is null as vacant
    from ${sql.table('fora.seat')} as seat
    left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
    left join ${sql.table('people.organisation')} as employer on employer.district = office.district and employer.id = office.organisation_id
    left join ${sql.table('people.organisation')} as organisation on organisation.district = seat.district and organisation.id = seat.organisation_id
    left join ${sql.table('people.person')} as own on own.district = seat.district and own.id = seat.person_id
    left join ${sql.table('people.tenure')} as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    left join ${sql.table('people.person')} as holder on holder.district = tenure.district and holder.id = tenure.person_id
    where seat.district = ${district} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
    order by seat.forum_id, seat.id`.execute(trx)
  return rows
}
