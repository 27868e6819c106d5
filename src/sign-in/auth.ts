import type { Pool } from 'pg'
import type { Clock } from '../base/time.ts'
import * as accounts from './accounts.ts'
import { type Auth, buildAuth, passkeyPlace, type SignInLog } from './better-auth.ts'
import { signInDatabase } from './database.ts'
import { type Caller, cleanHeaders, currentSession, type Engine, type Session } from './engine.ts'
import type { NoteEvent } from './events.ts'
import { discover, oidcProviderId, type OidcSettings } from './oidc.ts'
import * as own from './own-account.ts'
import {
  senderLock,
  type SignInOutcome,
  signedIn,
  signInWithPassword,
  signOut,
  verifySecondFactor,
} from './password-sign-in.ts'

interface SignInParts {
  /** The program's own connections. On the embedded database that is the only one, so no call may stand inside `transact`. */
  pool: Pool
  /** The public address; asked for at the first use, because a port may be known only then. */
  baseUrl: () => string
  /** At least 32 random characters. Signs cookies and encrypts second factors: a new one ends all sessions and makes second factors useless. */
  secret: string
  oidc: OidcSettings | null
  note: NoteEvent
  log: SignInLog
  /** Real time: sessions and locks do not move with a demonstration's clock. */
  clock?: Clock
}

/** The only web addresses of Better Auth that are open, for the browser's own passkey dialogue. */
export const passkeyPaths = [
  'generate-register-options',
  'verify-registration',
  'generate-authenticate-options',
  'verify-authentication',
] as const
export type PasskeyPath = (typeof passkeyPaths)[number]

const onceDone = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** Passes one step of the browser's passkey dialogue to Better Auth. */
async function passkeyStep(
  engine: Engine,
  baseUrl: string,
  caller: Caller,
  path: PasskeyPath,
  request: Request,
): Promise<Response> {
  if ((await senderLock(engine, caller, 'dialogue')) !== null) return new Response(null, { status: 429 })
  const body = request.method === 'POST' ? await request.text() : null
  const answer = await engine.auth().handler(
    new Request(`${baseUrl}/api/auth/passkey/${path}`, {
      method: request.method,
      headers: cleanHeaders(caller),
      body,
    }),
  )
  if (path === 'verify-authentication') {
    if (answer.ok) await signedIn(engine, 'passkey', answer.headers.getSetCookie())
    else await engine.note({ kind: 'refused', method: 'passkey', reason: 'PASSKEY', email: null, accountId: null })
  }
  if (path === 'verify-registration' && answer.ok) {
    const session = await currentSession(engine, caller.headers)
    if (session !== null) await engine.note({ kind: 'passkeyAdded', accountId: session.accountId, name: session.name })
  }
  return answer
}

/** Signing in with the organisation's own service. The provider is asked for its addresses at the first use and after a failure. */
function oidcSignIn(
  engine: Engine,
  settings: OidcSettings | null,
  build: (provider: Awaited<ReturnType<typeof discover>>) => Auth,
  log: SignInLog,
) {
  let known: Promise<Auth> | null = null
  const ready = async (): Promise<Auth | null> => {
    if (settings === null) return null
    try {
      known ??= discover(settings).then(build)
      const auth = await known
      const registered = (await auth.$context).socialProviders.some(({ id }) => id === oidcProviderId)
      if (!registered) throw new Error('The OpenID provider could not be set up.')
      return auth
    } catch (error) {
      known = null
      log('warn', 'Sign-in with OpenID Connect is not available', error)
      return null
    }
  }
  return {
    /** The name on the button, or null when nothing is set up. */
    oidcName: settings?.name ?? null,
    /** Where to send the browser, or null when the service does not answer. `next` is a path that has been checked. */
    async startOidc(
      caller: Caller,
      next: string,
    ): Promise<{ url: string; cookies: string[] } | 'unavailable' | 'locked'> {
      if ((await senderLock(engine, caller, 'dialogue')) !== null) return 'locked'
      const auth = await ready()
      if (auth === null) return 'unavailable'
      const { headers, response } = await auth.api.signInSocial({
        body: { provider: oidcProviderId, callbackURL: next, errorCallbackURL: '/log-ind', disableRedirect: true },
        headers: cleanHeaders(caller),
        returnHeaders: true,
      })
      if (response.url === undefined) return 'unavailable'
      return { url: response.url, cookies: headers.getSetCookie() }
    },
    /** The browser comes back. Opens an existing account with the same verified e-mail, or one that was opened this way before. */
    async finishOidc(caller: Caller, query: URLSearchParams): Promise<{ outcome: SignInOutcome; next: string }> {
      const auth = await ready()
      const refused = async (reason: string): Promise<{ outcome: SignInOutcome; next: string }> => {
        await engine.note({ kind: 'refused', method: 'oidc', reason, email: null, accountId: null })
        return { outcome: { kind: 'refused', cookies: [] }, next: '/' }
      }
      if (auth === null) return refused('unavailable')
      const { baseURL } = await auth.$context
      const answer = await auth.handler(
        new Request(`${baseURL}/callback/${oidcProviderId}?${query.toString()}`, { headers: cleanHeaders(caller) }),
      )
      const target = new URL(answer.headers.get('location') ?? '/?error=no_answer', baseURL)
      const error = target.searchParams.get('error')
      if (answer.status >= 500) throw new Error('Better Auth failed at the end of an OpenID Connect sign-in.')
      if (error !== null) return refused(error)
      return {
        outcome: await signedIn(engine, 'oidc', answer.headers.getSetCookie()),
        next: target.pathname + target.search,
      }
    },
  }
}

