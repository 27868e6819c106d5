import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { LawRow, LegalReference } from './rules.ts'

/** The legal references a forum rests on. */
export const listLawOfForum = (trx: Trx, district: string, forumId: string): Promise<LegalReference[]> =>
  trx
    .selectFrom('fora.forum_legal_reference as link')
    .innerJoin('fora.legal_reference as reference', (join) =>
      join.onRef('reference.district', '=', 'link.district').onRef('reference.id', '=', 'link.legal_reference_id'),
    )
    .select([
      'reference.id',
      'reference.act',
      'reference.paragraph',
      'reference.subject',
      'reference.source',
      'reference.valid_from as validFrom',
      'reference.valid_to as validTo',
      'reference.checked_on as checkedOn',
      'reference.version',
    ])
    .where('link.district', '=', district)
    .where('link.forum_id', '=', forumId)
    .orderBy('reference.act')
    .orderBy('reference.paragraph')
    .execute()

/** Every legal reference of the district by act, in one statement. */
export async function listLaw(trx: Trx, district: string): Promise<LawRow[]> {
  const { rows } = await sql<LawRow>`
    select reference.id, reference.act, reference.paragraph, reference.subject, reference.source,
      reference.valid_from as "validFrom", reference.valid_to as "validTo", reference.checked_on as "checkedOn", reference.version,
      coalesce(links.total, 0)::int as fora
    from ${sql.table('fora.legal_reference')} as reference
    left join (select link.legal_reference_id, count(*) as total
      from ${sql.table('fora.forum_legal_reference')} as link
      join ${sql.table('fora.forum')} as forum on forum.district = link.district and forum.id = link.forum_id
      where link.district = ${district} group by link.legal_reference_id) as links on links.legal_reference_id = reference.id
    where reference.district = ${district}`.execute(trx)
  return rows
}

export const findLegalReference = (trx: Trx, district: string, id: string): Promise<LegalReference | undefined> =>
  trx
    .selectFrom('fora.legal_reference as reference')
    .select([
      'reference.id',
      'reference.act',
      'reference.paragraph',
      'reference.subject',
      'reference.source',
      'reference.valid_from as validFrom',
      'reference.valid_to as validTo',
      'reference.checked_on as checkedOn',
      'reference.version',
    ])
    .where('reference.district', '=', district)
    .where('reference.id', '=', id)
    .executeTakeFirst()

export interface LawForum {
  id: string
  slug: string
  name: string
  /** The words of the annex about the forum's legal basis. */
  legalBasis: string
}

/** The fora that rest on a reference, among those the actor may see. */
export const listForaOfLaw = (trx: Trx, district: string, referenceId: string): Promise<LawForum[]> =>
  trx
    .selectFrom('fora.forum_legal_reference as link')
    .innerJoin('fora.forum as forum', (join) =>
      join.onRef('forum.district', '=', 'link.district').onRef('forum.id', '=', 'link.forum_id'),
    )
    .select(['forum.id', 'forum.slug', 'forum.name', 'forum.legal_basis as legalBasis'])
    .where('link.district', '=', district)
    .where('link.legal_reference_id', '=', referenceId)
    .orderBy('forum.sort_name')
    .execute()

/** The fora, not closed down, that are tied to no reference. */
export const listForaWithoutLaw = (trx: Trx, district: string): Promise<LawForum[]> =>
  trx
    .selectFrom('fora.forum as forum')
    .select(['forum.id', 'forum.slug', 'forum.name', 'forum.legal_basis as legalBasis'])
    .where('forum.district', '=', district)
    .where('forum.status', '<>', 'closed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('fora.forum_legal_reference as link')
            .select('link.id')
            .whereRef('link.district', '=', 'forum.district')
            .whereRef('link.forum_id', '=', 'forum.id'),
        ),
      ),
    )
    .orderBy('forum.sort_name')
    .execute()

/** What can be edited about a legal reference. */
export interface LawFields {
  act: string
  paragraph: string
  subject: string
  source: string
  validFrom: CalendarDay | null
  validTo: CalendarDay | null
  checkedOn: CalendarDay | null
}

const columnsOf = (fields: LawFields) => ({
  act: fields.act,
  paragraph: fields.paragraph,
  subject: fields.subject,
  source: fields.source,
  valid_from: fields.validFrom,
  valid_to: fields.validTo,
  checked_on: fields.checkedOn,
})

/** Adds a legal reference and returns its id. */
export const addLegalReference = async (trx: Trx, district: string, fields: LawFields): Promise<string> =>
  (
    await trx
      .insertInto('fora.legal_reference')
      .values({ district, ...columnsOf(fields) })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Changes a reference, or notes the day it was checked. False when somebody else changed it first. */
export async function changeLegalReference(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  change: LawFields | { checkedOn: CalendarDay },
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.legal_reference')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...('act' in change ? columnsOf(change) : { checked_on: change.checkedOn }),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Ties a reference to a forum. False when it already was. */
export const tieLaw = async (trx: Trx, district: string, forumId: string, referenceId: string): Promise<boolean> => {
  const done = await trx
    .insertInto('fora.forum_legal_reference')
    .values({ district, forum_id: forumId, legal_reference_id: referenceId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export const untieLaw = async (trx: Trx, district: string, forumId: string, referenceId: string): Promise<boolean> => {
  const done = await trx
    .deleteFrom('fora.forum_legal_reference')
    .where('district', '=', district)
    .where('forum_id', '=', forumId)
    .where('legal_reference_id', '=', referenceId)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
