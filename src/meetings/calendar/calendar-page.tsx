/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Safari drops the roles of table elements whose display is changed, and this one becomes a list on narrow screens. */
import { shortDay } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { type Choice, filterQuery } from '../year/choice.ts'
import { weekdayOf, weekOf } from '../year/days.ts'
import { EventFilter, EventViews } from '../year/event-filter.tsx'
import { EventLink, type EventRow, eventRows } from '../year/event-rows.tsx'
import type { Events } from '../year/find-events.ts'
import { holidaysOf } from '../year/holidays.ts'
import { yearTexts } from '../year/texts.ts'
import { firstOf, type Month, monthAfter, weeksOf } from './month.ts'
import { calendarTexts } from './texts.ts'

interface CalendarPageProps {
  readonly asked: Asked
  readonly choice: Choice
  /** The month shown, or null for the list of the year. */
  readonly month: Month | null
  readonly events: Events
}

/** "Marts 2026" where it begins a line, "marts 2026" inside one. */
const monthName = (month: Month, asked: Asked, inside = false): string => {
  const locale = asked.lang === 'da' ? 'da-DK' : 'en-GB'
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const name = format.format(new Date(`${firstOf(month)}T00:00:00Z`))
  return inside ? name : name.slice(0, 1).toUpperCase() + name.slice(1)
}

interface DayCellProps {
  readonly asked: Asked
  readonly day: CalendarDay
  readonly holiday: string | null
  readonly rows: readonly EventRow[]
  readonly inMonth: boolean
}

