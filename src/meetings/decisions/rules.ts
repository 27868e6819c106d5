/** Marks that the database puts around words that were searched for. They stand in no text that people write. */
export const marks = { start: '\u{E000}', end: '\u{E001}' } as const

export interface Piece {
  text: string
  /** True for a word that was searched for. */
  found: boolean
}

/** A text with marks in pieces, so that the words that were searched for can be shown as such. */
export const piecesOf = (marked: string): Piece[] =>
  marked
    .split(marks.start)
    .flatMap((part, index): Piece[] => {
      if (index === 0) return [{ text: part, found: false }]
      const [word = '', ...after] = part.split(marks.end)
      return [
        { text: word, found: true },
        { text: after.join(''), found: false },
      ]
    })
    .filter(({ text }) => text !== '')

const longest = 320

/** Where the last sentence before a place begins; 0 when there is none. */
const sentenceStart = (text: string, before: number): number =>
  Math.max(0, ...[...text.slice(0, before).matchAll(/[.!?]\s+/g)].map((end) => end.index + end[0].length))

/** Where a sentence ends at or before a place; else the last space. */
const cutBefore = (text: string, place: number): number => {
  if (text.length <= place) return text.length
  const ends = [...text.slice(0, place).matchAll(/[.!?](?=\s)/g)].map((end) => end.index + 1)
  const last = ends.at(-1) ?? 0
  return last > place / 3 ? last : Math.max(text.lastIndexOf(' ', place), last)
}

/** Some whole sentences of a text, from the one that holds the first word found; and whether something is left out. */
export function excerptOf(marked: string): { pieces: Piece[]; whole: boolean } {
  const first = marked.indexOf(marks.start)
  const start = marked.length <= longest || first < longest ? 0 : sentenceStart(marked, first)
  const rest = marked.slice(start)
  const shown = rest.slice(0, cutBefore(rest, longest))
  return { pieces: piecesOf(shown), whole: start === 0 && shown.length === rest.length }
}

export const stands = ['agrees', 'disagrees', 'awaits'] as const
export type Stand = (typeof stands)[number]

export interface Statement {
  municipality: string
  stand: Stand | 'none'
}

/** Who said what, by stand; a municipality that said nothing is left out. */
export const byStand = (statements: readonly Statement[]): { stand: Stand; names: string[] }[] =>
  stands
    .map((stand) => ({
      stand,
      names: statements.filter((one) => one.stand === stand).map(({ municipality }) => municipality),
    }))
    .filter(({ names }) => names.length > 0)

/** Words typed in a search, as a query that finds the beginnings of words; empty when there is nothing to look for. */
export const prefixQuery = (words: string): string =>
  (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, 8)
    .map((word) => `${word}:*`)
    .join(' & ')
