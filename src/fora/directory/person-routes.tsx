import { Hono } from 'hono'
import { z } from 'zod'
import { notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { changedFields, findLastEntry } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { personForm } from './forms.ts'
import { listOrganisations } from './organisations-store.ts'
import { EditPersonPage, PersonPage } from './person-page.tsx'
import {
  changePerson,
  findPerson,
  isEmailTaken,
  listPersons,
  listTenuresOfPerson,
  type Person,
} from './persons-store.ts'
import { type LoadedPerson, type PersonsChoice, PersonsPage } from './persons-page.tsx'
import { listPlaces, listPlacesOfPerson } from './places-store.ts'
import { loadsBy, noLoad, personSortings, sorted } from './rules.ts'
import { directoryTexts } from './texts.ts'
import { showClash } from '../../web/two-editors.tsx'

const pageSize = 20
const longestSearch = 100

const personsQuery = z.object({
  sorter: z.enum(personSortings).catch('name'),
  omvendt: z.literal('ja').nullable().catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const readChoice = (asked: Asked): PersonsChoice => {
  const { sorter, omvendt, side } = personsQuery.parse(asked.c.req.query())
  const organisation = asked.query('organisation')
  return {
    words: asked.query('q').slice(0, longestSearch),
    organisation: isUuid(organisation) ? organisation : '',
    sort: sorter,
    descending: omvendt !== null,
    page: side,
  }
}

const keys: Record<PersonsChoice['sort'], (row: LoadedPerson) => string | number> = {
  name: (row) => row.sortName,
  fora: (row) => row.load.fora,
  meetings: (row) => row.load.meetings,
}

const findRows = async (asked: Asked, trx: Trx, chosen: PersonsChoice): Promise<LoadedPerson[]> => {
  const persons = await listPersons(trx, {
    district: asked.district.id,
    day: asked.day,
    words: chosen.words,
    organisationId: chosen.organisation || null,
  })
  const loads = loadsBy(await listPlaces(trx, asked.district.id, asked.day), ({ personId }) => personId)
  return sorted(
    persons.map((person) => ({ ...person, load: loads.get(person.id) ?? noLoad })),
    keys[chosen.sort],
    chosen.descending,
  )
}

const sheetColumns = (asked: Asked): Column<LoadedPerson>[] => {
  const t = directoryTexts[asked.lang]
  return [
    { title: t.name, value: (row) => row.name },
    { title: t.office, value: (row) => row.offices.map(({ title }) => title).join('; ') },
    {
      title: t.organisation,
      value: (row) => row.offices.flatMap(({ organisationName }) => organisationName ?? []).join('; '),
    },
    { title: t.email, value: (row) => row.email },
    { title: t.fora, value: (row) => row.load.fora },
    { title: t.meetings, value: (row) => row.load.meetings },
    { title: t.withoutNumberColumn, value: (row) => row.load.withoutNumber },
  ]
}

const find = async (asked: Asked, trx: Trx): Promise<Person> => {
  const id = asked.param('id')
  return (isUuid(id) ? await findPerson(trx, asked.district.id, id) : undefined) ?? notFound()
}

const valuesOf = (person: Person): Record<string, string> => ({ navn: person.name, email: person.email ?? '' })

/** Changes the person; the answer when the address is taken or somebody else was first. */
async function savePerson(asked: Asked): Promise<Response> {
  const person = await asked.read((trx) => find(asked, trx))
  const t = directoryTexts[asked.lang]
  const { data, values, problems } = await asked.form(personForm(asked.lang))
  const refuse = (found: readonly Problem[]) =>
    asked.page(<EditPersonPage asked={asked} person={person} values={values} problems={found} />, 422)
  if (data === null) return refuse(problems)
  const fields = { name: data.navn, email: data.email === '' ? null : data.email }
  const outcome = await asked.change(async (trx, log) => {
    if (fields.email !== null && (await isEmailTaken(trx, asked.district.id, fields.email, person.id))) return 'taken'
    if (!(await changePerson(trx, asked.district.id, { id: person.id, version: data.version }, fields))) return 'clash'
    await log({
      action: 'person.changed',
      subjectKind: 'person',
      subjectId: person.id,
      subjectName: fields.name,
      changes: changedFields({ name: person.name, email: person.email }, fields),
    })
    return 'done'
  })
  if (outcome === 'taken') return refuse([{ field: 'email', text: t.problems.emailTaken }])
  if (outcome === 'done') return asked.goTo(foraPaths.person(person.id))
  const { now, last } = await asked.read(async (trx) => ({
    now: await find(asked, trx),
    last: await findLastEntry(trx, asked.district.id, 'person', person.id),
  }))
  return showClash(asked, {
    title: t.editPerson(now.name),
    current: 'offices',
    action: `${foraPaths.person(now.id)}/ret`,
    cancel: foraPaths.person(now.id),
    version: now.version,
    last,
    sent: values,
    stored: valuesOf(now),
    texts: [
      { name: 'navn', logged: 'name', label: t.fields.navn },
      { name: 'email', logged: 'email', label: t.email },
    ],
  })
}

/** The list of persons, the page of one, and the form that edits it. */
export const personRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('persons.see', async (asked) => {
      asked.require('register.export')
      const rows = await asked.read((trx) => findRows(asked, trx, readChoice(asked)))
      const title = directoryTexts[asked.lang].persons
      return download(asked, format, { name: 'personer', title, columns: sheetColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.persons,
      on('persons.see', async (asked) => {
        const chosen = readChoice(asked)
        const { rows, organisations } = await asked.read(async (trx) => ({
          rows: await findRows(asked, trx, chosen),
          organisations: await listOrganisations(trx, {
            district: asked.district.id,
            day: asked.day,
            words: '',
            kind: null,
          }),
        }))
        const page = Math.min(chosen.page, Math.max(1, Math.ceil(rows.length / pageSize)))
        return asked.page(
          <PersonsPage
            asked={asked}
            chosen={{ ...chosen, page }}
            rows={rows}
            organisations={organisations}
            pageSize={pageSize}
          />,
        )
      }),
    )
    .get(`${foraPaths.persons}.csv`, exported('csv'))
    .get(`${foraPaths.persons}.xlsx`, exported('xlsx'))
    .get(
      foraPaths.person(':id'),
      on('persons.see', async (asked) => {
        const found = await asked.read(async (trx) => {
          const person = await find(asked, trx)
          return {
            person,
            tenures: await listTenuresOfPerson(trx, asked.district.id, person.id),
            places: await listPlacesOfPerson(trx, asked.district.id, person.id),
          }
        })
        return asked.page(<PersonPage asked={asked} {...found} />)
      }),
    )
    .get(
      `${foraPaths.person(':id')}/ret`,
      on('offices.edit', async (asked) => {
        const person = await asked.read((trx) => find(asked, trx))
        return asked.page(<EditPersonPage asked={asked} person={person} values={valuesOf(person)} />)
      }),
    )
    .post(`${foraPaths.person(':id')}/ret`, on('offices.edit', savePerson))
}
