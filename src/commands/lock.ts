import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'

const holder = z.object({ pid: z.number().int().positive(), started: z.string().nullable() })
type Holder = z.infer<typeof holder>

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/**
 * When a process began, in the words of the system, so that another process with the same number is not taken for it.
 * Null where the system does not tell (other than Linux) or there is no such process.
 */
const startOf = async (pid: number): Promise<string | null> => {
  const [boot, stat] = await Promise.all(
    ['/proc/sys/kernel/random/boot_id', `/proc/${String(pid)}/stat`].map((file) =>
      readFile(file, 'utf8').catch(() => null),
    ),
  )
  if (boot === null || boot === undefined || stat === null || stat === undefined) return null
  // The second field is the name in brackets, which may hold anything; the start is the 22nd.
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return ticks === undefined ? null : `${boot.trim()} ${ticks}`
}

const isRunning = async ({ pid, started }: Holder): Promise<boolean> => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = await startOf(pid)
  return started === null || now === null || started === now
}

const inUse = (folder: string, pid: number): CommandFault =>
  new CommandFault(
    `Databasen er i brug af en anden proces (pid ${String(pid)}). Stop den først.\n` +
      `The database in ${folder} is in use by another process (pid ${String(pid)}). Stop it first.`,
    exitCodes.failed,
  )

/** Who holds the lock; null when nobody does, or when the file says nothing that can be understood. */
const holderIn = async (file: string): Promise<Holder | null> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '{}'
    throw error
  })
  try {
    return holder.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Takes the lock of a process that is gone out of the way. Another's that was put there meanwhile is put back. */
async function removeStale(file: string, stale: Holder | null, own: string): Promise<void> {
  const aside = `${own}.stale`
  try {
    await rename(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const taken = await holderIn(aside)
  if (taken !== null && (taken.pid !== stale?.pid || taken.started !== stale.started))
    await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}

/**
 * Keeps other processes from opening the embedded database of a folder; two at once would destroy it. A lock whose
 * process is gone does not count.
 * @returns what gives the lock back.
 * @throws CommandFault naming the process that has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'database.lock')
  const own = `${file}.${randomUUID()}`
  const me: Holder = { pid: process.pid, started: await startOf(process.pid) }
  await writeFile(own, JSON.stringify(me), { mode: 0o600 })
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      try {
        // A link is made whole or not at all, so nobody reads a half-written lock.
        await link(own, file)
        return () => rm(file, { force: true })
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error
      }
      const other = await holderIn(file)
      if (other !== null && (await isRunning(other))) throw inUse(folder, other.pid)
      await removeStale(file, other, own)
    }
    throw new CommandFault(`The lock in ${folder} could not be taken.`, exitCodes.failed)
  } finally {
    await rm(own, { force: true })
  }
}
