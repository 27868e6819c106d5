import { expect, test } from 'vitest'
import { endedExcerpt, marks } from './rules.ts'

test('an excerpt says when it stops before its text does, wherever its marks are', () => {
  expect(endedExcerpt('Tallene for efteråret', 'er med.')).toBe('Tallene for efteråret …')
  expect(endedExcerpt('Tallene er med.', 'er med.')).toBe('Tallene er med.')
  const marked = `Tallene ${marks.start}er${marks.end} med.`
  expect(endedExcerpt(marked, 'er med.')).toBe(marked)
  expect(endedExcerpt('', '')).toBe('')
})
