import { longDay, moment } from '../../base/language.ts'
import { daysBetween } from '../../base/time.ts'
import { Rows, Section, State } from '../../web/blocks.tsx'
import { Meter } from '../../web/figures.tsx'
import { PostButton } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { approvalTexts } from './approval-texts.ts'
import type { ApprovalView } from './approval-view.ts'
import type { Approval } from './rules.ts'
import { changedInWords } from './wording.ts'

const Deadline = ({ asked, view }: { asked: Asked; view: ApprovalView }) => {
  const t = approvalTexts[asked.lang]
  const { approveBy, state } = view.meeting
  if (state !== 'circulated' || approveBy === null) return null
  return (
    <p class="sv-sm sv-2">
      {t.deadline(longDay(approveBy, asked.lang))} {view.facts.silentApproval ? t.silent : t.notSilent}
    </p>
  )
}

const Missing = ({ asked, view }: { asked: Asked; view: ApprovalView }) => {
  const t = approvalTexts[asked.lang]
  const { approveBy, state } = view.meeting
  if (state !== 'circulated' || view.missing.length === 0) return null
  const over = approveBy === null ? 0 : daysBetween(approveBy, asked.today)
  const before = new Set(view.approvals.map(({ personId }) => personId))
  return (
    <Rows columns="pair" small label={t.missing}>
      {view.missing.map(({ personId, label, name }) => (
        <li>
          <span>{label === '' ? name : label}</span>
          <span>
            {over > 0 ? (
              <State kind="bad">{t.late(over)}</State>
            ) : before.has(personId) ? (
              <State kind="warn">{t.again}</State>
            ) : (
              <State kind="todo">{t.missing}</State>
            )}
          </span>
        </li>
      ))}
    </Rows>
  )
}

const Approved = ({ asked, view, approval }: { asked: Asked; view: ApprovalView; approval: Approval }) => {
  const t = approvalTexts[asked.lang]
  const label = view.approvers.find(({ personId }) => personId === approval.personId)?.label ?? ''
  return (
    <li>
      <span>{label === '' || label === approval.name ? approval.name : `${approval.name}, ${label}`}</span>
      <span>
        {moment(approval.at, asked.lang)}
        {approval.changed.length > 0 && <small>{t.changedSince(changedInWords(approval, asked.lang))}</small>}
      </span>
    </li>
  )
}

/** The approval of the minutes in the side column: how many, who is missing, when the others approved, and the reader's own click. */
export const ApprovalSection = ({ asked, view }: { asked: Asked; view: ApprovalView }) => {
  const t = approvalTexts[asked.lang]
  const { meeting, approvers, approvals, missing, own } = view
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Section id="godkendelse" title={t.approval}>
      {approvers.length === 0 ? (
        <p class="sv-sm sv-2">{t.nobody}</p>
      ) : (
        <p>
          <Meter part={approvers.length - missing.length} whole={approvers.length} />{' '}
          {t.count(approvers.length - missing.length, approvers.length)}
        </p>
      )}
      <Deadline asked={asked} view={view} />
      {own !== null && (
        <p class="sv-sm">
          {t.youApproved(moment(own.at, asked.lang))}{' '}
          {own.changed.length > 0 && t.changedSince(changedInWords(own, asked.lang))}{' '}
          {own.changed.length > 0 && view.mayApprove && t.approveAgain}
        </p>
      )}
      {view.mayApprove && (
        <PostButton
          action={href(meetingPaths.approve(meeting.id))}
          label={t.approve}
          fields={{ laest: view.mark }}
          look="primary"
        />
      )}
      <Missing asked={asked} view={view} />
      {approvals.length > 0 && (
        <details class="sv-more sv-sm">
          <summary>{t.times(approvals.length)}</summary>
          <Rows columns="pair" small>
            {approvals.map((approval) => (
              <Approved asked={asked} view={view} approval={approval} />
            ))}
          </Rows>
        </details>
      )}
      {view.inCharge && meeting.state === 'circulated' && missing.length > 0 && (
        <PostButton action={href(meetingPaths.remind(meeting.id))} label={t.remind(missing.length)} look="link" />
      )}
    </Section>
  )
}
