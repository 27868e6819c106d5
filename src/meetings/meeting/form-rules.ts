import { addDays, type CalendarDay, yearOf } from '../../base/time.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import type { Orders } from '../orders/orders.ts'
import { type MeetingState, minutesOf, timeOf } from '../rules.ts'
import { weekdayOf } from '../year/days.ts'
import { type HolidayKey, holidaysOf } from '../year/holidays.ts'
import { type ClosedPeriod, concerns } from '../year/open-days.ts'

/** Why a day is worth another thought. None of them refuses it. */
export type DayDoubt =
  | { kind: 'weekend' }
  | { kind: 'holiday'; holiday: HolidayKey }
  | { kind: 'period'; name: string }
  | { kind: 'sameDay'; starts: string }

interface DayGround {
  municipalityCode: string | null
  closed: readonly ClosedPeriod[]
  /** When the forum meets already. */
  taken: readonly { onDay: string; starts: string }[]
}

/** What speaks against a day for a forum's meeting, the heaviest first. */
export function doubtsAbout(onDay: CalendarDay, { municipalityCode, closed, taken }: DayGround): DayDoubt[] {
  const holiday = holidaysOf(yearOf(onDay)).find(({ day }) => day === onDay)
  const periods = closed.filter(
    (period) => concerns(period, municipalityCode) && period.from <= onDay && onDay <= period.to,
  )
  return [
    ...(holiday === undefined ? [] : [{ kind: 'holiday' as const, holiday: holiday.key }]),
    ...(weekdayOf(onDay) > 5 ? [{ kind: 'weekend' as const }] : []),
    ...periods.map(({ name }) => ({ kind: 'period' as const, name })),
    ...taken.filter((other) => other.onDay === onDay).map(({ starts }) => ({ kind: 'sameDay' as const, starts })),
  ]
}

/** The last day to propose items: as many days before as the standing orders say, but not before today. */
export const proposalDeadline = (
  onDay: CalendarDay,
  { proposalDays }: Pick<Orders, 'proposalDays'>,
  today: CalendarDay,
): CalendarDay => {
  const deadline = addDays(onDay, -proposalDays)
  return deadline < today ? today : deadline
}

/** When a meeting of the usual length ends. */
export const usualEnd = ({ usualStart, usualMinutes }: Pick<Orders, 'usualStart' | 'usualMinutes'>): string =>
  timeOf(Math.min(minutesOf(usualStart) + usualMinutes, 23 * 60 + 59))

/** A meeting that another may prepare. */
export interface Preparable {
  id: string
  forumKind: ForumKind
  preparedBy: number
}

/** The meeting that a new one most likely prepares: for a liaison committee the next of the district council that nobody prepares. */
export const proposedToPrepare = (kind: ForumKind, coming: readonly Preparable[]): string | null => {
  if (kind !== 'liaisonCommittee') return null
  const councils = coming.filter(({ forumKind }) => forumKind === 'districtCouncil')
  return (councils.find(({ preparedBy }) => preparedBy === 0) ?? councils[0])?.id ?? null
}

/** True while what stands about a meeting can be edited: until the minutes are locked, and not while it is cancelled. */
export const isEditable = (state: MeetingState): boolean =>
  state === 'draft' || state === 'summoned' || state === 'held' || state === 'circulated'

/** True for a number of the municipalities' subject list, such as 00.22.02 or 00.22.02-P35. */
export const isKle = (text: string): boolean => /^\d{2}(\.\d{2}(\.\d{2})?)?([ -]?[A-ZÆØÅ]\d{2})?$/i.test(text)
