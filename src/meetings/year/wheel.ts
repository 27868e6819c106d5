import { type CalendarDay, daysBetween } from '../../base/time.ts'
import { firstOfYear } from './days.ts'
import { type Ring, rings } from './events.ts'

/** The wheel is drawn in a square of this size around its middle. */
export const size = 720
const middle = size / 2
const outer = 330
const inner = 84

/** How much of the wheel's depth each ring takes, beside the others. */
const shares: Record<Ring, number> = { districtCouncil: 5, liaisonCommittee: 5, localCouncil: 6, other: 8, deadline: 5 }

export interface Mark {
  ring: Ring
  day: CalendarDay
  /** Held, or kept: drawn filled. */
  done: boolean
}

export interface PlacedMark extends Mark {
  x: number
  y: number
  radius: number
  /** True when there is room for its date below it. */
  labelled: boolean
}

export interface RingPlace {
  ring: Ring
  /** The radius of its outer edge. */
  outer: number
  inner: number
}

const round = (value: number): number => Math.round(value * 10) / 10

/** January begins at the top, and the year goes clockwise. In radians. */
export const angleOf = (day: CalendarDay, year: number): number => {
  const days = daysBetween(firstOfYear(year), firstOfYear(year + 1))
  return (daysBetween(firstOfYear(year), day) / days) * 2 * Math.PI
}

export const pointAt = (angle: number, radius: number): { x: number; y: number } => ({
  x: round(middle + radius * Math.sin(angle)),
  y: round(middle - radius * Math.cos(angle)),
})

/** The rings that have something in them, from the outside in; all of them when nothing has. */
export function placeRings(marks: readonly Mark[]): RingPlace[] {
  const used = rings.filter((ring) => marks.some((mark) => mark.ring === ring))
  const shown: readonly Ring[] = used.length === 0 ? rings : used
  // A single ring would be as deep as the whole wheel.
  const whole = Math.max(
    16,
    shown.reduce((sum, ring) => sum + shares[ring], 0),
  )
  let edge = outer
  return shown.map((ring) => {
    const depth = ((outer - inner) * shares[ring]) / whole
    const place = { ring, outer: round(edge), inner: round(edge - depth) }
    edge -= depth
    return place
  })
}

const large = 9
const small = 5
/** More marks in a ring than this are drawn small. */
const mostLarge = 16
/** The room a date takes beside the next. */
const labelWidth = 46

const lanesOf = ({ outer: edge, inner: bottom }: RingPlace, radius: number): number[] => {
  const step = radius * 2 + 3
  const count = Math.max(1, Math.floor((edge - bottom - 8) / step))
  const centre = (edge + bottom) / 2
  return Array.from({ length: count }, (_, index) => centre + (index - (count - 1) / 2) * step).toSorted(
    (one, other) => Math.abs(one - centre) - Math.abs(other - centre),
  )
}

/** Places the marks of each ring so that none covers another, as long as there is room. */
export function placeMarks(marks: readonly Mark[], year: number, places: readonly RingPlace[]): PlacedMark[] {
  return places.flatMap((place) => {
    const own = marks.filter(({ ring }) => ring === place.ring).toSorted((a, b) => (a.day < b.day ? -1 : 1))
    const radius = own.length > mostLarge ? small : large
    const isLarge = radius === large
    const lanes = lanesOf(place, radius).map((at) => ({ at, last: Number.NEGATIVE_INFINITY }))
    let labelled = Number.NEGATIVE_INFINITY
    return own.map((mark) => {
      const angle = angleOf(mark.day, year)
      const roomIn = (lane: { at: number; last: number }) => (angle - lane.last) * lane.at
      const lane =
        lanes.find((one) => roomIn(one) >= radius * 2 + 2) ??
        lanes.reduce((best, one) => (roomIn(one) > roomIn(best) ? one : best))
      lane.last = angle
      const hasRoom = isLarge && mark.ring !== 'deadline' && (angle - labelled) * lane.at >= labelWidth
      if (hasRoom) labelled = angle
      return { ...mark, ...pointAt(angle, lane.at), radius, labelled: hasRoom }
    })
  })
}

/** A path along a circle, for text to follow; in the lower half it runs the other way, so that the text stands upright. */
export function arc(radius: number, from: number, to: number): string {
  const isLower = (from + to) / 2 > Math.PI / 2 && (from + to) / 2 < Math.PI * 1.5
  const [begin, end] = isLower ? [to, from] : [from, to]
  const at = isLower ? radius + 9 : radius
  const [a, b] = [pointAt(begin, at), pointAt(end, at)]
  return `M${String(a.x)},${String(a.y)}A${String(at)} ${String(at)} 0 0 ${isLower ? '0' : '1'} ${String(b.x)},${String(b.y)}`
}
