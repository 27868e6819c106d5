import { describe, expect, test } from 'vitest'
import {
  type HolderChange,
  holderOn,
  type KnownPerson,
  openTenure,
  splitLabel,
  startProblem,
  type Tenure,
  undoingOf,
  whoIsMeant,
} from './holder-rules.ts'

const tenure = (personName: string, validFrom: string, validTo: string | null = null): Tenure => ({
  id: `t-${personName}`,
  personId: `p-${personName}`,
  personName,
  validFrom,
  validTo,
})
const ane = tenure('Ane Eksempel', '2022-01-01')
const bo = tenure('Bo Prøve', '2026-05-01')
const gone = { ...ane, validTo: '2025-08-01' }

describe('who holds an office', () => {
  test('the last day of a period is not part of it', () => {
    expect(holderOn([gone], '2025-07-31')?.personName).toBe('Ane Eksempel')
    expect(holderOn([gone], '2025-08-01')).toBeNull()
  })

  test('the former holder stays until a later one begins', () => {
    const tenures = [bo, { ...ane, validTo: '2026-05-01' }]
    expect(holderOn(tenures, '2026-04-30')?.personName).toBe('Ane Eksempel')
    expect(holderOn(tenures, '2026-05-01')?.personName).toBe('Bo Prøve')
    expect(openTenure(tenures)).toBe(bo)
  })
})

describe('when a person may begin', () => {
  test('after the predecessor began', () => {
    const problem = { reason: 'beforePredecessor', name: 'Ane Eksempel', day: '2022-01-01' }
    expect(startProblem([ane], null, '2022-01-01')).toEqual(problem)
    expect(startProblem([ane], null, '2021-12-31')).toEqual(problem)
    expect(startProblem([ane], null, '2022-01-02')).toBeNull()
  })

  test('from the day the office became vacant', () => {
    expect(startProblem([gone], null, '2025-07-31')).toEqual({ reason: 'beforeVacancy', day: '2025-08-01' })
    expect(startProblem([gone], null, '2025-08-01')).toBeNull()
  })

  test('before the office ends', () => {
    expect(startProblem([], '2026-01-01', '2026-01-01')).toEqual({ reason: 'afterOffice', day: '2026-01-01' })
    expect(startProblem([], '2026-01-01', '2025-12-31')).toBeNull()
  })

  test('any day where nobody has held the office', () => {
    expect(startProblem([], null, '1999-01-01')).toBeNull()
  })
})

describe('who is meant', () => {
  const person = (id: string, email: string | null, name = 'Karla Opdigt'): KnownPerson => ({ id, name, email })
  const karla = person('1', 'karla@testrup.example')

  test('a known name is enough where only one has it, whatever the case', () => {
    expect(whoIsMeant({ name: 'karla opdigt', email: '' }, [karla])).toMatchObject({ kind: 'known', person: karla })
  })

  test('what is offered while typing names one person', () => {
    const namesake = person('2', 'karla@andeby.example')
    const typed = { name: 'Karla Opdigt (karla@andeby.example)', email: '' }
    expect(whoIsMeant(typed, [karla, namesake])).toMatchObject({ kind: 'known', person: namesake })
  })

  test('several of one name need an address', () => {
    const both = [karla, person('2', 'karla@andeby.example')]
    expect(whoIsMeant({ name: 'Karla Opdigt', email: '' }, both)).toEqual({ kind: 'several', name: 'Karla Opdigt' })
    expect(whoIsMeant({ name: 'Karla Opdigt', email: 'karla@andeby.example' }, both)).toMatchObject({ kind: 'known' })
  })

  test('an address belongs to one person only', () => {
    const typed = { name: 'Bo Prøve', email: 'karla@testrup.example' }
    expect(whoIsMeant(typed, [karla])).toEqual({ kind: 'emailOfOther', name: 'Karla Opdigt' })
  })

  test('a new person needs an address', () => {
    expect(whoIsMeant({ name: 'Bo Prøve', email: '' }, [])).toEqual({ kind: 'emailMissing' })
    expect(whoIsMeant({ name: 'Bo Prøve', email: 'bo@testrup.example' }, [])).toEqual({
      kind: 'new',
      name: 'Bo Prøve',
      email: 'bo@testrup.example',
    })
  })

  test('a known person without an address gets the one that is typed; a namesake with another is somebody else', () => {
    const typed = { name: 'Karla Opdigt', email: 'ko@testrup.example' }
    expect(whoIsMeant(typed, [person('3', null)])).toMatchObject({ kind: 'known', newEmail: 'ko@testrup.example' })
    expect(whoIsMeant(typed, [karla])).toMatchObject({ kind: 'new' })
  })

  test('brackets that hold no address are part of the name', () => {
    expect(splitLabel('Bo Prøve (barselsvikar)')).toEqual({ name: 'Bo Prøve (barselsvikar)', email: '' })
  })
})

describe('undoing the latest change', () => {
  const change = (kind: HolderChange['kind'], replaced: boolean): HolderChange => ({
    kind,
    replaced,
    at: new Date(0),
    actorName: 'Ane Eksempel',
  })
  const former = { ...ane, validTo: '2026-05-01' }

  test('a person who replaced another is removed and the other goes on', () => {
    expect(undoingOf([bo, former], change('changed', true))).toEqual({ remove: bo, reopen: former })
  })

  test('a person who filled a vacant office leaves it vacant again, even from the day it became so', () => {
    expect(undoingOf([bo, former], change('changed', false))).toEqual({ remove: bo, reopen: null })
  })

  test('who left goes on', () => {
    expect(undoingOf([gone], change('vacated', true))).toEqual({ remove: null, reopen: gone })
  })

  test('nothing is undone twice, nor where the log tells of no change', () => {
    expect(undoingOf([ane], change('undone', true))).toBeNull()
    expect(undoingOf([ane], null)).toBeNull()
    expect(undoingOf([ane], change('vacated', true))).toBeNull()
    expect(undoingOf([gone], change('changed', true))).toBeNull()
  })
})
