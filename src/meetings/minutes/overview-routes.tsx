import { Hono } from 'hono'
import { download, type SheetFormat } from '../../documents/download.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { approvalTexts } from './approval-texts.ts'
import { type ForumMedians, listMedians } from './median-store.ts'
import { MinutesOverviewPage } from './overview-page.tsx'
import { choiceOf, selectMedians } from './overview-rules.ts'

const find = async (asked: Asked) => {
  const all = await asked.read((trx) => listMedians(trx, asked.district.id, asked.today))
  const choice = choiceOf(asked.query)
  return { choice, found: selectMedians(all, choice), total: all.length }
}

const columns = (asked: Asked): Column<ForumMedians>[] => {
  const t = approvalTexts[asked.lang].overview
  return [
    { title: t.forum, value: ({ name }) => name },
    { title: t.held, value: ({ held }) => held },
    { title: t.late, value: ({ late }) => late },
    { title: t.circulated, value: ({ circulated }) => circulated },
    { title: t.published, value: ({ published }) => published },
  ]
}

/** All fora's minutes in numbers, as a page and as a spreadsheet. */
export const minutesOverviewRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const sheet = (format: SheetFormat) =>
    on('overview.see', async (asked) => {
      const { found } = await find(asked)
      const { title } = approvalTexts[asked.lang].overview
      return download(asked, format, { name: 'referater', title, columns: columns(asked), rows: found.rows })
    })
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.allMinutes,
      on('overview.see', async (asked) => asked.page(<MinutesOverviewPage asked={asked} {...await find(asked)} />)),
    )
    .get(`${meetingPaths.allMinutes}.csv`, sheet('csv'))
    .get(`${meetingPaths.allMinutes}.xlsx`, sheet('xlsx'))
}
