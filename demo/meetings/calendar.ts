import { addDays, type CalendarDay, daysBetween } from '../../src/base/time.ts'
import type { MeetingState } from '../../src/meetings/rules.ts'
import { demoAdditions } from '../edits.ts'
import { demoFora } from '../fora.ts'
import type { DemoForum } from '../forum.ts'
import { demoMunicipalities } from '../municipalities.ts'
import { meetingDays, onDay } from '../when.ts'
import { type DemoItem, withFixedItems } from './agenda.ts'
import { liaisonAgendas, localItems, standingItems } from './bank.ts'
import { districtCouncilAgendas } from './district-council.ts'

export interface DemoMeeting {
  forum: DemoForum
  onDay: CalendarDay
  state: MeetingState
  items: readonly DemoItem[]
}

/** Local councils that are behind with their minutes. */
const lateWithMinutes: ReadonlySet<string> = new Set(['Lokalrådet i Stevns'])

/** What has become of a meeting by now, if its forum does as it should. */
function stateOf(forum: DemoForum, on: CalendarDay, today: CalendarDay): MeetingState {
  const age = daysBetween(on, today)
  if (age < -21) return 'draft'
  if (age < 0) return 'summoned'
  if (age < 12 || (age < 90 && lateWithMinutes.has(forum.name))) return 'held'
  if (age < 32) return 'circulated'
  return age < 60 || forum.openness !== 'public' ? 'approved' : 'published'
}

const placeOf = ({ municipality }: DemoForum): string =>
  demoMunicipalities.find(({ code }) => code === municipality)?.name ?? ''

const filledIn = (item: DemoItem, forum: DemoForum): DemoItem => {
  const words = (text: string) => text.replace('{place}', placeOf(forum)).replace('{topic}', forum.topic.toLowerCase())
  return {
    ...item,
    title: words(item.title),
    ...(item.task && { task: { ...item.task, owner: words(item.task.owner) } }),
  }
}

/** The items of one meeting. Local councils take from the bank in turn, so that no two agendas are alike. */
function itemsOf(forum: DemoForum, on: CalendarDay, index: number, today: CalendarDay): readonly DemoItem[] {
  const month = on.slice(5, 7)
  if (forum.kind === 'districtCouncil')
    return withFixedItems(
      districtCouncilAgendas[`${on.slice(0, 4) === today.slice(0, 4) ? 'this' : 'last'}-${month}`] ?? [],
    )
  if (forum.kind === 'liaisonCommittee') return withFixedItems(liaisonAgendas[month] ?? [])
  if (forum.kind !== 'localCouncil') return standingItems.map((item) => filledIn(item, forum))
  const first = demoMunicipalities.findIndex(({ code }) => code === forum.municipality) * 3 + index * 2
  const chosen = [0, 1, 2].flatMap((step) => localItems[(first + step) % localItems.length] ?? [])
  return withFixedItems(chosen.map((item) => filledIn(item, forum)))
}

/** Two years of meetings. Those that are far ahead have no agenda yet, and a forum that is new has none from before. */
export function demoMeetings(today: CalendarDay): DemoMeeting[] {
  const addedOn = new Map(demoAdditions.map(({ forum, on }) => [forum, onDay(on, today)]))
  return demoFora.flatMap((forum) => {
    const { meets = [], missed = [] } = forum
    if (meets === 'weekly') return []
    return meetingDays(meets, missed, today)
      .filter((on) => on > (addedOn.get(forum.name) ?? ''))
      .map((on, index) => {
        const state = stateOf(forum, on, today)
        const isFar = state === 'draft' && on > addDays(today, 35)
        return { forum, onDay: on, state, items: isFar ? [] : itemsOf(forum, on, index, today) }
      })
  })
}
