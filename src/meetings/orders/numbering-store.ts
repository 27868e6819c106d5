import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import type { Orders } from './orders.ts'

/**
 * What a meeting is called at its summons: the next number of the forum's life or of its year, and the number of its first
 * item. One that has been given a number keeps it.
 */
export async function nextNumbers(
  trx: Trx,
  district: string,
  meeting: Meeting,
  orders: Orders,
): Promise<{ number: number | null; firstItemNumber: number }> {
  if (meeting.number !== null) return { number: meeting.number, firstItemNumber: meeting.firstItemNumber }
  // Of two meetings of a forum that are summoned at once, the second waits and then sees the number of the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${meeting.forumId}, 0))`.execute(trx)
  const year = meeting.onDay.slice(0, 4)
  const { rows } = await sql<{ inLife: number; inYear: number; items: number }>`
    select coalesce(max(m.number), 0) + 1 as "inLife",
      coalesce(max(m.number) filter (where extract(year from m.on_day) = ${year}::integer), 0) + 1 as "inYear",
      meetings.items_in_year(${meeting.forumId}, ${year}::integer) + 1 as items
    from meetings.meeting as m where m.district = ${district} and m.forum_id = ${meeting.forumId}`.execute(trx)
  const [found] = rows
  if (found === undefined) throw new Error('An aggregate gave no row')
  return {
    number: orders.numbering === 'meeting' ? found.inLife : found.inYear,
    firstItemNumber: orders.numbering === 'items' ? found.items : 1,
  }
}
