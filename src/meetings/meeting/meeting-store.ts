import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import type { MeetingKind, MeetingOpenness, MeetingState } from '../rules.ts'

/** A meeting with its forum, as far as the reader may see it. */
export interface Meeting {
  id: string
  forumId: string
  forumSlug: string
  forumName: string
  forumKind: ForumKind
  forumOpenness: MeetingOpenness
  /** True when the forum is closed down on the day of the meeting. */
  forumClosed: boolean
  municipalityCode: string | null
  kind: MeetingKind
  /** Empty for a meeting that is called by its forum alone. */
  title: string
  onDay: CalendarDay
  /** `HH:MM` on the wall in Denmark, as is `ends`. */
  starts: string
  ends: string
  place: string
  host: string
  state: MeetingState
  openness: MeetingOpenness
  publishedTo: 'partners' | 'public' | null
  /** Given at the summons. */
  number: number | null
  firstItemNumber: number
  proposeBy: CalendarDay | null
  approveBy: CalendarDay | null
  preparesId: string | null
  caseNumber: string
  kleNumber: string
  sequence: number
  currentItemId: string | null
  currentSince: Date | null
  liveVersion: number
  summonedAt: Date | null
  heldAt: Date | null
  circulatedAt: Date | null
  approvedAt: Date | null
  publishedAt: Date | null
  cancelledAt: Date | null
  cancelReason: string
  version: number
}

const columns = sql`meeting.id, meeting.forum_id as "forumId", forum.slug as "forumSlug", forum.name as "forumName",
  forum.kind as "forumKind", forum.openness as "forumOpenness",
  forum.status = 'closed' and forum.status_since <= meeting.on_day as "forumClosed", meeting.municipality_code as "municipalityCode", meeting.kind, meeting.title, meeting.on_day as "onDay",
  meeting.starts, meeting.ends, meeting.place, meeting.host, meeting.state, meeting.openness, meeting.published_to as "publishedTo",
  meeting.number, meeting.first_item_number as "firstItemNumber", meeting.propose_by as "proposeBy", meeting.approve_by as "approveBy",
  meeting.prepares_id as "preparesId", meeting.case_number as "caseNumber", meeting.kle_number as "kleNumber", meeting.sequence,
  meeting.current_item_id as "currentItemId", meeting.current_since as "currentSince", meeting.live_version as "liveVersion",
  meeting.summoned_at as "summonedAt", meeting.held_at as "heldAt", meeting.circulated_at as "circulatedAt",
  meeting.approved_at as "approvedAt", meeting.published_at as "publishedAt", meeting.cancelled_at as "cancelledAt",
  meeting.cancel_reason as "cancelReason", meeting.version`

/** Meetings by a condition on `meeting` and `forum`, in an order. A meeting of a forum the reader may not see is left out. */
export const readMeetings = async (
  trx: Trx,
  district: string,
  chosen: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`meeting.on_day, meeting.starts, forum.sort_name`,
): Promise<Meeting[]> =>
  (
    await sql<Meeting>`select ${columns} from meetings.meeting as meeting
      join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
      where meeting.district = ${district} and ${chosen} order by ${order}`.execute(trx)
  ).rows

export const findMeeting = async (trx: Trx, district: string, id: string): Promise<Meeting | undefined> =>
  (await readMeetings(trx, district, sql`meeting.id = ${id}`))[0]

/** The meetings from one day to another, both counted, cancelled ones too. */
export const listMeetingsBetween = (trx: Trx, district: string, from: string, to: string): Promise<Meeting[]> =>
  readMeetings(trx, district, sql`meeting.on_day between ${from} and ${to}`)

/** All meetings of a forum, the latest first. */
export const listMeetingsOfForum = (trx: Trx, district: string, forumId: string): Promise<Meeting[]> =>
  readMeetings(trx, district, sql`meeting.forum_id = ${forumId}`, sql`meeting.on_day desc, meeting.starts desc`)

/** The meetings of the same forum just before and after one, and those that prepare it or that it prepares. */
export async function listNeighbours(
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'id' | 'forumId' | 'onDay' | 'preparesId'>,
): Promise<{ before: Meeting | null; after: Meeting | null; preparedBy: Meeting[]; prepares: Meeting | null }> {
  const near = await readMeetings(
    trx,
    district,
    sql`meeting.state <> 'cancelled' and meeting.id <> ${meeting.id} and (meeting.prepares_id = ${meeting.id} or meeting.id = ${meeting.preparesId}
      or meeting.id = (select m.id from meetings.meeting as m where m.district = ${district} and m.forum_id = ${meeting.forumId}
        and m.state <> 'cancelled' and m.on_day < ${meeting.onDay} order by m.on_day desc limit 1)
      or meeting.id = (select m.id from meetings.meeting as m where m.district = ${district} and m.forum_id = ${meeting.forumId}
        and m.state <> 'cancelled' and m.on_day > ${meeting.onDay} order by m.on_day limit 1))`,
  )
  const sameForum = near.filter(({ forumId }) => forumId === meeting.forumId)
  return {
    before: sameForum.findLast(({ onDay }) => onDay < meeting.onDay) ?? null,
    after: sameForum.find(({ onDay }) => onDay > meeting.onDay) ?? null,
    preparedBy: near.filter(({ preparesId }) => preparesId === meeting.id),
    prepares: near.find(({ id }) => id === meeting.preparesId) ?? null,
  }
}

