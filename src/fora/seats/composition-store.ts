import { z } from 'zod'
import type { Trx } from '../../db/db.ts'
import type { ForumKind } from '../register/rules.ts'
import type { Composition, Quota } from './composition.ts'
import { parties } from './rules.ts'

const storedQuotas = z.array(
  z.object({ party: z.enum(parties), min: z.number().nullable(), max: z.number().nullable() }),
)

export interface CompositionFields {
  chairParty: Composition['chairParty']
  termMonths: number | null
  quotas: readonly Quota[]
  source: string
}

const rowsOf = (trx: Trx, district: string) =>
  trx
    .selectFrom('fora.composition as composition')
    .select([
      'composition.forum_id as forumId',
      'composition.kind',
      'composition.chair_party as chairParty',
      'composition.term_months as termMonths',
      'composition.quotas',
      'composition.source',
      'composition.version',
    ])
    .where('composition.district', '=', district)

interface StoredComposition extends Omit<CompositionFields, 'quotas'> {
  forumId: string | null
  quotas: unknown
  version: number
}

const compositionFrom = (row: StoredComposition): Composition => ({
  own: row.forumId !== null,
  chairParty: row.chairParty,
  termMonths: row.termMonths,
  quotas: storedQuotas.parse(row.quotas),
  source: row.source,
  version: row.version,
})

/** How a forum is to be put together: by its own rules, else by the district's for its kind; null without any. */
export async function compositionOf(
  trx: Trx,
  district: string,
  forum: { id: string; kind: ForumKind },
): Promise<Composition | null> {
  const rows = await rowsOf(trx, district)
    .where((eb) =>
      eb.or([
        eb('composition.forum_id', '=', forum.id),
        eb.and([eb('composition.forum_id', 'is', null), eb('composition.kind', '=', forum.kind)]),
      ]),
    )
    .execute()
  const row = rows.find(({ forumId }) => forumId !== null) ?? rows[0]
  return row === undefined ? null : compositionFrom(row)
}

/** The district's defaults by kind of forum. */
export async function listDefaults(trx: Trx, district: string): Promise<Map<ForumKind, Composition>> {
  const rows = await rowsOf(trx, district).where('composition.forum_id', 'is', null).execute()
  return new Map(rows.map((row) => [row.kind, compositionFrom(row)]))
}

/** Whose rules they are: one forum's, or the district's for a kind of forum when `forumId` is null. */
export interface CompositionOwner {
  forumId: string | null
  kind: ForumKind
}

/**
 * Stores rules for the first time (`version` 0) or again. False when somebody else stored some first.
 */
export async function saveComposition(
  trx: Trx,
  district: string,
  { forumId, kind }: CompositionOwner,
  version: number,
  fields: CompositionFields,
): Promise<boolean> {
  const columns = {
    chair_party: fields.chairParty,
    term_months: fields.termMonths,
    quotas: JSON.stringify(fields.quotas),
    source: fields.source,
  }
  if (version === 0) {
    const added = await trx
      .insertInto('fora.composition')
      .values({ district, forum_id: forumId, kind, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const done = await trx
    .updateTable('fora.composition')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('forum_id', forumId === null ? 'is' : '=', forumId)
    .$if(forumId === null, (query) => query.where('kind', '=', kind))
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Takes a forum's own rules away, so that the district's count again. False when somebody else changed them first. */
export async function removeComposition(
  trx: Trx,
  district: string,
  forumId: string,
  version: number,
): Promise<boolean> {
  const done = await trx
    .deleteFrom('fora.composition')
    .where('district', '=', district)
    .where('forum_id', '=', forumId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
