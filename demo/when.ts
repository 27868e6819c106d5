import { addDays, type CalendarDay, day, yearOf } from '../src/base/time.ts'

/**
 * A day of the demonstration: a fixed one, one of this, last or next year, or a number of days from today. The demonstration
 * is laid round the day it is loaded, so that it never looks abandoned.
 */
export type When =
  CalendarDay | `${number}-${string}` | `this-${string}` | `last-${string}` | `next-${string}` | { days: number }

/** The day that is meant when the demonstration is loaded on `today`. */
export function onDay(when: When, today: CalendarDay): CalendarDay {
  if (typeof when === 'object') return addDays(today, when.days)
  const year = yearOf(today)
  return day(
    when
      .replace(/^this/, String(year))
      .replace(/^last/, String(year - 1))
      .replace(/^next/, String(year + 1)),
  )
}

/** The day the register was begun: in the spring of last year. */
export const begun = (today: CalendarDay): CalendarDay => onDay('last-03-12', today)

/** Nine in the morning in Denmark, give or take the hour of summer time. */
export const morningOf = (on: CalendarDay): Date => new Date(`${on}T08:00:00Z`)

const weekday = (of: CalendarDay): number => new Date(`${of}T12:00:00Z`).getUTCDay()

/** The day, or the Monday after it when it falls in a weekend. */
export const workday = (on: CalendarDay): CalendarDay => addDays(on, weekday(on) === 6 ? 2 : weekday(on) === 0 ? 1 : 0)

/** The spring is planned in the autumn before it. */
const plansAhead = (today: CalendarDay): boolean => today.slice(5, 7) >= '09'

/**
 * Meeting days `MM-DD` of last year and this year, and of next spring once that is planned, moved out of weekends. Those in
 * `missed` were not held this year.
 */
export function meetingDays(days: readonly string[], missed: readonly string[], today: CalendarDay): CalendarDay[] {
  const ofYear = (name: 'this' | 'last' | 'next', chosen: readonly string[]) =>
    chosen.map((each) => workday(onDay(`${name}-${each}`, today)))
  const kept = days.filter((each) => !missed.includes(each))
  const spring = plansAhead(today) ? days.filter((each) => each < '07') : []
  return [...new Set([...ofYear('last', days), ...ofYear('this', kept), ...ofYear('next', spring)])].toSorted()
}

/** Every Thursday from the start of last year until five weeks from now. */
export function thursdays(today: CalendarDay): CalendarDay[] {
  const found: CalendarDay[] = []
  const last = addDays(today, 35)
  for (let on = onDay('last-01-01', today); on <= last; on = addDays(on, 1)) if (weekday(on) === 4) found.push(on)
  return found
}
