import { Hono } from 'hono'
import { z } from 'zod'
import type { Trx } from '../../db/db.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { listCategories } from '../register/choices-store.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { type ConnectionRow, kindInWords, rowsOf } from './connection-cells.tsx'
import { mend } from './mend.ts'
import { readNetwork } from './network-routes.tsx'
import { networkTexts } from './network-texts.ts'
import { chosenRows, type OneSidedChoice, oneSidedKinds, OneSidedPage } from './one-sided-page.tsx'

const longestSearch = 100

const listQuery = z.object({
  art: z.enum(oneSidedKinds).nullable().catch(null),
  kategori: z.coerce.number().int().positive().nullable().catch(null),
})

const readChoice = (asked: Asked): OneSidedChoice => {
  const { art, kategori } = listQuery.parse(asked.c.req.query())
  return { kind: art, category: kategori, words: asked.query('q').slice(0, longestSearch) }
}

const readRows = async (asked: Asked, trx: Trx): Promise<ConnectionRow[]> => {
  const { network } = await readNetwork(asked, trx)
  return rowsOf(network.connections, network.bodies)
    .filter(({ kind }) => kind === 'oneSided' || kind === 'unmatched')
    .toSorted((a, b) => (a.source.sortName < b.source.sortName ? -1 : a.source.sortName > b.source.sortName ? 1 : 0))
}

const exportColumns = (asked: Asked): Column<ConnectionRow>[] => {
  const { columns } = networkTexts[asked.lang]
  return [
    { title: columns.forum, value: (row) => row.source.name },
    { title: columns.category, value: (row) => row.source.categoryName },
    { title: columns.names, value: (row) => row.target.name },
    { title: columns.words, value: (row) => row.statement?.words ?? null },
    { title: columns.kind, value: (row) => kindInWords(row, asked) },
  ]
}

const mendForm = z.object({ statement: z.uuid(), fra: z.enum(['netvaerk', 'liste']).catch('liste') })

/** The district's one-sided and unmatched interfaces, and the one click that mends one. */
export const oneSidedRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('register.export', async (asked) => {
      const rows = chosenRows(await asked.read((trx) => readRows(asked, trx)), readChoice(asked))
      const title = networkTexts[asked.lang].oneSidedTitle
      return download(asked, format, { name: 'ensidige-snitflader', title, columns: exportColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.oneSided,
      on('fora.list', async (asked) => {
        const page = await asked.read(async (trx) => ({
          rows: await readRows(asked, trx),
          categories: await listCategories(trx, asked.district.id),
        }))
        return asked.page(<OneSidedPage asked={asked} choice={readChoice(asked)} {...page} />)
      }),
    )
    .get(`${foraPaths.oneSided}.csv`, exported('csv'))
    .get(`${foraPaths.oneSided}.xlsx`, exported('xlsx'))
    .post(
      foraPaths.oneSided,
      on('interfaces.edit', async (asked) => {
        const { data } = await asked.form(mendForm)
        const back = data?.fra === 'netvaerk' ? foraPaths.network : foraPaths.oneSided
        const done = data === null ? null : await mend(asked, data.statement)
        return asked.goTo(withQuery(back, { rettet: done === null ? null : 'ja' }))
      }),
    )
}
