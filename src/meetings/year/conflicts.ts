import { type CalendarDay, daysBetween } from '../../base/time.ts'
import { weekdayOf } from './days.ts'
import { overlap } from './diary.ts'
import { type HolidayKey, holidaysOf } from './holidays.ts'
import { type ClosedPeriod, concerns } from './open-days.ts'
import { type Booked, preparesWithin } from './planning.ts'

/** What speaks against a day or a time in the plan. */
export type Conflict =
  | { kind: 'weekend' }
  | { kind: 'past' }
  | { kind: 'holiday'; holiday: HolidayKey }
  | { kind: 'closed'; name: string }
  /** In two meetings at the same time, or in two on the same day: the other meeting's forum, and who. */
  | { kind: 'overlap' | 'sameDay'; forumId: string; starts: string; persons: readonly string[] }
  /** The same forum twice on a day. */
  | { kind: 'twice' }
  /** Not 14 to 21 days before the meeting that it prepares. */
  | { kind: 'preparesLate'; days: number }

interface Given {
  year: number
  today: CalendarDay
  rows: readonly Booked[]
  existing: readonly Booked[]
  closed: readonly ClosedPeriod[]
  members: ReadonlyMap<string, readonly string[]>
  municipalityOf: (forumId: string) => string | null
}

/** A conflict that must not be, as against one that is better avoided. */
export const isSerious = ({ kind }: Conflict): boolean => kind !== 'sameDay'

const withOthers = (row: Booked, sameDay: readonly Booked[], given: Given): Conflict[] => {
  const own = new Set(given.members.get(row.forumId))
  return sameDay
    .filter(({ id }) => id !== row.id)
    .flatMap((other): Conflict[] => {
      if (other.forumId === row.forumId) return [{ kind: 'twice' }]
      const persons = (given.members.get(other.forumId) ?? []).filter((person) => own.has(person))
      if (persons.length === 0) return []
      const kind = overlap(row, other) ? 'overlap' : 'sameDay'
      return [{ kind, forumId: other.forumId, starts: other.starts, persons }]
    })
}

/** What speaks against each row of a plan, by the row's id; a row without conflicts is left out. */
export function conflictsOf(given: Given): Map<string, Conflict[]> {
  const all = [...given.existing, ...given.rows]
  const byDay = Map.groupBy(all, ({ onDay }) => onDay)
  const byId = new Map(all.map((one) => [one.id, one]))
  const holidays = new Map<string, HolidayKey>(
    [given.year - 1, given.year, given.year + 1].flatMap(holidaysOf).map(({ day, key }) => [day, key]),
  )
  const found = new Map<string, Conflict[]>()
  for (const row of given.rows) {
    const holiday = holidays.get(row.onDay)
    const prepared = row.prepares === null ? undefined : byId.get(row.prepares)
    const days = prepared === undefined ? preparesWithin.atLeast : daysBetween(row.onDay, prepared.onDay)
    const conflicts: Conflict[] = [
      ...(row.onDay < given.today ? [{ kind: 'past' } as const] : []),
      ...(holiday === undefined ? [] : [{ kind: 'holiday', holiday } as const]),
      ...(holiday === undefined && weekdayOf(row.onDay) > 5 ? [{ kind: 'weekend' } as const] : []),
      ...given.closed
        .filter(
          (period) =>
            period.from <= row.onDay && row.onDay <= period.to && concerns(period, given.municipalityOf(row.forumId)),
        )
        .map(({ name }) => ({ kind: 'closed', name }) as const),
      ...withOthers(row, byDay.get(row.onDay) ?? [], given),
      ...(days < preparesWithin.atLeast || days > preparesWithin.atMost
        ? [{ kind: 'preparesLate', days } as const]
        : []),
    ]
    if (conflicts.length > 0) found.set(row.id, conflicts)
  }
  return found
}
