/** A run of words that both texts share, or that only one of them has. */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Above this many comparisons the differing middle is shown as one piece; about 1,400 differing words on each side. */
const mostComparisons = 2_000_000

/** Words and signs, each with the space before it. */
const wordsOf = (text: string): readonly string[] => text.match(/\s*(?:[\p{L}\p{N}]+|\S)|\s+$/gu) ?? []

const sharedStart = (a: readonly string[], b: readonly string[]): number => {
  const most = Math.min(a.length, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count += 1
  return count
}

/** Length of the longest common subsequence of every pair of tails, row by row. */
const tailLengths = (a: readonly string[], b: readonly string[]): Uint32Array => {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j
      lengths[here] =
        a[i] === b[j]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0)
    }
  }
  return lengths
}

/** A word that both texts have; the space before it may differ. */
const shared = (before: string, after: string): readonly Difference[] => {
  if (before === after) return [{ kind: 'same', text: before }]
  const word = before.trimStart()
  return [
    { kind: 'removed', text: before.slice(0, before.length - word.length) },
    { kind: 'added', text: after.slice(0, after.length - word.length) },
    { kind: 'same', text: word },
  ]
}

const middleDifferences = (a: readonly string[], b: readonly string[]): readonly Difference[] => {
  if (a.length * b.length > mostComparisons) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  }
  const keysA = a.map((word) => word.trim())
  const keysB = b.map((word) => word.trim())
  const lengths = tailLengths(keysA, keysB)
  const width = b.length + 1
  const found: Difference[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const before = a[i]
    const after = b[j]
    if (before !== undefined && after !== undefined && keysA[i] === keysB[j]) {
      found.push(...shared(before, after))
      i += 1
      j += 1
    } else if (
      before !== undefined &&
      (after === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      found.push({ kind: 'removed', text: before })
      i += 1
    } else {
      found.push({ kind: 'added', text: after ?? '' })
      j += 1
    }
  }
  return found
}

const joined = (differences: readonly Difference[]): readonly Difference[] => {
  const runs: Difference[] = []
  for (const next of differences) {
    const last = runs.at(-1)
    if (next.text === '') continue
    if (last?.kind === next.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + next.text }
    else runs.push(next)
  }
  return runs
}

/**
 * What changed from one text to another, word by word with the space before each word.
 * "same" and "removed" together give the first text, "same" and "added" the second.
 */
export const wordDiff = (before: string, after: string): readonly Difference[] => {
  const a = wordsOf(before)
  const b = wordsOf(after)
  const start = sharedStart(a, b)
  const restA = a.slice(start)
  const restB = b.slice(start)
  const end = sharedStart(restA.toReversed(), restB.toReversed())
  return joined([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middleDifferences(restA.slice(0, restA.length - end), restB.slice(0, restB.length - end)),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ])
}
