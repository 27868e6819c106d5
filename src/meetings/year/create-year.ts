import { randomUUID } from 'node:crypto'
import { longDay } from '../../base/language.ts'
import { addDays, type CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { listMeetingsBetween, type Meeting } from '../meeting/meeting-store.ts'
import { firstOfYear, lastOfYear } from './days.ts'
import type { YearDraft } from './draft-store.ts'
import type { DraftRow } from './draft.ts'
import { addMeetings, listForaToPlan, type NewMeeting, readOrders } from './plan-store.ts'

/** For whom, where and when meetings are made. */
interface Maker {
  district: { id: string }
  today: CalendarDay
  actor: { name: string }
}

const placeInTime = ({ forumId, onDay, starts }: Pick<Meeting, 'forumId' | 'onDay' | 'starts'>): string =>
  `${forumId} ${onDay} ${starts}`

/**
 * Makes the meetings of a plan that is locked, and returns its rows with the meetings they became. Left out are rows of a forum that
 * has been closed or paused since, and those that another plan, or the same row written twice, has made already.
 */
export async function createYear(asked: Maker, trx: Trx, draft: YearDraft): Promise<DraftRow[]> {
  const district = asked.district.id
  const fora = new Map((await listForaToPlan(trx, district)).map((forum) => [forum.id, forum]))
  const ordersOf = await readOrders(trx, district)
  const there = await listMeetingsBetween(trx, district, firstOfYear(draft.year), lastOfYear(draft.year))
  const taken = new Set(there.filter(({ state }) => state !== 'cancelled').map(placeInTime))
  const rows = draft.rows.map((row) => {
    const out = row.out || !fora.has(row.forumId) || taken.has(placeInTime(row))
    if (!out) taken.add(placeInTime(row))
    return { ...row, out, meetingId: out ? null : randomUUID() }
  })
  const idOf = new Map(rows.map(({ key, meetingId }) => [key, meetingId]))
  const meetings = rows.flatMap((row): NewMeeting[] => {
    const forum = fora.get(row.forumId)
    if (row.meetingId === null || forum === undefined) return []
    const orders = ordersOf(forum)
    const proposeBy = addDays(row.onDay, -orders.proposalDays)
    return [
      {
        id: row.meetingId,
        forumId: row.forumId,
        municipalityCode: forum.municipalityCode,
        kind: row.kind,
        onDay: row.onDay,
        starts: row.starts,
        ends: row.ends,
        place: row.place,
        proposeBy: proposeBy >= asked.today ? proposeBy : null,
        preparesId:
          row.prepares === null ? null : idOf.has(row.prepares) ? (idOf.get(row.prepares) ?? null) : row.prepares,
        createdBy: asked.actor.name,
        name: `${forum.name} ${longDay(row.onDay, 'da')}`,
        template: orders.template,
      },
    ]
  })
  await addMeetings(trx, district, meetings)
  const items = new Map(meetings.map(({ id, template }) => [id, template.length]))
  return rows.map((row) => ({ ...row, items: row.meetingId === null ? 0 : (items.get(row.meetingId) ?? 0) }))
}
