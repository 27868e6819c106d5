import { Hono } from 'hono'
import { yearOf } from '../../base/time.ts'
import { download, type SheetFormat } from '../../documents/download.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { type Choice, readChoice } from '../year/choice.ts'
import { firstOfYear, lastOfYear, weekOf } from '../year/days.ts'
import { type EventRow, eventRows } from '../year/event-rows.tsx'
import { findEvents } from '../year/find-events.ts'
import { answerCalendar } from './answer.ts'
import { CalendarPage } from './calendar-page.tsx'
import { listFeedOf } from './feed-store.ts'
import { firstOf, type Month, parseMonth, weeksOf } from './month.ts'
import { calendarTexts } from './texts.ts'

/** The month to show, or null for the list of a year. A year alone shows the month of today's name in it. */
const readMonth = (asked: Asked, { year }: Choice): Month | null =>
  asked.query('visning') === 'liste'
    ? null
    : (parseMonth(asked.query('maaned')) ?? `${String(year)}${asked.today.slice(4, 7)}`)

const columnsOf = (asked: Asked): Column<EventRow>[] => {
  const t = calendarTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return [
    { title: t.columns.day, value: ({ day }) => new Date(`${day}T00:00:00Z`) },
    { title: t.columns.week, value: ({ day }) => weekOf(day).week },
    { title: t.starts, value: ({ time }) => time },
    { title: t.ends, value: ({ meeting }) => meeting?.ends ?? '' },
    { title: t.columns.forum, value: ({ forumName }) => forumName },
    { title: t.columns.what, value: ({ meeting, what }) => meeting?.title ?? what },
    { title: t.columns.kind, value: ({ meeting }) => (meeting === null ? t.deadline : words.kinds[meeting.kind]) },
    { title: t.columns.place, value: ({ meeting }) => meeting?.place ?? '' },
    { title: t.columns.state, value: ({ state }) => state },
  ]
}

const yearSpan = ({ year }: Choice) => ({ from: firstOfYear(year), to: lastOfYear(year) })

/** The calendar, open to everyone; each sees what they may see. */
export const calendarRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const exported = (format: SheetFormat) =>
    on('register.export', async (asked) => {
      const choice = readChoice(asked)
      const events = await asked.read((trx) => findEvents(asked, trx, choice, yearSpan(choice)))
      const title = calendarTexts[asked.lang].listTitle(choice.year)
      return download(asked, format, {
        name: 'kalender',
        title,
        columns: columnsOf(asked),
        rows: eventRows(events, asked),
      })
    })
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.calendar,
      on('meetings.list', async (asked) => {
        const given = readChoice(asked)
        const month = readMonth(asked, given)
        const choice = month === null ? given : { ...given, year: yearOf(firstOf(month)) }
        const days = month === null ? [] : weeksOf(month).flatMap((week) => week.days)
        const [from, to] = [days[0], days.at(-1)]
        const span = from === undefined || to === undefined ? yearSpan(choice) : { from, to }
        const events = await asked.read((trx) => findEvents(asked, trx, choice, span))
        return asked.page(<CalendarPage asked={asked} choice={choice} month={month} events={events} />)
      }),
    )
    .get(
      meetingPaths.calendarFile,
      on('register.export', async (asked) => {
        const choice = readChoice(asked)
        const title = calendarTexts[asked.lang].listTitle(choice.year)
        const meetings = await asked.change(async (trx, log) => {
          const chosen = (await findEvents(asked, trx, choice, yearSpan(choice))).meetings.map(({ id }) => id)
          await log({
            action: 'register.exported',
            subjectKind: 'register',
            subjectId: 'ics',
            subjectName: `${title}: ${String(chosen.length)}`,
          })
          return listFeedOf(trx, asked.district.id, chosen, asked.actor.personId)
        })
        asked.c.header('Cache-Control', 'private, no-cache')
        return answerCalendar(asked, parts, title, meetings)
      }),
    )
    .get(`${meetingPaths.calendar}.csv`, exported('csv'))
    .get(`${meetingPaths.calendar}.xlsx`, exported('xlsx'))
}
