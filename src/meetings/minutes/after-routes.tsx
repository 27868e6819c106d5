import { Hono } from 'hono'
import { Conflict, notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../db/db.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { AddendumPage, PublishPage } from './after-pages.tsx'
import { approvalTexts } from './approval-texts.ts'
import { addAddendum, nextAddendum, publish, setAddendumOpenness } from './approval-store.ts'
import { inState, subjectOf } from './find.ts'
import { addendumForm, opennessForm, publishForm } from './forms.ts'
import { listWithheld, readMinutes } from './minutes-store.ts'
import { ordersOf, styleOf } from './minutes-view.ts'
import { isSeen, publishableTo, theOpenPart } from './rules.ts'

interface Refused {
  values: Readonly<Record<string, unknown>>
  problems: readonly Problem[]
  status: 409 | 422
}

const showAddendum = async (asked: Asked, refused?: Refused): Promise<Response> => {
  const props = await asked.read(async (trx) => {
    const meeting = await inState(asked, trx, 'approved', 'published')
    return {
      meeting,
      minutes: await readMinutes(trx, asked.district.id, meeting, { names: true }),
      next: await nextAddendum(trx, meeting.id),
    }
  })
  return asked.page(
    <AddendumPage asked={asked} {...props} {...(refused && { values: refused.values, problems: refused.problems })} />,
    refused?.status ?? 200,
  )
}

async function correct(asked: Asked): Promise<Response> {
  const t = approvalTexts[asked.lang].problems
  const { data, values, problems } = await asked.form(addendumForm(asked.lang))
  if (data === null) return showAddendum(asked, { values, problems, status: 422 })
  const done = await asked.change(async (trx, log) => {
    const meeting = await inState(asked, trx, 'approved', 'published')
    const { entries } = await readMinutes(trx, asked.district.id, meeting, { names: false })
    const item = entries.filter(isSeen).find(({ id }) => id === data.punkt)
    if (data.punkt !== '' && item === undefined) return 'item'
    if (data.nummer !== (await nextAddendum(trx, meeting.id))) return 'numberTaken'
    const openness = data.aaben === 'ja' ? 'open' : 'closed'
    const added = await addAddendum(trx, asked.district.id, meeting, {
      number: data.nummer,
      itemId: item?.id ?? null,
      words: data.ord,
      openness,
      by: asked.actor.name,
    })
    if (!added) return 'numberTaken'
    const subject = subjectOf(meeting)
    await log({
      action: 'minutes.corrected',
      ...(item === undefined ? subject : { ...subject, subjectKind: 'agendaItem', subjectId: item.id }),
      changes: [
        { field: 'addendum', before: null, after: String(data.nummer) },
        { field: 'openness', before: null, after: openness },
      ],
    })
    return meeting
  })
  if (done === 'item') return showAddendum(asked, { values, problems: [{ field: 'punkt', text: t.item }], status: 422 })
  if (done === 'numberTaken')
    return showAddendum(asked, { values, problems: [{ field: 'ord', text: t.numberTaken }], status: 409 })
  return asked.goTo(`${meetingPaths.minutes(done.id)}#rettelser`)
}

async function openAddendum(asked: Asked): Promise<Response> {
  const { data } = await asked.form(opennessForm)
  const id = asked.param('rettelse')
  const meeting = await asked.change(async (trx, log) => {
    const found = await inState(asked, trx, 'approved', 'published')
    const { addenda } = await readMinutes(trx, asked.district.id, found, { names: false })
    const addendum = addenda.find((one) => one.id === id) ?? notFound()
    const openness = data?.aabenhed ?? addendum.openness
    if (openness === addendum.openness) return found
    if (!isUuid(id)) return notFound()
    await setAddendumOpenness(trx, asked.district.id, { id, meetingId: found.id }, openness)
    const subject = subjectOf(found)
    await log({
      action: 'minutes.correctionOpened',
      ...(addendum.itemId === null ? subject : { ...subject, subjectKind: 'agendaItem', subjectId: addendum.itemId }),
      changes: [{ field: 'openness', before: addendum.openness, after: openness }],
    })
    return found
  })
  return asked.goTo(`${meetingPaths.minutes(meeting.id)}#rettelser`)
}

const findPublishView = async (asked: Asked, trx: Trx) => {
  const meeting = await inState(asked, trx, 'approved')
  const choices = publishableTo(meeting.forumOpenness)
  const to = choices.find((choice) => choice === asked.query('til')) ?? choices.at(-1) ?? 'partners'
  const minutes = await readMinutes(trx, asked.district.id, meeting, { names: to === 'partners' })
  return {
    meeting,
    choices,
    to,
    open: theOpenPart(minutes),
    style: styleOf(asked, await ordersOf(trx, asked.district.id, meeting)),
    withheld: await listWithheld(trx, meeting.id),
  }
}

async function publishIt(asked: Asked): Promise<Response> {
  const t = approvalTexts[asked.lang]
  const { data, values, problems } = await asked.form(publishForm(asked.lang))
  const view = await asked.read((trx) => findPublishView(asked, trx))
  const to = view.choices.find((choice) => choice === data?.til)
  if (data === null || to === undefined) {
    const wrong = problems.length > 0 ? problems : [{ field: 'til', text: t.problems.to }]
    return asked.page(<PublishPage asked={asked} {...view} values={values} problems={wrong} />, 422)
  }
  await asked.change(async (trx, log) => {
    const at = { id: view.meeting.id, version: data.version }
    if (!(await publish(trx, asked.district.id, at, { to, now: asked.now }))) throw new Conflict()
    await log({
      action: 'minutes.published',
      ...subjectOf(view.meeting),
      changes: [{ field: 'publishedTo', before: null, after: to }],
    })
  })
  return asked.goTo(meetingPaths.minutes(view.meeting.id))
}

/** What is done with approved minutes: corrections and publication. */
export const afterRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.addendum(':id'),
      on('meetings.run', (asked) => showAddendum(asked)),
    )
    .post(meetingPaths.addendum(':id'), on('meetings.run', correct))
    .post(meetingPaths.openAddendum(':id', ':rettelse'), on('meetings.run', openAddendum))
    .get(
      meetingPaths.publish(':id'),
      on('meetings.run', async (asked) => {
        const view = await asked.read((trx) => findPublishView(asked, trx))
        return asked.page(<PublishPage asked={asked} {...view} />)
      }),
    )
    .post(meetingPaths.publish(':id'), on('meetings.run', publishIt))
}
