import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

export interface CategoryRow {
  id: string
  number: number
  name: string
  version: number
  /** Fora and groups that stand under it; an empty one can be deleted. */
  fora: number
}

/** The categories with how many fora stand under each. */
export async function listCategoryRows(trx: Trx, district: string): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    select category.id, category.number, category.name, category.version,
      (select count(*) from fora.forum as forum where forum.district = category.district and forum.category_id = category.id)::int
      + (select count(*) from fora.forum_group as collective where collective.district = category.district and collective.category_id = category.id)::int as fora
    from fora.category as category where category.district = ${district} order by category.number`.execute(trx)
  return rows
}

export const addCategory = async (trx: Trx, district: string, number: number, name: string): Promise<string> =>
  (await trx.insertInto('fora.category').values({ district, number, name }).returning('id').executeTakeFirstOrThrow())
    .id

/** False when somebody else changed the category first. */
export async function changeCategory(
  trx: Trx,
  district: string,
  { id, version, number, name }: { id: string; version: number; number: number; name: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.category')
    .set((eb) => ({ number, name, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False when the category is in use, or gone already. */
export async function removeCategory(trx: Trx, district: string, id: string): Promise<boolean> {
  const done = await trx
    .deleteFrom('fora.category')
    .where('district', '=', district)
    .where('id', '=', id)
    .where('id', 'not in', trx.selectFrom('fora.forum').select('category_id').where('district', '=', district))
    .where('id', 'not in', trx.selectFrom('fora.forum_group').select('category_id').where('district', '=', district))
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
