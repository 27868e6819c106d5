import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

/** One forum's, or one group's, statement that its work touches another's. */
export interface InterfaceRow {
  id: string
  words: string
  confidence: 'sure' | 'check' | 'none' | 'confirmed'
  /** What the statement was made for: a forum, or the group that stands for several. */
  fromForumId: string | null
  fromGroupId: string | null
  toForumId: string | null
  toGroupId: string | null
  /** The same, with a forum of a group counted as the group: `from` and `to` of the network. */
  from: string
  to: string | null
  fromName: string
  toName: string | null
  /** Address of the forum; a group has none. */
  fromSlug: string | null
  toSlug: string | null
  version: number
}

/** Every statement of a district that the actor may see. */
export async function listInterfaces(trx: Trx, district: string): Promise<InterfaceRow[]> {
  const { rows } = await sql<InterfaceRow>`
    select statement.id, statement.words, statement.confidence,
      statement.forum_id as "fromForumId", statement.group_id as "fromGroupId",
      statement.target_forum_id as "toForumId", statement.target_group_id as "toGroupId",
      coalesce(statement.group_id, source.group_id, statement.forum_id) as "from",
      coalesce(statement.target_group_id, target.group_id, statement.target_forum_id) as "to",
      coalesce(source_group.name, source.name) as "fromName", coalesce(target_group.name, target.name) as "toName",
      source.slug as "fromSlug", target.slug as "toSlug", statement.version
    from ${sql.table('fora.interface')} as statement
    left join ${sql.table('fora.forum')} as source on source.district = statement.district and source.id = statement.forum_id
    left join ${sql.table('fora.forum_group')} as source_group on source_group.district = statement.district and source_group.id = statement.group_id
    left join ${sql.table('fora.forum')} as target on target.district = statement.district and target.id = statement.target_forum_id
    left join ${sql.table('fora.forum_group')} as target_group on target_group.district = statement.district and target_group.id = statement.target_group_id
    where statement.district = ${district}
    order by statement.words, statement.id`.execute(trx)
  return rows
}

/** The id a forum goes by in the network: its group's where it belongs to one. */
export const nodeOf = (forum: { id: string; groupId: string | null }): string => forum.groupId ?? forum.id

/** How many statements touch each node where only one of the two names the other. */
export function countOneSided(statements: readonly Pick<InterfaceRow, 'from' | 'to'>[]): Map<string, number> {
  const said = new Set(statements.map(({ from, to }) => `${from}>${to ?? ''}`))
  const counts = new Map<string, number>()
  for (const { from, to } of statements)
    if (to !== null && to !== from && !said.has(`${to}>${from}`))
      for (const node of [from, to]) counts.set(node, (counts.get(node) ?? 0) + 1)
  return counts
}
