import pino from 'pino'
import { createApp } from '../src/app.tsx'
import { createLive } from '../src/meetings/hold/live.ts'
import type { GrantedRole } from '../src/people/permissions.ts'
import { createSignIn } from '../src/sign-in/auth.ts'
import type { ScanFile } from '../src/documents/virus-scan.ts'
import type { MailSettings } from '../src/mail/transport.ts'
import { noteInLog } from '../src/sign-in/note.ts'
import type { Database } from '../src/db/db.ts'
import { asOwner } from './db.ts'

const origin = 'http://127.0.0.1:3000'
const accountHeader = 'x-test-account'
const csrf = 'test-token'

/** Mail is written to the outbox and stays there, unless a test sends it. */
const testMail: MailSettings = { kind: 'smtp', url: 'smtp://127.0.0.1:1', from: 'Samvirk <post@kreds.example>' }

/** The moment the clock of a test stands at, unless it is given another. */
export const testNow = new Date('2026-03-12T10:00:00Z')

/**
 * The whole program on the test's database. Who is signed in is told by a header, so that a test need not sign in;
 * signing in itself is tested in its own room.
 */
export function testApp(
  database: Database,
  now: Date = testNow,
  mail: MailSettings = testMail,
  scan: ScanFile | null = null,
) {
  const log = pino({ level: 'silent' })
  const clock = () => now
  const signIn = createSignIn({
    pool: database.pool,
    baseUrl: () => origin,
    secret: 'a secret of the tests, long enough to be one',
    oidc: null,
    note: noteInLog(database.db, clock),
    log: () => undefined,
  })
  const live = createLive({ db: database.db, log })
  const assets = {
    styles: '/assets/a.css',
    script: '/assets/a.js',
    icons: '/assets/i.svg',
    favicon: '/assets/f.svg',
    fonts: [],
  }
  const app = createApp({
    db: database.db,
    clock,
    assets,
    clientDir: null,
    log,
    signIn,
    findSession: (headers) => {
      const account = headers.get(accountHeader)
      return Promise.resolve(account === null ? null : { accountId: account, name: account })
    },
    baseUrl: () => origin,
    metricsOpen: false,
    live,
    mail,
    scan,
  })
  const send = async (account: string | null, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.append('cookie', `samvirk-form=${csrf}`)
    if (account !== null) headers.set(accountHeader, account)
    return app.request(`${origin}${path}`, { ...init, headers })
  }
  /** Requests as one account, or as the public. */
  const as = (account: string | null) => ({
    get: (path: string, headers: Record<string, string> = {}) => send(account, path, { headers }),
    post: (
      path: string,
      fields: Record<string, string | File | readonly string[]> = {},
      headers: Record<string, string> = {},
    ) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ csrf, ...fields }))
        for (const one of typeof value === 'object' && 'map' in value ? value : [value]) body.append(name, one)
      return send(account, path, { method: 'POST', body, headers })
    },
  })
  return { as, app, signIn, live }
}

/** Gives an account a role from 2020 on. Accounts are named by what they may do: `sekretariat`. */
export async function grant(
  account: string,
  role: GrantedRole,
  { district = 'mvsj', municipality = null as string | null } = {},
): Promise<void> {
  await asOwner(
    `insert into people.role_grant (district, account_id, role, municipality_code, valid_from, granted_by) values ($1, $2, $3, $4, '2020-01-01', 'test')`,
    [district, account, role, municipality],
  )
}
