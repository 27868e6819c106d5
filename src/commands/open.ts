import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Settings, settingsHere } from '../config.ts'
import type { Clock } from '../base/time.ts'
import { type Database, openEmbedded, openServer } from '../db/db.ts'
import { DatabaseIsNewer } from '../db/migrate.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { lockFolder } from './lock.ts'

/** The program's clock: real time, or running on from the moment it was moved to. */
export const clockOf = ({ now }: Settings): Clock => {
  if (now === null) return () => new Date()
  const moved = now.getTime() - Date.now()
  return () => new Date(Date.now() + moved)
}

/** Opens the embedded database of a folder, which no other process may have open. */
async function openLocked(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true })
  const unlock = await lockFolder(folder)
  try {
    const database = await openEmbedded(join(folder, 'database'))
    return { ...database, close: () => database.close().finally(unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(reasonOf).join('; ')
    : error instanceof Error
      ? error.message
      : String(error)

/**
 * Opens the database that the settings name.
 * @throws CommandFault when another process has the embedded database open, or the database cannot be opened.
 * @throws DatabaseIsNewer
 */
export async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<Database> {
  try {
    return await (databaseUrl === null ? openLocked(dataDir) : openServer(databaseUrl))
  } catch (error) {
    if (error instanceof CommandFault || error instanceof DatabaseIsNewer) throw error
    const place = databaseUrl === null ? `The embedded database in ${dataDir}` : 'The database of DATABASE_URL'
    const fault = new CommandFault(`${place} cannot be opened: ${reasonOf(error)}`, exitCodes.failed)
    throw Object.assign(fault, { cause: error })
  }
}

/** Opens the database, works, and closes it again whatever happens. */
export async function withDatabase<R>(work: (database: Database, settings: Settings) => Promise<R>): Promise<R> {
  const settings = settingsHere()
  const database = await openDatabase(settings)
  try {
    return await work(database, settings)
  } finally {
    await database.close()
  }
}
