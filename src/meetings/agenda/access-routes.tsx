import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { listSeats } from '../../fora/seats/store.ts'
import { dateParts, readDate } from '../../web/date-field.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { listInvited } from '../summons/invitation-store.ts'
import { setOpenness } from './agenda-store.ts'
import { type Ground, listGrounds } from './backlog-store.ts'
import { addExclusions, listExclusions, liftExclusion } from './exclusion-store.ts'
import { closingForm, exclusionForm } from './forms.ts'
import { ClosingPage, ExclusionPage, type Seated } from './handling-pages.tsx'
import { handlingTexts } from './handling-texts.ts'
import type { Item } from './item-store.ts'
import { itemSubject, type PlacedItem, placedItemInCharge } from './placed.ts'
import { closingProblem } from './rules.ts'

type Values = Readonly<Record<string, unknown>>

const findClosing = async (asked: Asked, trx: Trx) => {
  const placed = await placedItemInCharge(asked, trx)
  return { placed, grounds: await listGrounds(trx, asked.district.id, placed.item.groundId) }
}

const closingValues = (item: Item): Record<string, string> => ({
  aabenhed: item.openness,
  grund: item.groundId ?? '',
  ...dateParts('vurderes', item.reviewOn),
})

const askClosing = async (
  asked: Asked,
  sent?: { values: Values; problems?: readonly Problem[]; status: 409 | 422 },
) => {
  const { placed, grounds } = await asked.read((trx) => findClosing(asked, trx))
  return asked.page(
    <ClosingPage
      asked={asked}
      placed={placed}
      grounds={grounds}
      clash={sent?.status === 409}
      values={sent === undefined ? closingValues(placed.item) : withoutVersion(sent.values)}
      problems={sent?.problems ?? []}
    />,
    sent?.status ?? 200,
  )
}

/** What was sent, to be shown again under the version that counts now. */
const withoutVersion = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'version'))

const fieldOf = { noGround: 'grund', noReview: 'vurderes', reviewPast: 'vurderes', reviewFar: 'vurderes' } as const

/** What was chosen, or what is wrong with it. */
const readClosing = async (asked: Asked, grounds: readonly Ground[]) => {
  const { data, values, problems } = await asked.form(closingForm(asked.lang))
  const t = handlingTexts[asked.lang].problems
  const day = readDate(values, 'vurderes')
  const wrong = [...problems]
  if (day === 'bad' && data?.aabenhed !== 'open') wrong.push({ field: 'vurderes', text: t.badDay })
  if (data === null || wrong.length > 0) return { to: null, version: 0, values, problems: wrong }
  const groundId = grounds.find(({ id }) => id === data.grund)?.id ?? null
  const to = { openness: data.aabenhed, groundId, reviewOn: day === 'bad' ? null : day }
  const problem = closingProblem({ ...to, today: asked.today })
  return problem === null
    ? { to, version: data.version, values, problems: [] }
    : { to: null, version: 0, values, problems: [{ field: fieldOf[problem], text: t[problem] }] }
}

async function saveClosing(asked: Asked): Promise<Response> {
  const { placed, grounds } = await asked.read((trx) => findClosing(asked, trx))
  const { to, version, values, problems } = await readClosing(asked, grounds)
  if (to === null) return askClosing(asked, { values, problems, status: 422 })
  const { item } = placed
  const done = await asked.change(async (trx, log) => {
    if (!(await setOpenness(trx, asked.district.id, { id: item.id, version }, to))) return false
    const open = to.openness === 'open'
    const ground = grounds.find(({ id }) => id === to.groundId)?.name ?? null
    await log({
      action: open ? 'item.opened' : 'item.closed',
      ...itemSubject(item),
      changes: changedFields(
        { itemOpenness: item.openness, ground: item.ground, reviewOn: item.reviewOn },
        { itemOpenness: to.openness, ground: open ? null : ground, reviewOn: open ? null : to.reviewOn },
      ),
    })
    return true
  })
  return done ? asked.goTo(meetingPaths.item(item.id)) : askClosing(asked, { values, status: 409 })
}

const findExclusion = async (asked: Asked, trx: Trx) => {
  const placed = await placedItemInCharge(asked, trx)
  const excluded = await listExclusions(trx, asked.district.id, placed.item.id)
  const out = new Set(excluded.map(({ personId }) => personId))
  const concerned = await listConcerned(asked, trx, placed)
  return { placed, excluded, seated: concerned.filter(({ personId }) => !out.has(personId)) }
}

