import { Empty, PageHead, State } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { approvalTexts } from './approval-texts.ts'
import { medianWords } from './medians.tsx'
import type { ForumMedians } from './median-store.ts'
import type { OverviewChoice, selectMedians } from './overview-rules.ts'
import { lateAfterDays } from './rules.ts'

interface OverviewPageProps {
  asked: Asked
  choice: OverviewChoice
  found: ReturnType<typeof selectMedians>
  /** Fora before any filter. */
  total: number
}

const queryOf = ({ view, words, sort, descending }: OverviewChoice) => ({
  q: words,
  udvalg: view === 'all' ? null : view,
  sorter: sort === 'forum' ? null : sort,
  omvendt: descending ? 'ja' : null,
})

const columnsOf = (asked: Asked): Column<ForumMedians>[] => {
  const t = approvalTexts[asked.lang].overview
  return [
    {
      key: 'forum',
      label: t.forum,
      sortable: true,
      cell: (row) => <a href={inDistrict(asked.district, meetingPaths.forumMeetings(row.slug))}>{row.name}</a>,
    },
    { key: 'held', label: t.held, sortable: true, numeric: true, cell: (row) => row.held },
    {
      key: 'late',
      label: t.late,
      sortable: true,
      numeric: true,
      cell: (row) => (row.late === 0 ? 0 : <State kind="bad">{row.late}</State>),
    },
    {
      key: 'circulated',
      label: t.circulated,
      sortable: true,
      numeric: true,
      cell: (row) => medianWords(row.circulated, asked.lang),
    },
    {
      key: 'published',
      label: t.published,
      sortable: true,
      numeric: true,
      cell: (row) => medianWords(row.published, asked.lang),
    },
  ]
}

const Found = ({ asked, choice, found }: OverviewPageProps) => {
  const t = approvalTexts[asked.lang].overview
  const here = inDistrict(asked.district, meetingPaths.allMinutes)
  const query = queryOf(choice)
  return (
    <>
      <p class="sv-sm sv-2">
        {t.lateHint(lateAfterDays)} {t.download} <a href={withQuery(`${here}.csv`, query)}>CSV</a>,{' '}
        <a href={withQuery(`${here}.xlsx`, query)}>Excel</a>.
      </p>
      <Table
        caption={`${t.caption(found.rows.length)}. ${t.days}`}
        columns={columnsOf(asked)}
        rows={found.rows}
        sort={{
          key: choice.sort,
          descending: choice.descending,
          href: (key, descending) =>
            withQuery(here, { ...query, sorter: key === 'forum' ? null : key, omvendt: descending ? 'ja' : null }),
        }}
      />
    </>
  )
}

/** How the minutes of all fora stand: meetings held, minutes missing, and how long they take. */
export const MinutesOverviewPage = (props: OverviewPageProps) => {
  const { asked, choice, found, total } = props
  const t = approvalTexts[asked.lang].overview
  const here = inDistrict(asked.district, meetingPaths.allMinutes)
  return (
    <Page
      frame={asked.frame}
      title={t.title}
      current="meetings"
      crumbs={[{ href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings }]}
    >
      <PageHead title={t.title} lead={t.lead} />
      <Filter
        action={here}
        label={t.find}
        results="referater"
        hidden={{
          ...(choice.view === 'late' && { udvalg: 'late' }),
          ...(choice.sort !== 'forum' && { sorter: choice.sort }),
          ...(choice.descending && { omvendt: 'ja' }),
        }}
        values={{ q: choice.words }}
      >
        <Field name="q" type="search" label={t.search} width="full" />
      </Filter>
      <Results id="referater" said={t.caption(found.rows.length)}>
        <Views
          label={t.viewsLabel}
          views={(['all', 'late'] as const).map((view) => ({
            label: t.views[view],
            count: found.counts[view],
            href: withQuery(here, queryOf({ ...choice, view })),
            current: view === choice.view,
          }))}
        />
        {total === 0 ? (
          <Empty title={t.empty}>
            <p>{t.emptyText}</p>
          </Empty>
        ) : found.rows.length === 0 ? (
          <Empty title={t.none} actions={<a href={here}>{t.all}</a>} />
        ) : (
          <Found {...props} />
        )}
      </Results>
    </Page>
  )
}
