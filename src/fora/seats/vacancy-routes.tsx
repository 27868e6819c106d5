import { Hono } from 'hono'
import { z } from 'zod'
import type { Column } from '../../documents/spreadsheet.ts'
import { listMunicipalities } from '../../people/store.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import { seatTexts } from './texts.ts'
import { selectVacancies, vacancyViews } from './vacancies.ts'
import { pageSize, VacancyPage } from './vacancy-page.tsx'
import { listOpenSeats, type OpenSeat } from './vacancy-store.ts'
import { vacancyTexts } from './vacancy-texts.ts'

/** What an address cannot mean is left out. */
const listQuery = z.object({
  udvalg: z.enum(vacancyViews).catch('all'),
  forum: z.string().max(100).catch(''),
  kommune: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .catch(null),
  side: z.coerce.number().int().positive().max(10_000).catch(1),
})

const readQuery = (asked: Asked) => {
  const { udvalg, forum, kommune, side } = listQuery.parse(asked.c.req.query())
  return { page: side, chosen: { view: udvalg, forum, municipality: kommune } }
}

const exportColumns = (asked: Asked): Column<OpenSeat>[] => {
  const t = vacancyTexts[asked.lang]
  return [
    { title: t.columns.seat, value: (seat) => seat.label },
    { title: t.columns.forum, value: (seat) => seat.forumName },
    { title: t.municipality, value: (seat) => seat.municipalityName },
    { title: t.columns.role, value: (seat) => seatTexts[asked.lang].roles[seat.role] },
    { title: t.columns.state, value: (seat) => (seat.vacant ? t.vacant : t.views.expired) },
    {
      title: t.since,
      value: (seat) => (seat.vacant && seat.vacantSince !== null ? new Date(seat.vacantSince) : null),
    },
    { title: t.ended, value: (seat) => (seat.expiredOn === null ? null : new Date(seat.expiredOn)) },
  ]
}

/** The list of vacant seats and its spreadsheets. */
export const vacancyRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('overview.see', async (asked) => {
      const seats = await asked.read((trx) => listOpenSeats(trx, asked.district.id, asked.day))
      const { rows } = selectVacancies(seats, readQuery(asked).chosen)
      const { title } = vacancyTexts[asked.lang]
      return download(asked, format, { name: 'ledige-pladser', title, columns: exportColumns(asked), rows })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.vacancies,
      on('overview.see', async (asked) => {
        const { chosen, page } = readQuery(asked)
        const { seats, municipalities } = await asked.read(async (trx) => ({
          seats: await listOpenSeats(trx, asked.district.id, asked.day),
          municipalities: await listMunicipalities(trx, asked.district.id, asked.day),
        }))
        const { rows, counts } = selectVacancies(seats, chosen)
        const fora = new Map(seats.map(({ forumSlug, forumName }) => [forumSlug, forumName]))
        return asked.page(
          <VacancyPage
            asked={asked}
            chosen={chosen}
            rows={rows}
            counts={counts}
            page={Math.min(page, Math.max(1, Math.ceil(rows.length / pageSize)))}
            total={seats.length}
            fora={[...fora].map(([value, label]) => ({ value, label }))}
            municipalities={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          />,
        )
      }),
    )
    .get(`${foraPaths.vacancies}.csv`, exported('csv'))
    .get(`${foraPaths.vacancies}.xlsx`, exported('xlsx'))
}
