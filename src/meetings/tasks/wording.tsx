import { shortDay } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { State, type StateKind } from '../../web/blocks.tsx'
import type { Asked } from '../../web/request.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { daysLate, type TaskState } from './rules.ts'
import type { Task } from './task-store.ts'
import { taskTexts } from './texts.ts'

const kinds: Record<TaskState, StateKind> = {
  notBegun: 'todo',
  onTrack: 'way',
  atRisk: 'warn',
  done: 'ok',
  dropped: 'none',
}

/** The state as its owner said it. */
export const SaidState = ({ asked, state }: { asked: Asked; state: TaskState }) => (
  <State kind={kinds[state]}>{taskTexts[asked.lang].states[state]}</State>
)

interface InCell {
  asked: Asked
  /** True where it stands in a sentence; else what follows stands on a line of its own. */
  inline?: boolean
}

const After = ({ inline, words }: { inline: boolean; words: string }) =>
  inline ? <span class="sv-2">, {words}</span> : <small>{words}</small>

/** Where an action point stands: late when it is, whatever was said; else what was said. */
export const TaskStanding = ({ asked, task, inline = false }: InCell & { task: Pick<Task, 'state' | 'dueOn'> }) => {
  const t = taskTexts[asked.lang]
  const late = daysLate(task, asked.today)
  if (late === 0) return <SaidState asked={asked} state={task.state} />
  return (
    <>
      <State kind="bad">{t.late(late)}</State>
      {(inline || task.state === 'atRisk') && (
        <After inline={inline} words={inline ? t.states[task.state].toLowerCase() : t.states[task.state]} />
      )}
    </>
  )
}

/** The owner by name, with who holds the office today. */
export const OwnerName = ({
  asked,
  task,
  inline = false,
}: InCell & { task: Pick<Task, 'ownerName' | 'ownerOfficeId' | 'holderName'> }) => {
  const t = taskTexts[asked.lang]
  return (
    <>
      {task.ownerName ?? t.someone}
      {task.ownerOfficeId !== null && asked.may('persons.see') && (
        <After inline={inline} words={task.holderName ?? t.nobodyHolds} />
      )}
    </>
  )
}

/** The meeting it came from, by name; null where the reader may not see it. */
export const meetingNameOf = (
  task: Pick<Task, 'forumName' | 'meetingDay' | 'meetingTitle'>,
  lang: Asked['lang'],
): string | null =>
  task.meetingDay === null || task.meetingTitle === null
    ? null
    : nameOfMeeting({ title: task.meetingTitle, forumName: task.forumName ?? '', onDay: task.meetingDay }, lang)

/** The same beside the forum's name, which is then not said twice. */
export const meetingInForumOf = (task: Parameters<typeof meetingNameOf>[0], lang: Asked['lang']): string | null =>
  task.meetingDay !== null && task.meetingTitle === ''
    ? taskTexts[lang].meetingOn(shortDay(task.meetingDay, lang))
    : meetingNameOf(task, lang)

export const dueWords = (day: CalendarDay, lang: Asked['lang']): string => shortDay(day, lang)
