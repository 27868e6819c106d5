import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse } from 'hono/utils/cookie'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../base/time.ts'
import { type Auth, senderHeader, sessionCookie } from './better-auth.ts'
import type { SignInDb } from './database.ts'
import type { NoteEvent } from './events.ts'

/** What the functions of this room work with. */
export interface Engine {
  db: SignInDb
  /** The rest of the program's own role, which may only ask whose a session is. */
  programDb: SignInDb
  baseUrl: () => string
  secret: string
  auth: () => Auth
  note: NoteEvent
  clock: Clock
}

/** Who asks: the headers of the request, and the address it came from, which the caller has made sure of. */
export interface Caller {
  headers: Headers
  sender: string | null
}

/** The headers Better Auth may see. Nothing a sender writes can pass for the sender's address. */
export const cleanHeaders = ({ headers, sender }: Caller): Headers => {
  const kept = new Headers()
  for (const name of ['cookie', 'user-agent', 'origin', 'content-type']) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  if (sender !== null) kept.set(senderHeader, sender)
  return kept
}

/** The headers of the browser's next request, once it has taken the given `Set-Cookie` values. */
export const headersWith = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ') })

/** Somebody signed in. */
export interface Session {
  accountId: string
  sessionId: string
  name: string
  email: string
  secondFactor: boolean
}

/** The session token in the cookies, when it carries the program's own signature; null otherwise. */
const tokenIn = (headers: Headers, name: string, secret: string): string | null => {
  const signed = parseSigned(headers.get('cookie') ?? '', name)
  if (signed === null) return null
  const expected = createHmac('sha256', secret).update(signed.token).digest()
  const given = Buffer.from(signed.signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? signed.token : null
}

const parseSigned = (cookies: string, name: string): { token: string; signature: string } | null => {
  const value = parse(cookies, name)[name] ?? ''
  const cut = value.lastIndexOf('.')
  return cut < 1 ? null : { token: value.slice(0, cut), signature: value.slice(cut + 1) }
}

/**
 * Who the cookies of a request belong to, or null. A session ends after twelve hours, when revoked, or with the account.
 * Part of every request, so it is one query, and none without a signed cookie.
 */
export async function currentSession(engine: Engine, headers: Headers): Promise<Session | null> {
  const token = tokenIn(headers, sessionCookie(engine.baseUrl()), engine.secret)
  if (token === null) return null
  const { rows } = await sql<Session>`
    select account_id as "accountId", session_id as "sessionId", name, email, second_factor as "secondFactor"
    from sign_in.session_of(${token})`.execute(engine.programDb)
  return rows[0] ?? null
}

const refusal = z.object({ code: z.string().default('UNKNOWN') })

/** What Better Auth answered: `code` names the refusal, null when it did what was asked. Its own faults are thrown. */
export const outcomeOf = async (
  response: Response,
): Promise<{ code: string | null; body: unknown; cookies: string[] }> => {
  const text = await response.text()
  if (response.status >= 500) throw new Error(`Better Auth failed: ${String(response.status)} ${text}`)
  const body: unknown = text === '' ? null : JSON.parse(text)
  return {
    code: response.ok ? null : (refusal.safeParse(body).data?.code ?? 'UNKNOWN'),
    body,
    cookies: response.headers.getSetCookie(),
  }
}
