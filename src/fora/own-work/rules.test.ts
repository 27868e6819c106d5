import { describe, expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { byAge, freshnessOf, isStale, named, type Reviewed, tasksOf } from './rules.ts'

const today = day('2026-03-12')
const forum = (name: string, reviewedOn: string | null): Reviewed => ({ id: name, slug: name, name, reviewedOn })

describe('what the reader is asked to do', () => {
  test('is only what there is, most pressing first, each name once', () => {
    const tasks = tasksOf({ review: ['Banderåd'], law: [], vacant: ['Kredsrådet', 'Kredsrådet', 'Banderåd'] })
    expect(tasks).toEqual([
      { kind: 'vacant', count: 3, names: ['Kredsrådet', 'Banderåd'] },
      { kind: 'review', count: 1, names: ['Banderåd'] },
    ])
    expect(tasksOf({})).toEqual([])
  })

  test('names no more than a few, and never “and 1 more”', () => {
    expect(named(['a', 'b', 'c', 'd'])).toEqual({ first: ['a', 'b', 'c', 'd'], more: 0 })
    expect(named(['a', 'b', 'c', 'd', 'e'])).toEqual({ first: ['a', 'b', 'c'], more: 2 })
  })
})

describe('how fresh the register is', () => {
  test.each([
    [null, true],
    ['2025-03-11', true],
    ['2025-03-12', false],
  ])('a forum reviewed %s is stale: %s', (reviewedOn, expected) => {
    expect(isStale({ reviewedOn }, today)).toBe(expected)
  })

  test('counts the reviewed, the never reviewed and the oldest', () => {
    const fora = [forum('a', '2026-03-01'), forum('b', '2025-02-10'), forum('c', null)]
    expect(freshnessOf(fora, today)).toEqual({ fora: 3, reviewed: 1, never: 1, oldest: { forum: fora[1], days: 395 } })
    expect(byAge(fora).map(({ name }) => name)).toEqual(['c', 'b', 'a'])
  })

  test('has no oldest where nothing was ever reviewed', () => {
    expect(freshnessOf([forum('a', null)], today)).toMatchObject({ never: 1, oldest: null })
    expect(freshnessOf([], today)).toEqual({ fora: 0, reviewed: 0, never: 0, oldest: null })
  })
})
