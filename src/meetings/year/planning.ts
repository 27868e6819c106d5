import { addDays, type CalendarDay, daysBetween } from '../../base/time.ts'
import { parseCadence } from '../../fora/cadence/rules.ts'
import type { ForumKind } from '../../fora/register/rules.ts'
import { lengthOf, minutesOf, timeOf } from '../rules.ts'
import { Diary } from './diary.ts'
import { openDays, type OpenDays, type ClosedPeriod } from './open-days.ts'

/** A forum as planning sees it. */
export interface PlanForum {
  id: string
  name: string
  kind: ForumKind
  municipalityCode: string | null
  parentId: string | null
  /** The words of the register: "Mindst 4". */
  cadence: string
  /** `HH:MM`, by the forum's standing orders. */
  starts: string
  minutes: number
  /** Ids of the persons who sit in it. */
  members: readonly string[]
}

/** A meeting that is already there, or a place in the plan. */
export interface Booked {
  id: string
  forumId: string
  onDay: CalendarDay
  starts: string
  ends: string
  /** The meeting that this one prepares. */
  prepares: string | null
}

/** Why nothing, or not all, was proposed for a forum. */
export type NotPlacedReason =
  'asNeeded' | 'varies' | 'unparsed' | 'often' | 'seldom' | 'enough' | 'noDay' | 'noDayBefore'

export interface NotPlaced {
  forumId: string
  reason: NotPlacedReason
  /** Meetings that found no day; 0 where none were to be proposed. */
  count: number
  /** The meeting that could not be prepared in time. */
  before: CalendarDay | null
}

export interface PlanInput {
  year: number
  /** The first day that may be used: tomorrow, when the year has begun. */
  from: CalendarDay
  /** Those to plan for. */
  fora: readonly PlanForum[]
  /** Who sits in every forum of the district, so that meetings of fora not planned for are kept clear of. */
  members: ReadonlyMap<string, readonly string[]>
  existing: readonly Booked[]
  closed: readonly ClosedPeriod[]
}

export interface Plan {
  rows: readonly Booked[]
  notPlaced: readonly NotPlaced[]
}

/** Meetings a year from which a forum keeps a calendar of its own. */
const oftenFrom = 25
/** How many days before the meeting it prepares a committee meets. */
export const preparesWithin = { atLeast: 14, atMost: 21 } as const
const preparesBest = 17

/** How many meetings a year the words ask for, or why that cannot be said. */
export function wantedMeetings(cadence: string): number | NotPlacedReason {
  const { kind, min, max } = parseCadence(cadence)
  if (kind !== 'count') return kind
  const count = min ?? max ?? 0
  if (count < 1) return 'seldom'
  return count >= oftenFrom ? 'often' : Math.ceil(count)
}

/** Times to try on a day when the usual one is taken. */
const otherTimes = ['09:00', '13:00', '10:00', '14:00', '08:30', '15:00', '11:00', '12:00', '16:00']
const latestEnd = 18 * 60

const timesFor = ({ starts, minutes }: PlanForum): string[] => [
  starts,
  ...otherTimes.filter((time) => time !== starts && minutesOf(time) + minutes <= latestEnd),
]

/** A day as a number, so that days can be counted between without reading them each time. */
const serialOf = (of: CalendarDay): number => Date.parse(of) / 86_400_000

/** The plan while it is made: what is booked, and where there is room. */
class Draft {
  readonly diary = new Diary()
  readonly rows: Booked[] = []
  readonly notPlaced: NotPlaced[] = []
  readonly #ownDays = new Map<string, number[]>()
  readonly #members: ReadonlyMap<string, readonly string[]>

  constructor({ existing, members }: PlanInput) {
    this.#members = members
    for (const meeting of existing) this.#book(meeting)
  }

  #book(meeting: Booked): void {
    this.diary.book(this.#members.get(meeting.forumId) ?? [], meeting)
    this.#ownDays.set(meeting.forumId, [...this.daysOf(meeting.forumId), serialOf(meeting.onDay)])
  }

  /** Days on which the forum meets already, as numbers. */
  daysOf(forumId: string): readonly number[] {
    return this.#ownDays.get(forumId) ?? []
  }

  add(forum: PlanForum, onDay: CalendarDay, starts: string, prepares: string | null): void {
    const row: Booked = {
      id: `r${String(this.rows.length + 1)}`,
      forumId: forum.id,
      onDay,
      starts,
      ends: timeOf(minutesOf(starts) + forum.minutes),
      prepares,
    }
    this.rows.push(row)
    this.#book(row)
  }

