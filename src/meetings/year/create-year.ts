import { randomUUID } from 'node:crypto'
import { longDay } from '../../base/language.ts'
import { addDays, type CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { YearDraft } from './draft-store.ts'
import type { DraftRow } from './draft.ts'
import { addMeetings, listForaToPlan, type NewMeeting, readOrders } from './plan-store.ts'

/** For whom, where and when meetings are made. */
interface Maker {
  district: { id: string }
  today: CalendarDay
  actor: { name: string }
}

/**
 * Makes the meetings of a plan that is locked, and returns its rows with the meetings they became. Rows of a forum that has been
 * closed or paused since are left out.
 */
export async function createYear(asked: Maker, trx: Trx, draft: YearDraft): Promise<DraftRow[]> {
  const district = asked.district.id
  const fora = new Map((await listForaToPlan(trx, district)).map((forum) => [forum.id, forum]))
  const ordersOf = await readOrders(trx, district)
  const rows = draft.rows.map((row) => ({
    ...row,
    out: row.out || !fora.has(row.forumId),
    meetingId: row.out || !fora.has(row.forumId) ? null : randomUUID(),
  }))
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
