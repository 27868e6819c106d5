import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { createApp } from '../app.tsx'
import { closePdf, warmPdf } from '../documents/typst.ts'
import { loadDemo } from '../../demo/load.ts'
import { demoPassword } from '../../demo/accounts.ts'
import { readAssets } from '../web/assets.ts'
import { settingsHere } from '../config.ts'
import { allowsDemo, refuseOpenDemo, usableDemoAccounts } from './demo.ts'
import { exitCodes } from './exit-codes.ts'
import { clockOf, openDatabase } from './open.ts'
import { logOf, signInOf } from './parts.ts'

const clientDir = join(import.meta.dirname, '..', 'client')

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
  const demo = withDemo ? await usableDemoAccounts(signIn) : []
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
  })
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
    void database.close().finally(() => process.exit(exitCodes.failed))
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    closePdf()
    server.close(() => {
      void database.close().then(() => process.exit(0))
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    // Connections that are kept open without a request must not hold the program back.
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, 3000).unref()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
