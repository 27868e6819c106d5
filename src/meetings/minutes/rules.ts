import { addDays, type CalendarDay } from '../../base/time.ts'
import type { SeatRole } from '../../fora/seats/rules.ts'
import type { AttendanceStatus, Capacity, Stand, VoteKind } from '../hold/rules.ts'
import type { ItemKind, ItemOpenness, MeetingOpenness, MeetingState, OutcomeKind } from '../rules.ts'

/** How much of a meeting its minutes tell: what was decided, or what was said too. */
export const minutesStyles = ['decisions', 'full'] as const
export type MinutesStyle = (typeof minutesStyles)[number]

/** How minutes came to be approved: by every member, by silence at the deadline, or by a note of those in charge. */
export type ApprovedHow = 'all' | 'deadline' | 'hand'

/** Somebody who was asked to the meeting, or came. Without a name for a reader who may not see names of persons. */
export interface Attendee {
  name: string
  /** Office or body. */
  label: string
  capacity: Capacity
  /** The role of the seat as it was on the day; null for one without a seat. */
  role: SeatRole | null
  deputyFor: string
  status: AttendanceStatus
  /** The number of the only item that a guest took part in. */
  itemNumber: number | null
}

/** An action point as the meeting agreed on it. */
export interface AgreedTask {
  itemId: string
  itemNumber: number
  title: string
  /** Empty where the reader may not see the person who owns it. */
  owner: string
  dueOn: CalendarDay
}

export interface MinutesItem {
  id: string
  number: number
  section: string
  title: string
  kind: ItemKind
  presenter: string
  body: string
  recommendation: string
  openness: ItemOpenness
  ground: string | null
  /** Null while nobody has noted what came of it. */
  outcome: OutcomeKind | null
  decision: string
  discussion: string
  statements: readonly { municipality: string; stand: Stand; remark: string }[]
  /** Names are empty for a reader who may not see them. */
  votes: readonly { name: string; vote: VoteKind }[]
}

/** A closed item that the reader may know of and not see. */
export interface UnseenItem {
  number: number
  ground: string
}

export type MinutesEntry = MinutesItem | UnseenItem

/** A numbered correction to locked minutes. */
export interface Addendum {
  id: string
  number: number
  itemId: string | null
  itemNumber: number | null
  words: string
  openness: ItemOpenness
  by: string
  at: Date
}

/** The minutes of a meeting, in what one reader may see of them. */
export interface Minutes {
  attendance: readonly Attendee[]
  /** In the order of the agenda. An item that the reader is kept out of is not there at all. */
  entries: readonly MinutesEntry[]
  tasks: readonly AgreedTask[]
  addenda: readonly Addendum[]
}

export const isSeen = (entry: MinutesEntry): entry is MinutesItem => 'id' in entry

/** Minutes as members read them and after: sent out, approved or published. */
export const isCirculated = (state: MeetingState): boolean =>
  state === 'circulated' || state === 'approved' || state === 'published'

/** Who reads the minutes: what the reader is to the meeting. */
export interface Standing {
  /** True for those in charge, and for those who see everything of the district. */
  everything: boolean
  /** True for one who sits in the forum, or came as a deputy. */
  sits: boolean
  /** True for one outside the forum to whom the published minutes are open. */
  published: boolean
}

/** True when the reader may read the minutes as they stand now. */
export const mayRead = (state: MeetingState, { everything, sits, published }: Standing): boolean =>
  (everything && (state === 'held' || isCirculated(state))) || (sits && isCirculated(state)) || published

/** Names of persons are for those who take part in the forum, and for partners; not for the public. */
export const namesAreSeen = ({ everything, sits }: Standing, seesPersons: boolean): boolean =>
  everything || sits || seesPersons

/** The part of the minutes that readers outside the forum see when they are published. Names are a matter of reading. */
export function theOpenPart(minutes: Minutes): Minutes {
  const open = new Set(
    minutes.entries.flatMap((entry) => (isSeen(entry) && entry.openness === 'open' ? [entry.id] : [])),
  )
  return {
    attendance: minutes.attendance.filter(({ itemNumber }) => itemNumber === null),
    entries: minutes.entries.map((entry) =>
      isSeen(entry) && entry.openness === 'closed' ? { number: entry.number, ground: entry.ground ?? '' } : entry,
    ),
    tasks: minutes.tasks.filter(({ itemId }) => open.has(itemId)),
    addenda: minutes.addenda.filter(
      ({ openness, itemId }) => openness === 'open' && (itemId === null || open.has(itemId)),
    ),
  }
}

