import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { type Choice, filterQuery } from './choice.ts'
import { capital, dayInYear, nameOf } from './day-names.ts'
import { EventFilter, EventViews } from './event-filter.tsx'
import { EventLink, type EventRow, eventRows } from './event-rows.tsx'
import type { Events } from './find-events.ts'
import { yearTexts } from './texts.ts'
import { Wheel, WheelKey } from './wheel-view.tsx'

interface WheelPageProps {
  readonly asked: Asked
  readonly choice: Choice
  readonly events: Events
}

const hasFilter = ({ municipality, forum, person }: Choice): boolean =>
  municipality !== null || forum !== null || person !== null

const Nothing = ({ asked, choice }: WheelPageProps) => {
  const t = yearTexts[asked.lang]
  const href = (path: string) => withQuery(inDistrict(asked.district, path), { aar: choice.year })
  if (hasFilter(choice))
    return <Empty title={t.emptyFilter} actions={<a href={href(meetingPaths.wheel)}>{t.showAll}</a>} />
  const mayPlan = asked.may('meetings.planYear')
  return (
    <Empty
      title={t.empty(choice.year)}
      {...(mayPlan && { actions: <a href={href(meetingPaths.planYear)}>{t.planYear}</a> })}
    >
      <p>{mayPlan ? t.emptyPlanner : t.emptyReader}</p>
    </Empty>
  )
}

const EventTable = ({ asked, caption, rows }: { asked: Asked; caption: string; rows: readonly EventRow[] }) => {
  const t = yearTexts[asked.lang].columns
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'day', label: t.day, cell: ({ day }) => <span class="sv-nw">{dayInYear(day, asked.lang)}</span> },
        { key: 'what', label: t.what, cell: (row) => <EventLink asked={asked} row={row} /> },
        { key: 'state', label: t.state, cell: ({ state }) => state },
      ]}
      rows={rows}
    />
  )
}

/** More rows than this are folded by month. */
const mostInOne = 40

const Tables = ({ asked, choice, events }: WheelPageProps) => {
  const t = yearTexts[asked.lang]
  const rows = eventRows(events, asked)
  if (rows.length <= mostInOne) return <EventTable asked={asked} caption={t.table(choice.year)} rows={rows} />
  const months = [...Map.groupBy(rows, ({ day }) => day.slice(0, 7))]
  return (
    <div>
      <h2 class="sv-big">{t.table(choice.year)}</h2>
      {months.map(([month, own]) => {
        const [first] = own
        const name = first === undefined ? '' : capital(nameOf(first.day, asked.lang, 'month'))
        return (
          <details class="sv-more sv-gap" open={month === asked.today.slice(0, 7)}>
            <summary>{`${name} (${String(own.length)})`}</summary>
            <EventTable asked={asked} caption={`${name} ${String(choice.year)}`} rows={own} />
          </details>
        )
      })}
    </div>
  )
}

const YearSteps = ({ asked, choice }: WheelPageProps) => {
  const t = yearTexts[asked.lang]
  const at = (aar: number) => withQuery(inDistrict(asked.district, meetingPaths.wheel), { aar, ...filterQuery(choice) })
  return (
    <nav class="sv-row" aria-label={t.year}>
      <a href={at(choice.year - 1)} rel="prev">
        {t.previous(choice.year - 1)}
      </a>
      <a href={at(choice.year + 1)} rel="next">
        {t.next(choice.year + 1)}
      </a>
    </nav>
  )
}

/** The year wheel: the meetings and deadlines of a district, a municipality, a forum or a person. */
export const WheelPage = (props: WheelPageProps) => {
  const { asked, choice, events } = props
  const t = yearTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const isEmpty = events.meetings.length === 0 && events.deadlines.length === 0
  return (
    <Page frame={asked.frame} title={t.title(choice.year)} current="meetings">
      <PageHead
        title={t.title(choice.year)}
        lead={events.person === null ? t.lead : t.person(events.person)}
        actions={
          <>
            {asked.may('meetings.settings') && (
              <a href={withQuery(href(meetingPaths.freeDays), { aar: choice.year })}>{t.freeDays}</a>
            )}
            {asked.may('meetings.planYear') && (
              <a class="button button-secondary" href={href(meetingPaths.planYear)}>
                {t.planYear}
              </a>
            )}
          </>
        }
      />
      <EventFilter
        asked={asked}
        choice={choice}
        choices={events}
        path={meetingPaths.wheel}
        hidden={{}}
        first={<Field name="aar" label={t.year} value={String(choice.year)} inputmode="numeric" width="short" />}
      />
      <EventViews asked={asked} choice={choice} current="wheel" />
      <div class="sv-h sv-year-head">
        <YearSteps {...props} />
        <a href={href(meetingPaths.subscribe)}>{t.subscribe}</a>
      </div>
      {isEmpty ? (
        <Nothing {...props} />
      ) : (
        <div class="sv-cols is-wheel sv-gap">
          <figure class="sv-fig">
            <Wheel asked={asked} year={choice.year} events={events} />
            <figcaption>
              <WheelKey asked={asked} />
            </figcaption>
          </figure>
          <Tables {...props} />
        </div>
      )}
    </Page>
  )
}
