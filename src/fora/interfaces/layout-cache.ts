import { createHash } from 'node:crypto'
import { layOut } from './drawing/drawing.ts'
import type { NetworkGraph, NetworkLayout } from './drawing/graph.ts'

/** Layouts kept at most; each takes some 30 kB. */
const most = 100

const hashOf = ({ nodes, links, places }: NetworkGraph): string =>
  createHash('sha256')
    .update(JSON.stringify([nodes, links, [...places]]))
    .digest('hex')

/**
 * Layouts by what is drawn: the same network is laid out once, whoever asks. Nothing has to be thrown away when the
 * register changes, since a changed network has another hash, and nobody gets a layout of what they may not see.
 */
export const keepLayouts = (make: (graph: NetworkGraph) => Promise<NetworkLayout> = layOut) => {
  const kept = new Map<string, Promise<NetworkLayout>>()
  return (graph: NetworkGraph): Promise<NetworkLayout> => {
    const hash = hashOf(graph)
    const known = kept.get(hash)
    const made = known ?? make(graph)
    // Put last again, so that the one longest unused goes first.
    kept.delete(hash)
    kept.set(hash, made)
    if (known === undefined) made.catch(() => kept.delete(hash))
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return made
  }
}
