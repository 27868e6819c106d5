/**
 * Loads synthetic registers and meetings of one district, a nation, a nation after ten years and ten nations, and measures the pages of one district's user
 * beside two yardsticks in the same run: a bare Node server that returns the same bytes, and the same statements through
 * `pg` alone. Prints what is missed. `--short` measures fewer requests.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { runnerImport } from 'vite'
import { type Figures, get, measure } from './measure.ts'
import { measureLive } from './live.ts'
import { longMeetingOf, makeMeetings, seatAccount } from './meetings.ts'
import { startPostgres } from './postgres.ts'
import type * as Program from './program.ts'
import { makeDistricts, size } from './register.ts'
import { freePort, signedIn, started, stopAll, stopped } from './run.ts'

interface Page {
  name: string
  path: string
  /** How many times the two yardsticks together p95 may be; null where no target is set. */
  target: number | null
  /** The most p95 may be in milliseconds, where that is promised. */
  limit?: number
}

interface Setting {
  base: string
  cookies: { secretariat: string; member: string }
  connections: number
  /** True for the sizes that are held against one district. */
  isLarge: boolean
  sizeName: string
}

const requests = process.argv.includes('--short') ? 50 : 1000
const secret = 'a secret of the benchmark, long enough to be one'
const district = 'bench-1'
const sizes = [
  { sizeName: 'one district', districts: 1, years: 1 },
  { sizeName: 'a nation', districts: 12, years: 1 },
  { sizeName: 'a nation, ten years', districts: 12, years: 10 },
  { sizeName: 'ten nations', districts: 120, years: 1 },
]
const thisYear = new Date().getFullYear()
const named = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `bench-${String(from + index)}`)
const growthTarget = 1.5
/** Milliseconds for searching everything, also after ten years of a nation's meetings. */
const searchTarget = 100
const pages: readonly Page[] = [
  { name: 'list', path: `/${district}/fora`, target: 4 },
  { name: 'forum', path: `/${district}/fora/forum-7`, target: 4 },
  { name: 'search', path: `/${district}/fora?q=trafik`, target: 4 },
  { name: 'network', path: `/${district}/fora/netvaerk`, target: null },
  { name: 'meeting of 20 items', path: `/${district}/moeder/{meeting}`, target: 4 },
  { name: 'decisions', path: `/${district}/beslutninger`, target: 4 },
  { name: 'decisions with a word', path: `/${district}/beslutninger?q=forslaget`, target: 4 },
  { name: 'tasks', path: `/${district}/opgaver`, target: 4 },
  { name: 'tasks with a word', path: `/${district}/opgaver?udvalg=all&q=trafik`, target: 4 },
  {
    name: 'search in everything',
    path: `/${district}/soeg?q=tryghed+boligomr%C3%A5der`,
    target: 4,
    limit: searchTarget,
  },
  { name: 'calendar feed', path: `/${district}/fora/forum-7/kalender.ics`, target: 4 },
]
/** Pages that others than the secretariat read, who are shown what they may see by row-level security. */
const pagesOfOthers = [
  { name: 'my work', path: `/${district}/mit-arbejde`, readers: ['member'] },
  { name: 'meetings', path: `/${district}/moeder`, readers: ['member', 'public'] },
  { name: 'meeting of 20 items', path: `/${district}/moeder/{meeting}`, readers: ['member'] },
  { name: 'decisions', path: `/${district}/beslutninger`, readers: ['member', 'public'] },
  { name: 'tasks', path: `/${district}/opgaver`, readers: ['member', 'public'] },
  { name: 'search in everything', path: `/${district}/soeg?q=trafik`, readers: ['member', 'public'] },
] as const
/** How many times the secretariat's p95 a reader's may be who sees less. */
const readerTarget = 2
const pdfTarget = 1000
/** Milliseconds from a press until each of 200 followers of a running meeting knows. */
const liveTarget = 300

const line = (cells: readonly (string | number)[]) => {
  console.log(
    cells
      .map((cell, index) => (typeof cell === 'number' ? cell.toFixed(1) : cell).padEnd(index === 0 ? 36 : 10))
      .join(''),
  )
}
const row = (name: string, { throughput, p50, p95, p99 }: Figures) => {
  line([name, throughput, p50, p95, p99])
}

