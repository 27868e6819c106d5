import process from 'node:process'

/**
 * The milliseconds of processor time that some work takes in this process and its threads. Unlike the time on the wall it
 * stays the same when the machine is busy with something else.
 */
export async function processorMs(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1000
}
