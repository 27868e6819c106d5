import { addDays, type CalendarDay, dayOf } from '../../base/time.ts'
import type { MailSetting } from '../../mail/outbox-store.ts'
import type { NoticeKind } from '../../notices/notices-store.ts'
import type { Preference } from '../../notices/preferences-store.ts'
import { isReminderDay } from '../tasks/rules.ts'
import { mondayOf, weekdayOf } from '../year/days.ts'
import { holidaysOf } from '../year/holidays.ts'

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
  itemReceived: 'proposals',
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

const hourFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** True on a day when people are at work: no weekend, no public holiday, and none of the days on which nobody calls a meeting. */
const isWorkingDay = (day: CalendarDay): boolean =>
  weekdayOf(day) <= 5 && !holidaysOf(Number(day.slice(0, 4))).some((holiday) => holiday.day === day)

/** True on a working day in Denmark once the morning has come. */
export const isMailTime = (now: Date): boolean => isWorkingDay(dayOf(now)) && Number(hourFormat.format(now)) >= morning

/** The day that a digest belongs to: each day for itself, or the Monday of the week. The same day means the same digest. */
export const digestDay = (digest: 'daily' | 'weekly', now: Date): CalendarDay =>
  digest === 'daily' ? dayOf(now) : mondayOf(dayOf(now))

/** As many as mails wait at Easter, from Maundy Thursday to the Tuesday after. */
const daysBack = 5

/**
 * The reminder that is due: the latest day on which one is to be sent, when that is today or was while mails wait for a
 * working day or the program stood still. Null when there is none, or the task was made after it.
 */
export function reminderDue(task: { dueOn: CalendarDay; madeOn: CalendarDay }, today: CalendarDay): CalendarDay | null {
  for (let back = 0; back <= daysBack; back += 1) {
    const slot = addDays(today, -back)
    if (slot < task.madeOn) return null
    if (isReminderDay(task.dueOn, slot)) return slot
  }
  return null
}

/** What a mail program posts to turn mails off with one click (RFC 8058). */
export const oneClick = { 'List-Unsubscribe': 'One-Click' } as const

/** True when a person gets no mail of a kind. */
export const isOff = (
  { digest, reminders }: Pick<Preference, 'digest' | 'reminders'>,
  setting: MailSetting,
): boolean => (setting === 'digest' ? digest === 'none' : !reminders)
