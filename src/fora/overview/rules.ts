import { sortKey } from '../../base/danish.ts'
import { saysNone } from '../annex/reading/judge.ts'
import { parseCadence } from '../cadence/rules.ts'
import { shared } from '../interfaces/likeness.ts'
import { tellingStems } from '../interfaces/matching.ts'
import { type AnnexField, annexFields, type ForumStatus, type Level, levels } from '../register/rules.ts'

/** A forum with what the overview counts. Annex fields left empty are those of its group, if it has one. */
export interface OverviewForum extends Record<AnnexField, string> {
  id: string
  slug: string
  name: string
  sortName: string
  categoryNumber: number
  categoryName: string
  level: Level | null
  status: ForumStatus
  groupId: string | null
  /** How many dated legal references it rests on. */
  legalReferences: number
}

/** Who or what holds a seat of a forum on the day. */
export interface MemberSeat {
  forumId: string
  /** The person in the seat, else the office, else the organisation. */
  memberId: string
  memberName: string
  organisationId: string | null
  organisationName: string | null
  personId: string | null
  personName: string | null
  vacant: boolean
}

const inOrder = <T extends { sortName: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0))

/** Fora of one category by level. */
export interface CategoryRow {
  number: number
  name: string
  byLevel: Readonly<Record<Level | 'none', number>>
  total: number
}

/** Fora that are not closed, per category and level, in the annex's order. */
export const perCategory = (fora: readonly OverviewForum[]): CategoryRow[] =>
  [
    ...Map.groupBy(
      fora.filter(({ status }) => status !== 'closed'),
      ({ categoryNumber }) => categoryNumber,
    ),
  ]
    .toSorted(([a], [b]) => a - b)
    .map(([number, some]) => {
      const at = (level: Level | null) => some.filter((forum) => forum.level === level).length
      return {
        number,
        name: some[0]?.categoryName ?? '',
        byLevel: {
          strategic: at('strategic'),
          tactical: at('tactical'),
          operational: at('operational'),
          none: at(null),
        },
        total: some.length,
      }
    })

/** Meetings a year of some fora. */
export interface Load {
  /** How many fora. */
  fora: number
  /** The least and the most meetings a year of those with a number. */
  least: number
  most: number
  /** Fora whose number has no upper bound ("mindst 4"); they count with their least in `most`. */
  openEnded: number
  /** Fora without a fixed number: as needed, varying, not stated or not understood. */
  uncounted: number
}

/** Adds up how often some fora are to meet in a year. */
export const loadOf = (cadences: readonly string[]): Load => {
  const counted = cadences.map(parseCadence).filter(({ kind }) => kind === 'count')
  return {
    fora: cadences.length,
    least: counted.reduce((sum, { min }) => sum + (min ?? 0), 0),
    most: counted.reduce((sum, { min, max }) => sum + (max ?? min ?? 0), 0),
    openEnded: counted.filter(({ max }) => max === null).length,
    uncounted: cadences.length - counted.length,
  }
}

export interface LoadRow extends Load {
  id: string
  name: string
}

const isActive = ({ status }: OverviewForum): boolean => status === 'active'

/** The load of each organisation or person, the heaviest first; a forum counts once however many seats they have there. */
export const loadPer = (
  fora: readonly OverviewForum[],
  seats: readonly MemberSeat[],
  of: (seat: MemberSeat) => { id: string; name: string } | null,
): LoadRow[] => {
  const active = new Map(fora.filter(isActive).map((forum) => [forum.id, forum]))
  const found = new Map<string, { name: string; fora: Set<string> }>()
  for (const seat of seats) {
    const holder = of(seat)
    if (holder === null || !active.has(seat.forumId)) continue
    const entry = found.get(holder.id) ?? { name: holder.name, fora: new Set() }
    found.set(holder.id, { ...entry, fora: entry.fora.add(seat.forumId) })
  }
  return [...found]
    .map(([id, entry]) => ({
      id,
      name: entry.name,
      ...loadOf([...entry.fora].flatMap((forum) => active.get(forum)?.cadence ?? [])),
    }))
    .toSorted(
      (a, b) => b.least - a.least || b.most - a.most || b.fora - a.fora || (sortKey(a.name) < sortKey(b.name) ? -1 : 1),
    )
}

export const organisationOf = ({ organisationId, organisationName }: MemberSeat) =>
  organisationId === null || organisationName === null ? null : { id: organisationId, name: organisationName }

