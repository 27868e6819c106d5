import type { Place } from './rules.ts'

/** The lanes of the drawing, from the top; a forum without a level has the last. */
export const lanes = ['strategic', 'tactical', 'operational', 'none'] as const
export type Lane = (typeof lanes)[number]

export interface NetworkNode {
  id: string
  name: string
  /** Null: no level is known. A body outside the register then stands with the forum that names it. */
  level: Exclude<Lane, 'none'> | null
  /** The short name of the subject. Columns come in the order in which nodes first name them. */
  column: string | null
  /** Meetings a year; null when the words set no number. */
  meetings: number | null
  /** Fora that this one node stands for; 1 for a single forum. */
  groupSize: number
  href: string | null
  /** False for a body that is named but is not in the register. */
  known: boolean
}

export interface NetworkLink {
  from: string
  to: string
  kind: 'mutual' | 'oneSided' | 'unmatched' | 'thread' | 'shared'
  /** For `shared`: how many members two fora have in common. */
  weight?: number
  /** For `thread`: the step it is; its words stand beside one line of each step. */
  step?: 'prepares' | 'sets' | 'anchors' | 'hands'
}

export interface NetworkGraph {
  nodes: readonly NetworkNode[]
  links: readonly NetworkLink[]
  /** Where editors have moved fora to; they stay there whatever the layout proposes. */
  places: ReadonlyMap<string, Place>
}

/** Words beside or under a circle. `x` is the anchor, `y` the baseline of the first line. */
export interface PlacedLabel {
  lines: readonly string[]
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

export interface PlacedNode extends NetworkNode, Place {
  r: number
  label: PlacedLabel
}

export interface PlacedLink extends NetworkLink {
  /** How far the curve leaves the straight line, as a part of its length; see `linkPath`. */
  bend: number
  path: string
}

/** Everything the drawing needs, as data that can be kept. Same graph, same layout. */
export interface NetworkLayout {
  width: number
  height: number
  lanes: readonly { lane: Lane; top: number }[]
  columns: readonly { name: string; x: number }[]
  nodes: readonly PlacedNode[]
  links: readonly PlacedLink[]
}
