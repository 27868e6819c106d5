import { describe, expect, test } from 'vitest'
import { fc } from '../../../../test/properties.ts'
import { layOut } from './drawing.ts'
import { exampleNetwork, manyNetworks } from './example.ts'
import type { NetworkGraph, NetworkLayout, NetworkNode } from './graph.ts'
import { layOutHere } from './layout.ts'
import { boxOfCircle, boxOfLabel, inside, overlap } from './lettering.ts'
import { linkCurve, pointsOn } from './rules.ts'

const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]))

/** Names that lie on one another or on the circle of another forum. */
const collisions = ({ nodes }: NetworkLayout): string[] => [
  ...pairsOf(nodes)
    .filter(([a, b]) => overlap(boxOfLabel(a.label), boxOfLabel(b.label)))
    .map(([a, b]) => `${a.name} / ${b.name}`),
  ...nodes.flatMap((a) =>
    nodes.filter((b) => a !== b && overlap(boxOfLabel(a.label), boxOfCircle(b))).map((b) => `${a.name} on ${b.name}`),
  ),
]

describe('the network of a district', () => {
  test('draws every node and every link', async () => {
    const layout = await layOut(exampleNetwork)
    expect(layout.nodes.map(({ id }) => id).sort()).toEqual(exampleNetwork.nodes.map(({ id }) => id).sort())
    expect(layout.links.map(({ from, to, kind }) => ({ from, to, kind }))).toEqual(exampleNetwork.links)
  })

  test('no name lies on another name or circle, and all are inside the drawing', async () => {
    const layout = await layOut(exampleNetwork)
    expect(collisions(layout)).toEqual([])
    for (const { name, label } of layout.nodes) {
      const box = boxOfLabel(label)
      expect(box.left >= 0 && box.right <= layout.width && box.top >= 0 && box.bottom <= layout.height, name).toBe(true)
    }
  })

  test('no link passes through the circle of a third forum', async () => {
    const { nodes, links } = await layOut(exampleNetwork)
    const byId = new Map(nodes.map((node) => [node.id, node]))
    for (const { from, to, bend } of links) {
      const [a, b] = [byId.get(from), byId.get(to)]
      if (!a || !b) throw new Error('a link without an end')
      const hit = nodes.filter(
        (node) =>
          node !== a &&
          node !== b &&
          pointsOn(linkCurve(a, b, bend), 60).some(({ x, y }) => inside(x, y, boxOfCircle(node), 0)),
      )
      expect(hit.map(({ name }) => `${a.name} to ${b.name} hits ${name}`)).toEqual([])
    }
  })

  test('stands in lanes by level and columns by subject', async () => {
    const { nodes, lanes, columns, height } = await layOut(exampleNetwork)
    const middle = new Map(columns.map(({ name, x }) => [name, x]))
    for (const node of nodes.filter(({ known }) => known)) {
      const lane = lanes.findIndex((candidate) => candidate.lane === (node.level ?? 'none'))
      expect(node.y).toBeGreaterThan(lanes[lane]?.top ?? Infinity)
      expect(node.y).toBeLessThan(lanes[lane + 1]?.top ?? height)
      const own = middle.get(node.column ?? '') ?? Infinity
      const nearest = Math.min(...[...middle.values()].map((x) => Math.abs(x - node.x)))
      expect(Math.abs(own - node.x)).toBeLessThan(nearest + 90)
    }
    expect(columns.map(({ name }) => name)).toEqual([...new Set(exampleNetwork.nodes.flatMap((n) => n.column ?? []))])
  })

  test('something outside the register stands with the forum that names it', async () => {
    const { nodes } = await layOut(exampleNetwork)
    const find = (start: string) => nodes.find(({ name }) => name.startsWith(start))
    expect(find('Arbejdsgruppe')?.x).toBe(find('Netværk')?.x)
  })

  test('is the same each time, also when the worker is asked twice at once', async () => {
    const [first, second] = await Promise.all([layOut(exampleNetwork), layOut(exampleNetwork)])
    expect(first).toEqual(second)
    expect(await layOutHere(exampleNetwork)).toEqual(first)
  })

  test('a moved forum stays where it was put, and its links follow', async () => {
    const before = await layOut(exampleNetwork)
    const after = await layOut({ ...exampleNetwork, places: new Map([['f3', { x: 900, y: 1500 }]]) })
    expect(after.nodes.find(({ id }) => id === 'f3')).toMatchObject({ x: 900, y: 1500 })
    expect(after.height).toBeGreaterThan(1500)
    const others = (layout: NetworkLayout) =>
      layout.nodes
        .filter(({ id }) => id !== 'f3')
        .map(({ id, x, y }) => ({ id, x, y }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(others(after)).toEqual(others(before))
    const path = (layout: NetworkLayout) => layout.links.find(({ to }) => to === 'f3')?.path
    expect(path(after)).not.toBe(path(before))
  })

  test('the server answers others while a large network is laid out', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 5)
    const graph = manyNetworks(4)
    const layout = await layOut(graph)
    clearInterval(timer)
    expect(layout.nodes).toHaveLength(graph.nodes.length)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('any network', () => {
  const node = fc.record({
    name: fc.string({ maxLength: 90 }),
    level: fc.constantFrom('strategic', 'tactical', 'operational', null),
    column: fc.constantFrom('Trafik', 'Beredskab', 'Psykiatri og misbrug', null),
    meetings: fc.option(fc.nat(60)),
    groupSize: fc.integer({ min: 1, max: 20 }),
    href: fc.constantFrom('/a', null),
    known: fc.boolean(),
  })
  const graph = fc
    .record({
      nodes: fc.array(node, { maxLength: 14 }),
      links: fc.array(
        fc.record({
          from: fc.nat(15),
          to: fc.nat(15),
          kind: fc.constantFrom('mutual', 'oneSided', 'unmatched', 'thread', 'shared'),
        }),
        { maxLength: 20 },
      ),
    })
    .map(({ nodes, links }): NetworkGraph => ({
      nodes: nodes.map((each, index): NetworkNode => ({ ...each, id: `n${String(index)}` })),
      links: links.map(({ from, to, kind }) => ({ from: `n${String(from)}`, to: `n${String(to)}`, kind })),
      places: new Map(),
    }))

  test('is drawn whole, with names apart and only finite numbers', async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (any) => {
        const layout = await layOutHere(any)
        expect(layout.nodes).toHaveLength(any.nodes.length)
        expect(collisions(layout)).toEqual([])
        expect(JSON.stringify(layout)).not.toMatch(/NaN|Infinity/)
        expect([layout.width, layout.height].every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('without fora is an empty drawing', async () => {
    expect(await layOut({ nodes: [], links: [], places: new Map() })).toMatchObject({ nodes: [], links: [], lanes: [] })
  })
})
