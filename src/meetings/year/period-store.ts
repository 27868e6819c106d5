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

/** Adds a period, under its old id when it is put back. Returns its id, or undefined when the same one is there already. */
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

/** True when another period says the same. */
export const isPeriodKnown = async (
  trx: Trx,
  district: string,
  { municipalityCode, name, from, to }: PeriodFields,
  except: string,
): Promise<boolean> =>
  (await listPeriods(trx, district, from, to)).some(
    (one) =>
      one.id !== except &&
      one.municipalityCode === municipalityCode &&
      one.name === name &&
      one.from === from &&
      one.to === to,
  )

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
