import { settingsHere } from '../config.ts'

/** Reads the settings; a fault is thrown and printed with all others. */
export function checkConfig(): void {
  const { databaseUrl, dataDir, host, port, baseUrl, now, loopback } = settingsHere()
  console.log(
    [
      'The settings are in order.',
      `Database: ${databaseUrl === null ? `embedded, in ${dataDir}` : 'PostgreSQL'}.`,
      `Listens on ${host}, port ${String(port)}${baseUrl === null ? '' : `; public address ${baseUrl}`}.`,
      ...(databaseUrl === null && !loopback ? ['Others can reach it, so there is no demonstration.'] : []),
      ...(now === null ? [] : [`The clock is moved to ${now.toISOString()}.`]),
    ].join('\n'),
  )
}
