import { lanes } from './graph.ts'
import type { Lane, NetworkGraph, NetworkNode } from './graph.ts'
import { lineHeight, widthOf, wrapped } from './lettering.ts'
import { radiusOf } from './rules.ts'
import type { Place } from './rules.ts'

/** A node that knows its lane and column and has its name in lines. */
export interface Seated extends NetworkNode {
  lane: Lane
  seat: string
  lines: readonly string[]
  r: number
  linked: boolean
}

/** Where ELK puts a node: its layer counted from the top of the lane, and how far to the right in it. */
export interface Rank {
  layer: number
  across: number
}

const topOfLanes = 34
const leftOfColumns = 110
const besideWords = 18

/** Gives every node a lane and a column; a body outside the register stands with the first forum that names it. */
export const seated = ({ nodes, links }: NetworkGraph): Seated[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const linkedIds = new Set(links.flatMap(({ from, to }) => [from, to]))
  return nodes.map((node) => {
    const link = node.known ? undefined : links.find(({ from, to }) => from === node.id || to === node.id)
    const other = link && byId.get(link.from === node.id ? link.to : link.from)
    return {
      ...node,
      lane: node.level ?? other?.level ?? 'none',
      seat: node.column ?? other?.column ?? '',
      lines: wrapped(node.name),
      r: radiusOf(node),
      linked: linkedIds.has(node.id),
    }
  })
}

interface Cell {
  row: number
  slot: number
}

/** Rows and slots of one cell of the table lanes × columns: linked fora by ELK's layers, the others where there is room. */
const filled = (nodes: readonly Seated[], ranks: ReadonlyMap<string, Rank>, slots: number): Map<string, Cell> => {
  const rank = (node: Seated) => ranks.get(node.id) ?? { layer: 0, across: 0 }
  const order = nodes.toSorted(
    (a, b) =>
      Number(b.linked) - Number(a.linked) ||
      rank(a).layer - rank(b).layer ||
      rank(a).across - rank(b).across ||
      (a.id < b.id ? -1 : 1),
  )
  const taken = new Set<string>()
  const cells = new Map<string, Cell>()
  for (const [index, node] of order.entries()) {
    let row = node.linked ? Math.min(rank(node).layer, 3) : 0
    let slot = node.linked ? (index + row) % slots : 0
    while (taken.has(`${String(row)}:${String(slot)}`)) {
      if (slot + 1 < slots) slot += 1
      else [row, slot] = [row + 1, 0]
    }
    taken.add(`${String(row)}:${String(slot)}`)
    cells.set(node.id, { row, slot })
  }
  return cells
}

/** Side by side where a cell would grow high, or where many links between fora on one line would hide each other. */
const slotsFor = (most: number, linked: number): number =>
  Math.min(Math.max(Math.ceil(most / 4), linked > 3 ? 2 : 1), 6)

interface Column {
  name: string
  left: number
  slots: number
  slotWidth: number
}

const columnsOf = (nodes: readonly Seated[]): Column[] => {
  const names = [...new Set(nodes.filter((node) => node.seat !== '').map((node) => node.seat))]
  if (nodes.some((node) => node.seat === '')) names.push('')
  let left = leftOfColumns
  return names.map((name) => {
    const own = nodes.filter((node) => node.seat === name)
    const most = Math.max(...lanes.map((lane) => own.filter((node) => node.lane === lane).length))
    const slots = slotsFor(most, own.filter((node) => node.linked).length)
    const words = Math.max(...own.flatMap((node) => node.lines.map(widthOf)))
    const slotWidth = Math.max(words + besideWords, (widthOf(name) + besideWords) / slots, 84)
    const column = { name, left, slots, slotWidth }
    left += slots * slotWidth
    return column
  })
}

/** Room above a row's centre line for its largest circle, and below it for circle and the longest label. */
const rowHeights = (inRow: readonly Seated[]) => ({
  above: Math.max(14, ...inRow.map((node) => node.r)) + 8,
  below: Math.max(30, ...inRow.map((node) => node.r + 10 + node.lines.length * lineHeight)) + 4,
})

/** The table lanes × columns, as wide and as high as its words need, and the place of every node in it. */
export const gridOf = (nodes: readonly Seated[], ranks: ReadonlyMap<string, Rank>) => {
  const columns = columnsOf(nodes)
  const places = new Map<string, Place>()
  const usedLanes: { lane: Lane; top: number }[] = []
  let top = topOfLanes
  for (const lane of lanes) {
    const inLane = nodes.filter((node) => node.lane === lane)
    if (inLane.length === 0) continue
    usedLanes.push({ lane, top })
    const cells = new Map(
      columns.flatMap((column) => [
        ...filled(
          inLane.filter((n) => n.seat === column.name),
          ranks,
          column.slots,
        ),
      ]),
    )
    const rowOf = (node: Seated) => cells.get(node.id)?.row ?? 0
    const rows = [...new Set(inLane.map(rowOf))].sort((a, b) => a - b)
    top += 12
    for (const row of rows) {
      const inRow = inLane.filter((node) => rowOf(node) === row)
      const { above, below } = rowHeights(inRow)
      for (const node of inRow) {
        const column = columns.find(({ name }) => name === node.seat)
        if (!column) continue
        const slot = (cells.get(node.id)?.slot ?? 0) + 0.5
        places.set(node.id, { x: column.left + slot * column.slotWidth, y: top + above })
      }
      top += above + below
    }
    top += 8
  }
  const last = columns.at(-1)
  return {
    places,
    lanes: usedLanes,
    columns: columns.map(({ name, left, slots, slotWidth }) => ({ name, x: left + (slots * slotWidth) / 2 })),
    width: last ? last.left + last.slots * last.slotWidth : leftOfColumns,
    height: top,
  }
}