  /** The first of these days, best first, on which the forum can meet: without meeting anybody twice, else at another time. */
  find(forum: PlanForum, days: readonly Candidate[]): { onDay: CalendarDay; starts: string } | null {
    const quiet = days.find(({ onDay }) => !this.diary.isAnyoneBusy(forum.members, onDay))
    if (quiet !== undefined) return { onDay: quiet.onDay, starts: forum.starts }
    for (const { onDay } of days) {
      const starts = timesFor(forum).find((time) => {
        const span = { starts: time, ends: timeOf(minutesOf(time) + forum.minutes) }
        return this.diary.clashing(forum.members, onDay, span).length === 0
      })
      if (starts !== undefined) return { onDay, starts }
    }
    return null
  }

  leaveOut(forum: PlanForum, reason: NotPlacedReason, count = 0, before: CalendarDay | null = null): void {
    this.notPlaced.push({ forumId: forum.id, reason, count, before })
  }
}

/** Where each of `count` meetings best lies: evenly among the open days, moved by the forum's own share of a step. */
const targetsOf = (open: OpenDays, count: number, phase: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(((index + phase) / count) * open.days.length))

interface Candidate {
  onDay: CalendarDay
  serial: number
}

/** Days by their distance from the best one. */
const nearest = (days: readonly CalendarDay[], target: number): Candidate[] =>
  days
    .map((onDay, index) => ({ onDay, serial: serialOf(onDay), away: Math.abs(index - target) }))
    .toSorted((a, b) => a.away - b.away)

const isFarFrom = (taken: readonly number[], { serial }: Candidate, gap: number): boolean =>
  taken.every((other) => Math.abs(other - serial) >= gap)

/** Removes from the targets those that meetings already there stand for. */
const leftOver = (targets: readonly number[], open: OpenDays, taken: readonly number[]): number[] => {
  const left = [...targets]
  for (const serial of taken) {
    const at = open.days.findIndex((one) => serialOf(one) >= serial)
    const place = at === -1 ? open.days.length : at
    const closest = left.reduce((best, one, index) => {
      const isCloser = Math.abs(one - place) < Math.abs((left[best] ?? Infinity) - place)
      return isCloser ? index : best
    }, 0)
    left.splice(closest, 1)
  }
  return left
}

interface Wanted {
  forum: PlanForum
  count: number
  phase: number
  open: OpenDays
}

const spread = (draft: Draft, from: CalendarDay, wanted: Wanted, accepts: (onDay: CalendarDay) => boolean): void => {
  const { forum, count, phase, open } = wanted
  const missing = count - draft.daysOf(forum.id).length
  if (missing <= 0) return
  const usable = open.days.filter((one) => one >= from && accepts(one))
  const left = leftOver(targetsOf(open, count, phase), open, draft.daysOf(forum.id))
  const isAhead = left.every((target) => (open.days[target] ?? '9') >= from)
  const goals = isAhead
    ? left.map((target) => usable.findIndex((one) => one >= (open.days[target] ?? '')))
    : targetsOf({ ...open, days: usable }, missing, phase)
  const gap = Math.max(1, Math.floor((365 / count) * 0.4))
  const near = Math.ceil(open.days.length / count / 2)
  let unplaced = 0
  for (const goal of goals) {
    const target = goal === -1 ? usable.length - 1 : goal
    const free = nearest(usable, target).filter((one) => isFarFrom(draft.daysOf(forum.id), one, 1))
    const spaced = free.filter((one) => isFarFrom(draft.daysOf(forum.id), one, gap))
    const found =
      draft.find(forum, spaced.slice(0, near)) ?? draft.find(forum, spaced.slice(near)) ?? draft.find(forum, free)
    if (found === null) unplaced += 1
    else draft.add(forum, found.onDay, found.starts, null)
  }
  if (unplaced > 0) draft.leaveOut(forum, 'noDay', unplaced)
}

/** The days on which a committee may prepare a meeting, best first. */
const daysBefore = (open: OpenDays, meeting: CalendarDay, from: CalendarDay): Candidate[] =>
  [0, 1, -1, 2, -2, 3, -3, 4]
    .map((step) => addDays(meeting, -preparesBest - step))
    .filter((one) => one >= from && open.has(one))
    .map((onDay) => ({ onDay, serial: serialOf(onDay) }))

const isPrepared = (council: Booked, committee: string, booked: readonly Booked[]): boolean =>
  booked.some(({ forumId, onDay, prepares }) => {
    if (forumId !== committee) return false
    const days = daysBetween(onDay, council.onDay)
    return prepares === council.id || (days >= preparesWithin.atLeast && days <= preparesWithin.atMost)
  })

