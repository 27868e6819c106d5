import { z } from 'zod'
import { parseDay } from '../../base/time.ts'
import { meetingKinds } from '../rules.ts'
import type { Booked } from './planning.ts'

const aDay = z.string().transform((text, issue) => {
  const found = parseDay(text)
  if (found !== null) return found
  issue.addIssue('no day')
  return z.NEVER
})

const storedRow = z.object({
  key: z.string(),
  forumId: z.string(),
  kind: z.enum(meetingKinds),
  onDay: aDay,
  starts: z.string(),
  ends: z.string(),
  place: z.string(),
  /** The key of the row, or the id of the meeting, that this one prepares. */
  prepares: z.string().nullable(),
  /** Left out: kept in the plan, but no meeting is made of it. */
  out: z.boolean(),
  version: z.number(),
  /** The meeting it became, and the fixed items that were put on its agenda. */
  meetingId: z.string().nullable(),
  items: z.number(),
})
/** One meeting of a plan that is being made. */
export type DraftRow = z.infer<typeof storedRow>

export const storedRows = z.array(storedRow)

export const storedNotPlaced = z.array(
  z.object({
    forumId: z.string(),
    reason: z.enum(['asNeeded', 'varies', 'unparsed', 'often', 'seldom', 'enough', 'noDay', 'noDayBefore']),
    count: z.number(),
    before: aDay.nullable(),
  }),
)

/** A row as planning sees it: under its key. */
export const asBooked = ({ key, forumId, onDay, starts, ends, prepares }: DraftRow): Booked => ({
  id: key,
  forumId,
  onDay,
  starts,
  ends,
  prepares,
})

/** A new row of a plan. */
export const rowOf = (booked: Booked, place: string): DraftRow => ({
  key: booked.id,
  forumId: booked.forumId,
  kind: 'ordinary',
  onDay: booked.onDay,
  starts: booked.starts,
  ends: booked.ends,
  place,
  prepares: booked.prepares,
  out: false,
  version: 1,
  meetingId: null,
  items: 0,
})

/** A key that no row of the plan has. */
export const freeKey = (rows: readonly DraftRow[]): string =>
  `r${String(1 + Math.max(0, ...rows.map(({ key }) => Number(key.slice(1)) || 0)))}`

export const inOrder = (rows: readonly DraftRow[]): DraftRow[] =>
  rows.toSorted((a, b) => {
    const [one, other] = [`${a.onDay}${a.starts}`, `${b.onDay}${b.starts}`]
    return one < other ? -1 : one > other ? 1 : 0
  })
