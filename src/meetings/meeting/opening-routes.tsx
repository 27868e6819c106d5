import { Hono } from 'hono'
import { z } from 'zod'
import { changedFields } from '../../audit/store.ts'
import type { Language } from '../../base/language.ts'
import type { Trx } from '../../db/db.ts'
import { listSeats } from '../../fora/seats/store.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingInCharge } from '../find.ts'
import { findOrders } from '../orders/orders-store.ts'
import { meetingPaths } from '../paths.ts'
import { FixedMeetingPage } from './form-page.tsx'
import { isEditable } from './form-rules.ts'
import { loggedConsent, meetingSubject } from './logged.ts'
import { OpeningPage } from './opening-page.tsx'
import { type Consent, type OpeningRefusal, openingRefusal } from './opening-rules.ts'
import { findOpening, setMeetingOpenness } from './opening-store.ts'
import { openingTexts } from './opening-texts.ts'
import { findOutdated } from './outdated.ts'

const seated = new Set(['chair', 'viceChair', 'member'])

const findView = async (asked: Asked, trx: Trx) => {
  const meeting = await meetingInCharge(asked, trx)
  const district = asked.district.id
  return {
    meeting,
    orders: await findOrders(trx, district, { id: meeting.forumId, kind: meeting.forumKind }),
    opening: await findOpening(trx, district, meeting.id),
    seats: (await listSeats(trx, district, meeting.forumId, asked.today)).filter(({ role }) => seated.has(role)).length,
  }
}

const openingForm = (lang: Language) => {
  const t = openingTexts[lang].problems
  const count = (missing: string) =>
    z
      .string(missing)
      .trim()
      .regex(/^\d{0,4}$/, t.number)
      .transform(Number)
  return z.object({
    aabenhed: z.enum(['closed', 'partners', 'public'], t.choose),
    medlemmer: count(t.members).default(0),
    for: count(t.number).default(0),
    formand: z
      .unknown()
      .optional()
      .transform((value) => value === 'ja'),
    version: z.coerce.number().int().min(0).max(1_000_000_000).catch(-1),
  })
}

const fieldOf: Record<OpeningRefusal, string> = {
  forum: 'aabenhed',
  count: 'for',
  majority: 'for',
  chair: 'formand',
}

async function show(asked: Asked): Promise<Response> {
  const { seats, ...view } = await asked.read((trx) => findView(asked, trx))
  if (!isEditable(view.meeting.state)) return asked.page(<FixedMeetingPage asked={asked} meeting={view.meeting} />)
  const values = {
    aabenhed: view.meeting.openness,
    medlemmer: String(view.opening?.members ?? seats),
    for: view.opening === null ? '' : String(view.opening.inFavour),
    formand: view.opening?.chairConsents === true ? 'ja' : '',
  }
  return asked.page(<OpeningPage asked={asked} {...view} values={values} />)
}

/** Somebody else changed the meeting first: what they did stands above what the reader chose. */
async function showOutdated(asked: Asked, seen: number, values: Readonly<Record<string, unknown>>): Promise<Response> {
  const { view, changes } = await asked.read(async (trx) => {
    const { seats: _, ...found } = await findView(asked, trx)
    return { view: found, changes: (await findOutdated(asked, trx, seen)).changes }
  })
  if (!isEditable(view.meeting.state)) return asked.page(<FixedMeetingPage asked={asked} meeting={view.meeting} />, 409)
  return asked.page(<OpeningPage asked={asked} {...view} values={values} changes={changes} />, 409)
}

async function save(asked: Asked): Promise<Response> {
  const view = await asked.read((trx) => findView(asked, trx))
  const { meeting, orders, opening } = view
  if (!isEditable(meeting.state)) return asked.page(<FixedMeetingPage asked={asked} meeting={meeting} />, 409)
  const { data, values, problems } = await asked.form(openingForm(asked.lang))
  const again = (wrong: readonly Problem[]) =>
    asked.page(
      <OpeningPage
        asked={asked}
        meeting={meeting}
        orders={orders}
        opening={opening}
        values={values}
        problems={wrong}
      />,
      422,
    )
  if (data === null) return again(problems)
  const t = openingTexts[asked.lang].problems
  const to = data.aabenhed
  const consent: Consent = { members: data.medlemmer, inFavour: data.for, chairConsents: data.formand }
  if (to !== 'closed' && consent.members === 0) return again([{ field: 'medlemmer', text: t.members }])
  const refusal = openingRefusal(to, { forum: meeting.forumOpenness, rule: orders, consent })
  if (refusal !== null) return again([{ field: fieldOf[refusal], text: t[refusal] }])
  const done = await asked.change(async (trx, log) => {
    const at = { id: meeting.id, version: data.version }
    const recorded = { ...consent, source: orders.openingSource }
    const change = { openness: to, consent: recorded, by: asked.actor.name, at: asked.now }
    if (!(await setMeetingOpenness(trx, asked.district.id, at, change))) return false
    await log({
      action: to === 'closed' ? 'meeting.closed' : 'meeting.opened',
      ...meetingSubject(meeting),
      changes: changedFields(
        { openness: meeting.openness, ...loggedConsent(opening) },
        { openness: to, ...loggedConsent(to === 'closed' ? null : consent) },
      ),
    })
    return true
  })
  return done ? asked.goTo(meetingPaths.meeting(meeting.id)) : showOutdated(asked, data.version, values)
}

/** Opening a meeting to others than its members, and closing it again. */
export const openingRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(meetingPaths.opening(':id'), on('meetings.run', show))
    .post(meetingPaths.opening(':id'), on('meetings.run', save))
}
