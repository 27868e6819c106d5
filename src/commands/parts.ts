import pino from 'pino'
import type { Settings } from '../config.ts'
import type { Clock } from '../base/time.ts'
import type { Database } from '../db/db.ts'
import { createSignIn, type SignIn } from '../sign-in/auth.ts'
import { noteInLog } from '../sign-in/note.ts'
import { secretIn } from '../sign-in/secret.ts'

/** The program's own log, without what must never stand in it. */
export const logOf = ({ logLevel }: Settings) =>
  pino({ level: logLevel, redact: ['password', '*.password', 'headers.cookie', 'headers.authorization'] })

interface SignInParts {
  database: Database
  settings: Settings
  clock: Clock
  log: ReturnType<typeof logOf>
  baseUrl: () => string
}

/** Accounts and signing in on an open database. */
export const signInOf = async ({ database, settings, clock, log, baseUrl }: SignInParts): Promise<SignIn> =>
  createSignIn({
    pool: database.pool,
    baseUrl,
    secret: settings.authSecret ?? (await secretIn(settings.dataDir)),
    oidc: settings.oidc,
    note: noteInLog(database.db, clock),
    log: (level, message, details) => {
      log[level]({ details }, message)
    },
  })
