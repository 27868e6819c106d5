import { describe, expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import {
  closingProblem,
  inSections,
  isRemovable,
  isReviewDue,
  isTakenUpAgain,
  minutesPlanned,
  missingFixed,
  placesAfterMove,
  stepFrom,
} from './rules.ts'

const today = day('2026-03-12')

describe('closing', () => {
  const closing = { openness: 'closed' as const, groundId: 'g', reviewOn: day('2026-09-01'), today }
  test.each([
    [{}, null],
    [{ groundId: null }, 'noGround'],
    [{ reviewOn: null }, 'noReview'],
    [{ reviewOn: today }, 'reviewPast'],
    [{ reviewOn: day('2026-03-11') }, 'reviewPast'],
    [{ reviewOn: day('2036-03-12') }, null],
    [{ reviewOn: day('2036-03-13') }, 'reviewFar'],
  ])('%o is %s', (part, problem) => {
    expect(closingProblem({ ...closing, ...part })).toBe(problem)
  })

  test('opening takes neither ground nor day', () => {
    expect(closingProblem({ openness: 'open', groundId: null, reviewOn: null, today })).toBeNull()
  })

  test('falls due on its day', () => {
    expect(isReviewDue({ openness: 'closed', reviewOn: today }, today)).toBe(true)
    expect(isReviewDue({ openness: 'closed', reviewOn: day('2026-03-13') }, today)).toBe(false)
    expect(isReviewDue({ openness: 'open', reviewOn: today }, today)).toBe(false)
    expect(isReviewDue({ openness: 'closed', reviewOn: null }, today)).toBe(false)
  })
})

describe('the order', () => {
  const items = [1, 2, 3, 4].map((position) => ({ id: `p${String(position)}`, position }))
  const after = (id: string, to: number, given = items) => {
    const moved = new Map(placesAfterMove(given, id, to).map((place) => [place.id, place.position]))
    return given
      .map((item) => ({ id: item.id, position: moved.get(item.id) ?? item.position }))
      .toSorted((a, b) => a.position - b.position)
      .map(({ id, position }) => `${String(position)}${id}`)
  }

  test.each([
    ['p4', 1, ['1p4', '2p1', '3p2', '4p3']],
    ['p1', 3, ['1p2', '2p3', '3p1', '4p4']],
    ['p2', 99, ['1p1', '2p3', '3p4', '4p2']],
    ['p2', 0, ['1p2', '2p1', '3p3', '4p4']],
    ['p3', 3, ['1p1', '2p2', '3p3', '4p4']],
    ['ukendt', 1, ['1p1', '2p2', '3p3', '4p4']],
  ])('%s to %i', (id, to, order) => {
    expect(after(id, to)).toEqual(order)
  })

  test('leaves the place of an item that the reader may not see', () => {
    const seen = items.filter(({ id }) => id !== 'p2')
    expect(after('p4', 1, seen)).toEqual(['1p4', '3p1', '4p3'])
    expect(after('p1', 2, seen)).toEqual(['1p3', '3p1', '4p4'])
    expect(stepFrom(seen, 'p3', -1)).toBe(1)
    expect(stepFrom(seen, 'p1', 1)).toBe(3)
  })

  test('has two ends', () => {
    expect(stepFrom(items, 'p1', -1)).toBeNull()
    expect(stepFrom(items, 'p4', 1)).toBeNull()
    expect(stepFrom([], 'p4', 1)).toBeNull()
  })
})

test('minutes over the length of the meeting are counted', () => {
  expect(minutesPlanned([{ minutes: 60 }, { minutes: 90 }], 120)).toEqual({ total: 150, over: 30 })
  expect(minutesPlanned([{ minutes: 60 }], 120)).toEqual({ total: 60, over: 0 })
})

test('a fixed item is missing until its title or what it carries is there', () => {
  const template = [
    { title: 'Godkendelse af referat', carries: 'lastMinutes' },
    { title: 'Eventuelt', carries: 'nothing' },
  ]
  expect(missingFixed(template, [])).toEqual(template)
  expect(missingFixed(template, [{ title: 'eventuelt', carries: 'nothing' }])).toEqual([template[0]])
  expect(missingFixed(template, [{ title: 'Sidste referat', carries: 'lastMinutes' }])).toEqual([template[1]])
})

test('items of one section that follow each other stand together', () => {
  const sections = inSections(['A', 'A', '', 'A'].map((section) => ({ section })))
  expect(sections.map(({ section, items }) => `${section}${String(items.length)}`)).toEqual(['A2', '1', 'A1'])
})

test('an item leaves its agenda only before it is minuted', () => {
  const item = { id: '1', outcome: null }
  const meeting = { state: 'summoned', currentItemId: null } as const
  expect(isRemovable(item, meeting)).toBe(true)
  expect(isRemovable({ ...item, outcome: 'noted' }, meeting)).toBe(false)
  expect(isRemovable(item, { ...meeting, state: 'held' })).toBe(false)
  expect(isRemovable(item, { ...meeting, currentItemId: '2' })).toBe(true)
  expect(isRemovable(item, { ...meeting, currentItemId: '1' })).toBe(false)
  expect(isTakenUpAgain({ state: 'held' })).toBe(true)
  expect(isTakenUpAgain({ state: 'draft' })).toBe(false)
  expect(isTakenUpAgain(null)).toBe(false)
})
