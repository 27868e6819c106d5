import { Hono } from 'hono'
import { changedFields, listLastEntries } from '../../audit/store.ts'
import { Conflict } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { itemChanges } from '../changes.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { openAgenda } from './agenda-routes.tsx'
import { addItem, changeItem, type ItemFields } from './agenda-store.ts'
import { listBacklog } from './backlog-store.ts'
import { itemForm, itemFormTexts, type SentItem } from './forms.ts'
import { handlingTexts } from './handling-texts.ts'
import { clashFields, EditItemPage, itemValues } from './item-edit-page.tsx'
import { type Item, listItems } from './item-store.ts'
import { itemTexts } from './item-texts.ts'
import { askedForum, itemSubject, nameOfItem, type PlacedItem, placedItemInCharge, placeOfItem } from './placed.ts'
import { listChoices, listRelated, type RelatedChoice, type RelatedKind, setConcerns } from './related-store.ts'
import { agendaTexts } from './texts.ts'

/** No id of any row: a new item has none yet. */
const nobody = '00000000-0000-0000-0000-000000000000'

const fieldsOf = (data: SentItem): ItemFields => ({
  title: data.titel,
  section: data.afsnit,
  kind: data.art,
  presenter: data.oplaeg,
  minutes: data.minutter,
  body: data.sag,
  recommendation: data.indstilling,
  concerns: data.angaar,
})

/** The fields that the log compares. */
const logged = (fields: ItemFields): Record<string, unknown> => ({
  title: fields.title,
  section: fields.section,
  kind: fields.kind,
  presenter: fields.presenter,
  minutes: fields.minutes,
  body: fields.body,
  recommendation: fields.recommendation,
  concerns: fields.concerns,
})

const chosenIn = (data: SentItem): { kind: RelatedKind; id: string; field: string }[] => {
  const all = [
    { kind: 'forum' as const, id: data.forum, field: 'forum' },
    { kind: 'agendaItem' as const, id: data.punkt, field: 'punkt' },
    { kind: 'actionPoint' as const, id: data.opgave, field: 'opgave' },
  ]
  return all.flatMap(({ kind, id, field }) => (id === null ? [] : [{ kind, id, field }]))
}

/** A choice that was not offered is refused at its field. */
const forged = (asked: Asked, data: SentItem, choices: readonly RelatedChoice[]): Problem[] =>
  chosenIn(data)
    .filter(({ kind, id }) => !choices.some((choice) => choice.kind === kind && choice.id === id))
    .map(({ field }) => ({ field, text: itemFormTexts[asked.lang].choose }))

interface NewPlace {
  forumId: string
  meetingId: string | null
  title: string
  submit: string
  crumbs: { href: string; label: string }[]
  action: string
  back: string
}

const onMeeting = async (asked: Asked, trx: Trx): Promise<NewPlace> => {
  const meeting = await openAgenda(asked, trx)
  return {
    forumId: meeting.forumId,
    meetingId: meeting.id,
    title: agendaTexts[asked.lang].newTitle,
    submit: agendaTexts[asked.lang].newSubmit,
    crumbs: [
      {
        href: inDistrict(asked.district, meetingPaths.agenda(meeting.id)),
        label: agendaTexts[asked.lang].pageTitle(nameOfMeeting(meeting, asked.lang)),
      },
    ],
    action: meetingPaths.addItem(meeting.id),
    back: meetingPaths.agenda(meeting.id),
  }
}

const inBacklog = async (asked: Asked, trx: Trx): Promise<NewPlace> => {
  const forum = await askedForum(asked, trx)
  asked.require('meetings.run', { forumId: forum.id })
  const t = handlingTexts[asked.lang]
  return {
    forumId: forum.id,
    meetingId: null,
    title: t.addTopicTitle,
    submit: t.addTopic,
    crumbs: [{ href: inDistrict(asked.district, meetingPaths.backlog(forum.slug)), label: t.backlogTitle(forum.name) }],
    action: meetingPaths.addToBacklog(forum.slug),
    back: meetingPaths.backlog(forum.slug),
  }
}

type FindPlace = typeof onMeeting

