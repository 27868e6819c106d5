import { Hono } from 'hono'
import { z } from 'zod'
import type { Trx } from '../../db/db.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { findAsked, organisationEditRoutes } from './organisation-edit-routes.tsx'
import { OrganisationPage } from './organisation-page.tsx'
import { type LoadedOrganisation, type OrganisationsChoice, OrganisationsPage } from './organisations-page.tsx'
import { listOfficesOf, listOrganisations, listSeatsOf } from './organisations-store.ts'
import { listPlaces } from './places-store.ts'
import { loadsBy, noLoad, organisationKinds, organisationSortings, sorted } from './rules.ts'
import { directoryTexts } from './texts.ts'

const pageSize = 20
const longestSearch = 100

const organisationsQuery = z.object({
  art: z.enum(organisationKinds).nullable().catch(null),
  sorter: z.enum(organisationSortings).catch('name'),
  omvendt: z.literal('ja').nullable().catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const readChoice = (asked: Asked): OrganisationsChoice => {
  const { art, sorter, omvendt, side } = organisationsQuery.parse(asked.c.req.query())
  return {
    words: asked.query('q').slice(0, longestSearch),
    kind: art,
    sort: sorter,
    descending: omvendt !== null,
    page: side,
  }
}

const keys: Record<OrganisationsChoice['sort'], (row: LoadedOrganisation) => string | number> = {
  name: (row) => row.sortName,
  kind: (row) => organisationKinds.indexOf(row.kind),
  fora: (row) => row.load.fora,
  meetings: (row) => row.load.meetings,
}

const findRows = async (asked: Asked, trx: Trx, { words, kind, sort, descending }: OrganisationsChoice) => {
  const { district, day } = asked
  const rows = await listOrganisations(trx, { district: district.id, day, words, kind })
  const loads = loadsBy(await listPlaces(trx, district.id, day), ({ organisationId }) => organisationId)
  return sorted(
    rows.map((row) => ({ ...row, load: loads.get(row.id) ?? noLoad })),
    keys[sort],
    descending,
  )
}

const sheetColumns = (asked: Asked): Column<LoadedOrganisation>[] => {
  const t = directoryTexts[asked.lang]
  return [
    { title: t.name, value: (row) => row.name },
    { title: t.kind, value: (row) => t.kinds[row.kind] },
    { title: t.purpose, value: (row) => row.purpose },
    { title: t.municipality, value: (row) => row.municipalityName },
    { title: t.partOf, value: (row) => row.parentName },
    { title: t.fora, value: (row) => row.load.fora },
    { title: t.meetings, value: (row) => row.load.meetings },
    { title: t.withoutNumberColumn, value: (row) => row.load.withoutNumber },
  ]
}

/** The list of organisations and the page of one: public facts, with their persons for those who may see them. */
export const organisationRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('register.export', async (asked) => {
      const rows = await asked.read((trx) => findRows(asked, trx, readChoice(asked)))
      const title = directoryTexts[asked.lang].organisations
      return download(asked, format, { name: 'organisationer', title, columns: sheetColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.organisations,
      on('fora.list', async (asked) => {
        const chosen = readChoice(asked)
        const rows = await asked.read((trx) => findRows(asked, trx, chosen))
        const page = Math.min(chosen.page, Math.max(1, Math.ceil(rows.length / pageSize)))
        return asked.page(
          <OrganisationsPage asked={asked} chosen={{ ...chosen, page }} rows={rows} pageSize={pageSize} />,
        )
      }),
    )
    .get(`${foraPaths.organisations}.csv`, exported('csv'))
    .get(`${foraPaths.organisations}.xlsx`, exported('xlsx'))
    .route('/', organisationEditRoutes(parts))
    .get(
      foraPaths.organisation(':id'),
      on('fora.list', async (asked) => {
        const { district, day } = asked
        const found = await asked.read(async (trx) => {
          const organisation = await findAsked(asked, trx)
          const all = await listOrganisations(trx, { district: district.id, day, words: '', kind: null })
          return {
            organisation,
            parts: all.filter(({ parentId }) => parentId === organisation.id),
            offices: await listOfficesOf(trx, district.id, organisation.id, day),
            seats: await listSeatsOf(trx, district.id, organisation.id, day),
          }
        })
        return asked.page(<OrganisationPage asked={asked} {...found} />)
      }),
    )
}
