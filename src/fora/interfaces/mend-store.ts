import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import { withInterface, withoutInterface } from './field-words.ts'
import type { Named } from './matching.ts'
import { type InterfaceRow, listInterfaces } from './store.ts'

/** A forum, or the group that stands for several. */
export interface Body {
  kind: 'forum' | 'forumGroup'
  id: string
}

interface LockedBody extends Body {
  name: string
  interfaces: string
}

const tables = { forum: 'fora.forum', forumGroup: 'fora.forum_group' } as const

const lock = async (trx: Trx, district: string, { kind, id }: Body): Promise<LockedBody | undefined> => {
  const { rows } = await sql<{ name: string; interfaces: string }>`
    select body.name, body.interfaces from ${sql.table(tables[kind])} as body
    where body.district = ${district} and body.id = ${id} for update`.execute(trx)
  const [row] = rows
  return row && { kind, id, ...row }
}

const write = (trx: Trx, district: string, { kind, id }: Body, words: string) =>
  trx
    .updateTable(tables[kind])
    .set((eb) => ({ interfaces: words, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()

/** Who made the statement. */
export const sourceOf = (row: InterfaceRow): Body =>
  row.fromForumId === null
    ? { kind: 'forumGroup', id: row.fromGroupId ?? row.from }
    : { kind: 'forum', id: row.fromForumId }

/** Whom the statement names, and who must speak for it: a forum of a group speaks through the group's one entry. */
const silentOf = (row: InterfaceRow): Body | null => {
  if (row.to === null) return null
  return row.to === row.toForumId ? { kind: 'forum', id: row.to } : { kind: 'forumGroup', id: row.to }
}

export interface Mended {
  /** The one that was silent, with the words of its annex field before and after. */
  silent: Body & { name: string; before: string; after: string }
  naming: Body & { name: string }
}

/**
 * Lets the forum that a statement names say the same of the other: its annex field gets the name, and a confirmed
 * statement is made. Null when there is nothing to add, because both already name each other or the statement names
 * nobody, so that a second click changes nothing.
 */
export async function addOtherSide(
  trx: Trx,
  district: string,
  id: string,
  known: readonly Named[],
): Promise<Mended | null> {
  const seen = (await listInterfaces(trx, district)).find((row) => row.id === id)
  const body = seen && silentOf(seen)
  const silent = body ? await lock(trx, district, body) : undefined
  if (silent === undefined) return null
  // Read once more under the lock: two clicks at once must not both add it.
  const rows = await listInterfaces(trx, district)
  const row = rows.find((one) => one.id === id)
  if (row === undefined || row.to === row.from || row.to === null) return null
  if (rows.some((one) => one.from === row.to && one.to === row.from)) return null
  const source = sourceOf(row)
  const after = withInterface(silent.interfaces, row.fromName, known)
  if (after !== silent.interfaces) await write(trx, district, silent, after)
  const stated = rows.find((one) => one.words === row.fromName && sourceOf(one).id === silent.id)
  const target = {
    target_forum_id: source.kind === 'forum' ? source.id : null,
    target_group_id: source.kind === 'forumGroup' ? source.id : null,
    confidence: 'confirmed' as const,
  }
  await (stated === undefined
    ? trx
        .insertInto('fora.interface')
        .values({
          district,
          [silent.kind === 'forum' ? 'forum_id' : 'group_id']: silent.id,
          words: row.fromName,
          ...target,
        })
        .execute()
    : trx
        .updateTable('fora.interface')
        .set((eb) => ({ ...target, version: eb('version', '+', 1) }))
        .where('district', '=', district)
        .where('id', '=', stated.id)
        .execute())
  return {
    silent: { kind: silent.kind, id: silent.id, name: silent.name, before: silent.interfaces, after },
    naming: { ...source, name: row.fromName },
  }
}

/** Decides whom a statement names; null: nobody in the register. False when somebody else changed it first. */
export async function retarget(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  target: Body | null,
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.interface')
    .set((eb) => ({
      target_forum_id: target?.kind === 'forum' ? target.id : null,
      target_group_id: target?.kind === 'forumGroup' ? target.id : null,
      confidence: 'confirmed',
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export interface Removed {
  source: Body & { name: string }
  before: string
  after: string
}

/** Takes a statement and its words out of the annex field. Null when it is already gone. */
export async function removeInterface(
  trx: Trx,
  district: string,
  row: InterfaceRow,
  known: readonly Named[],
): Promise<Removed | null> {
  const source = await lock(trx, district, sourceOf(row))
  const done = await trx
    .deleteFrom('fora.interface')
    .where('district', '=', district)
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (source === undefined || done.numDeletedRows === 0n) return null
  const after = withoutInterface(source.interfaces, row.words, known)
  if (after !== source.interfaces) await write(trx, district, source, after)
  return { source, before: source.interfaces, after }
}
