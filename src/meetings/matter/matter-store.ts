import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { ItemKind, MeetingState, OutcomeKind } from '../rules.ts'

/** One item of a matter, as far as the reader may see it. */
export interface MatterStep {
  itemId: string
  title: string
  kind: ItemKind
  openness: 'closed' | 'open'
  forumName: string
  meetingId: string | null
  /** Null while it waits without a meeting. */
  onDay: CalendarDay | null
  meetingState: MeetingState | null
  outcome: OutcomeKind | null
  decision: string
  /** The item it was sent on from, if the reader may see that one. */
  sentFromId: string | null
  droppedAt: Date | null
}

/** A matter through all fora, the first day first; what waits without a meeting comes last. In one statement. */
export const listMatter = async (trx: Trx, district: string, matterId: string): Promise<MatterStep[]> =>
  (
    await sql<MatterStep>`
    select item.id as "itemId", item.title, item.kind, item.openness, forum.name as "forumName", meeting.id as "meetingId",
      meeting.on_day as "onDay", meeting.state as "meetingState", outcome.kind as outcome, coalesce(outcome.decision, '') as decision,
      source.id as "sentFromId", item.dropped_at as "droppedAt"
    from meetings.item as item
    join fora.forum as forum on forum.district = item.district and forum.id = item.forum_id
    left join meetings.meeting as meeting on meeting.district = item.district and meeting.id = item.meeting_id
    left join meetings.outcome as outcome on outcome.district = item.district and outcome.item_id = item.id
    left join meetings.item as source on source.district = item.district and source.id = item.sent_from_id
    where item.district = ${district} and item.matter_id = ${matterId}
    order by meeting.on_day nulls last, meeting.starts, item.position, item.title`.execute(trx)
  ).rows

/** How many items of a matter the reader may see. */
export const countMatter = async (trx: Trx, district: string, matterId: string): Promise<number> =>
  Number(
    (
      await trx
        .selectFrom('meetings.item as item')
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where('item.district', '=', district)
        .where('item.matter_id', '=', matterId)
        .executeTakeFirstOrThrow()
    ).count,
  )
