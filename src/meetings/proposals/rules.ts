import type { CalendarDay } from '../../base/time.ts'

export const answers = ['placed', 'postponed', 'declined'] as const
export type Answer = (typeof answers)[number]
export type ProposalState = 'waiting' | Answer | 'withdrawn'

interface Coming {
  onDay: CalendarDay
  proposeBy: CalendarDay | null
}

/** Where a proposal goes that is made today. */
export interface Destination<Meeting> {
  /** The first coming meeting that still takes proposals; null sends the proposal to the backlog. */
  meeting: Meeting | null
  /** The meeting before that one whose deadline has passed; the reader is told. */
  late: Meeting | null
}

/** The next meeting takes what comes by its deadline, that day included; later proposals go to the one after, or wait in the backlog. */
export function destinationOf<Meeting extends Coming>(
  coming: readonly Meeting[],
  today: CalendarDay,
): Destination<Meeting> {
  const inOrder = coming.filter(({ onDay }) => onDay >= today).toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1))
  const meeting = inOrder.find(({ proposeBy }) => proposeBy === null || proposeBy >= today) ?? null
  const late = inOrder[0] === undefined || inOrder[0] === meeting ? null : inOrder[0]
  return { meeting, late }
}

/** What is missing from an answer; null when nothing is. Placing takes a meeting; postponing and declining take a reason. */
export function answerProblem({
  answer,
  meetingId,
  reason,
}: {
  answer: Answer
  meetingId: string | null
  reason: string
}): 'noMeeting' | 'noReason' | null {
  if (answer === 'placed') return meetingId === null ? 'noMeeting' : null
  return reason === '' ? 'noReason' : null
}
