import { Hono } from 'hono'
import { notFound } from '../../base/errors.ts'
import { handlersOf, type Asked, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { type Overview, OverviewPage } from './page.tsx'
import {
  loadPer,
  missingFields,
  organisationOf,
  overlaps,
  perCategory,
  personOf,
  perStatus,
  totalLoad,
  withoutLegalBasis,
} from './rules.ts'
import { listMemberSeats, listOverviewFora } from './store.ts'
import {
  categoryColumns,
  lawColumns,
  loadColumns,
  missingColumns,
  overlapColumns,
  type TableName,
  tableNames,
  vacantColumns,
} from './tables.ts'
import { overviewTexts } from './texts.ts'

/** Everything the overview says, from two statements. */
const readOverview = async (asked: Asked): Promise<Overview> => {
  const { fora, seats } = await asked.read(async (trx) => ({
    fora: await listOverviewFora(trx, asked.district.id),
    seats: await listMemberSeats(trx, asked.district.id, asked.day),
  }))
  const open = new Map(fora.filter(({ status }) => status !== 'closed').map((forum) => [forum.id, forum]))
  return {
    fora,
    statuses: perStatus(fora),
    categories: perCategory(fora),
    total: totalLoad(fora),
    organisations: loadPer(fora, seats, organisationOf),
    persons: loadPer(fora, seats, personOf),
    vacant: seats.flatMap((seat) => {
      const forum = open.get(seat.forumId)
      return seat.vacant && forum ? [{ seat, forum }] : []
    }),
    overlaps: overlaps(fora, seats),
    missing: missingFields(fora),
    withoutLaw: withoutLegalBasis(fora),
  }
}

const exportTable = async (asked: Asked, table: TableName, format: SheetFormat): Promise<Response> => {
  const { lang } = asked
  const t = overviewTexts[lang]
  const overview = await readOverview(asked)
  const name = `overblik-${table}`
  switch (table) {
    case 'kategorier':
      return download(asked, format, {
        name,
        title: t.categories,
        columns: categoryColumns(lang),
        rows: overview.categories,
      })
    case 'organisationer':
      return download(asked, format, {
        name,
        title: t.organisations,
        columns: loadColumns(lang, 'organisation'),
        rows: overview.organisations,
      })
    case 'personer':
      asked.require('persons.see')
      return download(asked, format, {
        name,
        title: t.persons,
        columns: loadColumns(lang, 'person'),
        rows: overview.persons,
      })
    case 'ledige-pladser':
      return download(asked, format, { name, title: t.vacant, columns: vacantColumns(lang), rows: overview.vacant })
    case 'overlap':
      return download(asked, format, {
        name,
        title: t.overlaps,
        columns: overlapColumns(lang),
        rows: overview.overlaps,
      })
    case 'manglende-felter': {
      const rows = overview.missing.flatMap(({ field, fora }) => fora.map((forum) => ({ field, forum })))
      return download(asked, format, { name, title: t.missing, columns: missingColumns(lang), rows })
    }
    case 'uden-lovgrundlag':
      return download(asked, format, { name, title: t.law, columns: lawColumns(lang), rows: overview.withoutLaw })
  }
}

/** The register in numbers, and each of its tables as a spreadsheet. */
export const overviewRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.overview,
      on('overview.see', async (asked) =>
        asked.page(<OverviewPage asked={asked} overview={await readOverview(asked)} />),
      ),
    )
    .get(
      foraPaths.overviewTable(':fil'),
      on('overview.see', (asked) => {
        const [word = '', format = ''] = asked.param('fil').split('.')
        const table = tableNames.find((one) => one === word)
        return table !== undefined && (format === 'csv' || format === 'xlsx')
          ? exportTable(asked, table, format)
          : notFound()
      }),
    )
}
