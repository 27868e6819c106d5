import type { Child } from 'hono/jsx'
import type { CalendarDay } from '../../base/time.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { withSeams } from './compounds.ts'
import type { Deadline } from './events.ts'
import { yearTexts } from './texts.ts'

/** A meeting or a deadline as a row of a list. */
export interface EventRow {
  day: CalendarDay
  /** `HH:MM`; empty for a deadline, which comes before the day's meetings. */
  time: string
  forumName: string
  what: string
  note: string
  state: string
  href: string
  meeting: Meeting | null
}

/** What a deadline asks for, in words. */
export const deadlineWords = ({ kind, forumName, title }: Deadline, asked: Asked): string => {
  const t = yearTexts[asked.lang].deadlines
  return kind === 'task' ? t.task(title) : t[kind](forumName)
}

/** A meeting's name in a list: its own title, or its forum; and beside it the other one and an unusual kind. */
export const meetingWordsOf = (meeting: Meeting, asked: Asked): { what: string; note: string } => {
  const kind = meeting.kind === 'ordinary' ? '' : meetingWords[asked.lang].kinds[meeting.kind]
  return meeting.title === ''
    ? { what: meeting.forumName, note: kind }
    : { what: meeting.title, note: [meeting.forumName, kind].filter((part) => part !== '').join(', ') }
}

const deadlineHref = ({ kind, id }: Deadline): string => {
  const to = {
    propose: meetingPaths.meeting,
    summon: meetingPaths.summons,
    approve: meetingPaths.minutes,
    task: meetingPaths.task,
  }
  return to[kind](id)
}

const stateOf = ({ kind, done, day }: Deadline, asked: Asked): string => {
  const t = yearTexts[asked.lang]
  if (done) return kind === 'propose' ? t.overState : t.keptState
  return day < asked.today ? t.lateState : t.dueState
}

/** Meetings and deadlines in the order of time. */
export function eventRows(
  { meetings, deadlines }: { meetings: readonly Meeting[]; deadlines: readonly Deadline[] },
  asked: Asked,
): EventRow[] {
  const states = meetingWords[asked.lang].states
  const rows: EventRow[] = [
    ...meetings.map((meeting) => ({
      day: meeting.onDay,
      time: meeting.starts,
      forumName: meeting.forumName,
      ...meetingWordsOf(meeting, asked),
      state: states[meeting.state],
      href: meetingPaths.meeting(meeting.id),
      meeting,
    })),
    ...deadlines.map((deadline) => ({
      day: deadline.day,
      time: '',
      forumName: deadline.forumName,
      what: deadlineWords(deadline, asked),
      note: deadline.kind === 'task' ? deadline.forumName : '',
      state: stateOf(deadline, asked),
      href: deadlineHref(deadline),
      meeting: null,
    })),
  ]
  return rows.toSorted((a, b) => {
    const [one, other] = [`${a.day}${a.time}`, `${b.day}${b.time}`]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

/** The row as a link with its note. */
export const EventLink = ({ asked, row }: { readonly asked: Asked; readonly row: EventRow }): Child => (
  <>
    <a href={inDistrict(asked.district, row.href)}>{withSeams(row.what)}</a>
    {row.note !== '' && <small>{withSeams(row.note)}</small>}
  </>
)