const DayCell = ({ asked, day, holiday, rows, inMonth }: DayCellProps) => {
  const t = calendarTexts[asked.lang]
  const clock = meetingWords[asked.lang].clock
  const weekday = yearTexts[asked.lang].weekdays[weekdayOf(day) - 1] ?? ''
  const isFree = holiday !== null || weekdayOf(day) > 5
  const classes = [inMonth ? '' : 'is-other', isFree ? 'is-free' : '', rows.length === 0 ? 'is-empty' : '']
  return (
    <td
      role="cell"
      class={classes.filter((one) => one !== '').join(' ') || undefined}
      aria-current={day === asked.today ? 'date' : undefined}
    >
      <div class="sv-day">
        <b>{String(Number(day.slice(8)))}</b>
        <span class="sv-day-name">{` ${weekday}`}</span>
        {day === asked.today && <span class="sv-day-note">{t.isToday}</span>}
        {holiday !== null && <span class="sv-day-note">{holiday}</span>}
      </div>
      {rows.length > 0 && (
        <ul class="nobullet-list no-max-width">
          {rows.map((row) => (
            <li class={row.meeting?.state === 'cancelled' ? 'is-cancelled' : undefined}>
              {row.time !== '' && <span class="sv-2">{`${clock(row.time)} `}</span>}
              <EventLink asked={asked} row={row} />
              {row.meeting?.state === 'cancelled' && <small>{row.state}</small>}
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}

/** A month as a table: weeks down, weekdays across. On narrow screens the days stand below each other, without the empty ones. */
const MonthGrid = ({ asked, month, events }: { asked: Asked; month: Month; events: Events }) => {
  const t = calendarTexts[asked.lang]
  const words = yearTexts[asked.lang]
  const byDay = Map.groupBy(eventRows(events, asked), ({ day }) => day)
  const weeks = weeksOf(month)
  const years = new Set(weeks.flatMap(({ days }) => days.map((day) => Number(day.slice(0, 4)))))
  const holidays = new Map([...years].flatMap(holidaysOf).map(({ day, key }) => [day, words.holidays[key]]))
  return (
    <div class="sv-scroll">
      <table class="sv-t sv-month" role="table">
        <caption>{monthName(month, asked)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t.week}
            </th>
            {words.weekdays.map((name) => (
              <th scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeks.map(({ week, days }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <span class="sv-day-name">{`${t.week} `}</span>
                {week}
              </th>
              {days.map((day) => (
                <DayCell
                  asked={asked}
                  day={day}
                  holiday={holidays.get(day) ?? null}
                  rows={byDay.get(day) ?? []}
                  inMonth={day.startsWith(month)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const MonthSteps = ({ asked, choice, month }: { asked: Asked; choice: Choice; month: Month }) => {
  const t = calendarTexts[asked.lang]
  const now = asked.today.slice(0, 7)
  const to = (maaned: Month) =>
    withQuery(inDistrict(asked.district, meetingPaths.calendar), { maaned, ...filterQuery(choice) })
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)]
  return (
    <nav class="sv-row" aria-label={t.steps}>
      <a href={to(before)} rel="prev">{`${t.previousMonth}, ${monthName(before, asked, true)}`}</a>
      {month !== now && <a href={to(now)}>{t.today}</a>}
      <a href={to(after)} rel="next">{`${t.nextMonth}, ${monthName(after, asked, true)}`}</a>
    </nav>
  )
}

const Downloads = ({ asked, choice, count }: { asked: Asked; choice: Choice; count: number }) => {
  const t = calendarTexts[asked.lang]
  const to = (format: string) =>
    withQuery(inDistrict(asked.district, `${meetingPaths.calendar}.${format}`), {
      aar: choice.year,
      ...filterQuery(choice),
    })
  return (
    <p class="sv-sm sv-2">
      {`${t.said(count)}. ${t.download} `}
      <a href={to('csv')}>CSV</a>, <a href={to('xlsx')}>Excel</a>
    </p>
  )
}

const EventList = ({ asked, choice, events }: CalendarPageProps) => {
  const t = calendarTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const rows = eventRows(events, asked)
  if (rows.length === 0)
    return (
      <Empty
        title={t.empty}
        actions={
          <a href={withQuery(inDistrict(asked.district, meetingPaths.calendar), { visning: 'liste' })}>
            {yearTexts[asked.lang].showAll}
          </a>
        }
      >
        <p>{t.emptyText}</p>
      </Empty>
    )
  return (
    <>
      <Downloads asked={asked} choice={choice} count={events.meetings.length} />
      <Table
        caption={t.listTitle(choice.year)}
        captionHidden
        columns={[
          {
            key: 'day',
            label: t.columns.day,
            cell: (row) => (
              <>
                <span class="sv-nw">{shortDay(row.day, asked.lang)}</span>
                <small>{`${t.week} ${String(weekOf(row.day).week)}`}</small>
              </>
            ),
          },
          {
            key: 'time',
            label: t.columns.time,
            cell: ({ meeting }) =>
              meeting === null ? null : (
                <span class="sv-nw">{`${words.clock(meeting.starts)}–${words.clock(meeting.ends)}`}</span>
              ),
          },
          { key: 'what', label: t.columns.what, cell: (row) => <EventLink asked={asked} row={row} /> },
          { key: 'place', label: t.columns.place, cell: ({ meeting }) => meeting?.place },
          { key: 'state', label: t.columns.state, cell: ({ state }) => state },
        ]}
        rows={rows}
      />
    </>
  )
}

/** The calendar: a month as a grid, or the year as a list. */
export const CalendarPage = (props: CalendarPageProps) => {
  const { asked, choice, month, events } = props
  const t = calendarTexts[asked.lang]
  const title = month === null ? t.listTitle(choice.year) : monthName(month, asked)
  return (
    <Page frame={asked.frame} title={title} current="meetings">
      <PageHead title={title} lead={events.person === null ? t.lead : yearTexts[asked.lang].person(events.person)} />
      <EventFilter
        asked={asked}
        choice={choice}
        choices={events}
        path={meetingPaths.calendar}
        hidden={month === null ? { visning: 'liste' } : { maaned: month }}
        first={
          month === null ? (
            <Field
              name="aar"
              label={yearTexts[asked.lang].year}
              value={String(choice.year)}
              inputmode="numeric"
              width="short"
            />
          ) : undefined
        }
      />
      <EventViews asked={asked} choice={choice} current={month === null ? 'list' : 'month'} />
      <div class="sv-h sv-year-head">
        {month === null ? <span /> : <MonthSteps asked={asked} choice={choice} month={month} />}
        <a href={inDistrict(asked.district, meetingPaths.subscribe)}>{t.subscribe}</a>
      </div>
      {month === null ? <EventList {...props} /> : <MonthGrid asked={asked} month={month} events={events} />}
    </Page>
  )
}
