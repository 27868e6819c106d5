import { Section } from '../../web/blocks.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { daysLate } from './rules.ts'
import type { Task } from './task-store.ts'
import { taskTexts } from './texts.ts'
import { dueWords, meetingNameOf, OwnerName, TaskStanding } from './wording.tsx'

interface TasksSectionProps {
  asked: Asked
  tasks: readonly Task[]
  /** True on a page that is not one meeting's own, where each says which meeting it came from. */
  ofMany?: boolean
  title?: string
  /** Id of the heading, where a page has several. */
  id?: string
}

const columnsOf = (asked: Asked, ofMany: boolean): Column<Task>[] => {
  const t = taskTexts[asked.lang]
  return [
    {
      key: 'what',
      label: t.columns.what,
      cell: (task) => (
        <>
          <a href={inDistrict(asked.district, meetingPaths.task(task.id))}>{task.title}</a>
          {ofMany
            ? meetingNameOf(task, asked.lang) !== null && <small>{meetingNameOf(task, asked.lang)}</small>
            : task.itemNumber !== null && <small>{t.itemOf(task.itemNumber)}</small>}
        </>
      ),
    },
    { key: 'who', label: t.columns.who, cell: (task) => <OwnerName asked={asked} task={task} /> },
    {
      key: 'due',
      label: t.columns.due,
      cell: (task) => <span class="sv-nw">{dueWords(task.dueOn, asked.lang)}</span>,
    },
    { key: 'state', label: t.columns.state, cell: (task) => <TaskStanding asked={asked} task={task} /> },
  ]
}

/** The action points of a meeting or a forum, under their own heading. Nothing when there are none. */
export const TasksSection = ({ asked, tasks, ofMany = false, title, id = 'opfoelgning' }: TasksSectionProps) => {
  const t = taskTexts[asked.lang]
  if (tasks.length === 0) return null
  const late = tasks.filter((task) => daysLate(task, asked.today) > 0).length
  const heading = title ?? t.actionPoints
  return (
    <Section id={id} title={heading} count={t.countLate(tasks.length, late)}>
      <Table caption={heading} captionHidden columns={columnsOf(asked, ofMany)} rows={tasks} />
    </Section>
  )
}
