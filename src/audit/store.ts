import { sql } from 'kysely'
import type { Trx } from '../db/db.ts'

/** One changed field. Values are as stored; null means that there was none. */
export interface FieldChange {
  field: string
  before: string | null
  after: string | null
}

export interface LogEvent {
  /** What was done, as `thing.verb`: `forum.changed`, `signIn.refused`. */
  action: string
  subjectKind: string
  subjectId: string
  subjectName: string
  changes?: readonly FieldChange[]
}

/** The chain of what belongs to no district, such as signing in. */
export const programChain = '-'

/** Writes one event to the district's log, in the same transaction as the change itself. */
export const record = async (trx: Trx, district: string, event: LogEvent): Promise<void> => {
  await sql`select audit.write(${district}, ${event.action}, ${event.subjectKind}, ${event.subjectId}, ${event.subjectName},
    ${JSON.stringify(event.changes ?? [])}::jsonb)`.execute(trx)
}

/** An entry of the log about a thing: who changed it, and what it said before. */
export interface LoggedChange {
  action: string
  subjectName: string
  actorName: string
  at: Date
  changes: unknown
}

interface About {
  kind: string
  id: string
  /** Only these; every action when left out. */
  actions?: readonly string[]
}

/** The latest entries of the log about a thing, the last first. */
export const listLastEntries = (trx: Trx, district: string, { kind, id, actions }: About, most = 1) =>
  trx
    .selectFrom('audit.entry as entry')
    .select([
      'entry.action',
      'entry.subject_name as subjectName',
      'entry.actor_name as actorName',
      'entry.at',
      'entry.changes',
    ])
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', kind)
    .where('entry.subject_id', '=', id)
    .$if(actions !== undefined, (query) => query.where('entry.action', 'in', [...(actions ?? [])]))
    .orderBy('entry.number', 'desc')
    .limit(most)
    .execute()

/** The latest entry of the log about a thing; undefined when there is none. */
export const findLastEntry = async (
  trx: Trx,
  district: string,
  kind: string,
  id: string,
): Promise<LoggedChange | undefined> => (await listLastEntries(trx, district, { kind, id }))[0]

const asText = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'string'
      ? value
      : typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : JSON.stringify(value)

/** The fields that differ between two states of a thing; everything for a new one (`before` null) or a removed one (`after` null). */
export const changedFields = (
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): FieldChange[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .map((field) => ({ field, before: asText(before?.[field]), after: asText(after?.[field]) }))
    .filter((change) => change.before !== change.after)

export interface BrokenChain {
  district: string
  number: string
  reason: 'changed' | 'missing' | 'inserted' | 'tail'
}

/**
 * Walks every chain and returns where it does not hold: a row that was changed, rows that are missing, a row that was
 * put in, or a tail that was cut off.
 */
export async function verifyChains(trx: Trx): Promise<{ entries: number; broken: BrokenChain[] }> {
  const { rows } = await sql<BrokenChain & { entries: string }>`
    with walked as (
      select e.district, e.number, e.hash, e.previous_hash, audit.hash_of(e) as computed,
        lag(e.hash, 1, '') over chain as hash_before, lag(e.number, 1, 0::bigint) over chain as number_before
      from audit.entry e window chain as (partition by e.district order by e.number))
    select district, number::text, case when computed <> hash then 'changed'
      when number <> number_before + 1 then 'missing' else 'inserted' end as reason
    from walked where computed <> hash or number <> number_before + 1 or previous_hash <> hash_before
    union all
    select c.district, c.last_number::text, 'tail' from audit.chain c
    where c.last_number > 0 and not exists (select 1 from audit.entry e
      where e.district = c.district and e.number = c.last_number and e.hash = c.last_hash)
    union all
    select e.district, max(e.number)::text, 'tail' from audit.entry e left join audit.chain c on c.district = e.district
    group by e.district, c.last_number having c.last_number is null or max(e.number) > c.last_number
    order by 1, 2`.execute(trx)
  const count = await trx
    .selectFrom('audit.entry')
    .select((eb) => eb.fn.countAll<string>().as('entries'))
    .executeTakeFirstOrThrow()
  return {
    entries: Number(count.entries),
    broken: rows.map(({ district, number, reason }) => ({ district, number, reason })),
  }
}
