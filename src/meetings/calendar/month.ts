import { addDays, type CalendarDay, day, parseDay } from '../../base/time.ts'
import { daysFrom, mondayOf, weekOf } from '../year/days.ts'

/** A month, `YYYY-MM`. */
export type Month = string

/** The month that an address names, or null. */
export const parseMonth = (text: string): Month | null =>
  /^\d{4}-\d{2}$/.test(text) && parseDay(`${text}-01`) !== null && text >= '2000' && text < '2199' ? text : null

export const firstOf = (month: Month): CalendarDay => day(`${month}-01`)

/** The month some months later, or earlier. */
export function monthAfter(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`
}

export const lastOf = (month: Month): CalendarDay => addDays(firstOf(monthAfter(month, 1)), -1)

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf(month: Month): { week: number; days: CalendarDay[] }[] {
  const days = daysFrom(mondayOf(firstOf(month)), addDays(mondayOf(lastOf(month)), 6))
  return Array.from({ length: days.length / 7 }, (_, index) => {
    const own = days.slice(index * 7, index * 7 + 7)
    return { week: weekOf(own[0] ?? firstOf(month)).week, days: own }
  })
}