/** What stands in the way of a whole set of minutes, for the page that is read before they are sent out. */
export function gapsOf(minutes: Minutes): { noOutcome: number[]; noWords: number[]; noAttendance: boolean } {
  const items = minutes.entries.filter(isSeen)
  return {
    noOutcome: items.filter(({ outcome }) => outcome === null).map(({ number }) => number),
    noWords: items
      .filter(({ outcome, decision }) => outcome === 'decided' && decision === '')
      .map(({ number }) => number),
    noAttendance: !minutes.attendance.some(({ status, itemNumber }) => status === 'present' && itemNumber === null),
  }
}

/** The last day for approving, by the forum's standing orders. */
export const usualDeadline = (today: CalendarDay, approvalDays: number): CalendarDay => addDays(today, approvalDays)

/** True when the last day for approving has passed. The day itself counts. */
export const isPast = (approveBy: CalendarDay | null, today: CalendarDay): boolean =>
  approveBy !== null && today > approveBy

/** A seat as the register has it on a day. */
export interface HeldSeat {
  id: string
  role: string
  label: string
  holderId: string | null
  holderName: string | null
}

/** A member who is asked to approve. */
export interface Approver {
  personId: string
  name: string
  /** The seat's own name: "Borgmesteren i Køge". */
  label: string
}

/** Those whose meeting it was. A secretary writes the minutes; deputies, observers and resource persons do not vote. */
const approving = new Set(['chair', 'viceChair', 'member'])

/**
 * Who approves the minutes: those who held a member's seat on the day of the meeting. Where one of them has left the
 * forum since, the seat's holder today approves; a seat that nobody holds waits for nobody. Each person once.
 */
export function approversOf(onTheDay: readonly HeldSeat[], today: readonly HeldSeat[]): Approver[] {
  const sitting = new Set(today.flatMap(({ holderId }) => holderId ?? []))
  const now = new Map(today.map((seat) => [seat.id, seat]))
  const found = new Map<string, Approver>()
  for (const seat of onTheDay) {
    if (!approving.has(seat.role)) continue
    const holder = seat.holderId !== null && sitting.has(seat.holderId) ? seat : now.get(seat.id)
    if (holder === undefined || holder.holderId === null || found.has(holder.holderId)) continue
    found.set(holder.holderId, { personId: holder.holderId, name: holder.holderName ?? '', label: seat.label })
  }
  return [...found.values()]
}

export interface Approval {
  personId: string
  name: string
  at: Date
  /** What was corrected after it, as far as the reader may know: `meeting`, `attendance` and ids of items. Empty while it is of the minutes as they stand. */
  changed: readonly string[]
  /** The numbers of those items that are still on the agenda. */
  changedItems: readonly number[]
}

/** Those who have not approved the minutes as they stand. */
export const missingOf = (approvers: readonly Approver[], approvals: readonly Approval[]): Approver[] => {
  const done = new Set(approvals.filter(({ changed }) => changed.length === 0).map(({ personId }) => personId))
  return approvers.filter(({ personId }) => !done.has(personId))
}

/** True when there is somebody to approve and nobody is missing. */
export const isApprovedByAll = (approvers: readonly Approver[], approvals: readonly Approval[]): boolean =>
  approvers.length > 0 && missingOf(approvers, approvals).length === 0

/** To whom minutes of a forum may be published: never further than the forum itself is open. */
export const publishableTo = (forum: MeetingOpenness): readonly ('partners' | 'public')[] =>
  forum === 'public' ? ['partners', 'public'] : forum === 'partners' ? ['partners'] : []

/** A forum's minutes in numbers: how many meetings, how many wait, and how long it takes. */
export interface Medians {
  held: number
  /** Held, and not circulated within the days that count as late. */
  late: number
  /** Days from meeting to minutes; null when none have been circulated or published. */
  circulated: number | null
  published: number | null
}

/** Minutes that have not gone round this many days after the meeting are late: the promise districts make themselves. */
export const lateAfterDays = 14
