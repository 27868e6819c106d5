import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import { listClosedItems, listItems } from '../agenda/item-store.ts'
import type { Stand, VoteKind } from '../hold/rules.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { isLocked, itemNumber } from '../rules.ts'
import {
  type Addendum,
  type AgreedTask,
  type ApprovedHow,
  type Attendee,
  type Minutes,
  type MinutesItem,
  type Standing,
} from './rules.ts'

/** What the reader is to a meeting, and how its minutes came to stand as they do. */
export interface MinutesFacts extends Standing {
  /** True when silence counts as approval, as members were told when the minutes went round. */
  silentApproval: boolean
  approvedHow: ApprovedHow | null
  approvalNote: string
  /** When a publication was withdrawn, and why; null while it stands or there was none. */
  withdrawnAt: Date | null
  withdrawnReason: string
}

/** @throws NoResultError when the reader may not know of the meeting; find it first. */
export const findFacts = async (trx: Trx, district: string, meetingId: string): Promise<MinutesFacts> => {
  const { rows } = await sql<MinutesFacts>`
    select guard.reach() = 'all' or meeting.forum_id = any (guard.leads()) as everything,
      meeting.forum_id = any (guard.fora()) or meeting.id = any (guard.admitted()) as sits,
      meetings.is_published_to_reader(meeting) as published, meeting.silent_approval as "silentApproval",
      meeting.approved_how as "approvedHow", meeting.approval_note as "approvalNote", meeting.withdrawn_at as "withdrawnAt",
      meeting.withdrawn_reason as "withdrawnReason"
    from meetings.meeting as meeting where meeting.district = ${district} and meeting.id = ${meetingId}`.execute(trx)
  const [found] = rows
  if (found === undefined) throw new Error('No such meeting')
  return found
}

const listAttendees = async (trx: Trx, district: string, meeting: Meeting): Promise<Attendee[]> =>
  (
    await sql<Attendee>`
    select attendance.name, attendance.label, attendance.capacity, attendance.role, attendance.deputy_for as "deputyFor", attendance.status,
      ${meeting.firstItemNumber}::integer + item.position - 1 as "itemNumber"
    from meetings.attendance as attendance
    left join meetings.item as item on item.district = attendance.district and item.id = attendance.item_id
    where attendance.district = ${district} and attendance.meeting_id = ${meeting.id}
      and (attendance.item_id is null or item.id is not null)
    order by array_position(array['member', 'deputy', 'guest'], attendance.capacity),
      array_position(array['chair', 'viceChair', 'member', 'deputy', 'observer', 'resourcePerson', 'secretary'], attendance.role), attendance.label, attendance.name`.execute(
      trx,
    )
  ).rows

const listStatements = async (trx: Trx, district: string, meetingId: string) =>
  (
    await sql<{ itemId: string; municipality: string; stand: Stand; remark: string }>`
    select statement.item_id as "itemId", municipality.name as municipality, statement.stand, statement.remark
    from meetings.statement as statement
    join meetings.item as item on item.district = statement.district and item.id = statement.item_id
    join people.municipality as municipality on municipality.code = statement.municipality_code
    where statement.district = ${district} and item.meeting_id = ${meetingId}
      and (statement.stand <> 'none' or statement.remark <> '')
    order by municipality.name`.execute(trx)
  ).rows

const listVotes = async (trx: Trx, district: string, meetingId: string) =>
  (
    await sql<{ itemId: string; name: string; vote: VoteKind }>`
    select vote.item_id as "itemId", vote.name, vote.vote
    from meetings.vote as vote join meetings.item as item on item.district = vote.district and item.id = vote.item_id
    where vote.district = ${district} and item.meeting_id = ${meetingId}
    order by vote.vote, vote.name`.execute(trx)
  ).rows

/** The action points; of locked minutes those that were there when they were approved, as they stood then. */
const listAgreedTasks = async (trx: Trx, district: string, meeting: Meeting, names: boolean): Promise<AgreedTask[]> =>
  (
    await sql<AgreedTask>`
    select point.item_id as "itemId", ${meeting.firstItemNumber}::integer + item.position - 1 as "itemNumber", point.title,
      coalesce(point.agreed_office, case when ${names} then point.agreed_person end,
        case when point.agreed_due_on is null then coalesce(office.title, case when ${names} then person.name end) end, '') as owner,
      coalesce(point.agreed_due_on, point.due_on) as "dueOn"
    from meetings.action_point as point
    join meetings.item as item on item.district = point.district and item.id = point.item_id
    left join people.office as office on office.district = point.district and office.id = point.owner_office_id
    left join people.person as person on person.district = point.district and person.id = point.owner_person_id
    where point.district = ${district} and point.meeting_id = ${meeting.id}
      and (${!isLocked(meeting.state)} or point.agreed_due_on is not null)
    order by item.position, "dueOn", point.title, point.id`.execute(trx)
  ).rows

const listAddenda = async (trx: Trx, district: string, meeting: Meeting): Promise<Addendum[]> =>
  (
    await sql<Addendum>`
    select addendum.id, addendum.number, addendum.item_id as "itemId",
      ${meeting.firstItemNumber}::integer + item.position - 1 as "itemNumber", addendum.words, addendum.openness,
      addendum.added_by as by, addendum.added_at as at
    from meetings.addendum as addendum
    left join meetings.item as item on item.district = addendum.district and item.id = addendum.item_id
    where addendum.district = ${district} and addendum.meeting_id = ${meeting.id}
    order by addendum.number`.execute(trx)
  ).rows

const grouped = <Row extends { itemId: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ itemId }) => itemId)

/**
 * The minutes of a meeting in what the reader may see. Row-level security leaves out the rest; names of persons are
 * emptied where `names` is false. The statements do not grow with the items.
 */
export async function readMinutes(
  trx: Trx,
  district: string,
  meeting: Meeting,
  { names }: { names: boolean },
): Promise<Minutes> {
  const items = await listItems(trx, district, meeting.id)
  const closed = await listClosedItems(trx, meeting.id)
  const attendance = await listAttendees(trx, district, meeting)
  const statements = grouped(await listStatements(trx, district, meeting.id))
  const votes = grouped(await listVotes(trx, district, meeting.id))
  const seen = items.map((item): MinutesItem => {
    return {
      id: item.id,
      number: itemNumber(meeting.firstItemNumber, item.position),
      section: item.section,
      title: item.title,
      kind: item.kind,
      presenter: item.presenter,
      body: item.body,
      recommendation: item.recommendation,
      openness: item.openness,
      ground: item.ground,
      outcome: item.outcome,
      decision: item.decision,
      discussion: item.discussion,
      statements: statements.get(item.id) ?? [],
      votes: (votes.get(item.id) ?? []).map(({ name, vote }) => ({ name: names ? name : '', vote })),
    }
  })
  const numbers = new Set(seen.map(({ number }) => number))
  return {
    attendance: attendance.map((one) => (names ? one : { ...one, name: '', deputyFor: '' })),
    entries: [...seen, ...closed.filter(({ number }) => !numbers.has(number))].toSorted((a, b) => a.number - b.number),
    tasks: await listAgreedTasks(trx, district, meeting, names),
    addenda: await listAddenda(trx, district, meeting),
  }
}

/** The numbers of items that one in charge of the meeting is kept out of. */
export const listWithheld = async (trx: Trx, meetingId: string): Promise<number[]> =>
  (await sql<{ number: number }>`select number from meetings.withheld_items(${meetingId})`.execute(trx)).rows.map(
    ({ number }) => number,
  )
