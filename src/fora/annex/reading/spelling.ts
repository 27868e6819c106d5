/** Number of letters to insert, remove, change or swap with the neighbour; stops at `most` and then answers `most + 1`. */
export const editDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      next.push(best)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[b.length] ?? most + 1
}

/** Words of a document with the number of times each stands there. */
export interface WordCount {
  exact: ReadonlyMap<string, number>
  lower: ReadonlyMap<string, number>
}

const wordPattern = /[\p{L}][\p{L}\p{M}]*/gu

export const wordsOf = (text: string): readonly string[] => text.match(wordPattern) ?? []

export const countWords = (lines: readonly string[]): WordCount => {
  const exact = new Map<string, number>()
  const lower = new Map<string, number>()
  const add = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const line of lines)
    for (const word of wordsOf(line)) {
      add(exact, word)
      add(lower, word.toLowerCase())
    }
  return { exact, lower }
}

const firstDifference = (a: string, b: string): number => {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

/** How much of the document writes the beginning of the word this way, up to just past where two spellings part. */
const support = (word: string, part: number, words: WordCount): number => {
  const start = word.slice(0, part + 2)
  let total = 0
  for (const [known, count] of words.lower) if (known.startsWith(start)) total += count
  return total
}

/** An annex has about a thousand different words; comparing each heading with far more would take too long. */
const mostWords = 20_000

/**
 * A long word that stands elsewhere in the document with one letter's difference inside it, where the other spelling is
 * at least as common. Endings are not looked at: they are grammar.
 */
export const betterSpelling = (word: string, words: WordCount): string | null => {
  const low = word.toLowerCase()
  if (low.length < 8 || words.lower.size > mostWords) return null
  for (const known of words.lower.keys()) {
    if (known === low || known.length < 8 || known[0] !== low[0] || editDistance(known, low, 1) !== 1) continue
    const part = firstDifference(known, low)
    if (part < 3 || part > Math.min(known.length, low.length) - 4) continue
    if (support(known, part, words) >= support(low, part, words)) return known
  }
  return null
}

/** A word in capitals that stands nowhere else in the document, in a heading that is not all in capitals. */
export const strayCapitals = (heading: string, words: WordCount): { word: string; long: boolean } | null => {
  if (heading === heading.toUpperCase()) return null
  for (const word of wordsOf(heading)) {
    if (word.length < 3 || word !== word.toUpperCase() || word === word.toLowerCase()) continue
    if (heading.includes(`${word}-`) || (words.exact.get(word) ?? 0) > 1) continue
    return { word, long: word.length > 4 }
  }
  return null
}
