import { sql } from 'kysely'
import type { Language } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'

/** An open action point with the one who is to be reminded of it: its person, or the holder of its office today. */
export interface OwnedTask {
  id: string
  title: string
  /** True when the title may leave the program: anybody may read it. */
  open: boolean
  forumId: string
  forumName: string
  dueOn: CalendarDay
  madeOn: CalendarDay
  personId: string
  name: string
  address: string
  language: Language
}

/**
 * Open action points due by a day, whose owner has an address and wants to be reminded. Read in the program's name, because an
 * owner may have no account; so exclusion is asked about here. `personId` narrows it to one owner, whatever they want.
 */
export const listOwnedTasks = async (
  trx: Trx,
  district: string,
  { dueBy, today, personId = null }: { dueBy: string; today: string; personId?: string | null },
): Promise<OwnedTask[]> =>
  (
    await sql<OwnedTask>`
      select point.id, point.title, point.audience = 'public' as open, point.forum_id as "forumId", forum.name as "forumName",
        point.due_on as "dueOn", (point.created_at at time zone 'Europe/Copenhagen')::date as "madeOn",
        owner.id as "personId", owner.name, owner.email as address, coalesce(preference.language, 'da') as language
      from meetings.action_point as point
      join fora.forum as forum on forum.district = point.district and forum.id = point.forum_id
      left join people.tenure as tenure on tenure.district = point.district and tenure.office_id = point.owner_office_id
        and tenure.valid_from <= ${today} and (tenure.valid_to is null or tenure.valid_to > ${today})
      join people.person as owner on owner.district = point.district and owner.id = coalesce(point.owner_person_id, tenure.person_id)
      left join notices.preference as preference on preference.district = point.district and preference.person_id = owner.id
      where point.district = ${district} and point.state not in ('done', 'dropped') and point.due_on <= ${dueBy}
        and owner.email is not null
        and ${personId === null ? sql`coalesce(preference.reminders, true)` : sql`owner.id = ${personId}`}
        and not exists (select 1 from meetings.exclusion as excluded where excluded.district = point.district
          and excluded.item_id = point.item_id and excluded.person_id = owner.id)
      order by point.due_on, point.title, point.id`.execute(trx)
  ).rows

/** Of some keys of mails, those that are in the outbox. */
export const listQueuedKeys = async (trx: Trx, district: string, keys: readonly string[]): Promise<Set<string>> =>
  new Set(
    keys.length === 0
      ? []
      : (
          await trx
            .selectFrom('mail.message as message')
            .select('message.key')
            .where('message.district', '=', district)
            .where('message.key', 'in', [...keys])
            .execute()
        ).map(({ key }) => key),
  )

/** Somebody whose digest is to be made up. */
export interface DigestReader {
  personId: string
  accountId: string
  name: string
  address: string
  digest: 'daily' | 'weekly'
  language: Language
}

/** Persons with account and address whose digest has not been made up since the given days. */
export const listDigestReaders = async (
  trx: Trx,
  district: string,
  { daily, weekly, limit }: { daily: CalendarDay; weekly: CalendarDay; limit: number },
): Promise<DigestReader[]> =>
  (
    await sql<DigestReader>`
      select person.id as "personId", person.account_id as "accountId", person.name, person.email as address,
        coalesce(preference.digest, 'weekly') as digest, coalesce(preference.language, 'da') as language
      from people.person as person
      left join notices.preference as preference on preference.district = person.district and preference.person_id = person.id
      where person.district = ${district} and person.account_id is not null and person.email is not null
        and coalesce(preference.digest, 'weekly') <> 'none'
        and (preference.digest_at is null or (preference.digest_at at time zone 'Europe/Copenhagen')::date
          < case when preference.digest = 'daily' then ${daily}::date else ${weekly}::date end)
      order by person.id limit ${limit}`.execute(trx)
  ).rows

/** A meeting that a person is to come to. */
export interface ComingMeeting {
  forumName: string
  onDay: CalendarDay
  starts: string
}

/** The summoned meetings that a person is invited to from one day to another, and has not declined, as that person may see them. */
export const listComingMeetings = async (
  trx: Trx,
  district: string,
  personId: string,
  { from, to }: { from: string; to: string },
): Promise<ComingMeeting[]> =>
  (
    await sql<ComingMeeting>`
      select distinct forum.name as "forumName", meeting.on_day as "onDay", meeting.starts
      from meetings.invitation as invitation
      join meetings.meeting as meeting on meeting.district = invitation.district and meeting.id = invitation.meeting_id
      join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
      where invitation.district = ${district} and invitation.removed_at is null and meeting.state = 'summoned'
        and ((invitation.person_id = ${personId} and invitation.reply in ('none', 'accepted'))
          or (invitation.deputy_person_id = ${personId} and invitation.reply = 'deputy'))
        and meeting.on_day between ${from} and ${to}
      order by meeting.on_day, meeting.starts`.execute(trx)
  ).rows

/** Districts in use. */
export const listUsedDistricts = async (trx: Trx): Promise<string[]> =>
  (await trx.selectFrom('people.district').select('id').where('in_use', '=', true).orderBy('id').execute()).map(
    ({ id }) => id,
  )
