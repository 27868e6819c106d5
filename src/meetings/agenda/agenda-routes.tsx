import { Hono } from 'hono'
import { Conflict, NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../db/db.ts'
import { withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingInCharge } from '../find.ts'
import { findMeeting, type Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { findOrders } from '../orders/orders-store.ts'
import { meetingPaths } from '../paths.ts'
import { listWaiting } from '../proposals/proposals-store.ts'
import { isAgendaOpen, itemNumber } from '../rules.ts'
import { AgendaPage, type AgendaView } from './agenda-page.tsx'
import { carryOpenTasks, copyAgenda, fillFromTemplate, moveItem, placeItem } from './agenda-store.ts'
import { findMeetingBefore, listBacklog } from './backlog-store.ts'
import type { JustMoved } from './editable-agenda.tsx'
import { moveForm } from './forms.ts'
import { findItem, listItems } from './item-store.ts'
import { itemSubject } from './placed.ts'
import { missingFixed } from './rules.ts'
import { agendaTexts } from './texts.ts'

/** The meeting in the address, whose agenda the reader may put together. @throws NotFound, Forbidden; Conflict once it is settled. */
export async function openAgenda(asked: Asked, trx: Trx): Promise<Meeting> {
  const meeting = await meetingInCharge(asked, trx)
  if (!isAgendaOpen(meeting.state)) throw new Conflict()
  return meeting
}

const ordersOf = (asked: Asked, trx: Trx, meeting: Meeting) =>
  findOrders(trx, asked.district.id, { id: meeting.forumId, kind: meeting.forumKind })

const findView = async (asked: Asked, trx: Trx): Promise<AgendaView> => {
  const meeting = await openAgenda(asked, trx)
  const district = asked.district.id
  const items = await listItems(trx, district, meeting.id)
  const { template } = await ordersOf(asked, trx, meeting)
  return {
    meeting,
    items,
    missingFixed: missingFixed(template, items).length,
    previous: (await findMeetingBefore(trx, district, meeting.forumId, meeting.onDay)) ?? null,
    backlog: await listBacklog(trx, district, meeting.forumId),
    waiting: await listWaiting(trx, district, meeting.forumId),
  }
}

/** What the page says about the change that led to it, by the address alone, so that a reload says the same. */
const told = (asked: Asked, view: AgendaView) => {
  const t = agendaTexts[asked.lang]
  const item = view.items.find(({ id }) => id === asked.query('flyttet'))
  const way = asked.query('vej')
  const moved: JustMoved | null =
    item === undefined ? null : { id: item.id, way: way === 'op' || way === 'ned' ? way : 'plads' }
  const added = Number(asked.query('kom'))
  if (item !== undefined)
    return {
      moved,
      message: {
        kind: 'success' as const,
        title: t.moved(item.title, itemNumber(view.meeting.firstItemNumber, item.position)),
      },
    }
  if (asked.query('kom') === '0')
    return { moved, message: { kind: 'info' as const, title: t.nothingFixed, text: t.nothingFixedText } }
  if (Number.isInteger(added) && added > 0 && added <= view.items.length)
    return { moved, message: { kind: 'success' as const, title: t.added(added) } }
  return { moved, message: null }
}

const show = async (asked: Asked) => {
  const meeting = await asked.read((trx) => meetingInCharge(asked, trx))
  if (!isAgendaOpen(meeting.state)) return asked.goTo(meetingPaths.meeting(meeting.id))
  const view = await asked.read((trx) => findView(asked, trx))
  return asked.page(<AgendaPage asked={asked} view={view} {...told(asked, view)} />)
}

const showAgain = async (asked: Asked, status: 409 | 422, title: string, text?: string) => {
  const view = await asked.read((trx) => findView(asked, trx))
  const kind = status === 422 ? ('error' as const) : ('warning' as const)
  return asked.page(
    <AgendaPage asked={asked} view={view} message={{ kind, title, ...(text !== undefined && { text }) }} />,
    status,
  )
}

async function move(asked: Asked): Promise<Response> {
  const { data, problems } = await asked.form(moveForm(asked.lang))
  const meeting = await asked.read((trx) => openAgenda(asked, trx))
  if (data === null) return showAgain(asked, 422, problems[0]?.text ?? '')
  const done = await asked.change(async (trx, log) => {
    const item = await findItem(trx, asked.district.id, data.punkt)
    if (item?.meetingId !== meeting.id) return false
    const to = data.til - meeting.firstItemNumber + 1
    if (!(await moveItem(trx, asked.district.id, meeting.id, { id: item.id, to }))) return false
    const now = await findItem(trx, asked.district.id, item.id)
    if (now !== undefined && now.position !== item.position)
      await log({
        action: 'item.moved',
        ...itemSubject(item),
        changes: [{ field: 'position', before: String(item.position), after: String(now.position) }],
      })
    return true
  })
  const t = agendaTexts[asked.lang]
  if (!done) return showAgain(asked, 409, t.gone, t.goneText)
  // No fragment: a browser that is sent to one gives up the focus, which follows the item that moved.
  return asked.goTo(withQuery(meetingPaths.agenda(meeting.id), { flyttet: data.punkt, vej: data.vej }))
}

async function fetchFixed(asked: Asked): Promise<Response> {
  const { meeting, count } = await asked.change(async (trx, log) => {
    const found = await openAgenda(asked, trx)
    const { template } = await ordersOf(asked, trx, found)
    const added = await fillFromTemplate(trx, asked.district.id, found, template)
    if (added > 0) await log(agendaEvent(asked, found, 'agenda.filled', added))
    return { meeting: found, count: added }
  })
  return asked.goTo(withQuery(meetingPaths.agenda(meeting.id), { kom: String(count) }))
}

const agendaEvent = (asked: Asked, meeting: Meeting, action: string, count: number) => ({
  action,
  subjectKind: 'meeting',
  subjectId: meeting.id,
  subjectName: nameOfMeeting(meeting, asked.lang),
  changes: [{ field: 'items', before: null, after: String(count) }],
})

async function copy(asked: Asked): Promise<Response> {
  const values = await asked.c.req.parseBody()
  const from = typeof values['fra'] === 'string' && isUuid(values['fra']) ? values['fra'] : ''
  const { meeting, count } = await asked.change(async (trx, log) => {
    const found = await openAgenda(asked, trx)
    const source = from === '' ? undefined : await findMeeting(trx, asked.district.id, from)
    if (source?.forumId !== found.forumId || source.id === found.id) throw new NotFound()
    const copied = await copyAgenda(trx, asked.district.id, source.id, found)
    const { template } = await ordersOf(asked, trx, found)
    const added = copied + (await carryOpenTasks(trx, asked.district.id, found, template))
    if (added > 0) await log(agendaEvent(asked, found, 'agenda.copied', added))
    return { meeting: found, count: added }
  })
  return asked.goTo(withQuery(meetingPaths.agenda(meeting.id), { kom: String(count) }))
}

async function bringFromBacklog(asked: Asked): Promise<Response> {
  const values = await asked.c.req.parseBody()
  const id = typeof values['punkt'] === 'string' && isUuid(values['punkt']) ? values['punkt'] : ''
  const meeting = await asked.read((trx) => openAgenda(asked, trx))
  const done = await asked.change(async (trx, log) => {
    const item = id === '' ? undefined : await findItem(trx, asked.district.id, id)
    if (item === undefined || item.forumId !== meeting.forumId) throw new NotFound()
    if (!(await placeItem(trx, asked.district.id, item.id, meeting))) return false
    await log({ action: 'item.placed', ...itemSubject(item), changes: placedOn(meeting) })
    return true
  })
  const t = agendaTexts[asked.lang]
  return done ? asked.goTo(`${meetingPaths.agenda(meeting.id)}#punkt-${id}`) : showAgain(asked, 409, t.gone, t.goneText)
}

/** What the log says of an item that was put on a meeting. */
export const placedOn = (meeting: Meeting) => [{ field: 'onDay', before: null, after: meeting.onDay }]

/** Putting an agenda together: order, fixed items, last time's agenda, and what waits in the backlog. */
export const agendaRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.agenda(':id'), on('meetings.run', show))
    .post(meetingPaths.moveItem(':id'), on('meetings.run', move))
    .post(meetingPaths.fixedItems(':id'), on('meetings.run', fetchFixed))
    .post(meetingPaths.copyAgenda(':id'), on('meetings.run', copy))
    .post(meetingPaths.fromBacklog(':id'), on('meetings.run', bringFromBacklog))
}
