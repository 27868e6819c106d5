import { sortKey } from '../../base/danish.ts'
import { addYears, type CalendarDay } from '../../base/time.ts'
import { isAgendaOpen, isHeld, type ItemOpenness, type MeetingState } from '../rules.ts'

/** What is wrong with a wish to open or close an item or a paper; null when nothing is. */
export type ClosingProblem = 'noGround' | 'noReview' | 'reviewPast' | 'reviewFar'

/** How many years ahead a closed thing may at most be looked at again. */
const mostYears = 10

/** Closing takes a ground and a day ahead on which it is looked at again; opening takes neither. The same for items and papers. */
export function closingProblem({
  openness,
  groundId,
  reviewOn,
  today,
}: {
  openness: ItemOpenness
  groundId: string | null
  reviewOn: CalendarDay | null
  today: CalendarDay
}): ClosingProblem | null {
  if (openness === 'open') return null
  if (groundId === null) return 'noGround'
  if (reviewOn === null) return 'noReview'
  if (reviewOn <= today) return 'reviewPast'
  return reviewOn > addYears(today, mostYears) ? 'reviewFar' : null
}

/** True when a closed thing is to be looked at again. */
export const isReviewDue = (
  { openness, reviewOn }: { openness: ItemOpenness; reviewOn: CalendarDay | null },
  today: CalendarDay,
): boolean => openness === 'closed' && reviewOn !== null && reviewOn <= today

export interface Placed {
  id: string
  position: number
}

/**
 * The places of an agenda after one item went to `to`. The places are shared out anew among the items given and no others,
 * so an item that the reader may not see keeps its place. Only those that move are returned.
 */
export function placesAfterMove(items: readonly Placed[], id: string, to: number): Placed[] {
  const inOrder = items.toSorted((a, b) => a.position - b.position)
  const places = inOrder.map(({ position }) => position)
  const moved = inOrder.find((item) => item.id === id)
  if (moved === undefined) return []
  const wanted = places.findIndex((place) => place >= to)
  const index = wanted === -1 ? places.length - 1 : wanted
  const order = inOrder.filter((item) => item !== moved).toSpliced(index, 0, moved)
  return order.flatMap((item, place) => {
    const position = places[place] ?? item.position
    return position === item.position ? [] : [{ id: item.id, position }]
  })
}

/** Where an item goes that moves one step; null at the end. Steps past what the reader may not see. */
export function stepFrom(items: readonly Placed[], id: string, step: 1 | -1): number | null {
  const inOrder = items.toSorted((a, b) => a.position - b.position)
  const index = inOrder.findIndex((item) => item.id === id)
  return index === -1 ? null : (inOrder[index + step]?.position ?? null)
}

/** Minutes of all items, and how many they are over the meeting's length; 0 when they fit. */
export function minutesPlanned(items: readonly { minutes: number }[], length: number): { total: number; over: number } {
  const total = items.reduce((sum, { minutes }) => sum + minutes, 0)
  return { total, over: Math.max(0, total - length) }
}

/** The fixed items that an agenda does not have yet, by title and by what they carry. */
export const missingFixed = <Fixed extends { title: string; carries: string }>(
  template: readonly Fixed[],
  items: readonly { title: string; carries: string }[],
): Fixed[] => {
  const titles = new Set(items.map(({ title }) => sortKey(title)))
  const carried = new Set(items.map(({ carries }) => carries).filter((carries) => carries !== 'nothing'))
  return template.filter((fixed) => !titles.has(sortKey(fixed.title)) && !carried.has(fixed.carries))
}

/** Items that follow each other under the same section stand together. */
export function inSections<Row extends { section: string }>(
  items: readonly Row[],
): { section: string; items: Row[] }[] {
  const sections: { section: string; items: Row[] }[] = []
  for (const item of items) {
    const last = sections.at(-1)
    if (last?.section === item.section) last.items.push(item)
    else sections.push({ section: item.section, items: [item] })
  }
  return sections
}

/** True while an item can be taken off the agenda: before the meeting has come to it, and before anything was minuted on it. */
export const isRemovable = (
  item: { id: string; outcome: unknown },
  meeting: { state: MeetingState; currentItemId: string | null },
): boolean => isAgendaOpen(meeting.state) && item.outcome === null && item.id !== meeting.currentItemId

/** True for an item that can be taken up anew in its own forum: its meeting is over. */
export const isTakenUpAgain = (meeting: { state: MeetingState } | null): boolean =>
  meeting !== null && isHeld(meeting.state)

/** True for an item that somebody closed on purpose; one that was never opened is closed too, but does not stand out. */
export const isSetApart = (item: { openness: ItemOpenness; groundId: string | null; excluded: number }): boolean =>
  item.openness === 'closed' && (item.groundId !== null || item.excluded > 0)
