/** One forum's statement that its work touches another's; `to` is null until it is matched. */
export interface Statement {
  readonly id: string
  readonly from: string
  readonly to: string | null
  readonly words: string
}

/** Two fora and how many members they have in common. */
export interface SharedMembers {
  readonly a: string
  readonly b: string
  readonly count: number
}

const key = (from: string, to: string): string => JSON.stringify([from, to])
const isLink = (statement: Statement): statement is Statement & { readonly to: string } =>
  statement.to !== null && statement.to !== statement.from
const directions = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(statements.filter(isLink).map(({ from, to }) => key(from, to)))

/** The statements where A names B while B does not name A. Unmatched ones are not among them. */
export const oneSided = (statements: readonly Statement[]): readonly Statement[] => {
  const said = directions(statements)
  return statements.filter(isLink).filter(({ from, to }) => !said.has(key(to, from)))
}

/** The pairs that name each other, once each, in the order of their first statement. */
export const mutualPairs = (
  statements: readonly Statement[],
): readonly { readonly a: string; readonly b: string }[] => {
  const said = directions(statements)
  const seen = new Set<string>()
  return statements.filter(isLink).flatMap(({ from, to }) => {
    if (!said.has(key(to, from)) || seen.has(key(to, from)) || seen.has(key(from, to))) return []
    seen.add(key(from, to))
    return [{ a: from, b: to }]
  })
}

const neighbours = (statements: readonly Statement[], members: readonly SharedMembers[]): Map<string, Set<string>> => {
  const graph = new Map<string, Set<string>>()
  const link = (from: string, to: string) => graph.set(from, (graph.get(from) ?? new Set()).add(to))
  for (const { from, to } of statements.filter(isLink)) {
    link(from, to)
    link(to, from)
  }
  for (const { a, b, count } of members) {
    if (count <= 0 || a === b) continue
    link(a, b)
    link(b, a)
  }
  return graph
}

/** The fora that can be reached from one without going through `closing`. */
const reachable = (graph: ReadonlyMap<string, ReadonlySet<string>>, start: string, closing: string): Set<string> => {
  const reached = new Set([start])
  // A set hands out what is added to it while it is walked.
  for (const forum of reached) for (const next of graph.get(forum) ?? []) if (next !== closing) reached.add(next)
  return reached
}

/**
 * The fora that are tied to the others only through `closing`, by statements or shared members: when it closes they
 * stand alone, or in a small circle cut off from the larger one. Where the circles are equally large, all in them are
 * named, since neither is "the rest". In the order in which they are met.
 */
export const losesItsLink = (
  statements: readonly Statement[],
  sharedMembers: readonly SharedMembers[],
  closing: string,
): readonly string[] => {
  const graph = neighbours(statements, sharedMembers)
  const circles: ReadonlySet<string>[] = []
  for (const neighbour of graph.get(closing) ?? []) {
    if (!circles.some((circle) => circle.has(neighbour))) circles.push(reachable(graph, neighbour, closing))
  }
  const largest = Math.max(0, ...circles.map((circle) => circle.size))
  const isRest = (circle: ReadonlySet<string>) => circle.size === largest && circle.size > 1
  const rests = circles.filter(isRest).length
  return circles.filter((circle) => !isRest(circle) || rests > 1).flatMap((circle) => [...circle])
}
