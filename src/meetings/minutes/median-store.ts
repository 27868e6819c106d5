import { type RawBuilder, sql } from 'kysely'
import { addDays, type CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { lateAfterDays, type Medians } from './rules.ts'

/** A forum that has held meetings, with its minutes in numbers. */
export interface ForumMedians extends Medians {
  forumId: string
  slug: string
  name: string
  sortName: string
}

const readMedians = async (
  trx: Trx,
  district: string,
  today: CalendarDay,
  chosen: RawBuilder<unknown>,
): Promise<ForumMedians[]> =>
  (
    await sql<ForumMedians>`
    select forum.id as "forumId", forum.slug, forum.name, forum.sort_name as "sortName", count(*)::integer as held,
      count(*) filter (where meeting.state = 'held' and meeting.on_day < ${addDays(today, -lateAfterDays)})::integer as late,
      percentile_disc(0.5) within group (order by (meeting.circulated_at at time zone 'Europe/Copenhagen')::date - meeting.on_day)
        filter (where meeting.state in ('circulated', 'approved', 'published') and meeting.circulated_at is not null) as circulated,
      percentile_disc(0.5) within group (order by (meeting.published_at at time zone 'Europe/Copenhagen')::date - meeting.on_day)
        filter (where meeting.state = 'published' and meeting.published_at is not null) as published
    from meetings.meeting as meeting
    join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
    where meeting.district = ${district} and meeting.state in ('held', 'circulated', 'approved', 'published') and ${chosen}
    group by forum.id, forum.slug, forum.name, forum.sort_name order by forum.sort_name`.execute(trx)
  ).rows

/** How long the minutes of each forum take, for all fora in one statement; only meetings that the reader may see are counted. */
export const listMedians = (trx: Trx, district: string, today: CalendarDay): Promise<ForumMedians[]> =>
  readMedians(trx, district, today, sql`true`)

/** How long the minutes of one forum take; null before its first meeting is held. */
export const mediansOfForum = async (
  trx: Trx,
  district: string,
  forumId: string,
  today: CalendarDay,
): Promise<Medians | null> => (await readMedians(trx, district, today, sql`meeting.forum_id = ${forumId}`))[0] ?? null
