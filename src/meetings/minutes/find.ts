import { Forbidden, Invalid } from '../../base/errors.ts'
import type { LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { refusedBy } from '../../db/refusals.ts'
import type { Asked } from '../../web/request.ts'
import { askedMeeting, meetingInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { findOutdated } from '../meeting/outdated.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import type { MeetingState } from '../rules.ts'
import { approvalTexts } from './approval-texts.ts'

/** How the log names what is done with the minutes of a meeting. */
export const subjectOf = (meeting: Meeting) => ({
  subjectKind: 'meeting',
  subjectId: meeting.id,
  subjectName: nameOfMeeting(meeting, 'da'),
})

/** The meeting in the address, in charge of it and in a state. @throws NotFound, Forbidden, Invalid. */
export async function inState(asked: Asked, trx: Trx, ...states: readonly MeetingState[]): Promise<Meeting> {
  const meeting = await meetingInCharge(asked, trx)
  if (!states.includes(meeting.state)) throw new Invalid(approvalTexts[asked.lang].notNow)
  return meeting
}

/** Somebody else changed the meeting after a form about it was made: how it stands now, and what was done to it. */
export async function findOutdatedForm(asked: Asked, seen: number, from: MeetingState) {
  const { meeting, changes } = await asked.read((trx) => findOutdated(asked, trx, seen))
  return { meeting, outdated: { changes, over: meeting.state !== from } }
}

/** The circulated minutes in the address, for one who sits in the forum. @throws NotFound, Forbidden, Invalid. */
export const circulatedForMember = async (asked: Asked, trx: Trx): Promise<Meeting & { personId: string }> => {
  const meeting = await askedMeeting(asked, trx)
  asked.require('meetings.takePart', { forumId: meeting.forumId })
  const { personId } = asked.actor
  // One in charge by a grant has no seat to approve or comment from.
  if (personId === null || !asked.actor.fora.some(({ forumId }) => forumId === meeting.forumId))
    throw new Forbidden('meetings.takePart')
  if (meeting.state !== 'circulated') throw new Invalid(approvalTexts[asked.lang].notNow)
  return { ...meeting, personId }
}

/** A change that the database refuses because the minutes were approved in the same moment is told in words. */
export const changeUnlessLocked = async <R>(
  asked: Asked,
  work: (trx: Trx, log: (event: LogEvent) => Promise<void>) => Promise<R>,
): Promise<R> => {
  try {
    return await asked.change(work)
  } catch (error) {
    if (refusedBy(error, 'minutes_locked')) throw new Invalid(approvalTexts[asked.lang].notNow)
    throw error
  }
}
