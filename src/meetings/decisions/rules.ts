/** Marks around a word that was searched for, as the store sets them. They stand in no text that people write. */
export const markStart = '\u{E000}'
export const markEnd = '\u{E001}'

export interface Piece {
  text: string
  /** True for a word that was searched for. */
  found: boolean
}

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
  const first = marked.indexOf(markStart)
  const start = marked.length <= longest || first < longest ? 0 : sentenceStart(marked, first)
  const rest = marked.slice(start)
  const shown = rest.slice(0, cutBefore(rest, longest))
  const pieces = shown
    .split(markStart)
    .flatMap((part, index): Piece[] => {
      if (index === 0) return [{ text: part, found: false }]
      const [word = '', ...after] = part.split(markEnd)
      return [
        { text: word, found: true },
        { text: after.join(''), found: false },
      ]
    })
    .filter(({ text }) => text !== '')
  return { pieces, whole: start === 0 && shown.length === rest.length }
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
