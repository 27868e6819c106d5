import type { OutcomeKind } from '../rules.ts'

/** What a municipality says to an item. */
export const stands = ['agrees', 'disagrees', 'awaits', 'none'] as const
export type Stand = (typeof stands)[number]

export const voteKinds = ['for', 'against', 'abstaining'] as const
export type VoteKind = (typeof voteKinds)[number]

export const attendanceStatuses = ['present', 'absent', 'apologies'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** In what capacity somebody took part. */
export type Capacity = 'member' | 'deputy' | 'guest'

/** A meeting runs from its start until it is closed; only a summoned meeting can run. */
export const isRunning = ({ state, currentSince }: { state: string; currentSince: Date | null }): boolean =>
  state === 'summoned' && currentSince !== null

/** Outcomes are written while the meeting runs, and afterwards until the minutes are approved: comments on them may lead to corrections. */
export const mayMinute = (meeting: { state: string; currentSince: Date | null }): boolean =>
  isRunning(meeting) || meeting.state === 'held' || meeting.state === 'circulated'

export type Values = Readonly<Record<string, string>>

export interface Disputed {
  name: string
  base: string
  mine: string
  theirs: string
}

/**
 * Brings two note-takers' forms together from what both started from. A field that one of them changed takes that
 * text; one that both changed to different texts is disputed, and is asked about. A field that the page did not have
 * when it was made is left as it stands. Without a `base` every field that differs is disputed.
 */
export function merge(base: Values | null, mine: Values, theirs: Values): { merged: Values; disputed: Disputed[] } {
  const merged: Record<string, string> = { ...theirs }
  const disputed: Disputed[] = []
  for (const [name, own] of Object.entries(mine)) {
    const [from, other] = [base?.[name], theirs[name] ?? '']
    if (base !== null && from === undefined) continue
    if (own === other || own === from) continue
    if (other === from) merged[name] = own
    else disputed.push({ name, base: from ?? other, mine: own, theirs: other })
  }
  return { merged, disputed }
}

const shown = 60

/** The part of two long texts that differs, with a little around it, so that a log need not repeat the whole. */
export function changedPart(before: string, after: string): { before: string; after: string } {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const from = Math.max(0, start - shown)
  const part = (text: string): string => {
    const to = Math.min(text.length, text.length - end + shown)
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
  }
  return { before: part(before), after: part(after) }
}

export type ItemState = 'done' | 'now' | 'coming'

/** Where an item stands while the meeting runs: done once something has become of it. */
export const itemStateOf = (
  item: { id: string; outcome: OutcomeKind | null },
  currentItemId: string | null,
): ItemState => (item.id === currentItemId ? 'now' : item.outcome === null ? 'coming' : 'done')

/** The item before and after one, in the order of the agenda. */
export function aroundItem<T extends { id: string; position: number }>(
  items: readonly T[],
  id: string | null,
): { before: T | null; after: T | null } {
  const index = items.findIndex((item) => item.id === id)
  if (index === -1) return { before: null, after: items[0] ?? null }
  return { before: items[index - 1] ?? null, after: items[index + 1] ?? null }
}

/** Minutes planned for what comes after the current item and has not been dealt with. */
export const minutesToCome = (
  items: readonly { id: string; minutes: number; position: number; outcome: OutcomeKind | null }[],
  currentItemId: string | null,
): number => {
  const now = items.find(({ id }) => id === currentItemId)
  return items
    .filter(({ position, outcome, id }) => id !== now?.id && outcome === null && position > (now?.position ?? 0))
    .reduce((sum, { minutes }) => sum + minutes, 0)
}

/** When the meeting ends if the rest keeps its time, in minutes of the day; `at` is the clock on the wall now. */
export const expectedEnd = (time: { at: number; planned: number; elapsed: number; toCome: number }): number =>
  time.at + Math.max(0, time.planned - time.elapsed) + time.toCome

/** Whole minutes between two moments, never negative. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `HH:MM` on the clock on the wall in Denmark. */
export const wallTime = (at: Date): string => wall.format(at)

/** The time of day as the language writes it: "10.42" in Danish. */
export const spokenTime = (time: string, lang: string): string => (lang === 'da' ? time.replace(':', '.') : time)

/** Puts values in a text: `{name}` becomes the value of that name. The same texts serve the page and its scripts. */
export const fill = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase()

/** The one of a list that words mean: by its whole line, or by a title that only one has; null when it is none or several. */
export function theOneNamed<T extends { label: string; title: string }>(
  choices: readonly T[],
  words: string,
): T | null {
  const exact = choices.filter(({ label }) => same(label, words))
  const found = exact.length > 0 ? exact : choices.filter(({ title }) => same(title, words))
  return found.length === 1 ? (found[0] ?? null) : null
}
