import { addYears, type CalendarDay } from '../../base/time.ts'
import { type CadenceFulfilment, cadenceFulfilment, parseCadence } from '../cadence/rules.ts'

export const levels = ['strategic', 'tactical', 'operational'] as const
export type Level = (typeof levels)[number]
export const statuses = ['active', 'paused', 'closed'] as const
export type ForumStatus = (typeof statuses)[number]
export const opennesses = ['closed', 'partners', 'public'] as const
export type Openness = (typeof opennesses)[number]
export const forumKinds = [
  'districtCouncil',
  'liaisonCommittee',
  'localCouncil',
  'localNetwork',
  'workingGroup',
  'standing',
] as const
export type ForumKind = (typeof forumKinds)[number]

/** The seven fields of the annex, in the order districts print them. */
export const annexFields = [
  'topic',
  'legalBasis',
  'purpose',
  'actionPlans',
  'interfaces',
  'participants',
  'cadence',
] as const
export type AnnexField = (typeof annexFields)[number]

/** A forum as a row of the list. Counts are for the calendar year of the day shown. */
export interface ForumRow {
  id: string
  slug: string
  name: string
  sortName: string
  kind: ForumKind
  categoryNumber: number
  categoryName: string
  level: Level | null
  status: ForumStatus
  openness: Openness
  municipalityCode: string | null
  groupId: string | null
  cadence: string
  cadenceMin: number | null
  cadenceMax: number | null
  held: number
  planned: number
  nextMeeting: string | null
  seats: number
  vacant: number
  legalReferences: number
  unchecked: number
  /** Interfaces of the forum that only one of the two names. */
  oneSided: number
}

/** Whether a forum meets as agreed this year, read from the words of its cadence. */
export const fulfilmentOf = ({
  cadence,
  held,
  planned,
}: Pick<ForumRow, 'cadence' | 'held' | 'planned'>): CadenceFulfilment =>
  cadenceFulfilment(parseCadence(cadence), held, planned)

/**
 * How many of the days of a year a forum has met, and how many are ahead. A meeting counts once it has been held, a day noted by
 * hand (`held` is null) once it has come. A meeting whose day went by without its being held is neither.
 */
export const countMeetings = (
  days: readonly { onDay: string; held: boolean | null }[],
  today: string,
): { held: number; planned: number } => ({
  held: days.filter(({ onDay, held }) => onDay <= today && held !== false).length,
  planned: days.filter(({ onDay, held }) => onDay > today || (onDay === today && held === false)).length,
})

const meetsTooSeldom = (row: ForumRow): boolean => row.status === 'active' && fulfilmentOf(row).state === 'missing'

/** Ready-made selections of the list, each with the test that decides it. */
export const views = {
  all: () => true,
  meetings: meetsTooSeldom,
  vacant: (row: ForumRow) => row.vacant > 0,
  oneSided: (row: ForumRow) => row.oneSided > 0,
  law: (row: ForumRow) => row.unchecked > 0,
} as const satisfies Record<string, (row: ForumRow) => boolean>
export type View = keyof typeof views
export const viewNames = ['all', 'meetings', 'vacant', 'oneSided', 'law'] as const satisfies readonly View[]

export const sortings = ['name', 'level', 'meetings', 'next', 'seats'] as const
export type Sorting = (typeof sortings)[number]

export const cadenceFilters = ['met', 'missing', 'unknown'] as const
export type CadenceFilter = (typeof cadenceFilters)[number]

/** What a reader chose in the filter bar. Empty text and null mean everything. */
export interface Selection {
  view: View
  category: number | null
  level: Level | null
  municipality: string | null
  status: ForumStatus | null
  cadence: CadenceFilter | null
  sort: Sorting
  descending: boolean
}

const cadenceState = (row: ForumRow): CadenceFilter => {
  const { state } = fulfilmentOf(row)
  return state === 'notAssessable' ? 'unknown' : state === 'missing' ? 'missing' : 'met'
}

/** Closed fora are shown only to those who ask for them. */
const passes = (row: ForumRow, chosen: Selection): boolean =>
  (chosen.category === null || row.categoryNumber === chosen.category) &&
  (chosen.level === null || row.level === chosen.level) &&
  (chosen.municipality === null || row.municipalityCode === chosen.municipality) &&
  (chosen.status === null ? row.status !== 'closed' : row.status === chosen.status) &&
  (chosen.cadence === null || cadenceState(row) === chosen.cadence)

const levelRank = (level: Level | null): number => (level === null ? levels.length : levels.indexOf(level))

const keys: Record<Sorting, (row: ForumRow) => string | number> = {
  name: (row) => row.sortName,
  level: (row) => levelRank(row.level),
  meetings: (row) => row.held,
  next: (row) => row.nextMeeting ?? '9999',
  seats: (row) => row.seats,
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

export interface Selected {
  rows: readonly ForumRow[]
  /** How many rows each view would show with the same filter. */
  counts: Record<View, number>
}

/** Filters, counts and sorts. Rows of equal rank stand in Danish alphabetical order. */
export function select(rows: readonly ForumRow[], chosen: Selection): Selected {
  const filtered = rows.filter((row) => passes(row, chosen))
  const key = keys[chosen.sort]
  const direction = chosen.descending ? -1 : 1
  return {
    rows: filtered
      .filter(views[chosen.view])
      .toSorted((a, b) => direction * compare(key(a), key(b)) || compare(a.sortName, b.sortName)),
    counts: {
      all: filtered.length,
      meetings: filtered.filter(views.meetings).length,
      vacant: filtered.filter(views.vacant).length,
      oneSided: filtered.filter(views.oneSided).length,
      law: filtered.filter(views.law).length,
    },
  }
}

/** A legal reference counts as unchecked a year after it was last checked. */
export const checkedSince = (today: CalendarDay): CalendarDay => addYears(today, -1)
