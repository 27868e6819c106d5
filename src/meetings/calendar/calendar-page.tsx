import { shortDay } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Grid, type GridCell, Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { type Choice, filterQuery } from '../year/choice.ts'
import { capital, nameOf } from '../year/day-names.ts'
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

/** "Marts 2026", as it begins a line. */
const monthName = (month: Month, asked: Asked): string => capital(nameOf(firstOf(month), asked.lang, 'monthAndYear'))

interface DayProps {
  readonly asked: Asked
  readonly day: CalendarDay
  readonly holiday: string | null
  readonly rows: readonly EventRow[]
  /** False for the days of the months before and after. */
  readonly inMonth: boolean
}

const Day = ({ asked, day, holiday, rows, inMonth }: DayProps) => {
  const t = calendarTexts[asked.lang]
  const clock = meetingWords[asked.lang].clock
  const weekday = yearTexts[asked.lang].weekdays[weekdayOf(day) - 1] ?? ''
  return (
    <>
      <div class="sv-day">
        <span class="sv-day-name">{`${capital(weekday)} `}</span>
        <b>{String(Number(day.slice(8)))}</b>
        <span class="sv-day-name">{inMonth ? '.' : `. ${nameOf(day, asked.lang, 'month')}`}</span>
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
    </>
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
  const cellOf = (day: CalendarDay): GridCell => {
    const rows = byDay.get(day) ?? []
    const holiday = holidays.get(day) ?? null
    const inMonth = day.startsWith(month)
    const looks = [
      inMonth ? '' : 'is-other',
      holiday !== null || weekdayOf(day) > 5 ? 'is-free' : '',
      rows.length === 0 ? 'is-empty' : '',
    ]
    return {
      content: <Day asked={asked} day={day} holiday={holiday} rows={rows} inMonth={inMonth} />,
      class: looks.filter((look) => look !== '').join(' ') || undefined,
      today: day === asked.today,
    }
  }
  return (
    <Grid
      caption={monthName(month, asked)}
      heads={[t.week, ...words.weekdays]}
      rows={weeks.map(({ week, days }) => ({
        head: (
          <>
            <span class="sv-day-name">{`${t.week} `}</span>
            {week}
          </>
        ),
        cells: days.map(cellOf),
      }))}
    />
  )
}

const MonthSteps = ({ asked, choice, month }: { asked: Asked; choice: Choice; month: Month }) => {
  const t = calendarTexts[asked.lang]
  const now = asked.today.slice(0, 7)
  const to = (maaned: Month) =>
    withQuery(inDistrict(asked.district, meetingPaths.calendar), { maaned, ...filterQuery(choice) })
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)]
  const inLine = (other: Month) => nameOf(firstOf(other), asked.lang, 'monthAndYear')
  return (
    <nav class="sv-row" aria-label={t.steps}>
      <a href={to(before)} rel="prev">{`${t.previousMonth}, ${inLine(before)}`}</a>
      {month !== now && <a href={to(now)}>{t.today}</a>}
      <a href={to(after)} rel="next">{`${t.nextMonth}, ${inLine(after)}`}</a>
    </nav>
  )
}

const Downloads = ({ asked, choice, events }: CalendarPageProps) => {
  const t = calendarTexts[asked.lang]
  const to = (path: string) => withQuery(inDistrict(asked.district, path), { aar: choice.year, ...filterQuery(choice) })
  return (
    <p class="sv-sm sv-2">
      {`${yearTexts[asked.lang].events(events.meetings.length, events.deadlines.length)}. ${t.download} `}
      <a href={to(`${meetingPaths.calendar}.csv`)}>{t.files.csv}</a>,{' '}
      <a href={to(`${meetingPaths.calendar}.xlsx`)}>{t.files.xlsx}</a>,{' '}
      <a href={to(meetingPaths.calendarFile)}>{t.files.ics}</a>
    </p>
  )
}

const EventList = (props: CalendarPageProps) => {
  const { asked, choice, events } = props
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
      <Downloads {...props} />
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
