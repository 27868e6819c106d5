/* The geometry that the server's drawing and the browser's moving of nodes have in common. */

/** A point on the drawing, in its own units. */
export interface Place {
  x: number
  y: number
}

/** A circle on the drawing. */
export interface Circle extends Place {
  r: number
}

/** From a radius of 8 for a forum that meets seldom to 19 for one that meets every week; area follows the number. */
export const radiusOf = (node: { meetings: number | null; groupSize: number }): number =>
  node.groupSize > 1 ? 22 : Math.round(Math.min(19, 6 + 1.8 * Math.sqrt(Math.max(node.meetings ?? 1, 1))))

/** A quadratic curve from rim to rim, with a gap that leaves room for an arrow head. */
export interface Curve {
  start: Place
  middle: Place
  end: Place
}

const gap = 3

const towards = (from: Circle, to: Place): Place => {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const part = (from.r + gap) / distance
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** The curve between two circles; `bend` pulls its middle to the side by that part of the length. */
export const linkCurve = (from: Circle, to: Circle, bend: number): Curve => {
  const middle = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
  }
  return { start: towards(from, middle), middle, end: towards(to, middle) }
}

/** The curve as the `d` of an SVG path. */
export const linkPath = (from: Circle, to: Circle, bend: number): string => {
  const { start, middle, end } = linkCurve(from, to, bend)
  const at = ({ x, y }: Place) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return bend === 0 ? `M${at(start)}L${at(end)}` : `M${at(start)}Q${at(middle)} ${at(end)}`
}

/** Points along a curve, both ends included. */
export const pointsOn = ({ start, middle, end }: Curve, count: number): Place[] =>
  Array.from({ length: count + 1 }, (_, index) => {
    const t = index / count
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return { x: a * start.x + b * middle.x + c * end.x, y: a * start.y + b * middle.y + c * end.y }
  })
