import { describe, expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { doubtsAbout, isEditable, isKle, proposalDeadline, proposedToPrepare, usualEnd } from './form-rules.ts'

const kinds = (onDay: string, part: Partial<Parameters<typeof doubtsAbout>[1]> = {}) =>
  doubtsAbout(day(onDay), { municipalityCode: null, closed: [], taken: [], ...part }).map(({ kind }) => kind)

describe('a day is worth another thought', () => {
  test('when it is a weekend or a holiday', () => {
    expect(kinds('2026-03-16')).toEqual([])
    expect(kinds('2026-03-14')).toEqual(['weekend'])
    expect(kinds('2026-05-14')).toEqual(['holiday'])
    expect(kinds('2026-12-26')).toEqual(['holiday', 'weekend'])
  })

  test('when it is in a period to keep free that concerns the forum', () => {
    const closed = [
      { municipalityCode: '259', name: 'Uge 7', from: day('2026-02-09'), to: day('2026-02-13') },
      { municipalityCode: null, name: 'Temadag', from: day('2026-03-02'), to: day('2026-03-02') },
    ]
    expect(kinds('2026-02-10', { closed, municipalityCode: '259' })).toEqual(['period'])
    expect(kinds('2026-02-10', { closed, municipalityCode: '265' })).toEqual([])
    expect(kinds('2026-03-02', { closed, municipalityCode: '265' })).toEqual(['period'])
  })

  test('when the forum meets that day already', () => {
    expect(kinds('2026-03-16', { taken: [{ onDay: '2026-03-16', starts: '10:00' }] })).toEqual(['sameDay'])
  })
})

test('the deadline for proposals is as many days before as the standing orders say, but not past', () => {
  expect(proposalDeadline(day('2026-04-16'), { proposalDays: 28 }, day('2026-03-12'))).toBe('2026-03-19')
  expect(proposalDeadline(day('2026-03-20'), { proposalDays: 28 }, day('2026-03-12'))).toBe('2026-03-12')
})

test('a meeting of the usual length ends the same day', () => {
  expect(usualEnd({ usualStart: '10:00', usualMinutes: 150 })).toBe('12:30')
  expect(usualEnd({ usualStart: '23:00', usualMinutes: 150 })).toBe('23:59')
})

describe('a liaison committee is proposed to prepare', () => {
  const council = (id: string, preparedBy: number) => ({ id, forumKind: 'districtCouncil' as const, preparedBy })
  const other = { id: 'x', forumKind: 'localCouncil' as const, preparedBy: 0 }

  test('the next meeting of the district council that nobody prepares', () => {
    expect(proposedToPrepare('liaisonCommittee', [other, council('a', 1), council('b', 0)])).toBe('b')
    expect(proposedToPrepare('liaisonCommittee', [council('a', 1)])).toBe('a')
    expect(proposedToPrepare('liaisonCommittee', [other])).toBeNull()
  })

  test('and others nothing', () => {
    expect(proposedToPrepare('localCouncil', [council('a', 0)])).toBeNull()
  })
})

test.each([
  ['00.22.02', true],
  ['00.22', true],
  ['00.22.02-P35', true],
  ['27.69.00G01', true],
  ['0.22.02', false],
  ['KLE 00.22.02', false],
  ['00/22/02', false],
])('%s is a KLE number: %s', (text, known) => {
  expect(isKle(text)).toBe(known)
})

test('a meeting is edited until its minutes are locked, and not while it is cancelled', () => {
  expect((['draft', 'summoned', 'held', 'circulated'] as const).every(isEditable)).toBe(true)
  expect((['approved', 'published', 'cancelled'] as const).some(isEditable)).toBe(false)
})
