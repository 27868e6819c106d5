import { Hono } from 'hono'
import { z } from 'zod'
import { Conflict } from '../../base/errors.ts'
import { yearOf } from '../../base/time.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { askedDraft, planSubject } from './asked-draft.ts'
import { createYear } from './create-year.ts'
import { DraftPage, draftViews } from './draft-page.tsx'
import { addDraft, listDrafts, lockDraft, lockDraftsOf, removeDraft, saveDraft, type YearDraft } from './draft-store.ts'
import { inOrder, rowOf } from './draft.ts'
import { planForm } from './forms.ts'
import { conflictsIn, gatherPlan, kindsOf, planInput } from './gather-plan.ts'
import { PlanPage } from './plan-page.tsx'
import { removeUntouched } from './plan-store.ts'
import { planYear } from './planning.ts'
import { rowRoutes } from './row-routes.tsx'

const yearQuery = z.coerce.number().int().min(2000).max(2198)

async function showPlan(asked: Asked, refused: Partial<Parameters<typeof PlanPage>[0]> = {}): Promise<Response> {
  const year = yearQuery.catch(yearOf(asked.today) + 1).parse(asked.c.req.query('aar'))
  const found = await asked.read(async (trx) => ({
    ground: await gatherPlan(asked, trx, year),
    drafts: await listDrafts(trx, asked.district.id),
  }))
  const fora = found.ground.fora.map(({ id, name, cadence }) => ({
    id,
    name,
    cadence,
    meetings: found.ground.existing.filter(({ forumId }) => forumId === id).length,
  }))
  return asked.page(
    <PlanPage
      asked={asked}
      year={year}
      fora={fora}
      drafts={found.drafts}
      hasFreeDays={found.ground.closed.length > 0}
      {...refused}
    />,
    refused.problems === undefined ? 200 : 422,
  )
}

/** An open plan that says the same, such as one of a button pressed twice, is gone on with. */
const isSamePlan = (one: YearDraft, other: Pick<YearDraft, 'year' | 'rows' | 'notPlaced'>): boolean => {
  const said = ({ year, rows, notPlaced }: typeof other) => JSON.stringify([year, inOrder(rows), notPlaced])
  return one.doneAt === null && said(one) === said(other)
}

async function begin(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(planForm(asked.lang, yearOf(asked.today)))
  if (data === null) return showPlan(asked, { values, problems })
  const id = await asked.change(async (trx, log) => {
    const ground = await gatherPlan(asked, trx, data.aar)
    const chosen = new Set(data.fora)
    const input = planInput(ground, (forum) => data.hvem === 'alle' || chosen.has(forum))
    const plan = planYear(input, kindsOf(ground))
    const places = new Map(ground.fora.map((forum) => [forum.id, forum.place]))
    const rows = plan.rows.map((row) => rowOf(row, places.get(row.forumId) ?? ''))
    const draft = { year: data.aar, rows, notPlaced: plan.notPlaced, createdBy: asked.actor.name }
    const same = (await listDrafts(trx, asked.district.id)).find((other) => isSamePlan(other, draft))
    if (same !== undefined) return same.id
    const added = await addDraft(trx, asked.district.id, draft)
    await log({ action: 'yearPlan.begun', ...planSubject({ id: added, year: data.aar }) })
    return added
  })
  return asked.goTo(meetingPaths.yearDraft(id))
}

const draftQuery = z.object({
  vis: z.enum(draftViews).catch('all'),
  sket: z.enum(['oprettet', 'fortrudt', 'ingen-anden']).nullable().catch(null),
  fjernet: z.coerce.number().int().min(0).catch(0),
  staar: z.coerce.number().int().min(0).catch(0),
  sprunget: z.coerce.number().int().min(0).catch(0),
})

async function showDraft(asked: Asked): Promise<Response> {
  const { vis, sket, fjernet, staar, sprunget } = draftQuery.parse(asked.c.req.query())
  const { draft, ground } = await asked.read(async (trx) => {
    const found = await askedDraft(asked, trx)
    return { draft: found, ground: await gatherPlan(asked, trx, found.year) }
  })
  const said =
    sket === 'oprettet' && draft.doneAt !== null
      ? ({ kind: 'created', leftOut: sprunget } as const)
      : sket === 'fortrudt' && draft.doneAt === null
        ? ({ kind: 'undone', removed: fjernet, kept: staar } as const)
        : sket === 'ingen-anden'
          ? ({ kind: 'noOther' } as const)
          : null
  const conflicts = conflictsIn(ground, draft.rows, asked.today)
  return asked.page(
    <DraftPage asked={asked} draft={draft} ground={ground} conflicts={conflicts} view={vis} said={said} />,
  )
}

