import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { createApp } from '../app.tsx'
import type { Job } from '../base/job.ts'
import type { Clock } from '../base/time.ts'
import type { Database } from '../db/db.ts'
import { closePdf, warmPdf } from '../documents/typst.ts'
import { clamdScan } from '../documents/virus-scan.ts'
import { minutesJobs } from '../meetings/minutes/jobs.ts'
import { followJobs } from '../meetings/notices/follow-jobs.ts'
import { paperJobs } from '../meetings/papers/jobs.ts'
import { loadDemo } from '../../demo/load.ts'
import { demoPassword } from '../../demo/accounts.ts'
import { readAssets } from '../web/assets.ts'
import { createLive, liveChannel } from '../meetings/hold/live.ts'
import { settingsHere } from '../config.ts'
import { ownSettings } from '../meetings/summons/own-settings.ts'
import { startJobs } from '../jobs.ts'
import { mailJobs } from '../mail/sending.ts'
import { type MailSettings, transportOf } from '../mail/transport.ts'
import type { SignIn } from '../sign-in/auth.ts'
import { allowsDemo, refuseOpenDemo, usableDemoAccounts } from './demo.ts'
import { exitCodes } from './exit-codes.ts'
import { clockOf, openDatabase } from './open.ts'
import { logOf, signInOf } from './parts.ts'

const clientDir = join(import.meta.dirname, '..', 'client')

interface JobParts {
  database: Database
  clock: Clock
  baseUrl: () => string
  signIn: Pick<SignIn, 'findAccount'>
  mail: MailSettings
}

/** Everything that is done beside the requests. */
const jobsOf = ({ database: { db, embedded, upkeep }, clock, baseUrl, signIn, mail }: JobParts): Job[] => [
  ...paperJobs({ db, clock }),
  ...minutesJobs({ db, clock }),
  ...followJobs({
    db,
    clock,
    baseUrl,
    isAccountOpen: async (accountId) => (await signIn.findAccount(accountId))?.disabledAt === null,
  }),
  ...mailJobs({ db, clock, transport: transportOf(mail), alone: embedded, finish: ownSettings(baseUrl) }),
  { name: 'upkeep', everySeconds: 3600, run: async () => ((await upkeep()) ? 1 : 0) },
]

/** Starts the server and serves until it is told to stop; what is under way is finished first. */
export async function serve(): Promise<void> {
  const settings = settingsHere()
  const log = logOf(settings)
  const clock = clockOf(settings)
  const database = await openDatabase(settings)
  let baseUrl = settings.baseUrl ?? `http://${settings.host}:${String(settings.port)}`
  const signIn = await signInOf({ database, settings, clock, log, baseUrl: () => baseUrl })
  const withDemo = allowsDemo(database.embedded, settings)
  await (withDemo ? loadDemo({ db: database.db, signIn, clock }) : refuseOpenDemo(signIn)).catch(
    async (error: unknown) => {
      await database.close()
      throw error
    },
  )
  await database.upkeep()
  const demo = withDemo ? await usableDemoAccounts(signIn) : []
  const live = createLive({ db: database.db, log })
  await database.listen(liveChannel, live.hear)
  const app = createApp({
    db: database.db,
    clock,
    assets: readAssets(clientDir),
    clientDir,
    log,
    signIn,
    findSession: signIn.currentSession,
    baseUrl: () => baseUrl,
    metricsOpen: settings.metricsOpen,
    live,
    mail: settings.mail,
    scan: settings.clamdAddress === null ? null : clamdScan(settings.clamdAddress),
  })
  const jobs = startJobs(jobsOf({ database, clock, baseUrl: () => baseUrl, signIn, mail: settings.mail }), log)
  const server = listen({ fetch: app.fetch, hostname: settings.host, port: settings.port }, ({ port }) => {
    if (settings.baseUrl === null) baseUrl = `http://${settings.host}:${String(port)}`
    console.log(`Samvirk answers on ${baseUrl}`)
    if (demo.length > 0)
      console.log(
        [
          `Demo accounts, all with the password ${demoPassword}:`,
          ...demo.map(({ email, about }) => `  ${email.padEnd(26)} ${about}`),
        ].join('\n'),
      )
    console.log('Stop with Ctrl-C.')
    warmPdf()
  })
  server.on('error', (error: Error) => {
    console.error(`The server cannot listen on ${settings.host}, port ${String(settings.port)}: ${error.message}`)
    closePdf()
    void jobs
      .stop()
      .then(database.close)
      .finally(() => process.exit(exitCodes.failed))
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    live.close()
    closePdf()
    const jobsDone = jobs.stop()
    server.close(() => {
      clearTimeout(cutting)
      void jobsDone.then(database.close).then(() => process.exit(0))
    })
    const closeIdle = () => {
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    }
    closeIdle()
    // A stream that was ended leaves its connection idle a moment later.
    setInterval(closeIdle, 100).unref()
    // Connections that are kept open without a request must not hold the program back.
    const cutting = setTimeout(() => {
      log.warn('connections were cut off')
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, 3000).unref()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
