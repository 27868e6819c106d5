import { Hono } from 'hono'
import { Conflict, Forbidden, Invalid, notFound } from '../../base/errors.ts'
import { longDay } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { transact } from '../../db/tx.ts'
import { tell } from '../../notices/notices-store.ts'
import { programIdentity } from '../../people/actor.ts'
import { Message } from '../../web/blocks.tsx'
import { readDate } from '../../web/date-field.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { findItem } from '../agenda/item-store.ts'
import { askedMeeting } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { ClosePage } from './after-pages.tsx'
import { approvalTexts } from './approval-texts.ts'
import {
  addApproval,
  approve,
  lastOutcomeChange,
  listApprovals,
  listApprovers,
  listLeads,
  listRecipients,
} from './approval-store.ts'
import { markOf } from './approval-view.ts'
import { inState, subjectOf } from './circulate-routes.tsx'
import { addComment, answerComment, listComments } from './comment-store.ts'
import { concludeApproval } from './conclude.ts'
import { answerForm, approveForm, commentForm, reasonForm } from './forms.ts'
import { sendMinutesMail } from './mail.ts'
import { showMinutes } from './minutes-routes.tsx'
import { missingOf } from './rules.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../db/db.ts'
import type { LogEvent } from '../../audit/store.ts'

/** The circulated minutes in the address, for one who sits in the forum. @throws NotFound, Forbidden, Invalid. */
const circulatedForMember = async (asked: Asked, trx: Trx): Promise<Meeting & { personId: string }> => {
  const meeting = await askedMeeting(asked, trx)
  asked.require('meetings.takePart', { forumId: meeting.forumId })
  const { personId } = asked.actor
  // One in charge by a grant has no seat to approve or comment from.
  if (personId === null || !asked.actor.fora.some(({ forumId }) => forumId === meeting.forumId))
    throw new Forbidden('meetings.takePart')
  if (meeting.state !== 'circulated') throw new Invalid(approvalTexts[asked.lang].notNow)
  return { ...meeting, personId }
}

/** A change that the database refuses because the minutes were approved in the same moment is told in words. */
const changeUnlessLocked = async <R,>(
  asked: Asked,
  work: (trx: Trx, log: (event: LogEvent) => Promise<void>) => Promise<R>,
): Promise<R> => {
  try {
    return await asked.change(work)
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'minutes_locked')
      throw new Invalid(approvalTexts[asked.lang].notNow)
    throw error
  }
}

const approveIt = (parts: Parts) => async (asked: Asked) => {
  const t = approvalTexts[asked.lang]
  const { data } = await asked.form(approveForm)
  const done = await changeUnlessLocked(asked, async (trx, log) => {
    const meeting = await circulatedForMember(asked, trx)
    const approvers = await listApprovers(trx, asked.district.id, meeting, asked.today)
    const own = approvers.find(({ personId }) => personId === meeting.personId)
    if (own === undefined) throw new Invalid(t.notApprover)
    if (markOf(await lastOutcomeChange(trx, asked.district.id, meeting.id)) !== data?.laest) return null
    if (await addApproval(trx, asked.district.id, meeting, own))
      await log({ action: 'minutes.approvedByMember', ...subjectOf(meeting) })
    return meeting.id
  })
  if (done === null)
    return showMinutes(asked, { status: 409, message: <Message kind="warning" title={t.changedMeanwhile} /> })
  // A member changes nothing of the meeting itself; the program draws the conclusion, by the function that the job uses too.
  await transact(parts.db, programIdentity('Samvirk', asked.district.id), asked.now, (trx) =>
    concludeApproval(trx, asked.district.id, done, asked.now),
  )
  return asked.goTo(meetingPaths.minutes(done))
}

