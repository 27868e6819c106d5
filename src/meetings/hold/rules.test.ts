import { describe, expect, test } from 'vitest'
import {
  aroundItem,
  changedPart,
  expectedEnd,
  fill,
  itemStateOf,
  mayMinute,
  merge,
  minutesBetween,
  minutesToCome,
  theOneNamed,
  wallTime,
} from './rules.ts'

describe('two forms are brought together', () => {
  const base = { a: 'en', b: 'to' }

  test('where each changed another field, or both wrote the same', () => {
    expect(merge(base, { a: 'ny', b: 'to' }, { a: 'en', b: 'nyt' })).toEqual({
      merged: { a: 'ny', b: 'nyt' },
      disputed: [],
    })
    expect(merge(base, { a: 'ny', b: 'to' }, { a: 'ny', b: 'to' }).disputed).toEqual([])
  })

  test('and what a page did not have is left as somebody else stored it', () => {
    expect(merge(base, { ...base, c: '' }, { ...base, c: 'kom til' })).toEqual({
      merged: { ...base, c: 'kom til' },
      disputed: [],
    })
  })

  test('and are disputed where both changed the same, or nobody knows from what', () => {
    const disputed = [{ name: 'a', base: 'en', mine: 'min', theirs: 'din' }]
    expect(merge(base, { a: 'min', b: 'to' }, { a: 'din', b: 'to' })).toEqual({
      merged: { a: 'din', b: 'to' },
      disputed,
    })
    expect(merge(base, { a: 'min', b: 'to' }, { a: '', b: 'to' }).disputed).toMatchObject([{ mine: 'min', theirs: '' }])
    expect(merge(null, { a: 'min' }, { a: 'din' }).disputed).toHaveLength(1)
    expect(merge(null, { a: 'min' }, { a: 'min' }).disputed).toEqual([])
  })
})

test('the log keeps what differs between two long texts, not the whole', () => {
  const long = 'x'.repeat(5000)
  expect(changedPart('', 'Alt')).toEqual({ before: '', after: 'Alt' })
  const { before, after } = changedPart(`${long}A${long}`, `${long}BC${long}`)
  expect(before).toMatch(/^…x{60}Ax{60}…$/)
  expect(after).toMatch(/^…x{60}BCx{60}…$/)
  expect(changedPart('aaaa', 'aaa')).toEqual({ before: 'aaaa', after: 'aaa' })
})

const items = [
  { id: '1', position: 1, minutes: 10, outcome: 'noted' as const },
  { id: '2', position: 2, minutes: 20, outcome: null },
  { id: '3', position: 3, minutes: 30, outcome: null },
  { id: '4', position: 4, minutes: 5, outcome: 'postponed' as const },
]

test('the end is the rest of the current item and all that is still to come', () => {
  expect(minutesToCome(items, '2')).toBe(30)
  expect(minutesToCome(items, null)).toBe(50)
  expect(expectedEnd({ at: 600, planned: 20, elapsed: 5, toCome: 30 })).toBe(645)
  expect(expectedEnd({ at: 600, planned: 20, elapsed: 50, toCome: 30 })).toBe(630)
  expect(minutesBetween(new Date('2026-04-16T08:00:00Z'), new Date('2026-04-16T08:09:59Z'))).toBe(9)
  expect(minutesBetween(new Date('2026-04-16T08:01:00Z'), new Date('2026-04-16T08:00:00Z'))).toBe(0)
  expect([wallTime(new Date('2026-01-16T08:00:00Z')), wallTime(new Date('2026-07-16T08:00:00Z'))]).toEqual([
    '09:00',
    '10:00',
  ])
})

test('items are done, current or to come, and know their neighbours', () => {
  expect(items.map((item) => itemStateOf(item, '2'))).toEqual(['done', 'now', 'coming', 'done'])
  expect(aroundItem(items, '1')).toMatchObject({ before: null, after: { id: '2' } })
  expect(aroundItem(items, '4')).toMatchObject({ before: { id: '3' }, after: null })
  expect(aroundItem(items, 'gone')).toMatchObject({ before: null, after: { id: '1' } })
})

test('outcomes are written while the meeting runs and until the minutes are approved', () => {
  const at = new Date()
  expect(mayMinute({ state: 'summoned', currentSince: at })).toBe(true)
  for (const state of ['held', 'circulated']) expect(mayMinute({ state, currentSince: null }), state).toBe(true)
  for (const state of ['draft', 'approved', 'published', 'cancelled'])
    expect(mayMinute({ state, currentSince: null }), state).toBe(false)
  expect(mayMinute({ state: 'summoned', currentSince: null })).toBe(false)
})

test('an owner is the only one of that name', () => {
  const choices = [
    { label: 'Leder (Ane Eksempel)', title: 'Leder' },
    { label: 'Leder (Bo Eksempel)', title: 'Leder' },
    { label: 'Sekretær', title: 'Sekretær' },
  ]
  expect(theOneNamed(choices, ' sekretær ')?.label).toBe('Sekretær')
  expect(theOneNamed(choices, 'Leder')).toBeNull()
  expect(theOneNamed(choices, 'leder (bo eksempel)')?.label).toBe('Leder (Bo Eksempel)')
  expect(theOneNamed(choices, 'Ingen')).toBeNull()
})

test('texts are filled with what is known', () => {
  expect(fill('Punkt {number}. {title}', { number: 3, title: 'Trafik {x}' })).toBe('Punkt 3. Trafik {x}')
})
