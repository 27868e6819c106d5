import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { listSeats } from '../../fora/seats/store.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { type Approval, type ApprovedHow, type Approver, approversOf } from './rules.ts'

type MeetingVersion = Pick<Meeting, 'id' | 'version'>

/** Those who are asked to approve the minutes of a meeting. */
export async function listApprovers(
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'forumId' | 'onDay'>,
  today: CalendarDay,
): Promise<Approver[]> {
  const then = await listSeats(trx, district, meeting.forumId, meeting.onDay)
  return approversOf(then, await listSeats(trx, district, meeting.forumId, today))
}

/** Who has approved, the first first, each with what was corrected since. */
export const listApprovals = async (trx: Trx, district: string, meetingId: string): Promise<Approval[]> =>
  (
    await sql<Approval>`
    select approval.person_id as "personId", approval.name, approval.at, since.changed,
      array(select meeting.first_item_number + item.position - 1 from meetings.item as item where item.district = meeting.district
        and item.meeting_id = meeting.id and item.id::text = any (since.changed) order by item.position) as "changedItems"
    from meetings.approval as approval
    join meetings.meeting as meeting on meeting.district = approval.district and meeting.id = approval.meeting_id
    cross join lateral (select meetings.changed_since(approval) as changed) as since
    where approval.district = ${district} and approval.meeting_id = ${meetingId}
    order by approval.at, approval.name`.execute(trx)
  ).rows

/** What a person finds printed in the minutes, as one word: another word, and they read otherwise. */
export const findMark = async (trx: Trx, district: string, meetingId: string, personId: string): Promise<string> =>
  (
    await sql<{ mark: string | null }>`
    select meetings.minutes_mark(${district}, ${meetingId}, ${personId}) as mark`.execute(trx)
  ).rows[0]?.mark ?? ''

/**
 * Notes that a member approves the minutes as they stand, and gives the mark of what was approved. Null when they had
 * approved just that: a second click changes nothing.
 */
export const addApproval = async (
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'id' | 'forumId'>,
  { personId, name }: { personId: string; name: string },
): Promise<string | null> =>
  (
    await sql<{ mark: string }>`
    insert into meetings.approval as own (district, meeting_id, forum_id, person_id, name)
    values (${district}, ${meeting.id}, ${meeting.forumId}, ${personId}, ${name})
    on conflict (district, meeting_id, person_id) do update set at = excluded.at, name = excluded.name
      where own.marks is distinct from excluded.marks
    returning md5(own.marks::text) as mark`.execute(trx)
  ).rows[0]?.mark ?? null

/** Makes whoever changes what the minutes say wait, and waits for them: what is read after it stands until the end. */
export const lockMinutes = async (trx: Trx, district: string, meetingId: string): Promise<void> => {
  await sql`select 1 from meetings.meeting where district = ${district} and id = ${meetingId} for no key update`.execute(
    trx,
  )
}

/** Somebody the minutes are sent to. Without an address they are only told in the program. */
export interface Recipient {
  personId: string
  name: string
  email: string | null
}

/** Those who read the minutes as members: everyone who sits in the forum today, and deputies who came. Each once. */
export const listRecipients = async (
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'id' | 'forumId'>,
  today: CalendarDay,
): Promise<Recipient[]> =>
  (
    await sql<Recipient>`
    select person.id as "personId", person.name, nullif(person.email, '') as email from people.person as person
    where person.district = ${district} and person.id in (
      select coalesce(seat.person_id, tenure.person_id) from fora.seat as seat
      left join people.tenure as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
        and tenure.valid_from <= ${today} and (tenure.valid_to is null or tenure.valid_to > ${today})
      where seat.district = ${district} and seat.forum_id = ${meeting.forumId}
        and seat.valid_from <= ${today} and (seat.valid_to is null or seat.valid_to > ${today})
      union select invitation.deputy_person_id from meetings.invitation as invitation
      where invitation.district = ${district} and invitation.meeting_id = ${meeting.id}
        and invitation.reply = 'deputy' and invitation.removed_at is null)
    order by person.sort_name`.execute(trx)
  ).rows

