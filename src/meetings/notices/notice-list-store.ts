import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { NoticeKind } from '../../notices/notices-store.ts'

/** A notice with what it is about, as far as its reader may see that now. */
export interface Notice {
  id: string
  kind: NoticeKind
  madeAt: Date
  madeBy: string
  readAt: Date | null
  forumName: string | null
  forumSlug: string | null
  meetingId: string | null
  meetingDay: CalendarDay | null
  /** The title of the item, proposal or action point it is about. */
  subjectTitle: string | null
  subjectId: string | null
}

/** The notices of a person that are about something the reader may still see. */
const seen = (district: string, personId: string) => sql`notices.notice as notice
  left join meetings.meeting as meeting on meeting.district = notice.district and meeting.id = notice.meeting_id
  left join meetings.item as item on item.district = notice.district and item.id = notice.item_id
  left join meetings.action_point as point on point.district = notice.district and point.id = notice.subject_id and notice.kind like 'task%'
  left join meetings.item_proposal as proposal
    on proposal.district = notice.district and proposal.id = notice.subject_id and notice.kind like 'proposal%'
  left join people.office as office on office.district = notice.district and office.id = notice.subject_id and notice.kind = 'officeTakenOver'
  left join fora.forum as forum on forum.district = notice.district
    and forum.id = coalesce(notice.forum_id, meeting.forum_id, point.forum_id, proposal.forum_id)
  where notice.district = ${district} and notice.person_id = ${personId} and (
    case when notice.kind like 'task%' then point.id is not null
      when notice.kind like 'proposal%' then proposal.id is not null
      else (notice.meeting_id is null or meeting.id is not null) and (notice.item_id is null or item.id is not null) end)`

const columns = sql`notice.id, notice.kind, notice.made_at as "madeAt", notice.made_by as "madeBy", notice.read_at as "readAt",
  forum.name as "forumName", forum.slug as "forumSlug", meeting.id as "meetingId", meeting.on_day as "meetingDay",
  coalesce(point.title, proposal.title, item.title, office.title) as "subjectTitle", notice.subject_id as "subjectId"`

const readNotices = async (
  trx: Trx,
  district: string,
  personId: string,
  rest: RawBuilder<unknown>,
): Promise<Notice[]> =>
  (await sql<Notice>`select ${columns} from ${seen(district, personId)} ${rest}`.execute(trx)).rows

const longest = 200

/** A person's notices, the latest first. */
export const listNotices = (trx: Trx, district: string, personId: string): Promise<Notice[]> =>
  readNotices(trx, district, personId, sql`order by notice.made_at desc, notice.id limit ${longest}`)

/** What a person has neither read nor been mailed about, the oldest first. */
export const listUntold = (trx: Trx, district: string, personId: string): Promise<Notice[]> =>
  readNotices(
    trx,
    district,
    personId,
    sql`and notice.read_at is null and notice.mailed_at is null order by notice.made_at, notice.id limit ${longest}`,
  )

/** How many notices the person has not read, of those they may still see. */
export const countUnread = async (trx: Trx, district: string, personId: string): Promise<number> =>
  (
    await sql<{
      count: number
    }>`select count(*)::integer as count from ${seen(district, personId)} and notice.read_at is null`.execute(trx)
  ).rows[0]?.count ?? 0
