import { Hono } from 'hono'
import { changedFields, listLastEntries } from '../../audit/store.ts'
import { notFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { findForum } from '../../fora/register/forum-store.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { carryOpenTasks, copyAgenda, fillFromTemplate } from '../agenda/agenda-store.ts'
import { meetingChanges } from '../changes.ts'
import { meetingInCharge } from '../find.ts'
import { findOrders } from '../orders/orders-store.ts'
import { meetingPaths } from '../paths.ts'
import { announceChange } from '../summons/announce.ts'
import { type DayDoubt, doubtsAbout, isEditable } from './form-rules.ts'
import {
  ChooseForumPage,
  clashFields,
  FixedMeetingPage,
  type FormGround,
  MeetingFormPage,
  meetingValues,
  newMeetingValues,
} from './form-page.tsx'
import { findDayGround, findLatestMeeting, findTwin, type FormForum, listPreparable } from './form-store.ts'
import { meetingFormTexts } from './form-texts.ts'
import { readMeeting, type SentMeeting } from './forms.ts'
import { listForaInCharge } from './list-store.ts'
import { loggedMeeting, meetingSubject } from './logged.ts'
import { addMeeting, changeMeeting, findLink, findMeeting, type Meeting, setLink } from './meeting-store.ts'
import { nameOfMeeting } from './wording.ts'

const gather = async (asked: Asked, trx: Trx, forum: FormForum, chosen: string | null): Promise<FormGround> => {
  const district = asked.district.id
  return {
    forum,
    orders: await findOrders(trx, district, forum),
    preparable: await listPreparable(trx, district, { forumId: forum.id, today: asked.today, chosen }),
    latest: await findLatestMeeting(trx, district, forum.id),
  }
}

/** The forum a meeting is to be created in. @throws NotFound, Forbidden. */
const forumToMeet = async (asked: Asked, trx: Trx, slug: string): Promise<FormForum> => {
  const forum = (await findForum(trx, asked.district.id, slug)) ?? notFound()
  asked.require('meetings.run', { forumId: forum.id })
  if (forum.status === 'closed') notFound()
  return forum
}

async function showCreate(asked: Asked): Promise<Response> {
  const slug = asked.query('forum')
  if (slug === '') {
    const fora = await asked.read((trx) => listForaInCharge(trx, asked.district.id))
    const [only, second] = fora
    if (only !== undefined && second === undefined) return asked.goTo(`${meetingPaths.create}?forum=${only.slug}`)
    return asked.page(<ChooseForumPage asked={asked} fora={fora} />)
  }
  const ground = await asked.read(async (trx) => gather(asked, trx, await forumToMeet(asked, trx, slug), null))
  return asked.page(<MeetingFormPage asked={asked} ground={ground} meeting={null} values={newMeetingValues(ground)} />)
}

/** What speaks against the day that was sent, unless it was said before or the meeting is there already. */
const findDoubts = async (
  asked: Asked,
  trx: Trx,
  { forum }: FormGround,
  { sent, before }: { sent: SentMeeting; before: Meeting | null },
): Promise<DayDoubt[]> => {
  const { onDay } = sent.fields
  if (sent.warnedOf === onDay || before?.onDay === onDay) return []
  return doubtsAbout(onDay, {
    municipalityCode: forum.municipalityCode,
    ...(await findDayGround(trx, asked.district.id, { forumId: forum.id, onDay, except: before?.id ?? null })),
  })
}

/** What was sent when it can be saved; else the page that says why not. */
async function readAndCheck(
  asked: Asked,
  ground: FormGround,
  before: Meeting | null,
): Promise<{ sent: SentMeeting; values: Record<string, unknown> } | Response> {
  const { sent, values, problems } = await readMeeting(asked, { before, orders: ground.orders })
  const page = { asked, ground, meeting: before, values }
  if (sent === null) return asked.page(<MeetingFormPage {...page} problems={problems} />, 422)
  const { preparesId } = sent.fields
  if (preparesId !== null && !ground.preparable.some(({ id }) => id === preparesId)) {
    const text = meetingFormTexts[asked.lang].problems.prepares
    return asked.page(<MeetingFormPage {...page} problems={[{ field: 'forbereder', text }]} />, 422)
  }
  return { sent, values }
}

/** What speaks against the day, above the form; sent once more, the day stands. */
const showDoubts = (
  asked: Asked,
  ground: FormGround,
  meeting: Meeting | null,
  { sent, values, found }: { sent: SentMeeting; values: Record<string, unknown>; found: readonly DayDoubt[] },
) => {
  const doubts = { onDay: sent.fields.onDay, found }
  const page = { asked, ground, meeting, values, doubts }
  return asked.page(<MeetingFormPage {...page} />, 422)
}

async function create(asked: Asked): Promise<Response> {
  const { forum: slug } = await asked.c.req.parseBody()
  if (typeof slug !== 'string' || slug === '') return asked.goTo(meetingPaths.create)
  const ground = await asked.read(async (trx) => gather(asked, trx, await forumToMeet(asked, trx, slug), null))
  const checked = await readAndCheck(asked, ground, null)
  if (checked instanceof Response) return checked
  const { sent, values } = checked
  const { forum, orders, latest } = ground
  const district = asked.district.id
  const made = await asked.change(async (trx, log) => {
    const twin = await findTwin(trx, district, forum.id, sent.fields)
    if (twin !== null) return twin
    const found = await findDoubts(asked, trx, ground, { sent, before: null })
    if (found.length > 0) return found
    const at = { forumId: forum.id, municipalityCode: forum.municipalityCode, createdBy: asked.actor.name }
    const added = await addMeeting(trx, district, at, sent.fields)
    const meeting = { id: added, forumId: forum.id }
    await setLink(trx, district, meeting, sent.link)
    if (sent.agenda === 'kopi' && latest !== null) {
      await copyAgenda(trx, district, latest.id, meeting)
      await carryOpenTasks(trx, district, meeting, orders.template)
    } else if (sent.agenda === 'faste') await fillFromTemplate(trx, district, meeting, orders.template)
    await log({
      action: 'meeting.created',
      ...meetingSubject({ id: added, forumName: forum.name }),
      changes: changedFields(null, loggedMeeting(sent.fields)),
    })
    return added
  })
  return typeof made === 'string'
    ? asked.goTo(meetingPaths.meeting(made))
    : showDoubts(asked, ground, null, { sent, values, found: made })
}

const findEdited = async (asked: Asked, trx: Trx) => {
  const meeting = await meetingInCharge(asked, trx)
  const forum = {
    id: meeting.forumId,
    slug: meeting.forumSlug,
    name: meeting.forumName,
    kind: meeting.forumKind,
    municipalityCode: meeting.municipalityCode,
  }
  return {
    meeting,
    ground: await gather(asked, trx, forum, meeting.preparesId),
    link: await findLink(trx, asked.district.id, meeting.id),
  }
}

async function showEdit(asked: Asked): Promise<Response> {
  const { meeting, ground, link } = await asked.read((trx) => findEdited(asked, trx))
  if (!isEditable(meeting.state)) return asked.page(<FixedMeetingPage asked={asked} meeting={meeting} />)
  return asked.page(
    <MeetingFormPage asked={asked} ground={ground} meeting={meeting} values={meetingValues(meeting, link)} />,
  )
}

const save =
  (parts: Parts) =>
  async (asked: Asked): Promise<Response> => {
    const { meeting, ground, link } = await asked.read((trx) => findEdited(asked, trx))
    if (!isEditable(meeting.state)) return asked.page(<FixedMeetingPage asked={asked} meeting={meeting} />, 409)
    const checked = await readAndCheck(asked, ground, meeting)
    if (checked instanceof Response) return checked
    const { sent, values } = checked
    const found = await asked.read((trx) => findDoubts(asked, trx, ground, { sent, before: meeting }))
    if (found.length > 0) return showDoubts(asked, ground, meeting, { sent, values, found })
    const district = asked.district.id
    const done = await asked.change(async (trx, log) => {
      if (!(await changeMeeting(trx, district, { id: meeting.id, version: sent.version }, sent.fields))) return false
      if (sent.link !== (link ?? '')) await setLink(trx, district, meeting, sent.link)
      const after = (await findMeeting(trx, district, meeting.id)) ?? notFound()
      await log({
        action: 'meeting.changed',
        ...meetingSubject(meeting),
        changes: changedFields(
          { ...loggedMeeting(meeting), link: link ?? '' },
          { ...loggedMeeting(sent.fields), link: sent.link },
        ),
      })
      await announceChange(trx, log, { asked, parts }, meeting, after)
      return true
    })
    return done ? asked.goTo(meetingPaths.meeting(meeting.id)) : answerClash(asked, values)
  }

async function answerClash(asked: Asked, sent: Record<string, unknown>): Promise<Response> {
  const { now, last } = await asked.read(async (trx) => {
    const found = await findEdited(asked, trx)
    const of = { kind: 'meeting', id: found.meeting.id, actions: meetingChanges }
    return { now: found, last: (await listLastEntries(trx, asked.district.id, of))[0] }
  })
  return showClash(asked, {
    title: meetingFormTexts[asked.lang].editTitle(nameOfMeeting(now.meeting, asked.lang)),
    current: 'meetings',
    action: meetingPaths.edit(now.meeting.id),
    cancel: meetingPaths.meeting(now.meeting.id),
    version: now.meeting.version,
    last,
    sent,
    stored: meetingValues(now.meeting, now.link),
    texts: clashFields(asked, now.ground),
  })
}

/** Creating and editing a meeting. */
export const meetingFormRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.create, on('meetings.run', showCreate))
    .post(meetingPaths.create, on('meetings.run', create))
    .get(meetingPaths.edit(':id'), on('meetings.run', showEdit))
    .post(meetingPaths.edit(':id'), on('meetings.run', save(parts)))
}
