import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Busy } from '../base/errors.ts'
import { residentBytes } from './resident.ts'

/** A document that Typst refused: a fault in the template, never in what users wrote. */
export class PdfFailed extends Error {}

/** The document was not ready within its time limit; the server may have less to do another time. */
export class PdfTooSlow extends Busy {}

export interface PdfOrder {
  /** Typst source. It reads what to print from `json(bytes(sys.inputs.data))`; text in the data is never read as Typst. */
  template: string
  /** Anything JSON can carry. */
  data: unknown
  /** Waiting for a free worker counts. */
  timeLimitMs: number
  /** The moment printed in the file's own metadata; same data and same moment give the same bytes. */
  createdAt: Date
  /** Pictures that the template may use, by their name: `image("/a.webp")` for `a.webp`. */
  files?: Readonly<Record<string, Uint8Array>>
  /** A PDF whose pages the template may use as drawings: `image("/page-1.svg")`. Those `pictured` must come out with a picture. */
  redrawn?: { pdf: Uint8Array; pages: number; pictured: readonly number[] } | null
  /** PDF/UA-1 unless told otherwise. For archives PDF/A-2a, tagged too, or PDF/A-2u, whose text can be read but has no structure. */
  standard?: 'ua-1' | 'a-2a' | 'a-2u'
}

/** The order as the worker is sent it. */
type Message = Required<Pick<PdfOrder, 'template' | 'files' | 'redrawn' | 'standard'>> & {
  data: string
  createdAt: number
}

interface Job {
  message: Message
  deadline: number
  resolve: (pdf: Uint8Array) => void
  reject: (reason: Error) => void
}

interface Seat {
  worker: ChildProcess
  job: Job | null
  timer: NodeJS.Timeout | null
  watch: NodeJS.Timeout | null
}

type Answer = { pdf: Uint8Array } | { problem: string }

/** Typst uses its own threads too, so two compiling at once is enough for any machine we expect. */
const poolSize = 2
/** Memory in bytes at which a document is given up. */
const mostResident = 1500 * 1024 * 1024
/** A worker that has grown to this, also in bytes, is not kept for the next document. */
const restingResident = 700 * 1024 * 1024
const seats = new Set<Seat>()
const waiting: Job[] = []

/** The built server has the worker as its own file beside or above the chunk; from source it is the .ts file. */
const workerFile = (): string => {
  const candidates = ['./typst-worker.js', '../typst-worker.js', './typst-worker.ts']
  const found = candidates.map((name) => fileURLToPath(new URL(name, import.meta.url))).find((file) => existsSync(file))
  if (found === undefined) throw new Error(`No typst-worker beside ${import.meta.url}`)
  return found
}

/** An idle worker does not keep the server, or a test run, alive. */
const rest = (worker: ChildProcess): void => {
  worker.unref()
  worker.channel?.unref()
}

const settle = (seat: Seat): Job | null => {
  const { job } = seat
  if (seat.timer) clearTimeout(seat.timer)
  if (seat.watch) clearInterval(seat.watch)
  seat.job = null
  seat.timer = null
  seat.watch = null
  rest(seat.worker)
  return job
}

const leave = (seat: Seat, reason: Error): void => {
  if (!seats.delete(seat)) return
  settle(seat)?.reject(reason)
  seat.worker.kill('SIGKILL')
  next()
}

const hire = (): Seat => {
  const worker = fork(workerFile(), [], {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const seat: Seat = { worker, job: null, timer: null, watch: null }
  seats.add(seat)
  rest(worker)
  seat.worker.on('message', (answer: Answer) => {
    const job = settle(seat)
    if ('pdf' in answer) job?.resolve(answer.pdf)
    else job?.reject(new PdfFailed(`Typst: ${answer.problem}`))
    if (residentBytes(worker.pid) > restingResident) leave(seat, new PdfFailed('The Typst worker has grown'))
    else next()
  })
  seat.worker.on('error', (cause) => {
    leave(seat, new PdfFailed('The Typst worker failed', { cause }))
  })
  seat.worker.on('exit', () => {
    leave(seat, new PdfFailed('The Typst worker stopped'))
  })
  return seat
}

const start = (seat: Seat, job: Job): void => {
  seat.job = job
  seat.worker.ref()
  seat.worker.channel?.ref()
  seat.timer = setTimeout(() => {
    leave(seat, new PdfTooSlow('The time limit for the PDF passed'))
  }, job.deadline - Date.now())
  seat.watch = setInterval(() => {
    if (residentBytes(seat.worker.pid) > mostResident) leave(seat, new PdfFailed('The PDF took too much memory'))
  }, 50)
  seat.worker.send(job.message)
}

function next(): void {
  const job = waiting[0]
  if (!job) return
  const free = [...seats].find((seat) => seat.job === null) ?? (seats.size < poolSize ? hire() : null)
  if (!free) return
  waiting.shift()
  if (job.deadline <= Date.now()) job.reject(new PdfTooSlow('The time limit for the PDF passed in the queue'))
  else start(free, job)
  next()
}

const print = (
  { template, timeLimitMs, createdAt, standard = 'ua-1', files = {}, redrawn = null }: Omit<PdfOrder, 'data'>,
  data: string,
): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const message = { template, data, createdAt: Math.floor(createdAt.getTime() / 1000), standard, files, redrawn }
    waiting.push({ message, deadline: Date.now() + timeLimitMs, resolve, reject })
    next()
  })

/** What PDF/UA refuses, because a reader would see an empty box. */
const isMissingSign = (error: unknown): boolean =>
  error instanceof PdfFailed && error.message.includes('could not be displayed')

/** JSON with only the signs that the font surely has: no joiners or loose accents, and "?" for every other sign. */
const plainSigns = (json: string): string =>
  json
    .normalize('NFC')
    .replaceAll(/[\p{Cf}\p{M}]/gu, '')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]/gu, '?')

/**
 * A tagged PDF (PDF/UA-1, or the standard asked for) made by Typst. It runs in a process of its own, because only a process can be stopped in the
 * middle of native code, and because that code then sees none of the server's secrets. The template must set title and language, and give every
 * picture an alternative text, or Typst refuses. A sign that the font lacks, such as an emoji, is printed as "?".
 * Throws PdfFailed or PdfTooSlow.
 */
export const makePdf = async ({ data, ...order }: PdfOrder): Promise<Uint8Array> => {
  const json = JSON.stringify(data)
  try {
    return await print(order, json)
  } catch (error) {
    if (isMissingSign(error)) return print(order, plainSigns(json))
    throw error
  }
}

/** Starts a worker ahead of the first document, which otherwise waits some tenths of a second for it. */
export const warmPdf = (): void => {
  if (seats.size === 0) hire()
}

/** Ends the workers; for a clean stop. Documents under way are refused. */
export const closePdf = (): void => {
  for (const job of waiting.splice(0)) job.reject(new PdfFailed('The server is stopping'))
  for (const seat of [...seats]) leave(seat, new PdfFailed('The server is stopping'))
}
