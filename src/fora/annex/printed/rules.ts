import { addYears, type CalendarDay, day, yearOf } from '../../../base/time.ts'
import { parseCadence } from '../../cadence/rules.ts'
import type { AnnexCategory, AnnexDocument, AnnexEntry } from '../print/document.ts'
import { differing, fieldsOfEntry, type RegisterEntry } from '../register-store.ts'

/** The forms an annex can be had in, by the ending of its address. */
export const annexFormats = ['html', 'pdf', 'docx', 'csv', 'json'] as const
export type AnnexFormat = (typeof annexFormats)[number]

/** The days that the annex of a year is made from. */
export interface AnnexDays {
  year: number
  /** The day whose register is printed: the last of the year, or today in this year and the next. */
  asOf: CalendarDay
  /** The same day a year before, which changes are counted from. */
  since: CalendarDay
}

/** The first year that has an annex: districts have cooperated so since the police reform of 2007. */
const firstYear = 2007

/** The days of the annex of a year; null for a year that has none. Next year's can be printed before it begins. */
export const annexDays = (year: number, today: CalendarDay): AnnexDays | null => {
  const current = yearOf(today)
  if (!Number.isInteger(year) || year < firstYear || year > current + 1) return null
  const asOf = year < current ? day(`${String(year)}-12-31`) : today
  return { year, asOf, since: addYears(asOf, -1) }
}

const printedEntry = (entry: RegisterEntry, before: RegisterEntry | undefined): AnnexEntry => {
  const { min, max } = parseCadence(entry.cadence)
  const changedFields = before === undefined ? [] : differing(entry, before)
  const isChanged =
    before !== undefined &&
    (changedFields.length > 0 || before.name !== entry.name || before.category !== entry.category)
  return {
    ...fieldsOfEntry(entry),
    name: entry.name,
    cadence: { words: entry.cadence, min, max },
    covers: entry.covers,
    change: before === undefined ? 'new' : isChanged ? 'changed' : 'same',
    changedFields,
  }
}

/**
 * The annex as it is printed, from the register on two days. Fora that are closed down are not in it; one that was open a year
 * before is listed as gone, with the reason it was closed for. `before` is null when nothing is known of that day, and then
 * nothing is marked.
 */
export const printedAnnex = (
  district: string,
  { year, asOf, since }: AnnexDays,
  entries: readonly RegisterEntry[],
  before: readonly RegisterEntry[] | null,
): AnnexDocument => {
  const open = entries.filter(({ closed }) => !closed)
  const then = new Map((before ?? []).filter(({ closed }) => !closed).map((entry) => [entry.id, entry]))
  const now = new Map(entries.map((entry) => [entry.id, entry]))
  // A forum that stands under a group now is not gone.
  const grouped = new Set(open.filter(({ isGroup }) => isGroup).flatMap(({ forumIds }) => forumIds))
  const categories: (Omit<AnnexCategory, 'entries'> & { entries: AnnexEntry[] })[] = []
  for (const entry of open) {
    let category = categories.at(-1)
    if (category?.number !== entry.categoryNumber) {
      category = { number: entry.categoryNumber, name: entry.category, entries: [] }
      categories.push(category)
    }
    const printed = printedEntry(entry, then.get(entry.id))
    category.entries.push(before === null ? { ...printed, change: 'same', changedFields: [] } : printed)
  }
  const gone = [...then.values()]
    .filter(({ id }) => now.get(id)?.closed !== false && !grouped.has(id))
    .map(({ id, name }) => ({ name, reason: now.get(id)?.closedBecause || null }))
  return { district, year, asOf, lang: 'da', categories, gone, since: before === null ? null : since }
}
