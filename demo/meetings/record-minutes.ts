import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, type CalendarDay, daysBetween } from '../../src/base/time.ts'
import type { MeetingState } from '../../src/meetings/rules.ts'
import { demoMunicipalities } from '../municipalities.ts'
import type { Recording } from '../recording.ts'
import { morningOf } from '../when.ts'
import type { DemoTask } from './agenda.ts'
import { by, inParts, type StoredItem, type StoredMeeting } from './stored.ts'

export const outcomeRow = ({ district }: Recording, { id, meeting, item }: StoredItem) => ({
  district,
  item_id: id,
  forum_id: meeting.forumId,
  meeting_id: meeting.id,
  kind: item.outcome[0],
  decision: item.outcome[1],
  discussion: item.discussion ?? '',
  decided_on: meeting.onDay,
  changed_by: by,
  changed_at: morningOf(meeting.onDay),
})

export const statementRows = ({ district }: Recording, { id, meeting, item }: StoredItem) =>
  item.statements === undefined
    ? []
    : demoMunicipalities.map(({ code, name }) => ({
        district,
        item_id: id,
        forum_id: meeting.forumId,
        municipality_code: code,
        stand: item.statements?.[name]?.[0] ?? ('agrees' as const),
        remark: item.statements?.[name]?.[1] ?? '',
      }))

/** An old task that nobody said anything about is taken as done; a newer one is as the tables say. */
const taskStateOf = (task: DemoTask, meeting: StoredMeeting, today: CalendarDay): NonNullable<DemoTask['state']> =>
  daysBetween(meeting.onDay, today) > 200
    ? 'done'
    : daysBetween(meeting.onDay, today) < task.days / 2
      ? 'notBegun'
      : (task.state ?? 'notBegun')

export async function recordTasks(recording: Recording, items: readonly StoredItem[]): Promise<void> {
  const { trx, district, today, offices } = recording
  const tasks = items.flatMap(({ id, meeting, item, matterId }) =>
    item.task === undefined ? [] : [{ id: randomUUID(), itemId: id, meeting, matterId, task: item.task }],
  )
  await inParts(tasks, (part) =>
    trx
      .insertInto('meetings.action_point')
      .values(
        part.map(({ id, itemId, meeting, matterId, task }) => ({
          district,
          id,
          forum_id: meeting.forumId,
          meeting_id: meeting.id,
          item_id: itemId,
          matter_id: matterId,
          title: task.title,
          owner_office_id: offices.of(task.owner),
          due_on: addDays(meeting.onDay, task.days),
          state: taskStateOf(task, meeting, today),
          state_since: meeting.onDay,
          created_by: by,
          created_at: morningOf(meeting.onDay),
        })),
      )
      .execute(),
  )
  const said = tasks.filter(({ task, meeting }) => taskStateOf(task, meeting, today) !== 'notBegun')
  await inParts(said, (part) =>
    trx
      .insertInto('meetings.action_point_status')
      .values(
        part.map(({ id, meeting, task }) => ({
          district,
          action_point_id: id,
          state: taskStateOf(task, meeting, today),
          comment: task.comment ?? 'Afsluttet.',
          said_by: task.owner,
          at: morningOf(addDays(meeting.onDay, Math.min(task.days, daysBetween(meeting.onDay, today)))),
        })),
      )
      .execute(),
  )
}

