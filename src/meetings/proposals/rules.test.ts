import { describe, expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { answerProblem, destinationOf } from './rules.ts'

const today = day('2026-03-12')
const meeting = (onDay: string, proposeBy: string | null) => ({
  onDay: day(onDay),
  proposeBy: proposeBy === null ? null : day(proposeBy),
})

describe('a proposal goes', () => {
  const april = meeting('2026-04-16', '2026-03-19')
  const june = meeting('2026-06-11', '2026-05-14')

  test('to the next meeting by its deadline, that day included', () => {
    expect(destinationOf([june, april], today)).toEqual({ meeting: april, late: null })
    expect(destinationOf([april, june], day('2026-03-19'))).toEqual({ meeting: april, late: null })
  })

  test('to the one after when the deadline has passed, which is said', () => {
    expect(destinationOf([april, june], day('2026-03-20'))).toEqual({ meeting: june, late: april })
  })

  test('to the backlog when every deadline has passed, or nothing is planned', () => {
    expect(destinationOf([april], day('2026-04-01'))).toEqual({ meeting: null, late: april })
    expect(destinationOf([], today)).toEqual({ meeting: null, late: null })
    expect(destinationOf([meeting('2026-03-01', null)], today)).toEqual({ meeting: null, late: null })
  })

  test('to a meeting without a deadline at any time', () => {
    const open = meeting('2026-03-12', null)
    expect(destinationOf([open], today)).toEqual({ meeting: open, late: null })
  })
})

test.each([
  ['placed', 'm', '', null],
  ['placed', null, 'Ja', 'noMeeting'],
  ['postponed', null, '', 'noReason'],
  ['postponed', null, 'Senere', null],
  ['declined', null, '', 'noReason'],
  ['declined', 'm', 'Hører til et andet forum', null],
] as const)('the answer %s with meeting %s and reason “%s” lacks %s', (answer, meetingId, reason, problem) => {
  expect(answerProblem({ answer, meetingId, reason })).toBe(problem)
})
