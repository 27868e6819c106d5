import { type CalendarDay, daysBetween } from '../../base/time.ts'
import type { Carries, ItemKind, MeetingState } from '../rules.ts'

export const replies = ['none', 'accepted', 'declined', 'deputy'] as const
export type Reply = (typeof replies)[number]

/** What stands in the way of a summons, or should be looked at first. Only the first two stop it. */
export type Finding =
  | { kind: 'past' }
  | { kind: 'forumClosed' }
  | { kind: 'late'; days: number; needed: number }
  | { kind: 'emptyAgenda' }
  | { kind: 'unprepared'; number: number; title: string; itemId: string }

/** True when the meeting cannot be summoned at all. */
export const stops = ({ kind }: Finding): boolean => kind === 'past' || kind === 'forumClosed'

/** What the forum's standing orders and plain sense say before a summons goes out. */
export function findingsOf(
  meeting: { onDay: CalendarDay; firstItemNumber: number; forumClosed: boolean },
  items: readonly {
    id: string
    position: number
    title: string
    kind: ItemKind
    recommendation: string
    papers: number
    carries: Carries
  }[],
  { today, noticeDays }: { today: CalendarDay; noticeDays: number },
): Finding[] {
  const days = daysBetween(today, meeting.onDay)
  const unprepared = items.filter(
    // What an item carries along by itself, such as the last minutes, is its paper.
    ({ kind, recommendation, papers, carries }) =>
      kind === 'decision' && recommendation === '' && papers === 0 && carries === 'nothing',
  )
  return [
    ...(days < 0 ? [{ kind: 'past' } as const] : []),
    ...(meeting.forumClosed ? [{ kind: 'forumClosed' } as const] : []),
    ...(days >= 0 && days < noticeDays ? [{ kind: 'late', days, needed: noticeDays } as const] : []),
    ...(items.length === 0 ? [{ kind: 'emptyAgenda' } as const] : []),
    ...unprepared.map(
      ({ id, position, title }) =>
        ({ kind: 'unprepared', itemId: id, title, number: meeting.firstItemNumber + position - 1 }) as const,
    ),
  ]
}

/** One who sits in the forum on the day of the meeting. */
export interface Receiver {
  personId: string
  name: string
  /** The office or organisation they sit for; empty for one who sits in person. */
  label: string
  role: 'chair' | 'viceChair' | 'secretary' | 'member' | 'observer' | 'resourcePerson'
  seatId: string
  /** Null when no address is known: the person is invited, but gets no mail. */
  email: string | null
}

/** A seat that nobody can be summoned for. */
export interface EmptySeat {
  seatId: string
  label: string
  officeId: string | null
}

interface Seat {
  id: string
  role: Receiver['role'] | 'deputy'
  label: string
  officeId: string | null
  personId: string | null
  holderId: string | null
  holderName: string | null
}

const ownLabel = (seat: Seat): string => (seat.personId === null ? seat.label : '')

/**
 * Who is summoned: everyone who sits there, once, however many seats they have, by the first of their seats. Deputies are
 * asked by those they stand in for.
 */
export function receiversOf(
  seats: readonly Seat[],
  emails: ReadonlyMap<string, string | null>,
): { receivers: Receiver[]; empty: EmptySeat[] } {
  const receivers = new Map<string, Receiver>()
  const empty: EmptySeat[] = []
  for (const seat of seats) {
    if (seat.role === 'deputy') continue
    if (seat.holderId === null || seat.holderName === null) {
      empty.push({ seatId: seat.id, label: seat.label, officeId: seat.officeId })
      continue
    }
    const known = receivers.get(seat.holderId)
    if (known === undefined)
      receivers.set(seat.holderId, {
        personId: seat.holderId,
        name: seat.holderName,
        label: ownLabel(seat),
        role: seat.role,
        seatId: seat.id,
        email: emails.get(seat.holderId) ?? null,
      })
    else known.label = [known.label, ownLabel(seat)].filter((label) => label !== '').join(', ')
  }
  return { receivers: [...receivers.values()], empty }
}

/** What of a meeting stands in everybody's calendar. */
type Standing = { state: MeetingState; onDay: string; starts: string; ends: string; place: string }

/** What those invited must be told after a change; null when there is nothing, or nobody was invited yet. */
export function announcementOf(before: Standing, after: Standing): 'moved' | 'place' | 'cancelled' | null {
  if (before.state === 'summoned' && after.state === 'cancelled') return 'cancelled'
  if (before.state !== 'summoned' || after.state !== 'summoned') return null
  if (before.onDay !== after.onDay || before.starts !== after.starts || before.ends !== after.ends) return 'moved'
  return before.place === after.place ? null : 'place'
}

/** True while those invited may answer, or answer anew: once the meeting runs, its attendance says who came. */
export const takesReplies = ({ state, currentSince }: { state: MeetingState; currentSince: Date | null }): boolean =>
  state === 'summoned' && currentSince === null
