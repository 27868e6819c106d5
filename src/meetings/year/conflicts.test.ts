import { describe, expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { type Conflict, conflictsOf, isSerious } from './conflicts.ts'
import type { ClosedPeriod } from './open-days.ts'
import type { Booked } from './planning.ts'

const meeting = (id: string, part: Partial<Booked> = {}): Booked => ({
  id,
  forumId: 'raad',
  onDay: day('2027-06-17'),
  starts: '10:00',
  ends: '12:00',
  prepares: null,
  ...part,
})
const holiday: ClosedPeriod = {
  municipalityCode: '259',
  name: 'Efterårsferie',
  from: day('2027-10-18'),
  to: day('2027-10-24'),
}

/** What speaks against the first of some meetings. */
const against = ([row, ...others]: [Booked, ...Booked[]], municipality: string | null = null): Conflict[] =>
  conflictsOf({
    year: 2027,
    today: day('2027-01-10'),
    rows: [row],
    existing: others,
    closed: [holiday],
    members: new Map([
      ['raad', ['dina', 'mads', 'per']],
      ['udvalg', ['per', 'mads', 'gry']],
      ['andre', ['ida']],
    ]),
    municipalityOf: () => municipality,
  }).get(row.id) ?? []

describe('what speaks against a meeting', () => {
  test('a weekend, a day that is over, a holiday', () => {
    expect(against([meeting('a', { onDay: day('2027-06-19') })])).toEqual([{ kind: 'weekend' }])
    expect(against([meeting('a', { onDay: day('2027-01-08') })])).toEqual([{ kind: 'past' }])
    expect(against([meeting('a', { onDay: day('2027-05-17') })])).toEqual([{ kind: 'holiday', holiday: 'whitMonday' }])
    expect(against([meeting('a')])).toEqual([])
  })

  test('the school holidays of its own municipality, and any for a forum of all', () => {
    const inHoliday = meeting('a', { onDay: day('2027-10-20') })
    expect(against([inHoliday], '259')).toEqual([{ kind: 'closed', name: 'Efterårsferie' }])
    expect(against([inHoliday], null)).toHaveLength(1)
    expect(against([inHoliday], '265')).toEqual([])
  })

  test('everyone who sits in two meetings at the same time, by who they are', () => {
    const other = meeting('b', { forumId: 'udvalg', starts: '11:30', ends: '13:00' })
    expect(against([meeting('a'), other])).toEqual([
      { kind: 'overlap', forumId: 'udvalg', starts: '11:30', persons: ['per', 'mads'] },
    ])
    const [after] = against([meeting('a'), { ...other, starts: '12:00' }])
    expect(after).toMatchObject({ kind: 'sameDay', persons: ['per', 'mads'] })
    expect(after && isSerious(after)).toBe(false)
    expect(against([meeting('a'), meeting('b', { forumId: 'andre' })])).toEqual([])
  })

  test('the same forum twice a day', () => {
    expect(against([meeting('a'), meeting('b', { starts: '15:00', ends: '16:00' })])).toEqual([{ kind: 'twice' }])
  })

  test.each([
    [13, true],
    [14, false],
    [21, false],
    [22, true],
    [-3, true],
  ])('preparing another meeting %i days before it', (days, isWrong) => {
    const council = meeting('b', { onDay: day('2027-06-17') })
    const onDay = day(new Date(Date.parse('2027-06-17') - days * 86_400_000).toISOString().slice(0, 10))
    const found = against([meeting('a', { forumId: 'andre', onDay, prepares: 'b' }), council])
    expect(found.filter(({ kind }) => kind === 'preparesLate')).toEqual(isWrong ? [{ kind: 'preparesLate', days }] : [])
  })
})