/** Makes all meetings of the plan, or none. Pressed twice, or in two plans that say the same, it makes them once. */
async function create(asked: Asked): Promise<Response> {
  const { data } = await asked.form(z.object({ version: z.coerce.number().int() }))
  const done = await asked.change(async (trx, log) => {
    await lockDraftsOf(trx, asked.district.id, (await askedDraft(asked, trx)).year)
    const draft = await askedDraft(asked, trx)
    if (draft.doneAt !== null) return { id: draft.id, leftOut: 0 }
    if (draft.version !== data?.version) throw new Conflict()
    const rows = await createYear(asked, trx, draft)
    await saveDraft(trx, asked.district.id, { id: draft.id, rows, doneAt: asked.now })
    const count = rows.filter(({ meetingId }) => meetingId !== null).length
    await log({
      action: 'yearPlan.created',
      ...planSubject(draft),
      changes: [{ field: 'meetings', before: null, after: String(count) }],
    })
    return { id: draft.id, leftOut: draft.rows.filter(({ out }) => !out).length - count }
  })
  const leftOut = done.leftOut === 0 ? '' : `&sprunget=${String(done.leftOut)}`
  return asked.goTo(`${meetingPaths.yearDraft(done.id)}?sket=oprettet${leftOut}`)
}

/** Takes away what nobody has touched since, and opens the plan again. What was touched stays, and leaves the plan. */
async function undo(asked: Asked): Promise<Response> {
  const done = await asked.change(async (trx, log) => {
    const draft = await askedDraft(asked, trx, lockDraft)
    if (draft.doneAt === null) return { id: draft.id, removed: 0, kept: 0 }
    const made = draft.rows.flatMap(({ meetingId, items }) => (meetingId === null ? [] : [{ id: meetingId, items }]))
    const gone = new Set(await removeUntouched(trx, asked.district.id, made))
    const kept = new Map(
      draft.rows.flatMap(({ key, meetingId }) => (meetingId === null || gone.has(meetingId) ? [] : [[key, meetingId]])),
    )
    const rows = draft.rows
      .filter(({ meetingId }) => meetingId === null || gone.has(meetingId))
      .map((row) => ({
        ...row,
        prepares: kept.get(row.prepares ?? '') ?? row.prepares,
        meetingId: null,
        items: 0,
        version: row.version + 1,
      }))
    await saveDraft(trx, asked.district.id, { id: draft.id, rows, doneAt: null })
    await log({
      action: 'yearPlan.undone',
      ...planSubject(draft),
      changes: [{ field: 'meetings', before: String(made.length), after: String(made.length - gone.size) }],
    })
    return { id: draft.id, removed: gone.size, kept: made.length - gone.size }
  })
  return asked.goTo(
    `${meetingPaths.yearDraft(done.id)}?sket=fortrudt&fjernet=${String(done.removed)}&staar=${String(done.kept)}`,
  )
}

async function discard(asked: Asked): Promise<Response> {
  await asked.change(async (trx, log) => {
    const draft = await askedDraft(asked, trx, lockDraft)
    if (draft.doneAt !== null) throw new Conflict()
    await removeDraft(trx, asked.district.id, draft.id)
    await log({ action: 'yearPlan.discarded', ...planSubject(draft) })
  })
  return asked.goTo(meetingPaths.planYear)
}

/** Planning the meetings of a year: propose, adjust, create in one step. */
export const planRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.planYear,
      on('meetings.planYear', (asked) => showPlan(asked)),
    )
    .post(meetingPaths.planYear, on('meetings.planYear', begin))
    .get(meetingPaths.yearDraft(':id'), on('meetings.planYear', showDraft))
    .post(meetingPaths.createYear(':id'), on('meetings.planYear', create))
    .post(meetingPaths.undoYear(':id'), on('meetings.planYear', undo))
    .post(meetingPaths.discardYear(':id'), on('meetings.planYear', discard))
    .route('/', rowRoutes(parts))
}
