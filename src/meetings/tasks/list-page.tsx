import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { type Named, type TaskChoice, type TaskCounts, taskPeriods } from './choice.ts'
import { taskStates, taskViews } from './rules.ts'
import type { Task } from './task-store.ts'
import { taskTexts } from './texts.ts'
import { dueWords, meetingInForumOf, OwnerName, TaskStanding } from './wording.tsx'

interface TaskListProps {
  asked: Asked
  choice: TaskChoice
  rows: readonly Task[]
  counts: TaskCounts & { everything: number }
  fora: readonly Named[]
  owners: readonly Named[]
  page: number
  pages: number
}

/** The query that stands for what the reader chose; the defaults are left out. */
const queryOf = ({ choice, page }: Pick<TaskListProps, 'choice' | 'page'>) => ({
  q: choice.words,
  forum: choice.forumId,
  ansvarlig: choice.ownerId,
  status: choice.state,
  frist: choice.period,
  udvalg: choice.view === 'open' ? null : choice.view,
  sorter: choice.sort === 'due' ? null : choice.sort,
  omvendt: choice.descending ? 'ja' : null,
  side: page === 1 ? null : page,
})

const SmallLine = ({ words }: { words: string | null }) => (words === null ? null : <small>{words}</small>)

const columnsOf = (asked: Asked): Column<Task>[] => {
  const t = taskTexts[asked.lang]
  return [
    {
      key: 'title',
      label: t.columns.what,
      sortable: true,
      cell: (task) => (
        <>
          <a href={inDistrict(asked.district, meetingPaths.task(task.id))}>{task.title}</a>
          <SmallLine words={meetingInForumOf(task, asked.lang)} />
        </>
      ),
    },
    { key: 'forum', label: t.columns.forum, sortable: true, cell: (task) => task.forumName },
    { key: 'owner', label: t.columns.who, sortable: true, cell: (task) => <OwnerName asked={asked} task={task} /> },
    {
      key: 'due',
      label: t.columns.due,
      sortable: true,
      cell: (task) => <span class="sv-nw">{dueWords(task.dueOn, asked.lang)}</span>,
    },
    {
      key: 'state',
      label: t.columns.state,
      sortable: true,
      cell: (task) => <TaskStanding asked={asked} task={task} />,
    },
  ]
}

const TaskFilter = (props: TaskListProps) => {
  const { asked, choice, fora, owners } = props
  const t = taskTexts[asked.lang]
  const { udvalg, sorter, omvendt } = queryOf(props)
  const hidden = Object.fromEntries(
    Object.entries({ udvalg, sorter, omvendt }).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  const choicesOf = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Filter
      action={inDistrict(asked.district, meetingPaths.tasks)}
      label={t.find}
      results="opgaver"
      hidden={hidden}
      values={{
        q: choice.words,
        forum: choice.forumId,
        ansvarlig: choice.ownerId,
        status: choice.state,
        frist: choice.period,
      }}
    >
      <Field name="q" type="search" label={t.words} width="full" />
      <Select name="forum" label={t.forum} empty={t.allFora} choices={choicesOf(fora)} />
      <Select name="ansvarlig" label={t.owner} empty={t.anyOwner} choices={choicesOf(owners)} />
      <Select
        name="status"
        label={t.state}
        empty={t.anyState}
        choices={taskStates.map((state) => ({ value: state, label: t.states[state] }))}
      />
      <Select
        name="frist"
        label={t.period}
        empty={t.anyPeriod}
        choices={taskPeriods.map((period) => ({ value: period, label: t.periods[period] }))}
      />
    </Filter>
  )
}

const NothingToShow = ({ asked, counts }: TaskListProps) => {
  const t = taskTexts[asked.lang]
  if (counts.everything > 0)
    return (
      <Empty
        title={t.noneFound}
        actions={<a href={inDistrict(asked.district, `${meetingPaths.tasks}?udvalg=all`)}>{t.showAll}</a>}
      >
        <p>{t.noneFoundText}</p>
      </Empty>
    )
  return (
    <Empty title={t.empty} actions={<a href={inDistrict(asked.district, meetingPaths.list)}>{t.toMeetings}</a>}>
      <p>{asked.may('meetings.run') ? t.emptyText : t.emptyReader}</p>
    </Empty>
  )
}

/** The register of action points the reader may see. */
export const TaskListPage = (props: TaskListProps) => {
  const { asked, choice, rows, counts, page, pages } = props
  const t = taskTexts[asked.lang]
  const here = inDistrict(asked.district, meetingPaths.tasks)
  const query = queryOf(props)
  const offered = taskViews.filter((view) => view !== 'mine' || asked.actor.personId !== null)
  return (
    <Page frame={asked.frame} title={t.tasks} current="tasks">
      <PageHead title={t.tasks} lead={t.lead} />
      <TaskFilter {...props} />
      <Results id="opgaver" said={t.count(counts[choice.view])}>
        <Views
          label={t.viewsLabel}
          views={offered.map((view) => ({
            label: t.views[view],
            count: counts[view],
            href: withQuery(here, { ...query, side: null, udvalg: view === 'open' ? null : view }),
            current: view === choice.view,
          }))}
        />
        {rows.length === 0 ? (
          <NothingToShow {...props} />
        ) : (
          <>
            <Table
              caption={`${t.tasks}: ${t.views[choice.view]}`}
              captionHidden
              columns={columnsOf(asked)}
              rows={rows}
              sort={{
                key: choice.sort,
                descending: choice.descending,
                href: (sorter, reversed) =>
                  withQuery(here, {
                    ...query,
                    sorter: sorter === 'due' ? null : sorter,
                    omvendt: reversed ? 'ja' : null,
                    side: null,
                  }),
              }}
            />
            <Pager page={page} pages={pages} href={(side) => withQuery(here, { ...query, side })} />
            <p class="sv-sm sv-2">
              {t.download} <a href={withQuery(`${here}.csv`, { ...query, side: null })}>CSV</a>,{' '}
              <a href={withQuery(`${here}.xlsx`, { ...query, side: null })}>Excel</a>
            </p>
          </>
        )}
      </Results>
    </Page>
  )
}
