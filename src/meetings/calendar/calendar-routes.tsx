import { Hono } from 'hono'
import { yearOf } from '../../base/time.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { type Choice, readChoice } from '../year/choice.ts'
import { firstOfYear, lastOfYear, weekOf } from '../year/days.ts'
import { findEvents } from '../year/find-events.ts'
import { CalendarPage } from './calendar-page.tsx'
import { firstOf, type Month, parseMonth, weeksOf } from './month.ts'
import { calendarTexts } from './texts.ts'

/** The month to show, or null for the list of a year. A year alone shows the month of today's name in it. */
const readMonth = (asked: Asked, { year }: Choice): Month | null =>
  asked.query('visning') === 'liste'
    ? null
    : (parseMonth(asked.query('maaned')) ?? `${String(year)}${asked.today.slice(4, 7)}`)

const columnsOf = (asked: Asked): Column<Meeting>[] => {
  const t = calendarTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return [
    { title: t.columns.day, value: ({ onDay }) => new Date(`${onDay}T00:00:00Z`) },
    { title: t.columns.week, value: ({ onDay }) => weekOf(onDay).week },
    { title: t.starts, value: ({ starts }) => starts },
    { title: t.ends, value: ({ ends }) => ends },
    { title: t.columns.forum, value: ({ forumName }) => forumName },
    { title: t.columns.what, value: ({ title }) => title },
    { title: t.columns.kind, value: ({ kind }) => words.kinds[kind] },
    { title: t.columns.place, value: ({ place }) => place },
    { title: t.columns.state, value: ({ state }) => words.states[state] },
  ]
}

/** The calendar, open to everyone; each sees what they may see. */
export const calendarRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('register.export', async (asked) => {
      const choice = readChoice(asked)
      const span = { from: firstOfYear(choice.year), to: lastOfYear(choice.year) }
      const { meetings } = await asked.read((trx) => findEvents(asked, trx, choice, span))
      const title = calendarTexts[asked.lang].listTitle(choice.year)
      return download(asked, format, { name: 'kalender', title, columns: columnsOf(asked), rows: meetings })
    })
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.calendar,
      on('meetings.list', async (asked) => {
        const given = readChoice(asked)
        const month = readMonth(asked, given)
        const choice = month === null ? given : { ...given, year: yearOf(firstOf(month)) }
        const days = month === null ? [] : weeksOf(month).flatMap((week) => week.days)
        const span = {
          from: days[0] ?? firstOfYear(choice.year),
          to: days.at(-1) ?? lastOfYear(choice.year),
        }
        const events = await asked.read((trx) => findEvents(asked, trx, choice, span))
        return asked.page(<CalendarPage asked={asked} choice={choice} month={month} events={events} />)
      }),
    )
    .get(`${meetingPaths.calendar}.csv`, exported('csv'))
    .get(`${meetingPaths.calendar}.xlsx`, exported('xlsx'))
}
