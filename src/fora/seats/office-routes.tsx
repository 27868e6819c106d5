import { Hono } from 'hono'
import { isUuid } from '../../base/ids.ts'
import { Conflict, notFound } from '../../base/errors.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { listMunicipalities } from '../../people/store.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { dayFrom, officeForm, undoForm } from './forms.ts'
import { holderOn, openTenure, undoingOf } from './holder-rules.ts'
import { lastHolderChange, listSeatsOfOffice, listTenures, undoChange } from './holder-store.ts'
import { logHolder } from './holder-log.ts'
import { OfficeEditPage, officeValues } from './office-edit-page.tsx'
import { OfficePage } from './office-page.tsx'
import {
  addOffice,
  changeOffice,
  findOffice,
  findOfficeByTitle,
  lastChangeOf,
  listOrganisationNames,
  type Office,
  type OfficeFields,
} from './office-store.ts'
import { officeTexts } from './office-texts.ts'
import { endingProblem } from './rules.ts'

/** The office in the address, if there is one in the district. */
export const officeOf = async (asked: Asked, trx: Trx): Promise<Office> => {
  const id = asked.param('id')
  return (isUuid(id) ? await findOffice(trx, asked.district.id, id) : undefined) ?? notFound()
}

const choicesOf = async (asked: Asked, trx: Trx) => ({
  municipalities: await listMunicipalities(trx, asked.district.id, asked.today),
  organisations: await listOrganisationNames(trx, asked.district.id, asked.today),
})

const logged = (fields: OfficeFields, organisation: string | null) => ({
  title: fields.title,
  organisation,
  municipalityCode: fields.municipalityCode,
  validTo: fields.validTo,
})

type Choices = Awaited<ReturnType<typeof choicesOf>>

const organisationName = ({ organisations }: Choices, id: string | null): string | null =>
  organisations.find((organisation) => organisation.id === id)?.name ?? null

/** What is chosen must be among what is offered; an address typed by hand may name anything. */
const unknownChoice = (choices: Choices, fields: OfficeFields): boolean =>
  (fields.organisationId !== null && organisationName(choices, fields.organisationId) === null) ||
  (fields.municipalityCode !== null && choices.municipalities.every(({ code }) => code !== fields.municipalityCode))

/** Why an office cannot be stored as it was filled in. */
async function officeProblems(asked: Asked, trx: Trx, office: Office, fields: OfficeFields): Promise<Problem[]> {
  const t = officeTexts[asked.lang]
  if (fields.validTo === null) {
    const same = await findOfficeByTitle(trx, asked.district.id, fields.title)
    return same === null || same === office.id ? [] : [{ field: 'titel', text: t.taken }]
  }
  if (fields.validTo < office.validFrom) return [{ field: 'ophoer', text: t.endsBeforeStart }]
  const seats = await listSeatsOfOffice(trx, asked.district.id, office.id, fields.validTo)
  const tenures = await listTenures(trx, asked.district.id, office.id)
  const holder = openTenure(tenures) ?? holderOn(tenures, fields.validTo)
  const problem = endingProblem({ seats: seats.length, holder: holder?.personName ?? null })
  if (problem === null) return []
  return [{ field: 'ophoer', text: problem.reason === 'seats' ? t.hasSeats(problem.count) : t.hasHolder(problem.name) }]
}

const createRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.createOffice,
      on('offices.edit', async (asked) => {
        const choices = await asked.read((trx) => choicesOf(asked, trx))
        return asked.page(<OfficeEditPage asked={asked} office={null} values={{}} {...choices} />)
      }),
    )
    .post(
      foraPaths.createOffice,
      on('offices.edit', async (asked) => {
        const { data, values, problems } = await asked.form(officeForm(asked.lang))
        const choices = await asked.read((trx) => choicesOf(asked, trx))
        const refuse = (refused: readonly Problem[]) =>
          asked.page(
            <OfficeEditPage asked={asked} office={null} values={values} problems={refused} {...choices} />,
            422,
          )
        if (data === null) return refuse(problems)
        const fields = {
          title: data.titel,
          organisationId: data.organisation,
          municipalityCode: data.kommune,
          validTo: null,
        }
        if (unknownChoice(choices, fields)) return notFound()
        const id = await asked.change(async (trx, log) => {
          const added = await addOffice(trx, asked.district.id, fields, asked.today)
          if (added !== null)
            await log({
              action: 'office.created',
              subjectKind: 'office',
              subjectId: added,
              subjectName: fields.title,
              changes: changedFields(null, logged(fields, organisationName(choices, fields.organisationId))),
            })
          return added
        })
        return id === null
          ? refuse([{ field: 'titel', text: officeTexts[asked.lang].taken }])
          : asked.goTo(foraPaths.office(id))
      }),
    )
}

const editRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const find = (asked: Asked) =>
    asked.read(async (trx) => ({ office: await officeOf(asked, trx), ...(await choicesOf(asked, trx)) }))
  return new Hono<RequestEnv>()
    .get(
      foraPaths.editOffice(':id'),
      on('offices.edit', async (asked) => {
        const found = await find(asked)
        return asked.page(<OfficeEditPage asked={asked} values={officeValues(found.office)} {...found} />)
      }),
    )
    .post(
      foraPaths.editOffice(':id'),
      on('offices.edit', async (asked) => {
        const found = await find(asked)
        const { office } = found
        const { data, values, problems } = await asked.form(officeForm(asked.lang))
        const ends = dayFrom(values, 'ophoer', asked.lang, false)
        const refuse = (refused: readonly Problem[]) =>
          asked.page(<OfficeEditPage asked={asked} values={values} problems={refused} {...found} />, 422)
        if (data === null || ends.problems.length > 0) return refuse([...problems, ...ends.problems])
        const fields = {
          title: data.titel,
          organisationId: data.organisation,
          municipalityCode: data.kommune,
          validTo: ends.day,
        }
        if (unknownChoice(found, fields)) return notFound()
        const done = await asked.change(async (trx, log) => {
          const refused = await officeProblems(asked, trx, office, fields)
          if (refused.length > 0) return refused
          if (!(await changeOffice(trx, asked.district.id, { id: office.id, version: data.version }, fields)))
            return 'taken' as const
          await log({
            action: 'office.changed',
            subjectKind: 'office',
            subjectId: office.id,
            subjectName: fields.title,
            changes: changedFields(
              logged(office, office.organisationName),
              logged(fields, organisationName(found, fields.organisationId)),
            ),
          })
          return 'stored' as const
        })
        if (done === 'stored') return asked.goTo(foraPaths.office(office.id))
        if (done !== 'taken') return refuse(done)
        const now = await find(asked)
        const last = await asked.read((trx) => lastChangeOf(trx, asked.district.id, { kind: 'office', id: office.id }))
        return asked.page(
          <OfficeEditPage asked={asked} values={values} takenBy={last?.actorName ?? ''} {...now} />,
          409,
        )
      }),
    )
}

const pageRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.office(':id'),
      on('persons.see', async (asked) => {
        const page = await asked.read(async (trx) => {
          const office = await officeOf(asked, trx)
          const { id } = office
          return {
            office,
            tenures: await listTenures(trx, asked.district.id, id),
            seats: await listSeatsOfOffice(trx, asked.district.id, id, asked.day),
            lastChange: asked.may('offices.edit') ? await lastHolderChange(trx, asked.district.id, id) : null,
          }
        })
        return asked.page(<OfficePage asked={asked} holderKnown={asked.may('overview.see')} {...page} />)
      }),
    )
    .post(
      foraPaths.undoHolder(':id'),
      on('offices.edit', async (asked) => {
        const { data } = await asked.form(undoForm(asked.lang))
        if (data === null) throw new Conflict()
        const { district } = asked
        const path = await asked.change(async (trx, log) => {
          const office = await officeOf(asked, trx)
          const tenures = await listTenures(trx, district.id, office.id)
          const undoing = undoingOf(tenures, await lastHolderChange(trx, district.id, office.id))
          const at = { id: office.id, version: data.version }
          if (undoing === null || !(await undoChange(trx, district.id, at, undoing))) throw new Conflict()
          const from = undoing.remove?.validFrom ?? undoing.reopen?.validTo ?? asked.today
          await logHolder(log, {
            action: 'office.holderUndone',
            office,
            seats: await listSeatsOfOffice(trx, district.id, office.id, from),
            before: undoing.remove?.personName ?? null,
            after: undoing.reopen?.personName ?? null,
            from,
          })
          return foraPaths.office(office.id)
        })
        return asked.goTo(path)
      }),
    )
}

/** One office: its page, creating and editing it, and undoing a change of holder. */
export const officeRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().route('/', createRoutes(parts)).route('/', editRoutes(parts)).route('/', pageRoutes(parts))
