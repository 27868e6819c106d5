import type { NetworkLayout, NetworkLink, PlacedLabel } from './graph.ts'
import { boxOfCircle, boxOfLabel, type Box, inside, overlap } from './lettering.ts'
import { linkCurve, type Place, pointsOn } from './rules.ts'

type Step = NonNullable<NetworkLink['step']>

interface Obstacles {
  boxes: readonly Box[]
  points: readonly Place[]
  width: number
  height: number
}

const clearance = 9
const collision = 1000

const costOf = (label: PlacedLabel, { boxes, points, width, height }: Obstacles): number => {
  const box = boxOfLabel(label)
  const outside = box.left < 0 || box.right > width || box.top < 0 || box.bottom > height
  const struck = boxes.filter((other) => overlap(box, other)).length
  const crossed = points.filter(({ x, y }) => inside(x, y, box, 1)).length
  return (outside ? 2 * collision : 0) + struck * collision + crossed * 12
}

/** On both sides of a point on the line, level with it. */
const beside = ({ x, y }: Place, words: string): PlacedLabel[] => [
  { lines: [words], x: x - clearance, y: y + 4.5, anchor: 'end' },
  { lines: [words], x: x + clearance, y: y + 4.5, anchor: 'start' },
]

/**
 * Where the words of the thread stand: once for each step, beside the line where they hide least. A step with many
 * lines has its words at one of them, so that the drawing stays calm.
 */
export const threadWordsOf = (layout: NetworkLayout, words: Readonly<Record<Step, string>>): PlacedLabel[] => {
  const nodes = new Map(layout.nodes.map((node) => [node.id, node]))
  const alongs = layout.links.map((link) => {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)]
    return { link, points: from && to ? pointsOn(linkCurve(from, to, link.bend), 24) : [] }
  })
  const laneWords = layout.lanes.map(({ top }): Box => ({ left: 0, right: 96, top: top + 12, bottom: top + 32 }))
  const boxes = [...layout.nodes.flatMap((node) => [boxOfCircle(node), boxOfLabel(node.label)]), ...laneWords]
  const points = alongs.flatMap((along) => along.points)
  const placed: PlacedLabel[] = []
  for (const step of new Set(layout.links.flatMap((link) => link.step ?? []))) {
    const obstacles = {
      boxes: [...boxes, ...placed.map(boxOfLabel)],
      points,
      width: layout.width,
      height: layout.height,
    }
    const choices = alongs
      .filter(({ link }) => link.step === step)
      .flatMap((along) => along.points.slice(4, -4))
      .flatMap((point) => beside(point, words[step]))
      .map((label) => ({ label, cost: costOf(label, obstacles) }))
    const best = choices.reduce<(typeof choices)[number] | null>(
      (least, choice) => (least === null || choice.cost < least.cost ? choice : least),
      null,
    )
    if (best !== null) placed.push(best.label)
  }
  return placed
}
