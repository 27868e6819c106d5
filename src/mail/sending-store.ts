import { sql } from 'kysely'
import type { Trx } from '../db/db.ts'
import type { MailSetting } from './outbox-store.ts'
import type { OutgoingMail } from './transport.ts'

/** A mail that this process is sending. */
export interface ClaimedMail extends Omit<OutgoingMail, 'unsubscribe'> {
  district: string
  personId: string | null
  setting: MailSetting | null
  /** This attempt's number, from 1. It tells whether the mail is still ours when the answer comes. */
  attempts: number
}

/**
 * Takes the mail that has been due longest, or one left by a process that was killed while sending it. Two processes
 * never take the same one. A mail about a meeting waits for an earlier one to the same address, so that the last to
 * arrive is what is true.
 */
export async function claimDueMail(
  trx: Trx,
  { now, leftBefore }: { now: Date; leftBefore: Date },
): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    with due as materialized (
      select m.district, m.id from mail.message as m
      where ((m.state = 'queued' and m.next_at <= ${now}) or (m.state = 'sending' and m.claimed_at <= ${leftBefore}))
        and not exists (select 1 from mail.message as earlier where earlier.district = m.district and earlier.meeting_id = m.meeting_id
          and earlier.address = m.address and earlier.created_at < m.created_at and earlier.state in ('queued', 'sending'))
      order by m.next_at, m.created_at, m.id limit 1 for update skip locked)
    update mail.message as message set state = 'sending', claimed_at = ${now}, attempts = message.attempts + 1
    from due where message.district = due.district and message.id = due.id
    returning message.district, message.id, message.person_id as "personId", message.setting, message.name, message.address,
      message.subject, message.words, message.html, message.calendar, message.calendar_method as "calendarMethod", message.attempts`.execute(
    trx,
  )
  return rows[0]
}

type Settled =
  { state: 'sent'; at: Date } | { state: 'queued'; nextAt: Date; words: string } | { state: 'failed'; words: string }

/** Notes how it went. Nothing happens when another process has taken the mail since. */
export async function settleMail(
  trx: Trx,
  { district, id, attempts }: Pick<ClaimedMail, 'district' | 'id' | 'attempts'>,
  settled: Settled,
): Promise<void> {
  await trx
    .updateTable('mail.message')
    .set({
      state: settled.state,
      claimed_at: null,
      ...(settled.state === 'sent' ? { sent_at: settled.at, last_error: '' } : { last_error: settled.words }),
      ...(settled.state === 'queued' && { next_at: settled.nextAt }),
    })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .execute()
}
