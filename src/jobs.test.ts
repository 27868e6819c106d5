import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { startJobs } from './jobs.ts'

const quietLog = () => ({ info: vi.fn(), warn: vi.fn(), error: vi.fn() })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** A hundredth of a second. */
const everySeconds = 0.01
/** Far more than it takes, also on a busy machine. */
const patience = { timeout: 20_000, interval: 10 }

test('a job never runs beside itself, and each runs for itself', async () => {
  let under = 0
  let most = 0
  let others = 0
  const slow = async () => {
    under += 1
    most = Math.max(most, under)
    await pause(60)
    under -= 1
    return 1
  }
  const jobs = startJobs(
    [
      { name: 'slow', everySeconds, run: slow },
      { name: 'other', everySeconds, run: () => Promise.resolve((others += 1)) },
    ],
    quietLog(),
  )
  await vi.waitFor(() => expect(others).toBeGreaterThan(5), patience)
  await jobs.stop()
  expect(most).toBe(1)
})

test('one that fails is written to the log and tried again', async () => {
  const log = quietLog()
  let runs = 0
  const jobs = startJobs(
    [{ name: 'unlucky', everySeconds, run: () => (++runs < 3 ? Promise.reject(new Error('no')) : Promise.resolve(0)) }],
    log,
  )
  await vi.waitFor(() => expect(runs).toBeGreaterThan(3), patience)
  await jobs.stop()
  expect(log.error).toHaveBeenCalledTimes(2)
  expect(log.error.mock.calls[0]?.[0]).toMatchObject({ job: 'unlucky' })
})

test('stopping waits for what is under way, tells it, and begins nothing more', async () => {
  let begun = 0
  let ended = 0
  let told = false
  const jobs = startJobs(
    [
      {
        name: 'long',
        everySeconds,
        run: async (stopping) => {
          begun += 1
          await once(stopping ?? new AbortController().signal, 'abort')
          told = true
          await pause(30)
          ended += 1
          return 1
        },
      },
    ],
    quietLog(),
  )
  await vi.waitFor(() => expect(begun).toBe(1), patience)
  await jobs.stop()
  expect({ begun, ended, told }).toEqual({ begun: 1, ended: 1, told: true })
  await pause(50)
  expect(begun).toBe(1)
})
