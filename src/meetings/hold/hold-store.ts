import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

/** Where a meeting has come to, as it was read; one who read an older one has been overtaken. */
export interface LivePlace {
  id: string
  liveVersion: number
}

/** Makes an item the current one. False when somebody else moved the meeting on first, or it does not run. */
export async function moveTo(
  trx: Trx,
  district: string,
  at: LivePlace,
  { itemId, now, starting }: { itemId: string; now: Date; starting: boolean },
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.meeting')
    .set((eb) => ({ current_item_id: itemId, current_since: now, live_version: eb('live_version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', at.id)
    .where('state', '=', 'summoned')
    .where('live_version', '=', at.liveVersion)
    .where('current_since', starting ? 'is' : 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Closes a running meeting: it is held, and nothing is current any more. False when somebody else closed it first. */
export async function endMeeting(trx: Trx, district: string, id: string, now: Date): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.meeting')
    .set((eb) => ({
      state: 'held',
      held_at: now,
      current_item_id: null,
      current_since: null,
      live_version: eb('live_version', '+', 1),
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('state', '=', 'summoned')
    .where('current_since', 'is not', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** One who can own an action point, as the list offers them. */
export interface OwnerChoice {
  label: string
  /** The office's title, or the person's name; found by this too. */
  title: string
  officeId: string | null
  personId: string | null
}

/** Who can own an action point: persons with a seat of their own in the forum first, then every office, those of the forum first. */
export const listOwners = async (trx: Trx, district: string, forumId: string, day: string): Promise<OwnerChoice[]> =>
  (
    await sql<OwnerChoice>`
    select choice.label, choice.title, choice."officeId", choice."personId" from (
      select person.name as label, person.name as title, null::uuid as "officeId", person.id as "personId", 0 as rank, person.sort_name as sort
      from fora.seat as seat join people.person as person on person.district = seat.district and person.id = seat.person_id
      where seat.district = ${district} and seat.forum_id = ${forumId}
        and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
      union
      select office.title || coalesce(' (' || holder.name || ')', ''), office.title, office.id, null::uuid,
        case when exists (select 1 from fora.seat as seat where seat.district = office.district and seat.office_id = office.id
          and seat.forum_id = ${forumId} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})) then 0 else 1 end,
        office.sort_title
      from people.office as office
      left join people.tenure as tenure on tenure.district = office.district and tenure.office_id = office.id
        and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day})
      left join people.person as holder on holder.district = tenure.district and holder.id = tenure.person_id
      where office.district = ${district} and (office.valid_to is null or office.valid_to > ${day})) as choice
    order by choice.rank, choice.sort`.execute(trx)
  ).rows

/** How many who were asked to a meeting have said that they come, themselves or by a deputy. */
export const countAccepted = async (trx: Trx, district: string, meetingId: string): Promise<number> =>
  Number(
    (
      await trx
        .selectFrom('meetings.invitation as invitation')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('invitation.district', '=', district)
        .where('invitation.meeting_id', '=', meetingId)
        .where('invitation.removed_at', 'is', null)
        .where('invitation.reply', 'in', ['accepted', 'deputy'])
        .executeTakeFirstOrThrow()
    ).count,
  )

/** True when a person comes to the meeting as somebody's deputy. */
export const isDeputy = async (trx: Trx, district: string, meetingId: string, personId: string): Promise<boolean> =>
  (await trx
    .selectFrom('meetings.invitation as invitation')
    .select('invitation.id')
    .where('invitation.district', '=', district)
    .where('invitation.meeting_id', '=', meetingId)
    .where('invitation.deputy_person_id', '=', personId)
    .where('invitation.reply', '=', 'deputy')
    .where('invitation.removed_at', 'is', null)
    .executeTakeFirst()) !== undefined
