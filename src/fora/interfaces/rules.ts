import { type InterfaceMatch, isNameOf, matchOne, type Named } from './matching.ts'

export type { InterfaceMatch, Named } from './matching.ts'
export { losesItsLink, mutualPairs, oneSided, type SharedMembers, type Statement } from './network.ts'

const nothing = /^(?:ingen|nej|intet|ikke (?:relevant|aktuelt)|[-–—]+)?(?: (?:særskilte?|særlige))?\.?$/i

interface Piece {
  readonly from: number
  readonly to: number
}

/**
 * The text cut at commas, semicolons, lines, "og" and "samt", but not within parentheses and not after a hyphen
 * that stands for the rest of a word ("Sundhedsberedskabs- og").
 */
const cut = (words: string): Piece[] => {
  const pieces: Piece[] = []
  let [from, depth] = [0, 0]
  for (const found of words.matchAll(/[()]|[,;\n]|(?<![\p{L}-])(?:og|samt)(?!\p{L})/giu)) {
    const sign = found[0]
    if (sign === '(') depth += 1
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && !/\p{L}[-–‑]\s*$/u.test(words.slice(Math.max(0, found.index - 4), found.index))) {
      pieces.push({ from, to: found.index })
      from = found.index + sign.length
    }
  }
  return [...pieces, { from, to: words.length }].filter((piece) => tidy(words.slice(piece.from, piece.to)) !== '')
}

/** Takes signs off the end one by one: an expression would start again at each of a long row of them. */
const withoutLast = (text: string, signs: string): string => {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const tidy = (text: string): string => {
  const plain = withoutLast(text.replaceAll(/\s+/g, ' ').replace(/^[ •–—-]+/, ''), ' ;,')
  return /m\.?v\.$/i.test(plain) ? plain : withoutLast(plain, '. ')
}

/**
 * The interfaces a text names, each in its original words: "Lokalrådene og de kommunale SSP-strukturer" is two,
 * "Ingen" is none. A known name with "og" or a comma within it stays whole.
 */
export const splitInterfaces = (words: string, known: readonly Named[] = []): readonly string[] => {
  if (nothing.test(words.trim())) return []
  const pieces = cut(words)
  const lengthOf = (one: Named) => Math.max(...[one.name, ...(one.aliases ?? [])].map((name) => cut(name).length))
  const inPieces = known.filter((one) => lengthOf(one) > 1)
  const longest = Math.max(1, ...inPieces.map(lengthOf))
  const names: string[] = []
  for (let at = 0; at < pieces.length;) {
    let length = Math.min(longest, pieces.length - at)
    const stretch = () => tidy(words.slice(pieces[at]?.from, pieces[at + length - 1]?.to))
    while (length > 1 && !isNameOf(stretch(), inPieces)) length -= 1
    const name = stretch()
    names.push(name)
    at += length
  }
  return names
}

/** Splits a text and finds whom each part of it names; `self` is the forum whose text it is. */
export const matchInterfaces = (words: string, known: readonly Named[], self?: string): readonly InterfaceMatch[] =>
  splitInterfaces(words, known).map((name) => matchOne(name, known, self))
