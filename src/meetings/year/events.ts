import { addDays, type CalendarDay } from '../../base/time.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import { isHeld, type MeetingState } from '../rules.ts'

export const deadlineKinds = ['propose', 'summon', 'approve', 'task'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Something that is to be done by a day. */
export interface Deadline {
  kind: DeadlineKind
  day: CalendarDay
  /** The meeting or the task it concerns. */
  id: string
  forumId: string
  forumName: string
  /** What is to be done, for a task; empty for the rest. */
  title: string
  done: boolean
}

/** A meeting as far as its deadlines are concerned. */
export interface Due {
  id: string
  forumId: string
  forumName: string
  forumKind: ForumKind
  municipalityCode: string | null
  onDay: CalendarDay
  state: MeetingState
  proposeBy: CalendarDay | null
  approveBy: CalendarDay | null
}

/** Which deadlines of a meeting are the reader's business. */
export type Minds = (meeting: Due) => { propose: boolean; summon: boolean; approve: boolean }

/**
 * The deadlines that follow from meetings. Those of cancelled meetings are gone. The day of the summons is the last on
 * which the notice of the standing orders can be kept. Proposals can be handed in until their day is over.
 */
export function deadlinesOf(
  meetings: readonly Due[],
  noticeOf: (meeting: Due) => number,
  minds: Minds,
  today: CalendarDay,
): Deadline[] {
  return meetings
    .filter(({ state }) => state !== 'cancelled')
    .flatMap((meeting): Deadline[] => {
      const { id, forumId, forumName, state } = meeting
      const concerns = minds(meeting)
      const about = (kind: DeadlineKind, day: CalendarDay, done: boolean) => ({
        kind,
        day,
        id,
        forumId,
        forumName,
        title: '',
        done,
      })
      return [
        ...(concerns.propose && meeting.proposeBy !== null
          ? [about('propose', meeting.proposeBy, isHeld(state) || meeting.proposeBy < today)]
          : []),
        ...(concerns.summon ? [about('summon', addDays(meeting.onDay, -noticeOf(meeting)), state !== 'draft')] : []),
        ...(concerns.approve && meeting.approveBy !== null
          ? [about('approve', meeting.approveBy, state === 'approved' || state === 'published')]
          : []),
      ]
    })
}

export const rings = ['districtCouncil', 'liaisonCommittee', 'localCouncil', 'other', 'deadline'] as const
export type Ring = (typeof rings)[number]

/** Which ring of the year wheel the meetings of a forum stand in. */
export const ringOf = (kind: ForumKind): Ring =>
  kind === 'districtCouncil' || kind === 'liaisonCommittee'
    ? kind
    : kind === 'localCouncil' || kind === 'localNetwork'
      ? 'localCouncil'
      : 'other'