/** What can be edited about a meeting in one form. */
export interface MeetingFields {
  kind: MeetingKind
  title: string
  onDay: CalendarDay
  starts: string
  ends: string
  place: string
  host: string
  proposeBy: CalendarDay | null
  preparesId: string | null
  caseNumber: string
  kleNumber: string
}

const stored = (fields: MeetingFields) => ({
  kind: fields.kind,
  title: fields.title,
  on_day: fields.onDay,
  starts: fields.starts,
  ends: fields.ends,
  place: fields.place,
  host: fields.host,
  propose_by: fields.proposeBy,
  prepares_id: fields.preparesId,
  case_number: fields.caseNumber,
  kle_number: fields.kleNumber,
})

/** Adds a meeting as a draft and returns its id. */
export const addMeeting = async (
  trx: Trx,
  district: string,
  { forumId, municipalityCode, createdBy }: { forumId: string; municipalityCode: string | null; createdBy: string },
  fields: MeetingFields,
): Promise<string> =>
  (
    await trx
      .insertInto('meetings.meeting')
      .values({
        district,
        forum_id: forumId,
        municipality_code: municipalityCode,
        created_by: createdBy,
        ...stored(fields),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** False when somebody else changed the meeting first. */
export async function changeMeeting(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: MeetingFields,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.meeting')
    .set((eb) => ({ ...stored(fields), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What a meeting is filed under; this can be noted after the minutes are locked. False when somebody else was first. */
export async function setFiling(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  { caseNumber, kleNumber }: Pick<MeetingFields, 'caseNumber' | 'kleNumber'>,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.meeting')
    .set((eb) => ({ case_number: caseNumber, kle_number: kleNumber, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What a change of state sets along with it. */
export interface StateChange {
  state: MeetingState
  at: Date
  cancelReason?: string
  approveBy?: CalendarDay
  publishedTo?: 'partners' | 'public'
  number?: number | null
  firstItemNumber?: number
}

const moments: Partial<Record<MeetingState, string>> = {
  summoned: 'summoned_at',
  held: 'held_at',
  circulated: 'circulated_at',
  approved: 'approved_at',
  published: 'published_at',
  cancelled: 'cancelled_at',
}

/** Brings a meeting to another state. False when somebody else changed it first. Whether it may be is for `mayBecome`. */
export async function changeState(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  change: StateChange,
): Promise<boolean> {
  const moment = moments[change.state]
  const done = await trx
    .updateTable('meetings.meeting')
    .set((eb) => ({
      state: change.state,
      version: eb('version', '+', 1),
      ...(moment !== undefined && { [moment]: change.at }),
      // One that is called off while it runs runs no more, also when the calling off is undone.
      ...(change.state === 'cancelled' && { current_item_id: null, current_since: null }),
      ...(change.cancelReason !== undefined && { cancel_reason: change.cancelReason }),
      ...(change.approveBy !== undefined && { approve_by: change.approveBy }),
      ...(change.publishedTo !== undefined && { published_to: change.publishedTo }),
      ...(change.number !== undefined && { number: change.number }),
      ...(change.firstItemNumber !== undefined && { first_item_number: change.firstItemNumber }),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Where to join a meeting from afar; null when there is no such place, or the reader does not take part. */
export const findLink = async (trx: Trx, district: string, meetingId: string): Promise<string | null> =>
  (
    await trx
      .selectFrom('meetings.meeting_link as link')
      .select('link.url')
      .where('link.district', '=', district)
      .where('link.meeting_id', '=', meetingId)
      .executeTakeFirst()
  )?.url ?? null

/** Sets where to join a meeting from afar; an empty address removes it. */
export async function setLink(
  trx: Trx,
  district: string,
  { id, forumId }: { id: string; forumId: string },
  url: string,
): Promise<void> {
  if (url === '') {
    await trx
      .deleteFrom('meetings.meeting_link')
      .where('district', '=', district)
      .where('meeting_id', '=', id)
      .execute()
    return
  }
  await trx
    .insertInto('meetings.meeting_link')
    .values({ district, meeting_id: id, forum_id: forumId, url })
    .onConflict((conflict) => conflict.columns(['district', 'meeting_id']).doUpdateSet({ url }))
    .execute()
}
