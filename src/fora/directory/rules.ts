import { parseCadence } from '../cadence/rules.ts'
import type { ForumStatus } from '../register/rules.ts'
import type { SeatRole } from '../seats/rules.ts'

export const organisationKinds = [
  'police',
  'policeStation',
  'municipality',
  'stateAuthority',
  'region',
  'court',
  'association',
  'business',
  'press',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** A place in a forum, as far as its meetings matter. */
export interface Place {
  forumId: string
  cadence: string
  status: ForumStatus
  role: SeatRole
}

/** What a person's or an organisation's seats ask of them in a year. */
export interface Load {
  fora: number
  /** The least number of meetings that the fora have agreed on. */
  meetings: number
  /** Fora that have agreed on no least number: they may meet often or never. */
  withoutNumber: number
}

/**
 * Sums the meetings a year. Each forum counts once however many seats, fora on pause or closed do not meet, and a
 * deputy comes only when the other cannot.
 */
export function loadOf(places: readonly Place[]): Load {
  const meeting = new Map(
    places
      .filter(({ status, role }) => status === 'active' && role !== 'deputy')
      .map((place) => [place.forumId, place]),
  )
  const least = [...meeting.values()].map(({ cadence }) => parseCadence(cadence).min)
  return {
    fora: new Set(places.map(({ forumId }) => forumId)).size,
    meetings: least.reduce<number>((sum, min) => sum + (min ?? 0), 0),
    withoutNumber: least.filter((min) => min === null).length,
  }
}

/** The load of everyone that `key` names, in one pass. */
export function loadsBy<T extends Place>(places: readonly T[], key: (place: T) => string | null): Map<string, Load> {
  const groups = new Map<string, T[]>()
  for (const place of places) {
    const name = key(place)
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), place])
  }
  return new Map([...groups].map(([name, own]) => [name, loadOf(own)]))
}

export const noLoad: Load = { fora: 0, meetings: 0, withoutNumber: 0 }

export type Period = 'now' | 'former' | 'coming'

/** Where a period stands on a day. Its last day is the day before `until`. */
export const periodOn = (day: string, { since, until }: { since: string; until: string | null }): Period =>
  since > day ? 'coming' : until !== null && until <= day ? 'former' : 'now'

export const personSortings = ['name', 'fora', 'meetings'] as const
export const organisationSortings = ['name', 'kind', 'fora', 'meetings'] as const

/** Sorts by a key; rows of equal rank stand in Danish alphabetical order. */
export function sorted<T extends { sortName: string }>(
  rows: readonly T[],
  key: (row: T) => string | number,
  descending: boolean,
): T[] {
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
  return rows.toSorted((a, b) => (descending ? -1 : 1) * compare(key(a), key(b)) || compare(a.sortName, b.sortName))
}