/** Everybody who could come to an item, once each: who sits in the forum now or on the day, who is invited, and their deputies. */
const listConcerned = async (asked: Asked, trx: Trx, { item, meeting }: PlacedItem): Promise<Seated[]> => {
  const district = asked.district.id
  const days = new Set([asked.today, meeting?.onDay ?? asked.today])
  const seats = []
  for (const day of days) seats.push(...(await listSeats(trx, district, item.forumId, day)))
  const invited = meeting === null ? [] : await listInvited(trx, district, meeting.id)
  const persons = new Map<string, Seated>()
  const add = (personId: string | null, name: string, label: string) => {
    if (personId !== null && !persons.has(personId)) persons.set(personId, { personId, name, label })
  }
  for (const { holderId, holderName, label } of seats) add(holderId, holderName ?? '', label)
  for (const { personId, name, label } of invited) add(personId, name, label)
  for (const { deputyPersonId, deputyName, name } of invited)
    add(deputyPersonId, deputyName, handlingTexts[asked.lang].deputyOf(name))
  return [...persons.values()]
}

const askExclusion = async (asked: Asked, values: Values = {}, problems: readonly Problem[] = []) => {
  const view = await asked.read((trx) => findExclusion(asked, trx))
  return asked.page(
    <ExclusionPage asked={asked} {...view} values={values} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function lift(asked: Asked, personId: string): Promise<Response> {
  const id = await asked.change(async (trx, log) => {
    const { placed, excluded } = await findExclusion(asked, trx)
    const one = excluded.find((exclusion) => exclusion.personId === personId)
    if (one === undefined) throw new NotFound()
    if (await liftExclusion(trx, asked.district.id, placed.item.id, personId))
      await log({
        action: 'exclusion.lifted',
        ...itemSubject(placed.item),
        changes: [{ field: 'who', before: one.name, after: null }],
      })
    return placed.item.id
  })
  return asked.goTo(meetingPaths.excludeFrom(id))
}

async function exclude(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(exclusionForm(asked.lang))
  const lifted = values['ophaev']
  if (typeof lifted === 'string') {
    if (!isUuid(lifted)) throw new NotFound()
    return lift(asked, lifted)
  }
  if (data === null) return askExclusion(asked, values, problems)
  const placed = await asked.change(async (trx, log) => {
    const found = await findExclusion(asked, trx)
    const chosen = found.seated.filter(({ personId }) => data.person.includes(personId))
    const known = new Set([...found.seated, ...found.excluded].map(({ personId }) => personId))
    if (data.person.some((id) => !known.has(id))) return null
    const { item } = found.placed
    // Logged first: after the change, whoever keeps themselves out sees neither the item nor what is said of it.
    for (const { name } of chosen)
      await log({
        action: 'exclusion.noted',
        ...itemSubject(item),
        changes: [
          { field: 'who', before: null, after: name },
          { field: 'reason', before: null, after: data.grund },
        ],
      })
    const persons = { personIds: chosen.map(({ personId }) => personId), reason: data.grund, by: asked.actor.name }
    await addExclusions(trx, asked.district.id, item, persons)
    return found.placed
  })
  if (placed === null)
    return askExclusion(asked, values, [{ field: 'person', text: handlingTexts[asked.lang].notSeated }])
  const { item, meeting, forum } = placed
  const ownPerson = asked.actor.personId
  if (ownPerson !== null && data.person.includes(ownPerson))
    return asked.goTo(meeting === null ? meetingPaths.backlog(forum.slug) : meetingPaths.meeting(meeting.id))
  return asked.goTo(meetingPaths.excludeFrom(item.id))
}

/** Who may see an item: opening and closing it, and keeping single members out. */
export const itemAccessRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.closeItem(':id'),
      on('meetings.run', (asked) => askClosing(asked)),
    )
    .post(meetingPaths.closeItem(':id'), on('meetings.run', saveClosing))
    .get(
      meetingPaths.excludeFrom(':id'),
      on('meetings.run', (asked) => askExclusion(asked)),
    )
    .post(meetingPaths.excludeFrom(':id'), on('meetings.run', exclude))
}
