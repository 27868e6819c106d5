import { shortDay } from '../../base/language.ts'
import { Empty, PageHead, State } from '../../web/blocks.tsx'
import { Checkbox, Field, Select } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { approvalTexts } from '../minutes/approval-texts.ts'
import { statesSeen } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { meetingKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { type MeetingRow, type MeetingsChoice, meetingViews, type MeetingsView } from './list-choice.ts'
import { meetingListTexts } from './list-texts.ts'
import { meetingTexts } from './texts.ts'
import { nameInList, stateLooks } from './wording.ts'

export const pageSize = 25

interface ListPageProps {
  asked: Asked
  choice: MeetingsChoice
  counts: Record<MeetingsView, number>
  rows: readonly MeetingRow[]
  page: number
  pages: number
  choices: { fora: readonly { id: string; name: string }[]; years: readonly number[] }
}

/** The query that stands for what the reader chose; the defaults are left out. */
const queryOf = ({ choice, page }: Pick<ListPageProps, 'choice' | 'page'>) => ({
  q: choice.words,
  forum: choice.forumId,
  aar: choice.year,
  art: choice.kind,
  tilstand: choice.state,
  mine: choice.own ? 'ja' : null,
  udvalg: choice.view === 'all' ? null : choice.view,
  sorter: choice.sort === 'next' ? null : choice.sort,
  omvendt: choice.descending ? 'ja' : null,
  side: page === 1 ? null : page,
})

const ListFilter = (props: ListPageProps) => {
  const { asked, choice, choices } = props
  const t = meetingListTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const { udvalg, sorter, omvendt, side: _, ...values } = queryOf(props)
  const hidden = Object.fromEntries(
    Object.entries({ udvalg, sorter, omvendt }).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return (
    <Filter
      action={inDistrict(asked.district, meetingPaths.list)}
      label={t.find}
      results="moeder"
      hidden={hidden}
      values={values}
      more={
        <details class="sv-more" open={choice.kind !== null || choice.own}>
          <summary>{t.more}</summary>
          <div>
            <Select
              name="art"
              label={t.kind}
              empty={t.allKinds}
              choices={meetingKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            />
            {asked.actor.fora.length > 0 && <Checkbox name="mine" label={t.own} />}
          </div>
        </details>
      }
    >
      <Field name="q" type="search" label={t.searchIn} width="full" />
      <Select
        name="forum"
        label={t.forum}
        empty={t.allFora}
        choices={choices.fora.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="aar"
        label={t.year}
        empty={t.allYears}
        choices={choices.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="tilstand"
        label={t.state}
        empty={t.allStates}
        choices={[...statesSeen(asked), 'cancelled' as const].map((state) => ({
          value: state,
          label: words.states[state],
        }))}
      />
    </Filter>
  )
}

/** Short words that stay on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0').replace('–', '\u2060–\u2060')

const columnsOf = ({ asked }: ListPageProps): Column<MeetingRow>[] => {
  const t = meetingListTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return [
    {
      key: 'day',
      label: t.columns.day,
      sortable: true,
      cell: (row) => (
        <>
          <a href={inDistrict(asked.district, meetingPaths.meeting(row.id))} aria-label={nameInList(row, asked.lang)}>
            {unbroken(shortDay(row.onDay, asked.lang))}
          </a>
          <small>{unbroken(words.at(row.starts, row.ends))}</small>
        </>
      ),
    },
    {
      key: 'forum',
      label: t.columns.forum,
      sortable: true,
      cell: (row) =>
        row.title === '' ? (
          <>
            {row.forumName}
            <small>{words.kinds[row.kind]}</small>
          </>
        ) : (
          <>
            {row.title}
            <small>{t.inForum(row.forumName, words.kinds[row.kind])}</small>
          </>
        ),
    },
    {
      key: 'state',
      label: t.columns.state,
      sortable: true,
      cell: (row) => <State kind={stateLooks[row.state]}>{words.states[row.state]}</State>,
    },
    {
      key: 'number',
      label: t.columns.number,
      sortable: true,
      cell: (row) =>
        row.number === null ? (
          <span class="sv-2">{unbroken(row.state === 'draft' ? t.noNumber : t.noneGiven)}</span>
        ) : (
          String(row.number)
        ),
    },
    { key: 'openness', label: t.columns.openness, cell: (row) => unbroken(words.openness[row.openness]) },
    {
      key: 'place',
      label: t.columns.place,
      sortable: true,
      cell: (row) => (row.place === '' ? <span class="sv-2">{t.noPlace}</span> : row.place),
    },
  ]
}

const hasFilter = ({ choice }: ListPageProps): boolean =>
  choice.words !== '' ||
  choice.forumId !== null ||
  choice.year !== null ||
  choice.kind !== null ||
  choice.state !== null ||
  choice.own ||
  choice.view !== 'all'

const NothingToShow = (props: ListPageProps) => {
  const { asked } = props
  const t = meetingListTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  if (hasFilter(props))
    return (
      <Empty title={t.noneFound} actions={<a href={href(meetingPaths.list)}>{t.showAll}</a>}>
        <p>{t.noneFoundText}</p>
      </Empty>
    )
  if (!asked.may('meetings.run'))
    return (
      <Empty title={t.emptyTitle}>
        <p>{t.emptyReader}</p>
      </Empty>
    )
  return (
    <Empty
      title={t.emptyTitle}
      actions={
        <>
          <a class="button button-primary" href={href(meetingPaths.create)}>
            {meetingTexts[asked.lang].create}
          </a>
          {asked.may('meetings.planYear') && <a href={href(meetingPaths.planYear)}>{t.planYear}</a>}
        </>
      }
    >
      <p>{t.emptyInCharge}</p>
    </Empty>
  )
}

const Selections = (props: ListPageProps) => {
  const { asked, choice, counts } = props
  const t = meetingListTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Views
      label={t.viewsLabel}
      views={[
        ...meetingViews
          .filter((view) => view === 'all' || view === choice.view || counts[view] > 0)
          .map((view) => ({
            label: t.views[view],
            count: counts[view],
            href: withQuery(href(meetingPaths.list), {
              ...queryOf({ ...props, page: 1 }),
              udvalg: view === 'all' ? null : view,
            }),
            current: view === choice.view,
          })),
      ]}
    />
  )
}

/** The other ways to look at meetings, and what comes of them. */
const WaysOn = ({ asked }: { asked: Asked }) => {
  const t = meetingListTexts[asked.lang]
  const ways = [
    { label: t.asWheel, path: meetingPaths.wheel },
    { label: t.asCalendar, path: meetingPaths.calendar },
    { label: t.decisions, path: meetingPaths.decisions },
    ...(asked.may('meetings.propose') ? [{ label: t.proposals, path: meetingPaths.proposals }] : []),
    ...(asked.may('overview.see')
      ? [{ label: approvalTexts[asked.lang].overview.title, path: meetingPaths.allMinutes }]
      : []),
    ...(asked.may('meetings.settings')
      ? [
          { label: t.orders, path: meetingPaths.allOrders },
          { label: t.grounds, path: meetingPaths.grounds },
        ]
      : []),
  ]
  return (
    <nav class="sv-ways" aria-label={t.waysLabel}>
      <ul class="sv-row nobullet-list no-max-width">
        {ways.map(({ label, path }) => (
          <li>
            <a href={inDistrict(asked.district, path)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Found = (props: ListPageProps) => {
  const { asked, choice, counts, rows, page, pages } = props
  const t = meetingListTexts[asked.lang]
  const here = inDistrict(asked.district, meetingPaths.list)
  const all = counts[choice.view]
  const from = (page - 1) * pageSize
  if (rows.length === 0) return <NothingToShow {...props} />
  return (
    <>
      <p class="sv-sm sv-2">
        {t.download(all)} <a href={withQuery(`${here}.csv`, queryOf({ ...props, page: 1 }))}>{t.csv}</a>,{' '}
        <a href={withQuery(`${here}.xlsx`, queryOf({ ...props, page: 1 }))}>{t.xlsx}</a>
      </p>
      <Table
        caption={t.caption(from + 1, from + rows.length, all, t.sortings[choice.sort])}
        columns={columnsOf(props)}
        rows={rows}
        sort={{
          key: choice.sort,
          descending: choice.descending,
          href: (key, descending) =>
            withQuery(here, {
              ...queryOf({ ...props, page: 1 }),
              sorter: key,
              omvendt: descending ? 'ja' : null,
            }),
        }}
      />
      <Pager page={page} pages={pages} href={(number) => withQuery(here, queryOf({ ...props, page: number }))} />
    </>
  )
}

/** All meetings that the reader may know of: filter, ready-made selections, export and pages. */
export const MeetingListPage = (props: ListPageProps) => {
  const { asked, counts, choice } = props
  const title = meetingWords[asked.lang].meetings
  const t = meetingListTexts[asked.lang]
  return (
    <Page frame={asked.frame} title={title} current="meetings">
      <PageHead
        title={title}
        lead={t.lead(counts.all)}
        {...(asked.may('meetings.run') && {
          actions: (
            <a class="button button-primary" href={inDistrict(asked.district, meetingPaths.create)}>
              {meetingTexts[asked.lang].create}
            </a>
          ),
        })}
      />
      <WaysOn asked={asked} />
      <ListFilter {...props} />
      <Results id="moeder" said={t.said(counts[choice.view])}>
        <Selections {...props} />
        <Found {...props} />
      </Results>
    </Page>
  )
}
