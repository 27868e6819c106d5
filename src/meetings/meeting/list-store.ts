import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { forumKinds } from '../../fora/register/rules.ts'
import { defaultOrders } from '../orders/orders.ts'
import { meetingStates, stateForVisitors } from '../rules.ts'
import type { MeetingRow, MeetingsChoice, MeetingSorting, MeetingsView } from './list-choice.ts'

/** How alike a word must be to one in the text to be found in spite of a misspelling. */
const typoTolerance = 0.55
/** A summons is asked for this many days before its deadline. */
export const summonsAhead = 7

interface Asking {
  district: string
  today: CalendarDay
  /** The fora the reader sits in. */
  ownFora: readonly string[]
  /** True for one who has not signed in. */
  visitor: boolean
}

const shownToVisitors = JSON.stringify(
  Object.fromEntries(meetingStates.map((state) => [state, stateForVisitors(state)])),
)

/** The state as the reader is told it. */
const stateSeen = ({ visitor }: Asking): RawBuilder<unknown> =>
  visitor ? sql`coalesce(${shownToVisitors}::jsonb ->> meeting.state, meeting.state)` : sql`meeting.state`

const programNotice = JSON.stringify(
  Object.fromEntries(forumKinds.map((kind) => [kind, defaultOrders(kind).noticeDays])),
)

/** Days of notice by the standing orders that count for the meeting's forum. */
const noticeDays = sql`coalesce(own.notice_days, shared.notice_days, (${programNotice}::jsonb ->> forum.kind)::integer)`

const inView = (view: MeetingsView, asking: Asking): RawBuilder<unknown> => {
  const { today } = asking
  const conditions: Record<MeetingsView, RawBuilder<unknown>> = {
    all: sql`true`,
    coming: sql`meeting.on_day >= ${today} and meeting.state in ('draft', 'summoned')`,
    // Also those whose day went by without a summons: somebody must move or cancel them.
    toSummon: sql`meeting.state = 'draft' and meeting.on_day <= ${today}::date + ${noticeDays} + ${summonsAhead}::integer
      and meetings.in_charge(meeting.forum_id)`,
    minutes: sql`(meeting.state = 'held' or (meeting.state = 'summoned' and meeting.on_day < ${today}))
      and meetings.in_charge(meeting.forum_id)`,
    approval: sql`${stateSeen(asking)} = 'circulated'`,
  }
  return conditions[view]
}

const from = ({ district }: Asking) => sql`meetings.meeting as meeting
  join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
  left join meetings.standing_orders as own on own.district = meeting.district and own.forum_id = meeting.forum_id
  left join meetings.standing_orders as shared on shared.district = ${district} and shared.forum_id is null and shared.kind = forum.kind`

const passes = (asking: Asking, choice: MeetingsChoice): RawBuilder<unknown> => {
  const { words } = choice
  const pattern = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const text = sql`lower(forum.name || ' ' || meeting.title || ' ' || meeting.place)`
  return sql`meeting.district = ${asking.district}
    ${words === '' ? sql`` : sql`and (${text} like ${pattern} or word_similarity(${words.toLowerCase()}, ${text}) > ${typoTolerance})`}
    ${choice.forumId === null ? sql`` : sql`and meeting.forum_id = ${choice.forumId}`}
    ${choice.year === null ? sql`` : sql`and meeting.on_day between ${`${String(choice.year)}-01-01`} and ${`${String(choice.year)}-12-31`}`}
    ${choice.kind === null ? sql`` : sql`and meeting.kind = ${choice.kind}`}
    ${choice.state === null ? sql`` : sql`and ${stateSeen(asking)} = ${choice.state}`}
    ${choice.own ? sql`and meeting.forum_id = any (${[...asking.ownFora]}::uuid[])` : sql``}`
}

