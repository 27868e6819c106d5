import { addMonths } from './periods.ts'
import { parties, type Party, type SeatRole } from './rules.ts'

/** How many seats one side may have; null where nothing is agreed. */
export interface Quota {
  party: Party
  min: number | null
  max: number | null
}

/** How a forum is to be put together, from its own rules or the district's for its kind. */
export interface Composition {
  /** True when the forum has rules of its own. */
  own: boolean
  chairParty: Party | null
  termMonths: number | null
  quotas: readonly Quota[]
  /** Where it was agreed, such as the standing orders of the council. */
  source: string
  version: number
}

/** As much of a seat as its composition is judged by. */
export interface ComposedSeat {
  role: SeatRole
  party: Party
  /** What it belongs to; empty where the actor may not see the person. */
  label: string
  officeId: string | null
  termEnds: string | null
  validFrom: string
}

export type Departure =
  | { kind: 'noChair'; wanted: Party }
  | { kind: 'chair'; wanted: Party; actual: Party }
  | { kind: 'tooFew'; party: Party; count: number; min: number }
  | { kind: 'tooMany'; party: Party; count: number; max: number }
  | { kind: 'termExpired'; role: SeatRole; label: string; day: string }
  | { kind: 'termTooLong'; role: SeatRole; label: string; months: number }
  | { kind: 'termMissing'; count: number }

/** Those who decide. A secretary, a deputy, an observer and a resource person take no place from a quota. */
const counted: ReadonlySet<SeatRole> = new Set(['chair', 'viceChair', 'member'])

/** Seats that count towards the quota of each side. */
export const countByParty = (seats: readonly ComposedSeat[]): Record<Party, number> => {
  const counts: Record<Party, number> = { police: 0, municipality: 0, community: 0, other: 0 }
  for (const { role, party } of seats) if (counted.has(role)) counts[party] += 1
  return counts
}

function termDepartures(seats: readonly ComposedSeat[], months: number | null, day: string): Departure[] {
  const expired = seats.flatMap(({ role, label, termEnds }): Departure[] =>
    termEnds !== null && termEnds < day ? [{ kind: 'termExpired', role, label, day: termEnds }] : [],
  )
  if (months === null) return expired
  const tooLong = seats.flatMap(({ role, label, termEnds, validFrom }): Departure[] =>
    termEnds !== null && termEnds > addMonths(validFrom, months) ? [{ kind: 'termTooLong', role, label, months }] : [],
  )
  // Who sits by virtue of an office sits as long as the office is held.
  const missing = seats.filter((seat) => counted.has(seat.role) && seat.officeId === null && seat.termEnds === null)
  return [
    ...expired,
    ...tooLong,
    ...(missing.length > 0 ? [{ kind: 'termMissing' as const, count: missing.length }] : []),
  ]
}

/** Where the seats of a forum on a day depart from how it is to be put together; empty when nothing does. */
export function departures(seats: readonly ComposedSeat[], composition: Composition, day: string): Departure[] {
  const found: Departure[] = []
  const { chairParty } = composition
  const chair = seats.find(({ role }) => role === 'chair')
  if (chairParty !== null && chair === undefined) found.push({ kind: 'noChair', wanted: chairParty })
  if (chairParty !== null && chair !== undefined && chair.party !== chairParty)
    found.push({ kind: 'chair', wanted: chairParty, actual: chair.party })
  const counts = countByParty(seats)
  for (const party of parties) {
    const { min, max } = composition.quotas.find((each) => each.party === party) ?? { min: null, max: null }
    const count = counts[party]
    if (min !== null && count < min) found.push({ kind: 'tooFew', party, count, min })
    if (max !== null && count > max) found.push({ kind: 'tooMany', party, count, max })
  }
  return [...found, ...termDepartures(seats, composition.termMonths, day)]
}
