import { day, parseDay } from '../../base/time.ts'

/** The same day of the month `count` months later; the last day of the month where there is none. */
export function addMonths(from: string, count: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number)
  const months = year * 12 + (month - 1) + count
  const start = `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`
  for (let tried = dayOfMonth; tried > 28; tried -= 1) {
    const found = parseDay(`${start}-${String(tried)}`)
    if (found !== null) return found
  }
  return day(`${start}-${String(Math.min(dayOfMonth, 28)).padStart(2, '0')}`)
}

interface Period {
  validFrom: string
  /** The first day that is no longer part of it; null while no end is known. */
  validTo: string | null
}

/** True when two periods share a day. */
export const overlap = (a: Period, b: Period): boolean =>
  (a.validTo === null || b.validFrom < a.validTo) && (b.validTo === null || a.validFrom < b.validTo)

/** Where a period lies as seen from a day. */
export const timeOf = ({ validFrom, validTo }: Period, today: string): 'former' | 'current' | 'future' =>
  validTo !== null && validTo <= today ? 'former' : validFrom > today ? 'future' : 'current'
