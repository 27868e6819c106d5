import { Hono } from 'hono'
import { z } from 'zod'
import { changedFields } from '../../audit/store.ts'
import { Conflict, NotFound } from '../../base/errors.ts'
import { longDay } from '../../base/language.ts'
import { ConflictPage, type ConflictField } from '../../web/conflict.tsx'
import { inDistrict } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { askedDraft, planSubject } from './asked-draft.ts'
import { findLastChange, lockDraft, saveDraft, type YearDraft } from './draft-store.ts'
import { asBooked, type DraftRow, freeKey } from './draft.ts'
import { readRow, type RowFields } from './forms.ts'
import { gatherPlan, planInput } from './gather-plan.ts'
import { listForaToPlan } from './plan-store.ts'
import { planTexts } from './plan-texts.ts'
import { proposeAgain } from './planning.ts'
import { nameOfRow, RowPage } from './row-page.tsx'

/** The address of a row that is not there yet. */
const added = 'nyt'

const rowIn = (draft: YearDraft, key: string): DraftRow => {
  const row = draft.rows.find((one) => one.key === key)
  if (row === undefined || draft.doneAt !== null) throw new NotFound()
  return row
}

const logged = ({ onDay, starts, ends, place, kind, out }: DraftRow) => ({ onDay, starts, ends, place, kind, out })

const showRow = async (asked: Asked, refused: Partial<Parameters<typeof RowPage>[0]> = {}) => {
  const { draft, fora } = await asked.read(async (trx) => ({
    draft: await askedDraft(asked, trx),
    fora: await listForaToPlan(trx, asked.district.id),
  }))
  const key = asked.param('key')
  if (key === added && draft.doneAt !== null) throw new NotFound()
  const row = key === added ? null : rowIn(draft, key)
  return asked.page(
    <RowPage asked={asked} draft={draft} row={row} fora={fora} {...refused} />,
    refused.problems === undefined ? 200 : 422,
  )
}

/** Changes one row of the plan, in the transaction that locks it. Null when somebody else changed that row first. */
const changeRow = (asked: Asked, version: number, change: (row: DraftRow) => DraftRow): Promise<YearDraft | null> =>
  asked.change(async (trx, log) => {
    const draft = await askedDraft(asked, trx, lockDraft)
    const row = rowIn(draft, asked.param('key'))
    if (row.version !== version) return null
    const after = { ...change(row), version: row.version + 1 }
    const rows = draft.rows.map((one) => (one.key === row.key ? after : one))
    await saveDraft(trx, asked.district.id, { id: draft.id, rows, doneAt: null })
    await log({ action: 'yearPlan.changed', ...planSubject(draft), changes: changedFields(logged(row), logged(after)) })
    return draft
  })

/** Both texts of a row that two people edited, so that nothing of what was written is lost. */
async function showClash(asked: Asked, fields: RowFields): Promise<Response> {
  const found = await asked.read(async (trx) => {
    const draft = await askedDraft(asked, trx)
    return {
      draft,
      fora: await listForaToPlan(trx, asked.district.id),
      last: await findLastChange(trx, asked.district.id, draft.id),
    }
  })
  const row = rowIn(found.draft, asked.param('key'))
  const t = planTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const field = (name: string, label: string, mine: string, theirs: string, show = (value: string) => value) => ({
    name,
    label,
    base: theirs,
    mine,
    theirs,
    shown: { base: show(theirs), mine: show(mine), theirs: show(theirs) },
  })
  const fieldsThatDiffer: ConflictField[] = [
    field('paa', t.day, fields.onDay, row.onDay, (day) => longDay(day, asked.lang)),
    field('fra', t.starts, fields.starts, row.starts, words.clock),
    field('til', t.ends, fields.ends, row.ends, words.clock),
    field('sted', t.place, fields.place, row.place),
  ]
  const differing = fieldsThatDiffer.filter(({ mine, theirs }) => mine !== theirs)
  const others = { paa: fields.onDay, fra: fields.starts, til: fields.ends, sted: fields.place, art: fields.kind }
  const chosen = new Set(differing.map(({ name }) => name))
  const href = (path: string) => inDistrict(asked.district, path)
  return asked.page(
    <ConflictPage
      frame={asked.frame}
      title={nameOfRow(row, found.fora, asked)}
      current="meetings"
      action={href(meetingPaths.yearDraftRow(found.draft.id, row.key))}
      version={row.version}
      theirName={found.last?.actorName ?? ''}
      theirTime={found.last?.at ?? asked.now}
      fields={differing}
      others={Object.fromEntries(Object.entries(others).filter(([name]) => !chosen.has(name)))}
      cancel={href(meetingPaths.yearDraft(found.draft.id))}
    />,
    409,
  )
}

