import { Hono } from 'hono'
import { z } from 'zod'
import { isUuid } from '../../base/ids.ts'
import { listMunicipalities } from '../../people/store.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { OfficeListPage, pageSize } from './office-list-page.tsx'
import { listOffices, listOrganisationNames } from './office-store.ts'
import { officeTexts } from './office-texts.ts'
import { isVacantOffice, type OfficeRow, officeSortings, officeViews, selectOffices } from './offices.ts'

/** What an address cannot mean is left out. */
const listQuery = z.object({
  udvalg: z.enum(officeViews).catch('all'),
  kommune: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .catch(null),
  sorter: z.enum(officeSortings).catch('title'),
  omvendt: z.literal('ja').nullable().catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const longestSearch = 100

const readQuery = (asked: Asked) => {
  const query = listQuery.parse(asked.c.req.query())
  const organisation = asked.query('organisation')
  return {
    page: query.side,
    chosen: {
      view: query.udvalg,
      words: asked.query('q').slice(0, longestSearch),
      organisationId: isUuid(organisation) ? organisation : '',
      municipality: query.kommune,
      sort: query.sorter,
      descending: query.omvendt !== null,
    },
  }
}

const exportColumns = (asked: Asked): Column<OfficeRow>[] => {
  const t = officeTexts[asked.lang]
  return [
    { title: t.columns.title, value: (row) => row.title },
    { title: t.columns.organisation, value: (row) => row.organisationName },
    { title: t.municipality, value: (row) => row.municipalityName },
    {
      title: t.columns.holder,
      value: (row) => row.holderName ?? (row.ended ? t.ended : isVacantOffice(row) ? t.vacant : t.hidden),
    },
    { title: t.columns.since, value: (row) => (row.since === null ? null : new Date(row.since)) },
    { title: t.columns.seats, value: (row) => row.seats },
  ]
}

/** The list of offices and its spreadsheets. */
export const officeListRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('persons.see', async (asked) => {
      const offices = await asked.read((trx) => listOffices(trx, asked.district.id, asked.day))
      const { rows } = selectOffices(offices, readQuery(asked).chosen)
      const title = officeTexts[asked.lang].offices
      return download(asked, format, { name: 'embeder', title, columns: exportColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.offices,
      on('persons.see', async (asked) => {
        const { chosen, page } = readQuery(asked)
        const found = await asked.read(async (trx) => ({
          offices: await listOffices(trx, asked.district.id, asked.day),
          municipalities: await listMunicipalities(trx, asked.district.id, asked.day),
          organisations: await listOrganisationNames(trx, asked.district.id, asked.day),
        }))
        const employing = new Set(found.offices.map(({ organisationId }) => organisationId))
        const { rows, counts } = selectOffices(found.offices, chosen)
        const pages = Math.max(1, Math.ceil(rows.length / pageSize))
        return asked.page(
          <OfficeListPage
            asked={asked}
            chosen={chosen}
            rows={rows}
            counts={counts}
            page={Math.min(page, pages)}
            total={found.offices.length}
            municipalities={found.municipalities}
            organisations={found.organisations.filter(({ id }) => employing.has(id))}
          />,
        )
      }),
    )
    .get(`${foraPaths.offices}.csv`, exported('csv'))
    .get(`${foraPaths.offices}.xlsx`, exported('xlsx'))
}
