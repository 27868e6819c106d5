import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { TemplateItem } from '../orders/orders.ts'
import type { Carries, ItemKind, ItemOpenness } from '../rules.ts'
import { missingFixed, type Placed, placesAfterMove } from './rules.ts'

/** What can be edited about an item in one form. Where it stands and who may see it are changed on their own. */
export interface ItemFields {
  title: string
  section: string
  kind: ItemKind
  presenter: string
  minutes: number
  body: string
  recommendation: string
  concerns: string
}

/** The meeting an item is put on; every change of an order waits for its turn at the meeting's row. */
interface Agenda {
  id: string
  forumId: string
}

const stored = (fields: ItemFields) => ({
  title: fields.title,
  section: fields.section,
  kind: fields.kind,
  presenter: fields.presenter,
  minutes: fields.minutes,
  body: fields.body,
  recommendation: fields.recommendation,
  concerns: fields.concerns,
})

/** Behind all others, until the order is closed up. */
const last = 1_000_000

const lockAgenda = async (trx: Trx, district: string, meetingId: string): Promise<void> => {
  await trx
    .selectFrom('meetings.meeting')
    .select('id')
    .where('district', '=', district)
    .where('id', '=', meetingId)
    .forUpdate()
    .execute()
}

/** Positions become 1 … n again, counting what the actor may not see. */
const closeUp = (trx: Trx, district: string, meetingId: string) =>
  sql`select meetings.renumber(${district}, ${meetingId})`.execute(trx)

