import { Hono } from 'hono'
import { z } from 'zod'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { foraPaths } from '../paths.ts'
import { findAskedLaw, lawEditRoutes } from './edit-routes.tsx'
import { forumLawRoutes } from './forum-law-routes.tsx'
import { ForaWithoutLawPage, LawPage } from './list-page.tsx'
import { ReferencePage } from './reference-page.tsx'
import { type LawChoice, lawSortings, lawViews, selectLaw, type LawRow } from './rules.ts'
import { listForaOfLaw, listForaWithoutLaw, listLaw } from './store.ts'
import { lawTexts } from './texts.ts'

const longestSearch = 100

const lawQuery = z.object({
  udvalg: z.enum(lawViews).catch('all'),
  sorter: z.enum(lawSortings).catch('act'),
  omvendt: z.literal('ja').nullable().catch(null),
})

const readChoice = (asked: Asked): LawChoice => {
  const { udvalg, sorter, omvendt } = lawQuery.parse(asked.c.req.query())
  return { view: udvalg, words: asked.query('q').slice(0, longestSearch), sort: sorter, descending: omvendt !== null }
}

const sheetColumns = (asked: Asked): Column<LawRow>[] => {
  const t = lawTexts[asked.lang]
  return [
    { title: t.columns.act, value: (row) => row.act },
    { title: t.columns.paragraph, value: (row) => row.paragraph },
    { title: t.subject, value: (row) => row.subject },
    { title: t.source, value: (row) => row.source },
    { title: t.columns.from, value: (row) => row.validFrom },
    { title: t.columns.to, value: (row) => row.validTo },
    { title: t.checked, value: (row) => row.checkedOn },
    { title: t.fora, value: (row) => row.fora },
  ]
}

/** The legal references: public to read, the secretariat's to edit. */
export const lawRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('register.export', async (asked) => {
      const rows = await asked.read((trx) => listLaw(trx, asked.district.id))
      const found = selectLaw(rows, readChoice(asked), asked.day)
      const title = lawTexts[asked.lang].law
      return download(asked, format, { name: 'lovgrundlag', title, columns: sheetColumns(asked), rows: found.rows })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.legalReferences,
      on('fora.list', async (asked) => {
        const chosen = readChoice(asked)
        const { rows, without } = await asked.read(async (trx) => ({
          rows: await listLaw(trx, asked.district.id),
          without: asked.may('overview.see') ? (await listForaWithoutLaw(trx, asked.district.id)).length : null,
        }))
        return asked.page(
          <LawPage
            asked={asked}
            chosen={chosen}
            found={selectLaw(rows, chosen, asked.day)}
            total={rows.length}
            without={without}
          />,
        )
      }),
    )
    .get(`${foraPaths.legalReferences}.csv`, exported('csv'))
    .get(`${foraPaths.legalReferences}.xlsx`, exported('xlsx'))
    .get(
      foraPaths.foraWithoutLaw,
      on('overview.see', async (asked) => {
        const fora = await asked.read((trx) => listForaWithoutLaw(trx, asked.district.id))
        return asked.page(<ForaWithoutLawPage asked={asked} fora={fora} />)
      }),
    )
    .route('/', lawEditRoutes(parts))
    .get(
      foraPaths.legalReference(':id'),
      on('fora.list', async (asked) => {
        const found = await asked.read(async (trx) => {
          const reference = await findAskedLaw(asked, trx)
          return { reference, fora: await listForaOfLaw(trx, asked.district.id, reference.id) }
        })
        return asked.page(<ReferencePage asked={asked} {...found} />)
      }),
    )
    .route('/', forumLawRoutes(parts))
}
