import { Hono } from 'hono'
import { notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { tell } from '../../notices/notices-store.ts'
import { Message } from '../../web/blocks.tsx'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { findItem } from '../agenda/item-store.ts'
import { meetingPaths } from '../paths.ts'
import { listLeads } from '../proposals/proposals-store.ts'
import { approvalTexts } from './approval-texts.ts'
import { addComment, answerComment, listComments } from './comment-store.ts'
import { answerForm, commentForm } from './forms.ts'
import { changeUnlessLocked, circulatedForMember, inState, subjectOf } from './find.ts'
import { showMinutes } from './minutes-routes.tsx'

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

/** What members say of circulated minutes, and the answers. */
export const commentRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .post(meetingPaths.commentMinutes(':id'), on('meetings.takePart', comment))
    .post(meetingPaths.answerComment(':id', ':bemaerkning'), on('meetings.run', answer))
}
