import { expect, test } from 'vitest'
import { marks } from '../meetings/decisions/rules.ts'
import { endedExcerpt, saysSomething, spellingsOf, wordsOf } from './rules.ts'

test('an excerpt says when it stops before its text does, wherever its marks are', () => {
  expect(endedExcerpt('Tallene for efteråret', 'er med.')).toBe('Tallene for efteråret …')
  expect(endedExcerpt('Tallene er med.', 'er med.')).toBe('Tallene er med.')
  const marked = `Tallene ${marks.start}er${marks.end} med.`
  expect(endedExcerpt(marked, 'er med.')).toBe(marked)
  expect(endedExcerpt('', '')).toBe('')
})

test('a question is its words, without signs, and no more of them than can be looked up', () => {
  expect(wordsOf(' Vold & (nære) relationer! ')).toEqual(['vold', 'nære', 'relationer'])
  expect(wordsOf('a\u030arhus')).toEqual(['århus'])
  expect(wordsOf('.,;')).toEqual([])
  expect(wordsOf('a '.repeat(20))).toHaveLength(8)
})

test('a word is looked up in both ways of writing its Danish letters', () => {
  expect(spellingsOf('århus')).toEqual(['århus', 'aarhus'])
  expect(spellingsOf('aarhus')).toEqual(['aarhus', 'århus'])
  expect(spellingsOf('køge')).toEqual(['køge', 'koege'])
  expect(spellingsOf('vold')).toEqual(['vold'])
})

test('an excerpt is shown when it holds what was met, or more than a name', () => {
  expect(saysSomething('')).toBe(false)
  expect(saysSomething('Politiets forebyggende enhed')).toBe(false)
  expect(saysSomething(`Politiets ${marks.start}forebyggende${marks.end} enhed`)).toBe(true)
  expect(saysSomething('Politiet fremlægger tal for sommerens kontroller.')).toBe(true)
})
