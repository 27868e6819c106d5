import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { readMeetings, type Meeting } from '../meeting/meeting-store.ts'
import { type Item, readItems } from './item-store.ts'

/** A forum as its items need it. */
export interface ItemForum {
  id: string
  slug: string
  name: string
  municipalityCode: string | null
}

const readFora = async (trx: Trx, chosen: ReturnType<typeof sql>): Promise<ItemForum[]> =>
  (
    await sql<ItemForum>`select forum.id, forum.slug, forum.name, forum.municipality_code as "municipalityCode"
      from fora.forum as forum where ${chosen} order by forum.sort_name`.execute(trx)
  ).rows

export const findForumBySlug = async (trx: Trx, district: string, slug: string): Promise<ItemForum | undefined> =>
  (await readFora(trx, sql`forum.district = ${district} and forum.slug = ${slug}`))[0]

export const findForumById = async (trx: Trx, district: string, id: string): Promise<ItemForum | undefined> =>
  (await readFora(trx, sql`forum.district = ${district} and forum.id = ${id}`))[0]

/** The fora that work, as far as the reader may see them. */
export const listWorkingFora = (trx: Trx, district: string): Promise<ItemForum[]> =>
  readFora(trx, sql`forum.district = ${district} and forum.status <> 'closed'`)

/** The items of a forum that wait without a meeting; `dropped` for those taken out of the backlog. */
export const listBacklog = (trx: Trx, district: string, forumId: string, { dropped = false } = {}): Promise<Item[]> =>
  readItems(
    trx,
    district,
    sql`item.forum_id = ${forumId} and item.meeting_id is null and item.dropped_at is ${dropped ? sql`not null` : sql`null`}`,
    sql`item.dropped_at desc, item.title`,
  )

/** The closed items of a forum that were to be looked at again by a day, and still stand closed. */
export const listReviewDue = (trx: Trx, district: string, forumId: string, on: CalendarDay): Promise<Item[]> =>
  readItems(
    trx,
    district,
    sql`item.forum_id = ${forumId} and item.openness = 'closed' and item.review_on <= ${on} and item.dropped_at is null`,
    sql`item.review_on, item.title`,
  )

export interface PaperDue {
  id: string
  itemId: string
  title: string
  reviewOn: CalendarDay
}

/** The closed papers of a forum that were to be looked at again by a day. */
export const listPapersDue = (trx: Trx, district: string, forumId: string, on: CalendarDay): Promise<PaperDue[]> =>
  sql<PaperDue>`select paper.id, paper.item_id as "itemId", paper.title, paper.review_on as "reviewOn" from meetings.paper as paper
    where paper.district = ${district} and paper.forum_id = ${forumId} and paper.openness = 'closed' and paper.review_on <= ${on}
      and paper.removed_at is null order by paper.review_on, paper.title`
    .execute(trx)
    .then(({ rows }) => rows)

/** The coming meetings of a forum whose agenda can still be put together, the next one first. */
export const listComingMeetings = (trx: Trx, district: string, forumId: string, on: CalendarDay): Promise<Meeting[]> =>
  readMeetings(
    trx,
    district,
    sql`meeting.forum_id = ${forumId} and meeting.on_day >= ${on} and meeting.state in ('draft', 'summoned')`,
  )

/** The forum's last meeting before a day, cancelled ones left out. */
export const findMeetingBefore = async (
  trx: Trx,
  district: string,
  forumId: string,
  before: CalendarDay,
): Promise<Meeting | undefined> =>
  (
    await readMeetings(
      trx,
      district,
      sql`meeting.forum_id = ${forumId} and meeting.on_day < ${before} and meeting.state <> 'cancelled'`,
      sql`meeting.on_day desc limit 1`,
    )
  )[0]

/** Sends an item on to the backlog of a forum, its own included. The id it has there; null when it was sent there before. */
export const sendOn = async (trx: Trx, itemId: string, forumId: string, reason: string): Promise<string | null> =>
  (await sql<{ made: string | null }>`select meetings.send_on(${itemId}, ${forumId}, ${reason}) as made`.execute(trx))
    .rows[0]?.made ?? null

export interface Ground {
  id: string
  name: string
}

/** The grounds on which something may be closed, with the one it has even if that is no longer used. */
export const listGrounds = (trx: Trx, district: string, own: string | null): Promise<Ground[]> =>
  trx
    .selectFrom('meetings.closing_ground as ground')
    .select(['ground.id', 'ground.name'])
    .where('ground.district', '=', district)
    .where((eb) => eb.or([eb('ground.active', '=', true), ...(own === null ? [] : [eb('ground.id', '=', own)])]))
    .orderBy('ground.name')
    .execute()

/** Which forum the waiting items of a forum were sent from, by item; those from fora the reader may not see are left out. */
export const listSenders = async (trx: Trx, district: string, forumId: string): Promise<Map<string, string>> =>
  new Map(
    (
      await sql<{ id: string; name: string }>`
      select item.id, forum.name from meetings.item as item
      join meetings.item as source on source.district = item.district and source.id = item.sent_from_id
      join fora.forum as forum on forum.district = source.district and forum.id = source.forum_id
      where item.district = ${district} and item.forum_id = ${forumId} and item.meeting_id is null`.execute(trx)
    ).rows.map(({ id, name }) => [id, name]),
  )
