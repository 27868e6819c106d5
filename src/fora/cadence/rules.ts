import type { Cadence } from './cadence.ts'
import { readWords } from './reading.ts'

export type { Cadence } from './cadence.ts'
export { agreedNumber, cadenceInWords } from './wording.ts'

/** The annex writes a line; what is longer is not a cadence. */
const longestReadable = 400

const sum = (bounds: readonly (number | null)[]): number | null => {
  const known = bounds.filter((bound) => bound !== null)
  return known.length === 0 ? null : known.reduce((total, bound) => total + bound, 0)
}

/**
 * Reads how often a forum meets from the words of the annex ("Antal møder"). Never throws. Numbers are only given
 * where nothing in the words speaks against them: a text that may mean something else is `unparsed`.
 * A number without a unit of time is a year's: that is what the column of the annex holds.
 */
export const parseCadence = (words: string): Cadence => {
  const nothing = { words, min: null, max: null, parts: [], asNeeded: false, qualifiers: [] } as const
  if (words.length > longestReadable) return { ...nothing, kind: 'unparsed' }
  const { parts, asNeeded, varies, qualifiers } = readWords(words)
  if (parts === null) return { ...nothing, kind: 'unparsed', asNeeded }
  if (parts.length === 0) {
    if (asNeeded) return { ...nothing, kind: 'asNeeded', asNeeded, qualifiers }
    return varies ? { ...nothing, kind: 'varies', qualifiers } : { ...nothing, kind: 'unparsed' }
  }
  const lower = sum(parts.map((part) => part.min))
  // One part without a ceiling leaves the whole without one; a part without a floor still leaves the others'.
  const upper = parts.some((part) => part.max === null) ? null : sum(parts.map((part) => part.max))
  return { words, kind: 'count', min: lower, max: upper, parts, asNeeded, qualifiers }
}

/** How far a forum is with the meetings it has promised for a calendar year. */
export interface CadenceFulfilment {
  readonly state: 'met' | 'onCourse' | 'missing' | 'notAssessable'
  /** Meetings that are neither held nor planned; 0 unless the state is `missing`. */
  readonly missing: number
}

const approximate = /^(?:ca|cirka|omkring|omtrent|typisk|normalt|oftest|gerne|gennemsnitligt|forventeligt|som|i )/i

/**
 * Compares meetings held and still planned in one calendar year with the least number promised. Not assessable: no
 * least number is known; less than one a year, which one year cannot show; or a usual number beside "efter behov",
 * which is no promise. The meetings of sub-groups count together.
 */
export const cadenceFulfilment = (cadence: Cadence, held: number, planned: number): CadenceFulfilment => {
  const { min } = cadence
  const isUsual = cadence.asNeeded && cadence.qualifiers.some((words) => approximate.test(words))
  if (min === null || isUsual) return { state: 'notAssessable', missing: 0 }
  if (held >= min) return { state: 'met', missing: 0 }
  if (held + planned >= min) return { state: 'onCourse', missing: 0 }
  if (min < 1) return { state: 'notAssessable', missing: 0 }
  return { state: 'missing', missing: Math.ceil(min - held - planned) }
}
