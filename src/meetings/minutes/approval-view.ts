import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { isInCharge, isMember } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { findMark, listApprovals, listApprovers } from './approval-store.ts'
import { findFacts, type MinutesFacts } from './minutes-store.ts'
import { type Approval, type Approver, missingOf } from './rules.ts'

/** How far the approval of a meeting's minutes has come, for those who take part. */
export interface ApprovalView {
  meeting: Meeting
  facts: MinutesFacts
  approvers: readonly Approver[]
  approvals: readonly Approval[]
  missing: readonly Approver[]
  /** What the page showed the reader, so that nobody approves words they have not seen. */
  mark: string
  /** The reader's own approval, also one of an older text. */
  own: Approval | null
  /** True when the reader is asked to approve and has not. */
  mayApprove: boolean
  inCharge: boolean
}

/** Null for readers outside the forum, and while nothing has been sent out. */
export async function findApprovalView(asked: Asked, trx: Trx, meeting: Meeting): Promise<ApprovalView | null> {
  if (meeting.state !== 'circulated' && meeting.state !== 'approved' && meeting.state !== 'published') return null
  const facts = await findFacts(trx, asked.district.id, meeting.id)
  if (!facts.sits && !facts.everything) return null
  const approvers = await listApprovers(trx, asked.district.id, meeting, asked.today)
  const approvals = await listApprovals(trx, asked.district.id, meeting.id)
  const missing = missingOf(approvers, approvals)
  const { personId } = asked.actor
  return {
    meeting,
    facts,
    approvers,
    approvals,
    missing,
    mark: personId === null ? '' : await findMark(trx, asked.district.id, meeting.id, personId),
    own: approvals.find((approval) => approval.personId === personId) ?? null,
    mayApprove:
      meeting.state === 'circulated' &&
      isMember(asked, meeting) &&
      missing.some((approver) => approver.personId === personId),
    inCharge: isInCharge(asked, meeting),
  }
}
