import { longDay } from '../../base/language.ts'
import type { Trx } from '../../db/db.ts'
import { letterOf } from '../../mail/letter.ts'
import { queueMail } from '../../mail/outbox-store.ts'
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

/** Mails about minutes: the forum, the day, the deadline and a link. Danish, as what they lead to. Returns how many were put in the outbox. */
export async function sendMinutesMail(trx: Trx, asked: Asked, baseUrl: string, mail: MinutesMail): Promise<number> {
  const t = approvalTexts.da.mail
  const { meeting, kind } = mail
  const words = { first: t.ready, again: t.corrected, reminder: t.missing }[kind]
  const subject = { first: t.subject, again: t.again, reminder: t.reminder }[kind]
  const title = subject(meeting.forumName, longDay(meeting.onDay, 'da'))
  const href = (path: string) => `${baseUrl}${inDistrict(asked.district, path)}`
  const letter = letterOf({
    lang: 'da',
    title,
    paragraphs: [words, ...(meeting.approveBy === null ? [] : [t.deadline(longDay(meeting.approveBy, 'da'))])],
    action: { href: href(meetingPaths.minutes(meeting.id)), label: t.action },
    settings: { href: href(meetingPaths.noticeSettings), label: t.settings },
  })
  let queued = 0
  for (const { personId, name, email } of mail.recipients) {
    if (email === null) continue
    const done = await queueMail(trx, asked.district.id, {
      key: `${mail.key}:${personId}`,
      purpose: kind === 'reminder' ? 'reminder' : 'minutes',
      forumId: meeting.forumId,
      meetingId: meeting.id,
      personId,
      name,
      address: email,
      subject: title,
      ...letter,
    })
    if (done) queued += 1
  }
  return queued
}
