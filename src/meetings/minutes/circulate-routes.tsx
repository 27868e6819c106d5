import { Hono } from 'hono'
import { Conflict, Invalid } from '../../base/errors.ts'
import type { CalendarDay } from '../../base/time.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { tell } from '../../notices/notices-store.ts'
import { readDate } from '../../web/date-field.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import type { MeetingState } from '../rules.ts'
import { approvalTexts } from './approval-texts.ts'
import { circulate, listRecipients, takeBack } from './approval-store.ts'
import { CirculatePage, type CirculateView, ReasonPage } from './circulate-page.tsx'
import { reasonForm, versionForm } from './forms.ts'
import { sendMinutesMail } from './mail.ts'
import { readMinutes } from './minutes-store.ts'
import { ordersOf } from './minutes-view.ts'
import { gapsOf, usualDeadline } from './rules.ts'

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

const findView = async (asked: Asked, trx: Trx): Promise<CirculateView> => {
  const meeting = await inState(asked, trx, 'held')
  const orders = await ordersOf(trx, asked.district.id, meeting)
  const minutes = await readMinutes(trx, asked.district.id, meeting, { names: true })
  return {
    meeting,
    orders,
    gaps: gapsOf(minutes),
    tasks: minutes.tasks.length,
    recipients: await listRecipients(trx, asked.district.id, meeting, asked.today),
    approveBy: usualDeadline(asked.today, orders.approvalDays),
  }
}

const readDeadline = (asked: Asked, values: Record<string, unknown>): CalendarDay | Problem => {
  const t = approvalTexts[asked.lang].problems
  const day = readDate(values, 'frist')
  if (day === 'bad') return { field: 'frist', text: t.day }
  if (day === null) return { field: 'frist', text: t.noDay }
  return day < asked.today ? { field: 'frist', text: t.past } : day
}

const send = (parts: Parts) => async (asked: Asked) => {
  const { data, values } = await asked.form(versionForm)
  const view = await asked.read((trx) => findView(asked, trx))
  const deadline = readDeadline(asked, values)
  if (typeof deadline !== 'string')
    return asked.page(<CirculatePage asked={asked} view={view} values={values} problems={[deadline]} />, 422)
  await asked.change(async (trx, log) => {
    const meeting = await inState(asked, trx, 'held')
    const at = { id: meeting.id, version: data?.version ?? -1 }
    const { silentApproval } = await ordersOf(trx, asked.district.id, meeting)
    if (!(await circulate(trx, asked.district.id, at, { approveBy: deadline, silentApproval, now: asked.now })))
      throw new Conflict()
    const recipients = await listRecipients(trx, asked.district.id, meeting, asked.today)
    const again = meeting.circulatedAt !== null
    await sendMinutesMail(trx, asked, parts.baseUrl(), {
      kind: again ? 'again' : 'first',
      meeting: { ...meeting, approveBy: deadline },
      recipients,
      key: `minutes:${meeting.id}:${String(at.version)}`,
    })
    await tell(trx, asked.district.id, {
      kind: 'minutesCirculated',
      personIds: recipients.map(({ personId }) => personId),
      forumId: meeting.forumId,
      meetingId: meeting.id,
      by: asked.actor.name,
    })
    await log({
      action: again ? 'minutes.recirculated' : 'minutes.circulated',
      ...subjectOf(meeting),
      changes: changedFields(null, { approveBy: deadline, recipients: recipients.length }),
    })
  })
  return asked.goTo(meetingPaths.minutes(view.meeting.id))
}

const TakeBack = ({
  asked,
  meeting,
  ...rest
}: {
  asked: Asked
  meeting: Meeting
  values?: Record<string, unknown>
  problems?: readonly Problem[]
}) => {
  const t = approvalTexts[asked.lang]
  return (
    <ReasonPage
      asked={asked}
      meeting={meeting}
      title={t.takeBack}
      lead={t.takeBackLead}
      action={meetingPaths.takeBack(meeting.id)}
      {...rest}
    />
  )
}

async function takeItBack(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(reasonForm(asked.lang))
  const meeting = await asked.read((trx) => inState(asked, trx, 'circulated'))
  if (data === null)
    return asked.page(<TakeBack asked={asked} meeting={meeting} values={values} problems={problems} />, 422)
  await asked.change(async (trx, log) => {
    const removed = await takeBack(trx, asked.district.id, { id: meeting.id, version: data.version })
    if (removed === null) throw new Conflict()
    await log({
      action: 'minutes.takenBack',
      ...subjectOf(meeting),
      changes: [
        { field: 'reason', before: null, after: data.grund },
        ...changedFields({ approvals: removed, approveBy: meeting.approveBy }, { approvals: 0, approveBy: null }),
      ],
    })
  })
  return asked.goTo(meetingPaths.minutes(meeting.id))
}

/** Sending the minutes round, and taking them back. */
export const circulateRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.circulate(':id'),
      on('meetings.run', async (asked) => {
        const view = await asked.read((trx) => findView(asked, trx))
        return asked.page(<CirculatePage asked={asked} view={view} />)
      }),
    )
    .post(meetingPaths.circulate(':id'), on('meetings.run', send(parts)))
    .get(
      meetingPaths.takeBack(':id'),
      on('meetings.run', async (asked) => {
        const meeting = await asked.read((trx) => inState(asked, trx, 'circulated'))
        return asked.page(<TakeBack asked={asked} meeting={meeting} />)
      }),
    )
    .post(meetingPaths.takeBack(':id'), on('meetings.run', takeItBack))
}
