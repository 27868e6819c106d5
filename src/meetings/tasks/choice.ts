import type { TaskSorting, TaskState, TaskView } from './rules.ts'

export const taskPeriods = ['week', 'month', 'year', 'lastYear'] as const
export type TaskPeriod = (typeof taskPeriods)[number]

/** What the reader chose to see. */
export interface TaskChoice {
  view: TaskView
  words: string
  forumId: string | null
  /** A person or an office. */
  ownerId: string | null
  state: TaskState | null
  period: TaskPeriod | null
  sort: TaskSorting
  descending: boolean
}

/** How many each ready-made selection holds. */
export type TaskCounts = Record<TaskView, number>

/** Something to choose in a filter. */
export interface Named {
  id: string
  name: string
}
