import { addDays, type CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { listMeetingsBetween } from '../meeting/meeting-store.ts'
import { conflictsOf } from './conflicts.ts'
import { firstOfYear, lastOfYear } from './days.ts'
import { asBooked, type DraftRow } from './draft.ts'
import { listPeriods } from './period-store.ts'
import { type ForumToPlan, listForaToPlan, listSeated, readOrders } from './plan-store.ts'
import type { Booked, PlanForum, PlanInput } from './planning.ts'

/** Everything that planning a year looks at. */
export interface PlanGround {
  year: number
  /** The first day that meetings may be proposed on. */
  from: CalendarDay
  fora: readonly (ForumToPlan & PlanForum & { place: string })[]
  existing: readonly Booked[]
  closed: PlanInput['closed']
  members: ReadonlyMap<string, readonly string[]>
  names: ReadonlyMap<string, string>
}

/** Reads it in five statements, however many fora and meetings there are. */
export async function gatherPlan(asked: Asked, trx: Trx, year: number): Promise<PlanGround> {
  const district = asked.district.id
  const [begins, ends] = [firstOfYear(year), lastOfYear(year)]
  const tomorrow = addDays(asked.today, 1)
  const from = tomorrow > begins ? tomorrow : begins
  // Who takes over an office before the year begins is the one to come.
  const seated = await listSeated(trx, district, from)
  const members = new Map(
    [...Map.groupBy(seated, ({ forumId }) => forumId)].map(([id, rows]) => [id, rows.map((row) => row.personId)]),
  )
  const ordersOf = await readOrders(trx, district)
  const fora = await listForaToPlan(trx, district)
  const meetings = await listMeetingsBetween(trx, district, begins, ends)
  return {
    year,
    from,
    fora: fora.map((forum) => {
      const { usualStart, usualMinutes, usualPlace } = ordersOf(forum)
      return {
        ...forum,
        starts: usualStart,
        minutes: usualMinutes,
        place: usualPlace,
        members: members.get(forum.id) ?? [],
      }
    }),
    existing: meetings
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, forumId, onDay, starts, ends: until, preparesId }) => ({
        id,
        forumId,
        onDay,
        starts,
        ends: until,
        prepares: preparesId,
      })),
    closed: await listPeriods(trx, district, begins, ends),
    members,
    names: new Map(seated.map(({ personId, name }) => [personId, name])),
  }
}

/** What planning is given for some of the fora. */
export const planInput = (ground: PlanGround, chosen: (forumId: string) => boolean): PlanInput => ({
  year: ground.year,
  from: ground.from,
  fora: ground.fora.filter(({ id }) => chosen(id)),
  members: ground.members,
  existing: ground.existing,
  closed: ground.closed,
})

export const kindsOf = ({ fora }: PlanGround) => new Map(fora.map(({ id, kind }) => [id, kind]))

/** What speaks against the rows that are not left out. Meetings made of the plan itself do not stand in its way. */
export function conflictsIn(ground: PlanGround, rows: readonly DraftRow[], today: CalendarDay) {
  const made = new Set(rows.map(({ meetingId }) => meetingId))
  const municipalities = new Map(ground.fora.map(({ id, municipalityCode }) => [id, municipalityCode]))
  return conflictsOf({
    year: ground.year,
    today,
    rows: rows.filter(({ out }) => !out).map(asBooked),
    existing: ground.existing.filter(({ id }) => !made.has(id)),
    closed: ground.closed,
    members: ground.members,
    municipalityOf: (id) => municipalities.get(id) ?? null,
  })
}
