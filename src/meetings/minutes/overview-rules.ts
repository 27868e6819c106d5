import type { ForumMedians } from './median-store.ts'

export const overviewSortings = ['forum', 'held', 'late', 'circulated', 'published'] as const
export type OverviewSorting = (typeof overviewSortings)[number]

export interface OverviewChoice {
  view: 'all' | 'late'
  words: string
  sort: OverviewSorting
  descending: boolean
}

/** The choice in an address; what it does not know is left out. */
export const choiceOf = (query: (name: string) => string): OverviewChoice => ({
  view: query('udvalg') === 'late' ? 'late' : 'all',
  words: query('q').slice(0, 100),
  sort: overviewSortings.find((sort) => sort === query('sorter')) ?? 'forum',
  descending: query('omvendt') === 'ja',
})

/** Fora without a number come last in either direction. */
const compare = (a: ForumMedians, b: ForumMedians, { sort, descending }: OverviewChoice): number => {
  const turn = descending ? -1 : 1
  const byName = a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0
  if (sort === 'forum') return turn * byName
  const [one, other] = [a[sort], b[sort]]
  if (one === other) return byName
  if (one === null) return 1
  if (other === null) return -1
  return turn * (one - other)
}

/** The rows of the choice in its order, and how many each ready-made selection holds. */
export function selectMedians(
  rows: readonly ForumMedians[],
  choice: OverviewChoice,
): { rows: ForumMedians[]; counts: Record<OverviewChoice['view'], number> } {
  const found = rows.filter(({ name }) => name.toLowerCase().includes(choice.words.toLowerCase()))
  const late = found.filter((row) => row.late > 0)
  return {
    rows: (choice.view === 'late' ? late : found).toSorted((a, b) => compare(a, b, choice)),
    counts: { all: found.length, late: late.length },
  }
}
