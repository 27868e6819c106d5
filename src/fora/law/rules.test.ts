import { expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { isUnchecked, type LawChoice, saysNone, selectLaw, type LawRow } from './rules.ts'

const today = day('2026-03-12')
const row = (act: string, paragraph: string, part: Partial<LawRow> = {}): LawRow => ({
  id: `${act}${paragraph}`,
  act,
  paragraph,
  subject: '',
  source: 'https://lov.example',
  validFrom: null,
  validTo: null,
  checkedOn: '2026-01-01',
  version: 1,
  fora: 1,
  ...part,
})
const chosen = (part: Partial<LawChoice> = {}): LawChoice => ({
  view: 'all',
  words: '',
  sort: 'act',
  descending: false,
  ...part,
})
const places = (rows: readonly LawRow[]) => rows.map(({ act, paragraph }) => `${act} ${paragraph}`)

test.each([
  [null, true],
  ['2025-03-11', true],
  ['2025-03-12', false],
  ['2026-03-12', false],
])('a reference checked %s is unchecked: %s', (checkedOn, expected) => {
  expect(isUnchecked({ checkedOn }, today)).toBe(expected)
})

test('paragraphs stand by their number', () => {
  const rows = [row('Retsplejeloven', '§ 112'), row('Retsplejeloven', '§ 9'), row('Beredskabsloven', '§ 17')]
  expect(places(selectLaw(rows, chosen(), today).rows)).toEqual([
    'Beredskabsloven § 17',
    'Retsplejeloven § 9',
    'Retsplejeloven § 112',
  ])
  expect(places(selectLaw(rows, chosen({ descending: true }), today).rows)[0]).toBe('Retsplejeloven § 112')
})

test('each view counts what it shows, among what the words find', () => {
  const rows = [
    row('A-loven', '§ 1', { checkedOn: null, source: '' }),
    row('A-loven', '§ 2', { validTo: '2026-01-01', fora: 0 }),
    row('B-loven', '§ 1', { checkedOn: null }),
  ]
  const found = selectLaw(rows, chosen({ words: 'a-LOVEN', view: 'unchecked' }), today)
  expect(places(found.rows)).toEqual(['A-loven § 1'])
  expect(found.counts).toEqual({ all: 2, unchecked: 1, noSource: 1, ended: 1, unused: 1 })
})

test('what was never checked stands before what was checked long ago', () => {
  const rows = [row('A', ''), row('B', '', { checkedOn: '2020-01-01' }), row('C', '', { checkedOn: null })]
  expect(selectLaw(rows, chosen({ sort: 'checked' }), today).rows.map(({ act }) => act)).toEqual(['C', 'B', 'A'])
})

test('words that say there is no law are known', () => {
  for (const words of ['Ingen', 'Intet særskilt', 'Nej.']) expect(saysNone(words)).toBe(true)
  for (const words of ['', 'Epidemiloven', 'Ingen anden end retsplejeloven']) expect(saysNone(words)).toBe(false)
})
