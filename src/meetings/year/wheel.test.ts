import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { addDays, day } from '../../base/time.ts'
import { deadlinesOf, type Due, rings } from './events.ts'
import { angleOf, type Mark, placeMarks, placeRings } from './wheel.ts'

const year = 2026
const marks = fc.array(
  fc.record({
    ring: fc.constantFrom(...rings),
    day: fc.integer({ min: 0, max: 364 }).map((index) => addDays(day('2026-01-01'), index)),
    done: fc.boolean(),
  }),
  { maxLength: 250 },
)

describe('the wheel', () => {
  test('begins at the top and goes clockwise', () => {
    expect(angleOf(day('2026-01-01'), year)).toBe(0)
    expect(angleOf(day('2026-07-02'), year)).toBeCloseTo(Math.PI, 1)
    const [mark] = placeMarks([{ ring: 'districtCouncil', day: day('2026-04-02'), done: true }], year, placeRings([]))
    expect(mark?.x).toBeGreaterThan(600)
    expect(mark?.y).toBeCloseTo(360, -1)
  })

  test('keeps every mark in its own ring, none left out', () => {
    fc.assert(
      fc.property(marks, (given: Mark[]) => {
        const places = placeRings(given)
        const placed = placeMarks(given, year, places)
        expect(placed).toHaveLength(given.length)
        for (const mark of placed) {
          const place = places.find(({ ring }) => ring === mark.ring)
          const away = Math.hypot(mark.x - 360, mark.y - 360)
          expect(away + mark.radius).toBeLessThanOrEqual((place?.outer ?? 0) + 1)
          expect(away - mark.radius).toBeGreaterThanOrEqual((place?.inner ?? 0) - 1)
        }
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  test('lets no mark cover another while there is room', () => {
    const given = Array.from({ length: 40 }, (_, index): Mark => ({
      ring: 'other',
      day: addDays(day('2026-01-05'), index * 8),
      done: false,
    }))
    const placed = placeMarks([...given, ...given], year, placeRings(given))
    placed.forEach((mark, index) => {
      for (const other of placed.slice(index + 1))
        expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThan(mark.radius + other.radius)
    })
  })
})

const meeting: Due = {
  id: 'm',
  forumId: 'f',
  forumName: 'Kredsrådet',
  forumKind: 'districtCouncil',
  municipalityCode: null,
  onDay: day('2026-04-16'),
  state: 'draft',
  proposeBy: day('2026-03-19'),
  approveBy: null,
}

test('deadlines follow from the meeting, its state and whose business they are', () => {
  const all = () => ({ propose: true, summon: true, approve: true })
  const of = (part: Partial<Due>, minds = all) =>
    deadlinesOf([{ ...meeting, ...part }], () => 14, minds, day('2026-03-12')).map(({ kind, day: on, done }) => [
      kind,
      on,
      done,
    ])
  expect(of({})).toEqual([
    ['propose', '2026-03-19', false],
    ['summon', '2026-04-02', false],
  ])
  expect(of({ state: 'approved', approveBy: day('2026-05-01') })).toEqual([
    ['propose', '2026-03-19', true],
    ['summon', '2026-04-02', true],
    ['approve', '2026-05-01', true],
  ])
  expect(of({ state: 'cancelled' })).toEqual([])
  expect(of({}, () => ({ propose: false, summon: false, approve: false }))).toEqual([])
})
