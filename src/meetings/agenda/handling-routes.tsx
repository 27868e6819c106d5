import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { addLink } from '../../links/links-store.ts'
import { tell } from '../../notices/notices-store.ts'
import { withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { listLeads } from '../proposals/proposals-store.ts'
import { dropItem, removeItem } from './agenda-store.ts'
import { listWorkingFora, sendOn } from './backlog-store.ts'
import { listExclusions } from './exclusion-store.ts'
import { reasonForm, sendOnForm } from './forms.ts'
import { NotRemovablePage, ReasonPage, SendOnPage } from './handling-pages.tsx'
import { handlingTexts } from './handling-texts.ts'
import { itemSubject, type PlacedItem, placedItemInCharge } from './placed.ts'
import { isRemovable } from './rules.ts'

type Values = Readonly<Record<string, unknown>>

const askRemove = async (asked: Asked, values: Values = {}, problems: readonly Problem[] = []) => {
  const placed = await asked.read((trx) => placedItemInCharge(asked, trx))
  if (placed.meeting === null) throw new NotFound()
  if (!isRemovable(placed.item, placed.meeting))
    return asked.page(<NotRemovablePage asked={asked} placed={placed} />, 409)
  return asked.page(
    <ReasonPage asked={asked} placed={placed} way="remove" values={values} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function remove(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(reasonForm(asked.lang))
  if (data === null) return askRemove(asked, values, problems)
  const placed = await asked.change(async (trx, log) => {
    const found = await placedItemInCharge(asked, trx)
    const { item, meeting } = found
    if (meeting === null || !isRemovable(item, meeting)) return found
    if (await removeItem(trx, asked.district.id, { id: item.id, meetingId: meeting.id }, data.grund))
      await log({
        action: 'item.removed',
        ...itemSubject(item),
        changes: changedFields({ onDay: meeting.onDay }, { reason: data.grund }),
      })
    return found
  })
  const { item, meeting } = placed
  if (meeting !== null && !isRemovable(item, meeting))
    return asked.page(<NotRemovablePage asked={asked} placed={placed} />, 409)
  return asked.goTo(meeting === null ? meetingPaths.item(item.id) : meetingPaths.agenda(meeting.id))
}

/** The item in the address, waiting in the backlog. @throws NotFound, Forbidden. */
const waitingItem = async (asked: Asked, trx: Trx): Promise<PlacedItem> => {
  const placed = await placedItemInCharge(asked, trx)
  if (placed.meeting !== null) throw new NotFound()
  return placed
}

const askDrop = async (asked: Asked, values: Values = {}, problems: readonly Problem[] = []) => {
  const placed = await asked.read((trx) => waitingItem(asked, trx))
  return asked.page(
    <ReasonPage asked={asked} placed={placed} way="drop" values={values} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function drop(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(reasonForm(asked.lang))
  if (data === null) return askDrop(asked, values, problems)
  const { forum } = await asked.change(async (trx, log) => {
    const placed = await waitingItem(asked, trx)
    if (await dropItem(trx, asked.district.id, placed.item.id, { at: asked.now, reason: data.grund }))
      await log({
        action: 'item.dropped',
        ...itemSubject(placed.item),
        changes: [{ field: 'reason', before: null, after: data.grund }],
      })
    return placed
  })
  return asked.goTo(meetingPaths.backlog(forum.slug))
}

async function bringBack(asked: Asked): Promise<Response> {
  const { forum } = await asked.change(async (trx, log) => {
    const placed = await waitingItem(asked, trx)
    if (await dropItem(trx, asked.district.id, placed.item.id, { at: null, reason: '' }))
      await log({ action: 'item.broughtBack', ...itemSubject(placed.item) })
    return placed
  })
  return asked.goTo(meetingPaths.backlog(forum.slug))
}

const askSendOn = async (asked: Asked, values: Values = {}, problems: readonly Problem[] = []) => {
  const { placed, fora } = await asked.read(async (trx) => ({
    placed: await placedItemInCharge(asked, trx),
    fora: await listWorkingFora(trx, asked.district.id),
  }))
  return asked.page(
    <SendOnPage asked={asked} placed={placed} fora={fora} values={values} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  )
}

/** Tells those in charge of the forum that an item came to, without those who are kept out of it. */
async function tellReceivers(
  asked: Asked,
  trx: Trx,
  { itemId, fromItemId, forumId }: { itemId: string; fromItemId: string; forumId: string },
): Promise<void> {
  const leads = await listLeads(trx, forumId, asked.today)
  const keptOut = new Set((await listExclusions(trx, asked.district.id, fromItemId)).map(({ personId }) => personId))
  await tell(trx, asked.district.id, {
    kind: 'itemReceived',
    personIds: leads.filter((personId) => personId !== asked.actor.personId && !keptOut.has(personId)),
    forumId,
    itemId,
    by: asked.actor.name,
  })
}

async function send(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(sendOnForm(asked.lang))
  if (data === null) return askSendOn(asked, values, problems)
  const t = handlingTexts[asked.lang]
  const done = await asked.change(async (trx, log) => {
    const { item, forum } = await placedItemInCharge(asked, trx)
    const fora = await listWorkingFora(trx, asked.district.id)
    const to = fora.find(({ id }) => id === data.forum)
    if (to === undefined) return 'unknown'
    const made = await sendOn(trx, item.id, to.id, data.grund)
    if (made === null) return 'before'
    await addLink(trx, asked.district.id, {
      kind: 'sentOn',
      from: { kind: 'agendaItem', id: item.id },
      to: { kind: 'agendaItem', id: made },
      by: asked.actor.name,
    })
    const changes = changedFields({ forum: forum.name }, { forum: to.name })
    await log({ action: 'item.sentOn', ...itemSubject(item), changes })
    await log({ action: 'item.received', ...itemSubject({ id: made, title: item.title }), changes })
    if (to.id !== forum.id) await tellReceivers(asked, trx, { itemId: made, fromItemId: item.id, forumId: to.id })
    return { to: to.id, itemId: item.id }
  })
  if (done === 'unknown') return askSendOn(asked, values, [{ field: 'forum', text: t.unknownForum }])
  if (done === 'before') return askSendOn(asked, values, [{ field: 'forum', text: t.sentBefore }])
  return asked.goTo(withQuery(meetingPaths.item(done.itemId), { sendt: done.to }))
}

/** Taking an item off an agenda, out of the backlog, or on to another forum. */
export const handlingRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.removeItem(':id'),
      on('meetings.run', (asked) => askRemove(asked)),
    )
    .post(meetingPaths.removeItem(':id'), on('meetings.run', remove))
    .get(
      meetingPaths.dropItem(':id'),
      on('meetings.run', (asked) => askDrop(asked)),
    )
    .post(meetingPaths.dropItem(':id'), on('meetings.run', drop))
    .post(meetingPaths.bringBackItem(':id'), on('meetings.run', bringBack))
    .get(
      meetingPaths.sendItemOn(':id'),
      on('meetings.run', (asked) => askSendOn(asked)),
    )
    .post(meetingPaths.sendItemOn(':id'), on('meetings.run', send))
}
