import { Hono } from 'hono'
import { z } from 'zod'
import { download, type SheetFormat } from '../../documents/download.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { outcomeKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { DecisionChoice } from './choice.ts'
import { DecisionsPage, itemName } from './decisions-page.tsx'
import { countDecisions, type Decision, listDecisionChoices, listDecisions } from './decisions-store.ts'
import { byStand } from './rules.ts'
import { decisionTexts } from './texts.ts'

const pageSize = 25
const longestSearch = 100

/** An address typed by hand or kept from long ago still shows a list: what it cannot mean is left out. */
const decisionsQuery = z.object({
  forum: z.uuid().nullable().catch(null),
  aar: z.coerce.number().int().min(1900).max(2199).nullable().catch(null),
  kommune: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .catch(null),
  udfald: z.enum(outcomeKinds).nullable().catch(null),
  sorter: z.literal('aeldst').nullable().catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const readQuery = (asked: Asked): { choice: DecisionChoice; page: number } => {
  const query = decisionsQuery.parse(asked.c.req.query())
  return {
    page: query.side,
    choice: {
      words: asked.query('q').slice(0, longestSearch),
      kind: query.udfald,
      forumId: query.forum,
      year: query.aar,
      municipality: query.kommune,
      oldestFirst: query.sorter !== null,
    },
  }
}

const sheetColumns = (asked: Asked): Column<Decision>[] => {
  const t = decisionTexts[asked.lang]
  return [
    { title: t.sheet.day, value: (row) => new Date(`${row.day}T00:00:00Z`) },
    { title: t.sheet.forum, value: (row) => row.forumName },
    { title: t.sheet.item, value: (row) => itemName(row, asked.lang) },
    { title: t.sheet.outcome, value: (row) => meetingWords[asked.lang].outcomes[row.kind] },
    { title: t.sheet.text, value: (row) => row.text },
    {
      title: t.sheet.statements,
      value: (row) =>
        byStand(row.statements)
          .map(({ stand, names }) => `${t.stands[stand]}: ${names.join(', ')}`)
          .join('. '),
    },
  ]
}

/** The register of decisions, as a page and as a file. */
export const decisionRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('meetings.list', async (asked) => {
      const rows = await asked.read((trx) => listDecisions(trx, asked.district.id, readQuery(asked).choice, null))
      const title = decisionTexts[asked.lang].decisions
      return download(asked, format, { name: 'beslutninger', title, columns: sheetColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.decisions,
      on('meetings.list', async (asked) => {
        const { choice, page: wanted } = readQuery(asked)
        const district = asked.district.id
        const found = await asked.read(async (trx) => {
          const counts = await countDecisions(trx, district, choice)
          const pages = Math.max(1, Math.ceil((choice.kind === null ? counts.all : counts[choice.kind]) / pageSize))
          const page = Math.min(wanted, pages)
          const part = { limit: pageSize, offset: (page - 1) * pageSize }
          const rows = await listDecisions(trx, district, choice, part)
          return { counts, pages, page, rows, choices: await listDecisionChoices(trx, district) }
        })
        return asked.page(<DecisionsPage asked={asked} choice={choice} {...found} />)
      }),
    )
    .get(`${meetingPaths.decisions}.csv`, exported('csv'))
    .get(`${meetingPaths.decisions}.xlsx`, exported('xlsx'))
}
