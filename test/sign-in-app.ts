import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type { Database } from '../src/db/db.ts'
import type { SignIn } from '../src/sign-in/auth.ts'
import { signInRoutes } from '../src/sign-in/routes.tsx'
import { answerFailure, answerMissing } from '../src/web/failures.tsx'
import { identify, language } from '../src/web/identify.ts'
import type { Log } from '../src/web/log.ts'
import type { Parts, RequestEnv } from '../src/web/request.ts'
import { forgeryGuard } from '../src/web/security.ts'
import { readPage, type ReadPage } from './page.ts'

// eslint-disable-next-line no-console -- a fault of the program must fail the test
const silent: Log = { info: () => undefined, warn: () => undefined, error: console.error }

/** The sign-in pages behind the same middleware as in the program, and nothing else. */
export const signInApp = (database: Database, signIn: SignIn, baseUrl: string): Hono<RequestEnv> => {
  const assets = { styles: '/s.css', script: '/s.js', icons: '/i.svg', favicon: '/f.svg', fonts: [] }
  const clock = () => new Date()
  const parts: Parts = {
    db: database.db,
    clock,
    assets,
    menu: () => [],
    baseUrl: () => baseUrl,
    mail: { kind: 'off', from: '' },
  }
  const app = new Hono<RequestEnv>()
  app.use((c, next) => {
    c.set('requestId', randomUUID())
    return next()
  })
  app.use(language)
  app.use(forgeryGuard(() => baseUrl))
  app.use(identify(database.db, clock, signIn.currentSession, () => Promise.resolve([])))
  app.route('/', signInRoutes({ ...parts, signIn }))
  app.get('/', (c) => c.text(`front page of ${c.var.actor.name === '' ? 'nobody' : c.var.actor.name}`))
  app.notFound(answerMissing(parts))
  app.onError(answerFailure(parts, silent))
  return app
}

/** A browser without script: keeps cookies per site, sends forms as they stand, and goes where it is sent only when told. */
export class Browser {
  readonly #app: Hono<RequestEnv>
  readonly #baseUrl: string
  readonly #cookies = new Map<string, Map<string, string>>()
  constructor(app: Hono<RequestEnv>, baseUrl: string) {
    this.#app = app
    this.#baseUrl = baseUrl
  }

  /** The cookies for this program, by name. */
  get cookies(): Map<string, string> {
    return this.#jar(this.#baseUrl)
  }

  async request(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.#baseUrl)
    const jar = this.#jar(url.href)
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const asked = { ...init, headers, redirect: 'manual' } as const
    const here = url.origin === new URL(this.#baseUrl).origin
    const answer = here ? await this.#app.request(url.href, asked) : await fetch(url, asked)
    for (const cookie of answer.headers.getSetCookie()) keep(jar, cookie)
    return answer
  }

  /** Opens an address and follows it to its page, to other sites and back. */
  async open(address: string): Promise<{ status: number; url: URL; page: ReadPage }> {
    let url = new URL(address, this.#baseUrl)
    for (let step = 0; step < 12; step += 1) {
      const answer = await this.request(url.href)
      const next = answer.headers.get('location')
      if (next === null) return { status: answer.status, url, page: readPage(await answer.text()) }
      url = new URL(next, url)
    }
    throw new Error(`${address} leads nowhere`)
  }

  /** Sends the form with this button, with some fields filled in. */
  async submit(page: ReadPage, button: string, fields: Record<string, string>): Promise<Response> {
    const { action, values } = page.form(button)
    return this.post(action, { ...values, ...fields })
  }

  post(address: string, fields: Record<string, string>): Promise<Response> {
    return this.request(address, { method: 'POST', body: new URLSearchParams(fields) })
  }

  #jar(address: string): Map<string, string> {
    const { origin } = new URL(address)
    const jar = this.#cookies.get(origin) ?? new Map<string, string>()
    this.#cookies.set(origin, jar)
    return jar
  }
}

const keep = (jar: Map<string, string>, cookie: string): void => {
  const [pair = ''] = cookie.split(';')
  const cut = pair.indexOf('=')
  const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)]
  if (value === '' || /max-age=0(;|$)/i.test(cookie)) jar.delete(name)
  else jar.set(name, value)
}
