import type { PlacedLabel } from './graph.ts'
import { boxOfCircle, boxOfLabel, inside, overlap } from './lettering.ts'
import type { Box } from './lettering.ts'
import type { Circle, Place } from './rules.ts'

/** A circle with its name in lines. */
export interface Spot extends Circle {
  id: string
  lines: readonly string[]
}

/** What names must keep clear of. */
export interface Surroundings {
  /** Points along the links. */
  points: readonly Place[]
  /** Words that stand fast. */
  fixed: readonly Box[]
  width: number
  height: number
}

/** The places a name may have, the liked first: under its circle, beside it, above it, at its corners. */
const choicesOf = ({ x, y, r, lines }: Spot): PlacedLabel[] => {
  const rise = (lines.length - 1) * 16
  const level = y + 4.5 - rise / 2
  const corner = r * 0.8 + 4
  return [
    { lines, x, y: y + r + 17, anchor: 'middle' },
    { lines, x: x + r + 8, y: level, anchor: 'start' },
    { lines, x: x - r - 8, y: level, anchor: 'end' },
    { lines, x, y: y - r - 8 - rise, anchor: 'middle' },
    { lines, x: x + corner, y: y + r + 13, anchor: 'start' },
    { lines, x: x - corner, y: y + r + 13, anchor: 'end' },
    { lines, x: x + corner, y: y - r - 3 - rise, anchor: 'start' },
    { lines, x: x - corner, y: y - r - 3 - rise, anchor: 'end' },
  ]
}

interface Choice {
  label: PlacedLabel
  box: Box
  cost: number
}

const collision = 1000

/** What a choice costs whatever the other names do. */
const choiceOf = (
  label: PlacedLabel,
  liking: number,
  circles: readonly Box[],
  { points, fixed, width, height }: Surroundings,
): Choice => {
  const box = boxOfLabel(label)
  let cost = liking
  if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) cost += 2 * collision
  for (const other of [...fixed, ...circles]) if (overlap(box, other)) cost += collision
  for (const { x, y } of points) if (inside(x, y, box, 2)) cost += 12
  return { label, box, cost }
}

/**
 * The place of each name. All begin under their circle, where the grid leaves room for them, and move only to places
 * that are no worse, so names that began apart stay apart.
 */
export const labelsOf = (spots: readonly Spot[], surroundings: Surroundings): Map<string, PlacedLabel> => {
  const circles = spots.map((spot) => ({ id: spot.id, box: boxOfCircle(spot) }))
  const choices = spots.map((spot) => {
    const others = circles.filter(({ id }) => id !== spot.id).map(({ box }) => box)
    return choicesOf(spot).map((label, index) => choiceOf(label, index, others, surroundings))
  })
  const chosen = choices.flatMap((own) => own.slice(0, 1))
  const rivalry = (box: Box, self: number): number =>
    chosen.reduce((sum, other, index) => (index !== self && overlap(box, other.box) ? sum + collision : sum), 0)
  for (let pass = 0; pass < 3; pass += 1) {
    for (const [index, own] of choices.entries()) {
      const costs = own.map(({ box, cost }) => cost + rivalry(box, index))
      const best = own[costs.indexOf(Math.min(...costs))]
      if (best) chosen[index] = best
    }
  }
  return new Map(
    spots.flatMap(({ id }, index) => {
      const choice = chosen[index]
      return choice ? [[id, choice.label] as const] : []
    }),
  )
}
