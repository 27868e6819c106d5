import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { readMeetings, type Meeting } from '../meeting/meeting-store.ts'

/** An office, or a seat that somebody holds in person, with who has it or is next to. */
export interface Handed {
  kind: 'office' | 'seat'
  id: string
  /** The title of the office, or the forum of the seat. */
  title: string
  holderName: string | null
  holderFrom: CalendarDay | null
  holderPersonId: string | null
}

/** What has the id, with its latest holder that has not ended; the holder is null when the reader may not see who. */
export const findHanded = async (trx: Trx, district: string, id: string, today: string): Promise<Handed | undefined> =>
  (
    await sql<Handed>`
      select 'office' as kind, office.id, office.title, person.name as "holderName", tenure.valid_from as "holderFrom", tenure.person_id as "holderPersonId"
      from people.office as office
      left join lateral (select * from people.tenure as latest where latest.district = office.district and latest.office_id = office.id
        and (latest.valid_to is null or latest.valid_to > ${today}) order by latest.valid_from desc limit 1) as tenure on true
      left join people.person as person on person.district = office.district and person.id = tenure.person_id
      where office.district = ${district} and office.id = ${id}
      union all
      select 'seat', seat.id, forum.name, person.name, seat.valid_from, seat.person_id
      from fora.seat as seat
      join fora.forum as forum on forum.district = seat.district and forum.id = seat.forum_id
      left join people.person as person on person.district = seat.district and person.id = seat.person_id
      where seat.district = ${district} and seat.id = ${id} and seat.person_id is not null
        and (seat.valid_to is null or seat.valid_to > ${today})`.execute(trx)
  ).rows[0]

/** A forum where one takes over, with everyone who sits there. */
export interface HandedForum {
  id: string
  slug: string
  name: string
  sits: { title: string; name: string | null }[]
}

/** The fora of an office or a seat with who sits in each, in one statement. */
export const listHandedFora = async (
  trx: Trx,
  district: string,
  handedId: string,
  today: string,
): Promise<HandedForum[]> =>
  (
    await sql<HandedForum>`
      select forum.id, forum.slug, forum.name, coalesce((
        select jsonb_agg(jsonb_build_object('title', coalesce(office.title, person.name), 'name', holder.name) order by coalesce(office.sort_title, person.sort_name))
        from fora.seat as seat
        left join people.office as office on office.district = seat.district and office.id = seat.office_id
        left join people.person as person on person.district = seat.district and person.id = seat.person_id
        left join people.tenure as tenure on tenure.district = seat.district and tenure.office_id = seat.office_id
          and tenure.valid_from <= ${today} and (tenure.valid_to is null or tenure.valid_to > ${today})
        left join people.person as holder on holder.district = seat.district and holder.id = tenure.person_id
        where seat.district = forum.district and seat.forum_id = forum.id and coalesce(office.id, person.id) is not null
          and seat.valid_from <= ${today} and (seat.valid_to is null or seat.valid_to > ${today})), '[]') as sits
      from fora.forum as forum where forum.district = ${district} and exists (select 1 from fora.seat as own
        where own.district = forum.district and own.forum_id = forum.id and ${handedId} in (own.office_id, own.id)
          and (own.valid_to is null or own.valid_to > ${today}))
      order by forum.sort_name`.execute(trx)
  ).rows

/** The meetings of some fora that are to come, and the latest of each with minutes. */
export async function listMeetingsAround(
  trx: Trx,
  district: string,
  forumIds: readonly string[],
  today: string,
): Promise<{ coming: Meeting[]; minuted: Meeting[] }> {
  const minuted = sql`meeting.state in ('circulated', 'approved', 'published')`
  const rows = await readMeetings(
    trx,
    district,
    sql`meeting.forum_id = any (${[...forumIds]}::uuid[]) and ((meeting.state = 'summoned' and meeting.on_day >= ${today})
      or (${minuted} and meeting.on_day = (select max(m.on_day) from meetings.meeting as m where m.district = meeting.district
        and m.forum_id = meeting.forum_id and m.state in ('circulated', 'approved', 'published'))))`,
  )
  const isComing = ({ state }: Meeting) => state === 'summoned'
  return { coming: rows.filter(isComing), minuted: rows.filter((meeting) => !isComing(meeting)) }
}

/** The offices and the seats in person that somebody has taken over since a day. */
export const listTakenOver = async (
  trx: Trx,
  district: string,
  personId: string,
  { since, today }: { since: string; today: string },
): Promise<Pick<Handed, 'kind' | 'id' | 'title'>[]> =>
  (
    await sql<Pick<Handed, 'kind' | 'id' | 'title'>>`
      select 'office' as kind, office.id, office.title from people.tenure as tenure
      join people.office as office on office.district = tenure.district and office.id = tenure.office_id
      where tenure.district = ${district} and tenure.person_id = ${personId} and tenure.valid_from between ${since} and ${today}
        and (tenure.valid_to is null or tenure.valid_to > ${today})
      union
      select 'seat', seat.id, forum.name from fora.seat as seat
      join fora.forum as forum on forum.district = seat.district and forum.id = seat.forum_id
      where seat.district = ${district} and seat.person_id = ${personId} and seat.valid_from between ${since} and ${today}
        and (seat.valid_to is null or seat.valid_to > ${today})
      order by 1, 3`.execute(trx)
  ).rows
