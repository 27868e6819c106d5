import { Hono } from 'hono'
import { changedFields } from '../../audit/store.ts'
import { Conflict, notFound } from '../../base/errors.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { mayBecome } from '../rules.ts'
import { announceChange } from '../summons/announce.ts'
import { CancelPage } from './cancel-page.tsx'
import { cancelForm, versionForm } from './forms.ts'
import { meetingSubject } from './logged.ts'
import { changeState, findMeeting } from './meeting-store.ts'

async function show(asked: Asked): Promise<Response> {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  return asked.page(<CancelPage asked={asked} meeting={meeting} />)
}

/** @throws Conflict when somebody else changed the meeting after the reader saw it. */
const cancel =
  (parts: Parts) =>
  async (asked: Asked): Promise<Response> => {
    const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
    if (!mayBecome(meeting.state, 'cancelled')) return asked.page(<CancelPage asked={asked} meeting={meeting} />, 409)
    const { data, values, problems } = await asked.form(cancelForm(asked.lang))
    if (data === null)
      return asked.page(<CancelPage asked={asked} meeting={meeting} values={values} problems={problems} />, 422)
    const district = asked.district.id
    await asked.change(async (trx, log) => {
      const change = { state: 'cancelled' as const, at: asked.now, cancelReason: data.grund }
      if (!(await changeState(trx, district, { id: meeting.id, version: data.version }, change))) throw new Conflict()
      await log({
        action: 'meeting.cancelled',
        ...meetingSubject(meeting),
        changes: changedFields({ meetingState: meeting.state }, { meetingState: 'cancelled', reason: data.grund }),
      })
      const after = (await findMeeting(trx, district, meeting.id)) ?? notFound()
      await announceChange(trx, log, { asked, parts }, meeting, after)
    })
    return asked.goTo(meetingPaths.meeting(meeting.id))
  }

/** The meeting becomes a draft again. @throws Conflict when it is not cancelled any more. */
async function undo(asked: Asked): Promise<Response> {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  const { data } = await asked.form(versionForm)
  if (meeting.state !== 'cancelled') throw new Conflict()
  await asked.change(async (trx, log) => {
    const at = { id: meeting.id, version: data?.version ?? -1 }
    const change = { state: 'draft' as const, at: asked.now, cancelReason: '' }
    if (!(await changeState(trx, asked.district.id, at, change))) throw new Conflict()
    await log({
      action: 'meeting.restored',
      ...meetingSubject(meeting),
      changes: changedFields({ meetingState: 'cancelled' }, { meetingState: 'draft' }),
    })
  })
  return asked.goTo(meetingPaths.meeting(meeting.id))
}

/** Cancelling a meeting, and undoing it. */
export const cancelRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.cancel(':id'), on('meetings.run', show))
    .post(meetingPaths.cancel(':id'), on('meetings.run', cancel(parts)))
    .post(meetingPaths.undoCancel(':id'), on('meetings.run', undo))
}
