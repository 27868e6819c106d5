import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { Carries, ItemKind, ItemOpenness, OutcomeKind } from '../rules.ts'

/** An agenda item as far as the reader may see it, with its outcome when that is theirs to read. */
export interface Item {
  id: string
  forumId: string
  /** Null in the forum's backlog. */
  meetingId: string | null
  matterId: string
  /** The item of another forum that this one was sent on from. */
  sentFromId: string | null
  position: number
  section: string
  title: string
  kind: ItemKind
  presenter: string
  /** Minutes allotted. */
  minutes: number
  /** Minutes from the start of the meeting to this item; what the reader may not see takes its time too. */
  minutesBefore: number
  /** The case as it is put to the meeting. */
  body: string
  recommendation: string
  concerns: string
  carries: Carries
  openness: ItemOpenness
  groundId: string | null
  /** Why it is closed, in words the public may read. */
  ground: string | null
  reviewOn: CalendarDay | null
  /** How many members are kept out of it; 0 for a reader who is not in charge. */
  excluded: number
  papers: number
  outcome: OutcomeKind | null
  decision: string
  discussion: string
  outcomeVersion: number
  /** Why it stands in the backlog. */
  backlogReason: string
  /** Set when it was taken out of the backlog. */
  droppedAt: Date | null
  /** For an item that carries action points: how many of the forum's are open now, as far as the reader may see them. Else null. */
  openTasks: number | null
  /** For an item that carries the last minutes: the meeting they are from. Else null. */
  lastMeetingId: string | null
  lastMeetingOn: CalendarDay | null
  version: number
}

/** Items by a condition on `item`, in an order. */
export const readItems = async (
  trx: Trx,
  district: string,
  chosen: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`item.position, item.title`,
): Promise<Item[]> =>
  (
    await sql<Item>`
    select item.id, item.forum_id as "forumId", item.meeting_id as "meetingId", item.matter_id as "matterId", item.sent_from_id as "sentFromId",
      item.position, item.section, item.title, item.kind, item.presenter, item.minutes,
      meetings.minutes_before(item.district, item.meeting_id, item.position) as "minutesBefore", item.body, item.recommendation, item.concerns,
      item.carries, item.openness, item.ground_id as "groundId", ground.name as ground, item.review_on as "reviewOn",
      (select count(*)::integer from meetings.exclusion as x where x.district = item.district and x.item_id = item.id) as excluded,
      (select count(*)::integer from meetings.paper as p where p.district = item.district and p.item_id = item.id and p.removed_at is null) as papers,
      outcome.kind as outcome, coalesce(outcome.decision, '') as decision, coalesce(outcome.discussion, '') as discussion,
      coalesce(outcome.version, 0) as "outcomeVersion", item.backlog_reason as "backlogReason", item.dropped_at as "droppedAt",
      case when item.carries = 'actionPoints' then (select count(*)::integer from meetings.action_point as a
        where a.district = item.district and a.forum_id = item.forum_id and a.state not in ('done', 'dropped')) end as "openTasks",
      last.id as "lastMeetingId", last.on_day as "lastMeetingOn", item.version
    from meetings.item as item
    left join lateral (select m.id, m.on_day from meetings.meeting as m
      where item.carries = 'lastMinutes' and m.district = item.district and m.forum_id = item.forum_id and m.state <> 'cancelled'
        and m.on_day < (select own.on_day from meetings.meeting as own where own.district = item.district and own.id = item.meeting_id)
      order by m.on_day desc limit 1) as last on true
    left join meetings.closing_ground as ground on ground.district = item.district and ground.id = item.ground_id
    left join meetings.outcome as outcome on outcome.district = item.district and outcome.item_id = item.id
    where item.district = ${district} and ${chosen} order by ${order}`.execute(trx)
  ).rows

/** The agenda of a meeting in order. Items the reader may not see are not there, and leave their number free. */
export const listItems = (trx: Trx, district: string, meetingId: string): Promise<Item[]> =>
  readItems(trx, district, sql`item.meeting_id = ${meetingId}`)

export const findItem = async (trx: Trx, district: string, id: string): Promise<Item | undefined> =>
  (await readItems(trx, district, sql`item.id = ${id}`))[0]

/** What a reader may not see but may know of: the number on the agenda and why it is closed. */
export interface ClosedItem {
  number: number
  ground: string
}

/** The closed items of a meeting by number and ground, for a page that shows the rest. */
export const listClosedItems = async (trx: Trx, meetingId: string): Promise<ClosedItem[]> =>
  (await sql<ClosedItem>`select number, ground from meetings.closed_items(${meetingId})`.execute(trx)).rows
