import { Hono } from 'hono'
import { Conflict } from '../../base/errors.ts'
import { longDay } from '../../base/language.ts'
import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { dayFrom, holderForm } from './forms.ts'
import type { ForaParts, Handover } from './handover.ts'
import { handOver, type Handing, readHanding } from './handing.ts'
import { logHolder } from './holder-log.ts'
import { HolderCheckPage, HolderPage, type NewHolder } from './holder-page.tsx'
import { type Meant, openTenure, splitLabel, startProblem, type Tenure, whoIsMeant } from './holder-rules.ts'
import {
  addPerson,
  changeHolder,
  findPersons,
  listPersons,
  listSeatsOfOffice,
  listTenures,
  lockOffice,
  setEmail,
} from './holder-store.ts'
import { holderTexts } from './holder-texts.ts'
import { officeOf } from './office-routes.tsx'
import { lastChangeOf, type Office } from './office-store.ts'

/** A change that can be stored. */
interface HolderChoice {
  /** Null when the office is left vacant. */
  person: Extract<Meant, { kind: 'known' | 'new' }> | null
  from: string
}

type Log = (event: LogEvent) => Promise<void>

const find = (asked: Asked, day: string) =>
  asked.read(async (trx) => {
    const office = await officeOf(asked, trx)
    return {
      office,
      tenures: await listTenures(trx, asked.district.id, office.id),
      seats: await listSeatsOfOffice(trx, asked.district.id, office.id, day),
    }
  })

const show = async (
  asked: Asked,
  part: { values?: Record<string, unknown>; problems?: readonly Problem[]; takenBy?: string },
  status: 200 | 409 | 422,
) => {
  const found = await find(asked, asked.today)
  const persons = await asked.read((trx) => listPersons(trx, asked.district.id))
  return asked.page(<HolderPage asked={asked} {...found} persons={persons} values={{}} {...part} />, status)
}

const startText = (asked: Asked, office: Office, tenures: readonly Tenure[], from: string): Problem[] => {
  const t = holderTexts[asked.lang]
  const problem = startProblem(tenures, office.validTo, from)
  if (problem === null) return []
  const day = longDay(problem.day, asked.lang)
  const text =
    problem.reason === 'beforePredecessor'
      ? t.beforePredecessor(problem.name, day)
      : problem.reason === 'beforeVacancy'
        ? t.beforeVacancy(day)
        : t.afterOffice(day)
  return [{ field: 'fra', text }]
}

/** Who is meant by what was typed, or why that cannot be told. */
async function personMeant(
  asked: Asked,
  typed: { name: string; email: string },
  tenures: readonly Tenure[],
): Promise<{ person: HolderChoice['person']; problems: Problem[] }> {
  const t = holderTexts[asked.lang]
  const { name, email } = splitLabel(typed.name)
  const known = await asked.read((trx) => findPersons(trx, asked.district.id, name, email || typed.email))
  const meant = whoIsMeant(typed, known)
  const problem = (field: string, text: string) => ({ person: null, problems: [{ field, text }] })
  switch (meant.kind) {
    case 'several':
      return problem('mail', t.several(meant.name))
    case 'emailOfOther':
      return problem('mail', t.emailOfOther(meant.name))
    case 'emailMissing':
      return problem('mail', t.emailMissing)
    case 'known':
      return openTenure(tenures)?.personId === meant.person.id
        ? problem('navn', t.already(meant.person.name))
        : { person: meant, problems: [] }
    case 'new':
      return { person: meant, problems: [] }
  }
}

const shown = (person: HolderChoice['person']): NewHolder | null =>
  person === null
    ? null
    : person.kind === 'known'
      ? { name: person.person.name, email: person.newEmail ?? person.person.email, known: true }
      : { name: person.name, email: person.email, known: false }

/** The person's id; a new person is added first. */
async function personId(trx: Trx, log: Log, district: string, person: NonNullable<HolderChoice['person']>) {
  if (person.kind === 'new') {
    const id = await addPerson(trx, district, person)
    // Somebody added the same address since the page was checked.
    if (id === null) throw new Conflict()
    const changes = changedFields(null, { name: person.name, email: person.email })
    await log({ action: 'person.created', subjectKind: 'person', subjectId: id, subjectName: person.name, changes })
    return id
  }
  const { id, name } = person.person
  if (person.newEmail !== null) {
    await setEmail(trx, district, id, person.newEmail)
    const changes = changedFields(null, { email: person.newEmail })
    await log({ action: 'person.changed', subjectKind: 'person', subjectId: id, subjectName: name, changes })
  }
  return id
}

