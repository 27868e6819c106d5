import { Hono } from 'hono'
import { z } from 'zod'
import { download, type SheetFormat } from '../../documents/download.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingKinds, meetingStates } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { type MeetingRow, type MeetingsChoice, meetingSortings, meetingViews } from './list-choice.ts'
import { MeetingListPage, pageSize } from './list-page.tsx'
import { countMeetings, listMeetingChoices, listMeetings } from './list-store.ts'
import { meetingListTexts } from './list-texts.ts'

const longestSearch = 100

/** An address typed by hand or kept from long ago still shows a list: what it cannot mean is left out. */
const listQuery = z.object({
  udvalg: z.enum(meetingViews).catch('all'),
  forum: z.uuid().nullable().catch(null),
  aar: z.coerce.number().int().min(1900).max(2199).nullable().catch(null),
  art: z.enum(meetingKinds).nullable().catch(null),
  tilstand: z
    .enum([...meetingStates, 'cancelled'])
    .nullable()
    .catch(null),
  mine: z.literal('ja').nullable().catch(null),
  sorter: z.enum(meetingSortings).catch('next'),
  omvendt: z.literal('ja').nullable().catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const readQuery = (asked: Asked): { choice: MeetingsChoice; page: number } => {
  const query = listQuery.parse(asked.c.req.query())
  return {
    page: query.side,
    choice: {
      view: query.udvalg,
      words: asked.query('q').slice(0, longestSearch),
      forumId: query.forum,
      year: query.aar,
      kind: query.art,
      state: query.tilstand,
      own: query.mine !== null,
      sort: query.sorter,
      descending: query.omvendt !== null,
    },
  }
}

const askingOf = (asked: Asked) => ({
  district: asked.district.id,
  today: asked.today,
  ownFora: asked.actor.fora.map(({ forumId }) => forumId),
  visitor: asked.actor.accountId === null,
})

const sheetColumns = (asked: Asked): Column<MeetingRow>[] => {
  const t = meetingListTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return [
    { title: t.sheet.day, value: (row) => new Date(`${row.onDay}T00:00:00Z`) },
    { title: t.sheet.starts, value: (row) => words.clock(row.starts) },
    { title: t.sheet.ends, value: (row) => words.clock(row.ends) },
    { title: t.columns.forum, value: (row) => row.forumName },
    { title: t.sheet.title, value: (row) => row.title },
    { title: t.columns.kind, value: (row) => words.kinds[row.kind] },
    { title: t.columns.state, value: (row) => words.states[row.state] },
    { title: t.columns.number, value: (row) => row.number },
    { title: t.columns.openness, value: (row) => words.openness[row.openness] },
    { title: t.columns.place, value: (row) => row.place },
  ]
}

/** The list of meetings, as a page and as a file. */
export const meetingListRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('meetings.list', async (asked) => {
      const rows = await asked.read((trx) => listMeetings(trx, askingOf(asked), readQuery(asked).choice, null))
      const title = meetingWords[asked.lang].meetings
      return download(asked, format, { name: 'moeder', title, columns: sheetColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.list,
      on('meetings.list', async (asked) => {
        const { choice, page: wanted } = readQuery(asked)
        const found = await asked.read(async (trx) => {
          const counts = await countMeetings(trx, askingOf(asked), choice)
          const pages = Math.max(1, Math.ceil(counts[choice.view] / pageSize))
          const page = Math.min(wanted, pages)
          const rows = await listMeetings(trx, askingOf(asked), choice, {
            limit: pageSize,
            offset: (page - 1) * pageSize,
          })
          return { counts, pages, page, rows, choices: await listMeetingChoices(trx, asked.district.id) }
        })
        return asked.page(<MeetingListPage asked={asked} choice={choice} {...found} />)
      }),
    )
    .get(`${meetingPaths.list}.csv`, exported('csv'))
    .get(`${meetingPaths.list}.xlsx`, exported('xlsx'))
}
