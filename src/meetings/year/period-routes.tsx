import { Hono } from 'hono'
import { z } from 'zod'
import { changesOf } from '../../audit/changes.ts'
import { changedFields, findLastEntry } from '../../audit/store.ts'
import { Conflict, NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { longDay } from '../../base/language.ts'
import { daysBetween, parseDay, yearOf } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { listMunicipalities } from '../../people/store.ts'
import { type ConflictField, ConflictPage } from '../../web/conflict.tsx'
import { readDate } from '../../web/date-field.ts'
import { freeText } from '../../web/free-text.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { firstOfYear, lastOfYear } from './days.ts'
import { movedPeriod, usualSchoolHolidays } from './holidays.ts'
import { FreeDaysPage, PeriodPage } from './period-page.tsx'
import {
  addPeriod,
  changePeriod,
  findPeriod,
  isPeriodKnown,
  listPeriods,
  type PeriodFields,
  removePeriod,
  type StoredPeriod,
} from './period-store.ts'
import { periodTexts } from './period-texts.ts'

async function askedPeriod(asked: Asked, trx: Trx): Promise<StoredPeriod> {
  const id = asked.param('id')
  const found = isUuid(id) ? await findPeriod(trx, asked.district.id, id) : undefined
  if (found === undefined) throw new NotFound()
  return found
}

const subjectOf = (id: string, name: string) => ({ subjectKind: 'closedPeriod', subjectId: id, subjectName: name })

const logged = ({ name, municipalityCode, from, to }: PeriodFields) => ({ name, municipalityCode, from, to })

const pageQuery = z.object({
  aar: z.coerce.number().int().min(2000).max(2198).nullable().catch(null),
  hentet: z.coerce.number().int().min(0).max(1000).nullable().catch(null),
  fjernet: z.uuid().nullable().catch(null),
})

async function showFreeDays(asked: Asked, refused: Partial<Parameters<typeof FreeDaysPage>[0]> = {}) {
  const { aar, hentet, fjernet } = pageQuery.parse(asked.c.req.query())
  const year = aar ?? yearOf(asked.today)
  const found = await asked.read(async (trx) => {
    const { id } = asked.district
    const removed = fjernet === null ? undefined : await findLastEntry(trx, id, 'closedPeriod', fjernet)
    return {
      periods: await listPeriods(trx, id, firstOfYear(year), lastOfYear(year)),
      municipalities: await listMunicipalities(trx, id, asked.today),
      removed: removed?.action === 'closedPeriod.removed' ? removed : undefined,
    }
  })
  const said =
    found.removed !== undefined && fjernet !== null
      ? { removed: { id: fjernet, name: found.removed.subjectName } }
      : hentet === null
        ? null
        : { fetched: hentet }
  return asked.page(
    <FreeDaysPage asked={asked} year={year} {...found} said={said} {...refused} />,
    refused.problems === undefined ? 200 : 422,
  )
}

const periodForm = (asked: Asked) =>
  z.object({
    navn: freeText(asked.lang, 100).pipe(z.string().min(1, periodTexts[asked.lang].problems.name)),
    kommune: z
      .string()
      .regex(/^(\d{3})?$/)
      .catch(''),
    fraDag: z.string().optional(),
    tilDag: z.string().optional(),
    version: z.coerce.number().int().default(0),
  })

const longest = 366

/** Reads a period, or says what is wrong with it. A municipality of another district counts as none of those offered. */
async function readPeriod(asked: Asked) {
  const t = periodTexts[asked.lang].problems
  const { data, values, problems } = await asked.form(periodForm(asked))
  const municipalities = await asked.read((trx) => listMunicipalities(trx, asked.district.id, asked.today))
  // The page of a conflict sends each day in one piece.
  const read = (whole: string | undefined, name: string) =>
    whole === undefined ? readDate(values, name) : (parseDay(whole) ?? 'bad')
  const [from, to] = [read(data?.fraDag, 'fra'), read(data?.tilDag, 'til')]
  const wrong: Problem[] = [...problems]
  if (from === null || from === 'bad') wrong.push({ field: 'fra', text: t.day })
  if (to === null || to === 'bad') wrong.push({ field: 'til', text: t.day })
  const isKnown = data?.kommune === '' || municipalities.some(({ code }) => code === data?.kommune)
  if (data !== null && !isKnown) wrong.push({ field: 'kommune', text: t.where })
  if (data === null || from === null || to === null || from === 'bad' || to === 'bad' || wrong.length > 0)
    return { fields: null, version: 0, values, problems: wrong, municipalities }
  const length = daysBetween(from, to)
  if (length < 0 || length > longest) wrong.push({ field: 'til', text: length < 0 ? t.order : t.long })
  const fields = { name: data.navn, municipalityCode: data.kommune === '' ? null : data.kommune, from, to }
  return {
    fields: wrong.length > 0 ? null : fields,
    version: data.version,
    values,
    problems: wrong,
    municipalities,
  }
}

const toYear = (asked: Asked, day: string, more = ''): Response =>
  asked.goTo(`${meetingPaths.freeDays}?aar=${day.slice(0, 4)}${more}`)

type Log = Parameters<Parameters<Asked['change']>[0]>[1]

/** Adds periods and notes each in the log. Those that are there already are left as they are. */
async function addLogged(asked: Asked, trx: Trx, log: Log, periods: readonly PeriodFields[]): Promise<void> {
  for (const fields of periods) {
    const id = await addPeriod(trx, asked.district.id, fields)
    if (id !== undefined)
      await log({
        action: 'closedPeriod.added',
        ...subjectOf(id, fields.name),
        changes: changedFields(null, logged(fields)),
      })
  }
}

/** Adds a period. Sent twice, it is there once. */
async function add(asked: Asked): Promise<Response> {
  const { fields, values, problems } = await readPeriod(asked)
  if (fields === null) return showFreeDays(asked, { values, problems })
  await asked.change((trx, log) => addLogged(asked, trx, log, [fields]))
  return toYear(asked, fields.from)
}

async function save(asked: Asked): Promise<Response> {
  const period = await asked.read((trx) => askedPeriod(asked, trx))
  const { fields, version, values, problems, municipalities } = await readPeriod(asked)
  if (fields === null) return asked.page(<PeriodPage {...{ asked, period, municipalities, values, problems }} />, 422)
  const done = await asked.change(async (trx, log) => {
    if (await isPeriodKnown(trx, asked.district.id, fields, period.id)) return 'known'
    if (!(await changePeriod(trx, asked.district.id, { id: period.id, version }, fields))) return 'stale'
    await log({
      action: 'closedPeriod.changed',
      ...subjectOf(period.id, fields.name),
      changes: changedFields(logged(period), logged(fields)),
    })
    return 'saved'
  })
  if (done === 'saved') return toYear(asked, fields.from)
  if (done === 'stale') return showClash(asked, fields)
  const known = [{ field: 'navn', text: periodTexts[asked.lang].problems.known }]
  return asked.page(<PeriodPage {...{ asked, period, municipalities, values, problems: known }} />, 422)
}

async function showClash(asked: Asked, mine: PeriodFields): Promise<Response> {
  const { period, last } = await asked.read(async (trx) => ({
    period: await askedPeriod(asked, trx),
    last: await findLastEntry(trx, asked.district.id, 'closedPeriod', asked.param('id')),
  }))
  const t = periodTexts[asked.lang]
  const field = (name: string, label: string, own: string, theirs: string, show = (value: string) => value) => ({
    name,
    label,
    base: theirs,
    mine: own,
    theirs,
    shown: { base: show(theirs), mine: show(own), theirs: show(theirs) },
  })
  const inWords = (day: string) => longDay(day, asked.lang)
  const all: ConflictField[] = [
    field('navn', t.fields.name, mine.name, period.name),
    field('fraDag', t.fields.from, mine.from, period.from, inWords),
    field('tilDag', t.fields.to, mine.to, period.to, inWords),
  ]
  const differing = all.filter((one) => one.mine !== one.theirs)
  const rest = all.filter((one) => one.mine === one.theirs).map((one): [string, string] => [one.name, one.mine])
  return asked.page(
    <ConflictPage
      frame={asked.frame}
      title={t.editTitle(period.name)}
      current="meetings"
      action={inDistrict(asked.district, meetingPaths.freePeriod(period.id))}
      version={period.version}
      theirName={last?.actorName ?? ''}
      theirTime={last?.at ?? asked.now}
      fields={differing}
      others={{ ...Object.fromEntries(rest), kommune: mine.municipalityCode ?? '' }}
      cancel={inDistrict(asked.district, meetingPaths.freeDays)}
    />,
    409,
  )
}

async function remove(asked: Asked): Promise<Response> {
  const { data } = await asked.form(z.object({ version: z.coerce.number().int() }))
  const period = await asked.change(async (trx, log) => {
    const found = await askedPeriod(asked, trx)
    if (!(await removePeriod(trx, asked.district.id, { id: found.id, version: data?.version ?? -1 })))
      throw new Conflict()
    await log({
      action: 'closedPeriod.removed',
      ...subjectOf(found.id, found.name),
      changes: changedFields(logged(found), null),
    })
    return found
  })
  return toYear(asked, period.from, `&fjernet=${period.id}`)
}

/** Brings back what was removed, as it was. Pressed twice, it is there once. */
async function restore(asked: Asked): Promise<Response> {
  const id = asked.param('id')
  const from = await asked.change(async (trx, log) => {
    const last = isUuid(id) ? await findLastEntry(trx, asked.district.id, 'closedPeriod', id) : undefined
    if (last?.action !== 'closedPeriod.removed') throw new NotFound()
    const before = new Map(changesOf(last).map((change) => [change.field, change.before]))
    const [begins, ends] = [parseDay(before.get('from') ?? ''), parseDay(before.get('to') ?? '')]
    if (begins === null || ends === null) throw new NotFound()
    const fields = {
      name: before.get('name') ?? '',
      municipalityCode: before.get('municipalityCode') ?? null,
      from: begins,
      to: ends,
    }
    if ((await addPeriod(trx, asked.district.id, fields, id)) !== undefined)
      await log({
        action: 'closedPeriod.restored',
        ...subjectOf(id, fields.name),
        changes: changedFields(null, logged(fields)),
      })
    return begins
  })
  return toYear(asked, from)
}

const fetchForm = z.object({
  aar: z.coerce.number().int().min(2000).max(2198),
  hvad: z.enum(['saedvanlige', 'sidste']),
})

const isSame = (a: PeriodFields, b: PeriodFields): boolean =>
  a.municipalityCode === b.municipalityCode && a.name === b.name && a.from <= b.to && b.from <= a.to

/** Adds the usual school holidays, or those of last year moved to this one. What is there already is not added again. */
async function fetchPeriods(asked: Asked): Promise<Response> {
  const { data } = await asked.form(fetchForm)
  if (data === null) throw new NotFound()
  const { id } = asked.district
  const count = await asked.change(async (trx, log) => {
    const there: PeriodFields[] = await listPeriods(trx, id, firstOfYear(data.aar), lastOfYear(data.aar))
    const offered: PeriodFields[] =
      data.hvad === 'saedvanlige'
        ? usualSchoolHolidays(data.aar).map(({ key, from, to }) => ({
            municipalityCode: null,
            name: periodTexts[asked.lang].schools[key],
            from,
            to,
          }))
        : (await listPeriods(trx, id, firstOfYear(data.aar - 1), lastOfYear(data.aar - 1)))
            .filter(({ from }) => yearOf(from) === data.aar - 1)
            .map((period) => ({ ...logged(period), ...movedPeriod(period, data.aar) }))
    const missing = offered.filter((one) => !there.some((other) => isSame(one, other)))
    await addLogged(asked, trx, log, missing)
    return missing.length
  })
  return asked.goTo(`${meetingPaths.freeDays}?aar=${String(data.aar)}&hentet=${String(count)}`)
}

/** The days kept free of meetings: data of the district, edited by its secretariat. */
export const periodRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.freeDays,
      on('meetings.settings', (asked) => showFreeDays(asked)),
    )
    .post(meetingPaths.freeDays, on('meetings.settings', add))
    .post(meetingPaths.fetchFreeDays, on('meetings.settings', fetchPeriods))
    .get(
      meetingPaths.freePeriod(':id'),
      on('meetings.settings', async (asked) => {
        const found = await asked.read(async (trx) => ({
          period: await askedPeriod(asked, trx),
          municipalities: await listMunicipalities(trx, asked.district.id, asked.today),
        }))
        return asked.page(<PeriodPage asked={asked} {...found} />)
      }),
    )
    .post(meetingPaths.freePeriod(':id'), on('meetings.settings', save))
    .post(meetingPaths.removeFreePeriod(':id'), on('meetings.settings', remove))
    .post(meetingPaths.restoreFreePeriod(':id'), on('meetings.settings', restore))
}
