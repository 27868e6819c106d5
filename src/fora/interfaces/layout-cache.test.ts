import { expect, test } from 'vitest'
import type { NetworkGraph, NetworkLayout } from './drawing/graph.ts'
import { keepLayouts } from './layout-cache.ts'

const empty: NetworkLayout = { width: 1, height: 1, lanes: [], columns: [], nodes: [], links: [] }
const graph = (x: number): NetworkGraph => ({ nodes: [], links: [], places: new Map([['a', { x, y: 0 }]]) })

const counted = (answer: () => Promise<NetworkLayout> = () => Promise.resolve(empty)) => {
  const made: NetworkGraph[] = []
  const layOut = keepLayouts((given) => {
    made.push(given)
    return answer()
  })
  return { made, layOut }
}

test('the same network is laid out once, another anew', async () => {
  const { made, layOut } = counted()
  await layOut(graph(1))
  await layOut(graph(1))
  await layOut(graph(2))
  expect(made).toHaveLength(2)
})

test('the layout longest unused goes first', async () => {
  const { made, layOut } = counted()
  for (let x = 0; x < 100; x += 1) await layOut(graph(x))
  await layOut(graph(0))
  await layOut(graph(100))
  await layOut(graph(0))
  expect(made).toHaveLength(101)
  await layOut(graph(1))
  expect(made).toHaveLength(102)
})

test('a layout that failed is tried again', async () => {
  const { made, layOut } = counted(() => Promise.reject(new Error('no')))
  await expect(layOut(graph(1))).rejects.toThrow('no')
  await expect(layOut(graph(1))).rejects.toThrow('no')
  expect(made).toHaveLength(2)
})