const toDraft = (asked: Asked, key: string): Response =>
  asked.goTo(`${meetingPaths.yearDraft(asked.param('id'))}#${key}`)

async function addRow(asked: Asked): Promise<Response> {
  const year = (await asked.read((trx) => askedDraft(asked, trx))).year
  const { fields, forumId, values, problems } = await readRow(asked, year)
  const fora = await asked.read((trx) => listForaToPlan(trx, asked.district.id))
  const forum = fora.find(({ id }) => id === forumId)
  const wrong =
    forum === undefined ? [{ field: 'forum', text: planTexts[asked.lang].problems.forum }, ...problems] : problems
  if (fields === null || forum === undefined) return showRow(asked, { values, problems: wrong })
  const key = await asked.change(async (trx, log) => {
    const draft = await askedDraft(asked, trx, lockDraft)
    if (draft.doneAt !== null) throw new Conflict()
    const same = draft.rows.find(
      (one) => !one.out && one.forumId === forum.id && one.onDay === fields.onDay && one.starts === fields.starts,
    )
    // The button was pressed twice, or the meeting is there: no forum begins two at once.
    if (same !== undefined) return same.key
    const row: DraftRow = {
      key: freeKey(draft.rows),
      forumId: forum.id,
      ...fields,
      prepares: null,
      out: false,
      version: 1,
      meetingId: null,
      items: 0,
    }
    await saveDraft(trx, asked.district.id, { id: draft.id, rows: [...draft.rows, row], doneAt: null })
    await log({ action: 'yearPlan.changed', ...planSubject(draft), changes: changedFields(null, logged(row)) })
    return row.key
  })
  return toDraft(asked, key)
}

async function saveRow(asked: Asked): Promise<Response> {
  if (asked.param('key') === added) return addRow(asked)
  const draft = await asked.read((trx) => askedDraft(asked, trx))
  rowIn(draft, asked.param('key'))
  const { fields, version, values, problems } = await readRow(asked, draft.year)
  if (fields === null) return showRow(asked, { values, problems })
  const done = await changeRow(asked, version, (row) => ({ ...row, ...fields }))
  return done === null ? showClash(asked, fields) : toDraft(asked, asked.param('key'))
}

const versionForm = z.object({ version: z.coerce.number().int() })

async function leaveOut(asked: Asked): Promise<Response> {
  const { data } = await asked.form(versionForm)
  const done = await changeRow(asked, data?.version ?? -1, (row) => ({ ...row, out: !row.out }))
  if (done === null) throw new Conflict()
  return toDraft(asked, asked.param('key'))
}

/** Another day for one row, as near as can be, that suits everyone. */
async function again(asked: Asked): Promise<Response> {
  const { data } = await asked.form(versionForm)
  const found = await asked.read(async (trx) => {
    const draft = await askedDraft(asked, trx)
    return { draft, ground: await gatherPlan(asked, trx, draft.year) }
  })
  const { draft, ground } = found
  const row = rowIn(draft, asked.param('key'))
  const forum = ground.fora.find(({ id }) => id === row.forumId)
  const others = draft.rows.filter(({ key, out }) => key !== row.key && !out).map(asBooked)
  const existing = [...ground.existing, ...others]
  const council = existing.find(({ id }) => id === row.prepares)?.onDay ?? null
  const proposed =
    forum === undefined
      ? null
      : proposeAgain({ ...planInput(ground, () => false), existing }, forum, asBooked(row), council)
  if (proposed === null) return asked.goTo(`${meetingPaths.yearDraft(draft.id)}?sket=ingen-anden`)
  const done = await changeRow(asked, data?.version ?? -1, (one) => ({ ...one, ...proposed }))
  if (done === null) throw new Conflict()
  return toDraft(asked, row.key)
}

/** Adjusting single meetings of a plan. */
export const rowRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const row = meetingPaths.yearDraftRow(':id', ':key')
  return new Hono<RequestEnv>()
    .get(
      row,
      on('meetings.planYear', (asked) => showRow(asked)),
    )
    .post(row, on('meetings.planYear', saveRow))
    .post(`${row}/udelad`, on('meetings.planYear', leaveOut))
    .post(`${row}/igen`, on('meetings.planYear', again))
}
