import { expect, test } from 'vitest'
import { BadSettings, readSettings } from './config.ts'

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof BadSettings) return error.faults
    throw error
  }
  return []
}

const server = { DATABASE_URL: 'postgresql://db.example/samvirk', AUTH_SECRET: 'a'.repeat(32) }

test('nothing set: the embedded database in var, on this machine, port 3000', () => {
  const settings = readSettings({})
  expect(settings).toMatchObject({
    databaseUrl: null,
    host: '127.0.0.1',
    port: 3000,
    loopback: true,
    production: false,
  })
  expect(settings.dataDir).toMatch(/\/var$/)
  expect(settings.now).toBeNull()
})

test('an empty variable counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '', SAMVIRK_NOW: '' })).toMatchObject({ port: 3000, databaseUrl: null })
})

test('all faults are named at once, each with its setting', () => {
  const faults = faultsOf({
    PORT: 'http',
    BASE_URL: 'samvirk',
    DATABASE_URL: 'mysql://db.example/samvirk',
    NODE_ENV: 'production',
    SAMVIRK_NOW: '2026-12-31T12:00',
    LOG_LEVEL: 'loud',
    OIDC_ISSUER: 'https://login.example',
  })
  for (const name of ['PORT', 'BASE_URL', 'DATABASE_URL', 'AUTH_SECRET', 'SAMVIRK_NOW', 'LOG_LEVEL', 'OIDC_CLIENT_ID'])
    expect(
      faults.filter((fault) => fault.includes(name)),
      name,
    ).not.toEqual([])
})

test('a server database needs a secret of its own, long enough', () => {
  expect(faultsOf({ DATABASE_URL: server.DATABASE_URL })).toEqual([expect.stringContaining('AUTH_SECRET is needed')])
  expect(faultsOf({ ...server, AUTH_SECRET: 'short' })).toEqual([expect.stringContaining('at least 32')])
  expect(readSettings(server).databaseUrl).toBe(server.DATABASE_URL)
})

test.each([
  ['2026-01-15T12:00', '2026-01-15T11:00:00.000Z'],
  ['2026-07-15T12:00', '2026-07-15T10:00:00.000Z'],
  ['2026-12-31T23:59:30', '2026-12-31T22:59:30.000Z'],
  ['2026-07-15', '2026-07-15T10:00:00.000Z'],
  ['2026-01-01T00:30', '2025-12-31T23:30:00.000Z'],
  // The clock goes from 2 to 3 in spring, and from 3 back to 2 in autumn.
  ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
])('SAMVIRK_NOW is what clocks in Denmark show: %s', (given, expected) => {
  expect(readSettings({ SAMVIRK_NOW: given }).now?.toISOString()).toBe(expected)
})

test.each(['tomorrow', '2026-13-01', '2026-02-30T10:00', '2026-02-03T25:00', '2026-02-03 10:00', '9999-01-01'])(
  'SAMVIRK_NOW that is no day and time: %s',
  (given) => {
    expect(faultsOf({ SAMVIRK_NOW: given })).toEqual([expect.stringContaining('2026-12-31T12:00')])
  },
)

test('the clock cannot be moved in production', () => {
  const faults = faultsOf({ NODE_ENV: 'production', BASE_URL: 'https://samvirk.example', SAMVIRK_NOW: '2026-12-31' })
  expect(faults).toEqual(['SAMVIRK_NOW cannot be set in production'])
})

test.each([
  [{}, true],
  [{ HOST: 'localhost' }, true],
  [{ HOST: '127.0.0.2' }, true],
  [{ HOST: '::1' }, true],
  [{ HOST: '0.0.0.0' }, false],
  [{ HOST: '127.0.0.1.example' }, false],
  [{ HOST: '192.0.2.1' }, false],
  [{ BASE_URL: 'http://localhost:8080' }, true],
  // Behind a proxy the server listens on this machine only, and is still open to others.
  [{ BASE_URL: 'https://samvirk.example' }, false],
])('who can reach the server: %j', (env, loopback) => {
  expect(readSettings(env).loopback).toBe(loopback)
})

test('mail goes to the server that is named, from one sender', () => {
  const url = 'smtps://post:hemmelig@mail.kreds.example:465'
  expect(readSettings({ SMTP_URL: url, MAIL_FROM: 'Samvirk <post@kreds.example>' }).mail).toEqual({
    kind: 'smtp',
    url,
    from: 'Samvirk <post@kreds.example>',
  })
  expect(faultsOf({ SMTP_URL: url })).toEqual([expect.stringContaining('MAIL_FROM is needed')])
  for (const bad of ['mail.kreds.example', 'https://mail.kreds.example', 'smtp//x'])
    expect(faultsOf({ SMTP_URL: bad, MAIL_FROM: 'post@kreds.example' }), bad).toEqual([
      expect.stringContaining('SMTP_URL must be the address of a mail server'),
    ])
  for (const bad of [
    'post',
    'post@kreds.example, alle@kreds.example',
    'Samvirk post@kreds.example',
    'a\r\nBcc: <b@c.example>',
  ])
    expect(faultsOf({ MAIL_FROM: bad }), bad).toEqual([expect.stringContaining('MAIL_FROM must be one sender')])
})

test('without a mail server mail is written to a folder only where nobody else can read it', () => {
  expect(readSettings({ DATA_DIR: '/srv/samvirk' }).mail).toMatchObject({
    kind: 'folder',
    folder: '/srv/samvirk/mails',
  })
  expect(readSettings({ NODE_ENV: 'production', BASE_URL: 'http://127.0.0.1:3000' }).mail.kind).toBe('off')
  expect(readSettings({ HOST: '0.0.0.0' }).mail.kind).toBe('off')
  expect(readSettings({ BASE_URL: 'https://samvirk.kreds.example' }).mail.kind).toBe('off')
})

test('the virus scanner is a host with a port, or a socket', () => {
  expect(readSettings({}).clamdAddress).toBeNull()
  for (const good of ['127.0.0.1:3310', 'clamd.example:3310', '[::1]:3310', '/run/clamav/clamd.ctl'])
    expect(readSettings({ CLAMD_ADDRESS: good }).clamdAddress, good).toBe(good)
  for (const bad of ['clamd', '127.0.0.1:', 'host:99999', 'http://x:1'])
    expect(faultsOf({ CLAMD_ADDRESS: bad }), bad).toEqual(['CLAMD_ADDRESS must be host:port or the path of a socket'])
})