const prepare = (draft: Draft, input: PlanInput, committee: PlanForum, open: OpenDays): void => {
  const councils = [...input.existing, ...draft.rows]
    .filter(({ forumId, onDay }) => forumId === committee.parentId && onDay >= input.from)
    .toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1))
  for (const council of councils) {
    if (isPrepared(council, committee.id, [...input.existing, ...draft.rows])) continue
    const days = daysBefore(open, council.onDay, input.from).filter((one) =>
      isFarFrom(draft.daysOf(committee.id), one, 1),
    )
    const found = draft.find(committee, days)
    if (found === null) draft.leaveOut(committee, 'noDayBefore', 1, council.onDay)
    else draft.add(committee, found.onDay, found.starts, council.id)
  }
}

const rankOf: Record<ForumKind, number> = {
  districtCouncil: 0,
  liaisonCommittee: 1,
  localCouncil: 2,
  workingGroup: 3,
  localNetwork: 3,
  standing: 3,
}

const isPreparing = (forum: PlanForum, kinds: ReadonlyMap<string, ForumKind>): boolean =>
  forum.kind === 'liaisonCommittee' && forum.parentId !== null && kinds.get(forum.parentId) === 'districtCouncil'

/** The golden ratio spreads any number of fora evenly over a step. */
const phaseOf = (index: number): number => 0.5 + (((index * 0.618_033_988_75 + 0.5) % 1) - 0.5) * 0.6

/**
 * Proposes the meetings of a year. Never on a weekend, a holiday or a closed day; nobody in two meetings at the same time,
 * and nobody twice a day where it can be avoided; a committee 14 to 21 days before each meeting of the council it prepares.
 * The same answer for the same input, whatever the order of the fora.
 */
export function planYear(input: PlanInput, kinds: ReadonlyMap<string, ForumKind>): Plan {
  const draft = new Draft(input)
  const openFor = openDays(input)
  const ordered = input.fora
    .map((forum) => ({ forum, wanted: wantedMeetings(forum.cadence) }))
    .toSorted(
      (a, b) =>
        rankOf[a.forum.kind] - rankOf[b.forum.kind] ||
        b.forum.members.length - a.forum.members.length ||
        (a.forum.id < b.forum.id ? -1 : 1),
    )
  ordered.forEach(({ forum, wanted }, index) => {
    const open = openFor(forum.municipalityCode)
    if (isPreparing(forum, kinds)) prepare(draft, input, forum, open)
    if (typeof wanted !== 'number') {
      if (draft.daysOf(forum.id).length === 0) draft.leaveOut(forum, wanted)
      return
    }
    if (input.existing.filter(({ forumId }) => forumId === forum.id).length >= wanted) draft.leaveOut(forum, 'enough')
    const committees = input.fora.filter((one) => one.parentId === forum.id && isPreparing(one, kinds))
    const canBePrepared = (onDay: CalendarDay) =>
      committees.every((one) => daysBefore(openFor(one.municipalityCode), onDay, input.from).length > 0)
    spread(draft, input.from, { forum, count: wanted, phase: phaseOf(index), open }, canBePrepared)
  })
  return { rows: inOrder(draft.rows), notPlaced: draft.notPlaced }
}

const inOrder = (rows: readonly Booked[]): Booked[] =>
  rows.toSorted((a, b) => (`${a.onDay}${a.starts}${a.id}` < `${b.onDay}${b.starts}${b.id}` ? -1 : 1))

/** Another day for one meeting of the plan, as near as can be to where it is; null when there is none. */
export function proposeAgain(
  input: PlanInput,
  forum: PlanForum,
  row: Booked,
  council: CalendarDay | null,
): { onDay: CalendarDay; starts: string; ends: string } | null {
  const draft = new Draft({ ...input, existing: input.existing.filter(({ id }) => id !== row.id) })
  const open = openDays(input)(forum.municipalityCode)
  const usable =
    council === null
      ? nearest(
          open.days.filter((one) => one >= input.from),
          open.days.filter((one) => one >= input.from && one < row.onDay).length,
        )
      : daysBefore(open, council, input.from)
  const days = usable.filter((one) => one.onDay !== row.onDay && isFarFrom(draft.daysOf(forum.id), one, 1))
  const found = draft.find({ ...forum, starts: row.starts, minutes: lengthOf(row) }, days)
  return found === null ? null : { ...found, ends: timeOf(minutesOf(found.starts) + lengthOf(row)) }
}
