import { join, resolve } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import type { MailSettings } from './mail/transport.ts'
import type { OidcSettings } from './sign-in/oidc.ts'

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)

/** A day, with or without a time of day, such as `2026-12-31T12:00`. */
const isWallTime = (text: string): boolean => {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/.test(text)) return false
  const whole = `${text.length === 10 ? `${text}T12:00` : text}${text.length === 16 || text.length === 10 ? ':00' : ''}`
  const date = new Date(`${whole}Z`)
  // A day such as 31 February would be moved into March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole)
}

/** `127.0.0.1:3310`, or the path of a socket. */
const isScannerAddress = (text: string): boolean =>
  /^\/[^\0]+$/.test(text) ||
  (/^(\[[0-9a-fA-F:]+\]|[^\s:/]+):\d{1,5}$/.test(text) && Number(text.split(':').at(-1)) <= 65_535)

/** `post@kreds.example` or `Samvirk <post@kreds.example>`, on one line. */
const isSender = (text: string): boolean =>
  /^([^<>"\r\n]+ <[^\s<>@"]+@[^\s<>@"]+>|[^\s<>@"]+@[^\s<>@"]+)$/.test(text) && !text.includes(',')

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// address' }).optional(),
  DATA_DIR: z.string().min(1).default('var'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
  AUTH_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  NODE_ENV: z
    .enum(['development', 'test', 'production'], { error: 'must be development, test or production' })
    .optional(),
  SAMVIRK_NOW: z.string().refine(isWallTime, 'must be a day and time that exist, like 2026-12-31T12:00').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' })
    .default('info'),
  METRICS_OPEN: flag.default(false),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http(s):// address' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default('OpenID Connect'),
  OIDC_TRUST_EMAIL: flag.default(false),
  CLAMD_ADDRESS: z.string().refine(isScannerAddress, 'must be host:port or the path of a socket').optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be the address of a mail server, like smtp://user:password@mail.kreds.example:587',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(isSender, 'must be one sender, like post@kreds.example or Samvirk <post@kreds.example>')
    .optional(),
})

export interface Settings {
  /** Null: the embedded database in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  host: string
  port: number
  /** The public address; null: the address the server listens on. */
  baseUrl: string | null
  authSecret: string | null
  production: boolean
  /** The moment the clock is moved to, in Danish time; null for the real time. */
  now: Date | null
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  metricsOpen: boolean
  oidc: OidcSettings | null
  /** True when only this machine is meant to reach the server: neither `host` nor `baseUrl` names another. */
  loopback: boolean
  /** Where mail goes. Without a mail server: to a folder while developing, and nowhere in production. */
  mail: MailSettings
  /** Where the virus scanner clamd answers; null where there is none, and files are then stored unscanned. */
  clamdAddress: string | null
}

/** Thrown with every fault found, one line each. */
export class BadSettings extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
})
const danishClock = (moment: Date): Date => new Date(`${copenhagen.format(moment).replace(' ', 'T')}Z`)

/**
 * The moment when clocks in Denmark show a day and time; noon when only a day is given. A time that is skipped in spring
 * is the moment an hour later by the clock; of a time that comes twice in autumn, the first.
 */
const inDanishTime = (text: string): Date => {
  const wall = new Date(`${text.length === 10 ? `${text}T12:00` : text}Z`)
  const hour = 3_600_000
  const found = [2, 1].map((ahead) => new Date(wall.getTime() - ahead * hour))
  return found.find((moment) => danishClock(moment).getTime() === wall.getTime()) ?? new Date(wall.getTime() - hour)
}

/** Mail goes to a folder only where nobody else can reach the program, because anyone there may read it. */
const mailOf = (
  { url, from }: { url: string | undefined; from: string | undefined },
  { dataDir, production, loopback }: { dataDir: string; production: boolean; loopback: boolean },
): MailSettings => {
  const sender = from ?? 'Samvirk <samvirk@localhost>'
  if (url !== undefined) return { kind: 'smtp', url, from: sender }
  return production || !loopback
    ? { kind: 'off', from: sender }
    : { kind: 'folder', folder: join(dataDir, 'mails'), from: sender }
}

/**
 * Reads the settings from the environment.
 * @throws BadSettings naming every fault at once.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  const faults = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  const values = parsed.data
  const production = given['NODE_ENV'] === 'production'
  if (given['DATABASE_URL'] !== undefined && given['AUTH_SECRET'] === undefined)
    faults.push('AUTH_SECRET is needed with DATABASE_URL: at least 32 random characters that sign sessions')
  if (production && given['SAMVIRK_NOW'] !== undefined) faults.push('SAMVIRK_NOW cannot be set in production')
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
  const missing = oidc.filter((name) => given[name] === undefined)
  if (missing.length > 0 && missing.length < oidc.length)
    faults.push(`${missing.join(' and ')} missing: sign-in with OpenID Connect needs all of ${oidc.join(', ')}`)
  if (production && given['BASE_URL'] === undefined) faults.push('BASE_URL is needed in production: the public address')
  if (given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined)
    faults.push('MAIL_FROM is needed with SMTP_URL: the address that mail comes from')
  if (faults.length > 0 || values === undefined) throw new BadSettings(faults)
  const loopback =
    isLoopback(values.HOST) && (values.BASE_URL === undefined || isLoopback(new URL(values.BASE_URL).hostname))
  const dataDir = resolve(values.DATA_DIR)
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values
  return {
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir,
    host: values.HOST,
    port: values.PORT,
    baseUrl: values.BASE_URL ?? null,
    authSecret: values.AUTH_SECRET ?? null,
    production,
    now: values.SAMVIRK_NOW === undefined ? null : inDanishTime(values.SAMVIRK_NOW),
    logLevel: values.LOG_LEVEL,
    metricsOpen: values.METRICS_OPEN,
    oidc:
      issuer !== undefined && clientId !== undefined && clientSecret !== undefined
        ? { issuer, clientId, clientSecret, name: values.OIDC_NAME, trustsEmail: values.OIDC_TRUST_EMAIL }
        : null,
    loopback,
    clamdAddress: values.CLAMD_ADDRESS ?? null,
    mail: mailOf({ url: values.SMTP_URL, from: values.MAIL_FROM }, { dataDir, production, loopback }),
  }
}

/**
 * The settings of this process.
 * @throws BadSettings
 */
export const settingsHere = (): Settings => readSettings(process.env)
