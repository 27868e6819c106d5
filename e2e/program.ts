import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'

export const builtProgram = 'dist/server/main.js'

/** A running Samvirk with a data folder of its own, in which the demonstration district was loaded. */
export interface Program {
  url: string
  dataDir: string
  /** Everything it has printed so far. */
  output: () => string
  /** From the start of the process to its first answer. */
  startedInMs: number
  /** Stops it the way Ctrl-C does, and gives its exit code. */
  stop: () => Promise<number | null>
  /** Ends it at once, as when the power goes. */
  kill: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}

const secondsToStart = 240
const secondsToStop = 90

/** What a command of the built program printed, and its exit code. */
export interface Ran {
  code: number | null
  output: string
  complaints: string
}

/** Runs a command of the built program to its end, with these settings alone. */
export async function runCommand(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [builtProgram, ...args], {
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  const [output, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, output, complaints }
}

/**
 * Starts the built program as a child process and waits until it answers. Its data folder is the one in the settings, or
 * its own: a copy of `demoFolder`, or empty.
 */
export async function startProgram(
  settings: Readonly<Record<string, string>> = {},
  demoFolder?: string,
): Promise<Program> {
  const port = await freePort()
  const url = `http://${settings['HOST'] ?? '127.0.0.1'}:${String(port)}`
  const ownFolder = settings['DATA_DIR'] === undefined ? await mkdtemp(join(tmpdir(), 'samvirk-')) : null
  const dataDir = settings['DATA_DIR'] ?? ownFolder ?? ''
  if (ownFolder !== null && demoFolder !== undefined) await cp(demoFolder, ownFolder, { recursive: true })
  const { PATH = '', HOME = '' } = process.env
  const begun = performance.now()
  const child = spawn(process.execPath, [builtProgram, 'serve'], {
    env: { PATH, HOME, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)))
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)

  const stop = async () => {
    child.kill('SIGINT')
    const late = new AbortController()
    const code = await Promise.race([
      ended,
      setTimeout(secondsToStop * 1000, null, { signal: late.signal }).then(() => {
        child.kill('SIGKILL')
        throw new Error(
          `The program did not stop within ${String(secondsToStop)} seconds. It printed:\n${printed.join('')}`,
        )
      }),
    ]).finally(() => {
      late.abort()
    })
    if (ownFolder !== null) await rm(ownFolder, { recursive: true, force: true })
    return code
  }

  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }

  const deadline = Date.now() + secondsToStart * 1000
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) {
      const startedInMs = Math.round(performance.now() - begun)
      return { url, dataDir, output: () => printed.join(''), startedInMs, stop, kill }
    }
    await setTimeout(50)
  }
  child.kill('SIGKILL')
  throw new Error(
    child.exitCode === null
      ? `The program did not answer within ${String(secondsToStart)} seconds. It printed:\n${printed.join('')}`
      : `The program ended with ${String(child.exitCode)} instead of serving. It printed:\n${printed.join('')}`,
  )
}
