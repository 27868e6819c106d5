import type { ForumKind, Level } from '../register/rules.ts'
import { parseCadence } from '../cadence/rules.ts'
import { normalised } from './likeness.ts'
import { mutualPairs, oneSided, type SharedMembers } from './rules.ts'
import type { NetworkForum, NetworkGroup } from './network-store.ts'
import type { InterfaceRow } from './store.ts'

/** A forum, a group of fora, or a body that is named but not in the register, as one circle of the network. */
export interface NetworkBody {
  id: string
  name: string
  sortName: string
  /** Null for a body outside the register. */
  kind: ForumKind | null
  level: Level | null
  categoryNumber: number | null
  categoryName: string | null
  municipalities: readonly string[]
  /** How many fora it stands for. */
  size: number
  /** Address of the one forum; null for a group and for what is not in the register. */
  slug: string | null
  /** Address of a forum whose page speaks for it: its own, or one of the group's. */
  pageSlug: string | null
  /** Meetings a year, as agreed; null without a fixed number. */
  meetings: number | null
  known: boolean
}

/** How a body is named in an address. */
export const addressOf = ({ slug, id }: NetworkBody): string => slug ?? id

export const connectionKinds = ['thread', 'mutual', 'oneSided', 'unmatched', 'shared'] as const
export type ConnectionKind = (typeof connectionKinds)[number]

/** The steps of the thread from plan to effort, each from one kind of forum to the next that the district has. */
export type ThreadStep = 'prepares' | 'sets' | 'anchors' | 'hands'

/** Two bodies and what ties them together: a line of the drawing and a row of the table. */
export interface Connection {
  kind: ConnectionKind
  from: string
  to: string
  /** The statement behind it; null for the thread and for shared members. */
  statement: InterfaceRow | null
  step: ThreadStep | null
  /** Members in common. */
  count: number
}

export interface Network {
  bodies: readonly NetworkBody[]
  connections: readonly Connection[]
}

const meetingsOf = (cadence: string): number | null => {
  const { min, max } = parseCadence(cadence)
  return min ?? max
}

const bodyOfForum = (forum: NetworkForum): NetworkBody => ({
  ...forum,
  municipalities: forum.municipalityCode === null ? [] : [forum.municipalityCode],
  size: 1,
  pageSlug: forum.slug,
  meetings: meetingsOf(forum.cadence),
  known: true,
})

const bodyOfGroup = (group: NetworkGroup, members: readonly NetworkForum[]): NetworkBody => ({
  ...group,
  kind: members[0]?.kind ?? null,
  level: members[0]?.level ?? null,
  municipalities: members.flatMap(({ municipalityCode }) => municipalityCode ?? []),
  size: Math.max(1, members.length),
  slug: null,
  pageSlug: members[0]?.slug ?? null,
  meetings: members[0] ? meetingsOf(members[0].cadence) : null,
  known: true,
})

const bodiesOf = (fora: readonly NetworkForum[], groups: readonly NetworkGroup[]): NetworkBody[] => {
  const members = Map.groupBy(fora, ({ groupId }) => groupId)
  const placed = new Set<string>()
  const byId = new Map(groups.map((group) => [group.id, group]))
  const inOrder = fora.flatMap((forum) => {
    const group = forum.groupId === null ? undefined : byId.get(forum.groupId)
    if (group === undefined) return [bodyOfForum(forum)]
    if (placed.has(group.id)) return []
    placed.add(group.id)
    return [bodyOfGroup(group, members.get(group.id) ?? [])]
  })
  const empty = groups.filter(({ id }) => !placed.has(id)).map((group) => bodyOfGroup(group, []))
  return [...inOrder, ...empty]
}

const outside = (words: string): NetworkBody => ({
  id: `?${normalised(words)}`,
  name: words,
  sortName: normalised(words),
  kind: null,
  level: null,
  categoryNumber: null,
  categoryName: null,
  municipalities: [],
  size: 1,
  slug: null,
  pageSlug: null,
  meetings: null,
  known: false,
})

const stages: readonly ForumKind[] = ['districtCouncil', 'liaisonCommittee', 'workingGroup', 'localCouncil']
const steps: Readonly<Record<string, ThreadStep>> = {
  'districtCouncil>liaisonCommittee': 'prepares',
  'liaisonCommittee>workingGroup': 'sets',
  'workingGroup>localCouncil': 'anchors',
}

/**
 * The thread from plan to effort: district council, liaison committee, working groups, local councils. A stage the
 * district does not have is stepped over.
 */
export const threadOf = (bodies: readonly NetworkBody[]): readonly Connection[] => {
  const present = stages.map((kind) => bodies.filter((body) => body.kind === kind)).filter((some) => some.length > 0)
  return present.flatMap((some, index) =>
    some.flatMap((from) =>
      (present[index + 1] ?? []).map((to) => ({
        kind: 'thread' as const,
        from: from.id,
        to: to.id,
        statement: null,
        step: steps[`${String(from.kind)}>${String(to.kind)}`] ?? 'hands',
        count: 0,
      })),
    ),
  )
}

/** A body may say the same in two ways, and two fora of a group may both say it; that is one line of the drawing. */
const once = (connections: readonly Connection[]): Connection[] => {
  const seen = new Set<string>()
  return connections.filter(({ from, to }) => {
    const key = JSON.stringify([from, to])
    return !seen.has(key) && seen.add(key)
  })
}

const bare = { statement: null, step: null, count: 0 } as const

/**
 * Everything that ties the fora of a district together. A statement about a forum that is closed leads outside the
 * register, as one that was never matched; one about a body the reader may not see is left out.
 */
export const networkOf = (
  fora: readonly NetworkForum[],
  groups: readonly NetworkGroup[],
  statements: readonly InterfaceRow[],
  shared: readonly SharedMembers[],
): Network => {
  const bodies = bodiesOf(fora, groups)
  const known = new Set(bodies.map(({ id }) => id))
  const made = statements.filter(({ from, to, toName }) => known.has(from) && (to === null || toName !== null))
  const matched = made.filter(({ to }) => to !== null && known.has(to))
  const lost = made.filter(({ to }) => to === null || !known.has(to))
  const away = new Map(lost.map(({ words }) => [outside(words).id, outside(words)]))
  const statementOf = (from: string, to: string) => matched.find((row) => row.from === from && row.to === to) ?? null
  return {
    bodies: [...bodies, ...away.values()],
    connections: [
      ...threadOf(bodies),
      ...mutualPairs(matched).map(({ a, b }) => ({
        ...bare,
        kind: 'mutual' as const,
        from: a,
        to: b,
        statement: statementOf(a, b),
      })),
      ...once(
        oneSided(matched).flatMap((row) => {
          const statement = matched.find(({ id }) => id === row.id)
          return row.to === null || statement === undefined
            ? []
            : [{ ...bare, kind: 'oneSided' as const, from: row.from, to: row.to, statement }]
        }),
      ),
      ...once(
        lost.map((statement) => ({
          ...bare,
          kind: 'unmatched' as const,
          from: statement.from,
          to: outside(statement.words).id,
          statement,
        })),
      ),
      ...shared
        .filter(({ a, b }) => known.has(a) && known.has(b))
        .map(({ a, b, count }) => ({ ...bare, kind: 'shared' as const, from: a, to: b, count })),
    ],
  }
}
