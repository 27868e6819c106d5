import { Hono } from 'hono'
import { Invalid } from '../../base/errors.ts'
import { longDay } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { transact } from '../../db/tx.ts'
import { tell } from '../../notices/notices-store.ts'
import { programIdentity } from '../../people/actor.ts'
import { Message } from '../../web/blocks.tsx'
import { readDate } from '../../web/date-field.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { ClosePage } from './after-pages.tsx'
import { approvalTexts } from './approval-texts.ts'
import { addApproval, approve, listApprovals, listApprovers, listRecipients } from './approval-store.ts'
import { concludeApproval } from './conclude.ts'
import { approveForm, reasonForm } from './forms.ts'
import { sendMinutesMail } from './mail.ts'
import { changeUnlessLocked, circulatedForMember, findOutdatedForm, inState, subjectOf } from './find.ts'
import { showMinutes } from './minutes-routes.tsx'
import { missingOf } from './rules.ts'

/** Takes back an approval of a text that its writer has not seen. */
class ReadAnOlderText extends Error {}

const approveIt = (parts: Parts) => async (asked: Asked) => {
  const t = approvalTexts[asked.lang]
  const { data } = await asked.form(approveForm)
  const change = changeUnlessLocked(asked, async (trx, log) => {
    const meeting = await circulatedForMember(asked, trx)
    const approvers = await listApprovers(trx, asked.district.id, meeting, asked.today)
    const own = approvers.find(({ personId }) => personId === meeting.personId)
    if (own === undefined) throw new Invalid(t.notApprover)
    // Compared afterwards: storing it waits for whoever is correcting the minutes in this moment.
    const approved = await addApproval(trx, asked.district.id, meeting, own)
    if (approved !== null && approved !== data?.laest) throw new ReadAnOlderText()
    if (approved !== null) await log({ action: 'minutes.approvedByMember', ...subjectOf(meeting) })
    return meeting.id
  })
  const done = await change.catch((error: unknown) => {
    if (error instanceof ReadAnOlderText) return null
    throw error
  })
  if (done === null)
    return showMinutes(asked, { status: 409, message: <Message kind="warning" title={t.changedMeanwhile} /> })
  // A member changes nothing of the meeting itself; the program draws the conclusion, by the function that the job uses too.
  await transact(parts.db, programIdentity('Samvirk', asked.district.id), asked.now, (trx) =>
    concludeApproval(trx, asked.district.id, done, asked.now),
  )
  return asked.goTo(meetingPaths.minutes(done))
}

/** One reminder a day to each who has not approved, however often the button is pressed. */
const remind = (parts: Parts) => async (asked: Asked) => {
  const id = await asked.change(async (trx, log) => {
    const meeting = await inState(asked, trx, 'circulated')
    const approvers = await listApprovers(trx, asked.district.id, meeting, asked.today)
    const approvals = await listApprovals(trx, asked.district.id, meeting.id)
    const missing = new Set(missingOf(approvers, approvals).map(({ personId }) => personId))
    const readers = await listRecipients(trx, asked.district.id, meeting, asked.today)
    const sent = await sendMinutesMail(trx, asked, parts.baseUrl(), {
      kind: 'reminder',
      meeting,
      recipients: readers.filter(({ personId }) => missing.has(personId)),
      key: `minutes-reminder:${meeting.id}:${asked.today}`,
    })
    if (sent > 0)
      await log({
        action: 'minutes.reminded',
        ...subjectOf(meeting),
        changes: [{ field: 'recipients', before: null, after: String(sent) }],
      })
    return meeting.id
  })
  return asked.goTo(`${meetingPaths.minutes(id)}#godkendelse`)
}

const readMeetingDay = (
  asked: Asked,
  values: Record<string, unknown>,
  meeting: Meeting,
): { day: CalendarDay | null; problems: Problem[] } => {
  const t = approvalTexts[asked.lang].problems
  const day = readDate(values, 'moede')
  const wrong =
    day === 'bad'
      ? t.day
      : day !== null && day > asked.today
        ? t.future
        : day !== null && day < meeting.onDay
          ? t.beforeMeeting
          : null
  return {
    day: day === 'bad' ? null : day,
    problems: wrong === null ? [] : [{ field: 'moede', text: wrong }],
  }
}

async function close(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(reasonForm(asked.lang))
  const meeting = await asked.read((trx) => inState(asked, trx, 'circulated'))
  const read = readMeetingDay(asked, values, meeting)
  const wrong = [...read.problems, ...problems]
  if (data === null || wrong.length > 0)
    return asked.page(<ClosePage asked={asked} meeting={meeting} values={values} problems={wrong} />, 422)
  const note = [...(read.day === null ? [] : [approvalTexts.da.closeNote(longDay(read.day, 'da'))]), data.grund].join(
    ' ',
  )
  const done = await asked.change(async (trx, log) => {
    const at = { id: meeting.id, version: data.version }
    if (!(await approve(trx, asked.district.id, at, { how: 'hand', note, now: asked.now }))) return false
    await log({
      action: 'minutes.approvedByHand',
      ...subjectOf(meeting),
      changes: [{ field: 'reason', before: null, after: note }],
    })
    const readers = await listRecipients(trx, asked.district.id, meeting, asked.today)
    await tell(trx, asked.district.id, {
      kind: 'minutesApproved',
      personIds: readers.map(({ personId }) => personId),
      forumId: meeting.forumId,
      meetingId: meeting.id,
      by: asked.actor.name,
    })
    return true
  })
  if (done) return asked.goTo(meetingPaths.minutes(meeting.id))
  const found = await findOutdatedForm(asked, data.version, 'circulated')
  return asked.page(<ClosePage asked={asked} {...found} values={values} />, 409)
}

/** Approving, reminding, and closing the approval by hand. */
export const approvalRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .post(meetingPaths.approve(':id'), on('meetings.takePart', approveIt(parts)))
    .post(meetingPaths.remind(':id'), on('meetings.run', remind(parts)))
    .get(
      meetingPaths.closeApproval(':id'),
      on('meetings.run', async (asked) => {
        const meeting = await asked.read((trx) => inState(asked, trx, 'circulated'))
        return asked.page(<ClosePage asked={asked} meeting={meeting} />)
      }),
    )
    .post(meetingPaths.closeApproval(':id'), on('meetings.run', close))
}
