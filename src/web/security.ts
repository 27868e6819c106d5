import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { Forbidden } from '../base/errors.ts'
import type { RequestEnv } from './request.ts'

/** Headers of every answer. No inline script or style anywhere, so the content policy allows none. */
export const headers = (https: () => boolean): MiddlewareHandler<RequestEnv> => {
  const made = (secure: boolean) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
      permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
    })
  const [plain, secure] = [made(false), made(true)]
  return async (c, next) => {
    await (https() ? secure : plain)(c, next)
    const special = c.var.framing
    if (special === undefined) return
    c.header('Content-Security-Policy', framingPolicies[special])
    c.header('X-Frame-Options', special === 'file' ? 'SAMEORIGIN' : 'DENY')
  }
}

/**
 * The two exceptions to the content policy: a page that shows a stored file in a frame, and the file itself, in which
 * nothing runs and which no other site can put in a frame.
 */
const framingPolicies = {
  page: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  file: "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
} as const

/** Names of cookies: with the `__Host-` prefix where they travel over https, which no other host can set. */
export const cookieName = (https: boolean, name: string): string => (https ? `__Host-${name}` : name)

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** True when two origins are the same, or both this machine at the same port. */
const sameOrigin = (origin: string, base: URL): boolean => {
  if (origin === base.origin) return true
  const from = URL.canParse(origin) ? new URL(origin) : null
  return from !== null && loopback.has(from.hostname) && loopback.has(base.hostname) && from.port === base.port
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a reader's browser send. The browser says where a request comes from; a form must
 * also bring the token of the reader's own cookie. The public address is a setting, so it works behind a proxy.
 */
export const forgeryGuard = (
  baseUrl: () => string,
  /** True for an address that is itself a secret, which others than browsers post to. */
  isOwnSecret: (path: string) => boolean = () => false,
): MiddlewareHandler<RequestEnv> => {
  return async (c, next) => {
    const base = new URL(baseUrl())
    const https = base.protocol === 'https:'
    const name = cookieName(https, 'samvirk-form')
    const known = getCookie(c, name)
    const token = known ?? randomBytes(24).toString('base64url')
    const form = { drawn: false }
    c.set('csrf', () => {
      form.drawn = true
      return token
    })
    if (safeMethods.has(c.req.method) || isOwnSecret(c.req.path)) {
      await next()
      // Only a page with a form needs the cookie; others stay the same for everyone.
      if (known === undefined && form.drawn)
        setCookie(c, name, token, { httpOnly: true, secure: https, sameSite: 'Lax', path: '/' })
      return
    }
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Forbidden('request.sameSite')
    const origin = c.req.header('origin')
    if (origin !== undefined && !sameOrigin(origin, base)) throw new Forbidden('request.sameSite')
    if (!c.req.path.startsWith('/api/')) {
      // A body that is no form brings no token either.
      const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
      const sent = body['csrf']
      if (known === undefined || typeof sent !== 'string' || !same(sent, known)) throw new Forbidden('request.token')
    } else if (origin === undefined && site === undefined) throw new Forbidden('request.sameSite')
    await next()
  }
}
