import { expect, test } from 'vitest'
import { fc } from '../../test/properties.ts'
import { addDays, day } from '../base/time.ts'
import { dateParts, readDate } from './date-field.ts'

const sent = (dayText: string, month: string, year: string) => ({
  'fra-dag': dayText,
  'fra-maaned': month,
  'fra-aar': year,
})

test.each([
  ['1', '3', '2026', '2026-03-01'],
  ['01', '03', '2026', '2026-03-01'],
  [' 31 ', 'december', '2026', '2026-12-31'],
  ['1.', 'maj', '2027', '2027-05-01'],
  ['9', 'Okt.', '2027', '2027-10-09'],
  ['9', 'May', '2027', '2027-05-09'],
  ['29', '2', '2028', '2028-02-29'],
])('reads %s %s %s', (dayText, month, year, expected) => {
  expect(readDate(sent(dayText, month, year), 'fra')).toBe(expected)
})

test.each([
  ['', '3', '2026'],
  ['1', '', '2026'],
  ['1', '3', ''],
  ['1', '3', '26'],
  ['32', '3', '2026'],
  ['29', '2', '2026'],
  ['1', '13', '2026'],
  ['1', '0', '2026'],
  ['1', 'dengang', '2026'],
  ['-1', '3', '2026'],
  ['1', '3', '1066'],
])('refuses %s %s %s', (dayText, month, year) => {
  expect(readDate(sent(dayText, month, year), 'fra')).toBe('bad')
})

test('an empty or missing field is no date', () => {
  expect(readDate(sent('', ' ', ''), 'fra')).toBeNull()
  expect(readDate({}, 'fra')).toBeNull()
})

test('every day comes back from its parts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (count) => {
      const date = addDays(day('1900-01-01'), count)
      expect(readDate(dateParts('fra', date), 'fra')).toBe(date)
    }),
  )
})
