import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

const fromThisMachine = (c: Context): boolean => {
  // A proxy on this machine asks for somebody else.
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false
  try {
    return loopback.has(getConnInfo(c).remote.address ?? '')
  } catch {
    // No connection behind the request: it was made inside the program, by a test.
    return true
  }
}

/** How long requests take, by route and status, and the process's own figures. */
export const createMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'samvirk_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const measure: MiddlewareHandler = async (c, next) => {
    const stop = duration.startTimer()
    await next()
    stop({ method: c.req.method, route: routePath(c, -1), status: String(c.res.status) })
  }
  /** `/metrics`, for this machine only unless `open`. */
  const show =
    (open: boolean) =>
    async (c: Context): Promise<Response> =>
      open || fromThisMachine(c)
        ? c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
        : c.notFound()
  return { measure, show }
}
