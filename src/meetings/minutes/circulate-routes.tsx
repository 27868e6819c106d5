import { Hono } from 'hono'
import type { CalendarDay } from '../../base/time.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { tell } from '../../notices/notices-store.ts'
import { readDate } from '../../web/date-field.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { approvalTexts } from './approval-texts.ts'
import { circulate, listRecipients } from './approval-store.ts'
import { CirculatePage, type CirculateView } from './circulate-page.tsx'
import { findOutdatedForm, inState, subjectOf } from './find.ts'
import { versionForm } from './forms.ts'
import { sendMinutesMail } from './mail.ts'
import { readMinutes } from './minutes-store.ts'
import { ordersOf } from './minutes-view.ts'
import { gapsOf, usualDeadline } from './rules.ts'

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
  const done = await asked.change(async (trx, log) => {
    const meeting = await inState(asked, trx, 'held')
    const at = { id: meeting.id, version: data?.version ?? -1 }
    const { silentApproval } = await ordersOf(trx, asked.district.id, meeting)
    if (!(await circulate(trx, asked.district.id, at, { approveBy: deadline, silentApproval, now: asked.now })))
      return false
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
    return true
  })
  if (done) return asked.goTo(meetingPaths.minutes(view.meeting.id))
  const now = await asked.read((trx) => findView(asked, trx))
  const { outdated } = await findOutdatedForm(asked, data?.version ?? -1, 'held')
  return asked.page(<CirculatePage asked={asked} view={now} values={values} outdated={outdated} />, 409)
}

/** Sending the minutes round. */
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
}
