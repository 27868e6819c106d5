import type { CalendarDay } from '../../base/time.ts'
import { lengthOf, minutesOf } from '../rules.ts'

export interface Span {
  /** `HH:MM`, as is `ends`. */
  starts: string
  ends: string
}

const boundsOf = (span: Span) => {
  const from = minutesOf(span.starts)
  return { from, to: from + lengthOf(span) }
}

/** True when two meetings on the same day are under way at the same time. One may begin when the other ends. */
export const overlap = (a: Span, b: Span): boolean => {
  const [one, other] = [boundsOf(a), boundsOf(b)]
  return one.from < other.to && other.from < one.to
}

/** When each person is in a meeting. */
export class Diary {
  readonly #byDay = new Map<CalendarDay, Map<string, Span[]>>()

  book(persons: readonly string[], { onDay, starts, ends }: Span & { onDay: CalendarDay }): void {
    const busy = this.#byDay.get(onDay) ?? new Map<string, Span[]>()
    this.#byDay.set(onDay, busy)
    for (const person of persons) busy.set(person, [...(busy.get(person) ?? []), { starts, ends }])
  }

  isAnyoneBusy(persons: readonly string[], onDay: CalendarDay): boolean {
    const busy = this.#byDay.get(onDay)
    return busy !== undefined && persons.some((person) => busy.has(person))
  }

  /** Those who are in another meeting in that time. */
  clashing(persons: readonly string[], onDay: CalendarDay, span: Span): string[] {
    const busy = this.#byDay.get(onDay)
    if (busy === undefined) return []
    return persons.filter((person) => busy.get(person)?.some((other) => overlap(other, span)) ?? false)
  }
}
