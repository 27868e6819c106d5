import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import type { ClosedPeriod } from '../year/open-days.ts'
import type { Preparable } from './form-rules.ts'
import type { MeetingFields } from './meeting-store.ts'

export interface PreparableMeeting extends Preparable {
  forumName: string
  title: string
  onDay: CalendarDay
}

/** The coming meetings of district councils, liaison committees and the forum's parent, and the one chosen already. */
export const listPreparable = async (
  trx: Trx,
  district: string,
  { forumId, today, chosen }: { forumId: string; today: string; chosen: string | null },
): Promise<PreparableMeeting[]> =>
  (
    await sql<PreparableMeeting>`select meeting.id, forum.name as "forumName", forum.kind as "forumKind", meeting.title, meeting.on_day as "onDay",
      (select count(*)::integer from meetings.meeting as other where other.district = meeting.district
        and other.prepares_id = meeting.id and other.state <> 'cancelled') as "preparedBy"
      from meetings.meeting as meeting join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
      where meeting.district = ${district} and (meeting.id = ${chosen} or (meeting.forum_id <> ${forumId} and meeting.on_day >= ${today}
        and meeting.state in ('draft', 'summoned') and (forum.kind in ('districtCouncil', 'liaisonCommittee')
          or forum.id = (select child.parent_id from fora.forum as child where child.district = ${district} and child.id = ${forumId}))))
      order by meeting.on_day, forum.sort_name limit 60`.execute(trx)
  ).rows

/** The forum's latest meeting that was not cancelled, to copy from. */
export const findLatestMeeting = async (
  trx: Trx,
  district: string,
  forumId: string,
): Promise<{ id: string; onDay: CalendarDay; place: string; host: string } | null> =>
  (
    await sql<{ id: string; onDay: CalendarDay; place: string; host: string }>`
      select m.id, m.on_day as "onDay", m.place, m.host from meetings.meeting as m
      where m.district = ${district} and m.forum_id = ${forumId} and m.state <> 'cancelled'
        and exists (select 1 from meetings.item as i where i.district = m.district and i.meeting_id = m.id)
      order by m.on_day desc, m.starts desc limit 1`.execute(trx)
  ).rows[0] ?? null

/** What a day is held against: periods to keep free, and the meetings that the forum has that day. */
export async function findDayGround(
  trx: Trx,
  district: string,
  { forumId, onDay, except }: { forumId: string; onDay: CalendarDay; except: string | null },
): Promise<{ closed: ClosedPeriod[]; taken: { onDay: string; starts: string }[] }> {
  const closed = await sql<ClosedPeriod>`select period.municipality_code as "municipalityCode", period.name,
    period.from_day as "from", period.to_day as "to" from meetings.closed_period as period
    where period.district = ${district} and ${onDay} between period.from_day and period.to_day order by period.name`.execute(
    trx,
  )
  const taken = await sql<{
    onDay: string
    starts: string
  }>`select m.on_day as "onDay", m.starts from meetings.meeting as m
    where m.district = ${district} and m.forum_id = ${forumId} and m.on_day = ${onDay} and m.state <> 'cancelled'
      and m.id is distinct from ${except}::uuid order by m.starts`.execute(trx)
  return { closed: closed.rows, taken: taken.rows }
}

/**
 * The meeting that the same form made a moment ago, when it is sent twice. Two that are sent at once wait for each other, so
 * that the second sees what the first made.
 */
export async function findTwin(
  trx: Trx,
  district: string,
  forumId: string,
  fields: MeetingFields,
): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${forumId}, 0))`.execute(trx)
  const { rows } = await sql<{ id: string }>`select m.id from meetings.meeting as m
    where m.district = ${district} and m.forum_id = ${forumId} and m.state = 'draft' and m.on_day = ${fields.onDay}
      and (m.kind, m.title, m.starts, m.ends, m.place) = (${fields.kind}, ${fields.title}, ${fields.starts}, ${fields.ends}, ${fields.place})
    limit 1`.execute(trx)
  return rows[0]?.id ?? null
}

/** The forum of a meeting as the form needs it. */
export interface FormForum {
  id: string
  slug: string
  name: string
  kind: ForumKind
  municipalityCode: string | null
}
