import { Agent, request } from 'node:http'

export interface Figures {
  /** Answers a second. */
  throughput: number
  /** Milliseconds. */
  p50: number
  p95: number
  p99: number
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** The figures of a number of durations that were measured within some seconds. */
export const figuresOf = (durations: readonly number[], seconds: number): Figures => {
  const sorted = durations.toSorted((a, b) => a - b)
  return { throughput: durations.length / seconds, p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) }
}

/** Does the work over and over from several places at once, for a bounded number of times, and times each. */
export async function measure(
  work: (place: number) => Promise<unknown>,
  connections: number,
  times: number,
): Promise<Figures> {
  for (let place = 0; place < connections; place++) await work(place)
  const durations: number[] = []
  let left = times
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, place) => {
      while (left > 0) {
        left -= 1
        const before = performance.now()
        await work(place)
        durations.push(performance.now() - before)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return figuresOf(durations, seconds)
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** One GET on a connection that is kept open. Anything but 200 is an error: a benchmark of failures helps nobody. */
export const get = (address: string, cookie = ''): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      address,
      { agent, headers: { ...(cookie && { cookie }), 'accept-encoding': 'identity' } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(Buffer.concat(parts))
          else reject(new Error(`${address} answered ${String(answer.statusCode)}`))
        })
      },
    )
    sent.on('error', reject)
    sent.end()
  })
