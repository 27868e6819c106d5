import { type Language, longDay } from '../../base/language.ts'
import type { Trx } from '../../db/db.ts'
import { letterOf } from '../../mail/letter.ts'
import { queueMail } from '../../mail/outbox-store.ts'
import { languagesOf } from '../../notices/preferences-store.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { approvalTexts } from './approval-texts.ts'
import type { Recipient } from './approval-store.ts'

interface MinutesMail {
  kind: 'first' | 'again' | 'reminder'
  meeting: Meeting
  recipients: readonly Recipient[]
  /** The same key and person is the same mail. */
  key: string
}

const letterTo = (asked: Asked, baseUrl: string, { meeting, kind }: MinutesMail, lang: Language) => {
  const t = approvalTexts[lang].mail
  const words = { first: t.ready, again: t.corrected, reminder: t.missing }[kind]
  const subject = { first: t.subject, again: t.again, reminder: t.reminder }[kind]
  const title = subject(meeting.forumName, longDay(meeting.onDay, lang))
  const href = (path: string) => `${baseUrl}${inDistrict(asked.district, path)}`
  return {
    subject: title,
    ...letterOf({
      lang,
      title,
      paragraphs: [words, ...(meeting.approveBy === null ? [] : [t.deadline(longDay(meeting.approveBy, lang))])],
      action: { href: href(meetingPaths.minutes(meeting.id)), label: t.action },
      settings: { href: href(meetingPaths.noticeSettings), label: t.settings },
    }),
  }
}

/**
 * Mails about minutes: the forum, the day, the deadline and a link, in the language that each receiver has chosen. Returns
 * how many were put in the outbox.
 */
export async function sendMinutesMail(trx: Trx, asked: Asked, baseUrl: string, mail: MinutesMail): Promise<number> {
  const { meeting, kind, recipients } = mail
  const languageOf = await languagesOf(
    trx,
    recipients.map(({ personId }) => personId),
  )
  const letters = { da: letterTo(asked, baseUrl, mail, 'da'), en: letterTo(asked, baseUrl, mail, 'en') }
  let queued = 0
  for (const { personId, name, email } of recipients) {
    if (email === null) continue
    const done = await queueMail(trx, asked.district.id, {
      key: `${mail.key}:${personId}`,
      purpose: kind === 'reminder' ? 'reminder' : 'minutes',
      forumId: meeting.forumId,
      meetingId: meeting.id,
      personId,
      name,
      address: email,
      ...letters[languageOf(personId)],
    })
    if (done) queued += 1
  }
  return queued
}
