import { addDays, type CalendarDay, day, daysBetween } from '../../base/time.ts'

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (of: CalendarDay): number => new Date(`${of}T00:00:00Z`).getUTCDay() || 7

/** The Monday of the week that a day is in. */
export const mondayOf = (of: CalendarDay): CalendarDay => addDays(of, 1 - weekdayOf(of))

/** The ISO 8601 week of a day, as Danish calendars number it, with the year the week belongs to. */
export function weekOf(of: CalendarDay): { year: number; week: number } {
  const year = Number(addDays(mondayOf(of), 3).slice(0, 4))
  return { year, week: Math.round(daysBetween(firstMonday(year), mondayOf(of)) / 7) + 1 }
}

const firstMonday = (year: number): CalendarDay => mondayOf(day(`${String(year)}-01-04`))

/** The Monday of an ISO week. Week 53 of a year without one is the first week of the next. */
export const mondayOfWeek = (year: number, week: number): CalendarDay => addDays(firstMonday(year), (week - 1) * 7)

/** Every day from one to another, both counted. */
export const daysFrom = (from: CalendarDay, to: CalendarDay): CalendarDay[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))

export const firstOfYear = (year: number): CalendarDay => day(`${String(year)}-01-01`)
export const lastOfYear = (year: number): CalendarDay => day(`${String(year)}-12-31`)