const update = (trx: Trx, district: string, { id, version }: MeetingVersion) =>
  trx
    .updateTable('meetings.meeting')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)

/** Sends the minutes round. False when somebody else changed the meeting first. */
export async function circulate(
  trx: Trx,
  district: string,
  at: MeetingVersion,
  { approveBy, silentApproval, now }: { approveBy: CalendarDay; silentApproval: boolean; now: Date },
): Promise<boolean> {
  const done = await update(trx, district, at)
    .set({ state: 'circulated', circulated_at: now, approve_by: approveBy, silent_approval: silentApproval })
    .where('state', '=', 'held')
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  // One that came in the same moment as the minutes were taken back was of another text.
  await removeApprovals(trx, district, at.id)
  return true
}

const removeApprovals = async (trx: Trx, district: string, meetingId: string): Promise<number> => {
  const removed = await trx
    .deleteFrom('meetings.approval')
    .where('district', '=', district)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return Number(removed.numDeletedRows)
}

/**
 * Takes circulated minutes back. Approvals of what is going to be another text are removed and their number returned;
 * comments stay. Null when somebody else changed the meeting first.
 */
export async function takeBack(trx: Trx, district: string, at: MeetingVersion): Promise<number | null> {
  const done = await update(trx, district, at)
    .set({ state: 'held', approve_by: null, silent_approval: false })
    .where('state', '=', 'circulated')
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return null
  return removeApprovals(trx, district, at.id)
}

/** Counts the minutes as approved, which locks them. False when they are not circulated any more, or were changed. */
export async function approve(
  trx: Trx,
  district: string,
  at: MeetingVersion,
  { how, note, now }: { how: ApprovedHow; note: string; now: Date },
): Promise<boolean> {
  const done = await update(trx, district, at)
    .set({ state: 'approved', approved_at: now, approved_how: how, approval_note: note })
    .where('state', '=', 'circulated')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Publishes approved minutes, or shows published ones to more. False when somebody else changed the meeting first. */
export async function publish(
  trx: Trx,
  district: string,
  at: MeetingVersion,
  { to, now }: { to: 'partners' | 'public'; now: Date },
): Promise<boolean> {
  const done = await update(trx, district, at)
    .set({ state: 'published', published_at: now, published_to: to, withdrawn_at: null, withdrawn_reason: '' })
    .where('state', '=', 'approved')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Takes a publication back; the minutes stay approved. False when somebody else changed the meeting first. */
export async function withdraw(
  trx: Trx,
  district: string,
  at: MeetingVersion,
  { reason, now }: { reason: string; now: Date },
): Promise<boolean> {
  const done = await update(trx, district, at)
    .set({ state: 'approved', published_at: null, published_to: null, withdrawn_at: now, withdrawn_reason: reason })
    .where('state', '=', 'published')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** The number the next correction gets. Those that the reader may not see count too. */
export const nextAddendum = async (trx: Trx, meetingId: string): Promise<number> =>
  (await sql<{ number: number }>`select meetings.next_addendum(${meetingId}) as number`.execute(trx)).rows[0]?.number ??
  1

/** Adds a correction. False when that number is taken: somebody else, or a second click, was first. */
export async function addAddendum(
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'id' | 'forumId'>,
  addendum: { number: number; itemId: string | null; words: string; openness: 'closed' | 'open'; by: string },
): Promise<boolean> {
  const done = await trx
    .insertInto('meetings.addendum')
    .values({
      district,
      forum_id: meeting.forumId,
      meeting_id: meeting.id,
      number: addendum.number,
      item_id: addendum.itemId,
      words: addendum.words,
      openness: addendum.openness,
      added_by: addendum.by,
    })
    .onConflict((conflict) => conflict.columns(['district', 'meeting_id', 'number']).doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** Opens or closes a correction; its words are never changed. False when there is no such correction. */
export async function setAddendumOpenness(
  trx: Trx,
  district: string,
  { id, meetingId }: { id: string; meetingId: string },
  openness: 'closed' | 'open',
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.addendum')
    .set({ openness })
    .where('district', '=', district)
    .where('meeting_id', '=', meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