const missed: string[] = []
const verdict = (text: string, value: number, target: number) => {
  const met = value <= target
  if (!met) missed.push(`${text}: ${value.toFixed(2)}, target ${String(target)}`)
  return met ? `target ${String(target)}: met` : `target ${String(target)}: MISSED`
}

const folder = mkdtempSync(join(tmpdir(), 'samvirk-bench-files-'))
const postgres = await startPostgres()
process.on('exit', () => {
  postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const { module } = await runnerImport<typeof Program>(join(import.meta.dirname, 'program.ts'))
const program = await module.openProgram(postgres.url, secret)
const owner = new pg.Client({ connectionString: postgres.url })
await owner.connect()

/** The same statements on as many connections as the program's own pool has; more requests wait for one, as they do there. */
async function bareSql(statements: readonly Program.Statement[], connections: number, times: number): Promise<Figures> {
  const pool = new pg.Pool({ connectionString: postgres.url, options: '-c role=samvirk_app', max: 10 })
  const figures = await measure(
    async () => {
      const client = await pool.connect()
      try {
        for (const { text, values } of statements) await client.query(text, values)
      } finally {
        client.release()
      }
    },
    connections,
    times,
  )
  await pool.end()
  return figures
}

async function bareHttp(bytes: Buffer, connections: number, times: number): Promise<Figures> {
  const file = join(folder, 'page.html')
  writeFileSync(file, bytes)
  const port = await freePort()
  const server = await started(join(import.meta.dirname, 'bare-server.ts'), [file, String(port)], {}, 'ready')
  const figures = await measure(() => get(`http://127.0.0.1:${String(port)}/`), connections, times)
  await stopped(server)
  return figures
}

/** Measures a page beside its yardsticks and returns its p95. */
async function measurePage(
  { name, path: pattern, target, limit }: Page,
  { base, cookies, connections, sizeName }: Setting,
): Promise<number> {
  const path = pattern.replace('{meeting}', longMeeting)
  const cookie = cookies.secretariat
  const bytes = await get(base + path, cookie)
  const statements = await program.statementsOf(path, cookie)
  const own = await measure(() => get(base + path, cookie), connections, requests)
  const http = await bareHttp(bytes, connections, requests)
  const sql = await bareSql(statements, connections, requests)
  row(`${name} (${String(statements.length)} statements)`, own)
  row('  bare HTTP, same bytes', http)
  row('  bare SQL, same statements', sql)
  const ratio = own.p95 / (http.p95 + sql.p95)
  const about = `${name}, ${sizeName}, ${String(connections)} connections: p95 in times bare SQL and HTTP`
  console.log(
    `  p95 is ${ratio.toFixed(2)} times the two together${target === null ? '' : `, ${verdict(about, ratio, target)}`}`,
  )
  if (limit !== undefined && connections === 1)
    console.log(`  ${verdict(`${name}, ${sizeName}: p95 in ms`, own.p95, limit)}`)
  return own.p95
}

/** Measures pages as a member and as the public beside the secretariat. */
async function measureReaders({ base, cookies, sizeName }: Omit<Setting, 'connections'>): Promise<void> {
  console.log('\nother readers, 1 connection')
  line(['', 'per s', 'p50 ms', 'p95 ms', 'p99 ms'])
  for (const { name, path: pattern, readers } of pagesOfOthers) {
    const address = base + pattern.replace('{meeting}', longMeeting)
    const measured = (cookie: string) => measure(() => get(address, cookie), 1, requests)
    const secretariat = await measured(cookies.secretariat)
    row(`${name}, secretariat`, secretariat)
    for (const reader of readers) {
      const own = await measured(reader === 'member' ? cookies.member : '')
      row(`  ${reader}`, own)
      const about = `${name}, ${sizeName}, ${reader}: p95 in times the secretariat's`
      console.log(`  ${verdict(about, own.p95 / secretariat.p95, readerTarget)}`)
    }
  }
}

/** The meeting that is measured; known once the first district is made. */
let longMeeting = ''
const p95AtOneDistrict = new Map<string, number>()

async function measureSize(setting: Omit<Setting, 'connections'>): Promise<void> {
  for (const connections of [1, 32]) {
    console.log(`\n${String(connections)} connection${connections === 1 ? '' : 's'}`)
    line(['', 'per s', 'p50 ms', 'p95 ms', 'p99 ms'])
    for (const page of pages) {
      const p95 = await measurePage(page, { ...setting, connections })
      const key = `${page.name}, ${String(connections)} connections`
      const first = p95AtOneDistrict.get(key)
      if (first === undefined) p95AtOneDistrict.set(key, p95)
      else if (setting.isLarge && page.target !== null)
        console.log(
          `  p95 is ${(p95 / first).toFixed(2)} times that at one district, ${verdict(`${key}: p95 at ${setting.sizeName} in times one district`, p95 / first, growthTarget)}`,
        )
    }
  }
  // A document is kept until the register changes, so the register is changed before each.
  const pdf = await measure(
    async () => {
      await owner.query(`update fora.forum set topic = topic || '.' where district = $1 and slug = 'forum-1'`, [
        district,
      ])
      await get(`${setting.base}/${district}/fora/bilag.pdf`, setting.cookies.secretariat)
    },
    1,
    5,
  )
  row('annex PDF of 45 fora, made anew', pdf)
  console.log(`  ${verdict(`annex PDF, ${setting.sizeName}: p95 in ms`, pdf.p95, pdfTarget)}`)
  await measureReaders(setting)
  const live = await measureLive({ base: setting.base, cookie: setting.cookies.secretariat, district, owner })
  row('running meeting, 200 followers told', live)
  console.log(`  ${verdict(`live updates, ${setting.sizeName}: p95 in ms`, live.p95, liveTarget)}`)
  const metrics = (await get(`${setting.base}/metrics`)).toString()
  const resident = /^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]
  console.log(`memory of the program: ${(Number(resident) / 1_048_576).toFixed(0)} MB`)
}

try {
  const accountId = await program.makeAccount(module.benchAccount)
  const memberId = await program.makeAccount(module.memberAccount)
  let made = 0
  let madeYears = 1
  for (const { sizeName, districts, years } of sizes) {
    const begun = performance.now()
    if (districts > made) {
      await makeDistricts(owner, made + 1, districts)
      await makeMeetings(owner, named(made + 1, districts), [thisYear])
    }
    if (years > madeYears)
      await makeMeetings(
        owner,
        named(1, districts),
        Array.from({ length: years - madeYears }, (_, index) => thisYear - madeYears - index),
      )
    madeYears = Math.max(years, madeYears)
    if (made === 0) {
      const { rows } = await owner.query<{ id: string }>(`select ${longMeetingOf(district)} as id`)
      longMeeting = rows[0]?.id ?? ''
      await owner.query(
        `insert into people.role_grant (district, account_id, role, valid_from, granted_by) values ($1, $2, 'secretariat', '2020-01-01', 'bench')`,
        [district, accountId],
      )
      await seatAccount(owner, district, memberId)
    }
    made = districts
    const seconds = Math.round((performance.now() - begun) / 1000)
    const port = await freePort()
    const base = `http://127.0.0.1:${String(port)}`
    const env = { DATABASE_URL: postgres.url, AUTH_SECRET: secret, PORT: String(port), LOG_LEVEL: 'error' }
    const server = await started('dist/server/main.js', ['serve'], env, 'Stop with')
    const cookies = {
      secretariat: await signedIn(base, module.benchAccount),
      member: await signedIn(base, module.memberAccount),
    }
    const { rows } = await owner.query<{ count: number }>('select count(*)::integer as count from meetings.meeting')
    console.log(
      `\n${sizeName}: ${String(districts)} districts, ${String(districts * size.fora)} fora, ${String(rows[0]?.count)} meetings, made in ${String(seconds)} s`,
    )
    await measureSize({ base, cookies, isLarge: districts === 120 || years > 1, sizeName })
    await stopped(server)
  }
  console.log(
    missed.length === 0 ? '\nEvery target is met.' : `\nMissed:\n${missed.map((text) => `- ${text}`).join('\n')}`,
  )
} finally {
  await stopAll()
  await owner.end()
  await program.close()
}
