import pg from 'pg'
import { createApp } from '../src/app.tsx'
import { openServer } from '../src/db/db.ts'
import { createLive } from '../src/meetings/hold/live.ts'
import { createSignIn } from '../src/sign-in/auth.ts'

export interface Statement {
  text: string
  values: unknown[]
}

export const benchAccount = { email: 'bench@samvirk.test', password: 'prik-maaling-2026-x', name: 'Bo Eksempel' }
/** One who sits in fora and has no role, whom row-level security shows but a part. */
export const memberAccount = { ...benchAccount, email: 'member@samvirk.test', name: 'Mia Eksempel' }

const isConfig = (given: unknown): given is { text: string; values?: unknown[] } =>
  typeof given === 'object' && given !== null && 'text' in given && typeof given.text === 'string'

/** Every statement that the work sends to the server, in order, with its values. */
async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const original = Reflect.get(pg.Client.prototype, 'query')
  const patched = function (this: unknown, ...given: unknown[]): unknown {
    const [first, second] = given
    if (typeof first === 'string') statements.push({ text: first, values: Array.isArray(second) ? second : [] })
    else if (isConfig(first))
      statements.push({ text: first.text, values: first.values ?? (Array.isArray(second) ? second : []) })
    return Reflect.apply(original, this, given)
  }
  Reflect.set(pg.Client.prototype, 'query', patched)
  try {
    await work()
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original)
  }
  return statements
}

/** The program inside the benchmark: makes the account, and tells which statements a page is made of. */
export async function openProgram(url: string, secret: string) {
  const database = await openServer(url)
  const signIn = createSignIn({
    pool: database.pool,
    baseUrl: () => 'http://127.0.0.1',
    secret,
    oidc: null,
    note: () => Promise.resolve(),
    log: () => undefined,
  })
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const app = createApp({
    db: database.db,
    clock: () => new Date(),
    assets: { styles: '', script: '', icons: '', favicon: '', fonts: [] },
    clientDir: null,
    log: silent,
    signIn,
    findSession: signIn.currentSession,
    baseUrl: () => 'http://127.0.0.1',
    metricsOpen: false,
    live: createLive({ db: database.db, log: silent }),
    mail: { kind: 'off', from: '' },
  })
  return {
    makeAccount: async (account: typeof benchAccount): Promise<string> => {
      const made = await signIn.createAccount(account)
      if ('fault' in made) throw new Error(made.fault)
      return made.accountId
    },
    statementsOf: (path: string, cookie: string) =>
      recorded(async () => {
        const answer = await app.request(`http://127.0.0.1${path}`, { headers: { cookie } })
        if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`)
        await answer.arrayBuffer()
      }),
    close: database.close,
  }
}
