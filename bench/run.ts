import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill()
})

/** A port that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Starts a program and waits until it says that it is ready. */
export async function started(
  file: string,
  words: string[],
  env: Record<string, string>,
  ready: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  for await (const chunk of child.stdout) if (String(chunk).includes(ready)) break
  return child
}

/** Stops a program and waits until it is gone. */
export async function stopped(child: ChildProcess): Promise<void> {
  running.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Stops whatever is still running, after a failure. */
export const stopAll = async (): Promise<void> => {
  for (const child of running) await stopped(child)
}

/** Signs in as a browser without script does, and returns the cookies. */
export async function signedIn(base: string, account: { email: string; password: string }): Promise<string> {
  const cookies = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const cut = pair.indexOf('=')
      cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
  }
  const jar = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  keep(await fetch(`${base}/log-ind`))
  const body = new URLSearchParams({ ...account, csrf: cookies.get('samvirk-form') ?? '' })
  const answer = await fetch(`${base}/log-ind`, {
    method: 'POST',
    body,
    headers: { cookie: jar() },
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`Signing in answered ${String(answer.status)}.`)
  keep(answer)
  return jar()
}
