import { monthPlace } from './vocabulary.ts'

/** A word, a number or a sign, with its place in the original text. */
export interface Token {
  /** Lower case, one kind of dash, no accents but æ, ø and å. */
  readonly text: string
  readonly from: number
  readonly to: number
}

const numberWords = 'nul en to tre fire fem seks syv otte ni ti elleve tolv'.split(' ')
const otherSpellings: Record<string, number> = { et: 1, een: 1, eet: 1, '½': 0.5 }

/** The number a token names ("4", "fire", "én"), or null. Only halves are read as decimals. */
export const numberNamed = (text: string): number | null => {
  if (/^\d/.test(text)) return Number(text.replace(',', '.'))
  const place = numberWords.indexOf(text)
  return place >= 0 ? place : (otherSpellings[text] ?? null)
}

const dashes = /[-‐‑‒–—―−]/gu
const letter = String.raw`[\p{L}\p{M}\u00AD]`
const pattern = new RegExp(String.raw`\d+(?:,5(?!\d))?|½|${letter}+(?:[-‐‑–]${letter}+)*[-‐‑–]?|[^\s\p{Cf}]`, 'gu')
const quotes = /^["'”“„»«’‘´\u0060]$/u

/** Upper and lower case, accents, dashes, soft hyphens and the old "aa" brought to one form. */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u00AD', '')
    .replaceAll('aa', 'å')
    .replaceAll(/[éèê]/g, 'e')
    .replaceAll(/[áà]/g, 'a')
    .replaceAll(/[óò]/g, 'o')
    .replaceAll('×', 'x')
    .replaceAll(dashes, '-')

/** "to-tre" and "juni-august" are ranges; "SSP-møder" is one word. */
const split = (text: string, from: number): Token[] => {
  const pieces = [...text.matchAll(/[^-]+|-/g)]
  const first = pieces[0]?.[0] ?? ''
  const isRange = pieces.length > 1 && (numberNamed(first) !== null || monthPlace(first) !== null)
  if (!isRange) return [{ text, from, to: from + text.length }]
  return pieces.map((piece) => ({
    text: piece[0],
    from: from + piece.index,
    to: from + piece.index + piece[0].length,
  }))
}

/** The words, numbers and signs of a text; quotation marks are left out. */
export const tokensOf = (words: string): Token[] =>
  [...words.matchAll(pattern)]
    .filter((found) => !quotes.test(found[0]))
    .flatMap((found) => {
      const [first, ...more] = split(folded(found[0]), found.index)
      if (first === undefined) return []
      return more.length > 0 ? [first, ...more] : [{ ...first, to: found.index + found[0].length }]
    })
