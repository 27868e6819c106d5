import { type Language, longDay } from '../../base/language.ts'
import { addDays, dayOf, daysBetween, type CalendarDay, type Clock } from '../../base/time.ts'
import type { Db } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { letterOf } from '../../mail/letter.ts'
import { queueMail } from '../../mail/outbox-store.ts'
import { programIdentity } from '../../people/actor.ts'
import { meetingPaths } from '../paths.ts'
import { listOwnedTasks, listQueuedKeys, type OwnedTask } from './follow-store.ts'
import { reminderDue } from './rules.ts'
import { noticeTexts } from './texts.ts'

export interface FollowParts {
  db: Db
  clock: Clock
  /** The public address of the program. */
  baseUrl: () => string
  /** False for an account that has been closed: it is told no more of what it could see. */
  isAccountOpen: (accountId: string) => Promise<boolean>
}

/** Where the receiver of a mail decides what they get; it is made their own when the mail is sent. */
export const settingsLink = (baseUrl: string, district: string, lang: Language) => ({
  href: `${baseUrl}/${district}${meetingPaths.noticeSettings}`,
  label: noticeTexts[lang].mail.settings,
})

/** What a task is called outside the program: its title only where it may be read there. */
export const outsideName = (task: Pick<OwnedTask, 'open' | 'title' | 'forumName'>, lang: Language): string => {
  const words = noticeTexts[lang].mail
  return task.open ? words.titled(task.title) : words.taskFrom(task.forumName)
}

/** "2 dage" of delay, or nothing. */
export const lateWords = (dueOn: CalendarDay, today: CalendarDay, lang: Language): string =>
  dueOn < today ? noticeTexts[lang].mail.days(daysBetween(dueOn, today)) : ''

const subjectOf = (task: OwnedTask, today: CalendarDay): string => {
  const words = noticeTexts[task.language].mail
  const left = daysBetween(today, task.dueOn)
  if (left < 0) return words.reminderLate(words.days(-left))
  return words.reminderBefore(left === 0 ? words.today : left === 1 ? words.tomorrow : words.inDays(left))
}

const reminderOf = (
  task: OwnedTask,
  today: CalendarDay,
  { baseUrl, district }: { baseUrl: string; district: string },
) => {
  const lang = task.language
  const words = noticeTexts[lang].mail
  const subject = subjectOf(task, today)
  return {
    subject,
    ...letterOf({
      lang,
      title: subject,
      paragraphs: [words.reminderWords(outsideName(task, lang), longDay(task.dueOn, lang)), words.reminderAsk],
      action: { href: `${baseUrl}/${district}${meetingPaths.task(task.id)}`, label: words.answer },
      settings: settingsLink(baseUrl, district, lang),
    }),
  }
}

/** Puts the reminders of a district that are due into the outbox, each once. Returns how many. */
export async function remindDistrict(
  { db, clock, baseUrl }: FollowParts,
  district: string,
  stopping?: AbortSignal,
): Promise<number> {
  const now = clock()
  const today = dayOf(now)
  const identity = programIdentity('Påmindelser', district)
  const due = await readAs(db, identity, async (trx) => {
    const tasks = await listOwnedTasks(trx, district, { dueBy: addDays(today, 7), today })
    const keyed = tasks.flatMap((task) => {
      const slot = reminderDue(task, today)
      return slot === null ? [] : [{ task, key: `reminder:${task.id}:${task.personId}:${slot}` }]
    })
    const queued = await listQueuedKeys(
      trx,
      district,
      keyed.map(({ key }) => key),
    )
    return keyed.filter(({ key }) => !queued.has(key))
  })
  let count = 0
  for (const { task, key } of due) {
    if (stopping?.aborted === true) break
    const { personId, forumId, name, address } = task
    const mail = { key, purpose: 'reminder', setting: 'reminders', forumId, personId, name, address } as const
    const letter = reminderOf(task, today, { baseUrl: baseUrl(), district })
    if (await transact(db, identity, now, (trx) => queueMail(trx, district, { ...mail, ...letter }))) count += 1
  }
  return count
}
