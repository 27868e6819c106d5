import { expect, test } from 'vitest'
import { freeText } from './free-text.ts'

const read = (text: string) => freeText('da', 100).safeParse(text)

test.each([
  ['  Vi ses\r\nkl. 10\t ', 'Vi ses\nkl. 10'],
  ['en\u0000\u0007 klokke', 'en klokke'],
  ['gevær\u202Eltr\u202C og \u2066ud\u2069', 'geværltr og ud'],
  ['usyn\u200Blig\uFEFF', 'usynlig'],
  ['familien \u{1F468}\u200D\u{1F469}\u200D\u{1F467}', 'familien \u{1F468}\u200D\u{1F469}\u200D\u{1F467}'],
])('%j is kept as %j', (text, kept) => {
  expect(read(text)).toMatchObject({ success: true, data: kept })
})

test('a civil registration number is refused, also one with signs nobody sees in it', () => {
  for (const text of ['010170-0000', '0101\u200B70-0000', '010170\u202E-0000'])
    expect(read(text).success, text).toBe(false)
})

test('too long a text is refused, and what is no text', () => {
  expect(read('a'.repeat(101)).success).toBe(false)
  expect(freeText('da', 100).safeParse(new File([], 'a')).success).toBe(false)
})
