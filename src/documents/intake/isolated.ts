import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { IntakeRefusal, limits } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'

type Answer = { lines: readonly string[] } | { refused: RefusalReason }

/** The built server has the worker as its own file beside or above the chunk; from source it is the .ts file. */
const workerFile = (): string => {
  const candidates = ['./intake-worker.js', '../intake-worker.js', './intake-worker.ts']
  const found = candidates.map((name) => fileURLToPath(new URL(name, import.meta.url))).find((file) => existsSync(file))
  if (found === undefined) throw new Error(`No intake-worker beside ${import.meta.url}`)
  return found
}

/** Resident memory in bytes, or 0 where the system does not tell; the heap limit then stands alone. */
const residentBytes = (pid: number | undefined): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1] ?? 0) * 4096
  } catch {
    return 0
  }
}

const start = (): ChildProcess =>
  fork(workerFile(), [], {
    env: {},
    execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${limits.heapMegabytes}`, '--no-warnings'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

const readAlone = (kind: 'docx' | 'pdf', bytes: Uint8Array, milliseconds: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const worker = start()
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.removeAllListeners()
      // Killing a process that is gone already can report late; nobody waits for it.
      worker.on('error', () => undefined)
      worker.kill('SIGKILL')
      settle()
    }
    const refuse = (reason: RefusalReason, options?: ErrorOptions): void => {
      finish(() => {
        reject(new IntakeRefusal(reason, options))
      })
    }
    const timer = setTimeout(() => {
      refuse('tooComplex')
    }, milliseconds)
    const watch = setInterval(() => {
      if (residentBytes(worker.pid) > limits.residentBytes) refuse('tooComplex')
    }, 25)
    worker.on('message', (answer: Answer) => {
      if ('refused' in answer) refuse(answer.refused)
      else
        finish(() => {
          resolve(answer.lines)
        })
    })
    worker.on('error', (cause) => {
      refuse('tooComplex', { cause })
    })
    // An end without an answer is the heap limit.
    worker.on('exit', () => {
      refuse('tooComplex')
    })
    worker.send({ kind, bytes })
  })

let queue: Promise<unknown> = Promise.resolve()

/**
 * Lines of a Word or PDF file, read by a process that can be stopped: files from outside go through large libraries, and
 * a hostile one must cost neither the server's memory nor its time. One file at a time; the time limit counts from its turn.
 */
export const readIsolated = (
  kind: 'docx' | 'pdf',
  bytes: Uint8Array,
  milliseconds: number = limits.milliseconds,
): Promise<readonly string[]> => {
  const turn = queue.then(() => readAlone(kind, bytes, milliseconds))
  queue = turn.catch(() => undefined)
  return turn
}
