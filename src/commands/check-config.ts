import { settingsHere } from './open.ts'

/** Reads the settings; a fault is thrown and printed with all others. */
export function checkConfig(): void {
  const settings = settingsHere()
  console.log(
    `The settings are in order. Database: ${settings.databaseUrl === null ? `embedded, in ${settings.dataDir}` : 'PostgreSQL'}.`,
  )
}
