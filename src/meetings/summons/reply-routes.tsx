import { Hono } from 'hono'
import type { z } from 'zod'
import { Conflict, NotFound, notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { listSeats } from '../../fora/seats/store.ts'
import { tell } from '../../notices/notices-store.ts'
import type { Problem } from '../../web/problem.ts'
import { withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { askedMeeting, isInCharge, meetingInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { inviteesOf } from './announce.ts'
import { remindForm, replyForm } from './forms.ts'
import {
  type Answer,
  emailsOf,
  findByEmail,
  type Invited,
  listInvited,
  nextSequence,
  noteReply,
} from './invitation-store.ts'
import { deskOf, writeTo } from './letters.ts'
import { closedWords, type DeputyChoice, ReplyPage } from './reply-pages.tsx'
import { deputyChange, deputyOf } from './reply-rules.ts'
import { takesReplies } from './rules.ts'
import { summonsTexts } from './texts.ts'

type Log = (event: LogEvent) => Promise<void>
type Sent = z.infer<ReturnType<typeof replyForm>>

/** The deputies of the forum who are not invited themselves. */
const findDeputies = async (
  asked: Asked,
  trx: Trx,
  meeting: Meeting,
  invited: readonly Invited[],
): Promise<DeputyChoice[]> => {
  const seats = await listSeats(trx, asked.district.id, meeting.forumId, meeting.onDay)
  return seats.flatMap(({ role, holderId, holderName, label }) =>
    role === 'deputy' &&
    holderId !== null &&
    holderName !== null &&
    !invited.some(({ personId }) => personId === holderId)
      ? [{ personId: holderId, name: holderName, label: label === holderName ? '' : label }]
      : [],
  )
}

const isOwn = (asked: Asked, { personId }: Invited): boolean => personId !== null && personId === asked.actor.personId

/**
 * The meeting, those invited, and whose answer it is about: the one that is named, else the reader's own.
 * @throws NotFound for one who is neither invited nor in charge, Forbidden for somebody else's answer.
 */
const findReply = async (asked: Asked, trx: Trx, named: string) => {
  const meeting = await askedMeeting(asked, trx)
  const invited = await listInvited(trx, asked.district.id, meeting.id)
  const inCharge = isInCharge(asked, meeting)
  const own = invited.find((one) => isOwn(asked, one))
  if (own === undefined && !inCharge) throw new NotFound()
  const one = named === '' ? own : (invited.find(({ id }) => id === named) ?? notFound())
  if (one !== undefined && one !== own) asked.require('meetings.run', { forumId: meeting.forumId })
  return { meeting, invited, one: one ?? null, inCharge, deputies: await findDeputies(asked, trx, meeting, invited) }
}

const show = async (
  asked: Asked,
  named: string,
  shown: { values?: Record<string, unknown>; problems?: readonly Problem[]; taken?: boolean } = {},
  status: 200 | 409 | 422 = 200,
) => {
  const { inCharge, invited, one, ...found } = await asked.read((trx) => findReply(asked, trx, named))
  // Those in charge who note one answer need not see the list under it.
  const list = inCharge && named === '' ? invited : null
  return asked.page(<ReplyPage asked={asked} {...found} invitation={one} invited={list} {...shown} />, status)
}

type Meant = { answer: Answer } | { problem: Problem }

/** The answer that was meant, or what is wrong with the deputy. A deputy who is in the register is taken from there. */
const answerMeant = async (
  asked: Asked,
  trx: Trx,
  sent: Sent,
  found: { deputies: readonly DeputyChoice[]; invited: readonly Invited[]; one: Invited },
): Promise<Meant> => {
  const t = summonsTexts[asked.lang].replyProblems
  const plain = { reply: sent.svar, reason: sent.grund, deputyName: '', deputyEmail: '', deputyPersonId: null }
  if (sent.svar !== 'deputy') return { answer: plain }
  if (sent.stedfortraeder !== '') {
    const listed = found.deputies.find(({ personId }) => personId === sent.stedfortraeder)
    const kept = found.one.deputyPersonId === sent.stedfortraeder ? found.one.deputyName : undefined
    const name = listed?.name ?? kept
    if (name === undefined) return { problem: { field: 'stedfortraeder', text: t.deputyName } }
    const email = (await emailsOf(trx, asked.district.id, [sent.stedfortraeder])).get(sent.stedfortraeder) ?? ''
    return { answer: { ...plain, deputyName: name, deputyEmail: email, deputyPersonId: sent.stedfortraeder } }
  }
  const known = await findByEmail(trx, asked.district.id, sent.mail)
  if (known !== undefined && found.invited.some(({ personId }) => personId === known.id))
    return { problem: { field: 'mail', text: t.already } }
  return {
    answer: {
      ...plain,
      deputyName: known?.name ?? sent.navn,
      deputyEmail: sent.mail,
      deputyPersonId: known?.id ?? null,
    },
  }
}

/** Calls off the deputy who is no longer to come, and asks the new one. */
const tellDeputies = async (asked: Asked, parts: Parts, trx: Trx, meeting: Meeting, before: Invited, after: Answer) => {
  const { gone, asked: wanted } = deputyChange(deputyOf(before), deputyOf(after))
  if (gone === null && wanted === null) return
  const desk = deskOf(asked, parts)
  const at = { ...meeting, sequence: await nextSequence(trx, meeting.id) }
  if (gone !== null) await writeTo(trx, 'takenOff', desk, at, [{ ...gone, reply: 'accepted' }])
  if (wanted === null) return
  await writeTo(trx, 'deputy', desk, at, [{ ...wanted, reply: 'none' }])
  await tell(trx, asked.district.id, {
    kind: 'deputyAsked',
    personIds: [wanted.personId],
    forumId: meeting.forumId,
    meetingId: meeting.id,
    by: asked.actor.name,
  })
}

/** @throws Conflict when another answer was noted first. */
const store = async (asked: Asked, parts: Parts, trx: Trx, log: Log, sent: Sent): Promise<Problem | null> => {
  const { meeting, one, ...found } = await findReply(asked, trx, sent.invitation)
  if (one === null) throw new NotFound()
  if (!takesReplies(meeting)) return { field: 'svar', text: closedWords(asked, meeting) }
  const meant = await answerMeant(asked, trx, sent, { ...found, one })
  if ('problem' in meant) return meant.problem
  const { answer } = meant
  const at = { id: one.id, version: sent.version }
  if (!(await noteReply(trx, asked.district.id, at, answer, asked.now))) throw new Conflict()
  await tellDeputies(asked, parts, trx, meeting, one, answer)
  await log({
    action: 'meeting.replied',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    subjectName: meeting.forumName,
    changes: [
      { field: 'invitedPerson', before: null, after: one.name },
      ...changedFields(
        { reply: one.reply, deputy: one.deputyName || null },
        { reply: answer.reply, deputy: answer.deputyName || null },
      ),
    ],
  })
  return null
}

async function reply(asked: Asked, parts: Parts): Promise<Response> {
  const { data, values, problems } = await asked.form(replyForm(asked.lang))
  const named = typeof values['invitation'] === 'string' && isUuid(values['invitation']) ? values['invitation'] : ''
  if (data === null) return show(asked, named, { values, problems }, 422)
  try {
    const problem = await asked.change((trx, log) => store(asked, parts, trx, log, data))
    if (problem !== null) return await show(asked, named, { values, problems: [problem] }, 422)
  } catch (error) {
    if (error instanceof Conflict) return show(asked, named, { values, taken: true }, 409)
    throw error
  }
  const own = await asked.read(async (trx) => (await findReply(asked, trx, named)).one)
  return asked.goTo((own !== null && isOwn(asked, own) ? meetingPaths.meeting : meetingPaths.reply)(asked.param('id')))
}

/** Reminds those who have not answered, or one of them. Each gets one mail a day at most, however often the button is pressed. */
const remind = async (asked: Asked, parts: Parts): Promise<Response> => {
  const { data } = await asked.form(remindForm)
  const reminded = await asked.change(async (trx, log) => {
    const meeting = await meetingInCharge(asked, trx)
    if (!takesReplies(meeting) || data === null) return 0
    const invited = await listInvited(trx, asked.district.id, meeting.id)
    const silent = invited.filter(
      ({ id, reply: said }) => said === 'none' && (data.invitation === '' || data.invitation === id),
    )
    const written = await writeTo(trx, 'reminder', deskOf(asked, parts), meeting, inviteesOf(silent))
    if (written === 0) return 0
    await log({
      action: 'meeting.reminded',
      subjectKind: 'meeting',
      subjectId: meeting.id,
      subjectName: meeting.forumName,
      changes: [{ field: 'mails', before: null, after: String(written) }],
    })
    return written
  })
  return asked.goTo(withQuery(meetingPaths.reply(asked.param('id')), { mindet: reminded }))
}

/** Answers to a summons: one's own, and those that somebody in charge was told by telephone. */
export const replyRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.reply(':id'),
      on('meetings.list', (asked) => show(asked, asked.query('for'))),
    )
    .post(
      meetingPaths.reply(':id'),
      on('meetings.list', (asked) => reply(asked, parts)),
    )
    .post(
      meetingPaths.remindToReply(':id'),
      on('meetings.run', (asked) => remind(asked, parts)),
    )
}
