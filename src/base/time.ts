/** A day in the Danish calendar, `YYYY-MM-DD`. */
export type CalendarDay = string & { readonly calendarDay: unique symbol }

/** The only source of time: passed in, so that deadlines can be tried. */
export type Clock = () => Date

const isDay = (text: string): text is CalendarDay => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= '1900' && text < '2200'
}

/** The day that `YYYY-MM-DD` names, or null when there is no such day between 1900 and 2199. */
export const parseDay = (text: string): CalendarDay | null => (isDay(text) ? text : null)

/** A day known to be right, such as one written in the program. Throws on anything else. */
export const day = (text: string): CalendarDay => {
  if (!isDay(text)) throw new RangeError(`No such day: ${text}`)
  return text
}

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

/** The day it is in Denmark at the given moment. */
export const dayOf = (moment: Date): CalendarDay => day(inCopenhagen.format(moment))

/** Today in Denmark by the clock. */
export const today = (clock: Clock): CalendarDay => dayOf(clock())

const msPerDay = 86_400_000

/** The day `count` days later (earlier when negative). */
export const addDays = (from: CalendarDay, count: number): CalendarDay =>
  day(new Date(Date.parse(`${from}T00:00:00Z`) + count * msPerDay).toISOString().slice(0, 10))

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay)

/** The same day `count` years later; 29 February becomes 28 February. */
export const addYears = (from: CalendarDay, count: number): CalendarDay => {
  const year = Number(from.slice(0, 4)) + count
  const moved = parseDay(`${String(year)}${from.slice(4)}`)
  return moved ?? day(`${String(year)}-02-28`)
}

/** The calendar year of a day. */
export const yearOf = (of: CalendarDay): number => Number(of.slice(0, 4))
