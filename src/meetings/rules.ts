/** What meetings are, and what follows from their state. Pure: the same answer for the same meeting on the same day. */
export const meetingKinds = [
  'ordinary',
  'extraordinary',
  'individual',
  'tour',
  'preparatory',
  'citizens',
  'themeDay',
  'exercise',
] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const meetingStates = ['draft', 'summoned', 'held', 'circulated', 'approved', 'published'] as const
export type MeetingState = (typeof meetingStates)[number] | 'cancelled'

export const itemKinds = ['orientation', 'discussion', 'hearing', 'decision', 'status'] as const
export type ItemKind = (typeof itemKinds)[number]

export const outcomeKinds = ['noted', 'discussed', 'decided', 'postponed'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export type MeetingOpenness = 'closed' | 'partners' | 'public'
export type ItemOpenness = 'closed' | 'open'

/** What a fixed item of an agenda brings along by itself. */
export type Carries = 'nothing' | 'lastMinutes' | 'actionPoints'

/** Which state a meeting may be brought to from each. Cancelling is possible until it is held. */
const next: Record<MeetingState, readonly MeetingState[]> = {
  draft: ['summoned', 'cancelled'],
  summoned: ['held', 'cancelled'],
  held: ['circulated'],
  circulated: ['approved', 'held'],
  approved: ['published'],
  // A publication that should not have been is withdrawn; the minutes stay approved and locked.
  published: ['approved'],
  cancelled: ['draft'],
}

export const mayBecome = (from: MeetingState, to: MeetingState): boolean => next[from].includes(to)

/** The states that one who has not signed in is told of: those inside the forum are told when the minutes are published. */
export const statesForVisitors: readonly MeetingState[] = ['summoned', 'held', 'published']

export const stateForVisitors = (state: MeetingState): MeetingState =>
  state === 'circulated' || state === 'approved' ? 'held' : state

/** True once the minutes are locked: what is wrong in them is corrected by an addendum. */
export const isLocked = (state: MeetingState): boolean => state === 'approved' || state === 'published'

/** True while the agenda can be put together. */
export const isAgendaOpen = (state: MeetingState): boolean => state === 'draft' || state === 'summoned'

/** True once the meeting has taken place, whatever has become of its minutes. */
export const isHeld = (state: MeetingState): boolean =>
  state === 'held' || state === 'circulated' || state === 'approved' || state === 'published'

/** Minutes of the day for `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `HH:MM` for minutes of the day; over midnight it begins again. */
export const timeOf = (minutes: number): string => {
  const within = ((Math.round(minutes) % 1440) + 1440) % 1440
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** How long a meeting is set to last, in minutes. One that ends before it starts goes over midnight. */
export const lengthOf = ({ starts, ends }: { starts: string; ends: string }): number => {
  const length = minutesOf(ends) - minutesOf(starts)
  return length < 0 ? length + 1440 : length
}

/** When an item begins, if all before it keep their time: `HH:MM`. */
export const itemStarts = (meetingStarts: string, { minutesBefore }: { minutesBefore: number }): string =>
  timeOf(minutesOf(meetingStarts) + minutesBefore)

/** What an item is called on its agenda. It follows from the place, so an item that a reader may not see leaves the others theirs. */
export const itemNumber = (firstItemNumber: number, position: number): number => firstItemNumber + position - 1
