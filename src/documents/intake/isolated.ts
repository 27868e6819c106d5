import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { residentBytes } from '../resident.ts'
import { IntakeRefusal, limits } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'
import type { TaskName, Tasks } from './tasks.ts'

type Answer<T extends TaskName> = { done: Tasks[T]['done'] } | { refused: RefusalReason }

/** The built server has the worker as its own file beside or above the chunk; from source it is the .ts file. */
const workerFile = (): string => {
  const candidates = ['./intake-worker.js', '../intake-worker.js', './intake-worker.ts']
  const found = candidates.map((name) => fileURLToPath(new URL(name, import.meta.url))).find((file) => existsSync(file))
  if (found === undefined) throw new Error(`No intake-worker beside ${import.meta.url}`)
  return found
}

const start = (): ChildProcess =>
  fork(workerFile(), [], {
    env: {},
    execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${limits.heapMegabytes}`, '--no-warnings'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

const workAlone = <T extends TaskName>(
  task: T,
  order: Tasks[T]['order'],
  milliseconds: number,
): Promise<Tasks[T]['done']> =>
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
    // Where the system does not tell, the heap limit stands alone.
    const watch = setInterval(() => {
      if (residentBytes(worker.pid) > limits.residentBytes) refuse('tooComplex')
    }, 25)
    worker.on('message', (answer: Answer<T>) => {
      if ('refused' in answer) refuse(answer.refused)
      else
        finish(() => {
          resolve(answer.done)
        })
    })
    worker.on('error', (cause) => {
      refuse('tooComplex', { cause })
    })
    worker.on('exit', (_, signal) => {
      // Told to stop together with the program: that says nothing of the file. Any other end without an answer is the heap limit.
      if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP')
        finish(() => {
          reject(new Error('The reading of a file was interrupted'))
        })
      else refuse('tooComplex')
    })
    worker.send({ task, ...order })
  })

/** What people wait for goes its own way past what is done beside the requests. */
const queues: Record<'asked' | 'beside', Promise<unknown>> = { asked: Promise.resolve(), beside: Promise.resolve() }

/**
 * Work on a file from outside, done by a process that can be stopped: such files go through large libraries, and a hostile
 * one must cost neither the server's memory nor its time. One file at a time; the time limit counts from its turn.
 * @throws IntakeRefusal
 */
export const isolated = <T extends TaskName>(
  task: T,
  order: Tasks[T]['order'],
  { milliseconds = limits.milliseconds, beside = false }: { milliseconds?: number; beside?: boolean } = {},
): Promise<Tasks[T]['done']> => {
  const lane = beside ? 'beside' : 'asked'
  const turn = queues[lane].then(() => workAlone(task, order, milliseconds))
  queues[lane] = turn.catch(() => undefined)
  return turn
}

/** Lines of a Word or PDF file. @throws IntakeRefusal */
export const readIsolated = (
  kind: 'docx' | 'pdf',
  bytes: Uint8Array,
  milliseconds?: number,
): Promise<readonly string[]> => isolated('lines', { kind, bytes }, milliseconds === undefined ? {} : { milliseconds })
