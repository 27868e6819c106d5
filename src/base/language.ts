/** Danish is the language of the interface; English is complete beside it. */
export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * The texts of one room in both languages. The English object must have the shape of the Danish one,
 * so a missing text does not compile.
 */
export const defineTexts = <T extends Record<string, unknown>>(texts: { da: T; en: NoInfer<T> }): Record<Language, T> =>
  texts

const locales: Record<Language, string> = { da: 'da-DK', en: 'en-GB' }

/** "a, b og c" in the language's own way. */
export const listed = (items: readonly string[], lang: Language): string =>
  new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(items)

/** A whole or decimal number with the language's separators. */
export const numbered = (value: number, lang: Language, decimals = 0): string =>
  new Intl.NumberFormat(locales[lang], { maximumFractionDigits: decimals }).format(value)

const dayFormat = (lang: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[lang], { timeZone: 'UTC', ...options })
const dayFormats = {
  da: dayFormat('da', { day: 'numeric', month: 'long', year: 'numeric' }),
  en: dayFormat('en', { day: 'numeric', month: 'long', year: 'numeric' }),
}
const shortDayFormats = {
  da: dayFormat('da', { day: 'numeric', month: 'short', year: 'numeric' }),
  en: dayFormat('en', { day: 'numeric', month: 'short', year: 'numeric' }),
}

/** Number and month are never parted by a line break. */
const together = (words: string): string => words.replace(/ (?=\p{L})/u, '\u00a0')

/** "4. december 2026". The day is a calendar day, so no time zone takes part. */
export const longDay = (day: string, lang: Language): string =>
  together(dayFormats[lang].format(new Date(`${day}T00:00:00Z`)))

/** "4. dec. 2026", for tables. */
export const shortDay = (day: string, lang: Language): string =>
  together(shortDayFormats[lang].format(new Date(`${day}T00:00:00Z`)))

const momentFormat = (lang: Language, timeStyle: 'short' | 'medium') =>
  new Intl.DateTimeFormat(locales[lang], { timeZone: 'Europe/Copenhagen', dateStyle: 'medium', timeStyle })
const momentFormats = { da: momentFormat('da', 'short'), en: momentFormat('en', 'short') }
const secondFormats = { da: momentFormat('da', 'medium'), en: momentFormat('en', 'medium') }

/** A moment with date and time of day, as the clock on the wall in Denmark shows it. */
export const moment = (at: Date, lang: Language): string => together(momentFormats[lang].format(at))

/** A moment to the second, for the audit log. */
export const momentToTheSecond = (at: Date, lang: Language): string => together(secondFormats[lang].format(at))
