import { symmetricDecrypt } from 'better-auth/crypto'
import { createOTP } from '@better-auth/utils/otp'
import { type Caller, cleanHeaders, type Engine, outcomeOf, type Session } from './engine.ts'
import { type PasswordFault, passwordFault } from './passwords.ts'

/** Where somebody is signed in. */
export interface SessionRow {
  id: string
  createdAt: Date
  expiresAt: Date
  sender: string | null
  browser: string | null
}

export const listSessions = ({ db, clock }: Engine, accountId: string): Promise<SessionRow[]> =>
  db
    .selectFrom('sign_in.session')
    .select(['id', 'created_at as createdAt', 'expires_at as expiresAt'])
    .select(['ip_address as sender', 'user_agent as browser'])
    .where('user_id', '=', accountId)
    .where('expires_at', '>', clock())
    .orderBy('created_at', 'desc')
    .execute()

/** Ends one of the account's sessions. False when it has none by that id. */
export async function revokeSession(engine: Engine, session: Session, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await engine.db
    .deleteFrom('sign_in.session')
    .where('user_id', '=', session.accountId)
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return false
  await engine.note({ kind: 'sessionRevoked', accountId: session.accountId, name: session.name })
  return true
}

export type PasswordChange = { fault: PasswordFault | 'wrongPassword' } | { cookies: string[] }

/** Changes the caller's own password, ends their other sessions and renews this one. */
export async function changePassword(
  engine: Engine,
  caller: Caller,
  session: Session,
  current: string,
  wanted: string,
): Promise<PasswordChange> {
  const fault = passwordFault(wanted, session)
  if (fault !== null) return { fault }
  const { code, cookies } = await outcomeOf(
    await engine.auth().api.changePassword({
      body: { currentPassword: current, newPassword: wanted, revokeOtherSessions: true },
      headers: cleanHeaders(caller),
      asResponse: true,
    }),
  )
  const kind = code === null ? 'passwordChanged' : 'passwordChangeRefused'
  await engine.note({ kind, accountId: session.accountId, name: session.name })
  return code === null ? { cookies } : { fault: 'wrongPassword' }
}

/** Makes a secret for the app; it counts only once a code from it has been shown. False when the password is wrong. */
export async function startSecondFactor(engine: Engine, caller: Caller, password: string): Promise<boolean> {
  const { code } = await outcomeOf(
    await engine
      .auth()
      .api.enableTwoFactor({ body: { password, method: 'totp' }, headers: cleanHeaders(caller), asResponse: true }),
  )
  return code === null
}

/** The secret that waits for its first code, as the address apps read from a QR code; null when none waits. */
export async function pendingSecondFactor(engine: Engine, session: Session): Promise<string | null> {
  const found = await engine.db
    .selectFrom('sign_in.second_factor')
    .select('secret')
    .where('user_id', '=', session.accountId)
    .where('verified', '=', false)
    .executeTakeFirst()
  if (found === undefined) return null
  const { secretConfig } = await engine.auth().$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: found.secret })
  return createOTP(secret).url('Samvirk', session.email)
}

/** Turns the second factor on when the code is right, and returns the backup codes; null when it is not. */
export async function confirmSecondFactor(
  engine: Engine,
  caller: Caller,
  session: Session,
  code: string,
): Promise<{ backupCodes: string[]; cookies: string[] } | null> {
  const { api } = engine.auth()
  const answer = await outcomeOf(
    await api.verifyTOTP({
      body: { code: code.replaceAll(/\s/g, '') },
      headers: cleanHeaders(caller),
      asResponse: true,
    }),
  )
  if (answer.code !== null) return null
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: session.accountId } })
  await engine.note({ kind: 'secondFactorOn', accountId: session.accountId, name: session.name })
  return { backupCodes, cookies: answer.cookies }
}

/** Turns the second factor off. Null when the password is wrong. */
export async function stopSecondFactor(
  engine: Engine,
  caller: Caller,
  session: Session,
  password: string,
): Promise<string[] | null> {
  const { code, cookies } = await outcomeOf(
    await engine.auth().api.disableTwoFactor({ body: { password }, headers: cleanHeaders(caller), asResponse: true }),
  )
  if (code !== null) return null
  await engine.note({ kind: 'secondFactorOff', accountId: session.accountId, name: session.name })
  return cookies
}

/** Makes new backup codes; the old ones no longer work. Null when the password is wrong. */
export async function renewBackupCodes(
  engine: Engine,
  caller: Caller,
  session: Session,
  password: string,
): Promise<string[] | null> {
  const { api } = engine.auth()
  const { code } = await outcomeOf(
    await api.generateBackupCodes({ body: { password }, headers: cleanHeaders(caller), asResponse: true }),
  )
  if (code !== null) return null
  await engine.note({ kind: 'backupCodesRenewed', accountId: session.accountId, name: session.name })
  return (await api.viewBackupCodes({ body: { userId: session.accountId } })).backupCodes
}

export interface Passkey {
  id: string
  name: string | null
  createdAt: Date | null
}

export const listPasskeys = ({ db }: Engine, accountId: string): Promise<Passkey[]> =>
  db
    .selectFrom('sign_in.passkey')
    .select(['id', 'name', 'created_at as createdAt'])
    .where('user_id', '=', accountId)
    .orderBy('created_at')
    .execute()

/** Removes one of the account's passkeys. False when it has none by that id. */
export async function removePasskey(engine: Engine, session: Session, passkeyId: string): Promise<boolean> {
  const { numDeletedRows } = await engine.db
    .deleteFrom('sign_in.passkey')
    .where('user_id', '=', session.accountId)
    .where('id', '=', passkeyId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) return false
  await engine.note({ kind: 'passkeyRemoved', accountId: session.accountId, name: session.name })
  return true
}
