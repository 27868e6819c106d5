import { sql } from 'kysely'
import type { Trx } from '../../../db/db.ts'
import { listKnown } from '../../interfaces/renew.ts'
import { matchInterfaces } from '../../interfaces/rules.ts'

interface Source {
  forumId: string | null
  groupId: string | null
  words: string
}

interface StatementRow {
  id: string
  sourceId: string
  words: string
  confidence: string
  targeted: boolean
}

/** Fora and groups with a statement that names nobody yet, and what their annex field says. */
const listSources = async (trx: Trx, district: string): Promise<Source[]> => {
  const { rows } = await sql<Source>`
    select distinct statement.forum_id as "forumId", statement.group_id as "groupId",
      coalesce(forum.interfaces, collective.interfaces) as words
    from fora.interface as statement
    left join fora.forum as forum on forum.district = statement.district and forum.id = statement.forum_id
    left join fora.forum_group as collective on collective.district = statement.district and collective.id = statement.group_id
    where statement.district = ${district} and statement.confidence <> 'confirmed'
      and statement.target_forum_id is null and statement.target_group_id is null`.execute(trx)
  return rows
}

const listStatements = async (trx: Trx, district: string, sources: readonly string[]): Promise<StatementRow[]> => {
  const { rows } = await sql<StatementRow>`
    select statement.id, coalesce(statement.forum_id, statement.group_id) as "sourceId", statement.words, statement.confidence,
      statement.target_forum_id is not null or statement.target_group_id is not null as targeted
    from fora.interface as statement
    where statement.district = ${district} and coalesce(statement.forum_id, statement.group_id) = any (${sources})`.execute(
    trx,
  )
  return rows
}

/**
 * Matches every statement that names nobody once more, since fora have come to the register. A name with "og" in it may
 * have been taken for two before it was known, so the words are taken apart anew. What people decided is left alone.
 */
export async function rematchInterfaces(trx: Trx, district: string): Promise<void> {
  const sources = await listSources(trx, district)
  if (sources.length === 0) return
  const known = await listKnown(trx, district)
  const groups = new Set(known.filter(({ group }) => group).map(({ id }) => id))
  const idOf = (source: Source): string => source.forumId ?? source.groupId ?? ''
  const statements = await listStatements(trx, district, sources.map(idOf))
  const gone: string[] = []
  const added: object[] = []
  const changed: object[] = []
  for (const source of sources) {
    const self = idOf(source)
    const own = statements.filter(({ sourceId }) => sourceId === self)
    const stated = matchInterfaces(source.words, known, self)
    const wanted = new Map(stated.map((match) => [match.words, match]))
    for (const statement of own) {
      const match = wanted.get(statement.words)
      if (match === undefined) {
        if (!statement.targeted && statement.confidence !== 'confirmed') gone.push(statement.id)
      } else if (!statement.targeted && statement.confidence !== 'confirmed')
        if (match.targetId !== null || match.confidence !== statement.confidence)
          changed.push({ id: statement.id, ...targetOf(match, groups) })
    }
    const have = new Set(own.map(({ words }) => words))
    for (const match of wanted.values())
      if (!have.has(match.words))
        added.push({
          forum: source.forumId,
          collective: source.groupId,
          words: match.words,
          ...targetOf(match, groups),
        })
  }
  if (gone.length > 0)
    await sql`delete from fora.interface where district = ${district} and id = any (${gone})`.execute(trx)
  if (changed.length > 0)
    await sql`update fora.interface as statement set target_forum_id = given.to_forum, target_group_id = given.to_group,
        confidence = given.confidence, version = statement.version + 1
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given (id uuid, to_forum uuid, to_group uuid, confidence text)
      where statement.district = ${district} and statement.id = given.id`.execute(trx)
  if (added.length > 0)
    await sql`insert into fora.interface (district, forum_id, group_id, words, target_forum_id, target_group_id, confidence)
      select ${district}, forum, collective, words, to_forum, to_group, confidence
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb)
        as given (forum uuid, collective uuid, words text, to_forum uuid, to_group uuid, confidence text)`.execute(trx)
}

const targetOf = (
  { targetId, confidence }: { targetId: string | null; confidence: string },
  groups: ReadonlySet<string>,
): object => ({
  to_forum: targetId !== null && !groups.has(targetId) ? targetId : null,
  to_group: targetId !== null && groups.has(targetId) ? targetId : null,
  confidence,
})
