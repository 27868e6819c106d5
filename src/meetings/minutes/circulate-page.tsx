import { Columns, Empty, Rows, Section, State } from '../../web/blocks.tsx'
import { DateField } from '../../web/date-input.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import { listed } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import type { Orders } from '../orders/orders.ts'
import { meetingPaths } from '../paths.ts'
import { approvalTexts } from './approval-texts.ts'
import type { Recipient } from './approval-store.ts'
import { FormPage, type FormPageProps } from './form-page.tsx'
import type { gapsOf } from './rules.ts'

/** What is asked before the minutes go round. */
export interface CirculateView {
  meeting: Meeting
  orders: Pick<Orders, 'approvalDays' | 'silentApproval'>
  gaps: ReturnType<typeof gapsOf>
  tasks: number
  recipients: readonly Recipient[]
  approveBy: CalendarDay
}

interface CirculatePageProps extends Omit<FormPageProps, 'meeting'> {
  view: CirculateView
}

const Gaps = ({ asked, view }: CirculatePageProps) => {
  const t = approvalTexts[asked.lang]
  const { noOutcome, noWords, noAttendance } = view.gaps
  const numbers = (of: readonly number[]) => listed(of.map(String), asked.lang)
  const found = [
    ...(noOutcome.length > 0 ? [t.noOutcome(numbers(noOutcome))] : []),
    ...(noWords.length > 0 ? [t.noWords(numbers(noWords))] : []),
    ...(noAttendance ? [t.noAttendance] : []),
  ]
  return (
    <Section
      id="mangler"
      title={t.checks}
      {...(found.length > 0 && {
        link: { href: inDistrict(asked.district, meetingPaths.hold(view.meeting.id)), label: t.toHold },
      })}
    >
      <Rows columns="one">
        {found.length === 0 && (
          <li>
            <State kind="ok">{t.allNoted}</State>
          </li>
        )}
        {found.map((words) => (
          <li>
            <State kind="warn">{words}</State>
          </li>
        ))}
        {view.tasks === 0 && <li>{t.noTasks}</li>}
      </Rows>
    </Section>
  )
}

const Receivers = ({ asked, view }: CirculatePageProps) => {
  const t = approvalTexts[asked.lang]
  return (
    <Section id="modtagere" title={t.receivers} count={t.receiversCount(view.recipients.length)}>
      <p class="sv-sm sv-2">{t.mailSays}</p>
      {view.recipients.length === 0 ? (
        <Empty title={t.noReceivers} />
      ) : (
        <Rows columns="pair" small>
          {view.recipients.map(({ name, email }) => (
            <li>
              <span>{name}</span>
              <span>{email ?? <State kind="warn">{t.noAddress}</State>}</span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** What is missing, who is told, and by when they are to approve. Nothing is sent before the button is pressed. */
export const CirculatePage = (props: CirculatePageProps) => {
  const { asked, view, values, problems = [], outdated } = props
  const t = approvalTexts[asked.lang]
  const { meeting, orders } = view
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <FormPage
      asked={asked}
      meeting={meeting}
      title={t.send}
      lead={`${nameOfMeeting(meeting, asked.lang)}. ${t.sendLead}`}
      problems={problems}
      {...(outdated && { outdated })}
    >
      <Columns kind="even">
        <div>
          <Gaps {...props} />
          <Form
            action={href(meetingPaths.circulate(meeting.id))}
            version={meeting.version}
            problems={problems}
            {...(values && { values })}
          >
            <DateField
              name="frist"
              label={t.approveBy}
              hint={`${t.approveByHint(orders.approvalDays)} ${orders.silentApproval ? t.silent : t.notSilent}`}
              value={view.approveBy}
            />
            <Buttons submit={t.send} cancel={{ href: href(meetingPaths.minutes(meeting.id)) }} />
          </Form>
        </div>
        <div>
          <Receivers {...props} />
        </div>
      </Columns>
    </FormPage>
  )
}
