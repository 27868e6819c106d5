import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import { yearOf } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { checkedSince, type ForumRow } from './rules.ts'

interface ListQuery {
  district: string
  /** The day to show the register on. */
  day: CalendarDay
  /** Words to find in name, topic, purpose and participants; empty for all. */
  words: string
  /** Only fora where this organisation, or an office of it, has a seat. */
  organisationId: string | null
}

/** How alike a word must be to one in the text to be found in spite of a misspelling. */
const typoTolerance = 0.55

/**
 * All fora the actor may see, in one statement: the list, its counts and its selections are made from these rows.
 * Vacant seats are counted only for those who may see who holds a seat.
 */
export async function listFora(trx: Trx, query: ListQuery): Promise<Omit<ForumRow, 'oneSided'>[]> {
  const { district, day, words, organisationId } = query
  const year = String(yearOf(day))
  const likePattern = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  // Today's meeting is ahead until it has been held.
  const ahead = sql`(meeting.on_day > ${day} or (meeting.on_day = ${day} and meeting.held is false))`
  const { rows } = await sql<Omit<ForumRow, 'oneSided'>>`
    select forum.id, forum.slug, forum.name, forum.sort_name as "sortName", forum.kind,
      category.number as "categoryNumber", category.name as "categoryName", forum.level, forum.status, forum.openness,
      forum.municipality_code as "municipalityCode", forum.group_id as "groupId", forum.cadence,
      forum.cadence_min as "cadenceMin", forum.cadence_max as "cadenceMax",
      coalesce(days.held, 0)::int as held, coalesce(days.planned, 0)::int as planned, days.next as "nextMeeting",
      coalesce(seats.total, 0)::int as seats, coalesce(seats.vacant, 0)::int as vacant,
      coalesce(law.total, 0)::int as "legalReferences", coalesce(law.unchecked, 0)::int as unchecked
    from ${sql.table('fora.forum')} as forum
    join ${sql.table('fora.category')} as category on category.district = forum.district and category.id = forum.category_id
    left join (
      select seat.forum_id, count(*) as total,
        count(*) filter (where seat.office_id is not null and tenure.id is null and guard.reach() in ('all', 'partner')) as vacant
      from ${sql.table('fora.seat')} as seat
      left join ${sql.table('people.tenure')} as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
        and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
      where seat.district = ${district} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
      group by seat.forum_id) as seats on seats.forum_id = forum.id
    left join (
      select meeting.forum_id,
        count(*) filter (where meeting.on_day <= ${day} and meeting.held is not false) as held,
        count(*) filter (where meeting.on_day <= ${`${year}-12-31`} and ${ahead}) as planned,
        min(meeting.on_day) filter (where ${ahead}) as next
      from fora.meeting_day as meeting
      where meeting.district = ${district} and meeting.on_day >= ${`${year}-01-01`}
      group by meeting.forum_id) as days on days.forum_id = forum.id
    left join (
      select link.forum_id, count(*) as total,
        count(*) filter (where reference.checked_on is null or reference.checked_on < ${checkedSince(day)}) as unchecked
      from ${sql.table('fora.forum_legal_reference')} as link
      join ${sql.table('fora.legal_reference')} as reference
        on reference.district = link.district and reference.id = link.legal_reference_id
      where link.district = ${district} group by link.forum_id) as law on law.forum_id = forum.id
    where forum.district = ${district}
      ${words === '' ? sql`` : sql`and (forum.search_text like ${likePattern} or word_similarity(${words.toLowerCase()}, forum.search_text) > ${typoTolerance})`}
      ${
        organisationId === null
          ? sql``
          : sql`and exists (select 1 from ${sql.table('fora.seat')} as seat
              left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
              where seat.district = forum.district and seat.forum_id = forum.id
                and ${organisationId} in (seat.organisation_id, office.organisation_id)
                and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day}))`
      }`.execute(trx)
  return rows
}