export const personOf = ({ personId, personName }: MemberSeat) =>
  personId === null || personName === null ? null : { id: personId, name: personName }

/** The load of all active fora together. */
export const totalLoad = (fora: readonly OverviewForum[]): Load =>
  loadOf(fora.filter(isActive).map(({ cadence }) => cadence))

/** When two fora count as overlapping. Settings of this program, not of law; the page states them. */
export const overlapLimits = {
  /** Members both have, as a part of the members either has (Jaccard's index). */
  members: 0.5,
  /** Fewest members in common: two fora of one member each say nothing. */
  atLeast: 2,
  /** How many of the telling words in names or topics are the same (Dice's coefficient). */
  topic: 0.35,
} as const

export interface Overlap {
  a: OverviewForum
  b: OverviewForum
  shared: number
  /** Members that either has. */
  either: number
  /** 0 to 1. */
  members: number
  topic: number
}

const inBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((one) => b.has(one)).length

/** What two sets have in common, from 0 to 1: the part of all their elements that is in both. */
export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const both = inBoth(a, b)
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}

const alike = (a: string, b: string): number => {
  const [one, other] = [tellingStems(a), tellingStems(b)]
  const words = one.length + other.length
  return one.length === 0 || other.length === 0 ? 0 : (2 * Math.max(shared(one, other), shared(other, one))) / words
}

/** How much the names or the topics of two fora have in common, whichever is more, from 0 to 1. */
export const topicLikeness = (
  a: Pick<OverviewForum, 'name' | 'topic'>,
  b: Pick<OverviewForum, 'name' | 'topic'>,
): number => Math.max(alike(a.name, b.name), alike(a.topic, b.topic))

/** Pairs of active fora with nearly the same members and a like topic, the closest first. */
export const overlaps = (fora: readonly OverviewForum[], seats: readonly MemberSeat[]): Overlap[] => {
  const members = new Map<string, Set<string>>()
  for (const { forumId, memberId } of seats) members.set(forumId, (members.get(forumId) ?? new Set()).add(memberId))
  const membersOf = ({ id }: OverviewForum): ReadonlySet<string> => members.get(id) ?? new Set<string>()
  const seated = inOrder(fora.filter((forum) => isActive(forum) && membersOf(forum).size >= overlapLimits.atLeast))
  const pairs: Overlap[] = []
  for (const [index, a] of seated.entries()) {
    for (const b of seated.slice(index + 1)) {
      const [mine, theirs] = [membersOf(a), membersOf(b)]
      const both = inBoth(mine, theirs)
      if (both < overlapLimits.atLeast) continue
      const together = jaccard(mine, theirs)
      if (together < overlapLimits.members) continue
      const topic = topicLikeness(a, b)
      if (topic >= overlapLimits.topic)
        pairs.push({ a, b, shared: both, either: mine.size + theirs.size - both, members: together, topic })
    }
  }
  return pairs.toSorted((x, y) => y.members - x.members || y.topic - x.topic)
}

export type CheckedField = AnnexField | 'level'
export const checkedFields: readonly CheckedField[] = [...annexFields, 'level']

/** The fora that lack each field of the annex, or a level. "Ingen" is an answer, not a gap. */
export const missingFields = (fora: readonly OverviewForum[]): { field: CheckedField; fora: OverviewForum[] }[] => {
  const open = inOrder(fora.filter(({ status }) => status !== 'closed'))
  return checkedFields.map((field) => ({
    field,
    fora: open.filter((forum) => (field === 'level' ? forum.level === null : forum[field].trim() === '')),
  }))
}

/** Fora that name no legal basis in words and rest on no dated reference. */
export const withoutLegalBasis = (fora: readonly OverviewForum[]): OverviewForum[] =>
  inOrder(
    fora.filter(
      ({ status, legalBasis, legalReferences }) =>
        status !== 'closed' && legalReferences === 0 && (legalBasis.trim() === '' || saysNone(legalBasis)),
    ),
  )

export const perStatus = (fora: readonly OverviewForum[]): Record<ForumStatus, number> => ({
  active: fora.filter(isActive).length,
  paused: fora.filter(({ status }) => status === 'paused').length,
  closed: fora.filter(({ status }) => status === 'closed').length,
})

/** Columns of the table of categories: the levels, then fora without one. */
export const levelColumns = [...levels, 'none'] as const
