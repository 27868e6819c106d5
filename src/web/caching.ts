import type { MiddlewareHandler } from 'hono'
import type { RequestEnv } from './request.ts'

/** How long an answer may be kept: never shared when somebody is signed in, and asked about again each time by everyone else. */
export const caching: MiddlewareHandler<RequestEnv> = async (c, next) => {
  await next()
  if (c.res.headers.has('cache-control')) return
  c.header('Cache-Control', c.var.actor.accountId === null ? 'public, no-cache' : 'private, no-cache')
  c.header('Vary', 'Cookie', { append: true })
}
