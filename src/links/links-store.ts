import type { Trx } from '../db/db.ts'

/** How two things hang together: one is about the other, was sent on as the other, or came from it. */
export type LinkKind = 'concerns' | 'sentOn' | 'cameFrom'

/** A thing of some room by its kind and id. */
export interface Thing {
  kind: string
  id: string
}

export interface Link {
  id: string
  kind: LinkKind
  from: Thing
  to: Thing
}

/** Ties two things together. Doing it twice ties them once. */
export async function addLink(
  trx: Trx,
  district: string,
  { kind, from, to, by }: { kind: LinkKind; from: Thing; to: Thing; by: string },
): Promise<void> {
  await trx
    .insertInto('links.link')
    .values({ district, kind, from_kind: from.kind, from_id: from.id, to_kind: to.kind, to_id: to.id, made_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False when there is no such link, or the actor may not see it. */
export async function removeLink(trx: Trx, district: string, id: string): Promise<boolean> {
  const done = await trx
    .deleteFrom('links.link')
    .where('district', '=', district)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** The links from a thing and to it. What stands at the other end may be something the reader must not see: the caller finds its name. */
export const listLinks = async (trx: Trx, district: string, of: Thing): Promise<Link[]> =>
  (
    await trx
      .selectFrom('links.link as link')
      .select([
        'link.id',
        'link.kind',
        'link.from_kind as fromKind',
        'link.from_id as fromId',
        'link.to_kind as toKind',
        'link.to_id as toId',
      ])
      .where('link.district', '=', district)
      .where((eb) =>
        eb.or([
          eb.and([eb('link.from_kind', '=', of.kind), eb('link.from_id', '=', of.id)]),
          eb.and([eb('link.to_kind', '=', of.kind), eb('link.to_id', '=', of.id)]),
        ]),
      )
      .orderBy('link.made_at')
      .execute()
  ).map(({ id, kind, fromKind, fromId, toKind, toId }) => ({
    id,
    kind,
    from: { kind: fromKind, id: fromId },
    to: { kind: toKind, id: toId },
  }))
