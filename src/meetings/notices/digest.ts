import { type Language, longDay, shortDay } from '../../base/language.ts'
import { addDays, type CalendarDay, dayOf } from '../../base/time.ts'
import { readAs, transact } from '../../db/tx.ts'
import { seatsOfAccount } from '../../fora/seats/roles-store.ts'
import { letterOf } from '../../mail/letter.ts'
import { queueMail } from '../../mail/outbox-store.ts'
import { noteDigest } from '../../notices/preferences-store.ts'
import { identityOf, programIdentity } from '../../people/actor.ts'
import { findActor } from '../../people/actor-store.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import {
  type ComingMeeting,
  type DigestReader,
  listComingMeetings,
  listDigestReaders,
  listOwnedTasks,
  type OwnedTask,
} from './follow-store.ts'
import { listUntold, type Notice } from './notice-list-store.ts'
import { type FollowParts, lateWords, outsideName, settingsLink } from './reminders.ts'
import { digestDay } from './rules.ts'
import { noticeTexts } from './texts.ts'

const mostOfEach = 10
const readersAtOnce = 100

interface News {
  notices: readonly Notice[]
  meetings: readonly ComingMeeting[]
  tasks: readonly OwnedTask[]
}

const nothing: News = { notices: [], meetings: [], tasks: [] }

/** What a person is to hear, decided with that person's own identity; the tasks are theirs by ownership. */
async function gather({ db, clock }: FollowParts, district: string, reader: DigestReader): Promise<News> {
  const today = dayOf(clock())
  const program = programIdentity('Samlet mail', district)
  const { actor, tasks } = await readAs(db, program, async (trx) => ({
    actor: await findActor(
      trx,
      { accountId: reader.accountId, name: reader.name },
      { district, on: today, requestId: '' },
      seatsOfAccount,
    ),
    tasks: await listOwnedTasks(trx, district, { dueBy: addDays(today, 30), today, personId: reader.personId }),
  }))
  return readAs(db, identityOf(actor), async (trx) => ({
    notices: await listUntold(trx, district, reader.personId),
    meetings: await listComingMeetings(trx, district, reader.personId, { from: today, to: addDays(today, 14) }),
    tasks,
  }))
}

/** A weekly digest tells of anything there is; a daily one is worth a mail only when something is new or near. */
const isWorthAMail = ({ notices, meetings, tasks }: News, digest: 'daily' | 'weekly', tomorrow: string): boolean =>
  notices.length > 0 ||
  (digest === 'weekly' ? meetings.length + tasks.length > 0 : meetings.some(({ onDay }) => onDay <= tomorrow))

/** Forum and day only: neither the title of an item nor a name leaves the program. */
const noticeLine = ({ kind, forumName, meetingDay }: Notice, lang: Language): string =>
  noticeTexts[lang].about(
    noticeTexts[lang].kinds[kind],
    [forumName ?? '', meetingDay === null ? '' : shortDay(meetingDay, lang)].filter((part) => part !== '').join(' '),
  )

const paragraph = (heading: string, lines: readonly string[], lang: Language): string[] =>
  lines.length === 0
    ? []
    : [
        [
          heading,
          ...lines.slice(0, mostOfEach).map((line) => `– ${line}`),
          ...(lines.length > mostOfEach ? [noticeTexts[lang].mail.more(lines.length - mostOfEach)] : []),
        ].join('\n'),
      ]

const paragraphsOf = ({ notices, meetings, tasks }: News, today: CalendarDay, lang: Language) => {
  const words = noticeTexts[lang].mail
  const clock = meetingWords[lang].clock
  const meetingLine = ({ forumName, onDay, starts }: ComingMeeting) =>
    words.meeting(forumName, longDay(onDay, lang), clock(starts))
  const taskLine = (task: OwnedTask) =>
    words.task(outsideName(task, lang), longDay(task.dueOn, lang), lateWords(task.dueOn, today, lang))
  return [
    ...paragraph(
      words.news(notices.length),
      notices.map((notice) => noticeLine(notice, lang)),
      lang,
    ),
    ...paragraph(words.meetings, meetings.map(meetingLine), lang),
    ...paragraph(words.tasks, tasks.map(taskLine), lang),
  ]
}

const digestOf = (
  news: News,
  today: CalendarDay,
  { baseUrl, district, lang }: { baseUrl: string; district: string; lang: Language },
) => {
  const words = noticeTexts[lang].mail
  const subject = words.digestSubject(longDay(today, lang))
  return {
    subject,
    ...letterOf({
      lang,
      title: subject,
      paragraphs: paragraphsOf(news, today, lang),
      action: { href: `${baseUrl}/${district}${meetingPaths.notices}`, label: words.open },
      settings: settingsLink(baseUrl, district, lang),
    }),
  }
}

/** Makes up the digests of a district that are due, each once. Returns how many mails there were to send. */
export async function digestDistrict(parts: FollowParts, district: string, stopping?: AbortSignal): Promise<number> {
  const { db, clock, baseUrl } = parts
  const now = clock()
  const today = dayOf(now)
  const program = programIdentity('Samlet mail', district)
  const days = { daily: digestDay('daily', now), weekly: digestDay('weekly', now) }
  const readers = await readAs(db, program, (trx) =>
    listDigestReaders(trx, district, { ...days, limit: readersAtOnce }),
  )
  let count = 0
  for (const reader of readers) {
    if (stopping?.aborted === true) break
    const isOpen = await parts.isAccountOpen(reader.accountId)
    const news = isOpen ? await gather(parts, district, reader) : nothing
    const isNew = await transact(db, program, now, async (trx) => {
      await noteDigest(trx, district, reader.personId, { at: now, told: news.notices.map(({ id }) => id) })
      if (!isOpen || !isWorthAMail(news, reader.digest, addDays(today, 1))) return false
      return queueMail(trx, district, {
        key: `digest:${reader.personId}:${days[reader.digest]}`,
        purpose: 'digest',
        setting: 'digest',
        personId: reader.personId,
        name: reader.name,
        address: reader.address,
        ...digestOf(news, today, { baseUrl: baseUrl(), district, lang: reader.language }),
      })
    })
    if (isNew) count += 1
  }
  return count
}
