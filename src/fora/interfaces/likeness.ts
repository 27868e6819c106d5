const stopWords = new Set(
  'og i med de den det der for på til af om en et ved fra hos samt vedrørende vedr mv m v herunder nogle enkelte'.split(
    ' ',
  ),
)

/** Lower case, one kind of accent and the old "aa", words parted by single spaces and nothing but letters and digits. */
export const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u00AD', '')
    .replaceAll('aa', 'å')
    .replaceAll(/[éèê]/g, 'e')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

const endings = ['erne', 'ene', 'en', 'et', 'er', 'ne', 'e']
const shortestStem = 3

/** One Danish word without genitive, plural and definite endings: "lokalrådenes" becomes "lokalråd". */
export const stem = (word: string): string => {
  if (word === 'fora') return 'forum'
  // "Center" loses its own e in the plural and the definite form.
  const centre = /^(.*cent)(?:er|eret|re|rene|rets?|ers|renes)$/.exec(word)
  if (centre) return `${centre[1] ?? ''}er`
  const bare = word.length > shortestStem && /[^s]s$/.test(word) ? word.slice(0, -1) : word
  const ending = endings.find((one) => bare.endsWith(one) && bare.length - one.length >= shortestStem)
  const cut = ending === undefined ? bare : bare.slice(0, -ending.length)
  const neuter = ending === undefined && cut.length > 4 ? cut.replace(/([glvk])t$/, '$1') : cut
  return neuter.replace(/([bdfgklmnprst])\1$/, '$1')
}

/** The stems of a text's words in their order, without the small words that names are joined with. */
export const stems = (text: string): readonly string[] =>
  normalised(text)
    .split(' ')
    .filter((word) => word !== '' && !stopWords.has(word))
    .map(stem)

const longestCompared = 60

/** Whether one word can be made from another with at most `limit` letters put in, left out or changed. */
const isWithin = (a: string, b: string, limit: number): boolean => {
  if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > longestCompared) return false
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[b.length] ?? limit + 1) <= limit
}

/** Two stems name the same: alike, or one slip of the pen apart in a word so long that it is no other word. */
export const isSameStem = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 9 && isWithin(a, b, 1))

/** How many stems of `a` have one of their own in `b`. */
export const shared = (a: readonly string[], b: readonly string[]): number => {
  const left = [...b]
  return a.filter((one) => {
    const exact = left.indexOf(one)
    const at = exact >= 0 ? exact : left.findIndex((other) => isSameStem(one, other))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

/**
 * How much two names have in common, from 0 to 1: the share of stems they have together (Dice's coefficient).
 * 1 for the same words in other forms ("Lokalrådene", "lokalrådet"); the order of the words has no weight.
 */
export const likeness = (a: string, b: string): number => {
  const [one, other] = [stems(a), stems(b)]
  if (one.length + other.length === 0) return normalised(a) === normalised(b) ? 1 : 0
  // A misspelt word can pair off in more than one way; the better of the two directions makes the measure symmetric.
  return (2 * Math.max(shared(one, other), shared(other, one))) / (one.length + other.length)
}
