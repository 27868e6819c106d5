import { Hono } from 'hono'
import { z } from 'zod'
import { isUuid } from '../../base/ids.ts'
import { shortDay } from '../../base/language.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { listMunicipalities } from '../../people/store.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { parseCadence } from '../cadence/rules.ts'
import { countOneSided, listInterfaces, nodeOf } from '../interfaces/store.ts'
import { foraPaths } from '../paths.ts'
import { listCategories, listSeatedOrganisations } from './choices-store.ts'
import { ListPage, pageSize } from './list-page.tsx'
import { describeRegister } from './forum-store.ts'
import { listFora } from './list-store.ts'
import {
  cadenceFilters,
  type ForumRow,
  levels,
  select,
  type Selection,
  sortings,
  statuses,
  viewNames,
} from './rules.ts'
import { registerTexts } from './texts.ts'

/** An address typed by hand or kept from long ago still shows a list: what it cannot mean is left out. */
const listQuery = z.object({
  udvalg: z.enum(viewNames).catch('all'),
  kategori: z.coerce.number().int().positive().nullable().catch(null),
  niveau: z.enum(levels).nullable().catch(null),
  kommune: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .catch(null),
  status: z.enum(statuses).nullable().catch(null),
  moeder: z.enum(cadenceFilters).nullable().catch(null),
  sorter: z.enum(sortings).catch('name'),
  omvendt: z.literal('ja').nullable().catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const longestSearch = 100

const readQuery = (asked: Asked) => {
  const query = listQuery.parse(asked.c.req.query())
  const chosen: Selection = {
    view: query.udvalg,
    category: query.kategori,
    level: query.niveau,
    municipality: query.kommune,
    status: query.status,
    cadence: query.moeder,
    sort: query.sorter,
    descending: query.omvendt !== null,
  }
  const organisation = asked.query('deltager')
  return {
    chosen,
    page: query.side,
    words: asked.query('q').slice(0, longestSearch),
    organisation: isUuid(organisation) ? organisation : '',
  }
}

/** The list as chosen. Statements do not grow with the number of fora. */
const findRows = async (asked: Asked, trx: Parameters<Parameters<Asked['read']>[0]>[0]) => {
  const { chosen, page, words, organisation } = readQuery(asked)
  const found = await listFora(trx, {
    district: asked.district.id,
    day: asked.day,
    words,
    organisationId: organisation || null,
  })
  const oneSided = countOneSided(await listInterfaces(trx, asked.district.id))
  const rows: ForumRow[] = found.map((row) => ({ ...row, oneSided: oneSided.get(nodeOf(row)) ?? 0 }))
  return { chosen, page, words, organisation, rows, selected: select(rows, chosen) }
}

const exportColumns = (asked: Asked): Column<ForumRow>[] => {
  const t = registerTexts[asked.lang]
  return [
    { title: t.columns.name, value: (row) => row.name },
    { title: t.category, value: (row) => `${String(row.categoryNumber)}. ${row.categoryName}` },
    { title: t.level, value: (row) => (row.level === null ? null : t.levels[row.level]) },
    { title: t.status, value: (row) => t.statuses[row.status] },
    { title: t.fields.cadence, value: (row) => row.cadence },
    { title: t.views.meetings, value: (row) => (parseCadence(row.cadence).min === null ? null : row.held) },
    { title: t.columns.next, value: (row) => row.nextMeeting && shortDay(row.nextMeeting, asked.lang) },
    { title: t.columns.seats, value: (row) => row.seats },
    { title: t.views.vacant, value: (row) => row.vacant },
    { title: t.views.oneSided, value: (row) => row.oneSided },
    { title: t.views.law, value: (row) => row.unchecked },
  ]
}

export const listRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('register.export', async (asked) => {
      const { selected } = await asked.read((trx) => findRows(asked, trx))
      const title = registerTexts[asked.lang].fora
      return download(asked, format, { name: 'fora', title, columns: exportColumns(asked), rows: selected.rows })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.list,
      on('fora.list', async (asked) => {
        const page = await asked.read(async (trx) => ({
          ...(await findRows(asked, trx)),
          categories: await listCategories(trx, asked.district.id),
          municipalities: await listMunicipalities(trx, asked.district.id, asked.day),
          register: await describeRegister(trx, asked.district.id),
          organisations: await listSeatedOrganisations(trx, asked.district.id, asked.day),
        }))
        const pages = Math.max(1, Math.ceil(page.selected.rows.length / pageSize))
        return asked.page(
          <ListPage
            asked={asked}
            {...page}
            page={Math.min(page.page, pages)}
            total={page.register.fora}
            reviewedOn={page.register.reviewedOn}
          />,
        )
      }),
    )
    .get(`${foraPaths.list}.csv`, exported('csv'))
    .get(`${foraPaths.list}.xlsx`, exported('xlsx'))
}
