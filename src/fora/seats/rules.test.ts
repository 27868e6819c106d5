import { describe, expect, test } from 'vitest'
import { addMonths, overlap, timeOf } from './periods.ts'
import { endingProblem, isVacant, type PlacedSeat, seatProblem } from './rules.ts'

const seat = (part: Partial<PlacedSeat> = {}): PlacedSeat => ({
  id: 'a',
  role: 'member',
  label: 'Borgmester i Testrup',
  officeId: 'embede',
  personId: null,
  validFrom: '2024-01-01',
  validTo: null,
  ...part,
})

describe('a seat stands beside others', () => {
  test('a person sits once in their own name', () => {
    const own = seat({ officeId: null, personId: 'bo' })
    expect(seatProblem({ ...own, id: null }, [own])).toEqual({ reason: 'personTwice' })
    expect(seatProblem({ ...own, id: null, personId: 'ane' }, [own])).toBeNull()
  })

  test('an office sits once in a forum', () => {
    expect(seatProblem(seat({ id: null }), [seat()])).toEqual({ reason: 'officeTwice' })
    expect(seatProblem(seat({ id: null, officeId: 'andet' }), [seat()])).toBeNull()
  })

  test('an office may come back after its seat has ended, from that very day', () => {
    const former = seat({ validTo: '2025-06-01' })
    expect(seatProblem(seat({ id: null, validFrom: '2025-06-01' }), [former])).toBeNull()
    expect(seatProblem(seat({ id: null, validFrom: '2025-05-31' }), [former])).toEqual({ reason: 'officeTwice' })
  })

  test('one chairs at a time, and the reason names who does', () => {
    const chair = seat({ role: 'chair', label: 'Politidirektøren' })
    const second = seat({ id: 'b', role: 'chair', officeId: null })
    expect(seatProblem(second, [chair])).toEqual({ reason: 'secondChair', chair: 'Politidirektøren' })
    expect(seatProblem({ ...second, role: 'viceChair' }, [chair])).toBeNull()
    expect(seatProblem(second, [{ ...chair, validTo: '2024-01-01' }])).toBeNull()
  })

  test('a seat does not stand in its own way when it is edited', () => {
    expect(seatProblem(seat({ role: 'chair' }), [seat({ role: 'chair' })])).toBeNull()
  })

  test('it ends no earlier than it begins', () => {
    expect(seatProblem(seat({ validTo: '2023-12-31' }), [])).toEqual({ reason: 'endsBeforeStart' })
    expect(seatProblem(seat({ validTo: '2024-01-01' }), [])).toBeNull()
  })
})

test('only an office whose holder may be seen can be vacant', () => {
  expect(isVacant({ officeId: 'e', holderId: null, holderKnown: true })).toBe(true)
  expect(isVacant({ officeId: 'e', holderId: null, holderKnown: false })).toBe(false)
  expect(isVacant({ officeId: 'e', holderId: 'p', holderKnown: true })).toBe(false)
  expect(isVacant({ officeId: null, holderId: null, holderKnown: true })).toBe(false)
})

test('an office ends when it has neither seats nor a holder', () => {
  expect(endingProblem({ seats: 2, holder: 'Ane Eksempel' })).toEqual({ reason: 'seats', count: 2 })
  expect(endingProblem({ seats: 0, holder: 'Ane Eksempel' })).toEqual({ reason: 'holder', name: 'Ane Eksempel' })
  expect(endingProblem({ seats: 0, holder: null })).toBeNull()
})

describe('periods', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2022-01-01', 48, '2026-01-01'],
    ['2024-05-31', 6, '2024-11-30'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected)
  })

  test('periods that only touch do not overlap', () => {
    const early = { validFrom: '2024-01-01', validTo: '2024-06-01' }
    expect(overlap(early, { validFrom: '2024-06-01', validTo: null })).toBe(false)
    expect(overlap(early, { validFrom: '2024-05-31', validTo: null })).toBe(true)
  })

  test('a period lies before, on or after a day', () => {
    expect(timeOf({ validFrom: '2024-01-01', validTo: '2024-06-01' }, '2024-06-01')).toBe('former')
    expect(timeOf({ validFrom: '2024-01-01', validTo: '2024-06-01' }, '2024-05-31')).toBe('current')
    expect(timeOf({ validFrom: '2024-01-01', validTo: null }, '2023-12-31')).toBe('future')
  })
})
