import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { NetworkGraph, NetworkLayout } from './graph.ts'

type Answer = { id: number; layout: NetworkLayout } | { id: number; problem: string }

const timeLimitMs = 30_000

/** The built server has the worker as its own file beside or above the chunk; from source it is the .ts file. */
const workerFile = (): string => {
  const candidates = ['./layout-worker.js', '../layout-worker.js', './layout-worker.ts']
  const found = candidates.map((name) => fileURLToPath(new URL(name, import.meta.url))).find((file) => existsSync(file))
  if (found === undefined) throw new Error(`No layout-worker beside ${import.meta.url}`)
  return found
}

let warm: Worker | null = null
let lastId = 0

const worker = (): Worker => {
  if (warm) return warm
  const started = new Worker(workerFile())
  started.setMaxListeners(0)
  const forget = () => {
    if (warm === started) warm = null
  }
  started.on('error', forget)
  started.on('exit', forget)
  warm = started
  return started
}

/**
 * The drawing's layout, worked out in a worker thread. Same graph, same layout: callers may keep it. Takes some 50 ms
 * for 40 fora and seconds for 500. Throws when it takes more than half a minute.
 */
export const layOut = (graph: NetworkGraph): Promise<NetworkLayout> => {
  const thread = worker()
  const id = (lastId += 1)
  thread.ref()
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer)
      thread.off('message', answered)
      thread.off('error', failed)
      thread.off('exit', stopped)
      // Only a layout under way keeps the process alive.
      if (thread.listenerCount('message') === 0) thread.unref()
    }
    const failed = (cause: unknown) => {
      done()
      reject(new Error('The network could not be laid out', { cause }))
    }
    const stopped = () => {
      failed('The worker stopped')
    }
    const answered = (answer: Answer) => {
      if (answer.id !== id) return
      done()
      if ('layout' in answer) resolve(answer.layout)
      else failed(answer.problem)
    }
    const timer = setTimeout(() => void thread.terminate(), timeLimitMs)
    thread.on('message', answered)
    thread.on('error', failed)
    thread.on('exit', stopped)
    thread.postMessage({ id, graph })
  })
}
