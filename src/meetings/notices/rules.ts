import { addDays, type CalendarDay, dayOf } from '../../base/time.ts'
import type { NoticeKind } from '../../notices/notices-store.ts'
import { isReminderDay } from '../tasks/rules.ts'

/** The kinds of notices as a reader chooses between them. */
export const noticeGroups = ['meetings', 'proposals', 'minutes', 'tasks', 'offices'] as const
export type NoticeGroup = (typeof noticeGroups)[number]

export const groupOf: Readonly<Record<NoticeKind, NoticeGroup>> = {
  summoned: 'meetings',
  meetingChanged: 'meetings',
  meetingCancelled: 'meetings',
  deputyAsked: 'meetings',
  proposalReceived: 'proposals',
  proposalAnswered: 'proposals',
  minutesCirculated: 'minutes',
  minutesCommented: 'minutes',
  minutesApproved: 'minutes',
  taskGiven: 'tasks',
  taskAnswered: 'tasks',
  taskHandedOver: 'tasks',
  officeTakenOver: 'offices',
}

/** From this hour of the Danish morning on mails of this kind are sent. */
const morning = 7

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

const wallOf = (now: Date): { weekday: string; hour: number } => {
  const parts = new Map(clockFormat.formatToParts(now).map(({ type, value }) => [type, value]))
  return { weekday: parts.get('weekday') ?? '', hour: Number(parts.get('hour')) }
}

/** True on a weekday in Denmark once the morning has come: not at night, not at the weekend. */
export function isMailTime(now: Date): boolean {
  const { weekday, hour } = wallOf(now)
  return weekday !== 'Sat' && weekday !== 'Sun' && hour >= morning
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The day that a digest belongs to: each day for itself, or the Monday of the week. The same day means the same digest. */
export const digestDay = (digest: 'daily' | 'weekly', now: Date): CalendarDay =>
  digest === 'daily' ? dayOf(now) : addDays(dayOf(now), -weekdays.indexOf(wallOf(now).weekday))

const daysBack = 3

/**
 * The reminder that is due: the latest day on which one is to be sent, when that is today or was while mails wait for a
 * weekday or the program stood still. Null when there is none, or the task was made after it.
 */
export function reminderDue(task: { dueOn: CalendarDay; madeOn: CalendarDay }, today: CalendarDay): CalendarDay | null {
  for (let back = 0; back <= daysBack; back += 1) {
    const slot = addDays(today, -back)
    if (slot < task.madeOn) return null
    if (isReminderDay(task.dueOn, slot)) return slot
  }
  return null
}
