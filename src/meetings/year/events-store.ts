import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import { type Meeting, readMeetings } from '../meeting/meeting-store.ts'
import { defaultOrders, type Orders } from '../orders/orders.ts'
import type { Deadline } from './events.ts'

/** Whose meetings are asked for; null stands for everybody's. */
export interface Whose {
  municipality: string | null
  forumId: string | null
  /** A person, with the fora they sit in. */
  person: { id: string; fora: readonly string[] } | null
}

const chosenBy = ({ municipality, forumId, person }: Whose) => sql`true
  ${municipality === null ? sql`` : sql`and meeting.municipality_code = ${municipality}`}
  ${forumId === null ? sql`` : sql`and meeting.forum_id = ${forumId}`}
  ${
    person === null
      ? sql``
      : sql`and (meeting.forum_id = any (${[...person.fora]}::uuid[]) or exists (select 1 from meetings.invitation as invitation
          where invitation.district = meeting.district and invitation.meeting_id = meeting.id and invitation.removed_at is null
            and (invitation.person_id = ${person.id} or invitation.deputy_person_id = ${person.id})))`
  }`

/** The longest notice that standing orders may ask for, in days. */
const longestNotice = 120

/** The meetings that lie, or have a deadline, between two days. */
export const listMeetingsDue = (
  trx: Trx,
  district: string,
  from: string,
  to: string,
  whose: Whose,
): Promise<Meeting[]> =>
  readMeetings(
    trx,
    district,
    sql`(meeting.on_day between ${from} and (${to}::date + ${longestNotice}::integer) or meeting.propose_by between ${from} and ${to}
      or meeting.approve_by between ${from} and ${to}) and ${chosenBy(whose)}`,
  )

/** The action points due between two days, as far as the reader may see them. */
export const listTasksDue = async (
  trx: Trx,
  district: string,
  from: string,
  to: string,
  whose: Whose,
): Promise<Deadline[]> =>
  (
    await sql<Deadline>`select 'task' as kind, task.due_on as day, task.id, task.forum_id as "forumId", forum.name as "forumName", task.title,
        task.state in ('done', 'dropped') as done
      from meetings.action_point as task
      join fora.forum as forum on forum.district = task.district and forum.id = task.forum_id
      join meetings.meeting as meeting on meeting.district = task.district and meeting.id = task.meeting_id
      where task.district = ${district} and task.due_on between ${from} and ${to} and ${chosenBy(whose)}
      order by task.due_on, forum.sort_name, task.title`.execute(trx)
  ).rows

/** What standing orders say of when and where, without their templates. */
export type Usual = Pick<Orders, 'noticeDays' | 'proposalDays' | 'usualStart' | 'usualMinutes' | 'usualPlace'>

/** The usual time and place of every forum of the district, in one statement. */
export async function readUsual(
  trx: Trx,
  district: string,
): Promise<(forum: { id: string; kind: ForumKind }) => Usual> {
  const { rows } = await sql<Usual & { forumId: string | null; kind: ForumKind }>`
    select orders.forum_id as "forumId", orders.kind, orders.notice_days as "noticeDays", orders.proposal_days as "proposalDays",
      orders.usual_start as "usualStart", orders.usual_minutes as "usualMinutes", orders.usual_place as "usualPlace"
    from meetings.standing_orders as orders where orders.district = ${district}`.execute(trx)
  const own = new Map(rows.filter(({ forumId }) => forumId !== null).map((row) => [row.forumId, row]))
  const byKind = new Map(rows.filter(({ forumId }) => forumId === null).map((row) => [row.kind, row]))
  return ({ id, kind }) => own.get(id) ?? byKind.get(kind) ?? defaultOrders(kind)
}

/** The fora a person sits in on a day, through an office or a seat of their own. */
export const listForaOfPerson = async (
  trx: Trx,
  district: string,
  personId: string,
  day: CalendarDay,
): Promise<string[]> =>
  (
    await sql<{ id: string }>`select distinct seat.forum_id as id from fora.seat as seat
      left join people.tenure as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
        and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
      where seat.district = ${district} and (seat.person_id = ${personId} or tenure.person_id = ${personId})
        and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day}) order by 1`.execute(trx)
  ).rows.map(({ id }) => id)

/** Everyone who sits in some forum on a day, through an office or a seat of their own, by name. */
export const listPersonsSeated = async (
  trx: Trx,
  district: string,
  day: CalendarDay,
): Promise<{ id: string; name: string }[]> =>
  (
    await sql<{ id: string; name: string }>`select person.id, person.name from people.person as person
      where person.district = ${district} and person.id in (
        select coalesce(seat.person_id, tenure.person_id) from fora.seat as seat
        left join people.tenure as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
          and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
        where seat.district = ${district} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day}))
      order by person.sort_name, person.id`.execute(trx)
  ).rows

/** The name of a person of the register, as far as the reader may know it. */
export const findPersonName = async (trx: Trx, district: string, id: string): Promise<string | undefined> =>
  (
    await trx
      .selectFrom('people.person as person')
      .select('person.name')
      .where('person.district', '=', district)
      .where('person.id', '=', id)
      .executeTakeFirst()
  )?.name
