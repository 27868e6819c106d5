import { overlap } from './periods.ts'

export const seatRoles = ['chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson'] as const
export type SeatRole = (typeof seatRoles)[number]

/** The sides of the cooperation that quotas are counted by. */
export const parties = ['police', 'municipality', 'community', 'other'] as const
export type Party = (typeof parties)[number]

/** What a seat can belong to. */
export const seatOwners = ['office', 'organisation', 'person'] as const
export type SeatOwner = (typeof seatOwners)[number]

/**
 * An office's seat without a holder stands empty; an organisation's does not, since it sends whom it wants. Who may not
 * see the holder does not learn that there is none.
 */
export const isVacant = (seat: { officeId: string | null; holderId: string | null; holderKnown: boolean }): boolean =>
  seat.officeId !== null && seat.holderId === null && seat.holderKnown

/** As much of a seat as decides whether it can stand beside others in one forum. */
export interface PlacedSeat {
  /** Null for a seat that is yet to be added. */
  id: string | null
  role: SeatRole
  label: string
  officeId: string | null
  personId: string | null
  validFrom: string
  validTo: string | null
}

export type SeatProblem =
  { reason: 'officeTwice' | 'personTwice' } | { reason: 'secondChair'; chair: string } | { reason: 'endsBeforeStart' }

/** Why a seat cannot be in a forum together with the others: an office, or a person in their own name, sits once, and one chairs at a time. */
export function seatProblem(seat: PlacedSeat, all: readonly PlacedSeat[]): SeatProblem | null {
  if (seat.validTo !== null && seat.validTo < seat.validFrom) return { reason: 'endsBeforeStart' }
  const beside = all.filter((other) => other.id !== seat.id && overlap(seat, other))
  if (seat.officeId !== null && beside.some((other) => other.officeId === seat.officeId))
    return { reason: 'officeTwice' }
  if (seat.personId !== null && beside.some((other) => other.personId === seat.personId))
    return { reason: 'personTwice' }
  const chair = beside.find((other) => other.role === 'chair')
  return seat.role === 'chair' && chair !== undefined ? { reason: 'secondChair', chair: chair.label } : null
}

/** Why an office cannot end on a day: while it has seats or a holder. */
export const endingProblem = (office: {
  seats: number
  holder: string | null
}): { reason: 'seats'; count: number } | { reason: 'holder'; name: string } | null =>
  office.seats > 0
    ? { reason: 'seats', count: office.seats }
    : office.holder !== null
      ? { reason: 'holder', name: office.holder }
      : null
