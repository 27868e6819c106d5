import { setTimeout as pause } from 'node:timers/promises'
import type { Job } from './base/job.ts'
import type { Log } from './web/log.ts'

/** Between the start of one job and that of the next, so that they do not all begin in the same moment. */
const staggerMs = 300

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  // Waiting must not keep the program from ending.
  pause(ms, undefined, { signal, ref: false }).catch(() => undefined)

/**
 * Runs each job at once and then again and again, for itself and never beside itself. One that fails is written to the
 * log and tried again. `stop` waits for what is under way.
 */
export function startJobs(jobs: readonly Job[], log: Log): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const repeat = async (job: Job, index: number): Promise<void> => {
    await wait(index * staggerMs, signal)
    while (!signal.aborted) {
      try {
        const done = await job.run(signal)
        if (done > 0) log.info({ job: job.name, done }, 'job')
      } catch (error) {
        log.error({ err: error, job: job.name }, 'job failed')
      }
      await wait(job.everySeconds * 1000, signal)
    }
  }
  const running = jobs.map(repeat)
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
