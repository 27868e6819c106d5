import { expect, test } from 'vitest'
import { firstOf, lastOf, monthAfter, parseMonth, weeksOf } from './month.ts'

test('a month is shown in whole weeks', () => {
  const weeks = weeksOf('2026-03')
  expect(weeks.map(({ week }) => week)).toEqual([9, 10, 11, 12, 13, 14])
  expect(weeks[0]?.days[0]).toBe('2026-02-23')
  expect(weeks.at(-1)?.days.at(-1)).toBe('2026-04-05')
  expect(weeksOf('2021-02')).toHaveLength(4)
  expect(weeksOf('2027-01')[0]?.week).toBe(53)
})

test('months follow each other over New Year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect([firstOf('2028-02'), lastOf('2028-02')]).toEqual(['2028-02-01', '2028-02-29'])
})

test.each(['2026-13', '2026-00', '26-01', 'nu', '', '1899-01'])('%s is no month', (text) => {
  expect(parseMonth(text)).toBeNull()
})
