import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { ForumKind, Level } from '../register/rules.ts'
import type { SharedMembers } from './rules.ts'

/** A forum as a part of the network. */
export interface NetworkForum {
  id: string
  slug: string
  name: string
  sortName: string
  kind: ForumKind
  level: Level | null
  categoryNumber: number
  categoryName: string
  municipalityCode: string | null
  groupId: string | null
  cadence: string
}

/** One entry of the annex that stands for several fora. */
export interface NetworkGroup {
  id: string
  name: string
  sortName: string
  categoryNumber: number
  categoryName: string
}

/** Every forum of a district that is not closed, in Danish order. */
export async function listNetworkFora(trx: Trx, district: string): Promise<NetworkForum[]> {
  const { rows } = await sql<NetworkForum>`
    select forum.id, forum.slug, forum.name, forum.sort_name as "sortName", forum.kind, forum.level,
      category.number as "categoryNumber", category.name as "categoryName",
      forum.municipality_code as "municipalityCode", forum.group_id as "groupId", forum.cadence
    from ${sql.table('fora.forum')} as forum
    join ${sql.table('fora.category')} as category on category.district = forum.district and category.id = forum.category_id
    where forum.district = ${district} and forum.status <> 'closed'
    order by category.number, forum.position, forum.sort_name`.execute(trx)
  return rows
}

export async function listNetworkGroups(trx: Trx, district: string): Promise<NetworkGroup[]> {
  const { rows } = await sql<NetworkGroup>`
    select collective.id, collective.name, collective.sort_name as "sortName",
      category.number as "categoryNumber", category.name as "categoryName"
    from ${sql.table('fora.forum_group')} as collective
    join ${sql.table('fora.category')} as category on category.district = collective.district and category.id = collective.category_id
    where collective.district = ${district}
    order by category.number, collective.position, collective.sort_name`.execute(trx)
  return rows
}

/**
 * How many members each two nodes have in common on a day. A member is the person in the seat, or the office while it
 * is vacant or the reader may not see who holds it. An organisation that sends whom it wants is nobody in particular.
 */
export async function listSharedMembers(trx: Trx, district: string, day: string): Promise<SharedMembers[]> {
  const { rows } = await sql<SharedMembers>`
    with member as (
      select distinct coalesce(forum.group_id, forum.id) as node, coalesce(tenure.person_id, seat.person_id, seat.office_id) as id
      from ${sql.table('fora.seat')} as seat
      join ${sql.table('fora.forum')} as forum on forum.district = seat.district and forum.id = seat.forum_id and forum.status <> 'closed'
      left join ${sql.table('people.tenure')} as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
        and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
      where seat.district = ${district} and seat.organisation_id is null
        and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day}))
    select one.node as a, other.node as b, count(*)::int as count
    from member one join member other on other.id = one.id and one.node < other.node
    group by one.node, other.node order by count(*) desc, one.node, other.node`.execute(trx)
  return rows
}

/** Where editors have put the nodes of the drawing. */
export const listPlaces = async (trx: Trx, district: string): Promise<Map<string, { x: number; y: number }>> =>
  new Map(
    (
      await trx
        .selectFrom('fora.network_place as place')
        .select(['place.node', 'place.x', 'place.y'])
        .where('place.district', '=', district)
        .execute()
    ).map(({ node, x, y }) => [node, { x, y }]),
  )

/** Keeps where a node was put. */
export const keepPlace = async (
  trx: Trx,
  district: string,
  { node, x, y }: { node: string; x: number; y: number },
): Promise<void> => {
  await trx
    .insertInto('fora.network_place')
    .values({ district, node, x, y })
    .onConflict((conflict) => conflict.columns(['district', 'node']).doUpdateSet({ x, y }))
    .execute()
}

/** Lets the layout place every node again. Returns how many had been moved. */
export const forgetPlaces = async (trx: Trx, district: string): Promise<number> => {
  const done = await trx.deleteFrom('fora.network_place').where('district', '=', district).executeTakeFirst()
  return Number(done.numDeletedRows)
}
