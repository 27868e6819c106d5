import { type Settings, settingsHere } from '../config.ts'
import { askMailServer } from '../mail/transport.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'

const mailWords = (mail: Settings['mail']): string => {
  switch (mail.kind) {
    case 'smtp':
      return `Mail: through ${new URL(mail.url).host}, from ${mail.from}. The server answers.`
    case 'folder':
      return `Mail: is written to ${mail.folder}, and sent to nobody.`
    case 'off':
      return 'Mail: OFF. Nobody is sent a summons, a reminder or minutes. Set SMTP_URL and MAIL_FROM.'
  }
}

/**
 * What the settings mean, a line for each. The mail server is asked whether it lets the program in; nothing is sent.
 * @throws CommandFault when it does not.
 */
export async function checkSettings(settings: Settings): Promise<string> {
  const { databaseUrl, dataDir, host, port, baseUrl, now, loopback, mail } = settings
  const fault = mail.kind === 'smtp' ? await askMailServer(mail.url) : null
  if (mail.kind === 'smtp' && fault !== null)
    throw new CommandFault(
      `The settings can be read, but the mail server ${new URL(mail.url).host} does not take mail from the program: ${fault}`,
      exitCodes.notVerified,
    )
  return [
    'The settings are in order.',
    `Database: ${databaseUrl === null ? `embedded, in ${dataDir}` : 'PostgreSQL'}.`,
    `Listens on ${host}, port ${String(port)}${baseUrl === null ? '' : `; public address ${baseUrl}`}.`,
    mailWords(mail),
    ...(databaseUrl === null && !loopback ? ['Others can reach it, so there is no demonstration.'] : []),
    ...(now === null ? [] : [`The clock is moved to ${now.toISOString()}.`]),
  ].join('\n')
}

/** Reads the settings; a fault is thrown and printed with all others. */
export async function checkConfig(): Promise<void> {
  console.log(await checkSettings(settingsHere()))
}