/** How many meetings each view shows with the same filter. */
export async function countMeetings(
  trx: Trx,
  asking: Asking,
  choice: MeetingsChoice,
): Promise<Record<MeetingsView, number>> {
  const count = (view: MeetingsView) => sql`count(*) filter (where ${inView(view, asking)})::integer`
  const { rows } = await sql<
    Record<MeetingsView, number>
  >`select ${count('all')} as "all", ${count('coming')} as coming,
    ${count('toSummon')} as "toSummon", ${count('minutes')} as minutes, ${count('approval')} as approval
    from ${from(asking)} where ${passes(asking, choice)}`.execute(trx)
  const [found] = rows
  if (found === undefined) throw new Error('An aggregate gave no row')
  return found
}

const orderOf = ({ sort, descending }: MeetingsChoice, asking: Asking): RawBuilder<unknown> => {
  const { today } = asking
  const way = descending ? sql`desc` : sql`asc`
  const latest = sql`meeting.on_day desc, meeting.starts, forum.sort_name`
  const orders: Record<MeetingSorting, RawBuilder<unknown>> = {
    next: sql`meeting.on_day < ${today} or meeting.state = 'cancelled',
      case when meeting.on_day >= ${today} then meeting.on_day end, meeting.on_day desc, meeting.starts, forum.sort_name`,
    day: sql`meeting.on_day ${way}, meeting.starts ${way}, forum.sort_name`,
    forum: sql`forum.sort_name ${way}, ${latest}`,
    state: sql`array_position(${[...meetingStates, 'cancelled']}::text[], ${stateSeen(asking)}) ${way}, ${latest}`,
    number: sql`meeting.number ${way} nulls last, ${latest}`,
    place: sql`meeting.place = '', lower(meeting.place) ${way}, ${latest}`,
  }
  return orders[sort]
}

/** The meetings as chosen: one page of them, or all for a file. */
export async function listMeetings(
  trx: Trx,
  asking: Asking,
  choice: MeetingsChoice,
  part: { limit: number; offset: number } | null,
): Promise<MeetingRow[]> {
  const { rows } =
    await sql<MeetingRow>`select meeting.id, forum.slug as "forumSlug", forum.name as "forumName", meeting.title,
    meeting.kind, meeting.on_day as "onDay", meeting.starts, meeting.ends, meeting.place, ${stateSeen(asking)} as state,
    case meeting.audience when 'members' then 'closed' else meeting.audience end as openness, meeting.number
    from ${from(asking)} where ${passes(asking, choice)} and ${inView(choice.view, asking)}
    order by ${orderOf(choice, asking)}, meeting.id
    ${part === null ? sql`` : sql`limit ${part.limit} offset ${part.offset}`}`.execute(trx)
  return rows
}

/** What the filters offer: the fora and years that have meetings the reader may see. */
export async function listMeetingChoices(
  trx: Trx,
  district: string,
): Promise<{ fora: { id: string; name: string }[]; years: number[] }> {
  const { rows } = await sql<{ id: string; name: string; years: number[] }>`
    select forum.id, forum.name, array_agg(distinct extract(year from meeting.on_day)::integer) as years
    from meetings.meeting as meeting join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
    where meeting.district = ${district} group by forum.id, forum.name, forum.sort_name order by forum.sort_name`.execute(
    trx,
  )
  return {
    fora: rows.map(({ id, name }) => ({ id, name })),
    years: [...new Set(rows.flatMap(({ years }) => years))].toSorted((a, b) => b - a),
  }
}

/** The fora that the reader may create meetings in. */
export const listForaInCharge = async (
  trx: Trx,
  district: string,
): Promise<{ id: string; slug: string; name: string }[]> =>
  (
    await sql<{
      id: string
      slug: string
      name: string
    }>`select forum.id, forum.slug, forum.name from fora.forum as forum
      where forum.district = ${district} and forum.status <> 'closed' and meetings.in_charge(forum.id) order by forum.sort_name`.execute(
      trx,
    )
  ).rows
