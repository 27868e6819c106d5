import { addDays, type CalendarDay, day } from '../../base/time.ts'
import { firstOfYear, mondayOfWeek, weekdayOf, weekOf } from './days.ts'

export const holidayKeys = [
  'newYear',
  'maundyThursday',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'prayerDay',
  'ascension',
  'whitSunday',
  'whitMonday',
  'constitutionDay',
  'christmasEve',
  'christmasDay',
  'secondChristmasDay',
  'newYearsEve',
] as const
export type HolidayKey = (typeof holidayKeys)[number]

export interface Holiday {
  day: CalendarDay
  key: HolidayKey
  /** False for days that are no public holiday, but on which nobody calls a meeting. */
  isPublic: boolean
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
export function easterSunday(year: number): CalendarDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const inMarch = h + l - 7 * m + 22
  return addDays(day(`${String(year)}-03-01`), inMarch - 1)
}

/** The last year with Store Bededag: act no. 214 of 6 March 2023 abolished it from 1 January 2024. */
const lastPrayerDay = 2023

/** The days of a year on which no meeting is called, in order. */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year)
  const on = (monthAndDay: string) => day(`${String(year)}-${monthAndDay}`)
  const all: [HolidayKey, CalendarDay, boolean][] = [
    ['newYear', on('01-01'), true],
    ['maundyThursday', addDays(easter, -3), true],
    ['goodFriday', addDays(easter, -2), true],
    ['easterSunday', easter, true],
    ['easterMonday', addDays(easter, 1), true],
    ...(year <= lastPrayerDay
      ? [['prayerDay', addDays(easter, 26), true] satisfies [HolidayKey, string, boolean]]
      : []),
    ['ascension', addDays(easter, 39), true],
    ['whitSunday', addDays(easter, 49), true],
    ['whitMonday', addDays(easter, 50), true],
    ['constitutionDay', on('06-05'), false],
    ['christmasEve', on('12-24'), false],
    ['christmasDay', on('12-25'), true],
    ['secondChristmasDay', on('12-26'), true],
    ['newYearsEve', on('12-31'), false],
  ]
  return all
    .map(([key, onDay, isPublic]) => ({ key, day: onDay, isPublic }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

export const schoolHolidayKeys = ['winter', 'easter', 'summer', 'autumn', 'christmas'] as const
export type SchoolHolidayKey = (typeof schoolHolidayKeys)[number]

export interface Period {
  from: CalendarDay
  to: CalendarDay
}

/** Monday to Sunday of an ISO week. */
const wholeWeek = (year: number, week: number): Period => {
  const monday = mondayOfWeek(year, week)
  return { from: monday, to: addDays(monday, 6) }
}

/**
 * When schools usually are closed in a year. The municipalities set the days themselves, so these are proposals to be edited.
 * The days around New Year come as two: those of January belong to the holiday that began the year before.
 */
export function usualSchoolHolidays(year: number): (Period & { key: SchoolHolidayKey })[] {
  const easter = easterSunday(year)
  const lastOfJune = day(`${String(year)}-06-30`)
  const on = (monthAndDay: string) => day(`${String(year)}-${monthAndDay}`)
  return [
    { key: 'christmas', from: firstOfYear(year), to: on('01-02') },
    { key: 'winter', ...wholeWeek(year, 7) },
    { key: 'easter', from: addDays(easter, -8), to: addDays(easter, 1) },
    { key: 'summer', from: addDays(lastOfJune, -((weekdayOf(lastOfJune) + 1) % 7)), to: on('08-10') },
    { key: 'autumn', ...wholeWeek(year, 42) },
    { key: 'christmas', from: on('12-21'), to: on('12-31') },
  ]
}

/**
 * A period of one year moved to another: what lies around Easter follows Easter, what lies around New Year keeps its dates,
 * everything else keeps its week and weekday.
 */
export function movedPeriod({ from, to }: Period, toYear: number): Period {
  const fromYear = Number(from.slice(0, 4))
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  const easter = easterSunday(fromYear)
  const begin = (): CalendarDay => {
    if (from <= addDays(easter, 1) && to >= addDays(easter, -3))
      return addDays(easterSunday(toYear), Math.round((Date.parse(from) - Date.parse(easter)) / 86_400_000))
    const isNewYear = from.slice(5) >= '12-15' || to.slice(5) <= '01-07'
    if (isNewYear) return day(`${String(toYear)}${from.slice(4)}`)
    const { week } = weekOf(from)
    return addDays(mondayOfWeek(toYear, week), weekdayOf(from) - 1)
  }
  const begins = begin()
  return { from: begins, to: addDays(begins, length) }
}
