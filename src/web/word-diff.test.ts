import { expect, test } from 'vitest'
import { fc } from '../../test/properties.ts'
import { processorMs } from '../../test/processor-time.ts'
import { wordDiff, type Difference } from './word-diff.ts'

const side = (differences: readonly Difference[], gone: Difference['kind']) =>
  differences
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join('')

const wordy = fc
  .array(fc.constantFrom('råd', 'møde', 'Køge', 'og', ' ', '\n', ', ', '.', 'æøå', '4'), { maxLength: 40 })
  .map((parts) => parts.join(' '))

test('shows words put in and taken out', () => {
  expect(wordDiff('Rådet mødes i Køge.', 'Rådet mødes hver måned i Køge.')).toEqual([
    { kind: 'same', text: 'Rådet mødes' },
    { kind: 'added', text: ' hver måned' },
    { kind: 'same', text: ' i Køge.' },
  ])
  expect(wordDiff('At lokale aktører hjælper', 'At kommuner og foreninger hjælper')).toEqual([
    { kind: 'same', text: 'At' },
    { kind: 'removed', text: ' lokale aktører' },
    { kind: 'added', text: ' kommuner og foreninger' },
    { kind: 'same', text: ' hjælper' },
  ])
})

test('a word put at the end leaves the full stop in place', () => {
  expect(wordDiff('Bremse rekruttering.', 'Bremse rekruttering af unge.')).toEqual([
    { kind: 'same', text: 'Bremse rekruttering' },
    { kind: 'added', text: ' af unge' },
    { kind: 'same', text: '.' },
  ])
})

test('a word keeps its identity when only the space before it changes', () => {
  expect(wordDiff('møde råd', 'råd')).toEqual([
    { kind: 'removed', text: 'møde ' },
    { kind: 'same', text: 'råd' },
  ])
})

test('gives both texts back, whatever they are', () => {
  for (const texts of [wordy, fc.string({ unit: 'binary', maxLength: 60 })]) {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const differences = wordDiff(before, after)
        expect(side(differences, 'added')).toBe(before)
        expect(side(differences, 'removed')).toBe(after)
      }),
    )
  }
})

test('finds nothing between equal texts, and never an empty run or two alike in a row', () => {
  fc.assert(
    fc.property(wordy, wordy, (before, after) => {
      expect(wordDiff(before, before).every(({ kind }) => kind === 'same')).toBe(true)
      const differences = wordDiff(before, after)
      expect(differences.every(({ text }) => text !== '')).toBe(true)
      expect(differences.every(({ kind }, index) => kind !== differences[index - 1]?.kind)).toBe(true)
    }),
  )
})

test('long and wholly different texts are compared as one piece, in little time', async () => {
  const before = Array.from({ length: 20_000 }, (_, index) => `før${index}`).join(' ')
  const after = Array.from({ length: 20_000 }, (_, index) => `efter${index}`).join(' ')
  const compare = () =>
    expect(wordDiff(`Ens. ${before}`, `Ens. ${after}`).map(({ kind }) => kind)).toEqual(['same', 'removed', 'added'])
  expect(await processorMs(compare)).toBeLessThan(3_000)
})
