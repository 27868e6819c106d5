import { Hono } from 'hono'
import { wouldCircle } from '../../base/circle.ts'
import type { z } from 'zod'
import { sortKey } from '../../base/danish.ts'
import { notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { changedFields, findLastEntry } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { listMunicipalities } from '../../people/store.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { organisationForm } from './forms.ts'
import { EditOrganisationPage } from './organisation-page.tsx'
import {
  addOrganisation,
  changeOrganisation,
  findOrganisation,
  listOrganisations,
  type OrganisationFields,
  type OrganisationRow,
} from './organisations-store.ts'
import { directoryTexts } from './texts.ts'
import { showClash } from '../../web/two-editors.tsx'

/** The organisation in the address. */
export const findAsked = async (asked: Asked, trx: Trx): Promise<OrganisationRow> => {
  const id = asked.param('id')
  return (isUuid(id) ? await findOrganisation(trx, asked.district.id, id) : undefined) ?? notFound()
}

const valuesOf = (organisation: OrganisationRow): Record<string, string> => ({
  navn: organisation.name,
  art: organisation.kind,
  kommune: organisation.municipalityCode ?? '',
  del: organisation.parentId ?? '',
  formaal: organisation.purpose,
})

const fieldsOf = (data: z.infer<ReturnType<typeof organisationForm>>): OrganisationFields => ({
  name: data.navn,
  kind: data.art,
  purpose: data.formaal,
  municipalityCode: data.kommune,
  parentId: data.del,
})

/** The fields that the log compares. */
const logged = (fields: OrganisationFields): Record<string, unknown> => ({
  name: fields.name,
  kind: fields.kind,
  purpose: fields.purpose,
  municipalityCode: fields.municipalityCode,
  parentId: fields.parentId,
})

const choicesOf = async (asked: Asked, trx: Trx) => ({
  municipalities: await listMunicipalities(trx, asked.district.id, asked.today),
  others: await listOrganisations(trx, { district: asked.district.id, day: asked.today, words: '', kind: null }),
})

type Choices = Awaited<ReturnType<typeof choicesOf>>

/** What only the register can tell is wrong: a name that is taken, a choice that is not offered, a part of itself. */
const problemsOf = (
  asked: Asked,
  fields: OrganisationFields,
  id: string | null,
  { municipalities, others }: Choices,
): Problem[] => {
  const t = directoryTexts[asked.lang].problems
  const key = sortKey(fields.name)
  const found: Problem[] = []
  if (others.some((other) => other.id !== id && other.sortName === key)) found.push({ field: 'navn', text: t.taken })
  if (fields.municipalityCode !== null && !municipalities.some(({ code }) => code === fields.municipalityCode))
    found.push({ field: 'kommune', text: t.choose })
  if (fields.parentId !== null && !others.some((other) => other.id === fields.parentId))
    found.push({ field: 'del', text: t.choose })
  else if (fields.parentId !== null && id !== null && wouldCircle(id, fields.parentId, others))
    found.push({ field: 'del', text: t.circle })
  return found
}

async function create(asked: Asked): Promise<Response> {
  const choices = await asked.read((trx) => choicesOf(asked, trx))
  const { data, values, problems } = await asked.form(organisationForm(asked.lang))
  const fields = data === null ? null : fieldsOf(data)
  const wrong = fields === null ? problems : problemsOf(asked, fields, null, choices)
  if (fields === null || wrong.length > 0)
    return asked.page(
      <EditOrganisationPage asked={asked} organisation={null} values={values} problems={wrong} {...choices} />,
      422,
    )
  const id = await asked.change(async (trx, log) => {
    const added = await addOrganisation(trx, asked.district.id, fields, asked.today)
    await log({
      action: 'organisation.created',
      subjectKind: 'organisation',
      subjectId: added,
      subjectName: fields.name,
      changes: changedFields(null, logged(fields)),
    })
    return added
  })
  return asked.goTo(foraPaths.organisation(id))
}

async function save(asked: Asked): Promise<Response> {
  const { organisation, choices } = await asked.read(async (trx) => ({
    organisation: await findAsked(asked, trx),
    choices: await choicesOf(asked, trx),
  }))
  const { data, values, problems } = await asked.form(organisationForm(asked.lang))
  const fields = data === null ? null : fieldsOf(data)
  const wrong = fields === null ? problems : problemsOf(asked, fields, organisation.id, choices)
  if (data === null || fields === null || wrong.length > 0)
    return asked.page(
      <EditOrganisationPage asked={asked} organisation={organisation} values={values} problems={wrong} {...choices} />,
      422,
    )
  const done = await asked.change(async (trx, log) => {
    if (!(await changeOrganisation(trx, asked.district.id, { id: organisation.id, version: data.version }, fields)))
      return false
    await log({
      action: 'organisation.changed',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      subjectName: fields.name,
      changes: changedFields(logged(organisation), logged(fields)),
    })
    return true
  })
  return done ? asked.goTo(foraPaths.organisation(organisation.id)) : answerClash(asked, values)
}

async function answerClash(asked: Asked, sent: Record<string, unknown>): Promise<Response> {
  const t = directoryTexts[asked.lang]
  const { now, last } = await asked.read(async (trx) => {
    const found = await findAsked(asked, trx)
    return { now: found, last: await findLastEntry(trx, asked.district.id, 'organisation', found.id) }
  })
  return showClash(asked, {
    title: t.editOrganisation(now.name),
    current: 'offices',
    action: `${foraPaths.organisation(now.id)}/ret`,
    cancel: foraPaths.organisation(now.id),
    version: now.version,
    last,
    sent,
    stored: valuesOf(now),
    texts: [
      { name: 'navn', logged: 'name', label: t.fields.navn },
      { name: 'formaal', logged: 'purpose', label: t.fields.formaal },
    ],
  })
}

/** Creating and editing an organisation. */
export const organisationEditRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.createOrganisation,
      on('offices.edit', async (asked) => {
        const choices = await asked.read((trx) => choicesOf(asked, trx))
        return asked.page(
          <EditOrganisationPage asked={asked} organisation={null} values={{ art: 'association' }} {...choices} />,
        )
      }),
    )
    .post(foraPaths.createOrganisation, on('offices.edit', create))
    .get(
      `${foraPaths.organisation(':id')}/ret`,
      on('offices.edit', async (asked) => {
        const { organisation, choices } = await asked.read(async (trx) => ({
          organisation: await findAsked(asked, trx),
          choices: await choicesOf(asked, trx),
        }))
        return asked.page(
          <EditOrganisationPage
            asked={asked}
            organisation={organisation}
            values={valuesOf(organisation)}
            {...choices}
          />,
        )
      }),
    )
    .post(`${foraPaths.organisation(':id')}/ret`, on('offices.edit', save))
}
