/** Words that carry on after a shared second half: "politi- og beredskabsarbejde". */
const sharing = /^(og|eller|samt|til|hhv|henholdsvis|respektive)\b/u

const joinedPair = (above: string, below: string): string => {
  if (above === '' || below === '') return above + below
  if (/\p{L}\/$/u.test(above)) return above + below
  if (!/\p{L}-$/u.test(above) || sharing.test(below)) return `${above} ${below}`
  // "SSP-" keeps its hyphen; a word broken at a line end loses it.
  if (/\p{Lu}{2,}-$/u.test(above) || !/^\p{Ll}/u.test(below)) return above + below
  return above.slice(0, -1) + below
}

/** One value from the lines it was printed on: blanks collapsed, words broken at line ends mended. */
export const joinLines = (lines: readonly string[]): string =>
  lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).reduce(joinedPair, '')

/** The line leaves a sentence open, so the next one goes on with it. */
export const leavesOpen = (text: string): boolean =>
  /(,|\p{L}-|\b(og|eller|samt|i|på|for|fra|til|med|af|ved|om|mod|under|over|de|det|den|en|et|at|der|som))$/iu.test(
    text.trim(),
  )

export const startsSmall = (text: string): boolean => /^[\p{Ll}),;]/u.test(text.trim())

/** Could stand as the name of a forum or category: short, begins like a title, does not end like a sentence. */
export const looksLikeHeading = (text: string): boolean =>
  text.length <= 140 &&
  /^["”“»'(]?[\p{Lu}\d]/u.test(text) &&
  /\p{L}{2}/u.test(text) &&
  !/[,;]$/.test(text) &&
  (!text.endsWith('.') || /\b(mv|m\.v|m\.m|o\.l|lign|pol|nr|afd)\.$/i.test(text))
