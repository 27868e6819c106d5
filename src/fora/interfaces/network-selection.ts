import type { Level } from '../register/rules.ts'
import type { NetworkGraph } from './drawing/graph.ts'
import type { Place } from './drawing/rules.ts'
import type { Connection, ConnectionKind, Network, NetworkBody } from './connections.ts'
import { losesItsLink } from './rules.ts'

/** What the reader chose to see of the network. Null means everything. */
export interface NetworkChoice {
  category: number | null
  level: Level | null
  municipality: string | null
  kind: Exclude<ConnectionKind, 'shared'> | null
  /** The least number of members two fora must share for it to be shown; null shows no shared members. */
  sharedFrom: number | null
  /** Id of the body whose own connections stand out. */
  body: string | null
  /** Id of the body that is thought away. */
  closing: string | null
  /** Also fora that nothing ties to others. */
  all: boolean
}

const passes = (body: NetworkBody, { category, level, municipality }: NetworkChoice): boolean =>
  (category === null || body.categoryNumber === category) &&
  (level === null || body.level === level) &&
  (municipality === null || body.municipalities.includes(municipality))

const isShown = (connection: Connection, choice: NetworkChoice): boolean =>
  connection.kind === 'shared'
    ? choice.sharedFrom !== null && connection.count >= choice.sharedFrom
    : choice.kind === null || connection.kind === choice.kind

/**
 * The part of the network that was asked for: connections of the wanted kinds with at least one end that passes the
 * filter, and the bodies at their ends. A chosen body is always among them; its shared members are the only ones
 * shown, because those who share members with it mostly share them with each other too, and that would hide the rest.
 */
export const choose = (network: Network, choice: NetworkChoice): Network => {
  const passing = new Set(network.bodies.filter((body) => passes(body, choice)).map(({ id }) => id))
  const connections = network.connections
    .filter((connection) => isShown(connection, choice))
    .filter(({ from, to }) => passing.has(from) || passing.has(to))
    .filter(({ from, to }) => from !== choice.closing && to !== choice.closing)
    .filter(({ kind, from, to }) => kind !== 'shared' || choice.body === null || [from, to].includes(choice.body))
  const ends = new Set(connections.flatMap(({ from, to }) => [from, to]))
  const bodies = network.bodies.filter(
    ({ id, known }) =>
      id !== choice.closing && (ends.has(id) || id === choice.body || (choice.all && known && passing.has(id))),
  )
  return { bodies, connections }
}

/** The connections with those of one body first, so that its rows head the table. */
export const ownFirst = <Tie extends Pick<Connection, 'from' | 'to'>>(
  connections: readonly Tie[],
  body: string | null,
): readonly Tie[] => {
  const isOwn = ({ from, to }: Tie) => from === body || to === body
  return [...connections.filter(isOwn), ...connections.filter((connection) => !isOwn(connection))]
}

/** The bodies that nothing ties to others: no interface, no thread. */
export const untied = ({ bodies, connections }: Network): readonly NetworkBody[] => {
  const tied = new Set(connections.filter(({ kind }) => kind !== 'shared').flatMap(({ from, to }) => [from, to]))
  return bodies.filter(({ id, known }) => known && !tied.has(id))
}

export interface Losers {
  /** Those that interfaces and thread no longer tie to the rest. */
  losing: readonly NetworkBody[]
  /** Those among them that still share members with the rest. */
  keptByMembers: readonly NetworkBody[]
}

/**
 * The bodies that lose their link to the rest when one closes. The thread counts as a link; a body outside the
 * register is no link.
 */
export const losers = ({ bodies, connections }: Network, closing: string): Losers => {
  const statements = connections
    .filter(({ kind }) => kind !== 'shared' && kind !== 'unmatched')
    .map(({ from, to }, index) => ({ id: String(index), from, to, words: '' }))
  const shared = connections
    .filter(({ kind }) => kind === 'shared')
    .map(({ from, to, count }) => ({ a: from, b: to, count }))
  const said = losesItsLink(statements, [], closing)
  const atAll = new Set(losesItsLink(statements, shared, closing))
  const named = (ids: readonly string[]) => bodies.filter(({ id }) => ids.includes(id))
  return { losing: named(said), keptByMembers: named(said.filter((id) => !atAll.has(id))) }
}

const longestSubject = 20

/** A category's name short enough to head a column: "Kontakt med lokalsamfundet mv." becomes "Lokalsamfundet". */
export const subjectOf = (category: string): string => {
  const plain = category
    .replace(/\s+m\.?v\.?$/i, '')
    .replace(/^(?:kontakt|samarbejde|møder) (?:med|om) /i, '')
    .split(/[,(–]|\s-\s/u)[0]
    ?.trim()
  const text = plain === undefined || plain === '' ? category : plain
  const short = text.length > longestSubject ? (text.split(/ og /)[0] ?? text) : text
  return short.charAt(0).toLocaleUpperCase('da') + short.slice(1)
}

/** The part of a name before a dash, comma or parenthesis, where that is still nobody else's: the drawing has little room. */
const shortNames = (bodies: readonly NetworkBody[]): ReadonlyMap<string, string> => {
  const shortOf = ({ name }: NetworkBody) => name.split(/\s[-–—]\s|\s*[(,:]/u)[0]?.trim() ?? ''
  const count = Map.groupBy(bodies, shortOf)
  return new Map(
    bodies.map((body) => {
      const short = shortOf(body)
      return [body.id, short !== '' && count.get(short)?.length === 1 ? short : body.name]
    }),
  )
}

/** What the drawing is made from. `href` gives the address a body's circle leads to. */
export const graphOf = (
  { bodies, connections }: Network,
  places: ReadonlyMap<string, Place>,
  href: (body: NetworkBody) => string | null,
): NetworkGraph => {
  const names = shortNames(bodies)
  return {
    nodes: bodies.map((body) => ({
      id: body.id,
      name: names.get(body.id) ?? body.name,
      level: body.level,
      column: body.categoryName === null ? null : subjectOf(body.categoryName),
      meetings: body.meetings,
      groupSize: body.size,
      href: href(body),
      known: body.known,
    })),
    links: connections.map(({ from, to, kind, count, step }) => ({
      from,
      to,
      kind,
      ...(kind === 'shared' && { weight: count }),
      ...(step !== null && { step }),
    })),
    places: new Map(
      bodies.flatMap(({ id }) => {
        const place = places.get(id)
        return place === undefined ? [] : [[id, place] as const]
      }),
    ),
  }
}
