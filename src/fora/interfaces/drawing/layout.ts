import type { NetworkGraph, NetworkLayout, PlacedLabel } from './graph.ts'
import { gridOf, seated } from './grid.ts'
import type { Box } from './lettering.ts'
import { ranksOf } from './order.ts'
import { labelsOf } from './labels.ts'
import type { Spot } from './labels.ts'
import { bendsOf } from './routing.ts'
import { linkCurve, linkPath, pointsOn } from './rules.ts'

const margin = 12

/** The words of the lanes stand at the left, so no name may. */
const laneWords = (top: number): Box => ({ left: 0, right: 96, top: top + 12, bottom: top + 32 })

/**
 * The layout, worked out on the thread that asks; `layOut` in drawing.ts asks another thread.
 * Lanes by level and columns by subject; ELK proposes the order within them, moved nodes stand where they were put.
 * Links to or from nodes that are not in the graph are left out. Same graph, same layout.
 */
export const layOutHere = async (graph: NetworkGraph): Promise<NetworkLayout> => {
  const nodes = seated(graph)
  const ids = new Set(nodes.map((node) => node.id))
  const links = graph.links.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to))
  const ordering = links.filter(({ kind }) => kind !== 'shared')
  const grid = gridOf(nodes, await ranksOf(nodes, ordering))
  const spots = nodes.map(({ id, r, lines }): Spot => {
    const { x, y } = graph.places.get(id) ?? grid.places.get(id) ?? { x: 0, y: 0 }
    return { id, r, lines, x, y }
  })
  const width = Math.ceil(Math.max(grid.width, ...spots.map(({ x, r }) => x + r + margin)))
  const height = Math.ceil(Math.max(grid.height, ...spots.map(({ y, r }) => y + r + margin)))
  const byId = new Map(spots.map((spot) => [spot.id, spot]))
  const fixed = grid.lanes.map(({ top }) => laneWords(top))

  let labels: ReadonlyMap<string, PlacedLabel> = new Map()
  let bends: number[] = []
  for (let round = 0; round < 2; round += 1) {
    bends = bendsOf(links, byId, labels, width, height)
    const points = links.flatMap((link, index) => {
      const [from, to] = [byId.get(link.from), byId.get(link.to)]
      if (!from || !to) return []
      const steps = Math.ceil(Math.hypot(from.x - to.x, from.y - to.y) / 8)
      return pointsOn(linkCurve(from, to, bends[index] ?? 0), steps)
    })
    labels = labelsOf(spots, { points, fixed, width, height })
  }

  return {
    width,
    height,
    lanes: grid.lanes,
    columns: grid.columns,
    // The order in which the tab key visits them: as one reads.
    nodes: nodes
      .flatMap((node) => {
        const [spot, label] = [byId.get(node.id), labels.get(node.id)]
        return spot && label ? [{ ...node, x: spot.x, y: spot.y, label }] : []
      })
      .sort((a, b) => a.y - b.y || a.x - b.x),
    links: links.flatMap((link, index) => {
      const [from, to, bend] = [byId.get(link.from), byId.get(link.to), bends[index] ?? 0]
      return from && to ? [{ ...link, bend, path: linkPath(from, to, bend) }] : []
    }),
  }
}