const showNew = async (
  asked: Asked,
  find: FindPlace,
  values: Readonly<Record<string, unknown>>,
  problems: readonly Problem[] = [],
) => {
  const { place, choices } = await asked.read(async (trx) => {
    const found = await find(asked, trx)
    return { place: found, choices: await listChoices(trx, asked.district.id, { id: nobody, forumId: found.forumId }) }
  })
  return asked.page(
    <EditItemPage
      asked={asked}
      title={place.title}
      crumbs={place.crumbs}
      action={inDistrict(asked.district, place.action)}
      cancel={inDistrict(asked.district, place.back)}
      submit={place.submit}
      version={0}
      values={values}
      problems={problems}
      choices={choices}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** The item that the same form made a moment ago, when it is sent twice. */
const madeBefore = (items: readonly Item[], fields: ItemFields): Item | undefined =>
  items.find((item) => item.title === fields.title && item.body === fields.body && item.kind === fields.kind)

async function create(asked: Asked, find: FindPlace): Promise<Response> {
  const { data, values, problems } = await asked.form(itemForm(asked.lang))
  const { place, choices, there } = await asked.read(async (trx) => {
    const found = await find(asked, trx)
    return {
      place: found,
      choices: await listChoices(trx, asked.district.id, { id: nobody, forumId: found.forumId }),
      there:
        found.meetingId === null
          ? await listBacklog(trx, asked.district.id, found.forumId)
          : await listItems(trx, asked.district.id, found.meetingId),
    }
  })
  const wrong = data === null ? problems : forged(asked, data, choices)
  if (data === null || wrong.length > 0) return showNew(asked, find, values, wrong)
  const fields = fieldsOf(data)
  const twin = madeBefore(there, fields)
  const id =
    twin?.id ??
    (await asked.change(async (trx, log) => {
      const added = await addItem(trx, asked.district.id, place, fields)
      const links = { seen: [], chosen: chosenIn(data), by: asked.actor.name }
      await setConcerns(trx, asked.district.id, added, links)
      await log({
        action: 'item.created',
        ...itemSubject({ id: added, title: fields.title }),
        changes: changedFields(null, logged(fields)),
      })
      return added
    }))
  return asked.goTo(`${place.back}#punkt-${id}`)
}

/** The item with what it hangs together with, for one in charge of it. @throws NotFound, Forbidden. */
const findEdited = async (asked: Asked, trx: Trx) => {
  const placed = await placedItemInCharge(asked, trx)
  return {
    placed,
    related: await listRelated(trx, asked.district.id, placed.item.id),
    choices: await listChoices(trx, asked.district.id, placed.item),
  }
}

const crumbsOf = (asked: Asked, placed: PlacedItem) => [
  { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
  { href: inDistrict(asked.district, meetingPaths.item(placed.item.id)), label: nameOfItem(placed) },
]

/** What is chosen already can be kept, even where it would not be offered anew. */
const withChosen = (choices: readonly RelatedChoice[], related: Awaited<ReturnType<typeof listRelated>>) => [
  ...choices,
  ...related
    .filter((one) => one.outward && !choices.some((choice) => choice.kind === one.kind && choice.id === one.id))
    .map((one) => ({ ...one, forumName: one.forumName ?? '', outcome: null })),
]

async function edit(asked: Asked, sent?: { values: Record<string, unknown>; problems: readonly Problem[] }) {
  const { placed, related, choices } = await asked.read((trx) => findEdited(asked, trx))
  if (placed.meeting !== null && isLocked(placed.meeting.state)) return asked.goTo(meetingPaths.item(placed.item.id))
  const t = itemTexts[asked.lang]
  return asked.page(
    <EditItemPage
      asked={asked}
      title={t.editTitle(nameOfItem(placed))}
      crumbs={crumbsOf(asked, placed)}
      action={inDistrict(asked.district, meetingPaths.editItem(placed.item.id))}
      cancel={inDistrict(asked.district, placeOfItem(placed))}
      submit={t.save}
      version={placed.item.version}
      values={sent?.values ?? itemValues(placed.item, related)}
      problems={sent?.problems ?? []}
      choices={withChosen(choices, related)}
    />,
    sent === undefined ? 200 : 422,
  )
}

async function save(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(itemForm(asked.lang))
  const { placed, related, choices } = await asked.read((trx) => findEdited(asked, trx))
  const wrong = data === null ? problems : forged(asked, data, withChosen(choices, related))
  if (data === null || wrong.length > 0) return edit(asked, { values, problems: wrong })
  // The minutes were approved while the form was open: nothing can be put over them.
  if (placed.meeting !== null && isLocked(placed.meeting.state)) throw new Conflict()
  const fields = fieldsOf(data)
  const done = await asked.change(async (trx, log) => {
    const at = { id: placed.item.id, version: data.version }
    if (!(await changeItem(trx, asked.district.id, at, fields))) return false
    const links = { seen: related, chosen: chosenIn(data), by: asked.actor.name }
    await setConcerns(trx, asked.district.id, placed.item.id, links)
    await log({
      action: 'item.changed',
      ...itemSubject({ id: placed.item.id, title: fields.title }),
      changes: changedFields(logged(placed.item), logged(fields)),
    })
    return true
  })
  return done ? asked.goTo(meetingPaths.item(placed.item.id)) : answerClash(asked, values)
}

async function answerClash(asked: Asked, sent: Record<string, unknown>): Promise<Response> {
  const { placed, related, choices, last } = await asked.read(async (trx) => {
    const found = await findEdited(asked, trx)
    const of = { kind: 'agendaItem', id: found.placed.item.id, actions: itemChanges }
    return { ...found, last: (await listLastEntries(trx, asked.district.id, of))[0] }
  })
  const path = meetingPaths.item(placed.item.id)
  return showClash(asked, {
    title: itemTexts[asked.lang].editTitle(nameOfItem(placed)),
    current: 'meetings',
    action: meetingPaths.editItem(placed.item.id),
    cancel: path,
    version: placed.item.version,
    last,
    sent,
    stored: itemValues(placed.item, related),
    texts: clashFields(asked, withChosen(choices, related)),
  })
}

/** Adding an item to an agenda or the backlog, and editing one. */
export const itemEditRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const empty = { art: 'discussion', minutter: '10' }
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.addItem(':id'),
      on('meetings.run', (asked) => showNew(asked, onMeeting, empty)),
    )
    .post(
      meetingPaths.addItem(':id'),
      on('meetings.run', (asked) => create(asked, onMeeting)),
    )
    .get(
      meetingPaths.addToBacklog(':slug'),
      on('meetings.run', (asked) => showNew(asked, inBacklog, empty)),
    )
    .post(
      meetingPaths.addToBacklog(':slug'),
      on('meetings.run', (asked) => create(asked, inBacklog)),
    )
    .get(
      meetingPaths.editItem(':id'),
      on('meetings.run', (asked) => edit(asked)),
    )
    .post(meetingPaths.editItem(':id'), on('meetings.run', save))
}
