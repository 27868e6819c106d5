import { expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { likeness, normalised, stems } from './likeness.ts'

test.each([
  ['Lokalrådene', 'lokalråd'],
  ['lokalrådenes', 'Lokalrådet'],
  ['Møder', 'mødet'],
  ['møderne', 'møde'],
  ['koordinationsudvalgene', 'Koordinationsudvalg'],
  ['forebyggelsesteams', 'forebyggelsesteamet'],
  ['styregruppen', 'styregrupperne'],
  ['retterne', 'ret'],
  ['vejcentre', 'vejcenteret'],
  ['vejcentrene', 'vejcenter'],
  ['operativt', 'operative'],
  ['kommunale', 'kommunalt'],
  ['Sjællands', 'Sjælland'],
  ['fora', 'forum'],
  ['Raad', 'rådet'],
  ['Beredskabsstaben', 'beredskabsstab'],
])('%s and %s are one word', (one, other) => {
  expect(stems(one)).toEqual(stems(other))
})

test.each([
  ['SSP', 'PSP'],
  ['kredsråd', 'kontaktråd'],
  ['strategisk', 'operativ'],
  ['politi', 'politik'],
])('%s and %s are two', (one, other) => {
  expect(stems(one)).not.toEqual(stems(other))
  expect(likeness(one, other)).toBe(0)
})

test('small words, signs and case are without weight', () => {
  expect(stems('Møder i de lokale (SSP-)udvalg mv.')).toEqual(['mød', 'lokal', 'ssp', 'udvalg'])
  expect(normalised('  Møde –  med "Sct. Hans" ')).toBe('møde med sct hans')
})

test('a slip of the pen counts as the word only when the word is long', () => {
  expect(likeness('trafiksikkerhedsudvalg', 'trafikikkerhedsudvalg')).toBe(1)
  expect(likeness('Køge', 'Køgt')).toBe(0)
})

test('names with something in common lie between', () => {
  expect(likeness('Beredskabsstaben (operativt niveau)', 'Beredskabsstaben (strategisk niveau)')).toBeCloseTo(2 / 3)
  expect(likeness('', '')).toBe(1)
  expect(likeness('', 'Kredsrådet')).toBe(0)
})

test('likeness is symmetric, between 0 and 1, and 1 with itself', () => {
  const word = fc.constantFrom(
    'møder',
    'lokalrådene',
    'lokalråddene',
    'lokalrådenee',
    'udvalg',
    'trafikudvalgene',
    'og',
    '(x)',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(word).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a))
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
      expect(likeness(a, b)).toBeLessThanOrEqual(1)
      expect(likeness(a, a)).toBe(1)
    }),
  )
})
