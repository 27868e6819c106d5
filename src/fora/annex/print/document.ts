import { longDay } from '../../../base/language.ts'
import type { CalendarDay } from '../../../base/time.ts'

/** The seven fields of a forum in the annex, in the order districts print them. */
export const annexFields = [
  'topic',
  'legalBasis',
  'purpose',
  'actionPlans',
  'interfaces',
  'participants',
  'cadence',
] as const
export type AnnexField = (typeof annexFields)[number]

/** The annex is a Danish document whoever reads it, so its labels stand in no other language. */
export const fieldLabels: Record<AnnexField, string> = {
  topic: 'Emne',
  legalBasis: 'Lovgrundlag/kommissorium',
  purpose: 'Formål/målsætning',
  actionPlans: 'Evt. handleplaner',
  interfaces: 'Snitflader',
  participants: 'Deltagere',
  cadence: 'Antal møder',
}

export interface AnnexEntry {
  name: string
  topic: string
  legalBasis: string
  purpose: string
  actionPlans: string
  interfaces: string
  participants: string
  /** Meetings a year, as written and as read; null where the words set no bound. */
  cadence: { words: string; min: number | null; max: number | null }
  /** Fora in the register behind this one entry: 1, or as many as a body that every municipality has. */
  covers: number
  change: 'new' | 'changed' | 'same'
  changedFields: readonly AnnexField[]
}

export interface AnnexCategory {
  number: number
  name: string
  entries: readonly AnnexEntry[]
}

/** The annex of one year, ready to be printed in any form. */
export interface AnnexDocument {
  district: string
  year: number
  /** The day whose register is printed. */
  asOf: CalendarDay
  lang: 'da'
  categories: readonly AnnexCategory[]
  /** Fora of the annex before that are in this one no more. */
  gone: readonly { name: string; reason: string | null }[]
  /** The day of the annex that changes are counted from; null when there is none, and then nothing is marked. */
  since: CalendarDay | null
}

/** The words a note line begins with. The reader of annexes knows them and does not take such a line for a field. */
export const notePrefixes = { since: 'Siden sidst:', covers: 'Omfatter:' } as const

export const annexTitle = 'Oversigt over samarbejdsfora, hvor politiet deltager'

/** The title of the file and of its window. */
export const documentTitle = ({ year, district }: AnnexDocument): string =>
  `Bilag 1. Oversigt over samarbejdsfora ${String(year)}, ${district}`

export const categoryHeading = ({ number, name }: AnnexCategory): string => `${String(number)}. ${name}`

/** "1. marts 2026" as the sentence under the title says it. */
export const standLine = ({ asOf }: AnnexDocument): string => `Registret, som det stod ${longDay(asOf, 'da')}`

export const fieldValue = (entry: AnnexEntry, field: AnnexField): string =>
  field === 'cadence' ? entry.cadence.words : entry[field]

/** "Nyt", "Ændret: Deltagere, Antal møder", or null for a forum that is as it was or where nothing is compared. */
export const changeWords = (document: AnnexDocument, entry: AnnexEntry): string | null => {
  if (document.since === null || entry.change === 'same') return null
  if (entry.change === 'new') return 'Nyt'
  const labels = annexFields.filter((field) => entry.changedFields.includes(field)).map((field) => fieldLabels[field])
  return labels.length === 0 ? 'Ændret' : `Ændret: ${labels.join(', ')}`
}

export const coversWords = ({ covers }: AnnexEntry): string | null => (covers > 1 ? `${String(covers)} fora` : null)

/** The lines between a forum's name and its fields. */
export const noteLines = (document: AnnexDocument, entry: AnnexEntry): string[] => {
  const covers = coversWords(entry)
  const change = changeWords(document, entry)
  return [
    ...(covers === null ? [] : [`${notePrefixes.covers} ${covers}`]),
    ...(change === null ? [] : [`${notePrefixes.since} ${change}`]),
  ]
}

/** What the front page says of changes: heading and one line for each kind; null when nothing is compared. */
export const changeSummary = (document: AnnexDocument): { heading: string; lines: string[] } | null => {
  if (document.since === null) return null
  const entries = document.categories.flatMap((category) => category.entries)
  const named = (change: AnnexEntry['change']) => entries.filter((entry) => entry.change === change).map((e) => e.name)
  const gone = document.gone.map(({ name, reason }) => (reason === null ? name : `${name} (${reason})`))
  const line = (label: string, names: string[]) => (names.length === 0 ? [] : [`${label}: ${names.join('; ')}`])
  const lines = [...line('Nye', named('new')), ...line('Ændrede', named('changed')), ...line('Udgåede', gone)]
  return {
    heading: `Ændret siden ${longDay(document.since, 'da')}`,
    lines: lines.length === 0 ? ['Ingen ændringer'] : lines,
  }
}
