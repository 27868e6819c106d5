import { expect, test } from 'vitest'
import { valueInWords } from './values.ts'

test.each([
  ['status', 'paused', 'på pause'],
  ['reviewedOn', '2026-11-15', '15.\u00a0nov. 2026'],
  ['role', 'municipalCoordinator 259', 'kommunal koordinator 259'],
  ['topic', 'paused', 'paused'],
  ['cadence', 'Mindst 4', 'Mindst 4'],
])('the log shows %s %s as “%s”', (field, stored, shown) => {
  expect(valueInWords(field, stored, 'da')).toBe(shown)
})
