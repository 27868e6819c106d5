import Elk from 'elkjs/lib/elk.bundled.js'
import type { ElkNode } from 'elkjs/lib/elk-api.js'
import { lanes } from './graph.ts'
import type { NetworkLink } from './graph.ts'
import type { Rank, Seated } from './grid.ts'

const elk = new Elk.default()

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.partitioning.activate': 'true',
  'elk.randomSeed': '1',
  'elk.separateConnectedComponents': 'false',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  'elk.edgeRouting': 'POLYLINE',
  // The default, network simplex, takes fifteen seconds for 450 nodes; this one takes one.
  'elk.layered.layering.strategy': 'LONGEST_PATH',
}

const question = (nodes: readonly Seated[], links: readonly NetworkLink[]): ElkNode => ({
  id: 'network',
  layoutOptions: { ...options, 'elk.layered.thoroughness': nodes.length > 100 ? '1' : '7' },
  children: nodes.map(({ id, lane }) => ({
    id,
    width: 120,
    height: 60,
    layoutOptions: { 'elk.partitioning.partition': String(lanes.indexOf(lane)) },
  })),
  edges: links.map(({ from, to }, index) => ({ id: `link-${String(index)}`, sources: [from], targets: [to] })),
})

/** The order ELK's layered algorithm gives the nodes within their lanes, with few crossings. Same graph, same order. */
export const ranksOf = async (
  nodes: readonly Seated[],
  links: readonly NetworkLink[],
): Promise<ReadonlyMap<string, Rank>> => {
  if (nodes.length === 0) return new Map()
  const { children = [] } = await elk.layout(question(nodes, links))
  const placed = new Map(children.map((node) => [node.id, node]))
  const depth = (id: string) => Math.round((placed.get(id)?.y ?? 0) / 10)
  const layersOf = new Map(
    lanes.map((lane) => {
      const depths = nodes.filter((node) => node.lane === lane).map((node) => depth(node.id))
      return [lane, [...new Set(depths)].sort((a, b) => a - b)]
    }),
  )
  return new Map(
    nodes.map(({ id, lane }) => {
      const layer = layersOf.get(lane)?.indexOf(depth(id)) ?? 0
      return [id, { layer, across: placed.get(id)?.x ?? 0 }]
    }),
  )
}
