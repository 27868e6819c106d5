import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Server {
  url: string
  stop: () => void
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })

/** Where Debian keeps the server's programs. */
const binaries = (): string => {
  const found = globSync('/usr/lib/postgresql/*/bin/initdb').toSorted().at(-1)
  if (found === undefined)
    throw new Error('No PostgreSQL server was found. Install it, or set BENCH_DATABASE_URL to an empty database.')
  return dirname(found)
}

/** A PostgreSQL server of the benchmark's own, in a folder that goes when it stops. Root cannot run one, so `postgres` does. */
export async function startPostgres(): Promise<Server> {
  const given = process.env['BENCH_DATABASE_URL']
  if (given !== undefined) return { url: given, stop: () => undefined }
  const bin = binaries()
  const folder = mkdtempSync(join(tmpdir(), 'samvirk-bench-'))
  const data = join(folder, 'data')
  const isRoot = process.getuid?.() === 0
  const run = (program: string, ...words: string[]) =>
    isRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, program), ...words], {
          stdio: ['ignore', 'ignore', 'inherit'],
          cwd: folder,
        })
      : execFileSync(join(bin, program), words, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (isRoot) execFileSync('chown', ['postgres', folder])
  chmodSync(folder, 0o755)
  const port = await freePort()
  run('initdb', '--pgdata', data, '--username', 'samvirk', '--auth', 'trust', '--no-sync')
  const options = `-c port=${String(port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=256MB -c max_connections=100`
  run('pg_ctl', '--pgdata', data, '--log', join(folder, 'log'), '--options', options, '--wait', 'start')
  return {
    url: `postgresql://samvirk@127.0.0.1:${String(port)}/postgres`,
    stop: () => {
      run('pg_ctl', '--pgdata', data, '--mode', 'immediate', 'stop')
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    },
  }
}
