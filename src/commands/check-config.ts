import { type Settings, settingsHere } from '../config.ts'

const mailWords = (mail: Settings['mail']): string => {
  switch (mail.kind) {
    case 'smtp':
      return `Mail: through ${new URL(mail.url).host}, from ${mail.from}.`
    case 'folder':
      return `Mail: is written to ${mail.folder}, and sent to nobody.`
    case 'off':
      return 'Mail: OFF. Nobody is sent a summons, a reminder or minutes. Set SMTP_URL and MAIL_FROM.'
  }
}

/** Reads the settings; a fault is thrown and printed with all others. */
export function checkConfig(): void {
  const { databaseUrl, dataDir, host, port, baseUrl, now, loopback, mail } = settingsHere()
  console.log(
    [
      'The settings are in order.',
      `Database: ${databaseUrl === null ? `embedded, in ${dataDir}` : 'PostgreSQL'}.`,
      `Listens on ${host}, port ${String(port)}${baseUrl === null ? '' : `; public address ${baseUrl}`}.`,
      mailWords(mail),
      ...(databaseUrl === null && !loopback ? ['Others can reach it, so there is no demonstration.'] : []),
      ...(now === null ? [] : [`The clock is moved to ${now.toISOString()}.`]),
    ].join('\n'),
  )
}
