import type { Trx } from '../../db/db.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { isInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { isHeld } from '../rules.ts'
import { ApprovalSection } from './approval-section.tsx'
import { approvalTexts } from './approval-texts.ts'
import { type ApprovalView, findApprovalView } from './approval-view.ts'
import { findFacts } from './minutes-store.ts'
import { mayRead } from './rules.ts'

/** What the page of a meeting shows of its minutes. */
export interface MinutesParts {
  /** True when the reader may read them as they stand. */
  readable: boolean
  approval: ApprovalView | null
}

export async function findMinutesParts(asked: Asked, trx: Trx, meeting: Meeting): Promise<MinutesParts> {
  if (!isHeld(meeting.state)) return { readable: false, approval: null }
  return {
    readable: mayRead(meeting.state, await findFacts(trx, asked.district.id, meeting.id)),
    approval: await findApprovalView(asked, trx, meeting),
  }
}

/** The ways to the minutes from the head of the meeting's page. */
export const MinutesActions = ({ asked, meeting, parts }: { asked: Asked; meeting: Meeting; parts: MinutesParts }) => {
  const t = approvalTexts[asked.lang]
  if (!parts.readable) return null
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <>
      <a class="button button-secondary" href={href(meetingPaths.minutes(meeting.id))}>
        {t.read}
      </a>
      {meeting.state === 'held' && isInCharge(asked, meeting) && (
        <a class="button button-primary" href={href(meetingPaths.circulate(meeting.id))}>
          {t.send}
        </a>
      )}
      {meeting.state === 'approved' && isInCharge(asked, meeting) && (
        <a class="button button-primary" href={href(meetingPaths.publish(meeting.id))}>
          {t.publish}
        </a>
      )}
    </>
  )
}

/** The approval in the side column; nothing for readers outside the forum. */
export const ApprovalPart = ({ asked, parts }: { asked: Asked; parts: MinutesParts }) =>
  parts.approval === null ? null : <ApprovalSection asked={asked} view={parts.approval} />
