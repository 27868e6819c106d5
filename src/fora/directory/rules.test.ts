import { describe, expect, test } from 'vitest'
import { loadOf, loadsBy, periodOn, type Place, sorted } from './rules.ts'
import { wouldCircle } from '../../base/circle.ts'

const place = (forumId: string, cadence: string, part: Partial<Place> = {}): Place => ({
  forumId,
  cadence,
  status: 'active',
  role: 'member',
  ...part,
})

describe('meetings a year', () => {
  test('are the least the fora have agreed on, and silence is counted by itself', () => {
    expect(
      loadOf([place('a', 'Mindst 4'), place('b', '1-2'), place('c', 'Efter behov'), place('d', 'Op til 6')]),
    ).toEqual({
      fora: 4,
      meetings: 5,
      withoutNumber: 2,
    })
  })

  test('count a forum once, and neither deputies nor fora that do not meet', () => {
    const places = [
      place('a', '4', { role: 'chair' }),
      place('a', '4'),
      place('b', '12', { role: 'deputy' }),
      place('c', '6', { status: 'paused' }),
      place('d', '6', { status: 'closed' }),
    ]
    expect(loadOf(places)).toEqual({ fora: 4, meetings: 4, withoutNumber: 0 })
  })

  test('are found for everyone at once', () => {
    const places = [
      { ...place('a', '4'), who: 'ane' },
      { ...place('b', '2'), who: 'ane' },
      { ...place('a', '4'), who: 'bo' },
      { ...place('a', '4'), who: null },
    ]
    const loads = loadsBy(places, ({ who }) => who)
    expect(loads.get('ane')?.meetings).toBe(6)
    expect(loads.get('bo')?.meetings).toBe(4)
    expect(loads.size).toBe(2)
  })
})

test.each([
  ['2026-03-01', '2026-01-01', null, 'now'],
  ['2026-03-01', '2026-03-01', null, 'now'],
  ['2026-03-01', '2026-03-02', null, 'coming'],
  ['2026-03-01', '2025-01-01', '2026-03-01', 'former'],
  ['2026-03-01', '2025-01-01', '2026-03-02', 'now'],
])('on %s a period from %s to %s is %s', (day, since, until, expected) => {
  expect(periodOn(day, { since, until })).toBe(expected)
})

test('an organisation is never a part of itself', () => {
  const organisations = [
    { id: 'kreds', parentId: null },
    { id: 'station', parentId: 'kreds' },
    { id: 'nærstation', parentId: 'station' },
  ]
  expect(wouldCircle('kreds', 'nærstation', organisations)).toBe(true)
  expect(wouldCircle('kreds', 'kreds', organisations)).toBe(true)
  expect(wouldCircle('nærstation', 'kreds', organisations)).toBe(false)
  expect(
    wouldCircle('ny', 'a', [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ]),
  ).toBe(false)
})

test('rows of equal rank keep the alphabet, also when turned round', () => {
  const rows = [
    { sortName: 'b', fora: 1 },
    { sortName: 'a', fora: 1 },
    { sortName: 'c', fora: 3 },
  ]
  expect(sorted(rows, ({ fora }) => fora, true).map(({ sortName }) => sortName)).toEqual(['c', 'a', 'b'])
})
