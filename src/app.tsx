import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { ScanFile } from './documents/virus-scan.ts'
import { foraRoutes } from './fora/routes.ts'
import { seatsOfAccount } from './fora/seats/roles-store.ts'
import type { Live } from './meetings/hold/live.ts'
import { handoverOfTasks } from './meetings/handover/handover.ts'
import { ownMeetings } from './meetings/meeting/own-work.tsx'
import { ownFollowUp } from './meetings/tasks/own-work.tsx'
import { meetingPaths } from './meetings/paths.ts'
import { meetingsRoutes } from './meetings/routes.ts'
import { mailFolderRoutes } from './mail/folder-routes.tsx'
import type { MailSettings } from './mail/transport.ts'
import { menuOf } from './menu.ts'
import type { SignIn } from './sign-in/auth.ts'
import { signInRoutes } from './sign-in/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
import { administrationRoutes } from './administration/routes.ts'
import { caching } from './web/caching.ts'
import { createMetrics } from './web/metrics.ts'
import { answerFailure, answerMissing } from './web/failures.tsx'
import { type FindSession, identify, language } from './web/identify.ts'
import type { Log } from './web/log.ts'
import type { Parts, RequestEnv } from './web/request.ts'
import { forgeryGuard, headers } from './web/security.ts'
import { firstParts, shellRoutes } from './web/shell-routes.tsx'
import { staticFiles } from './web/static.ts'

export interface AppParts extends Omit<Parts, 'menu' | 'mail'> {
  log: Log
  signIn: SignIn
  /** Who is signed in; tests bring their own. */
  findSession: FindSession
  /** The folder of built browser files; null serves none. */
  clientDir: string | null
  /** The public address, known once the server listens. */
  baseUrl: () => string
  metricsOpen: boolean
  /** Who follows a running meeting, from this process. */
  live: Live
  mail: MailSettings
  /** Looks through uploaded files; left out where no virus scanner is set up, which the pages then say. */
  scan?: ScanFile | null
}

/** Room for a 20 MB file and the form around it. */
const largestRequest = 21 * 1024 * 1024

/** The address of somebody's own calendar is a secret, so it is not written down. */
const withoutSecret = (path: string): string => path.replace(/\/kalender\/[^/]+\.ics$/, '/kalender/….ics')

/** A mail program turns mails off without a page before, and so without a token: what it was sent is the right to do it. */
const isStopMail = (path: string): boolean => /^\/[^/]+(\/.*)$/.exec(path)?.[1] === meetingPaths.stopMail

/** The whole program as one request pipeline: read it from top to bottom. */
export const createApp = (given: AppParts) => {
  const { db, clock, log, signIn, baseUrl } = given
  const parts: Parts = { db, clock, assets: given.assets, menu: menuOf, baseUrl, mail: given.mail }
  const isAccountOpen = async (accountId: string) => {
    const account = await signIn.findAccount(accountId)
    return account !== null && account.disabledAt === null
  }
  const metrics = createMetrics()
  const app = new Hono<RequestEnv>()
  app.use(async (c, next) => {
    c.set('requestId', randomUUID())
    const started = performance.now()
    await next()
    const ms = Math.round(performance.now() - started)
    log.info(
      { request: c.var.requestId, method: c.req.method, path: withoutSecret(c.req.path), status: c.res.status, ms },
      'request',
    )
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
  app.use(language)
  app.use(identify(db, clock, given.findSession, seatsOfAccount))
  app.use(bodyLimit({ maxSize: largestRequest }))
  app.use(forgeryGuard(baseUrl, isStopMail))
  app.use(caching)
  // A stream has no end from which a tag could be made.
  app.use(except(`/:kreds${meetingPaths.live(':id')}`, etag({ weak: true })))
  app.route('/', signInRoutes({ ...parts, signIn }))
  const rooms = [
    meetingsRoutes({ ...parts, live: given.live, scan: given.scan ?? null, isAccountOpen }),
    foraRoutes({ ...parts, handover: handoverOfTasks, work: [ownMeetings, ownFollowUp] }),
    searchRoutes(parts),
    administrationRoutes({ ...parts, signIn }),
  ]
  app.route('/', shellRoutes(parts, firstParts(rooms.flatMap(({ routes }) => routes))))
  if (given.mail.kind === 'folder') app.route('/', mailFolderRoutes(parts, given.mail.folder))
  for (const room of rooms) app.route('/:kreds', room)
  app.notFound(answerMissing(parts))
  app.onError(answerFailure(parts, log))
  return app
}
