import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { foraRoutes } from './fora/routes.ts'
import { seatsOfAccount } from './fora/seats/roles-store.ts'
import { menuOf } from './menu.ts'
import type { SignIn } from './sign-in/auth.ts'
import { signInRoutes } from './sign-in/routes.tsx'
import { administrationRoutes } from './administration/routes.ts'
import { caching } from './web/caching.ts'
import { createMetrics } from './web/metrics.ts'
import { answerFailure, answerMissing } from './web/failures.tsx'
import { type FindSession, identify, language } from './web/identify.ts'
import type { Log } from './web/log.ts'
import type { Parts, RequestEnv } from './web/request.ts'
import { forgeryGuard, headers } from './web/security.ts'
import { shellRoutes } from './web/shell-routes.tsx'
import { staticFiles } from './web/static.ts'

export interface AppParts extends Omit<Parts, 'menu'> {
  log: Log
  signIn: SignIn
  /** Who is signed in; tests bring their own. */
  findSession: FindSession
  /** The folder of built browser files; null serves none. */
  clientDir: string | null
  /** The public address, known once the server listens. */
  baseUrl: () => string
  metricsOpen: boolean
}

/** Room for a 20 MB file and the form around it. */
const largestRequest = 21 * 1024 * 1024

/** The whole program as one request pipeline: read it from top to bottom. */
export const createApp = (given: AppParts) => {
  const { db, clock, log, signIn, baseUrl } = given
  const parts: Parts = { db, clock, assets: given.assets, menu: menuOf }
  const metrics = createMetrics()
  const app = new Hono<RequestEnv>()
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    const started = performance.now()
    await next()
    const ms = Math.round(performance.now() - started)
    log.info({ request: c.var.requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request')
  })
  app.use(metrics.measure)
  app.use(headers(() => baseUrl().startsWith('https:')))
  app.use(compress())
  if (given.clientDir !== null) app.route('/', staticFiles(given.clientDir))
  app.get('/health', async (c) => {
    await sql`select 1`.execute(db)
    return c.json({ status: 'ok' })
  })
  app.get('/metrics', metrics.show(given.metricsOpen))
  app.use(bodyLimit({ maxSize: largestRequest }))
  app.use(language)
  app.use(forgeryGuard(baseUrl))
  app.use(caching)
  app.use(etag({ weak: true }))
  app.use(identify(db, clock, given.findSession, seatsOfAccount))
  app.route('/', signInRoutes({ ...parts, signIn }))
  app.route('/', shellRoutes(parts))
  app.route('/:kreds', foraRoutes(parts))
  app.route('/:kreds', administrationRoutes({ ...parts, signIn }))
  app.notFound(answerMissing(parts))
  app.onError(answerFailure(parts, log))
  return app
}
