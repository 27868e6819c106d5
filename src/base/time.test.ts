import { describe, expect, test } from 'vitest'
import { addDays, addYears, day, dayOf, daysBetween, parseDay } from './time.ts'

describe('a calendar day', () => {
  test.each(['2026-02-29', '2026-13-01', '26-01-01', '', '1899-12-31', '2200-01-01'])('%s is no day', (text) => {
    expect(parseDay(text)).toBeNull()
  })

  test('is the one on the wall in Denmark, summer and winter', () => {
    expect(dayOf(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
    expect(dayOf(new Date('2026-06-30T21:59:00Z'))).toBe('2026-06-30')
    expect(dayOf(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
  })

  test('is counted across the change to summer time', () => {
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30')
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
  })

  test('moves whole years, also from 29 February', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29')
  })
})