/**
 * Ends the old tenure, starts the new one and notes it everywhere it counts, in one transaction.
 * @throws Conflict when somebody else was first.
 */
const store = (
  asked: Asked,
  office: Office,
  version: number,
  { person, from, handing, handover }: HolderChoice & { handing: Handing; handover: Handover },
) =>
  asked.change(async (trx, log) => {
    const district = asked.district.id
    await lockOffice(trx, district, office.id)
    const tenures = await listTenures(trx, district, office.id)
    const id = person === null ? null : await personId(trx, log, district, person)
    if (!(await changeHolder(trx, district, { id: office.id, version }, { personId: id, from }))) throw new Conflict()
    const holder = id === null ? null : { personId: id, name: shown(person)?.name ?? '' }
    await handOver(asked, { trx, log, handover, office, leaves: openTenure(tenures), handing, holder })
    if (id !== null)
      await handover.tellHolder(trx, district, { personId: id, officeId: office.id, by: asked.actor.name })
    await logHolder(log, {
      action: person === null ? 'office.vacated' : 'office.holderChanged',
      office,
      seats: await listSeatsOfOffice(trx, district, office.id, from),
      before: openTenure(tenures)?.personName ?? null,
      after: shown(person)?.name ?? null,
      from,
    })
  })

const textFields = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    ['hvad', 'navn', 'mail', 'fra-dag', 'fra-maaned', 'fra-aar'].flatMap((name) => {
      const value = values[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )

const taken = async (asked: Asked, office: Office, values: Record<string, unknown>) => {
  const last = await asked.read((trx) => lastChangeOf(trx, asked.district.id, { kind: 'office', id: office.id }))
  return show(asked, { values, takenBy: last?.actorName ?? '' }, 409)
}

const answer =
  (handover: Handover) =>
  async (asked: Asked): Promise<Response> => {
    const { data, values, problems } = await asked.form(holderForm(asked.lang))
    if (values['trin'] === 'ret') return show(asked, { values }, 200)
    const { day: from, problems: dayProblems } = dayFrom(values, 'fra', asked.lang, true)
    const { office, tenures, seats } = await find(asked, from ?? asked.today)
    if (data === null) return show(asked, { values, problems: [...problems, ...dayProblems] }, 422)
    // The dates are judged by the office as it now is, so a change by somebody else comes first.
    const isTaken = (now: Office) => now.version !== data.version
    if (isTaken(office)) return taken(asked, office, values)
    // What is wrong may be so because somebody else was first since the office was read.
    const isTakenNow = async () => isTaken((await find(asked, asked.today)).office)
    const vacates = data.hvad === 'ledig'
    const { person, problems: personProblems } = vacates
      ? { person: null, problems: [] }
      : await personMeant(asked, { name: data.navn, email: data.mail }, tenures)
    const all = [
      ...(vacates && openTenure(tenures) === null
        ? [{ field: 'navn', text: holderTexts[asked.lang].nobodyLeaves }]
        : personProblems),
      ...dayProblems,
      ...(from === null ? [] : startText(asked, office, tenures, from)),
    ]
    if (from === null || all.length > 0)
      return (await isTakenNow()) ? taken(asked, office, values) : show(asked, { values, problems: all }, 422)
    const leaves = openTenure(tenures)
    const holderId = person?.kind === 'known' ? person.person.id : null
    const handing = await readHanding(asked, { handover, office, leaves, seats, vacates, holderId, values })
    const isStored = data.trin === 'gem'
    if (isStored && handing.problems.length > 0 && (await isTakenNow())) return taken(asked, office, values)
    if (!isStored || handing.problems.length > 0)
      return asked.page(
        <HolderCheckPage
          asked={asked}
          office={office}
          tenures={tenures}
          seats={seats}
          person={shown(person)}
          from={from}
          fields={textFields(values)}
          version={data.version}
          handing={handing}
          values={values}
          problems={isStored ? handing.problems : []}
        />,
        isStored ? 422 : 200,
      )
    try {
      await store(asked, office, data.version, { person, from, handing, handover })
    } catch (error) {
      if (error instanceof Conflict) return taken(asked, office, values)
      throw error
    }
    return asked.goTo(foraPaths.office(office.id))
  }

/** The change of holder: who, a check page, and the change itself. Works without script. */
export const holderRoutes = (parts: ForaParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.changeHolder(':id'),
      on('offices.edit', (asked) => show(asked, {}, 200)),
    )
    .post(foraPaths.changeHolder(':id'), on('offices.edit', answer(parts.handover)))
}
