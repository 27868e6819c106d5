import { z } from 'zod'
import { findAccountByEmail } from './accounts.ts'
import { countAttempt, emailKey, forgetAttempts, limits, uncountAttempt } from './attempts.ts'
import {
  type Caller,
  cleanHeaders,
  currentSession,
  type Engine,
  headersWith,
  outcomeOf,
  type Session,
} from './engine.ts'
import type { SignInMethod } from './events.ts'

/** What came of an attempt to sign in. `cookies` are values for `Set-Cookie`. */
export type SignInOutcome =
  | { kind: 'signedIn'; session: Session; cookies: string[] }
  /** The password was right; a code is still needed. */
  | { kind: 'secondFactor'; cookies: string[] }
  | { kind: 'refused'; cookies: string[] }
  /** Too many attempts. `until` is null where only Better Auth knows; then it is at most fifteen minutes. */
  | { kind: 'locked'; until: Date | null; cookies: string[] }
  /** The first step is too long ago, or the code was wrong too often: start again. */
  | { kind: 'expired'; cookies: string[] }

/** Counts one step by its sender. A sender that is not known is not counted. */
export const senderLock = (engine: Engine, caller: Caller, limit: 'sender' | 'dialogue'): Promise<Date | null> =>
  caller.sender === null
    ? Promise.resolve(null)
    : countAttempt(engine.db, `${limit}:${caller.sender}`, limits[limit], engine.clock())

/** The end of every successful sign-in: finds who it was and writes it to the log. */
export const signedIn = async (engine: Engine, method: SignInMethod, cookies: string[]): Promise<SignInOutcome> => {
  const session = await currentSession(engine, headersWith(cookies))
  if (session === null) throw new Error('Signed in without a session.')
  // Sessions that have run out are swept when somebody signs in; nothing else looks at them.
  await engine.db.deleteFrom('sign_in.session').where('expires_at', '<', new Date()).execute()
  await engine.note({ kind: 'signedIn', method, accountId: session.accountId, name: session.name })
  return { kind: 'signedIn', session, cookies }
}

/** Whose account was tried, for the log alone: its administrators are to see it. Nothing tells the sender. */
const accountWith = async (engine: Engine, email: string): Promise<string | null> =>
  (await findAccountByEmail(engine, email.replaceAll('\0', '')))?.id ?? null

const passwordAnswer = z.object({ twoFactorRedirect: z.boolean().optional() })

/**
 * Signs in with e-mail and password. Unknown e-mail, wrong password and closed account are refused alike and take
 * equally long; all of them count towards the lock.
 */
export async function signInWithPassword(
  engine: Engine,
  caller: Caller,
  email: string,
  password: string,
): Promise<SignInOutcome> {
  const key = emailKey(email)
  const locks = [
    await senderLock(engine, caller, 'sender'),
    await countAttempt(engine.db, key, limits.email, engine.clock()),
  ].filter((lock) => lock !== null)
  if (locks.length > 0) {
    const until = new Date(Math.max(...locks.map((lock) => lock.getTime())))
    await engine.note({ kind: 'locked', method: 'password', email, until, accountId: await accountWith(engine, email) })
    return { kind: 'locked', until, cookies: [] }
  }
  const { code, body, cookies } = await outcomeOf(
    await engine.auth().api.signInEmail({
      body: { email, password, rememberMe: true },
      headers: cleanHeaders(caller),
      asResponse: true,
    }),
  )
  if (code !== null) {
    const accountId = await accountWith(engine, email)
    await engine.note({ kind: 'refused', method: 'password', reason: code, email, accountId })
    return { kind: 'refused', cookies: [] }
  }
  await forgetAttempts(engine.db, key, engine.clock())
  if (caller.sender !== null) await uncountAttempt(engine.db, `sender:${caller.sender}`)
  if (passwordAnswer.parse(body).twoFactorRedirect === true) return { kind: 'secondFactor', cookies }
  return signedIn(engine, 'password', cookies)
}

const expiredCodes = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])

/** The second step: a code from the app (six digits), or one of the backup codes, each of which works once. */
export async function verifySecondFactor(engine: Engine, caller: Caller, text: string): Promise<SignInOutcome> {
  const code = text.replaceAll(/\s/g, '')
  const method = /^\d{6}$/.test(code) ? 'secondFactor' : 'backupCode'
  const { api } = engine.auth()
  const input = { body: { code }, headers: cleanHeaders(caller), asResponse: true } as const
  const answer = await outcomeOf(
    method === 'secondFactor' ? await api.verifyTOTP(input) : await api.verifyBackupCode(input),
  )
  if (answer.code === null) return signedIn(engine, method, answer.cookies)
  if (answer.code === 'ACCOUNT_TEMPORARILY_LOCKED') {
    await engine.note({ kind: 'locked', method, email: null, until: null, accountId: null })
    return { kind: 'locked', until: null, cookies: [] }
  }
  await engine.note({ kind: 'refused', method, reason: answer.code, email: null, accountId: null })
  return { kind: expiredCodes.has(answer.code) ? 'expired' : 'refused', cookies: answer.cookies }
}

/** Ends the caller's session. */
export async function signOut(engine: Engine, caller: Caller): Promise<string[]> {
  const session = await currentSession(engine, caller.headers)
  const { cookies } = await outcomeOf(
    await engine.auth().api.signOut({ headers: cleanHeaders(caller), asResponse: true }),
  )
  if (session !== null) await engine.note({ kind: 'signedOut', accountId: session.accountId, name: session.name })
  return cookies
}
