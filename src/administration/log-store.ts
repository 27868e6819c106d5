import { sql } from 'kysely'
import type { Trx } from '../db/db.ts'
import { programChain } from '../audit/store.ts'

export interface LogSearch {
  district: string
  /** Words in the actor's name, the subject's name or the changes. */
  words: string
  action: string
  from: string | null
  to: string | null
  /** Also sign-ins and refusals outside any district. */
  program: boolean
}

export interface LogRow {
  district: string
  number: string
  at: Date
  actorName: string
  requestId: string
  action: string
  subjectKind: string
  subjectName: string
  changes: unknown
  hash: string
}

const matching = ({ district, words, action, from, to, program }: LogSearch) => {
  const pattern = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`entry.district in (${district}, ${program ? programChain : district})
    ${words === '' ? sql`` : sql`and lower(entry.actor_name || ' ' || entry.subject_name || ' ' || entry.changes::text || ' ' || entry.request_id) like ${pattern}`}
    ${action === '' ? sql`` : sql`and entry.action = ${action}`}
    ${from === null ? sql`` : sql`and entry.at >= ${from}::date::timestamp at time zone 'Europe/Copenhagen'`}
    ${to === null ? sql`` : sql`and entry.at < (${to}::date + 1)::timestamp at time zone 'Europe/Copenhagen'`}`
}

/** A page of the log, newest first, and how many entries the search finds in all. */
export async function searchLog(
  trx: Trx,
  search: LogSearch,
  limit: number,
  offset: number,
): Promise<{ rows: LogRow[]; total: number }> {
  const { rows } = await sql<LogRow>`
    select entry.district, entry.number::text, entry.at, entry.actor_name as "actorName", entry.request_id as "requestId",
      entry.action, entry.subject_kind as "subjectKind", entry.subject_name as "subjectName", entry.changes, entry.hash
    from audit.entry as entry where ${matching(search)}
    order by entry.at desc, entry.district, entry.number desc limit ${limit} offset ${offset}`.execute(trx)
  const counted = await sql<{
    total: string
  }>`select count(*) as total from audit.entry as entry where ${matching(search)}`.execute(trx)
  return { rows, total: Number(counted.rows[0]?.total ?? 0) }
}

/** The kinds of event that the log holds, for choosing one. */
export const listActions = async (trx: Trx, district: string): Promise<string[]> =>
  (
    await sql<{
      action: string
    }>`select distinct action from audit.entry where district in (${district}, ${programChain}) order by 1`.execute(trx)
  ).rows.map(({ action }) => action)