async function comment(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(commentForm(asked.lang))
  if (data === null) {
    await asked.read((trx) => circulatedForMember(asked, trx))
    return showMinutes(asked, { status: 422, refused: { form: 'ny', values, problems } })
  }
  const id = await changeUnlessLocked(asked, async (trx, log) => {
    const meeting = await circulatedForMember(asked, trx)
    const item = isUuid(data.punkt) ? await findItem(trx, asked.district.id, data.punkt) : undefined
    if (data.punkt !== '' && item?.meetingId !== meeting.id) return null
    const itemId = item?.id ?? null
    const there = await listComments(trx, asked.district.id, meeting.id)
    const isSame = (one: (typeof there)[number]) =>
      one.personId === meeting.personId && one.itemId === itemId && one.words === data.ord && one.answeredAt === null
    // A form that is sent twice makes one comment.
    if (there.some(isSame)) return meeting.id
    const added = await addComment(trx, asked.district.id, meeting, {
      itemId,
      personId: meeting.personId,
      name: asked.actor.name,
      words: data.ord,
    })
    const leads = await listLeads(trx, meeting.forumId, asked.today)
    await tell(trx, asked.district.id, {
      kind: 'minutesCommented',
      personIds: leads.filter((lead) => lead !== meeting.personId),
      forumId: meeting.forumId,
      meetingId: meeting.id,
      itemId,
      subjectId: added,
      by: asked.actor.name,
    })
    const subject = subjectOf(meeting)
    await log({
      action: 'minutes.commented',
      ...(itemId === null ? subject : { ...subject, subjectKind: 'agendaItem', subjectId: itemId }),
    })
    return meeting.id
  })
  if (id === null)
    return showMinutes(asked, {
      status: 422,
      refused: {
        form: 'ny',
        values,
        problems: [{ field: 'punkt', text: approvalTexts[asked.lang].problems.item }],
      },
    })
  return asked.goTo(`${meetingPaths.minutes(id)}#bemaerkninger`)
}

async function answer(asked: Asked): Promise<Response> {
  const t = approvalTexts[asked.lang]
  const { data, values, problems } = await asked.form(answerForm(asked.lang))
  const { meeting, found } = await asked.read(async (trx) => {
    const inCharge = await inState(asked, trx, 'circulated', 'held')
    const comments = await listComments(trx, asked.district.id, inCharge.id)
    return { meeting: inCharge, found: comments.find(({ id }) => id === asked.param('bemaerkning')) ?? notFound() }
  })
  if (data === null) return showMinutes(asked, { status: 422, refused: { form: found.id, values, problems } })
  const done = await asked.change(async (trx, log) => {
    const at = { id: found.id, meetingId: meeting.id, version: data.version }
    const answered = { answer: data.svar, taken: data.rettet === 'ja', by: asked.actor.name, now: asked.now }
    if (!(await answerComment(trx, asked.district.id, at, answered))) return false
    await tell(trx, asked.district.id, {
      kind: 'minutesCommented',
      personIds: [found.personId],
      forumId: meeting.forumId,
      meetingId: meeting.id,
      itemId: found.itemId,
      subjectId: found.id,
      by: asked.actor.name,
    })
    const subject = subjectOf(meeting)
    await log({
      action: 'minutes.commentAnswered',
      ...(found.itemId === null ? subject : { ...subject, subjectKind: 'agendaItem', subjectId: found.itemId }),
      changes: [{ field: 'taken', before: null, after: data.rettet }],
    })
    return true
  })
  if (done) return asked.goTo(`${meetingPaths.minutes(meeting.id)}#bemaerkning-${found.id}`)
  const message = (
    <Message kind="warning" title={t.answeredFirst}>
      <p class="sv-words">{data.svar}</p>
    </Message>
  )
  return showMinutes(asked, { status: 409, message })
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
  await asked.change(async (trx, log) => {
    const at = { id: meeting.id, version: data.version }
    if (!(await approve(trx, asked.district.id, at, { how: 'hand', note, now: asked.now }))) throw new Conflict()
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
  })
  return asked.goTo(meetingPaths.minutes(meeting.id))
}

/** Approving, commenting, answering, reminding, and closing the approval by hand. */
export const approvalRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .post(meetingPaths.approve(':id'), on('meetings.takePart', approveIt(parts)))
    .post(meetingPaths.commentMinutes(':id'), on('meetings.takePart', comment))
    .post(meetingPaths.answerComment(':id', ':bemaerkning'), on('meetings.run', answer))
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
