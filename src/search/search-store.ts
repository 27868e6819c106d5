import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../db/db.ts'
import { marks } from '../meetings/decisions/rules.ts'
import { type EntryKind, spellingsOf } from './rules.ts'

/** One thing that was found, as far as the reader may see it. */
export interface Hit {
  kind: EntryKind
  id: string
  forumName: string | null
  forumSlug: string | null
  meetingId: string | null
  itemId: string | null
  onDay: string | null
  /** With `marks` around the words that were met, as is `excerpt`. */
  title: string
  excerpt: string
  /** The last letters of what the excerpt was taken from. */
  end: string
}

export interface Found {
  hits: Hit[]
  /** How many of each kind answer, before the kind is chosen. */
  counts: Partial<Record<EntryKind, number>>
}

export interface SearchOrder {
  words: readonly string[]
  kind: EntryKind | null
  forumId: string | null
  from: string | null
  to: string | null
  limit: number
  offset: number
}

/**
 * The words in all their spellings, as rows of a word and the place of the one it stands for. A place is left out of a query
 * when one of its spellings is a word that carries no meaning: "paa" stands nowhere, but "på" is in everything.
 */
const given = (words: readonly string[]): RawBuilder<unknown> => {
  const spelt = words.flatMap((word, index) => spellingsOf(word).map((spelling) => ({ spelling, place: index + 1 })))
  return sql`unnest(${spelt.map(({ spelling }) => spelling)}::text[], ${spelt.map(({ place }) => place)}::integer[]) as given(word, place)`
}

/** Each word as its stem, the last one also as the beginning of a word: it may still be being typed. */
const exact = (words: readonly string[]): RawBuilder<unknown> => sql`(
  select string_agg('(' || query || ')', ' & ' order by place)::tsquery from (
    select place, string_agg(query::text, ' | ') as query from (
      select place, case when place = ${words.length} then plainto_tsquery('danish', word) || to_tsquery('danish', quote_literal(word) || ':*')
        else plainto_tsquery('danish', word) end as query
      from ${given(words)}) as spelt
    group by place having bool_and(numnode(query) > 0)) as terms)`

/** Each word as itself, the compounds it is part of, or the words it may be misspelt for. Which these are is never shown, since they may stand in what is closed. */
const likely = (words: readonly string[]): RawBuilder<unknown> => sql`(
  select string_agg('(' || query || ')', ' & ' order by place)::tsquery from (
    select place, string_agg(quote_literal(lexeme), ' | ') as query
    from ${given(words)}
    cross join lateral (select tsvector_to_array(to_tsvector('danish', word)) as stem) as stems
    left join lateral unnest(stem || search.alike(stem[1])) as lexeme on true
    group by place having bool_and(cardinality(stem) > 0)) as terms)`

const headline = (text: RawBuilder<unknown>, options: string) =>
  sql`ts_headline('danish', translate(${text}, ${marks.start + marks.end}, ''), question.query,
    ${`StartSel=${marks.start}, StopSel=${marks.end}, ${options}`})`

async function look(trx: Trx, district: string, order: SearchOrder, query: RawBuilder<unknown>): Promise<Found> {
  const { rows } = await sql<Found>`
    with question as materialized (select ${query} as query),
    matched as materialized (
      select distinct on (found.kind, found.subject_id) found.*
      from question cross join lateral search.found(question.query) as found
      where question.query is not null
        ${order.forumId === null ? sql`` : sql`and found.forum_id = ${order.forumId}`}
        ${order.from === null ? sql`` : sql`and found.on_day >= ${order.from}`}
        ${order.to === null ? sql`` : sql`and found.on_day <= ${order.to}`}
      order by found.kind, found.subject_id, found.rank desc),
    page as (
      select matched.* from matched
      ${order.kind === null ? sql`` : sql`where matched.kind = ${order.kind}`}
      order by matched.rank desc, matched.on_day desc nulls last, matched.subject_id limit ${order.limit} offset ${order.offset})
    select
      coalesce((select jsonb_object_agg(kind, number) from (select kind, count(*)::integer as number from matched group by kind) as c), '{}') as counts,
      coalesce((select jsonb_agg(jsonb_build_object('kind', entry.kind, 'id', entry.subject_id, 'forumName', forum.name, 'forumSlug', forum.slug,
        'meetingId', entry.meeting_id, 'itemId', entry.item_id, 'onDay', entry.on_day,
        'title', ${headline(sql`entry.title`, 'HighlightAll=true')},
        'excerpt', ${headline(sql`entry.words`, 'MaxFragments=2, MaxWords=22, MinWords=10, FragmentDelimiter=" … "')},
        'end', right(entry.words, 8))
        order by page.rank desc, page.on_day desc nulls last, page.subject_id)
        from question cross join page
        join search.entry as entry on entry.district = ${district} and entry.kind = page.kind and entry.subject_id = page.subject_id and entry.part = page.part
        left join fora.forum as forum on forum.district = entry.district and forum.id = entry.forum_id), '[]') as hits`.execute(
    trx,
  )
  return rows[0] ?? { hits: [], counts: {} }
}

/** What the words meet, best first. Where nothing has them as they are written, words that are spelt alike. */
export async function findEntries(trx: Trx, district: string, order: SearchOrder): Promise<Found> {
  if (order.words.length === 0) return { hits: [], counts: {} }
  const found = await look(trx, district, order, exact(order.words))
  return Object.keys(found.counts).length > 0 ? found : look(trx, district, order, likely(order.words))
}

export interface FoundPerson {
  id: string
  name: string
  /** The offices held on the day. */
  offices: string[]
}

const mostPersons = 8
const alikeEnough = 0.6

/** Persons whose name or office has every word, or is spelt much like them. */
export async function findPersons(
  trx: Trx,
  district: string,
  words: readonly string[],
  day: string,
): Promise<FoundPerson[]> {
  if (words.length === 0) return []
  const { rows } = await sql<FoundPerson>`
    select person.id, person.name, coalesce(array_agg(office.title order by office.sort_title) filter (where office.id is not null), '{}') as offices
    from people.person as person
    left join people.tenure as tenure on tenure.district = person.district and tenure.person_id = person.id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    left join people.office as office on office.district = tenure.district and office.id = tenure.office_id
    where person.district = ${district}
    group by person.id, person.name, person.sort_name
    having (select bool_and(met) from (
      select bool_or(' ' || lower(concat_ws(' ', person.name, string_agg(office.title, ' '))) like '% ' || word || '%'
        or word_similarity(word, lower(person.name)) >= ${alikeEnough}) as met
      from ${given(words)} group by place) as each)
    order by person.sort_name limit ${mostPersons}`.execute(trx)
  return rows
}
