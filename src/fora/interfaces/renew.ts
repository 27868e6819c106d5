import type { Trx } from '../../db/db.ts'
import { matchInterfaces, type Named } from './rules.ts'

interface Known extends Named {
  group: boolean
}

/** Fora and groups by name, for matching. Those of a group are reached through the group. */
export async function listKnown(trx: Trx, district: string): Promise<Known[]> {
  const fora = await trx
    .selectFrom('fora.forum as forum')
    .select(['forum.id', 'forum.name'])
    .where('forum.district', '=', district)
    .where('forum.status', '<>', 'closed')
    .execute()
  const groups = await trx
    .selectFrom('fora.forum_group as collective')
    .select(['collective.id', 'collective.name'])
    .where('collective.district', '=', district)
    .execute()
  return [...groups.map((row) => ({ ...row, group: true })), ...fora.map((row) => ({ ...row, group: false }))]
}

type Source = { forumId: string; words: string } | { groupId: string; words: string }

/**
 * Brings the statements of a forum or group in line with the words of its annex field. A statement whose words still
 * stand keeps what people decided about it; new words are matched by name.
 */
export async function renewInterfaces(trx: Trx, district: string, source: Source): Promise<void> {
  const known = await listKnown(trx, district)
  const self = 'forumId' in source ? source.forumId : source.groupId
  const stated = matchInterfaces(source.words, known, self)
  const column = 'forumId' in source ? 'forum_id' : 'group_id'
  const existing = await trx
    .selectFrom('fora.interface as statement')
    .select(['statement.id', 'statement.words'])
    .where('statement.district', '=', district)
    .where(`statement.${column}`, '=', self)
    .execute()
  const wanted = new Set(stated.map(({ words }) => words))
  const gone = existing.filter(({ words }) => !wanted.has(words)).map(({ id }) => id)
  if (gone.length > 0)
    await trx.deleteFrom('fora.interface').where('district', '=', district).where('id', 'in', gone).execute()
  const kept = new Set(existing.map(({ words }) => words))
  const groups = new Set(known.filter(({ group }) => group).map(({ id }) => id))
  const added = stated.filter(({ words }) => !kept.has(words))
  if (added.length > 0)
    await trx
      .insertInto('fora.interface')
      .values(
        added.map(({ words, targetId, confidence }) => ({
          district,
          [column]: self,
          words,
          target_forum_id: targetId !== null && !groups.has(targetId) ? targetId : null,
          target_group_id: targetId !== null && groups.has(targetId) ? targetId : null,
          confidence,
        })),
      )
      .execute()
}
