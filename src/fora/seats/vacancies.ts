import type { OpenSeat } from './vacancy-store.ts'

export const vacancyViews = ['all', 'vacant', 'expired'] as const
export type VacancyView = (typeof vacancyViews)[number]

export interface VacancySelection {
  view: VacancyView
  forum: string
  municipality: string | null
}

const inView: Record<VacancyView, (seat: OpenSeat) => boolean> = {
  all: () => true,
  vacant: (seat) => seat.vacant,
  expired: (seat) => seat.expiredOn !== null,
}

/** The chosen seats, and how many each view would show. */
export function selectVacancies(
  all: readonly OpenSeat[],
  { view, forum, municipality }: VacancySelection,
): { rows: OpenSeat[]; counts: Record<VacancyView, number> } {
  const found = all.filter(
    (seat) =>
      (forum === '' || seat.forumSlug === forum) && (municipality === null || seat.municipalityCode === municipality),
  )
  const count = (each: VacancyView) => found.filter(inView[each]).length
  return {
    rows: found.filter(inView[view]),
    counts: { all: count('all'), vacant: count('vacant'), expired: count('expired') },
  }
}
