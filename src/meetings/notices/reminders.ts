import { longDay } from '../../base/language.ts'
import { addDays, dayOf, daysBetween, type CalendarDay, type Clock } from '../../base/time.ts'
import type { Db } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { letterOf } from '../../mail/letter.ts'
import { queueMail } from '../../mail/outbox-store.ts'
import { preferenceOf } from '../../notices/preferences-store.ts'
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

/** Mails are in Danish: what language a person reads is not known outside the program. */
export const mailLanguage = 'da'
const words = noticeTexts[mailLanguage].mail

/** Where a person's own settings are opened from a mail. */
export const settingsLink = (baseUrl: string, district: string, secret: string) => ({
  href: `${baseUrl}/${district}${meetingPaths.noticeSettings}?noegle=${secret}`,
  label: words.settings,
})

/** What a task is called outside the program: its title only where its item is open. */
export const outsideName = (task: Pick<OwnedTask, 'open' | 'title' | 'forumName'>): string =>
  task.open ? words.titled(task.title) : words.taskFrom(task.forumName)

/** "2 dage" of delay, or nothing. */
export const lateWords = (dueOn: CalendarDay, today: CalendarDay): string =>
  dueOn < today ? words.days(daysBetween(dueOn, today)) : ''

const subjectOf = (task: OwnedTask, today: CalendarDay): string => {
  const left = daysBetween(today, task.dueOn)
  if (left < 0) return words.reminderLate(words.days(-left))
  return words.reminderBefore(left === 0 ? words.today : left === 1 ? words.tomorrow : words.inDays(left))
}

const reminderOf = (
  task: OwnedTask,
  today: CalendarDay,
  links: { task: string; settings: { href: string; label: string } },
) => {
  const subject = subjectOf(task, today)
  return {
    subject,
    ...letterOf({
      lang: mailLanguage,
      title: subject,
      paragraphs: [words.reminderWords(outsideName(task), longDay(task.dueOn, mailLanguage)), words.reminderAsk],
      action: { href: links.task, label: words.answer },
      settings: links.settings,
    }),
  }
}

/** Puts the reminders of a district that are due into the outbox, each once. Returns how many. */
export async function remindDistrict({ db, clock, baseUrl }: FollowParts, district: string): Promise<number> {
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
    const isNew = await transact(db, identity, now, async (trx) => {
      const { secret } = await preferenceOf(trx, district, task.personId)
      const mail = reminderOf(task, today, {
        task: `${baseUrl()}/${district}${meetingPaths.task(task.id)}`,
        settings: settingsLink(baseUrl(), district, secret),
      })
      const { personId, forumId, name, address } = task
      return queueMail(trx, district, { key, purpose: 'reminder', forumId, personId, name, address, ...mail })
    })
    if (isNew) count += 1
  }
  return count
}
