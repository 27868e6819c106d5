import { describe, expect, test } from 'vitest'
import { day } from '../../../base/time.ts'
import type { RegisterEntry } from '../register-store.ts'
import { annexDays, printedAnnex } from './rules.ts'

const entry = (id: string, changes: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id,
  name: `Forum ${id}`,
  sortName: `forum ${id}`,
  category: 'Kontakt',
  categoryNumber: 1,
  position: 1,
  isGroup: false,
  slug: id,
  version: 1,
  closed: false,
  closedBecause: '',
  covers: 1,
  forumIds: [id],
  topic: 'Emne',
  legalBasis: '',
  purpose: '',
  actionPlans: '',
  interfaces: '',
  participants: '',
  cadence: 'Mindst 4',
  ...changes,
})

const today = day('2026-03-12')
const days = { year: 2026, asOf: today, since: day('2025-03-12') }

test('an annex is made from the last day of a past year, and from today in this year and the next', () => {
  expect(annexDays(2025, today)).toEqual({ year: 2025, asOf: '2025-12-31', since: '2024-12-31' })
  expect(annexDays(2026, today)).toEqual({ year: 2026, asOf: '2026-03-12', since: '2025-03-12' })
  expect(annexDays(2027, today)).toEqual({ year: 2027, asOf: '2026-03-12', since: '2025-03-12' })
  for (const year of [2006, 2028, NaN, 2026.5]) expect(annexDays(year, today)).toBeNull()
})

describe('the printed annex', () => {
  test('groups by category in the order given and reads the cadence', () => {
    const annex = printedAnnex(
      'Testrup Politi',
      days,
      [entry('a'), entry('b', { categoryNumber: 2, category: 'Vand' })],
      null,
    )
    expect(annex.categories.map(({ number, name, entries }) => [number, name, entries.length])).toEqual([
      [1, 'Kontakt', 1],
      [2, 'Vand', 1],
    ])
    expect(annex.categories[0]?.entries[0]).toMatchObject({
      cadence: { words: 'Mindst 4', min: 4, max: null },
      change: 'same',
    })
    expect(annex.since).toBeNull()
  })

  test('marks what is new, changed and gone since the year before', () => {
    const annex = printedAnnex(
      'Testrup Politi',
      days,
      [
        entry('a'),
        entry('b', { topic: 'Nyt emne' }),
        entry('c'),
        entry('d', { closed: true, closedBecause: 'Lagt sammen' }),
        entry('e', { name: 'Nyt navn' }),
      ],
      [entry('a'), entry('b'), entry('d'), entry('e'), entry('f')],
    )
    expect(annex.categories[0]?.entries.map(({ change, changedFields }) => [change, changedFields])).toEqual([
      ['same', []],
      ['changed', ['topic']],
      ['new', []],
      ['changed', []],
    ])
    expect(annex.gone).toEqual([
      { name: 'Forum d', reason: 'Lagt sammen' },
      { name: 'Forum f', reason: null },
    ])
  })

  test('does not call a forum gone that stands under a group now', () => {
    const group = entry('g', { isGroup: true, forumIds: ['a'], covers: 1 })
    expect(printedAnnex('Testrup Politi', days, [group], [entry('a')]).gone).toEqual([])
  })
})
