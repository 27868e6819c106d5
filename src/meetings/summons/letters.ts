import { type Language, longDay } from '../../base/language.ts'
import type { Trx } from '../../db/db.ts'
import { letterOf } from '../../mail/letter.ts'
import { type MailPurpose, type NewMail, queueMail } from '../../mail/outbox-store.ts'
import { addressIn } from '../../mail/transport.ts'
import type { Parts } from '../../web/request.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { itipOf } from './itip.ts'
import { type Occasion, summonsMailTexts } from './mail-texts.ts'
import type { Reply } from './rules.ts'

/** Who writes, and with which addresses. */
export interface Desk {
  district: { readonly id: string; readonly name: string }
  /** The public address of the program. */
  baseUrl: string
  /** The sender of all mail. */
  from: string
  now: Date
  /** Who did what the mails tell of. */
  by: string
}

export const deskOf = (asked: Asked, parts: Pick<Parts, 'baseUrl' | 'mail'>): Desk => ({
  district: asked.district,
  baseUrl: parts.baseUrl(),
  from: parts.mail.from,
  now: asked.now,
  by: asked.actor.name,
})

/** Receivers read Danish, whatever language the one who writes has chosen for the pages. */
const mailLanguage: Language = 'da'

/** Everything of a meeting that a mail or a calendar is given. */
export type LetterMeeting = Pick<
  Meeting,
  'id' | 'forumId' | 'forumName' | 'kind' | 'onDay' | 'starts' | 'ends' | 'place' | 'sequence'
>

export interface Addressee {
  personId: string | null
  name: string
  address: string
  reply: Reply
  chair?: boolean
}

const purposes: Record<Occasion, MailPurpose> = {
  summons: 'summons',
  deputy: 'summons',
  moved: 'change',
  place: 'change',
  cancelled: 'cancellation',
  takenOff: 'cancellation',
  reminder: 'reminder',
}
const pages: Record<Occasion, (id: string) => string> = {
  summons: meetingPaths.reply,
  deputy: meetingPaths.meeting,
  moved: meetingPaths.reply,
  place: meetingPaths.meeting,
  cancelled: meetingPaths.meeting,
  takenOff: meetingPaths.meeting,
  reminder: meetingPaths.reply,
}

/** Subject, text and HTML of a mail about a meeting. */
export function letterAbout(occasion: Occasion, desk: Desk, meeting: LetterMeeting, hasAccount: boolean) {
  const t = summonsMailTexts[mailLanguage]
  const words = meetingWords[mailLanguage]
  // A space that never breaks is odd in a subject line.
  const day = longDay(meeting.onDay, mailLanguage).replaceAll('\u00a0', ' ')
  const kind = words.kinds[meeting.kind]
  const at = (path: string) => `${desk.baseUrl}${inDistrict(desk.district, path)}`
  return {
    subject: t[occasion].subject(meeting.forumName, day),
    ...letterOf({
      lang: mailLanguage,
      title: t[occasion].title(meeting.forumName, kind),
      paragraphs: [t.when(day, words.at(meeting.starts, meeting.ends), meeting.place), t[occasion].text],
      action: { href: at(pages[occasion](meeting.id)), label: t[occasion].action },
      ...(hasAccount && { settings: { href: at(meetingPaths.noticeSettings), label: t.settings } }),
    }),
  }
}

const inCalendar = (occasion: Occasion): 'REQUEST' | 'CANCEL' | null =>
  occasion === 'reminder' ? null : occasion === 'cancelled' || occasion === 'takenOff' ? 'CANCEL' : 'REQUEST'

/**
 * The mail to one person, with what goes into the calendar. One mail for each occasion, SEQUENCE and receiver: asked for
 * twice, it is the same mail. A reminder is one a day.
 */
export function mailAbout(occasion: Occasion, desk: Desk, meeting: LetterMeeting, to: Addressee): NewMail {
  const method = inCalendar(occasion)
  const step = method === null ? desk.now.toISOString().slice(0, 10) : String(meeting.sequence)
  return {
    key: [occasion, meeting.id, to.personId ?? to.address.toLowerCase(), step].join(':'),
    purpose: purposes[occasion],
    forumId: meeting.forumId,
    meetingId: meeting.id,
    personId: to.personId,
    name: to.name,
    address: to.address,
    ...letterAbout(occasion, desk, meeting, to.personId !== null),
    ...(method !== null && {
      calendar: {
        method,
        ics: itipOf({
          method,
          meeting: {
            ...meeting,
            summary: summonsMailTexts[mailLanguage].summary(
              meeting.forumName,
              meetingWords[mailLanguage].kinds[meeting.kind],
            ),
          },
          url: `${desk.baseUrl}${inDistrict(desk.district, pages[occasion](meeting.id))}`,
          host: new URL(desk.baseUrl).hostname,
          organizer: { name: meeting.forumName, address: addressIn(desk.from) },
          attendee: { name: to.name, address: to.address, reply: to.reply, chair: to.chair ?? false },
          stamp: desk.now,
        }),
      },
    }),
  }
}

/** Puts the mail into the outbox for everyone who has an address. Returns how many were new there. */
export async function writeTo(
  trx: Trx,
  occasion: Occasion,
  desk: Desk,
  meeting: LetterMeeting,
  receivers: readonly (Omit<Addressee, 'address'> & { address: string | null })[],
): Promise<number> {
  let written = 0
  for (const to of receivers) {
    if (to.address === null || to.address === '') continue
    const mail = mailAbout(occasion, desk, meeting, { ...to, address: to.address })
    if (await queueMail(trx, desk.district.id, mail)) written += 1
  }
  return written
}
