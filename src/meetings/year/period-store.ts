import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'

/** A period to keep free of meetings, as it is stored. */
export interface StoredPeriod {
  id: string
  municipalityCode: string | null
  municipalityName: string | null
  name: string
  from: CalendarDay
  to: CalendarDay
  version: number
}

export interface PeriodFields {
  municipalityCode: string | null
  name: string
  from: CalendarDay
  to: CalendarDay
}

const select = (trx: Trx, district: string) =>
  trx
    .selectFrom('meetings.closed_period as period')
    .leftJoin('people.municipality as municipality', 'municipality.code', 'period.municipality_code')
    .select(['period.id', 'period.municipality_code as municipalityCode', 'municipality.name as municipalityName'])
    .select(['period.name', 'period.version'])
    .select((eb) => [
      eb.ref('period.from_day').$castTo<CalendarDay>().as('from'),
      eb.ref('period.to_day').$castTo<CalendarDay>().as('to'),
    ])
    .where('period.district', '=', district)

/** The periods that touch the days between two days, by their first day; those of the district before those of municipalities. */
export const listPeriods = (trx: Trx, district: string, from: string, to: string): Promise<StoredPeriod[]> =>
  select(trx, district)
    .where('period.from_day', '<=', to)
    .where('period.to_day', '>=', from)
    .orderBy('period.from_day')
    .orderBy('municipality.sort_name', (order) => order.asc().nullsFirst())
    .orderBy('period.name')
    .execute()

export const findPeriod = (trx: Trx, district: string, id: string): Promise<StoredPeriod | undefined> =>
  select(trx, district).where('period.id', '=', id).executeTakeFirst()

const stored = (fields: PeriodFields) => ({
  municipality_code: fields.municipalityCode,
  name: fields.name,
  from_day: fields.from,
  to_day: fields.to,
})

/** Adds a period; with an id it is put back where it was. Returns its id. */
export const addPeriod = async (
  trx: Trx,
  district: string,
  fields: PeriodFields,
  id?: string,
): Promise<string | undefined> =>
  (
    await trx
      .insertInto('meetings.closed_period')
      .values({ district, ...stored(fields), ...(id !== undefined && { id }) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id

/** False when somebody else changed the period first. */
export async function changePeriod(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: PeriodFields,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.closed_period')
    .set((eb) => ({ ...stored(fields), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False when somebody else changed or removed the period first. */
export async function removePeriod(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const done = await trx
    .deleteFrom('meetings.closed_period')
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** The latest entry of the log about a period. */
export const findLastEntryOf = (
  trx: Trx,
  district: string,
  id: string,
): Promise<{ action: string; subjectName: string; actorName: string; at: Date; changes: unknown } | undefined> =>
  trx
    .selectFrom('audit.entry as entry')
    .select(['entry.action', 'entry.subject_name as subjectName', 'entry.actor_name as actorName', 'entry.at'])
    .select('entry.changes')
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', 'closedPeriod')
    .where('entry.subject_id', '=', id)
    .orderBy('entry.number', 'desc')
    .limit(1)
    .executeTakeFirst()
