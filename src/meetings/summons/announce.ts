import type { LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { tell } from '../../notices/notices-store.ts'
import type { Asked, Parts } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { clearReplies, type Invited, listInvited, nextSequence } from './invitation-store.ts'
import { type Addressee, type Desk, deskOf, writeTo } from './letters.ts'
import { announcementOf } from './rules.ts'

type Log = (event: LogEvent) => Promise<void>
type Reached = Omit<Addressee, 'address'> & { address: string | null }

/** Those invited themselves. */
export const inviteesOf = (invited: readonly Invited[]): Reached[] =>
  invited.map((one) => ({
    personId: one.personId,
    name: one.name,
    address: one.email,
    reply: one.reply,
    chair: one.role === 'chair',
  }))

/** Those who come for somebody else. */
export const deputiesOf = (invited: readonly Invited[]): Reached[] =>
  invited
    .filter(({ reply }) => reply === 'deputy')
    .map((one) => ({
      personId: one.deputyPersonId,
      name: one.deputyName,
      address: one.deputyEmail === '' ? null : one.deputyEmail,
      reply: 'accepted' as const,
    }))

const personsOf = (invited: readonly Invited[]) =>
  invited.flatMap(({ personId, deputyPersonId, reply }) => [personId, reply === 'deputy' ? deputyPersonId : null])

/** The same on a desk of its own, for what is done without a request. */
export async function announceFrom(trx: Trx, desk: Desk, log: Log, before: Meeting, after: Meeting): Promise<void> {
  const what = announcementOf(before, after)
  if (what === null) return
  const district = desk.district.id
  if (what === 'moved') await clearReplies(trx, district, after.id)
  const invited = await listInvited(trx, district, after.id)
  const meeting = { ...after, sequence: await nextSequence(trx, after.id) }
  // Those who have agreed on a deputy are not asked anew.
  const agreed = invited.filter(({ reply }) => reply === 'deputy')
  const others = invited.filter(({ reply }) => reply !== 'deputy')
  const toAgreed = what === 'moved' ? 'movedDeputy' : what
  const mails =
    (await writeTo(trx, what, desk, meeting, inviteesOf(others))) +
    (await writeTo(trx, toAgreed, desk, meeting, [...inviteesOf(agreed), ...deputiesOf(agreed)]))
  await tell(trx, district, {
    kind: what === 'cancelled' ? 'meetingCancelled' : 'meetingChanged',
    personIds: personsOf(invited),
    forumId: after.forumId,
    meetingId: after.id,
    by: desk.by,
  })
  await log({
    action: 'meeting.announced',
    subjectKind: 'meeting',
    subjectId: after.id,
    subjectName: after.forumName,
    changes: [{ field: 'mails', before: null, after: String(mails) }],
  })
}

/**
 * Tells those invited to a meeting that its day, time or place has changed or that it is cancelled: by mail, in their
 * calendars and as a notice. Nothing happens for a meeting that nobody was invited to yet. Call it in the transaction of
 * the change, with the meeting as it was and as it is.
 */
export const announceChange = (
  trx: Trx,
  log: Log,
  { asked, parts }: { asked: Asked; parts: Parts },
  before: Meeting,
  after: Meeting,
): Promise<void> => announceFrom(trx, deskOf(asked, parts), log, before, after)
