import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { processorMs } from '../../../test/processor-time.ts'
import { type CalendarDay, day, daysBetween } from '../../base/time.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import { minutesOf, timeOf } from '../rules.ts'
import { conflictsOf } from './conflicts.ts'
import { firstOfYear, weekdayOf } from './days.ts'
import { holidaysOf, usualSchoolHolidays } from './holidays.ts'
import type { ClosedPeriod } from './open-days.ts'
import { type Booked, type PlanForum, planYear, type PlanInput, proposeAgain, wantedMeetings } from './planning.ts'

const schools = (year: number): ClosedPeriod[] =>
  usualSchoolHolidays(year).map(({ key, from, to }) => ({ name: key, from, to, municipalityCode: null }))

const forum = (id: string, part: Partial<PlanForum> = {}): PlanForum => ({
  id,
  name: id,
  kind: 'standing',
  municipalityCode: null,
  parentId: null,
  cadence: 'Mindst 4',
  starts: '10:00',
  minutes: 120,
  members: [],
  ...part,
})

const inputOf = (fora: readonly PlanForum[], part: Partial<PlanInput> = {}): PlanInput => ({
  year: 2027,
  from: firstOfYear(2027),
  fora,
  members: new Map(fora.map((one) => [one.id, one.members])),
  existing: [],
  closed: schools(2027),
  ...part,
})

const kindsOf = (fora: readonly PlanForum[]) => new Map<string, ForumKind>(fora.map(({ id, kind }) => [id, kind]))
const plan = (input: PlanInput) => planYear(input, kindsOf(input.fora))
const daysOf = (rows: readonly Booked[], forumId: string) =>
  rows.filter((row) => row.forumId === forumId).map(({ onDay }) => onDay)

const council = forum('raad', { kind: 'districtCouncil', members: ['p1', 'p2'] })
const committee = forum('udvalg', { kind: 'liaisonCommittee', parentId: 'raad', members: ['p3'], cadence: '4' })

describe('how many meetings', () => {
  test.each([
    ['Mindst 4', 4],
    ['3- 4', 3],
    ['op til 6', 6],
    ['2 (styregruppen) og 12 (praksisgrupperne)', 14],
    ['Efter behov', 'asNeeded'],
    ['Ugentligt', 'often'],
    ['Hvert andet år', 'seldom'],
    ['Forskelligt fra kommune til kommune', 'varies'],
    ['', 'unparsed'],
  ])('%s: %s', (words, wanted) => {
    expect(wantedMeetings(words)).toBe(wanted)
  })
})