/** Adds an item as the last one of a meeting, or to the forum's backlog. It is closed. Returns its id. */
export async function addItem(
  trx: Trx,
  district: string,
  at: { forumId: string; meetingId: string | null; reason?: string },
  fields: ItemFields,
  carries: Carries = 'nothing',
): Promise<string> {
  if (at.meetingId !== null) await lockAgenda(trx, district, at.meetingId)
  const { id } = await trx
    .insertInto('meetings.item')
    .values({
      district,
      forum_id: at.forumId,
      meeting_id: at.meetingId,
      position: at.meetingId === null ? 0 : last,
      backlog_reason: at.reason ?? '',
      carries,
      ...stored(fields),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (at.meetingId !== null) await closeUp(trx, district, at.meetingId)
  return id
}

/** False when somebody else changed the item's words first. That it was moved meanwhile is no hindrance. */
export async function changeItem(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: ItemFields,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.item')
    .set((eb) => ({ ...stored(fields), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

const listPlaces = (trx: Trx, district: string, meetingId: string): Promise<Placed[]> =>
  trx
    .selectFrom('meetings.item as item')
    .select(['item.id', 'item.position'])
    .where('item.district', '=', district)
    .where('item.meeting_id', '=', meetingId)
    .orderBy('item.position')
    .execute()

/**
 * Moves an item to a position on its agenda, all in one statement. Its version stays, so that whoever is writing on it
 * can still save. False when the item is not on the agenda.
 */
export async function moveItem(
  trx: Trx,
  district: string,
  meetingId: string,
  { id, to }: { id: string; to: number },
): Promise<boolean> {
  await lockAgenda(trx, district, meetingId)
  const items = await listPlaces(trx, district, meetingId)
  if (!items.some((item) => item.id === id)) return false
  const places = placesAfterMove(items, id, to)
  if (places.length === 0) return true
  await sql`update meetings.item as item set position = place.position
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place (id uuid, position integer)
    where item.district = ${district} and item.meeting_id = ${meetingId} and item.id = place.id`.execute(trx)
  return true
}

/** Takes an item off its agenda into the forum's backlog. False when it is not on that agenda any more. */
export async function removeItem(
  trx: Trx,
  district: string,
  { id, meetingId }: { id: string; meetingId: string },
  reason: string,
): Promise<boolean> {
  await lockAgenda(trx, district, meetingId)
  const done = await trx
    .updateTable('meetings.item')
    .set({ meeting_id: null, position: 0, backlog_reason: reason })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  await closeUp(trx, district, meetingId)
  return done.numUpdatedRows === 1n
}

/** Puts an item of the backlog last on an agenda of its forum. False when it has been placed elsewhere meanwhile. */
export async function placeItem(trx: Trx, district: string, id: string, meeting: Agenda): Promise<boolean> {
  await lockAgenda(trx, district, meeting.id)
  const done = await trx
    .updateTable('meetings.item')
    .set({ meeting_id: meeting.id, position: last, dropped_at: null, backlog_reason: '' })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('forum_id', '=', meeting.forumId)
    .where('meeting_id', 'is', null)
    .executeTakeFirst()
  await closeUp(trx, district, meeting.id)
  return done.numUpdatedRows === 1n
}

/** Takes an item out of the backlog, or brings it back when `at` is null. The row stays. False when it is not there. */
export async function dropItem(
  trx: Trx,
  district: string,
  id: string,
  { at, reason }: { at: Date | null; reason: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.item')
    .set({ dropped_at: at, backlog_reason: reason })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('meeting_id', 'is', null)
    .where('dropped_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Opens or closes an item. Whether it may be is for `closingProblem`. False when somebody else changed the item first. */
export async function setOpenness(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  to: { openness: ItemOpenness; groundId: string | null; reviewOn: CalendarDay | null },
): Promise<boolean> {
  const closed = to.openness === 'closed'
  const done = await trx
    .updateTable('meetings.item')
    .set((eb) => ({
      openness: to.openness,
      ground_id: closed ? to.groundId : null,
      review_on: closed ? to.reviewOn : null,
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Puts the fixed items on an agenda that it does not have yet, in their order. Returns how many. */
export async function fillFromTemplate(
  trx: Trx,
  district: string,
  meeting: Agenda,
  template: readonly TemplateItem[],
): Promise<number> {
  await lockAgenda(trx, district, meeting.id)
  const there = await trx
    .selectFrom('meetings.item as item')
    .select(['item.title', 'item.carries'])
    .where('item.district', '=', district)
    .where('item.meeting_id', '=', meeting.id)
    .execute()
  const missing = missingFixed(template, there)
  if (missing.length === 0) return 0
  await trx
    .insertInto('meetings.item')
    .values(
      missing.map((fixed, index) => ({
        district,
        forum_id: meeting.forumId,
        meeting_id: meeting.id,
        position: last + index,
        section: fixed.section,
        title: fixed.title,
        kind: fixed.kind,
        presenter: fixed.presenter,
        minutes: fixed.minutes,
        carries: fixed.carries,
      })),
    )
    .execute()
  await closeUp(trx, district, meeting.id)
  return missing.length
}

/** Puts the standing orders' item for open action points on a copied agenda without it, when the forum has open ones. */
export async function carryOpenTasks(
  trx: Trx,
  district: string,
  meeting: Agenda,
  template: readonly TemplateItem[],
): Promise<number> {
  const open = await trx
    .selectFrom('meetings.action_point as point')
    .select('point.id')
    .where('point.district', '=', district)
    .where('point.forum_id', '=', meeting.forumId)
    .where('point.state', 'not in', ['done', 'dropped'])
    .limit(1)
    .executeTakeFirst()
  const carriers = template.filter(({ carries }) => carries === 'actionPoints')
  return open === undefined ? 0 : fillFromTemplate(trx, district, meeting, carriers)
}

/**
 * Copies the agenda of an earlier meeting behind what is there: titles, sections, presenters and times, not the cases. A
 * closed item stays closed, and whoever was kept out of it is kept out of the copy. Returns how many.
 */
export async function copyAgenda(trx: Trx, district: string, fromMeetingId: string, meeting: Agenda): Promise<number> {
  await lockAgenda(trx, district, meeting.id)
  const { rows } = await sql<{ copies: number }>`
    with source as (
      select item.*, gen_random_uuid() as new_id from meetings.item as item
      where item.district = ${district} and item.meeting_id = ${fromMeetingId} and item.forum_id = ${meeting.forumId}
        and not exists (select 1 from meetings.item as there where there.district = item.district and there.meeting_id = ${meeting.id}
          and (there.title = item.title or (there.carries <> 'nothing' and there.carries = item.carries)))
    ), copied as (
      insert into meetings.item (district, id, forum_id, meeting_id, position, section, title, kind, presenter, minutes, carries, ground_id, review_on)
      select district, new_id, forum_id, ${meeting.id}, ${last} + position, section, title, kind, presenter, minutes, carries,
        ground_id, review_on from source returning id
    ), kept_out as (
      insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by)
      select x.district, source.new_id, x.forum_id, x.person_id, x.reason, x.noted_by
      from source join meetings.exclusion as x on x.district = source.district and x.item_id = source.id
      returning 1
    ) select count(*)::integer as copies from copied`.execute(trx)
  await closeUp(trx, district, meeting.id)
  return rows[0]?.copies ?? 0
}
