/*
 * Lays out networks outside the main thread: 450 fora take seconds. Started by drawing.ts, from source or as its own
 * file in the built server, so what it imports uses only syntax that Node can strip.
 */
import { parentPort } from 'node:worker_threads'
import type { NetworkGraph } from './graph.ts'
import { layOutHere } from './layout.ts'

const port = parentPort
if (!port) throw new Error('layout-worker.ts runs only as a worker')
port.on('message', ({ id, graph }: { id: number; graph: NetworkGraph }) => {
  layOutHere(graph).then(
    (layout) => port.postMessage({ id, layout }),
    (error: unknown) => port.postMessage({ id, problem: String(error) }),
  )
})