describe('a year', () => {
  test('is spread evenly, outside holidays', () => {
    const { rows, notPlaced } = plan(inputOf([forum('a')]))
    expect(rows).toHaveLength(4)
    expect(notPlaced).toEqual([])
    const days = rows.map(({ onDay }) => onDay)
    for (const [index, next] of days.slice(1).entries()) {
      const gap = daysBetween(days[index] ?? next, next)
      expect(gap).toBeGreaterThan(45)
      expect(gap).toBeLessThan(140)
    }
  })

  test('keeps the committee two to three weeks before each council', () => {
    const { rows, notPlaced } = plan(inputOf([committee, council]))
    expect(notPlaced).toEqual([])
    const councils = daysOf(rows, 'raad')
    expect(councils).toHaveLength(4)
    expect(daysOf(rows, 'udvalg')).toHaveLength(4)
    for (const row of rows.filter(({ forumId }) => forumId === 'udvalg')) {
      const prepared = rows.find(({ id }) => id === row.prepares)
      const days = daysBetween(row.onDay, prepared?.onDay ?? row.onDay)
      expect(days).toBeGreaterThanOrEqual(14)
      expect(days).toBeLessThanOrEqual(21)
    }
  })

  test('counts what is already there, and says so', () => {
    const existing = ['2027-02-25', '2027-05-20', '2027-08-26', '2027-11-25'].map((onDay, index) => ({
      id: `m${String(index)}`,
      forumId: 'a',
      onDay: day(onDay),
      starts: '10:00',
      ends: '12:00',
      prepares: null,
    }))
    expect(plan(inputOf([forum('a')], { existing }))).toEqual({
      rows: [],
      notPlaced: [{ forumId: 'a', reason: 'enough', count: 0, before: null }],
    })
    const { rows } = plan(inputOf([forum('a')], { existing: existing.slice(0, 3) }))
    expect(rows).toHaveLength(1)
    expect((rows[0]?.onDay ?? '') > '2027-09-20').toBe(true)
  })

  test('prepares a council meeting that is already called', () => {
    const existing = [
      { id: 'm', forumId: 'raad', onDay: day('2027-06-17'), starts: '10:00', ends: '12:00', prepares: null },
    ]
    const { rows } = plan(inputOf([{ ...committee, cadence: 'Efter behov' }], { existing }))
    expect(rows).toEqual([])
    const both = planYear(
      inputOf([{ ...committee, cadence: 'Efter behov' }], { existing }),
      kindsOf([council, committee]),
    )
    expect(both.rows).toHaveLength(1)
    expect(both.rows[0]?.prepares).toBe('m')
  })

  test('begins tomorrow when the year has begun', () => {
    const from = day('2027-09-01')
    const { rows } = plan(inputOf([forum('a'), council, committee], { from }))
    expect(rows.every(({ onDay }) => onDay >= from)).toBe(true)
    expect(daysOf(rows, 'a')).toHaveLength(4)
  })

  test('says what found no day', () => {
    const all: ClosedPeriod = { municipalityCode: null, name: 'Alt', from: day('2027-01-01'), to: day('2027-12-20') }
    const { rows, notPlaced } = plan(
      inputOf([forum('a'), forum('b', { cadence: 'Efter behov' })], { closed: [all, ...schools(2027)] }),
    )
    expect(rows).toEqual([])
    expect(notPlaced).toEqual([
      { forumId: 'a', reason: 'noDay', count: 4, before: null },
      { forumId: 'b', reason: 'asNeeded', count: 0, before: null },
    ])
  })

  test('gives somebody who sits everywhere different days, and then different times', () => {
    const fora = Array.from({ length: 3 }, (_, index) =>
      forum(`f${String(index)}`, { cadence: '1', members: ['alle'] }),
    )
    const { rows } = plan(inputOf(fora))
    expect(new Set(rows.map(({ onDay }) => onDay)).size).toBe(3)
    const oneDay: ClosedPeriod[] = [
      { municipalityCode: null, name: 'Før', from: day('2027-01-01'), to: day('2027-09-06') },
      { municipalityCode: null, name: 'Efter', from: day('2027-09-08'), to: day('2027-12-31') },
    ]
    const tight = plan(inputOf(fora, { closed: oneDay }))
    expect(tight.rows).toHaveLength(3)
    expect(new Set(tight.rows.map(({ starts }) => starts)).size).toBe(3)
  })

  test('of forty fora with twelve meetings each is quick', async () => {
    const fora = Array.from({ length: 40 }, (_, index) =>
      forum(`f${String(index).padStart(2, '0')}`, {
        cadence: '12',
        members: Array.from({ length: 12 }, (__, member) => `p${String((index * 5 + member * 3) % 150)}`),
      }),
    )
    plan(inputOf(fora.slice(0, 2)))
    const took = await processorMs(() => expect(plan(inputOf(fora)).rows.length).toBeGreaterThan(470))
    expect(took).toBeLessThan(3000)
  })
})

describe('one meeting proposed again', () => {
  test('gets another day near by', () => {
    const input = inputOf([forum('a')])
    const { rows } = plan(input)
    const [row] = rows
    if (row === undefined) throw new Error('no row')
    const again = proposeAgain({ ...input, existing: rows }, forum('a'), row, null)
    expect(again?.onDay).not.toBe(row.onDay)
    expect(Math.abs(daysBetween(again?.onDay ?? row.onDay, row.onDay))).toBeLessThan(5)
  })

  test('keeps to the weeks before the council', () => {
    const input = inputOf([council, committee])
    const { rows } = plan(input)
    const row = rows.find(({ forumId }) => forumId === 'udvalg')
    const prepared = rows.find(({ id }) => id === row?.prepares)
    if (row === undefined || prepared === undefined) throw new Error('no row')
    const again = proposeAgain({ ...input, existing: rows }, committee, row, prepared.onDay)
    const days = daysBetween(again?.onDay ?? prepared.onDay, prepared.onDay)
    expect(days >= 14 && days <= 21 && again?.onDay !== row.onDay).toBe(true)
  })
})

const municipalities = ['259', '265', null]
const aForum = (index: number): fc.Arbitrary<PlanForum> =>
  fc
    .record({
      kind: fc.constantFrom<ForumKind>('standing', 'localCouncil', 'workingGroup'),
      municipalityCode: fc.constantFrom(...municipalities),
      cadence: fc.constantFrom('Mindst 4', '1', '2', '6', '12', 'Efter behov', 'Ugentligt', '3- 4', 'vrøvl'),
      starts: fc.constantFrom('08:30', '10:00', '13:00', '16:00', '19:00'),
      minutes: fc.constantFrom(60, 120, 180),
      members: fc.uniqueArray(
        fc.integer({ min: 0, max: 14 }).map((person) => `p${String(person)}`),
        { maxLength: 8 },
      ),
    })
    .map((part) => forum(`f${String(index).padStart(2, '0')}`, part))

const aPeriod = (year: number): fc.Arbitrary<ClosedPeriod> =>
  fc
    .record({
      from: fc.integer({ min: 0, max: 340 }),
      length: fc.integer({ min: 0, max: 60 }),
      code: fc.constantFrom(...municipalities),
    })
    .map(({ from, length, code }) => ({
      name: 'Lukket',
      municipalityCode: code,
      from: dayAt(year, from),
      to: dayAt(year, Math.min(364, from + length)),
    }))

