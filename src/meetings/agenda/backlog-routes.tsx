import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { listWaiting } from '../proposals/proposals-store.ts'
import { placedOn } from './agenda-routes.tsx'
import { placeItem } from './agenda-store.ts'
import { BacklogPage, type BacklogView } from './backlog-page.tsx'
import { listBacklog, listComingMeetings, listPapersDue, listReviewDue, listSenders } from './backlog-store.ts'
import { placeForm } from './forms.ts'
import { findItem } from './item-store.ts'
import { askedForum, itemSubject } from './placed.ts'

const findView = async (asked: Asked, trx: Trx): Promise<BacklogView> => {
  const forum = await askedForum(asked, trx)
  asked.require('meetings.run', { forumId: forum.id })
  const district = asked.district.id
  return {
    forum,
    items: await listBacklog(trx, district, forum.id),
    dropped: await listBacklog(trx, district, forum.id, { dropped: true }),
    due: await listReviewDue(trx, district, forum.id, asked.today),
    papersDue: await listPapersDue(trx, district, forum.id, asked.today),
    coming: await listComingMeetings(trx, district, forum.id, asked.today),
    waiting: await listWaiting(trx, district, forum.id),
    sentFrom: await listSenders(trx, district, forum.id),
  }
}

const show = async (asked: Asked, taken = false) => {
  const view = await asked.read((trx) => findView(asked, trx))
  return asked.page(<BacklogPage asked={asked} view={view} taken={taken} />, taken ? 409 : 200)
}

async function place(asked: Asked): Promise<Response> {
  const { data } = await asked.form(placeForm(asked.lang))
  const meetingId = await asked.change(async (trx, log) => {
    const forum = await askedForum(asked, trx)
    asked.require('meetings.run', { forumId: forum.id })
    const meetings = await listComingMeetings(trx, asked.district.id, forum.id, asked.today)
    const meeting = meetings.find(({ id }) => id === data?.moede)
    const item = data === null ? undefined : await findItem(trx, asked.district.id, data.punkt)
    if (meeting === undefined || item?.forumId !== forum.id) throw new NotFound()
    if (!(await placeItem(trx, asked.district.id, item.id, meeting))) return null
    await log({ action: 'item.placed', ...itemSubject(item), changes: placedOn(meeting) })
    return meeting.id
  })
  return meetingId === null
    ? show(asked, true)
    : asked.goTo(`${meetingPaths.agenda(meetingId)}#punkt-${data?.punkt ?? ''}`)
}

/** The backlog of a forum. */
export const backlogRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.backlog(':slug'),
      on('meetings.run', (asked) => show(asked)),
    )
    .post(meetingPaths.backlog(':slug'), on('meetings.run', place))
}
