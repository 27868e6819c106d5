import { addYears, type CalendarDay, daysBetween, parseDay } from '../../base/time.ts'

export const taskKinds = ['imports', 'vacant', 'expired', 'meetings', 'oneSided', 'unmatched', 'law', 'review'] as const
export type TaskKind = (typeof taskKinds)[number]

/** Something the register shows that somebody must do. Nobody typed it, and it goes away when it is done. */
export interface Task {
  kind: TaskKind
  count: number
  /** What it concerns, by name, each once, in the order found. */
  names: readonly string[]
}

/** The tasks that there are, most pressing first; a kind without any is left out. */
export const tasksOf = (found: Readonly<Partial<Record<TaskKind, readonly string[]>>>): Task[] =>
  taskKinds.flatMap((kind) => {
    const names = found[kind] ?? []
    return names.length === 0 ? [] : [{ kind, count: names.length, names: [...new Set(names)] }]
  })

const mostNamed = 3

/** The first names, and how many there are besides. */
export const named = (names: readonly string[]): { first: readonly string[]; more: number } =>
  names.length <= mostNamed + 1
    ? { first: names, more: 0 }
    : { first: names.slice(0, mostNamed), more: names.length - mostNamed }

/** When a forum was last gone through. */
export interface Reviewed {
  id: string
  slug: string
  name: string
  reviewedOn: string | null
}

export const isStale = ({ reviewedOn }: Pick<Reviewed, 'reviewedOn'>, today: CalendarDay): boolean =>
  reviewedOn === null || reviewedOn < addYears(today, -1)

/** Longest without a review first; never before long ago. */
export const byAge = <T extends Pick<Reviewed, 'reviewedOn'>>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) =>
    (a.reviewedOn ?? '') < (b.reviewedOn ?? '') ? -1 : (a.reviewedOn ?? '') > (b.reviewedOn ?? '') ? 1 : 0,
  )

export interface Freshness {
  fora: number
  reviewed: number
  never: number
  /** The forum that was reviewed longest ago, of those that ever were. */
  oldest: { forum: Reviewed; days: number } | null
}

/** How fresh the register is: fora reviewed within a year, those that never were, and the oldest of the rest. */
export function freshnessOf(fora: readonly Reviewed[], today: CalendarDay): Freshness {
  const known = byAge(fora.filter(({ reviewedOn }) => reviewedOn !== null))
  const [first] = known
  const since = parseDay(first?.reviewedOn ?? '')
  return {
    fora: fora.length,
    reviewed: fora.filter((forum) => !isStale(forum, today)).length,
    never: fora.length - known.length,
    oldest: first === undefined || since === null ? null : { forum: first, days: daysBetween(since, today) },
  }
}
