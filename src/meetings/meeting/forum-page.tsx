import { foraPaths } from '../../fora/paths.ts'
import type { Child } from 'hono/jsx'
import { longDay, shortDay } from '../../base/language.ts'
import { yearOf } from '../../base/time.ts'
import { agreedNumber, type Cadence, cadenceFulfilment, cadenceInWords } from '../../fora/cadence/rules.ts'
import { Columns, Empty, PageHead, Rows, Section, State } from '../../web/blocks.tsx'
import { Pips } from '../../web/figures.tsx'
import { Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { stateSeen } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { forumMeetingTexts } from './forum-texts.ts'
import type { Meeting } from './meeting-store.ts'
import { meetingTexts } from './texts.ts'
import { nameInList, stateLooks } from './wording.ts'

interface ForumMeetingsProps {
  asked: Asked
  forum: { id: string; slug: string; name: string; active: boolean }
  year: number
  /** The years that have meetings the reader may see, and this one, the latest first. */
  years: readonly number[]
  /** The meetings of the year, in order. */
  meetings: readonly Meeting[]
  cadence: Cadence
  /** The days that count against the cadence this calendar year. */
  count: { held: number; planned: number; next: string | null }
  /** Sections of other rooms for the side column. */
  side?: Child
  /** Sections of other rooms under the meetings. */
  below?: Child
}

/** "3 af mindst 4, næste 12. december". */
const Standing = ({ asked, forum, cadence, count }: ForumMeetingsProps) => {
  const t = forumMeetingTexts[asked.lang]
  const { state, missing } = cadenceFulfilment(cadence, count.held, count.planned)
  const held =
    (cadence.min ?? cadence.max ?? 0) >= 1
      ? t.held(count.held, agreedNumber(cadence, asked.lang))
      : cadence.kind === 'asNeeded'
        ? t.asNeeded(count.held)
        : t.heldOnly(count.held)
  const next = count.next === null ? t.noNext : t.next(longDay(count.next, asked.lang))
  return (
    <Section id="aftalt" title={t.inYear(yearOf(asked.today))}>
      <p class="sv-big">
        {state !== 'notAssessable' && <Pips held={count.held} planned={count.planned} missing={missing} />}
        {`${held}, ${next}`}
      </p>
      {forum.active && (
        <p class="sv-sm">
          {state === 'missing' ? (
            <State kind="warn">{t.missing(missing)}</State>
          ) : state === 'notAssessable' ? (
            <State kind="none">{t.notAssessable}</State>
          ) : (
            <State kind="ok">{t.enough}</State>
          )}
        </p>
      )}
      <p class="sv-sm sv-2">
        {cadence.words === ''
          ? t.noCadence
          : t.cadence(cadence.kind === 'unparsed' ? cadence.words : cadenceInWords(cadence, asked.lang))}
      </p>
    </Section>
  )
}

const columnsOf = (asked: Asked): Column<Meeting>[] => {
  const t = forumMeetingTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return [
    {
      key: 'day',
      label: t.day,
      cell: (row) => (
        <>
          <a href={inDistrict(asked.district, meetingPaths.meeting(row.id))} aria-label={nameInList(row, asked.lang)}>
            {shortDay(row.onDay, asked.lang)}
          </a>
          <small>{words.at(row.starts, row.ends)}</small>
        </>
      ),
    },
    {
      key: 'kind',
      label: t.kind,
      cell: (row) => (
        <>
          {words.kinds[row.kind]}
          {row.title !== '' && <small>{row.title}</small>}
        </>
      ),
    },
    {
      key: 'state',
      label: t.state,
      cell: (row) => {
        const state = stateSeen(asked, row.state)
        return <State kind={stateLooks[state]}>{words.states[state]}</State>
      },
    },
    {
      key: 'number',
      label: t.number,
      cell: (row) => (row.number === null ? <span class="sv-2">{t.notGiven}</span> : String(row.number)),
    },
  ]
}

const Links = ({ asked, forum }: ForumMeetingsProps) => {
  const t = forumMeetingTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const scope = { forumId: forum.id }
  return (
    <Section id="om" title={t.about}>
      <Rows columns="one" small>
        <li>
          <a href={href(foraPaths.forum(forum.slug))}>{t.forum}</a>
        </li>
        <li>
          <a href={href(meetingPaths.orders(forum.slug))}>{t.orders}</a>
        </li>
        {asked.may('meetings.propose', scope) && (
          <li>
            <a href={href(meetingPaths.propose(forum.slug))}>{t.propose}</a>
          </li>
        )}
        {asked.may('meetings.run', scope) && (
          <li>
            <a href={href(meetingPaths.backlog(forum.slug))}>{t.backlog}</a>
          </li>
        )}
        <li>
          <a href={href(meetingPaths.forumCalendar(forum.slug))}>{t.subscribe}</a>
        </li>
      </Rows>
    </Section>
  )
}

/** The meetings of a forum by year, held against how often it is to meet. */
export const ForumMeetingsPage = (props: ForumMeetingsProps) => {
  const { asked, forum, year, years, meetings, side, below } = props
  const t = forumMeetingTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const here = href(meetingPaths.forumMeetings(forum.slug))
  const inCharge = asked.may('meetings.run', { forumId: forum.id })
  return (
    <Page
      frame={asked.frame}
      title={t.title(forum.name)}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: href(foraPaths.forum(forum.slug)), label: forum.name },
      ]}
    >
      <PageHead
        title={t.title(forum.name)}
        {...(inCharge && {
          actions: (
            <a class="button button-primary" href={withQuery(href(meetingPaths.create), { forum: forum.slug })}>
              {meetingTexts[asked.lang].create}
            </a>
          ),
        })}
      />
      <Columns>
        <div>
          <Views
            label={t.years}
            views={years.map((one) => ({
              label: String(one),
              href: withQuery(here, { aar: one === yearOf(asked.today) ? null : one }),
              current: one === year,
            }))}
          />
          {meetings.length === 0 ? (
            <Empty title={t.none(year)}>
              <p>{inCharge ? t.noneInCharge : t.noneReader}</p>
            </Empty>
          ) : (
            <Table caption={`${t.title(forum.name)}, ${String(year)}`} columns={columnsOf(asked)} rows={meetings} />
          )}
          {below}
        </div>
        <div>
          <Standing {...props} />
          {side}
          <Links {...props} />
        </div>
      </Columns>
    </Page>
  )
}