/** Everything about accounts and signing in. None of it may be called inside an open transaction. */
export function createSignIn({ pool, baseUrl, secret, oidc, note, log, clock = () => new Date() }: SignInParts) {
  const database = signInDatabase(pool)
  const common = { ...database, secret, oidc, log }
  const auth = onceDone(() => buildAuth({ ...common, baseUrl: baseUrl(), provider: null }))
  const engine: Engine = { ...database, auth, note, clock, baseUrl, secret }
  return {
    currentSession: (headers: Headers) => currentSession(engine, headers),
    signIn: (caller: Caller, email: string, password: string) => signInWithPassword(engine, caller, email, password),
    verifySecondFactor: (caller: Caller, code: string) => verifySecondFactor(engine, caller, code),
    signOut: (caller: Caller) => signOut(engine, caller),
    ...oidcSignIn(engine, oidc, (provider) => buildAuth({ ...common, baseUrl: baseUrl(), provider }), log),

    /** False where the address has no name a passkey could belong to. */
    hasPasskeys: () => passkeyPlace(baseUrl()) !== null,
    passkeyStep: (caller: Caller, path: PasskeyPath, request: Request) =>
      passkeyStep(engine, baseUrl(), caller, path, request),
    listPasskeys: (session: Session) => own.listPasskeys(engine, session.accountId),
    removePasskey: (session: Session, id: string) => own.removePasskey(engine, session, id),

    listSessions: (session: Session) => own.listSessions(engine, session.accountId),
    revokeSession: (session: Session, id: string) => own.revokeSession(engine, session, id),
    changePassword: (caller: Caller, session: Session, current: string, wanted: string) =>
      own.changePassword(engine, caller, session, current, wanted),
    rename: (session: Session, name: string) => accounts.rename(engine, session.accountId, name),
    startSecondFactor: (caller: Caller, password: string) => own.startSecondFactor(engine, caller, password),
    pendingSecondFactor: (session: Session) => own.pendingSecondFactor(engine, session),
    confirmSecondFactor: (caller: Caller, session: Session, code: string) =>
      own.confirmSecondFactor(engine, caller, session, code),
    stopSecondFactor: (caller: Caller, session: Session, password: string) =>
      own.stopSecondFactor(engine, caller, session, password),
    renewBackupCodes: (caller: Caller, session: Session, password: string) =>
      own.renewBackupCodes(engine, caller, session, password),

    listAccounts: () => accounts.listAccounts(engine),
    findAccount: (id: string) => accounts.findAccount(engine, id),
    findAccountByEmail: (email: string) => accounts.findAccountByEmail(engine, email),
    createAccount: (account: Parameters<typeof accounts.createAccount>[1]) => accounts.createAccount(engine, account),
    setPassword: (account: accounts.Account, password: string) => accounts.setPassword(engine, account, password),
    disableAccount: (id: string) => accounts.setDisabled(engine, id, true),
    enableAccount: (id: string) => accounts.setDisabled(engine, id, false),
    resetSecondFactor: (id: string) => accounts.resetSecondFactor(engine, id),
  }
}

export type SignIn = ReturnType<typeof createSignIn>
