import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import {
  jaccard,
  loadOf,
  loadPer,
  type MemberSeat,
  missingFields,
  organisationOf,
  overlapLimits,
  overlaps,
  type OverviewForum,
  perCategory,
  personOf,
  perStatus,
  topicLikeness,
  withoutLegalBasis,
} from './rules.ts'

const forum = (id: string, part: Partial<OverviewForum> = {}): OverviewForum => ({
  id,
  slug: id,
  name: id,
  sortName: id,
  categoryNumber: 1,
  categoryName: 'Beredskab',
  level: 'tactical',
  status: 'active',
  groupId: null,
  topic: 'Øvelser',
  legalBasis: 'Beredskabsloven § 24',
  purpose: 'Samarbejde',
  actionPlans: 'Nej',
  interfaces: 'Ingen',
  participants: 'Politiet',
  cadence: 'Mindst 4',
  legalReferences: 0,
  ...part,
})

const seat = (forumId: string, memberId: string, part: Partial<MemberSeat> = {}): MemberSeat => ({
  forumId,
  memberId,
  memberName: memberId,
  organisationId: 'police',
  organisationName: 'Politiet',
  personId: memberId,
  personName: memberId,
  vacant: false,
  ...part,
})

describe('fora per category and level', () => {
  test('closed ones are left out, and every other is counted once', () => {
    const level = fc.constantFrom('strategic' as const, 'tactical' as const, 'operational' as const, null)
    const status = fc.constantFrom('active' as const, 'paused' as const, 'closed' as const)
    const some = fc.array(
      fc.record({ level, status, categoryNumber: fc.integer({ min: 1, max: 4 }) }).map((part) => forum('x', part)),
    )
    fc.assert(
      fc.property(some, (fora) => {
        const rows = perCategory(fora)
        const sum = rows.flatMap(({ byLevel }) => Object.values(byLevel)).reduce((total, count) => total + count, 0)
        const counts = perStatus(fora)
        expect(sum).toBe(counts.active + counts.paused)
        expect(rows.reduce((total, row) => total + row.total, 0)).toBe(sum)
        expect(rows.map(({ number }) => number)).toEqual(rows.map(({ number }) => number).toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('meetings a year', () => {
  test('numbers are added, open ends and missing numbers counted apart', () => {
    expect(loadOf(['Mindst 4', '1 – 2', 'Efter behov', '', 'Ugentligt'])).toEqual({
      fora: 5,
      least: 57,
      most: 58,
      openEnded: 1,
      uncounted: 2,
    })
  })

  test('each holder is counted once per forum, only in active fora, the heaviest first', () => {
    const fora = [forum('a'), forum('b', { cadence: '12' }), forum('c', { status: 'paused' })]
    const seats = [
      seat('a', 'ane'),
      seat('a', 'ane', { organisationId: 'koege', organisationName: 'Køge' }),
      seat('b', 'bo'),
      seat('c', 'bo'),
      seat('b', 'office', { personId: null, personName: null, vacant: true }),
    ]
    expect(loadPer(fora, seats, personOf).map(({ name, fora: count, least }) => [name, count, least])).toEqual([
      ['bo', 1, 12],
      ['ane', 1, 4],
    ])
    expect(loadPer(fora, seats, organisationOf).map(({ name, least }) => [name, least])).toEqual([
      ['Politiet', 16],
      ['Køge', 4],
    ])
  })
})

describe('overlaps', () => {
  const members = (forumId: string, ...ids: string[]) => ids.map((id) => seat(forumId, id))
  const [one, other] = [forum('a', { name: 'Banderåd Nord' }), forum('b', { name: 'Banderåd Syd' })]

  test('need members and topic in common', () => {
    const same = [...members('a', 'x', 'y', 'z'), ...members('b', 'x', 'y', 'z')]
    expect(overlaps([one, other], same)).toMatchObject([{ shared: 3, either: 3, members: 1 }])
    expect(overlaps([one, forum('b', { name: 'Færdsel', topic: 'Cykler' })], same)).toEqual([])
    expect(overlaps([one, other], [...members('a', 'x', 'y', 'z', 'v', 'w'), ...members('b', 'x', 'y')])).toEqual([])
    expect(overlaps([one, other], [...members('a', 'x'), ...members('b', 'x')])).toEqual([])
    expect(overlaps([one, { ...other, status: 'paused' }], same)).toEqual([])
  })

  test('words that half of all fora have in their names are no likeness', () => {
    expect(topicLikeness({ name: 'Møder med pressen', topic: '' }, { name: 'Møder med SKAT', topic: '' })).toBe(0)
    expect(topicLikeness({ name: 'Udvalg', topic: '' }, { name: 'Udvalg', topic: '' })).toBe(0)
    expect(topicLikeness({ name: 'A', topic: 'Misbrug' }, { name: 'B', topic: 'Misbruget' })).toBe(1)
  })

  test('every pair found is within the limits, and the order of the fora has no weight', () => {
    const member = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x', 'y', 'z', 'v'))
    const fora = ['a', 'b', 'c', 'd'].map((id) => forum(id))
    const key = (pairs: ReturnType<typeof overlaps>) =>
      pairs.map(({ a, b }) => [a.id, b.id].toSorted().join('')).toSorted()
    fc.assert(
      fc.property(fc.array(member), (sat) => {
        const seats = sat.map(([id, who]) => seat(id, who))
        const pairs = overlaps(fora, seats)
        for (const pair of pairs) {
          expect(pair.shared).toBeGreaterThanOrEqual(overlapLimits.atLeast)
          expect(pair.members).toBeGreaterThanOrEqual(overlapLimits.members)
          expect(pair.members).toBeCloseTo(pair.shared / pair.either)
        }
        expect(key(overlaps(fora.toReversed(), seats))).toEqual(key(pairs))
      }),
    )
  })

  test('what two sets have in common is symmetric, from 0 to 1, and 1 for a set with itself', () => {
    const set = fc.array(fc.constantFrom('x', 'y', 'z')).map((some) => new Set(some))
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(jaccard(a, b)).toBe(jaccard(b, a))
        expect(jaccard(a, b)).toBeGreaterThanOrEqual(0)
        expect(jaccard(a, b)).toBeLessThanOrEqual(1)
        expect(jaccard(a, a)).toBe(a.size === 0 ? 0 : 1)
      }),
    )
  })
})

test('“Ingen” is an answer; an empty field and a missing level are not', () => {
  const missing = missingFields([
    forum('a', { topic: ' ', level: null }),
    forum('b', { purpose: '', status: 'closed' }),
    forum('c'),
  ])
  const found = missing
    .filter(({ fora }) => fora.length > 0)
    .map(({ field, fora }) => [field, fora.map(({ id }) => id)])
  expect(found).toEqual([
    ['topic', ['a']],
    ['level', ['a']],
  ])
})

test.each([
  ['', 0, true],
  ['Intet særskilt', 0, true],
  ['Ingen', 0, true],
  ['Ingen', 1, false],
  ['Retsplejeloven § 112', 0, false],
  ['Forretningsorden', 0, false],
])('legal basis “%s” with %i references: without is %s', (legalBasis, legalReferences, without) => {
  expect(withoutLegalBasis([forum('a', { legalBasis, legalReferences })])).toHaveLength(without ? 1 : 0)
})
