import { Hono } from 'hono'
import { Forbidden, Invalid, NotFound } from '../../base/errors.ts'
import { longDay } from '../../base/language.ts'
import { identityOf } from '../../people/actor.ts'
import { withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { listItems } from '../agenda/item-store.ts'
import { askedMeeting, meetingInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { prefillAttendance } from './attendance-store.ts'
import { attendanceRoutes, logOfMeeting } from './attendance-routes.tsx'
import { startForm, stepForm } from './forms.ts'
import { takesPart } from './follow.ts'
import { endMeeting, moveTo } from './hold-store.ts'
import { heldItemRoutes } from './item-routes.tsx'
import type { Live } from './live.ts'
import { isRunning } from './rules.ts'
import { showHold } from './show-hold.tsx'
import { heldTaskRoutes } from './task-routes.tsx'
import { holdTexts } from './texts.ts'

/** What the rooms of a meeting that runs are given beside the parts of every room. */
export interface HoldParts extends Parts {
  live: Live
}

async function start(asked: Asked): Promise<Response> {
  const t = holdTexts[asked.lang]
  const district = asked.district.id
  const { meeting, first } = await asked.read(async (trx) => {
    const found = await meetingInCharge(asked, trx)
    return { meeting: found, first: (await listItems(trx, district, found.id))[0] }
  })
  // Pressed twice, or by two: it has begun already.
  if (isRunning(meeting)) return asked.goTo(meetingPaths.hold(meeting.id))
  if (meeting.state !== 'summoned') throw new Invalid(t.notSummonedLead)
  if (first === undefined) throw new Invalid(t.noItemsLead)
  const { data } = await asked.form(startForm)
  if (meeting.onDay !== asked.today && data?.alligevel !== 'ja')
    throw new Invalid(t.notToday(longDay(meeting.onDay, asked.lang)))
  await asked.change(async (trx, log) => {
    if (!(await moveTo(trx, district, meeting, { itemId: first.id, now: asked.now, starting: true }))) return
    await prefillAttendance(trx, district, meeting, meeting.onDay)
    await log(logOfMeeting('meeting.started', meeting))
  })
  return asked.goTo(meetingPaths.hold(meeting.id))
}

async function step(asked: Asked): Promise<Response> {
  const { data } = await asked.form(stepForm)
  const district = asked.district.id
  const { meeting, items } = await asked.read(async (trx) => {
    const found = await meetingInCharge(asked, trx)
    return { meeting: found, items: await listItems(trx, district, found.id) }
  })
  const item = items.find(({ id }) => id === data?.punkt)
  if (data === null || item === undefined) throw new NotFound()
  if (!isRunning(meeting)) throw new Invalid(holdTexts[asked.lang].notOpen)
  const at = { id: meeting.id, liveVersion: data.sted }
  const moved = await asked.change((trx) =>
    moveTo(trx, district, at, { itemId: item.id, now: asked.now, starting: false }),
  )
  // Two note-takers who both press "next" come one item further, not two.
  return asked.goTo(withQuery(meetingPaths.hold(meeting.id), { skiftet: moved ? null : 'ja' }))
}

async function end(asked: Asked): Promise<Response> {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  if (meeting.state !== 'held') {
    if (!isRunning(meeting)) throw new Invalid(holdTexts[asked.lang].notOpen)
    await asked.change(async (trx, log) => {
      if (!(await endMeeting(trx, asked.district.id, meeting.id, asked.now))) return
      await log(logOfMeeting('meeting.held', meeting, [{ field: 'meetingState', before: 'summoned', after: 'held' }]))
    })
  }
  return asked.goTo(meetingPaths.meeting(meeting.id))
}

async function follow(asked: Asked, live: Live): Promise<Response> {
  const { meeting, admitted } = await asked.read(async (trx) => {
    const found = await askedMeeting(asked, trx)
    return { meeting: found, admitted: await takesPart(asked, trx, found) }
  })
  if (!admitted) throw new Forbidden('meetings.takePart')
  const stream = live.follow({
    district: asked.district.id,
    meetingId: meeting.id,
    forumId: meeting.forumId,
    identity: identityOf(asked.actor),
  })
  return asked.c.body(stream, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store, no-transform',
    // Said so that no proxy keeps back what is to come at once.
    'X-Accel-Buffering': 'no',
  })
}

/** Running a meeting: `/moeder/:id/afhold`, and following it from elsewhere. */
export const holdRoutes = (parts: HoldParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.hold(':id'),
      on('meetings.run', (asked) => showHold(asked)),
    )
    .get(
      meetingPaths.live(':id'),
      on('meetings.list', (asked) => follow(asked, parts.live)),
    )
    .post(meetingPaths.startMeeting(':id'), on('meetings.run', start))
    .post(meetingPaths.moveToItem(':id'), on('meetings.run', step))
    .post(meetingPaths.endMeeting(':id'), on('meetings.run', end))
    .route('/', attendanceRoutes(parts))
    .route('/', heldItemRoutes(parts))
    .route('/', heldTaskRoutes(parts))
}
