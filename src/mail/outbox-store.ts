import { sql } from 'kysely'
import type { Trx } from '../db/db.ts'

/** What a mail is for. Lists of mails and settings go by it. */
export type MailPurpose = 'summons' | 'change' | 'cancellation' | 'minutes' | 'reminder' | 'digest'

/** What a receiver can turn off. A summons and what follows from it always come. */
export const mailSettings = ['digest', 'reminders'] as const
export type MailSetting = (typeof mailSettings)[number]

/** A mail to be sent once. No confidential content: a title that is public, a link, a deadline. */
export interface NewMail {
  /** The same key is the same mail, and is sent once: `summons:<meeting>:<person>:<sequence>`. */
  key: string
  purpose: MailPurpose
  forumId?: string | null
  meetingId?: string | null
  personId?: string | null
  /** The setting that turns mails of this kind off; left out where none does. */
  setting?: MailSetting
  name: string
  address: string
  subject: string
  words: string
  html: string
  /** An iTIP message that goes along. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; ics: string }
}

/** Puts a mail into the outbox, in the transaction of what causes it. False when it is there already. */
export async function queueMail(trx: Trx, district: string, mail: NewMail): Promise<boolean> {
  const done = await trx
    .insertInto('mail.message')
    .values({
      district,
      key: mail.key,
      purpose: mail.purpose,
      forum_id: mail.forumId ?? null,
      meeting_id: mail.meetingId ?? null,
      person_id: mail.personId ?? null,
      setting: mail.setting ?? null,
      name: mail.name,
      address: mail.address,
      subject: mail.subject,
      words: mail.words,
      html: mail.html,
      calendar: mail.calendar?.ics ?? null,
      calendar_method: mail.calendar?.method ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** True for an invitation that the same person has been sent a later one after, so that it no longer says what is true. */
const outdated = sql<boolean>`(message.calendar is not null and exists (select 1 from mail.message as later
  where later.district = message.district and later.meeting_id = message.meeting_id and later.calendar is not null
    and later.created_at > message.created_at and (later.person_id = message.person_id or later.address = message.address)))`

/** A mail and what has become of it. */
export interface StoredMail {
  id: string
  purpose: MailPurpose
  personId: string | null
  name: string
  address: string
  state: 'queued' | 'sending' | 'sent' | 'failed'
  attempts: number
  nextAt: Date
  sentAt: Date | null
  /** What the server said last; empty when nothing went wrong. */
  lastError: string
  /** True when a later mail to the same person says something else of the meeting; it is not sent again. */
  outdated: boolean
  createdAt: Date
}

/** All mail about a meeting, first what did not arrive, then the latest, as far as the reader may see it. */
export const listMailsOfMeeting = (trx: Trx, district: string, meetingId: string): Promise<StoredMail[]> =>
  trx
    .selectFrom('mail.message as message')
    .select([
      'message.id',
      'message.purpose',
      'message.person_id as personId',
      'message.name',
      'message.address',
      'message.state',
      'message.attempts',
      'message.next_at as nextAt',
      'message.sent_at as sentAt',
      'message.last_error as lastError',
      'message.created_at as createdAt',
      outdated.as('outdated'),
    ])
    .where('message.district', '=', district)
    .where('message.meeting_id', '=', meetingId)
    .orderBy((eb) => eb('message.state', '=', 'failed'), 'desc')
    .orderBy('message.created_at', 'desc')
    .orderBy('message.name')
    .$narrowType<{ purpose: MailPurpose; state: StoredMail['state'] }>()
    .execute()

/** How many mails about a meeting did not arrive, and should have. */
export async function countFailedMails(trx: Trx, district: string, meetingId: string): Promise<number> {
  const row = await trx
    .selectFrom('mail.message as message')
    .select((eb) => eb.fn.countAll<string>().as('failed'))
    .where('message.district', '=', district)
    .where('message.meeting_id', '=', meetingId)
    .where('message.state', '=', 'failed')
    .where((eb) => eb.not(outdated))
    .executeTakeFirst()
  return Number(row?.failed ?? 0)
}

/**
 * Puts mail that did not arrive back into the queue, all about a meeting or one, to the address that the register has now.
 * What is no longer true is left. Returns how many.
 */
export async function sendAgain(
  trx: Trx,
  district: string,
  { meetingId, id = null }: { meetingId: string; id?: string | null },
  now: Date,
): Promise<number> {
  const { rows } = await sql`
    update mail.message as message set state = 'queued', attempts = 0, next_at = ${now}, claimed_at = null, last_error = '',
      address = coalesce((select person.email from people.person as person
        where person.district = message.district and person.id = message.person_id), message.address)
    where message.district = ${district} and message.meeting_id = ${meetingId} and message.state = 'failed' and not ${outdated}
      and (${id}::uuid is null or message.id = ${id}) returning message.id`.execute(trx)
  return rows.length
}
