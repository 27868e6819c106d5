import { Hono } from 'hono'
import { changedFields } from '../../audit/store.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { meetingInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked } from '../rules.ts'
import { FixedMeetingPage } from './form-page.tsx'
import { isEditable } from './form-rules.ts'
import { filingClash, FilingPage, filingValues } from './filing-page.tsx'
import { filingForm } from './forms.ts'
import { meetingSubject } from './logged.ts'
import { setFiling } from './meeting-store.ts'
import { findOutdated } from './outdated.ts'
import { nameOfMeeting } from './wording.ts'

async function show(asked: Asked): Promise<Response> {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  if (isEditable(meeting.state)) return asked.goTo(meetingPaths.edit(meeting.id))
  if (!isLocked(meeting.state)) return asked.page(<FixedMeetingPage asked={asked} meeting={meeting} />)
  return asked.page(<FilingPage asked={asked} meeting={meeting} />)
}

async function save(asked: Asked): Promise<Response> {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  if (!isLocked(meeting.state)) return asked.page(<FixedMeetingPage asked={asked} meeting={meeting} />, 409)
  const { data, values, problems } = await asked.form(filingForm(asked.lang))
  if (data === null)
    return asked.page(<FilingPage asked={asked} meeting={meeting} values={values} problems={problems} />, 422)
  const numbers = { caseNumber: data.sagsnummer, kleNumber: data.kle }
  const done = await asked.change(async (trx, log) => {
    if (!(await setFiling(trx, asked.district.id, { id: meeting.id, version: data.version }, numbers))) return false
    const { caseNumber, kleNumber } = meeting
    await log({
      action: 'meeting.changed',
      ...meetingSubject(meeting),
      changes: changedFields({ caseNumber, kleNumber }, numbers),
    })
    return true
  })
  if (done) return asked.goTo(`${meetingPaths.meeting(meeting.id)}#journal`)
  const now = await asked.read((trx) => findOutdated(asked, trx, data.version))
  return showClash(asked, {
    title: nameOfMeeting(meeting, asked.lang),
    current: 'meetings',
    action: meetingPaths.filing(meeting.id),
    cancel: meetingPaths.meeting(meeting.id),
    version: now.meeting.version,
    last: now.changes[0],
    sent: values,
    stored: filingValues(now.meeting),
    texts: filingClash(asked),
  })
}

/** What a meeting is filed under, noted once its minutes are locked. Before that it is part of editing the meeting. */
export const filingRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.filing(':id'), on('meetings.run', show))
    .post(meetingPaths.filing(':id'), on('meetings.run', save))
}
