import { Hono } from 'hono'
import { changedFields } from '../../audit/store.ts'
import { notFound } from '../../base/errors.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { mayBecome } from '../rules.ts'
import { announceChange } from '../summons/announce.ts'
import { CancelPage, UndoPage } from './cancel-page.tsx'
import { cancelForm, versionForm } from './forms.ts'
import { meetingSubject } from './logged.ts'
import { changeState, findMeeting } from './meeting-store.ts'
import { findOutdated } from './outdated.ts'

async function show(asked: Asked): Promise<Response> {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  return asked.page(<CancelPage asked={asked} meeting={meeting} />)
}

const showOutdated = async (asked: Asked, seen: number, values: Readonly<Record<string, unknown>>) => {
  const found = await asked.read((trx) => findOutdated(asked, trx, seen))
  return asked.page(<CancelPage asked={asked} {...found} values={values} />, 409)
}

const cancel =
  (parts: Parts) =>
  async (asked: Asked): Promise<Response> => {
    const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
    const { data, values, problems } = await asked.form(cancelForm(asked.lang))
    if (!mayBecome(meeting.state, 'cancelled')) return showOutdated(asked, data?.version ?? meeting.version, values)
    if (data === null)
      return asked.page(<CancelPage asked={asked} meeting={meeting} values={values} problems={problems} />, 422)
    const district = asked.district.id
    const done = await asked.change(async (trx, log) => {
      const change = { state: 'cancelled' as const, at: asked.now, cancelReason: data.grund }
      if (!(await changeState(trx, district, { id: meeting.id, version: data.version }, change))) return false
      await log({
        action: 'meeting.cancelled',
        ...meetingSubject(meeting),
        changes: changedFields({ meetingState: meeting.state }, { meetingState: 'cancelled', reason: data.grund }),
      })
      const after = (await findMeeting(trx, district, meeting.id)) ?? notFound()
      await announceChange(trx, log, { asked, parts }, meeting, after)
      return true
    })
    return done ? asked.goTo(meetingPaths.meeting(meeting.id)) : showOutdated(asked, data.version, values)
  }

/** The meeting becomes a draft again. */
async function undo(asked: Asked): Promise<Response> {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  const { data } = await asked.form(versionForm)
  const seen = data?.version ?? -1
  const done = await asked.change(async (trx, log) => {
    const change = { state: 'draft' as const, at: asked.now, cancelReason: '' }
    if (meeting.state !== 'cancelled') return false
    if (!(await changeState(trx, asked.district.id, { id: meeting.id, version: seen }, change))) return false
    await log({
      action: 'meeting.restored',
      ...meetingSubject(meeting),
      changes: changedFields({ meetingState: 'cancelled' }, { meetingState: 'draft' }),
    })
    return true
  })
  if (done) return asked.goTo(meetingPaths.meeting(meeting.id))
  const found = await asked.read((trx) => findOutdated(asked, trx, seen))
  return asked.page(<UndoPage asked={asked} {...found} />, 409)
}

/** Cancelling a meeting, and undoing it. */
export const cancelRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.cancel(':id'), on('meetings.run', show))
    .post(meetingPaths.cancel(':id'), on('meetings.run', cancel(parts)))
    .post(meetingPaths.undoCancel(':id'), on('meetings.run', undo))
}
