import { describe, expect, test } from 'vitest'
import { boxOfLabel, overlap, widthOf, wrapped } from './lettering.ts'

describe('wrapped', () => {
  test.each([
    ['Kredsrådet', ['Kredsrådet']],
    ['Lokale forebyggelsesteams', ['Lokale', 'forebyggelsesteams']],
    ['Beredskabskommissionerne', ['Beredskabs-', 'kommissionerne']],
    ['Møder med Embedslægeinstitutionen', ['Møder med Embeds-', 'lægeinstitutionen']],
    ['Lokale trafiksikkerhedsudvalg', ['Lokale', 'trafiksikkerheds-', 'udvalg']],
    ['', ['']],
  ])('%s', (name, lines) => {
    expect(wrapped(name)).toEqual(lines)
  })

  test('a very long name gets wider lines rather than many', () => {
    const lines = wrapped('Møder med Region Sjællands Sundhedsberedskabs- og Præhospitale Udvalg')
    expect(lines.length).toBeLessThanOrEqual(5)
    expect(lines.join(' ').replaceAll(/\s/g, '')).toBe('MødermedRegionSjællandsSundhedsberedskabs-ogPræhospitaleUdvalg')
  })
})

test('widths follow the letters', () => {
  expect(widthOf('illi')).toBeLessThan(widthOf('mmmm') / 2)
})

test('boxes of words on the two sides of a point do not meet', () => {
  const start = boxOfLabel({ lines: ['Til højre'], x: 10, y: 0, anchor: 'start' })
  const end = boxOfLabel({ lines: ['Til venstre'], x: -10, y: 0, anchor: 'end' })
  expect(overlap(start, end)).toBe(false)
  expect(overlap(start, boxOfLabel({ lines: ['Midt'], x: 10, y: 0, anchor: 'middle' }))).toBe(true)
})
