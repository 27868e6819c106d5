import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { forumKinds } from '../../fora/register/rules.ts'
import { defaultOrders } from '../orders/orders.ts'
import type { MeetingState } from '../rules.ts'
import { summonsAhead } from './list-store.ts'

interface Reader {
  district: string
  today: CalendarDay
  personId: string | null
  /** The fora the reader sits in, and those that the reader leads. */
  fora: readonly string[]
  leads: readonly string[]
  /** True for the secretariat, which is in charge of all meetings. */
  all: boolean
}

interface Named {
  id: string
  forumName: string
  title: string
  onDay: CalendarDay
}

export interface ComingMeeting extends Named {
  starts: string
  ends: string
  place: string
  state: MeetingState
  /** Null when the reader has not been invited, or not yet. */
  reply: 'none' | 'accepted' | 'declined' | 'deputy' | null
}

/** The next meetings the reader takes part in: those of their fora, and those they are invited to or come to for another. */
export const listComingMeetings = async (trx: Trx, reader: Reader, most: number): Promise<ComingMeeting[]> =>
  (
    await sql<ComingMeeting>`select meeting.id, forum.name as "forumName", meeting.title, meeting.on_day as "onDay", meeting.starts,
      meeting.ends, meeting.place, meeting.state, invited.reply
      from meetings.meeting as meeting join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
      left join lateral (select case when i.person_id = ${reader.personId}::uuid then i.reply else 'accepted' end as reply
        from meetings.invitation as i where i.district = meeting.district and i.meeting_id = meeting.id and i.removed_at is null
          and (i.person_id = ${reader.personId}::uuid or (i.deputy_person_id = ${reader.personId}::uuid and i.reply = 'deputy')) limit 1) as invited on true
      where meeting.district = ${reader.district} and meeting.on_day >= ${reader.today} and meeting.state in ('draft', 'summoned')
        and (meeting.forum_id = any (${[...reader.fora]}::uuid[]) or invited.reply is not null)
      order by meeting.on_day, meeting.starts limit ${most}`.execute(trx)
  ).rows

export interface MeetingDuty extends Named {
  kind: 'summon' | 'minutes' | 'approve' | 'reply'
  /** The day by which it is to be done; null when there is none. */
  due: CalendarDay | null
  /** Duties of all kinds, this one included. */
  total: number
}

const programNotice = JSON.stringify(
  Object.fromEntries(forumKinds.map((kind) => [kind, defaultOrders(kind).noticeDays])),
)

/**
 * What meetings wait for the reader to do, the earliest deadline first: summon a draft, answer a summons, write the minutes
 * of a meeting that was held, approve minutes. One statement, however many there are.
 */
export const listMeetingDuties = async (trx: Trx, reader: Reader, most: number): Promise<MeetingDuty[]> => {
  const inCharge = sql`(${reader.all} or meeting.forum_id = any (${[...reader.leads]}::uuid[]))`
  return (
    await sql<MeetingDuty>`select duty.*, count(*) over ()::integer as total from (
      select meeting.id, forum.name as "forumName", meeting.title, meeting.on_day as "onDay",
        case when meeting.state = 'draft' then 'summon' when meeting.state = 'circulated' then 'approve' else 'minutes' end as kind,
        case when meeting.state = 'draft' then meeting.on_day - coalesce(own.notice_days, shared.notice_days,
            (${programNotice}::jsonb ->> forum.kind)::integer)
          when meeting.state = 'circulated' then meeting.approve_by else meeting.on_day end as due
      from meetings.meeting as meeting join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
      left join meetings.standing_orders as own on own.district = meeting.district and own.forum_id = meeting.forum_id
      left join meetings.standing_orders as shared on shared.district = meeting.district and shared.forum_id is null and shared.kind = forum.kind
      where meeting.district = ${reader.district} and (
        (${inCharge} and meeting.state = 'draft')
        or (${inCharge} and (meeting.state = 'held' or (meeting.state = 'summoned' and meeting.on_day < ${reader.today})))
        or (meeting.state = 'circulated' and meeting.forum_id = any (${[...reader.fora]}::uuid[])
          and exists (select 1 from fora.seat as seat left join people.tenure as tenure on tenure.district = seat.district
              and tenure.office_id = seat.office_id and tenure.valid_from <= ${reader.today}
              and (tenure.valid_to is null or tenure.valid_to > ${reader.today})
            where seat.district = meeting.district and seat.forum_id = meeting.forum_id and seat.role in ('chair', 'viceChair', 'member')
              and seat.valid_from <= ${reader.today} and (seat.valid_to is null or seat.valid_to > ${reader.today})
              and ${reader.personId}::uuid in (seat.person_id, tenure.person_id))
          and not exists (select 1 from meetings.approval as done where done.district = meeting.district
            and done.meeting_id = meeting.id and done.person_id = ${reader.personId}::uuid and meetings.changed_since(done) = '{}')))
      union all
      select meeting.id, forum.name, meeting.title, meeting.on_day, 'reply', meeting.on_day
      from meetings.invitation as invited
      join meetings.meeting as meeting on meeting.district = invited.district and meeting.id = invited.meeting_id
      join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
      where invited.district = ${reader.district} and invited.person_id = ${reader.personId}::uuid and invited.reply = 'none'
        and invited.removed_at is null and meeting.state = 'summoned' and meeting.current_since is null and meeting.on_day >= ${reader.today}
      ) as duty
      where duty.kind <> 'summon' or duty.due <= ${reader.today}::date + ${summonsAhead}::integer
      order by duty.due nulls last, duty."onDay", duty."forumName" limit ${most}`.execute(trx)
  ).rows
}
