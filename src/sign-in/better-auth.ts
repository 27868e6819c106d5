import { randomUUID } from 'node:crypto'
import { isIP } from 'node:net'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import type { SignInDb, signInDatabase } from './database.ts'
import { type OidcMetadata, oidcPlugin, type OidcSettings } from './oidc.ts'
import { longestPassword, shortestPassword } from './passwords.ts'

export type SignInLog = (level: 'debug' | 'info' | 'warn' | 'error', message: string, details?: unknown) => void

/** The one header the sender's address is read from; the program sets it itself, so nobody else can. */
export const senderHeader = 'x-samvirk-sender'

/** Over https no other host can set the program's cookies. */
const cookiePrefix = (baseUrl: string): string => (baseUrl.startsWith('https:') ? '__Host-samvirk' : 'samvirk')

/** The name of the cookie that holds a session's signed token. */
export const sessionCookie = (baseUrl: string): string => `${cookiePrefix(baseUrl)}.session_token`

/** A working day; then people sign in again. */
const sessionSeconds = 12 * 60 * 60

interface Settings extends ReturnType<typeof signInDatabase> {
  baseUrl: string
  secret: string
  oidc: OidcSettings | null
  provider: OidcMetadata | null
  log: SignInLog
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Passkeys belong to a name, never to a number; on this machine the name is `localhost`. Null where there is none. */
export const passkeyPlace = (baseUrl: string): { rpID: string; origin: string } | null => {
  const { hostname, origin, port, protocol } = new URL(baseUrl)
  if (loopback.has(hostname)) return { rpID: 'localhost', origin: `${protocol}//localhost${port ? `:${port}` : ''}` }
  return isIP(hostname.replaceAll(/[[\]]/g, '')) ? null : { rpID: hostname, origin }
}

const passkeyPlugin = (baseUrl: string) =>
  passkey({
    rpName: 'Samvirk',
    ...(passkeyPlace(baseUrl) ?? { rpID: 'localhost', origin: 'http://localhost' }),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    authentication: {
      // A passkey stands for both factors here, so the device must have checked its owner.
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
      },
    },
    schema: { passkey: { fields: { credentialID: 'credentialId' } } },
  })

const hooks = (db: SignInDb) => ({
  account: {
    create: {
      // The tokens are of no use after signing in, so they are not kept.
      before: (account: object) =>
        Promise.resolve({ data: { ...account, accessToken: null, refreshToken: null, idToken: null, scope: null } }),
    },
  },
  session: {
    create: {
      // Every way of signing in passes here; a closed account stops.
      before: async ({ userId }: { userId: string }) => {
        const found = await db
          .selectFrom('sign_in.user_account')
          .select('disabled_at')
          .where('id', '=', userId)
          .executeTakeFirst()
        return found?.disabled_at === null ? undefined : false
      },
    },
  },
})

/**
 * Better Auth as this program uses it. Its own web addresses are not mounted; the routes call its functions.
 * The sign-in tables have names of their own: what it calls user and account are `user_account` and `credential` here.
 */
export const buildAuth = ({ db, betterAuthDb, baseUrl, secret, oidc, provider, log }: Settings) => {
  const https = baseUrl.startsWith('https:')
  return betterAuth({
    appName: 'Samvirk',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: { db: betterAuthDb, type: 'postgres', transaction: false },
    telemetry: { enabled: false },
    // The program counts attempts itself, per account as well as per sender.
    rateLimit: { enabled: false },
    logger: {
      disableColors: true,
      log: (level, message, ...details) => {
        log(level === 'error' ? 'warn' : 'debug', message, details)
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    user: {
      modelName: 'userAccount',
      additionalFields: {
        disabledAt: { type: 'date', required: false, input: false },
        language: { type: 'string', required: false, input: false, defaultValue: 'da' },
      },
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, freshAge: sessionSeconds },
    account: {
      modelName: 'credential',
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, updateUserInfoOnLink: false, allowDifferentEmails: false },
    },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(baseUrl),
      defaultCookieAttributes: { secure: https, httpOnly: true, sameSite: 'lax', path: '/' },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [senderHeader] },
      database: { generateId: () => randomUUID() },
    },
    trustedOrigins: [passkeyPlace(baseUrl)?.origin ?? baseUrl],
    databaseHooks: hooks(db),
    plugins: [
      twoFactor({
        issuer: 'Samvirk',
        twoFactorTable: 'secondFactor',
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      passkeyPlugin(baseUrl),
      oidcPlugin(oidc, provider),
    ],
  })
}

export type Auth = ReturnType<typeof buildAuth>
