import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { OutcomeKind } from '../rules.ts'
import type { DecisionChoice } from './choice.ts'
import { marks, prefixQuery, type Statement } from './rules.ts'

/** An outcome with its text, as far as the reader may see it. */
export interface Decision {
  itemId: string
  itemTitle: string
  itemNumber: number | null
  matterId: string
  kind: OutcomeKind
  /** What was decided, with marks around the words that were searched for. */
  text: string
  day: CalendarDay
  meetingId: string
  meetingTitle: string | null
  forumName: string | null
  forumSlug: string | null
  statements: Statement[]
}

/** The outcomes that have the words. Joined, not asked with `in`: then the many rows of a common word are met by one scan. */
const outcomesWith = (words: string): RawBuilder<unknown> => {
  const query = prefixQuery(words)
  return query === ''
    ? sql`meetings.outcome as outcome`
    : sql`meetings.outcome as outcome join meetings.decisions_with(${query}) as met on met.item_id = outcome.item_id`
}

const filterOf = (district: string, choice: DecisionChoice, withKind: boolean): RawBuilder<unknown> =>
  sql.join(
    [
      sql`outcome.district = ${district} and outcome.decision <> '' and outcome.kind is not null`,
      ...(choice.words !== '' && prefixQuery(choice.words) === '' ? [sql`false`] : []),
      ...(choice.kind === null || !withKind ? [] : [sql`outcome.kind = ${choice.kind}`]),
      ...(choice.forumId === null ? [] : [sql`outcome.forum_id = ${choice.forumId}`]),
      ...(choice.year === null
        ? []
        : [sql`outcome.decided_on between ${`${String(choice.year)}-01-01`} and ${`${String(choice.year)}-12-31`}`]),
      ...(choice.municipality === null
        ? []
        : [
            sql`exists (select 1 from meetings.statement as said where said.district = outcome.district and said.item_id = outcome.item_id
              and said.municipality_code = ${choice.municipality} and said.stand <> 'none')`,
          ]),
    ],
    sql` and `,
  )

/** One page of the decisions as chosen, or all of them. The page is found first, by day, and only its rows are filled in. */
export async function listDecisions(
  trx: Trx,
  district: string,
  choice: DecisionChoice,
  part: { limit: number; offset: number } | null,
): Promise<Decision[]> {
  const query = prefixQuery(choice.words)
  const order = choice.oldestFirst ? sql`asc` : sql`desc`
  // A file has no marks, and marking thousands of decisions takes its time.
  const text =
    query === '' || part === null
      ? sql`chosen.decision`
      : sql`ts_headline('danish', chosen.decision, to_tsquery('danish', ${query}),
          ${`StartSel="${marks.start}", StopSel="${marks.end}", HighlightAll=true`})`
  return (
    await sql<Decision>`
      with chosen as (select outcome.district, outcome.item_id, outcome.forum_id, outcome.meeting_id, outcome.kind, outcome.decision, outcome.decided_on
        from ${outcomesWith(choice.words)} where ${filterOf(district, choice, true)}
        order by outcome.decided_on ${order}, outcome.meeting_id, outcome.item_id ${part === null ? sql`` : sql`limit ${part.limit} offset ${part.offset}`})
      select chosen.item_id as "itemId", item.title as "itemTitle", meeting.first_item_number + item.position - 1 as "itemNumber",
        item.matter_id as "matterId", chosen.kind, ${text} as text, chosen.decided_on as day, chosen.meeting_id as "meetingId",
        meeting.title as "meetingTitle", forum.name as "forumName", forum.slug as "forumSlug",
        coalesce((select jsonb_agg(jsonb_build_object('municipality', municipality.name, 'stand', said.stand) order by municipality.name)
          from meetings.statement as said join people.municipality as municipality on municipality.code = said.municipality_code
          where said.district = chosen.district and said.item_id = chosen.item_id), '[]') as statements
      from chosen
      join meetings.item as item on item.district = chosen.district and item.id = chosen.item_id
      left join meetings.meeting as meeting on meeting.district = chosen.district and meeting.id = chosen.meeting_id
      left join fora.forum as forum on forum.district = chosen.district and forum.id = chosen.forum_id
      order by chosen.decided_on ${order}, chosen.meeting_id, item.position, chosen.item_id`.execute(trx)
  ).rows
}

export type DecisionCounts = Record<OutcomeKind | 'all' | 'everything', number>

/** How many of each kind there are with the filter as it stands, and whether there are any at all. */
export async function countDecisions(trx: Trx, district: string, choice: DecisionChoice): Promise<DecisionCounts> {
  const kind = (name: OutcomeKind) => sql`count(*) filter (where outcome.kind = ${name})::integer`
  const { rows } = await sql<DecisionCounts>`
    select count(*)::integer as "all", ${kind('decided')} as decided, ${kind('discussed')} as discussed, ${kind('noted')} as noted,
      ${kind('postponed')} as postponed,
      (select count(*) from (select 1 from meetings.outcome as outcome where outcome.district = ${district} and outcome.decision <> '' limit 1) as one)::integer as everything
    from ${outcomesWith(choice.words)} where ${filterOf(district, choice, false)}`.execute(trx)
  return rows[0] ?? { all: 0, decided: 0, discussed: 0, noted: 0, postponed: 0, everything: 0 }
}

export interface DecisionChoices {
  fora: { id: string; name: string }[]
  years: number[]
  municipalities: { code: string; name: string }[]
}

/** The fora, years and municipalities that the decisions the reader may see have to do with. */
export async function listDecisionChoices(trx: Trx, district: string): Promise<DecisionChoices> {
  const { rows } = await sql<DecisionChoices>`
    with seen as (select outcome.forum_id, extract(year from outcome.decided_on)::integer as year, outcome.item_id
      from meetings.outcome as outcome where outcome.district = ${district} and outcome.decision <> '')
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', forum.id, 'name', forum.name) order by forum.sort_name) from fora.forum as forum
        where forum.district = ${district} and forum.id in (select forum_id from seen)), '[]') as fora,
      coalesce((select jsonb_agg(year order by year desc) from (select distinct year from seen) as years), '[]') as years,
      coalesce((select jsonb_agg(jsonb_build_object('code', municipality.code, 'name', municipality.name) order by municipality.name)
        from people.municipality as municipality where municipality.code in (select said.municipality_code from meetings.statement as said
          where said.district = ${district} and said.stand <> 'none' and said.item_id in (select item_id from seen))), '[]') as municipalities`.execute(
    trx,
  )
  return rows[0] ?? { fora: [], years: [], municipalities: [] }
}
