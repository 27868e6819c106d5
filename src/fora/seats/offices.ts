/** An office as a row of the list, on the day shown. */
export interface OfficeRow {
  id: string
  title: string
  sortTitle: string
  organisationId: string | null
  organisationName: string | null
  sortOrganisation: string | null
  municipalityCode: string | null
  municipalityName: string | null
  holderId: string | null
  holderName: string | null
  sortHolder: string | null
  since: string | null
  /** When the last holder left; null when there is a holder or never was one. */
  vacantSince: string | null
  /** When somebody is to take over later on. */
  nextFrom: string | null
  seats: number
  /** False when the actor may not see who holds offices. */
  holderKnown: boolean
  ended: boolean
}

export const officeViews = ['all', 'vacant', 'ended'] as const
export type OfficeView = (typeof officeViews)[number]
export const officeSortings = ['title', 'organisation', 'holder', 'seats'] as const
export type OfficeSorting = (typeof officeSortings)[number]

export interface OfficeSelection {
  view: OfficeView
  words: string
  organisationId: string
  municipality: string | null
  sort: OfficeSorting
  descending: boolean
}

/** Nobody holds it, and the actor may know. */
export const isVacantOffice = (row: OfficeRow): boolean => !row.ended && row.holderKnown && row.holderId === null

const inView: Record<OfficeView, (row: OfficeRow) => boolean> = {
  all: (row) => !row.ended,
  vacant: isVacantOffice,
  ended: (row) => row.ended,
}

const matches = (row: OfficeRow, chosen: OfficeSelection): boolean => {
  const text = `${row.title} ${row.organisationName ?? ''} ${row.holderName ?? ''}`.toLocaleLowerCase('da')
  return (
    chosen.words
      .toLocaleLowerCase('da')
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (chosen.organisationId === '' || row.organisationId === chosen.organisationId) &&
    (chosen.municipality === null || row.municipalityCode === chosen.municipality)
  )
}

const keys: Record<OfficeSorting, (row: OfficeRow) => string | number | null> = {
  title: (row) => row.sortTitle,
  organisation: (row) => row.sortOrganisation,
  holder: (row) => row.sortHolder,
  seats: (row) => row.seats,
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

/** The chosen offices in order, and how many each view would show. What is unknown stands last either way. */
export function selectOffices(
  all: readonly OfficeRow[],
  chosen: OfficeSelection,
): { rows: OfficeRow[]; counts: Record<OfficeView, number> } {
  const found = all.filter((row) => matches(row, chosen))
  const count = (view: OfficeView) => found.filter(inView[view]).length
  const key = keys[chosen.sort]
  const rows = found.filter(inView[chosen.view]).sort((a, b) => {
    const [left, right] = [key(a), key(b)]
    const order =
      left === null || right === null
        ? Number(left === null) - Number(right === null)
        : compare(left, right) * (chosen.descending ? -1 : 1)
    return order || compare(a.sortTitle, b.sortTitle)
  })
  return { rows, counts: { all: count('all'), vacant: count('vacant'), ended: count('ended') } }
}
