import type { NetworkLink, PlacedLabel } from './graph.ts'
import { boxOfCircle, boxOfLabel, inside, overlap } from './lettering.ts'
import type { Box } from './lettering.ts'
import { linkCurve, pointsOn } from './rules.ts'
import type { Spot } from './labels.ts'

const bends = [0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.5, -0.5]
const samples = 18
const near = 9

/** The bend of each link that keeps clear of the circles of others and, where it can, of names. */
export const bendsOf = (
  links: readonly NetworkLink[],
  spots: ReadonlyMap<string, Spot>,
  labels: ReadonlyMap<string, PlacedLabel>,
  width: number,
  height: number,
): number[] => {
  const circles = [...spots.values()].map((spot) => ({ id: spot.id, box: boxOfCircle(spot) }))
  const words = [...labels].map(([id, label]) => ({ id, box: boxOfLabel(label) }))
  const within = (area: Box) => (part: { box: Box }) => overlap(part.box, area)
  const drawn = new Map<string, number>()
  return links.map((link) => {
    const [from, to] = [spots.get(link.from), spots.get(link.to)]
    if (!from || !to) return 0
    const pair = [link.from, link.to].sort().join(' ')
    const before = drawn.get(pair) ?? 0
    drawn.set(pair, before + 1)
    const reach = (Math.abs(from.x - to.x) + Math.abs(from.y - to.y)) / 4 + 30
    const area: Box = {
      left: Math.min(from.x, to.x) - reach,
      right: Math.max(from.x, to.x) + reach,
      top: Math.min(from.y, to.y) - reach,
      bottom: Math.max(from.y, to.y) + reach,
    }
    const others = circles.filter(({ id }) => id !== link.from && id !== link.to).filter(within(area))
    const names = words.filter(within(area))
    const cost = (bend: number): number => {
      let sum = Math.abs(bend) * 6 + (before > 0 && Math.abs(bend) < 0.1 * before ? 200 : 0)
      for (const { x, y } of pointsOn(linkCurve(from, to, bend), samples)) {
        if (x < 0 || y < 34 || x > width || y > height) sum += 50
        for (const circle of others) if (inside(x, y, circle.box, near)) sum += 40
        for (const word of names) if (inside(x, y, word.box, 1)) sum += 4
      }
      return sum
    }
    const costs = bends.map(cost)
    return bends[costs.indexOf(Math.min(...costs))] ?? 0
  })
}
