/** What can be searched for. Persons and offices are found by name beside the index. */
export const entryKinds = ['forum', 'meeting', 'item', 'decision', 'paper', 'task'] as const
export type EntryKind = (typeof entryKinds)[number]

const mostWords = 8
const longestWord = 60

/** The words of a question, as they are looked up. Signs part words and mean nothing else. */
export const wordsOf = (question: string): string[] =>
  [
    ...question
      .normalize('NFC')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ]
    .map(([word]) => word.slice(0, longestWord))
    .slice(0, mostWords)

/** Signs that no text holds, put around each hit by the database. */
export const marks = { start: '\u0001', end: '\u0002' } as const

export interface Piece {
  text: string
  hit: boolean
}

/** An excerpt that says so when it stops before its text does. `end` is the last letters of the text. */
export const endedExcerpt = (excerpt: string, end: string): string =>
  excerpt.replaceAll(marks.start, '').replaceAll(marks.end, '').trimEnd().endsWith(end.trimEnd())
    ? excerpt
    : `${excerpt} …`

/** An excerpt in pieces, so that the hits can be marked. */
export const piecesOf = (excerpt: string): Piece[] =>
  excerpt
    .split(marks.start)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, hit: false }]
      const [hit = '', ...rest] = part.split(marks.end)
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ]
    })
    .filter(({ text }) => text !== '')
