import { parseDay, type CalendarDay } from '../base/time.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'ma[jy]', 'jun', 'jul', 'aug', 'sep', 'o[ck]t', 'nov', 'dec'].map(
  (start) => new RegExp(`^${start}\\p{L}*\\.?$`, 'u'),
)

const monthNumber = (text: string): number =>
  /^\d{1,2}$/.test(text) ? Number(text) : monthNames.findIndex((name) => name.test(text.toLowerCase())) + 1

const part = (form: Readonly<Record<string, unknown>>, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * The day a `DateField` holds, in its three parts or, as a conflict page sends it, in one piece: null when all three parts are empty, 'bad' when they name no day between 1900 and 2199.
 * A month may be written as a number or a word. The year needs four digits.
 */
export const readDate = (form: Readonly<Record<string, unknown>>, name: string): CalendarDay | null | 'bad' => {
  const whole = part(form, name)
  if (whole !== '') return parseDay(whole) ?? 'bad'
  const [dayText, monthText, yearText] = [
    part(form, `${name}-dag`),
    part(form, `${name}-maaned`),
    part(form, `${name}-aar`),
  ]
  if (dayText === '' && monthText === '' && yearText === '') return null
  if (!/^\d{1,2}$/.test(dayText.replace(/\.$/, '')) || !/^\d{4}$/.test(yearText)) return 'bad'
  const padded = [yearText, String(monthNumber(monthText)), dayText.replace(/\.$/, '')].map((text) =>
    text.padStart(2, '0'),
  )
  return parseDay(padded.join('-')) ?? 'bad'
}

/** The three parts of a day as a `DateField` names them, for the `values` of a form. */
export const dateParts = (name: string, day: CalendarDay | null): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = day?.split('-') ?? []
  const plain = (digits: string) => digits.replace(/^0/, '')
  return { [`${name}-dag`]: plain(dayOfMonth), [`${name}-maaned`]: plain(month), [`${name}-aar`]: year }
}
