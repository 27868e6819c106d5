import { NotFound } from '../base/errors.ts'
import { isUuid } from '../base/ids.ts'
import type { Trx } from '../db/db.ts'
import type { Asked } from '../web/request.ts'
import { findItem, type Item } from './agenda/item-store.ts'
import { findMeeting, type Meeting } from './meeting/meeting-store.ts'
import { type MeetingState, meetingStates, stateForVisitors, statesForVisitors } from './rules.ts'

/** The meeting in the address. @throws NotFound when there is none, or the reader may not know of it. */
export async function askedMeeting(asked: Asked, trx: Trx, id = asked.param('id')): Promise<Meeting> {
  const found = isUuid(id) ? await findMeeting(trx, asked.district.id, id) : undefined
  if (found === undefined) throw new NotFound()
  return found
}

/** The same, for one who is in charge of the meeting's forum. @throws NotFound, Forbidden. */
export async function meetingInCharge(asked: Asked, trx: Trx, id = asked.param('id')): Promise<Meeting> {
  const meeting = await askedMeeting(asked, trx, id)
  asked.require('meetings.run', { forumId: meeting.forumId })
  return meeting
}

/** The states of meetings that the reader is told of, in their order. */
export const statesSeen = (asked: Asked): readonly MeetingState[] =>
  asked.actor.accountId === null ? statesForVisitors : meetingStates

/** The state of a meeting as the reader is told it. */
export const stateSeen = (asked: Asked, state: MeetingState): MeetingState =>
  asked.actor.accountId === null ? stateForVisitors(state) : state

/** True for those who prepare and minute the forum's meetings. */
export const isInCharge = (asked: Asked, { forumId }: { forumId: string }): boolean =>
  asked.may('meetings.run', { forumId })

/** True for those who sit in the forum. */
export const isMember = (asked: Asked, { forumId }: { forumId: string }): boolean =>
  asked.actor.fora.some((seat) => seat.forumId === forumId)

/** The agenda item in the address. @throws NotFound when there is none, or the reader may not know of it. */
export async function askedItem(asked: Asked, trx: Trx, id = asked.param('id')): Promise<Item> {
  const found = isUuid(id) ? await findItem(trx, asked.district.id, id) : undefined
  if (found === undefined) throw new NotFound()
  return found
}
