import { addDays, type CalendarDay, daysBetween, yearOf } from '../../src/base/time.ts'
import type { MeetingState } from '../../src/meetings/rules.ts'
import { demoAdditions } from '../edits.ts'
import { demoFora } from '../fora.ts'
import type { DemoForum } from '../forum.ts'
import { demoMunicipalities } from '../municipalities.ts'
import { meetingDays, onDay, workday } from '../when.ts'
import { type DemoItem, withFixedItems } from './agenda.ts'
import { liaisonAgendas } from './bank-liaison.ts'
import { localItems } from './bank-local.ts'
import { standingItems } from './bank-standing.ts'
import { districtCouncilAgendas } from './district-council.ts'

export interface DemoMeeting {
  forum: DemoForum
  onDay: CalendarDay
  state: MeetingState
  items: readonly DemoItem[]
}

/** Local councils that are behind with their minutes. */
const lateWithMinutes: ReadonlySet<string> = new Set(['Lokalrådet i Stevns'])

/** Meetings of this year that were called off, by forum and month. */
const calledOff: ReadonlyMap<string, string> = new Map([
  ['Lokalrådet i Ringsted', '05'],
  ['Beredskabskommissionen i Greve', '06'],
  ['Banderåd', '11'],
])

const isCalledOff = ({ name }: DemoForum, on: CalendarDay, today: CalendarDay): boolean =>
  calledOff.get(name) === on.slice(5, 7) && yearOf(on) === yearOf(today) && on <= today

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
  const words = (text: string) => text.replace('{place}', placeOf(forum)).replace('{topic}', forum.topic)
  return {
    ...item,
    title: words(item.title),
    ...(item.body !== undefined && { body: words(item.body) }),
    ...(item.task && { task: { ...item.task, owner: words(item.task.owner) } }),
  }
}

const yearName = (on: CalendarDay, today: CalendarDay): string =>
  ['last', 'this', 'next'][yearOf(on) - yearOf(today) + 1] ?? ''

/** What is between the fixed items. Local councils take from the bank in turn, so that no two agendas are alike. */
function itemsOf(forum: DemoForum, on: CalendarDay, index: number, today: CalendarDay): readonly DemoItem[] {
  const month = `${yearName(on, today)}-${on.slice(5, 7)}`
  if (forum.kind === 'districtCouncil') return districtCouncilAgendas[month] ?? []
  if (forum.kind === 'liaisonCommittee') return liaisonAgendas[month] ?? []
  // What is far ahead has its fixed items alone, as a plan of the year makes it.
  if (on > addDays(today, 35)) return []
  if (forum.kind !== 'localCouncil') return standingItems(forum.category, index).map((item) => filledIn(item, forum))
  const first = demoMunicipalities.findIndex(({ code }) => code === forum.municipality) * 3 + index * 7
  const chosen = [0, 1, 2].flatMap((step) => localItems[(first + step) % localItems.length] ?? [])
  return chosen.map((item) => filledIn(item, forum))
}

/** Two years of meetings, and those planned. A forum that is new has none from before. */
export function demoMeetings(today: CalendarDay): DemoMeeting[] {
  const addedOn = new Map(demoAdditions.map(({ forum, on }) => [forum, onDay(on, today)]))
  return demoFora.flatMap((forum) => {
    const { meets = [], missed = [], lately } = forum
    if (meets === 'weekly') return []
    const latest = lately === undefined ? null : workday(onDay(lately, today))
    const usual = meetingDays(meets, missed, today).filter(
      (on) => latest === null || Math.abs(daysBetween(on, latest)) > 30,
    )
    return [...usual, ...(latest === null ? [] : [latest])]
      .toSorted()
      .filter((on) => on > (addedOn.get(forum.name) ?? ''))
      .map((on, index) => ({
        forum,
        onDay: on,
        state: isCalledOff(forum, on, today) ? 'cancelled' : stateOf(forum, on, today),
        items: withFixedItems(itemsOf(forum, on, index, today), index),
      }))
  })
}
