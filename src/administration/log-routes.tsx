import { Hono } from 'hono'
import { parseDay } from '../base/time.ts'
import { type Column, toCsv } from '../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../web/request.ts'
import { LogPage, logPageSize } from './log-page.tsx'
import { listActions, type LogRow, type LogSearch, searchLog } from './log-store.ts'
import { administrationPaths } from './paths.ts'
import { administrationTexts } from './texts.ts'

const longestSearch = 100
/** A spreadsheet with more rows than this helps nobody; the search narrows it. */
const mostExported = 10_000

const readSearch = (asked: Asked): LogSearch => ({
  district: asked.district.id,
  words: asked.query('q').slice(0, longestSearch),
  action: asked.query('haendelse').slice(0, longestSearch),
  from: parseDay(asked.query('fra')),
  to: parseDay(asked.query('til')),
  program: asked.query('login') === 'ja',
})

const pageOf = (asked: Asked): number => {
  const page = Number(asked.query('side'))
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
}

export const logRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      administrationPaths.log,
      on('audit.see', async (asked) => {
        const search = readSearch(asked)
        const page = pageOf(asked)
        const found = await asked.read(async (trx) => ({
          ...(await searchLog(trx, search, logPageSize, (page - 1) * logPageSize)),
          actions: await listActions(trx, asked.district.id),
        }))
        return asked.page(<LogPage asked={asked} search={search} page={page} {...found} />)
      }),
    )
    .get(
      `${administrationPaths.log}.csv`,
      on('audit.see', async (asked) => {
        const search = readSearch(asked)
        const { rows } = await asked.read((trx) => searchLog(trx, search, mostExported, 0))
        await asked.change((_, log) =>
          log({ action: 'log.exported', subjectKind: 'log', subjectId: '', subjectName: String(rows.length) }),
        )
        const t = administrationTexts[asked.lang].logColumns
        const columns: Column<LogRow>[] = [
          { title: t.number, value: (row) => Number(row.number) },
          { title: t.at, value: (row) => row.at.toISOString() },
          { title: t.actor, value: (row) => row.actorName },
          { title: t.action, value: (row) => row.action },
          { title: t.subject, value: (row) => row.subjectName },
          { title: t.changes, value: (row) => JSON.stringify(row.changes) },
          { title: 'Id', value: (row) => row.requestId },
          { title: 'SHA-256', value: (row) => row.hash },
        ]
        return asked.c.body(toCsv(columns, rows), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="log-${asked.district.id}-${asked.today}.csv"`,
        })
      }),
    )
}