/** Who was asked and who came: the seats of the day, with an apology here and there, the same each time it is loaded. */
export async function recordAttendance({ trx, district, today }: Recording): Promise<void> {
  const seats = sql`from meetings.meeting as meeting
    join fora.seat as seat on seat.district = meeting.district and seat.forum_id = meeting.forum_id and seat.role not in ('deputy', 'observer')
      and seat.valid_from <= meeting.on_day and (seat.valid_to is null or seat.valid_to > meeting.on_day)
    left join people.office as office on office.district = seat.district and office.id = seat.office_id
    left join people.tenure as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
      and tenure.valid_from <= meeting.on_day and (tenure.valid_to is null or tenure.valid_to > meeting.on_day)
    join people.person as person on person.district = seat.district and person.id = coalesce(seat.person_id, tenure.person_id)
    cross join lateral (select ('x' || substr(md5(person.name || meeting.on_day::text), 1, 4))::bit(16)::integer as number) as lot
    where meeting.district = ${district} and meeting.state <> 'draft'`
  await sql`insert into meetings.invitation (district, forum_id, meeting_id, seat_id, person_id, name, label, role, reply, replied_at)
    select distinct on (meeting.id, person.id) meeting.district, meeting.forum_id, meeting.id, seat.id, person.id, person.name, coalesce(office.title, ''), seat.role,
      case when lot.number % 9 = 0 then 'declined' when meeting.on_day > ${today} and lot.number % 3 = 0 then 'none' else 'accepted' end,
      case when meeting.on_day > ${today} and lot.number % 3 = 0 then null else meeting.summoned_at + interval '2 days' end
    ${seats} order by meeting.id, person.id, seat.role`.execute(trx)
  await sql`insert into meetings.attendance (district, forum_id, meeting_id, seat_id, person_id, name, label, role, capacity, status)
    select distinct on (meeting.id, person.id) meeting.district, meeting.forum_id, meeting.id, seat.id, person.id, person.name, coalesce(office.title, ''), seat.role, 'member',
      case when lot.number % 9 = 0 then 'apologies' when lot.number % 23 = 0 then 'absent' else 'present' end
    ${seats} and meeting.state = 'held' order by meeting.id, person.id, seat.role`.execute(trx)
}

const approvalDays = 14

/** When the minutes go round: six days after the meeting, or some days later. */
const sentRound = sql`meeting.held_at + make_interval(days => 6 + ('x' || substr(md5(meeting.on_day::text), 1, 2))::bit(8)::integer % 7)`

/**
 * Closes the minutes of what is over: sent round after a while, approved, and published where the forum is open. Those of this year
 * are approved by name, those before at the next meeting; what is going round still waits for those who have accounts.
 */
export async function closeMinutes(
  { trx, district, today }: Recording,
  meetings: readonly StoredMeeting[],
): Promise<void> {
  const idsIn = (...states: MeetingState[]): string[] =>
    meetings.filter(({ state }) => states.includes(state)).map(({ id }) => id)
  const byName = `${today.slice(0, 4)}-01-01`
  await sql`update meetings.meeting as meeting set state = 'circulated', approve_by = on_day + ${approvalDays + 10}::integer, circulated_at = ${sentRound}
    where district = ${district} and id = any (${idsIn('circulated', 'approved', 'published')}::uuid[])
      and (on_day >= ${byName} or id = any (${idsIn('circulated')}::uuid[]))`.execute(trx)
  await sql`insert into meetings.approval (district, meeting_id, forum_id, person_id, name, at)
    select invited.district, invited.meeting_id, invited.forum_id, invited.person_id, invited.name, meeting.circulated_at + interval '3 days'
    from meetings.invitation as invited join meetings.meeting as meeting on meeting.district = invited.district and meeting.id = invited.meeting_id
    join people.person as person on person.district = invited.district and person.id = invited.person_id
    where meeting.district = ${district} and invited.role in ('chair', 'viceChair', 'member')
      and meeting.state = 'circulated' and meeting.circulated_at::date + 3 < ${today}
      and (not meeting.id = any (${idsIn('circulated')}::uuid[]) or person.account_id is null and ('x' || substr(md5(invited.name), 1, 2))::bit(8)::integer % 4 > 0)`.execute(
    trx,
  )
  await sql`update meetings.meeting as meeting set state = case when is_open then 'published' else 'approved' end,
      circulated_at = ${sentRound}, approve_by = on_day + ${approvalDays + 10}::integer, approved_at = held_at + interval '26 days',
      approved_how = case when on_day >= ${byName} then 'all' else 'hand' end,
      approval_note = case when on_day >= ${byName} then '' else 'Godkendt på det næste møde.' end,
      published_at = case when is_open then held_at + interval '33 days' end, published_to = case when is_open then 'public' end
    from (select unnest(${idsIn('published')}::uuid[]) as over, true as is_open
      union all select unnest(${idsIn('approved')}::uuid[]), false) as closed
    where district = ${district} and id = over`.execute(trx)
}
