import { afterEach, expect, test } from 'vitest'
import { readSettings } from '../config.ts'
import { startSmtp } from '../mail/smtp.fixture.ts'
import { checkSettings } from './check-config.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'

let servers: { close: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

const smtp = async (...how: Parameters<typeof startSmtp>) => {
  const server = await startSmtp(...how)
  servers.push(server)
  return server
}
const check = (url: string) => checkSettings(readSettings({ SMTP_URL: url, MAIL_FROM: 'post@kreds.example' }))
const faultOf = async (url: string): Promise<CommandFault> => {
  const fault: unknown = await check(url).catch((error: unknown) => error)
  if (!(fault instanceof CommandFault)) throw new Error('No fault')
  return fault
}

test('a mail server that is there is named, and is sent nothing', async () => {
  const { url, port, received } = await smtp()
  expect(await check(url)).toContain(
    `Mail: through 127.0.0.1:${String(port)}, from post@kreds.example. The server answers.`,
  )
  expect(received).toEqual([])
})

test('one that lets the program in with a password is asked with it', async () => {
  const { port } = await smtp({ password: 'rigtig' })
  expect(await check(`smtp://post:rigtig@127.0.0.1:${String(port)}`)).toContain('The server answers.')
  const { message, exitCode } = await faultOf(`smtp://post:forkert@127.0.0.1:${String(port)}`)
  expect(message).toContain(`127.0.0.1:${String(port)} does not take mail from the program: 535`)
  expect(message).not.toContain('forkert')
  expect(exitCode).toBe(exitCodes.notVerified)
})

test('one that refuses everybody is told of in its own words', async () => {
  const { url } = await smtp({ refuses: 'We are closed' })
  expect((await faultOf(url)).message).toContain('We are closed')
})

test('a port where nobody answers is a fault', async () => {
  const closed = await startSmtp()
  await closed.close()
  const { message, exitCode } = await faultOf(closed.url)
  expect(message).toContain('ECONNREFUSED')
  expect(exitCode).toBe(exitCodes.notVerified)
})

test('without a mail server it says where mail goes', async () => {
  expect(await checkSettings(readSettings({ DATA_DIR: '/srv/samvirk' }))).toContain(
    'Mail: is written to /srv/samvirk/mails, and sent to nobody.',
  )
  expect(await checkSettings(readSettings({ NODE_ENV: 'production', BASE_URL: 'https://samvirk.example' }))).toContain(
    'Mail: OFF.',
  )
})
