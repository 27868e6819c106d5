import { Hono } from 'hono'
import { z } from 'zod'
import { download, type SheetFormat } from '../../documents/download.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { type TaskChoice, taskPeriods } from './choice.ts'
import { TaskListPage } from './list-page.tsx'
import { countTasks, listTaskChoices, listTasks } from './list-store.ts'
import { daysLate, taskSortings, taskStates, taskViews } from './rules.ts'
import type { Task } from './task-store.ts'
import { taskTexts } from './texts.ts'
import { meetingNameOf } from './wording.tsx'

const pageSize = 30
const longestSearch = 100

/** An address typed by hand or kept from long ago still shows a list: what it cannot mean is left out. */
const listQuery = z.object({
  udvalg: z.enum(taskViews).catch('open'),
  forum: z.uuid().nullable().catch(null),
  ansvarlig: z.uuid().nullable().catch(null),
  status: z.enum(taskStates).nullable().catch(null),
  frist: z.enum(taskPeriods).nullable().catch(null),
  sorter: z.enum(taskSortings).catch('due'),
  omvendt: z.literal('ja').nullable().catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const readQuery = (asked: Asked): { choice: TaskChoice; page: number } => {
  const query = listQuery.parse(asked.c.req.query())
  return {
    page: query.side,
    choice: {
      view: query.udvalg === 'mine' && asked.actor.personId === null ? 'open' : query.udvalg,
      words: asked.query('q').slice(0, longestSearch),
      forumId: query.forum,
      ownerId: query.ansvarlig,
      state: query.status,
      period: query.frist,
      sort: query.sorter,
      descending: query.omvendt !== null,
    },
  }
}

const readerOf = (asked: Asked) => ({
  personId: asked.actor.personId,
  offices: asked.actor.offices,
  today: asked.today,
})

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`)

const sheetColumns = (asked: Asked): Column<Task>[] => {
  const t = taskTexts[asked.lang]
  return [
    { title: t.sheet.title, value: (task) => task.title },
    { title: t.sheet.forum, value: (task) => task.forumName },
    { title: t.sheet.meeting, value: (task) => meetingNameOf(task, asked.lang) },
    { title: t.sheet.item, value: (task) => task.itemTitle },
    { title: t.sheet.owner, value: (task) => task.ownerName ?? t.someone },
    { title: t.sheet.holder, value: (task) => task.holderName },
    { title: t.sheet.due, value: (task) => asDate(task.dueOn) },
    { title: t.sheet.state, value: (task) => t.states[task.state] },
    { title: t.sheet.since, value: (task) => asDate(task.stateSince) },
    { title: t.sheet.late, value: (task) => daysLate(task, asked.today) },
  ]
}

/** The register of action points, as a page and as a file. */
export const taskListRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('meetings.list', async (asked) => {
      const { choice } = readQuery(asked)
      const rows = await asked.read((trx) => listTasks(trx, asked.district.id, choice, readerOf(asked), null))
      const title = taskTexts[asked.lang].tasks
      return download(asked, format, { name: 'opgaver', title, columns: sheetColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.tasks,
      on('meetings.list', async (asked) => {
        const { choice, page: wanted } = readQuery(asked)
        const reader = readerOf(asked)
        const district = asked.district.id
        const found = await asked.read(async (trx) => {
          const counts = await countTasks(trx, district, choice, reader)
          const pages = Math.max(1, Math.ceil(counts[choice.view] / pageSize))
          const page = Math.min(wanted, pages)
          const part = { limit: pageSize, offset: (page - 1) * pageSize }
          const rows = await listTasks(trx, district, choice, reader, part)
          return { counts, pages, page, rows, ...(await listTaskChoices(trx, district)) }
        })
        return asked.page(<TaskListPage asked={asked} choice={choice} {...found} />)
      }),
    )
    .get(`${meetingPaths.tasks}.csv`, exported('csv'))
    .get(`${meetingPaths.tasks}.xlsx`, exported('xlsx'))
}
