import { normalised, stem } from '../interfaces/likeness.ts'
import type { SeatRole } from '../seats/rules.ts'

/** One word of the question: as written, and the start that its Danish endings leave. */
export interface Term {
  word: string
  stem: string
}

export interface Question {
  terms: readonly Term[]
  /** The municipality that was chosen, or else named among the words. */
  municipalityCode: string | null
}

const smallWords = new Set(
  'og i med de den det der for på til af om en et ved fra hos samt som hvem hvad arbejder arbejde arbejdet kommune kommunen kommunes forum fora the of and in on with who works for'.split(
    ' ',
  ),
)
const mostTerms = 8

const namedIn = (words: string, municipalities: readonly { code: string; name: string }[]) =>
  municipalities
    .map(({ code, name }) => ({ code, name: normalised(name) }))
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => ` ${words} `.includes(` ${name} `) || ` ${words} `.includes(` ${name}s `))

/** Reads the words of a question; a municipality among them counts as chosen when none is. */
export function readQuestion(
  words: string,
  chosen: string | null,
  municipalities: readonly { code: string; name: string }[],
): Question {
  const text = normalised(words)
  const named = chosen === null ? namedIn(text, municipalities) : undefined
  const rest = named === undefined ? text : ` ${text} `.replace(new RegExp(` ${named.name}s? `, 'u'), ' ')
  const terms = [...new Set(rest.split(' '))]
    .filter((word) => word.length > 1 && !smallWords.has(word))
    .slice(0, mostTerms)
    .map((word) => ({ word, stem: stem(word) }))
  return { terms, municipalityCode: chosen ?? named?.code ?? null }
}

/** How one term was met: in the name or topic, and in the purpose or participants. Likeness runs from 0 to 1. */
export interface Hit {
  headHas: boolean
  headLike: number
  bodyHas: boolean
  bodyLike: number
}

const enoughAlike = 0.5
const shortestMisspelt = 5
const weights = { head: 4, headLike: 2.5, body: 1.5, bodyLike: 0.75 }
const ownMunicipality = 1

const worth = (hit: Hit, term: Term): number => {
  if (hit.headHas) return weights.head
  // A short word is like so many others that only the word itself counts.
  const misspelt = term.word.length >= shortestMisspelt
  if (misspelt && hit.headLike >= enoughAlike && hit.headLike > hit.bodyLike) return weights.headLike * hit.headLike
  if (hit.bodyHas) return weights.body
  if (misspelt && hit.headLike >= enoughAlike) return weights.headLike * hit.headLike
  return misspelt && hit.bodyLike >= enoughAlike ? weights.bodyLike * hit.bodyLike : 0
}

/** How well something answers the question; 0 when it does not. At least half of the words must be met. */
export function scoreOf(hits: readonly Hit[], terms: readonly Term[]): number {
  const points = terms.map((term, at) => {
    const hit = hits[at]
    return hit === undefined ? 0 : worth(hit, term)
  })
  return points.filter((point) => point > 0).length * 2 < terms.length
    ? 0
    : points.reduce((sum, point) => sum + point, 0)
}

export interface Candidate {
  hits: readonly Hit[]
  municipalityCode: string | null
  sortName: string
}

/** The candidates that answer, best first: the municipality's own before the whole district's where words weigh alike. */
export function ranked<T extends Candidate>(candidates: readonly T[], { terms, municipalityCode }: Question): T[] {
  return candidates
    .map((candidate) => {
      const score = scoreOf(candidate.hits, terms)
      const own = municipalityCode !== null && candidate.municipalityCode === municipalityCode
      return { candidate, answers: terms.length === 0 ? own : score > 0, score: score + (own ? ownMunicipality : 0) }
    })
    .filter(({ answers }) => answers)
    .toSorted((a, b) => b.score - a.score || (a.candidate.sortName < b.candidate.sortName ? -1 : 1))
    .map(({ candidate }) => candidate)
}

/** True when a word was met in the name or topic: the reader is told where the answer was found. */
export const isMetInHead = (hits: readonly Hit[]): boolean =>
  hits.some(({ headHas, headLike }) => headHas || headLike >= enoughAlike)

export interface Contact {
  role: SeatRole
  municipalityCode: string | null
}

const leading: ReadonlySet<SeatRole> = new Set(['chair', 'viceChair', 'secretary'])
const mostContacts = 4

/**
 * Whom to turn to: those who lead the forum, and with a municipality chosen also its own seats. Where nobody leads,
 * the first seats stand in. The seats come in the order of the forum's page.
 */
export function contactsOf<T extends Contact>(seats: readonly T[], municipalityCode: string | null): T[] {
  const own = municipalityCode === null ? [] : seats.filter((seat) => seat.municipalityCode === municipalityCode)
  const lead = seats.filter(({ role }) => leading.has(role))
  const chosen = new Set([...own, ...lead])
  const shown = chosen.size === 0 ? seats : seats.filter((seat) => chosen.has(seat))
  return shown.slice(0, mostContacts)
}