const dayAt = (year: number, index: number): CalendarDay =>
  day(new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10))

const anInput = fc
  .record({
    year: fc.integer({ min: 2020, max: 2035 }),
    count: fc.integer({ min: 1, max: 14 }),
    withCouncil: fc.boolean(),
  })
  .chain(({ year, count, withCouncil }) =>
    fc.record({
      year: fc.constant(year),
      fora: fc
        .tuple(...Array.from({ length: count }, (_, index) => aForum(index)))
        .map((fora) =>
          withCouncil
            ? [...fora, { ...council, members: ['p1', 'p2', 'p3'] }, { ...committee, members: ['p3', 'p4'] }]
            : fora,
        ),
      closed: fc.array(aPeriod(year), { maxLength: 5 }),
      from: fc.integer({ min: 0, max: 300 }).map((index) => dayAt(year, index)),
      existing: fc.array(
        fc.record({
          forum: fc.integer({ min: 0, max: count - 1 }),
          at: fc.integer({ min: 0, max: 364 }),
          hour: fc.integer({ min: 8, max: 16 }),
        }),
        { maxLength: 10 },
      ),
    }),
  )
  .map(({ existing, year, fora, closed, from }) =>
    inputOf(fora, {
      year,
      from,
      closed: [...schools(year), ...closed],
      existing: existing.map(({ forum: index, at, hour }, number) => ({
        id: `m${String(number)}`,
        forumId: fora[index]?.id ?? '',
        onDay: dayAt(year, at),
        starts: timeOf(hour * 60),
        ends: timeOf(hour * 60 + 120),
        prepares: null,
      })),
    }),
  )

describe('whatever is asked', () => {
  test('no rule is ever broken', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const { rows, notPlaced } = plan(input)
        const byId = new Map(input.fora.map((one) => [one.id, one]))
        const free = new Set<string>(holidaysOf(input.year).map((one) => one.day))
        for (const row of rows) {
          const own = byId.get(row.forumId)
          expect(row.onDay >= input.from && row.onDay.startsWith(String(input.year))).toBe(true)
          expect(weekdayOf(row.onDay)).toBeLessThan(6)
          expect(free.has(row.onDay)).toBe(false)
          for (const period of input.closed)
            if (
              own?.municipalityCode === null ||
              period.municipalityCode === null ||
              period.municipalityCode === own?.municipalityCode
            )
              expect(row.onDay >= period.from && row.onDay <= period.to, `${row.onDay} ${period.name}`).toBe(false)
          expect(minutesOf(row.ends) - minutesOf(row.starts)).toBe(own?.minutes)
          const prepared =
            row.prepares === null ? null : [...rows, ...input.existing].find(({ id }) => id === row.prepares)
          if (prepared) {
            const days = daysBetween(row.onDay, prepared.onDay)
            expect(days >= 14 && days <= 21).toBe(true)
          }
          for (const other of [...rows, ...input.existing]) {
            if (other.id === row.id || other.onDay !== row.onDay) continue
            expect(other.forumId, 'the same forum twice a day').not.toBe(row.forumId)
            const shared = (byId.get(other.forumId)?.members ?? []).some((person) => own?.members.includes(person))
            const apart =
              minutesOf(other.ends) <= minutesOf(row.starts) || minutesOf(row.ends) <= minutesOf(other.starts)
            expect(!shared || apart, `${row.forumId} and ${other.forumId} on ${row.onDay}`).toBe(true)
          }
        }
        for (const one of input.fora) {
          const wanted = wantedMeetings(one.cadence)
          const there = input.existing.filter(({ forumId }) => forumId === one.id).length
          const planned = daysOf(rows, one.id).length
          const missed =
            notPlaced.filter(({ forumId, reason }) => forumId === one.id && reason === 'noDay')[0]?.count ?? 0
          if (typeof wanted === 'number') expect(planned + missed + there).toBeGreaterThanOrEqual(wanted)
          else expect(planned > 0 || there > 0 || notPlaced.some(({ forumId }) => forumId === one.id)).toBe(true)
        }
      }),
      { numRuns: 150, seed: 4211 },
    )
  })

  test('the order of the fora makes no difference, and what is proposed has no serious conflict', () => {
    fc.assert(
      fc.property(anInput, (input) => {
        const one = plan(input)
        expect(plan({ ...input, fora: input.fora.toReversed() })).toEqual(one)
        const conflicts = conflictsOf({
          year: input.year,
          today: input.from,
          rows: one.rows,
          existing: input.existing,
          closed: input.closed,
          members: input.members,
          municipalityOf: (id) => input.fora.find((each) => each.id === id)?.municipalityCode ?? null,
        })
        expect([...conflicts.values()].flat().filter(({ kind }) => kind !== 'sameDay')).toEqual([])
      }),
      { numRuns: 60, seed: 77 },
    )
  })
})
