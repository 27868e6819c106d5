import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { Receiver, Reply } from './rules.ts'

/** One who is asked to a meeting, with the answer as far as the reader may see it. */
export interface Invited {
  id: string
  /** Null for a person who is no longer in the register. */
  personId: string | null
  name: string
  label: string
  role: Receiver['role'] | 'deputy' | 'guest'
  reply: Reply
  /** Empty for readers who are neither in charge nor the one it is about; so are the addresses. */
  reason: string
  email: string | null
  deputyName: string
  deputyPersonId: string | null
  deputyEmail: string
  repliedAt: Date | null
  version: number
}

const rank = sql`array_position(array['chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson', 'guest'], i.role)`

const readInvited = async (trx: Trx, district: string, chosen: RawBuilder<unknown>): Promise<Invited[]> => {
  const { rows } = await sql<Invited>`
    with may as (select i.district, i.id, (select guard.reach()) = 'all' or i.forum_id = any ((select guard.leads())::uuid[])
        or i.person_id = (select guard.person()) as open from meetings.invitation as i where i.district = ${district} and ${chosen})
    select i.id, i.person_id as "personId", i.name, i.label, i.role, i.reply,
      case when may.open then i.reply_reason else '' end as reason, case when may.open then person.email end as email,
      i.deputy_name as "deputyName", i.deputy_person_id as "deputyPersonId",
      case when may.open then coalesce(deputy.email, i.deputy_email) else '' end as "deputyEmail",
      i.replied_at as "repliedAt", i.version
    from meetings.invitation as i
    join may on may.district = i.district and may.id = i.id
    left join people.person as person on person.district = i.district and person.id = i.person_id
    left join people.person as deputy on deputy.district = i.district and deputy.id = i.deputy_person_id
    order by ${rank}, i.name`.execute(trx)
  return rows
}

/** Everyone who is asked to a meeting and has not been taken off again. */
export const listInvited = (trx: Trx, district: string, meetingId: string): Promise<Invited[]> =>
  readInvited(trx, district, sql`i.meeting_id = ${meetingId} and i.removed_at is null`)

/** One invitation to a meeting. */
export const findInvited = async (
  trx: Trx,
  district: string,
  meetingId: string,
  id: string,
): Promise<Invited | undefined> =>
  (await readInvited(trx, district, sql`i.meeting_id = ${meetingId} and i.id = ${id} and i.removed_at is null`))[0]

/** E-mail addresses of persons, as far as the actor may see them. */
export async function emailsOf(
  trx: Trx,
  district: string,
  personIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (personIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('people.person as person')
    .select(['person.id', 'person.email'])
    .where('person.district', '=', district)
    .where('person.id', 'in', personIds)
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}

/** A person by e-mail address. */
export const findByEmail = (
  trx: Trx,
  district: string,
  email: string,
): Promise<{ id: string; name: string } | undefined> =>
  trx
    .selectFrom('people.person as person')
    .select(['person.id', 'person.name'])
    .where('person.district', '=', district)
    .where((eb) => eb(eb.fn<string>('lower', ['person.email']), '=', email.toLowerCase()))
    .executeTakeFirst()

/** Invites persons; one who was invited before is asked anew. */
export async function invite(
  trx: Trx,
  district: string,
  meeting: { id: string; forumId: string },
  receivers: readonly Receiver[],
): Promise<void> {
  if (receivers.length === 0) return
  await trx
    .insertInto('meetings.invitation')
    .values(
      receivers.map((receiver) => ({
        district,
        forum_id: meeting.forumId,
        meeting_id: meeting.id,
        seat_id: receiver.seatId,
        person_id: receiver.personId,
        name: receiver.name,
        label: receiver.label,
        role: receiver.role,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['district', 'meeting_id', 'person_id']).doUpdateSet((eb) => ({
        seat_id: eb.ref('excluded.seat_id'),
        name: eb.ref('excluded.name'),
        label: eb.ref('excluded.label'),
        role: eb.ref('excluded.role'),
        reply: 'none',
        reply_reason: '',
        deputy_name: '',
        deputy_email: '',
        deputy_person_id: null,
        replied_at: null,
        removed_at: null,
        version: eb('meetings.invitation.version', '+', 1),
      })),
    )
    .execute()
}

/** Takes everyone off who is not to be asked when a meeting is summoned anew. */
export async function takeOffOthers(
  trx: Trx,
  district: string,
  meetingId: string,
  kept: readonly string[],
  now: Date,
): Promise<void> {
  await trx
    .updateTable('meetings.invitation')
    .set((eb) => ({ removed_at: now, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('meeting_id', '=', meetingId)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`(person_id is null or person_id <> all (${kept}::uuid[]))`)
    .execute()
}

/** Takes one person off. False when that was done already. */
export async function takeOff(trx: Trx, district: string, id: string, now: Date): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.invitation')
    .set((eb) => ({ removed_at: now, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export interface Answer {
  reply: Exclude<Reply, 'none'>
  reason: string
  deputyName: string
  deputyEmail: string
  deputyPersonId: string | null
}

/** Notes an answer. False when somebody else noted another first. */
export async function noteReply(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  answer: Answer,
  now: Date,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.invitation')
    .set((eb) => ({
      reply: answer.reply,
      reply_reason: answer.reason,
      deputy_name: answer.deputyName,
      deputy_email: answer.deputyEmail,
      deputy_person_id: answer.deputyPersonId,
      replied_at: now,
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Another day or time asks everyone anew, but those who sent a deputy: the deputy is told. */
export async function clearReplies(trx: Trx, district: string, meetingId: string): Promise<void> {
  await trx
    .updateTable('meetings.invitation')
    .set((eb) => ({ reply: 'none', reply_reason: '', replied_at: null, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('meeting_id', '=', meetingId)
    .where('reply', 'in', ['accepted', 'declined'])
    .execute()
}

/** The meeting's next SEQUENCE, for all that is told of it in one step. */
export async function nextSequence(trx: Trx, meetingId: string): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`select meetings.next_sequence(${meetingId}) as sequence`.execute(trx)
  const [row] = rows
  if (row === undefined) throw new Error('next_sequence gave no row')
  return row.sequence
}
