import type { CalendarDay } from '../../base/time.ts'
import { daysFrom, firstOfYear, lastOfYear, weekdayOf } from './days.ts'
import { holidaysOf } from './holidays.ts'

/** Days to keep free of meetings: for the district, or for what concerns one municipality. */
export interface ClosedPeriod {
  municipalityCode: string | null
  name: string
  from: CalendarDay
  to: CalendarDay
}

/** The days of a year on which a forum may meet, in order. */
export interface OpenDays {
  days: readonly CalendarDay[]
  has: (day: CalendarDay) => boolean
}

/** True when the period counts for a forum: a forum of no municipality has members from all of them. */
export const concerns = (period: Pick<ClosedPeriod, 'municipalityCode'>, municipalityCode: string | null): boolean =>
  municipalityCode === null || period.municipalityCode === null || period.municipalityCode === municipalityCode

/** The open days of a year for the fora of a municipality, or of none; worked out once for each. */
export function openDays({ year, closed }: { year: number; closed: readonly ClosedPeriod[] }) {
  const holidays = new Set<string>(holidaysOf(year).map(({ day }) => day))
  const weekdays = daysFrom(firstOfYear(year), lastOfYear(year)).filter(
    (one) => weekdayOf(one) <= 5 && !holidays.has(one),
  )
  const known = new Map<string | null, OpenDays>()
  return (municipalityCode: string | null): OpenDays => {
    const before = known.get(municipalityCode)
    if (before !== undefined) return before
    const periods = closed.filter((period) => concerns(period, municipalityCode))
    const days = weekdays.filter((one) => !periods.some(({ from, to }) => from <= one && one <= to))
    const set = new Set(days)
    const open = { days, has: (one: CalendarDay) => set.has(one) }
    known.set(municipalityCode, open)
    return open
  }
}
