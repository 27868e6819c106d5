import { marks } from '../meetings/decisions/rules.ts'

/** What can be searched for. Persons and offices are found by name beside the index. */
export const entryKinds = ['forum', 'meeting', 'item', 'decision', 'paper', 'task'] as const
export type EntryKind = (typeof entryKinds)[number]

export const pageSize = 20
/** Whoever has not found it by then needs other words. */
export const mostPages = 50

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

/** A word in the ways its Danish letters are written: "århus" is also "aarhus". */
export const spellingsOf = (word: string): string[] => [
  ...new Set([
    word,
    word.replaceAll('aa', 'å').replaceAll('ae', 'æ').replaceAll('oe', 'ø'),
    word.replaceAll('å', 'aa').replaceAll('æ', 'ae').replaceAll('ø', 'oe'),
  ]),
]

/** An excerpt that says so when it stops before its text does. `end` is the last letters of the text. */
export const endedExcerpt = (excerpt: string, end: string): string =>
  excerpt.replaceAll(marks.start, '').replaceAll(marks.end, '').trimEnd().endsWith(end.trimEnd())
    ? excerpt
    : `${excerpt} …`

const fewestWords = 5

/** False for an excerpt that holds no word that was met and only a few others, such as who presents an item. */
export const saysSomething = (excerpt: string): boolean =>
  excerpt.includes(marks.start) || excerpt.trim().split(/\s+/).length >= fewestWords
