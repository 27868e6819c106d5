import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import { defaultOrders, type Orders, type TemplateItem } from '../orders/orders.ts'
import type { MeetingKind } from '../rules.ts'

/** A forum that meetings can be planned for. */
export interface ForumToPlan {
  id: string
  slug: string
  name: string
  kind: ForumKind
  municipalityCode: string | null
  parentId: string | null
  cadence: string
}

/** The fora that are active, by name. */
export const listForaToPlan = (trx: Trx, district: string): Promise<ForumToPlan[]> =>
  trx
    .selectFrom('fora.forum as forum')
    .select(['forum.id', 'forum.slug', 'forum.name', 'forum.kind', 'forum.cadence'])
    .select(['forum.municipality_code as municipalityCode', 'forum.parent_id as parentId'])
    .where('forum.district', '=', district)
    .where('forum.status', '=', 'active')
    .orderBy('forum.sort_name')
    .execute()

/** Who sits in which forum on a day, through an office or a seat of their own. Deputies come only when they are sent. */
export const listSeated = async (
  trx: Trx,
  district: string,
  day: CalendarDay,
): Promise<{ forumId: string; personId: string; name: string }[]> =>
  (
    await sql<{ forumId: string; personId: string; name: string }>`
      select distinct seat.forum_id as "forumId", person.id as "personId", person.name, person.sort_name from fora.seat as seat
      left join people.tenure as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
        and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
      join people.person as person on person.district = seat.district and person.id = coalesce(seat.person_id, tenure.person_id)
      where seat.district = ${district} and seat.role <> 'deputy'
        and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
      order by person.sort_name, person.id`.execute(trx)
  ).rows

type PlanOrders = Pick<Orders, 'proposalDays' | 'usualPlace' | 'usualStart' | 'usualMinutes' | 'template'>

/** By what each forum meets: its own standing orders, the district's for its kind, or those the program begins with. */
export async function readOrders(
  trx: Trx,
  district: string,
): Promise<(forum: { id: string; kind: ForumKind }) => PlanOrders> {
  const { rows } = await sql<PlanOrders & { forumId: string | null; kind: ForumKind }>`
    select orders.forum_id as "forumId", orders.kind, orders.proposal_days as "proposalDays", orders.usual_place as "usualPlace",
      orders.usual_start as "usualStart", orders.usual_minutes as "usualMinutes",
      coalesce((select jsonb_agg(jsonb_build_object('section', item.section, 'title', item.title, 'kind', item.kind,
        'presenter', item.presenter, 'minutes', item.minutes, 'carries', item.carries) order by item.position)
        from meetings.template_item as item where item.district = orders.district and item.orders_id = orders.id), '[]') as template
    from meetings.standing_orders as orders where orders.district = ${district}`.execute(trx)
  const own = new Map(rows.filter(({ forumId }) => forumId !== null).map((row) => [row.forumId, row]))
  const byKind = new Map(rows.filter(({ forumId }) => forumId === null).map((row) => [row.kind, row]))
  return ({ id, kind }) => own.get(id) ?? byKind.get(kind) ?? defaultOrders(kind)
}

/** A meeting to be made, with the fixed items of its agenda. */
export interface NewMeeting {
  id: string
  forumId: string
  municipalityCode: string | null
  kind: MeetingKind
  onDay: CalendarDay
  starts: string
  ends: string
  place: string
  proposeBy: CalendarDay | null
  preparesId: string | null
  createdBy: string
  /** What the log calls it. */
  name: string
  template: readonly TemplateItem[]
}

/**
 * Makes many meetings as drafts with their fixed items and their entries in the log, in three statements however many they
 * are. All of them or none: it is one transaction with what calls it.
 */
export async function addMeetings(trx: Trx, district: string, meetings: readonly NewMeeting[]): Promise<void> {
  const plain = meetings.map(({ template: _, ...meeting }) => meeting)
  await sql`insert into meetings.meeting (district, id, forum_id, municipality_code, kind, on_day, starts, ends, place, propose_by, prepares_id, created_by)
    select ${district}, new.id, new."forumId", new."municipalityCode", new.kind, new."onDay", new.starts, new.ends, new.place, new."proposeBy",
      new."preparesId", new."createdBy"
    from jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as new (id uuid, "forumId" uuid, "municipalityCode" text, kind text, "onDay" date,
      starts text, ends text, place text, "proposeBy" date, "preparesId" uuid, "createdBy" text)`.execute(trx)
  const items = meetings.flatMap(({ id, forumId, template }) =>
    template.map((item, index) => ({ ...item, meetingId: id, forumId, position: index + 1 })),
  )
  await sql`insert into meetings.item (district, forum_id, meeting_id, position, section, title, kind, presenter, minutes, carries)
    select ${district}, new."forumId", new."meetingId", new.position, new.section, new.title, new.kind, new.presenter, new.minutes, new.carries
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as new ("forumId" uuid, "meetingId" uuid, position integer, section text,
      title text, kind text, presenter text, minutes integer, carries text)`.execute(trx)
  await sql`select audit.write(${district}, 'meeting.created', 'meeting', new.id, new.name,
      jsonb_build_array(jsonb_build_object('field', 'onDay', 'before', null, 'after', new."onDay")))
    from jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) as new (id text, name text, "onDay" text)`.execute(trx)
}

/**
 * Takes away those of some meetings that nobody has touched since they were made: still drafts, not edited, with the fixed items as
 * they were, and nothing besides. Nobody was ever told of them, so nothing is left but the entry in the log. Returns their ids.
 */
export async function removeUntouched(
  trx: Trx,
  district: string,
  meetings: readonly { id: string; items: number }[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select meeting.id, forum.name || ' ' || meeting.on_day::text as name
    from jsonb_to_recordset(${JSON.stringify(meetings)}::jsonb) as made (id uuid, items integer)
    join meetings.meeting as meeting on meeting.district = ${district} and meeting.id = made.id and meeting.state = 'draft' and meeting.version = 1
    join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
    where made.items = (select count(*) from meetings.item as item
        where item.district = meeting.district and item.meeting_id = meeting.id and item.version = 1)
      and not exists (select 1 from meetings.item as item
        where item.district = meeting.district and item.meeting_id = meeting.id and item.version > 1)
      and not exists (select 1 from meetings.exclusion as kept join meetings.item as item on item.district = kept.district and item.id = kept.item_id
        where item.district = meeting.district and item.meeting_id = meeting.id)
      and not exists (select 1 from meetings.paper as paper where paper.district = meeting.district and paper.meeting_id = meeting.id)
      and not exists (select 1 from meetings.opening as opening where opening.district = meeting.district and opening.meeting_id = meeting.id)
      and not exists (select 1 from meetings.item_proposal as proposal
        where proposal.district = meeting.district and proposal.meeting_id = meeting.id)
    for update of meeting`.execute(trx)
  const ids = rows.map(({ id }) => id)
  await sql`delete from meetings.item where district = ${district} and meeting_id = any (${ids}::uuid[])`.execute(trx)
  await sql`delete from meetings.meeting where district = ${district} and id = any (${ids}::uuid[])`.execute(trx)
  await sql`select audit.write(${district}, 'meeting.removed', 'meeting', gone.id, gone.name, '[]'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone (id text, name text)`.execute(trx)
  return ids
}
