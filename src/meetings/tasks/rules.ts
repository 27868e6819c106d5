import { type CalendarDay, daysBetween, parseDay } from '../../base/time.ts'

/** What its owner has said of an action point. That it is late is never said, but worked out. */
export const taskStates = ['notBegun', 'onTrack', 'atRisk', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

/** Exactly one owner: a person, or an office whoever holds it. */
export type TaskOwner =
  | { ownerPersonId: string; ownerOfficeId?: null | undefined }
  | { ownerOfficeId: string; ownerPersonId?: null | undefined }

interface Dated {
  state: TaskState
  dueOn: string
}

/** True until somebody has said that it is done or given up. */
export const isOpenTask = ({ state }: Pick<Dated, 'state'>): boolean => state !== 'done' && state !== 'dropped'

/** Whole days past the deadline; 0 on the day itself, and for what is finished. */
export function daysLate(task: Dated, today: CalendarDay): number {
  const due = parseDay(task.dueOn)
  return due === null || !isOpenTask(task) ? 0 : Math.max(0, daysBetween(due, today))
}

/** Ready-made selections of the register. */
export const taskViews = ['open', 'mine', 'late', 'month', 'done', 'all'] as const
export type TaskView = (typeof taskViews)[number]

export const taskSortings = ['due', 'title', 'forum', 'owner', 'state'] as const
export type TaskSorting = (typeof taskSortings)[number]

/** What the owner can say with one click. `own` is in the owner's own words. */
export const readyPhrases = ['nothingNew', 'asPlanned', 'waiting', 'needsHelp', 'finished', 'own'] as const
export type ReadyPhrase = (typeof readyPhrases)[number]

/** True when the owner must write themselves: their own words, and why something is given up. */
export const needsWords = (state: TaskState, phrase: ReadyPhrase): boolean => phrase === 'own' || state === 'dropped'

/** Days before the deadline on which the owner is reminded. */
const daysBefore = [7, 1]

/**
 * True when an owner is to be reminded on a day: a week and a day before the deadline, on the day after it, and then
 * every week while it is late.
 */
export function isReminderDay(dueOn: CalendarDay, today: CalendarDay): boolean {
  const left = daysBetween(today, dueOn)
  return daysBefore.includes(left) || (left < 0 && (-left - 1) % 7 === 0)
}
