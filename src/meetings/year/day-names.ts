import { type Language, longDay } from '../../base/language.ts'

const formatsOf = (options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> => ({
  da: new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', ...options }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options }),
})
const formats = {
  month: formatsOf({ month: 'long' }),
  shortMonth: formatsOf({ month: 'short' }),
  monthAndYear: formatsOf({ month: 'long', year: 'numeric' }),
  shortDay: formatsOf({ day: 'numeric', month: 'short' }),
}

/** Words as they begin a line. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

/** The month of a day: "marts", "mar", "marts 2026", or the day in it, "12. mar". */
export const nameOf = (day: string, lang: Language, as: keyof typeof formats): string =>
  formats[as][lang].format(new Date(`${day}T00:00:00Z`)).replace(/\.$/, '')

/** A day of a known year: "12. marts". */
export const dayInYear = (day: string, lang: Language): string => longDay(day, lang).replace(/ \d{4}$/, '')
