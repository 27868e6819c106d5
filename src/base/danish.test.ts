import { expect, test } from 'vitest'
import { slugOf, sortKey } from './danish.ts'

const sorted = (names: string[]) => names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))

test('Danish letters sort last, and aa as å', () => {
  expect(sorted(['Ålborg', 'Æbeltoft', 'Zoo', 'Ørsted', 'Aabenraa', 'Greve', 'aben'])).toEqual([
    'aben',
    'Greve',
    'Zoo',
    'Æbeltoft',
    'Ørsted',
    'Aabenraa',
    'Ålborg',
  ])
})

test('an address is made of plain letters', () => {
  expect(slugOf('Møder med Sct. Hans')).toBe('moeder-med-sct-hans')
  expect(slugOf('Ærø & Ålborg – politi')).toBe('aeroe-aalborg-politi')
  expect(slugOf('???')).toBe('forum')
})
