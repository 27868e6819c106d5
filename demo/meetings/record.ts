import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { addDays, daysBetween, yearOf } from '../../src/base/time.ts'
import { defaultOrders } from '../../src/meetings/orders/orders.ts'
import { saveOrders } from '../../src/meetings/orders/orders-store.ts'
import { usualSchoolHolidays } from '../../src/meetings/year/holidays.ts'
import { isHeld, type MeetingState } from '../../src/meetings/rules.ts'
import type { Recording } from '../recording.ts'
import { morningOf } from '../when.ts'
import { type DemoMeeting, demoMeetings } from './calendar.ts'
import { closeMinutes, outcomeRow, recordAttendance, recordTasks, statementRows } from './record-minutes.ts'
import { by, inParts, type StoredItem, type StoredMeeting } from './stored.ts'

const isSummoned = (state: MeetingState): boolean => state !== 'draft' && state !== 'cancelled'

/** Meetings are numbered within their year. */
const numbered = ({ fora, today }: Recording): StoredMeeting[] => {
  const counts = new Map<string, number>()
  return demoMeetings(today).map((meeting) => {
    const key = `${meeting.forum.name} ${meeting.onDay.slice(0, 4)}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return {
      ...meeting,
      id: randomUUID(),
      forumId: fora.of(meeting.forum.name),
      number: isSummoned(meeting.state) ? count : null,
    }
  })
}

const timesOf = ({ kind }: DemoMeeting['forum']): { starts: string; ends: string; place: string } => {
  if (kind === 'districtCouncil') return { starts: '10:00', ends: '12:30', place: 'Politigården i Roskilde' }
  if (kind === 'localCouncil') return { starts: '16:30', ends: '18:30', place: 'Rådhuset' }
  return { starts: '09:00', ends: '11:00', place: 'Politigården i Roskilde' }
}

/** A meeting that is over is written as held, so that its minutes can be filled in; it is closed at the end. */
const meetingRow = ({ district }: Recording, meeting: StoredMeeting, all: readonly StoredMeeting[]) => {
  const { forum, onDay, state } = meeting
  const prepared =
    forum.kind === 'liaisonCommittee'
      ? all.find(
          ({ forum: other, onDay: on }) =>
            other.kind === 'districtCouncil' && on > onDay && daysBetween(onDay, on) < 36,
        )
      : undefined
  return {
    district,
    id: meeting.id,
    forum_id: meeting.forumId,
    municipality_code: forum.municipality ?? null,
    kind: 'ordinary' as const,
    on_day: onDay,
    ...timesOf(forum),
    state: isHeld(state) ? ('held' as const) : state,
    openness: forum.openness === 'public' && state !== 'draft' ? ('public' as const) : ('closed' as const),
    number: meeting.number,
    propose_by: addDays(onDay, -21),
    prepares_id: prepared?.id ?? null,
    summoned_at: isSummoned(state) || state === 'cancelled' ? morningOf(addDays(onDay, -14)) : null,
    held_at: isHeld(state) ? morningOf(onDay) : null,
    cancelled_at: state === 'cancelled' ? morningOf(addDays(onDay, -5)) : null,
    cancel_reason: state === 'cancelled' ? 'For mange meldte afbud. Punkterne tages op på næste møde.' : '',
    created_by: by,
    created_at: morningOf(addDays(onDay, -120)),
  }
}

const itemsOf = (meetings: readonly StoredMeeting[]): StoredItem[] => {
  const matters = new Map<string, string>()
  const matterOf = (key: string | undefined): string => {
    if (key === undefined) return randomUUID()
    const id = matters.get(key) ?? randomUUID()
    matters.set(key, id)
    return id
  }
  return meetings.flatMap((meeting) =>
    meeting.items.map((item, index) => ({
      id: randomUUID(),
      meeting,
      item,
      position: index + 1,
      matterId: matterOf(item.matter),
    })),
  )
}

const itemRow = (
  { district }: Recording,
  grounds: ReadonlyMap<string, string>,
  { id, meeting, item, position, matterId }: StoredItem,
) => ({
  district,
  id,
  forum_id: meeting.forumId,
  meeting_id: meeting.id,
  matter_id: matterId,
  position,
  title: item.title,
  kind: item.kind,
  presenter: item.presenter ?? '',
  minutes: item.minutes,
  body: item.body ?? '',
  recommendation: item.recommendation ?? '',
  openness: item.ground === undefined ? ('open' as const) : ('closed' as const),
  ground_id: item.ground === undefined ? null : (grounds.get(item.ground) ?? null),
  review_on: item.ground === undefined ? null : addDays(meeting.onDay, 180),
  carries:
    item.title === 'Godkendelse af referat fra sidste møde'
      ? ('lastMinutes' as const)
      : item.title === 'Opfølgning fra tidligere møder'
        ? ('actionPoints' as const)
        : ('nothing' as const),
})

async function recordPapers({ trx, district }: Recording, items: readonly StoredItem[]): Promise<void> {
  for (const { id, meeting, item } of items) {
    if (item.paper === undefined) continue
    const [title, words] = item.paper
    const bytes = Buffer.from(words)
    const file = {
      name: `${title}.txt`,
      media_type: 'text/plain',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
    const fileId = randomUUID()
    await trx
      .insertInto('documents.file')
      .values({
        district,
        id: fileId,
        ...file,
        bytes,
        stored_by: by,
        stored_at: morningOf(addDays(meeting.onDay, -15)),
      })
      .execute()
    const paperId = randomUUID()
    await trx
      .insertInto('meetings.paper')
      .values({
        district,
        id: paperId,
        forum_id: meeting.forumId,
        meeting_id: meeting.id,
        item_id: id,
        title,
        openness: 'open',
      })
      .execute()
    await trx
      .insertInto('meetings.paper_version')
      .values({
        district,
        paper_id: paperId,
        number: 1,
        file_id: fileId,
        public_file_id: fileId,
        ...file,
        size: bytes.length,
        scan: 'unscanned',
        words,
        words_state: 'read',
        stored_by: by,
      })
      .execute()
  }
}

const exclude = async ({ trx, district }: Recording, { id, meeting, item }: StoredItem): Promise<void> => {
  if (item.excludes === undefined) return
  await sql`insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by)
    select ${district}, ${id}, ${meeting.forumId}, tenure.person_id, 'Part i sagen', ${by} from people.office as office
    join people.tenure as tenure on tenure.district = office.district and tenure.office_id = office.id and tenure.valid_to is null
    where office.district = ${district} and office.title = ${item.excludes}`.execute(trx)
}

const schoolHolidays = {
  winter: 'Vinterferie',
  easter: 'Påskeferie',
  summer: 'Sommerferie',
  autumn: 'Efterårsferie',
  christmas: 'Juleferie',
} as const

/** The school holidays of this year and the next, kept free of meetings. */
const recordSchoolHolidays = ({ trx, district, today }: Recording) =>
  trx
    .insertInto('meetings.closed_period')
    .values(
      [yearOf(today), yearOf(today) + 1].flatMap((year) =>
        usualSchoolHolidays(year).map(({ key, from, to }) => ({
          district,
          name: schoolHolidays[key],
          from_day: from,
          to_day: to,
        })),
      ),
    )
    .execute()

/** The council's standing orders name the source of its rule on opening; other fora go by what the program begins with. */
const recordOrders = ({ trx, district }: Recording) =>
  saveOrders(
    trx,
    district,
    { owner: { forumId: null, kind: 'districtCouncil' }, version: 0 },
    {
      ...defaultOrders('districtCouncil'),
      usualPlace: 'Politigården i Roskilde',
      openingSource: 'Bekendtgørelse nr. 1426 af 18. december 2006',
    },
  )

/** That members and chair agreed to open a meeting to the public, noted with the summons. */
const recordOpenings = ({ trx, district }: Recording) =>
  sql`insert into meetings.opening (district, meeting_id, members, in_favour, chair_consents, source, recorded_by, recorded_at)
    select meeting.district, meeting.id, seats.number, greatest(seats.number - ('x' || substr(md5(meeting.on_day::text), 1, 2))::bit(8)::integer % 2, 1), true,
      case when forum.kind = 'districtCouncil' then 'Bekendtgørelse nr. 1426 af 18. december 2006' else 'Forretningsordenen' end, ${by}, meeting.summoned_at
    from meetings.meeting as meeting join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
    cross join lateral (select count(*)::integer as number from fora.seat as seat where seat.district = meeting.district and seat.forum_id = meeting.forum_id
      and seat.role in ('chair', 'viceChair', 'member') and seat.valid_from <= meeting.on_day and (seat.valid_to is null or seat.valid_to > meeting.on_day)) as seats
    where meeting.district = ${district} and meeting.openness = 'public' and seats.number > 0`.execute(trx)

/** Two years of meetings with agendas, outcomes, minutes and action points. */
export async function recordMeetings(recording: Recording): Promise<void> {
  const { trx, district } = recording
  await recordSchoolHolidays(recording)
  await recordOrders(recording)
  const meetings = numbered(recording)
  await inParts(meetings, (part) =>
    trx
      .insertInto('meetings.meeting')
      .values(part.map((meeting) => meetingRow(recording, meeting, meetings)))
      .execute(),
  )
  const grounds = new Map(
    (
      await trx
        .selectFrom('meetings.closing_ground as ground')
        .select(['ground.id', 'ground.name'])
        .where('ground.district', '=', district)
        .execute()
    ).map(({ id, name }) => [name, id]),
  )
  await recordOpenings(recording)
  const items = itemsOf(meetings)
  await inParts(items, (part) =>
    trx
      .insertInto('meetings.item')
      .values(part.map((item) => itemRow(recording, grounds, item)))
      .execute(),
  )
  for (const item of items) await exclude(recording, item)
  await recordPapers(recording, items)
  await recordAttendance(recording)
  const held = items.filter(({ meeting }) => isHeld(meeting.state))
  await inParts(held, (part) =>
    trx
      .insertInto('meetings.outcome')
      .values(part.map((item) => outcomeRow(recording, item)))
      .execute(),
  )
  await inParts(
    held.flatMap((item) => statementRows(recording, item)),
    (part) => trx.insertInto('meetings.statement').values(part).execute(),
  )
  await recordTasks(recording, held)
  await closeMinutes(recording, meetings)
}
