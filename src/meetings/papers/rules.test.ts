import { describe, expect, test } from 'vitest'
import { mayChangePapers, orderAfterStep, titleOfName } from './rules.ts'
import { paperTexts, sizeWords } from './texts.ts'

describe('titleOfName', () => {
  test.each([
    ['status_paa_trygheden.pdf', 'Status paa trygheden'],
    ['årsberetning 2025.v2.docx', 'Årsberetning 2025.v2'],
    ['uden-endelse', 'Uden-endelse'],
    ['_.pdf', '_.pdf'],
  ])('%s is called %s', (name, title) => {
    expect(titleOfName(name)).toBe(title)
  })
})

test('a paper goes one step, and stays at the ends', () => {
  const ids = ['a', 'b', 'c']
  expect(orderAfterStep(ids, 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(orderAfterStep(ids, 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(orderAfterStep(ids, 'a', -1)).toBeNull()
  expect(orderAfterStep(ids, 'c', 1)).toBeNull()
  expect(orderAfterStep(ids, 'x', 1)).toBeNull()
})

test('papers change until the minutes are locked', () => {
  expect(mayChangePapers(null)).toBe(true)
  for (const state of ['draft', 'summoned', 'held', 'circulated'] as const)
    expect(mayChangePapers({ state })).toBe(true)
  for (const state of ['approved', 'published', 'cancelled'] as const) expect(mayChangePapers({ state })).toBe(false)
})

test('sizes and pages are said as people say them', () => {
  expect([sizeWords(1, 'da'), sizeWords(340_000, 'da'), sizeWords(2_450_000, 'da')]).toEqual([
    '1 kB',
    '340 kB',
    '2,5 MB',
  ])
  expect(paperTexts.da.about('pdf', 1, '')).toBe('PDF, 1 side')
  expect(paperTexts.en.about('pptx', 12, '')).toBe('PowerPoint, 12 slides')
})
