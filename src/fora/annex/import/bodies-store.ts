import { sortKey } from '../../../base/danish.ts'
import type { Trx } from '../../../db/db.ts'
import type { ForumFields } from '../../register/forum-store.ts'
import type { GroupFields } from './stored.ts'

/** A forum by its id, with what one form can change about it. */
export interface StoredForum extends ForumFields {
  id: string
  version: number
  position: number
  status: 'active' | 'paused' | 'closed'
  statusSince: string
  statusReason: string
}

/** Fora by their ids, kept from others until the transaction ends. */
export const lockFora = (trx: Trx, district: string, ids: readonly string[]): Promise<StoredForum[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom('fora.forum as forum')
        .select([
          'forum.id',
          'forum.version',
          'forum.position',
          'forum.name',
          'forum.kind',
          'forum.category_id as categoryId',
          'forum.level',
          'forum.municipality_code as municipalityCode',
          'forum.parent_id as parentId',
          'forum.group_id as groupId',
          'forum.topic',
          'forum.legal_basis as legalBasis',
          'forum.purpose',
          'forum.action_plans as actionPlans',
          'forum.interfaces',
          'forum.participants',
          'forum.cadence',
          'forum.openness',
          'forum.personal_data as personalData',
          'forum.status',
          'forum.status_since as statusSince',
          'forum.status_reason as statusReason',
        ])
        .where('forum.district', '=', district)
        .where('forum.id', 'in', ids)
        .orderBy('forum.sort_name')
        .forUpdate()
        .execute()

/** Only what a form can change, without the rest of the row. */
export const formFieldsOf = (forum: StoredForum): ForumFields => {
  const { id: _, version: __, position: ___, status, statusSince, statusReason, ...fields } = forum
  return fields
}

/** Ids of the fora that stand in the annex as one group. */
export const listMembers = async (trx: Trx, district: string, groupId: string): Promise<string[]> =>
  (
    await trx
      .selectFrom('fora.forum as forum')
      .select('forum.id')
      .where('forum.district', '=', district)
      .where('forum.group_id', '=', groupId)
      .execute()
  ).map(({ id }) => id)

export interface StoredGroup extends GroupFields {
  id: string
  version: number
}

/** The group, kept from others until the transaction ends. */
export const lockGroup = (trx: Trx, district: string, id: string): Promise<StoredGroup | undefined> =>
  trx
    .selectFrom('fora.forum_group as collective')
    .select([
      'collective.id',
      'collective.version',
      'collective.name',
      'collective.category_id as categoryId',
      'collective.topic',
      'collective.legal_basis as legalBasis',
      'collective.purpose',
      'collective.action_plans as actionPlans',
      'collective.interfaces',
      'collective.participants',
      'collective.cadence',
    ])
    .where('collective.district', '=', district)
    .where('collective.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

const columnsOf = (fields: GroupFields) => ({
  name: fields.name,
  sort_name: sortKey(fields.name),
  category_id: fields.categoryId,
  topic: fields.topic,
  legal_basis: fields.legalBasis,
  purpose: fields.purpose,
  action_plans: fields.actionPlans,
  interfaces: fields.interfaces,
  participants: fields.participants,
  cadence: fields.cadence,
})

/** Adds a group and returns its id; null when there is one of this name. */
export const addGroup = async (
  trx: Trx,
  district: string,
  fields: GroupFields,
  position: number,
): Promise<string | null> =>
  (
    await trx
      .insertInto('fora.forum_group')
      .values({ district, position, ...columnsOf(fields) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

/** False when somebody else changed the group first. */
export async function changeGroup(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: GroupFields,
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.forum_group')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Gives a forum or group its place within the category. The place is no part of what two editors could disagree on. */
export const place = async (
  trx: Trx,
  district: string,
  table: 'fora.forum' | 'fora.forum_group',
  id: string,
  position: number,
): Promise<void> => {
  await trx
    .updateTable(table)
    .set({ position })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('position', '<>', position)
    .execute()
}

/** The category of this name, or a new one: with the number it asks for, or the next where that is taken. */
export async function findOrAddCategory(
  trx: Trx,
  district: string,
  wanted: { number: number | null; name: string },
): Promise<{ id: string; made: { number: number; name: string } | null }> {
  const known = await trx
    .selectFrom('fora.category as category')
    .select(['category.id', 'category.number', 'category.name'])
    .where('category.district', '=', district)
    .execute()
  const key = sortKey(wanted.name)
  const found = known.find((category) => sortKey(category.name) === key)
  if (found) return { id: found.id, made: null }
  const isTaken = known.some((category) => category.number === wanted.number)
  const number =
    wanted.number === null || wanted.number < 1 || isTaken
      ? Math.max(0, ...known.map((category) => category.number)) + 1
      : wanted.number
  const { id } = await trx
    .insertInto('fora.category')
    .values({ district, number, name: wanted.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, made: { number, name: wanted.name } }
}
