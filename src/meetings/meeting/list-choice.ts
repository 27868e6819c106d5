import type { CalendarDay } from '../../base/time.ts'
import type { MeetingKind, MeetingOpenness, MeetingState } from '../rules.ts'

/** Ready-made selections of the list. `toSummon` and `minutes` are for those in charge of the meetings. */
export const meetingViews = ['all', 'coming', 'toSummon', 'minutes', 'approval'] as const
export type MeetingsView = (typeof meetingViews)[number]

/** `next`: those to come in their order, then the past ones from the latest. */
export const meetingSortings = ['next', 'day', 'forum', 'state', 'number', 'place'] as const
export type MeetingSorting = (typeof meetingSortings)[number]

/** What a reader chose in the filter bar. Empty text and null mean everything. */
export interface MeetingsChoice {
  view: MeetingsView
  words: string
  forumId: string | null
  year: number | null
  kind: MeetingKind | null
  state: MeetingState | null
  /** Only the fora that the reader sits in. */
  own: boolean
  sort: MeetingSorting
  descending: boolean
}

/** A meeting as a row of the list. */
export interface MeetingRow {
  id: string
  forumSlug: string
  forumName: string
  title: string
  kind: MeetingKind
  onDay: CalendarDay
  starts: string
  ends: string
  place: string
  state: MeetingState
  openness: MeetingOpenness
  number: number | null
}
