import { type CalendarDay, dayOf } from '../../base/time.ts'
import { record } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { tell } from '../../notices/notices-store.ts'
import { findMeeting, type Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { approve, listApprovals, listApprovers, listRecipients, lockMinutes } from './approval-store.ts'
import { findFacts } from './minutes-store.ts'
import { type ApprovedHow, isApprovedByAll, isPast } from './rules.ts'

const reasonOf = async (
  trx: Trx,
  district: string,
  meeting: Meeting,
  today: CalendarDay,
): Promise<ApprovedHow | null> => {
  const approvers = await listApprovers(trx, district, meeting, today)
  if (isApprovedByAll(approvers, await listApprovals(trx, district, meeting.id))) return 'all'
  const { silentApproval } = await findFacts(trx, district, meeting.id)
  return silentApproval && isPast(meeting.approveBy, today) ? 'deadline' : null
}

/**
 * Counts circulated minutes as approved when everyone has approved, or when the deadline has passed and silence counts.
 * True when it did. Doing it again does nothing.
 */
export async function concludeApproval(trx: Trx, district: string, meetingId: string, now: Date): Promise<boolean> {
  const today = dayOf(now)
  await lockMinutes(trx, district, meetingId)
  const meeting = await findMeeting(trx, district, meetingId)
  if (meeting?.state !== 'circulated') return false
  const how = await reasonOf(trx, district, meeting, today)
  if (how === null || !(await approve(trx, district, meeting, { how, note: '', now }))) return false
  await record(trx, district, {
    action: how === 'all' ? 'minutes.approvedByAll' : 'minutes.approvedByDeadline',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    subjectName: nameOfMeeting(meeting, 'da'),
  })
  const readers = await listRecipients(trx, district, meeting, today)
  await tell(trx, district, {
    kind: 'minutesApproved',
    personIds: readers.map(({ personId }) => personId),
    forumId: meeting.forumId,
    meetingId: meeting.id,
    by: '',
  })
  return true
}
