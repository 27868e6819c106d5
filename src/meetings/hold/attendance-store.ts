import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { SeatRole } from '../../fora/seats/rules.ts'
import type { AttendanceStatus, Capacity } from './rules.ts'

/** One who was asked to come or came as a guest, and whether they were there. */
export interface Attendance {
  id: string
  /** The seat of the forum; null for a guest. */
  seatId: string | null
  personId: string | null
  name: string
  /** The office or organisation, as it is called. */
  label: string
  /** The role of the seat as it was on the day; null for a guest. */
  role: SeatRole | null
  capacity: Capacity
  /** Whom a deputy came instead of; empty for others. */
  deputyFor: string
  status: AttendanceStatus
  /** The one item a guest took part in; null for the whole meeting. */
  itemId: string | null
  version: number
}

/** Who came, chair first and guests last, as far as the reader may see it. Empty until the meeting was started. */
export const listAttendance = async (trx: Trx, district: string, meetingId: string): Promise<Attendance[]> =>
  (
    await sql<Attendance>`
    select attendance.id, attendance.seat_id as "seatId", attendance.person_id as "personId", attendance.name, attendance.label,
      attendance.role, attendance.capacity, attendance.deputy_for as "deputyFor", attendance.status, attendance.item_id as "itemId", attendance.version
    from meetings.attendance as attendance
    where attendance.district = ${district} and attendance.meeting_id = ${meetingId}
    order by attendance.capacity = 'guest',
      array_position(array['chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson'], attendance.role),
      attendance.label, attendance.name, attendance.id`.execute(trx)
  ).rows

/**
 * Notes who is expected, from the replies to the summons: accepted is present, declined is apologies, a deputy is
 * present for the one who was asked; silence is absent. Without invitations it is the seats of the forum on `day`.
 * Does nothing when attendance was noted already. Returns how many it noted.
 */
export async function prefillAttendance(
  trx: Trx,
  district: string,
  { id, forumId }: { id: string; forumId: string },
  day: string,
): Promise<number> {
  const { rows } = await sql`
    with asked as (
      select i.seat_id, case when i.reply = 'deputy' then i.deputy_person_id else i.person_id end as person_id,
        case when i.reply = 'deputy' and i.deputy_name <> '' then i.deputy_name else i.name end as name, i.label, nullif(i.role, 'guest') as role,
        case when i.reply = 'deputy' then 'deputy' when i.role = 'guest' then 'guest' else 'member' end as capacity,
        case when i.reply = 'deputy' then i.name else '' end as deputy_for,
        case i.reply when 'accepted' then 'present' when 'deputy' then 'present' when 'declined' then 'apologies' else 'absent' end as status
      from meetings.invitation i where i.district = ${district} and i.meeting_id = ${id} and i.removed_at is null),
    seated as (
      select seat.id as seat_id, coalesce(own.id, holder.id) as person_id,
        coalesce(own.name, holder.name, office.title, organisation.name) as name,
        coalesce(office.title, organisation.name, '') as label, seat.role, 'member' as capacity, '' as deputy_for, 'absent' as status
      from fora.seat
      left join people.office on office.district = seat.district and office.id = seat.office_id
      left join people.organisation on organisation.district = seat.district and organisation.id = seat.organisation_id
      left join people.person own on own.district = seat.district and own.id = seat.person_id
      left join people.tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
        and tenure.valid_from <= ${day}::date and (tenure.valid_to is null or tenure.valid_to > ${day}::date)
      left join people.person holder on holder.district = tenure.district and holder.id = tenure.person_id
      where seat.district = ${district} and seat.forum_id = ${forumId} and seat.role <> 'deputy'
        and seat.valid_from <= ${day}::date and (seat.valid_to is null or seat.valid_to > ${day}::date)
        and not exists (select 1 from asked))
    insert into meetings.attendance (district, forum_id, meeting_id, seat_id, person_id, name, label, role, capacity, deputy_for, status)
    select ${district}, ${forumId}, ${id}, expected.seat_id, expected.person_id, expected.name, expected.label, expected.role, expected.capacity,
      expected.deputy_for, expected.status
    from (select * from asked union all select * from seated) as expected
    where coalesce(expected.name, '') <> ''
      and not exists (select 1 from meetings.attendance a where a.district = ${district} and a.meeting_id = ${id})
    returning id`.execute(trx)
  return rows.length
}

/** Lets one at a time change who came. */
export const lockMeeting = async (trx: Trx, district: string, meetingId: string): Promise<void> => {
  await sql`select 1 from meetings.meeting where district = ${district} and id = ${meetingId} for update`.execute(trx)
}

/** Who was asked for the seat of a row of attendance, when it is to be that person's again. */
const seatedPerson = sql`(select i.person_id from meetings.invitation i where i.district = attendance.district
  and i.meeting_id = attendance.meeting_id and i.seat_id = attendance.seat_id and i.removed_at is null limit 1)`

/** Notes whether somebody came, or who came for them. False when somebody else changed it first. */
export async function changeAttendance(
  trx: Trx,
  district: string,
  at: Pick<Attendance, 'id' | 'version'>,
  change: Pick<Attendance, 'name' | 'capacity' | 'deputyFor' | 'status'>,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.attendance')
    .set((eb) => ({
      name: change.name,
      person_id:
        change.capacity === 'deputy'
          ? sql<string | null>`case when name = ${change.name} then person_id end`
          : sql<string | null>`case when name = ${change.name} then person_id else ${seatedPerson} end`,
      capacity: change.capacity,
      deputy_for: change.deputyFor,
      status: change.status,
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Adds a guest, for the whole meeting or for one item, and returns the id. */
export const addGuest = async (
  trx: Trx,
  district: string,
  { id, forumId }: { id: string; forumId: string },
  guest: Pick<Attendance, 'name' | 'label' | 'itemId'>,
): Promise<string> =>
  (
    await trx
      .insertInto('meetings.attendance')
      .values({
        district,
        forum_id: forumId,
        meeting_id: id,
        name: guest.name,
        label: guest.label,
        capacity: 'guest',
        status: 'present',
        item_id: guest.itemId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Takes a guest off again. Undefined when there is none such at the meeting. */
export const removeGuest = (
  trx: Trx,
  district: string,
  meetingId: string,
  id: string,
): Promise<{ name: string; itemId: string | null } | undefined> =>
  trx
    .deleteFrom('meetings.attendance')
    .where('district', '=', district)
    .where('meeting_id', '=', meetingId)
    .where('id', '=', id)
    .where('capacity', '=', 'guest')
    .returning(['name', 'item_id as itemId'])
    .executeTakeFirst()
