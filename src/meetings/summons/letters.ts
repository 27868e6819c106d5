import { type Language, longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { letterOf } from '../../mail/letter.ts'
import { type MailPurpose, type NewMail, queueMail } from '../../mail/outbox-store.ts'
import { addressIn } from '../../mail/transport.ts'
import { languagesOf } from '../../notices/preferences-store.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Asked, Parts } from '../../web/request.ts'
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

/** In which language a mail is, and whether its receiver has settings to choose mails by. */
interface Manner {
  lang: Language
  hasSettings: boolean
}

const purposes: Record<Occasion, MailPurpose> = {
  summons: 'summons',
  deputy: 'summons',
  moved: 'change',
  movedDeputy: 'change',
  place: 'change',
  cancelled: 'cancellation',
  takenOff: 'cancellation',
  reminder: 'reminder',
}
const pages: Record<Occasion, (id: string) => string> = {
  summons: meetingPaths.reply,
  deputy: meetingPaths.meeting,
  moved: meetingPaths.reply,
  movedDeputy: meetingPaths.meeting,
  place: meetingPaths.meeting,
  cancelled: meetingPaths.meeting,
  takenOff: meetingPaths.meeting,
  reminder: meetingPaths.reply,
}

/** Subject, text and HTML of a mail about a meeting. */
export function letterAbout(occasion: Occasion, desk: Desk, meeting: LetterMeeting, { lang, hasSettings }: Manner) {
  const t = summonsMailTexts[lang]
  const words = meetingWords[lang]
  // A space that never breaks is odd in a subject line.
  const day = longDay(meeting.onDay, lang).replaceAll('\u00a0', ' ')
  const kind = words.kinds[meeting.kind]
  const at = (path: string) => `${desk.baseUrl}${inDistrict(desk.district, path)}`
  return {
    subject: t[occasion].subject(meeting.forumName, day),
    ...letterOf({
      lang,
      title: t[occasion].title(meeting.forumName, kind),
      paragraphs: [t.when(day, words.at(meeting.starts, meeting.ends), meeting.place), t[occasion].text],
      action: { href: at(pages[occasion](meeting.id)), label: t[occasion].action },
      ...(hasSettings && { settings: { href: at(meetingPaths.noticeSettings), label: t.settings } }),
    }),
  }
}

const inCalendar = (occasion: Occasion): 'REQUEST' | 'CANCEL' | null =>
  occasion === 'reminder' ? null : occasion === 'cancelled' || occasion === 'takenOff' ? 'CANCEL' : 'REQUEST'

/**
 * The mail to one person, with what goes into the calendar. One mail for each occasion, SEQUENCE and receiver: asked for
 * twice, it is the same mail. A reminder is one a day.
 */
function mailAbout(
  occasion: Occasion,
  desk: Desk,
  meeting: LetterMeeting,
  to: Addressee & { lang: Language },
): NewMail {
  const { lang } = to
  const method = inCalendar(occasion)
  const step = method === null ? dayOf(desk.now) : String(meeting.sequence)
  return {
    key: [occasion, meeting.id, to.personId ?? to.address.toLowerCase(), step].join(':'),
    purpose: purposes[occasion],
    forumId: meeting.forumId,
    meetingId: meeting.id,
    personId: to.personId,
    name: to.name,
    address: to.address,
    ...letterAbout(occasion, desk, meeting, { lang, hasSettings: to.personId !== null }),
    ...(method !== null && {
      calendar: {
        method,
        ics: itipOf({
          method,
          meeting: {
            ...meeting,
            summary: summonsMailTexts[lang].summary(meeting.forumName, meetingWords[lang].kinds[meeting.kind]),
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
  const languageOf = await languagesOf(
    trx,
    receivers.map(({ personId }) => personId),
  )
  let written = 0
  for (const to of receivers) {
    if (to.address === null || to.address === '') continue
    const mail = mailAbout(occasion, desk, meeting, { ...to, address: to.address, lang: languageOf(to.personId) })
    if (await queueMail(trx, desk.district.id, mail)) written += 1
  }
  return written
}
