import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

/** A person who is kept out of an item. */
export interface Exclusion {
  personId: string
  /** Empty where the reader may not see the person. */
  name: string
  reason: string
  notedBy: string
  notedAt: Date
}

/** Who is kept out of an item; nobody for a reader who is not in charge, or is kept out. */
export const listExclusions = async (trx: Trx, district: string, itemId: string): Promise<Exclusion[]> =>
  (
    await sql<Exclusion>`
    select x.person_id as "personId", coalesce(person.name, (select max(i.deputy_name) from meetings.invitation as i
      where i.district = x.district and i.forum_id = x.forum_id and i.deputy_person_id = x.person_id), '') as name, x.reason, x.noted_by as "notedBy", x.noted_at as "notedAt"
    from meetings.exclusion as x left join people.person as person on person.district = x.district and person.id = x.person_id
    where x.district = ${district} and x.item_id = ${itemId} order by person.sort_name`.execute(trx)
  ).rows

/**
 * Keeps persons out of an item. One who is out already stays so, with the first reason. Nothing is read back: what was just
 * made may be out of sight to the one who made it.
 */
export async function addExclusions(
  trx: Trx,
  district: string,
  item: { id: string; forumId: string },
  { personIds, reason, by }: { personIds: readonly string[]; reason: string; by: string },
): Promise<void> {
  if (personIds.length === 0) return
  await trx
    .insertInto('meetings.exclusion')
    .values(
      personIds.map((personId) => ({
        district,
        item_id: item.id,
        forum_id: item.forumId,
        person_id: personId,
        reason,
        noted_by: by,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Lets a person see the item again. False when nobody of that id was kept out. */
export async function liftExclusion(trx: Trx, district: string, itemId: string, personId: string): Promise<boolean> {
  const done = await trx
    .deleteFrom('meetings.exclusion')
    .where('district', '=', district)
    .where('item_id', '=', itemId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
