import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { SeatRole } from '../seats/rules.ts'
import type { Candidate, Hit, Term } from './search.ts'

const shortestInside = 4

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** A short word must stand first in a word; a longer one may stand anywhere in a compound: "band" in "rockerbander". */
const patternOf = ({ stem, word }: Term): string =>
  stem.length >= shortestInside ? `%${escaped(stem)}%` : `% ${escaped(word)}%`

/** A text as the terms are written: lower case, "aa" as "å", and a space before every word. */
const searchable = (text: ReturnType<typeof sql>) =>
  sql`' ' || translate(replace(lower(${text}), 'aa', 'å'), '(/-–.,:;"”', '          ')`

/** How each term meets a head and a body of text, as a JSON array in the order of the terms. */
const hitsOf = (terms: readonly Term[], head: ReturnType<typeof sql>, body: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(json_build_object(
    'headHas', ${searchable(head)} like term.pattern, 'headLike', word_similarity(term.word, ${searchable(head)}),
    'bodyHas', ${searchable(body)} like term.pattern, 'bodyLike', word_similarity(term.word, ${searchable(body)})) order by term.place), '[]')
  from unnest(${terms.map(({ word }) => word)}::text[], ${terms.map(patternOf)}::text[]) with ordinality as term(word, pattern, place))`

export interface FoundForum extends Candidate {
  id: string
  slug: string
  name: string
  topic: string
  municipalityName: string | null
  hits: Hit[]
}

/** Every forum the actor may see and that still exists, with how each term meets it; with a municipality, only those that work there. */
export async function searchFora(
  trx: Trx,
  district: string,
  terms: readonly Term[],
  municipalityCode: string | null,
): Promise<FoundForum[]> {
  const { rows } = await sql<FoundForum>`
    select forum.id, forum.slug, forum.name, forum.sort_name as "sortName", forum.topic,
      forum.municipality_code as "municipalityCode", municipality.name as "municipalityName",
      ${hitsOf(terms, sql`forum.name || ' ' || forum.topic`, sql`forum.purpose || ' ' || forum.participants`)} as hits
    from ${sql.table('fora.forum')} as forum
    left join people.municipality as municipality on municipality.code = forum.municipality_code
    where forum.district = ${district} and forum.status <> 'closed'
      ${municipalityCode === null ? sql`` : sql`and (forum.municipality_code is null or forum.municipality_code = ${municipalityCode})`}`.execute(
    trx,
  )
  return rows
}

export interface FoundOffice extends Candidate {
  id: string
  title: string
  organisationName: string | null
  holderId: string | null
  holderName: string | null
  hits: Hit[]
}

/** The offices of the day with how each term meets their titles and organisations. */
export async function searchOffices(
  trx: Trx,
  district: string,
  day: string,
  terms: readonly Term[],
  municipalityCode: string | null,
): Promise<FoundOffice[]> {
  const { rows } = await sql<FoundOffice>`
    select office.id, office.title, office.sort_title as "sortName", organisation.name as "organisationName",
      coalesce(office.municipality_code, organisation.municipality_code) as "municipalityCode",
      person.id as "holderId", person.name as "holderName", ${hitsOf(terms, sql`office.title`, sql`coalesce(organisation.purpose, '')`)} as hits
    from ${sql.table('people.office')} as office
    left join ${sql.table('people.organisation')} as organisation
      on organisation.district = office.district and organisation.id = office.organisation_id
    left join ${sql.table('people.tenure')} as tenure on tenure.district = office.district and tenure.office_id = office.id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    left join ${sql.table('people.person')} as person on person.district = tenure.district and person.id = tenure.person_id
    where office.district = ${district} and office.valid_from <= ${day} and (office.valid_to is null or office.valid_to > ${day})
      ${
        municipalityCode === null
          ? sql``
          : sql`and coalesce(office.municipality_code, organisation.municipality_code, ${municipalityCode}) = ${municipalityCode}`
      }`.execute(trx)
  return rows
}

export interface FoundSeat {
  forumId: string
  role: SeatRole
  label: string
  officeId: string | null
  organisationId: string | null
  municipalityCode: string | null
  holderId: string | null
  holderName: string | null
  holderEmail: string | null
}

const rank = sql`array_position(array['chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson'], seat.role)`

/** The seats of several fora on a day, chair first, with whoever sits there as far as the actor may see. */
export async function listSeatsOfFora(
  trx: Trx,
  district: string,
  forumIds: readonly string[],
  day: string,
): Promise<FoundSeat[]> {
  const { rows } = await sql<FoundSeat>`
    select seat.forum_id as "forumId", seat.role, coalesce(office.title, organisation.name, person.name) as label,
      seat.office_id as "officeId", seat.organisation_id as "organisationId",
      coalesce(office.municipality_code, employer.municipality_code, organisation.municipality_code) as "municipalityCode",
      person.id as "holderId", person.name as "holderName", person.email as "holderEmail"
    from ${sql.table('fora.seat')} as seat
    left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
    left join ${sql.table('people.organisation')} as employer on employer.district = office.district and employer.id = office.organisation_id
    left join ${sql.table('people.organisation')} as organisation on organisation.district = seat.district and organisation.id = seat.organisation_id
    left join ${sql.table('people.tenure')} as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
      and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
    left join ${sql.table('people.person')} as person on person.district = seat.district
      and person.id = coalesce(seat.person_id, tenure.person_id)
    where seat.district = ${district} and seat.forum_id = any (${[...forumIds]}::uuid[])
      and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
    order by ${rank}, coalesce(office.sort_title, organisation.sort_name, person.sort_name)`.execute(trx)
  // A person's own seat has no name for those who may not see the person.
  return rows.filter(({ label }) => typeof label === 'string')
}
