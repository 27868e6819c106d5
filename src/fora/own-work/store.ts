import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { Reviewed } from './rules.ts'

/** When each forum that is not closed down was last gone through. */
export const listReviews = (trx: Trx, district: string): Promise<Reviewed[]> =>
  trx
    .selectFrom('fora.forum as forum')
    .select(['forum.id', 'forum.slug', 'forum.name', 'forum.reviewed_on as reviewedOn'])
    .where('forum.district', '=', district)
    .where('forum.status', '<>', 'closed')
    .orderBy('forum.sort_name')
    .execute()

/** Annexes that are being read in and are not finished, by title. Nothing for an actor who may not import. */
export const listOpenImports = async (trx: Trx, district: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('fora.annex_import as entry')
      .select('entry.title')
      .where('entry.district', '=', district)
      .where('entry.state', '=', 'open')
      .orderBy('entry.created_at')
      .execute()
  ).map(({ title }) => title)

/** The next meeting day of each of some fora; today counts unless the meeting has been held. */
export async function listNextMeetings(
  trx: Trx,
  district: string,
  forumIds: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ forumId: string; next: string }>`
    select meeting.forum_id as "forumId", min(meeting.on_day) as next from fora.meeting_day as meeting
    where meeting.district = ${district} and meeting.forum_id = any (${[...forumIds]}::uuid[]) and meeting.on_day >= ${day}
      and not (meeting.on_day = ${day} and meeting.held is true)
    group by meeting.forum_id`.execute(trx)
  return new Map(rows.map(({ forumId, next }) => [forumId, next]))
}
