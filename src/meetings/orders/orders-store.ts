import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import { defaultOrders, type Orders } from './orders.ts'

/** Standing orders as they are stored, with whose they are. */
export interface StoredOrders extends Orders {
  id: string
  /** Null for the district's default for a kind of forum. */
  forumId: string | null
  version: number
}

/** The forum's own standing orders, else the district's for its kind; undefined when neither has been written. */
export async function findStoredOrders(
  trx: Trx,
  district: string,
  forum: { id: string | null; kind: ForumKind },
): Promise<StoredOrders | undefined> {
  const { rows } = await sql<StoredOrders>`
    select orders.id, orders.forum_id as "forumId", orders.numbering, orders.notice_days as "noticeDays", orders.proposal_days as "proposalDays",
      orders.approval_days as "approvalDays", orders.silent_approval as "silentApproval", orders.minutes_style as "minutesStyle",
      orders.usual_place as "usualPlace", orders.usual_start as "usualStart", orders.usual_minutes as "usualMinutes",
      orders.opening_majority as "openingMajority", orders.opening_chair as "openingChair", orders.opening_source as "openingSource",
      orders.version, coalesce((select jsonb_agg(jsonb_build_object('section', item.section, 'title', item.title, 'kind', item.kind,
        'presenter', item.presenter, 'minutes', item.minutes, 'carries', item.carries) order by item.position)
        from meetings.template_item as item where item.district = orders.district and item.orders_id = orders.id), '[]') as template
    from meetings.standing_orders as orders
    where orders.district = ${district} and (orders.forum_id = ${forum.id} or (orders.forum_id is null and orders.kind = ${forum.kind}))
    order by orders.forum_id nulls last limit 1`.execute(trx)
  return rows[0]
}

/** The standing orders that count for a forum: its own, the district's for its kind, or those the program begins with. */
export const findOrders = async (
  trx: Trx,
  district: string,
  forum: { id: string | null; kind: ForumKind },
): Promise<Orders> => (await findStoredOrders(trx, district, forum)) ?? defaultOrders(forum.kind)

/** Whose standing orders: a forum's own, or the district's for a kind. */
export interface OrdersOwner {
  forumId: string | null
  kind: ForumKind
}

/** The standing orders that an owner has written itself; undefined when others count. */
export const findOwnOrders = async (
  trx: Trx,
  district: string,
  owner: OrdersOwner,
): Promise<StoredOrders | undefined> => {
  const found = await findStoredOrders(trx, district, { id: owner.forumId, kind: owner.kind })
  return found?.forumId === owner.forumId ? found : undefined
}

const stored = (orders: Orders) => ({
  numbering: orders.numbering,
  notice_days: orders.noticeDays,
  proposal_days: orders.proposalDays,
  approval_days: orders.approvalDays,
  silent_approval: orders.silentApproval,
  minutes_style: orders.minutesStyle,
  usual_place: orders.usualPlace,
  usual_start: orders.usualStart,
  usual_minutes: orders.usualMinutes,
  opening_majority: orders.openingMajority,
  opening_chair: orders.openingChair,
  opening_source: orders.openingSource,
})

/** The id of the saved row; null when somebody else wrote one, or changed it, first. */
const saveRow = async (
  trx: Trx,
  district: string,
  { owner, version }: { owner: OrdersOwner; version: number },
  orders: Orders,
): Promise<string | null> => {
  if (version === 0) {
    const added = await trx
      .insertInto('meetings.standing_orders')
      .values({ district, forum_id: owner.forumId, kind: owner.kind, ...stored(orders) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    return added?.id ?? null
  }
  const changed = await trx
    .updateTable('meetings.standing_orders')
    .set((eb) => ({ ...stored(orders), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('forum_id', 'is not distinct from', owner.forumId)
    .where('kind', '=', owner.kind)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return changed?.id ?? null
}

/** Saves standing orders with their fixed items; version 0 for those not written before. False when somebody else was first. */
export async function saveOrders(
  trx: Trx,
  district: string,
  at: { owner: OrdersOwner; version: number },
  orders: Orders,
): Promise<boolean> {
  const id = await saveRow(trx, district, at, orders)
  if (id === null) return false
  await trx.deleteFrom('meetings.template_item').where('district', '=', district).where('orders_id', '=', id).execute()
  if (orders.template.length === 0) return true
  await trx
    .insertInto('meetings.template_item')
    .values(orders.template.map((item, index) => ({ district, orders_id: id, position: index + 1, ...item })))
    .execute()
  return true
}

/** Removes an owner's own standing orders, so that the more general ones count. False when somebody else changed them first. */
export async function removeOrders(
  trx: Trx,
  district: string,
  { owner, version }: { owner: OrdersOwner; version: number },
): Promise<boolean> {
  const done = await trx
    .deleteFrom('meetings.standing_orders')
    .where('district', '=', district)
    .where('forum_id', 'is not distinct from', owner.forumId)
    .where('kind', '=', owner.kind)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** The kinds of fora for which the district has written standing orders. */
export const listDefaultKinds = async (trx: Trx, district: string): Promise<Set<string>> =>
  new Set(
    (
      await trx
        .selectFrom('meetings.standing_orders as orders')
        .select('orders.kind')
        .where('orders.district', '=', district)
        .where('orders.forum_id', 'is', null)
        .execute()
    ).map(({ kind }) => kind),
  )
