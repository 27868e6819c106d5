import { join } from 'node:path'
import process from 'node:process'
import { readSettings, type Settings } from '../config.ts'
import type { Clock } from '../base/time.ts'
import { type Database, openEmbedded, openServer } from '../db/db.ts'

/** The settings of this process. */
export const settingsHere = (): Settings => readSettings(process.env)

/** The program's clock: real time, or running on from the moment it was moved to. */
export const clockOf = ({ now }: Settings): Clock => {
  if (now === null) return () => new Date()
  const moved = now.getTime() - Date.now()
  return () => new Date(Date.now() + moved)
}

/** Opens the database that the settings name. */
export const openDatabase = ({ databaseUrl, dataDir }: Settings): Promise<Database> =>
  databaseUrl === null ? openEmbedded(join(dataDir, 'database')) : openServer(databaseUrl)

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
