import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

/** A ground for closing items and papers. */
export interface Ground {
  id: string
  name: string
  source: string
  active: boolean
  version: number
  /** Items and papers that the reader may see, closed on this ground. */
  used: number
}

export type GroundFields = Pick<Ground, 'name' | 'source' | 'active'>

/** All grounds, those in use first. */
export const listAllGrounds = async (trx: Trx, district: string): Promise<Ground[]> =>
  (
    await sql<Ground>`select ground.id, ground.name, ground.source, ground.active, ground.version,
      (select count(*)::integer from meetings.item as i where i.district = ground.district and i.ground_id = ground.id)
        + (select count(*)::integer from meetings.paper as p where p.district = ground.district and p.ground_id = ground.id) as used
      from meetings.closing_ground as ground where ground.district = ${district} order by not ground.active, lower(ground.name)`.execute(
      trx,
    )
  ).rows

/** Adds a ground and returns its id; null when there is one of that name. */
export const addGround = async (trx: Trx, district: string, fields: GroundFields): Promise<string | null> =>
  (
    await trx
      .insertInto('meetings.closing_ground')
      .values({ district, ...fields })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

/** False when somebody else changed it first. */
export async function changeGround(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: GroundFields,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.closing_ground')
    .set((eb) => ({ ...fields, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
