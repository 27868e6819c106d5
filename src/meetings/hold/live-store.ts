import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

/**
 * Where a meeting stands now, as one audience may see it. Nothing of an item that the audience may not see is in it, and
 * nothing of what came of one: that is a draft until the minutes go round.
 */
export interface LiveState {
  state: 'waiting' | 'running' | 'over'
  current: {
    id: string
    number: number
    title: string
    minutes: number
    since: Date
  } | null
  /** Changes when the agenda does, as far as the audience may see it. */
  agenda: string
}

/** Null when the meeting is out of the reader's sight. */
export async function readLive(trx: Trx, district: string, meetingId: string): Promise<LiveState | null> {
  const { rows } = await sql<{
    state: LiveState['state']
    id: string | null
    number: number
    title: string
    minutes: number
    since: Date
    agenda: string
  }>`
    select case when meeting.state in ('draft', 'summoned') then case when meeting.current_since is null then 'waiting' else 'running' end
        else 'over' end as state,
      item.id, meeting.first_item_number + item.position - 1 as number, item.title, item.minutes, meeting.current_since as since,
      (select md5(coalesce(string_agg(each.id::text || each.position::text || each.title, ' ' order by each.position), ''))
        from meetings.item as each where each.district = meeting.district and each.meeting_id = meeting.id) as agenda
    from meetings.meeting as meeting
    left join meetings.item as item on item.district = meeting.district and item.id = meeting.current_item_id and item.meeting_id = meeting.id
    where meeting.district = ${district} and meeting.id = ${meetingId}`.execute(trx)
  const [row] = rows
  if (row === undefined) return null
  const { state, id, number, title, minutes, since, agenda } = row
  return {
    state,
    agenda,
    current: state !== 'running' || id === null ? null : { id, number, title, minutes, since },
  }
}

/** Who is kept out of what at a meeting, and who comes as a deputy, by person: what tells audiences apart. */
export interface Kept {
  personId: string
  /** Items the person is kept out of, in a fixed order. */
  excluded: string
  deputy: boolean
}

/**
 * Read in the program's own name, because nobody sees all of it. It decides only which followers may share one answer;
 * the answer itself is read as one of them.
 */
export const listKept = async (trx: Trx, district: string, meetingId: string): Promise<Kept[]> =>
  (
    await sql<Kept>`
    select person as "personId", coalesce(string_agg(item, ' ' order by item), '') as excluded, bool_or(deputy) as deputy from (
      select x.person_id as person, x.item_id::text as item, false as deputy from meetings.exclusion as x
      join meetings.item as item on item.district = x.district and item.id = x.item_id
      where x.district = ${district} and item.meeting_id = ${meetingId}
      union all
      select i.deputy_person_id, null, true from meetings.invitation as i
      where i.district = ${district} and i.meeting_id = ${meetingId} and i.deputy_person_id is not null
        and i.reply = 'deputy' and i.removed_at is null) as each
    group by person`.execute(trx)
  ).rows
