import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { runCommand } from './program.ts'

const slow = { timeout: 300_000 }
let folder: string
const at = (name: string) => join(folder, name)
const samvirk = (args: readonly string[], dataDir = 'demo', settings: Readonly<Record<string, string>> = {}) =>
  runCommand(args, { DATA_DIR: at(dataDir), ...settings })

/** Does to the stored data what no command does. */
async function behindItsBack(dataDir: string, sql: string): Promise<void> {
  const database = await PGlite.create({ dataDir: join(at(dataDir), 'database'), extensions: { pg_trgm } })
  await database.exec(sql).finally(() => database.close())
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvirk-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const commands = [
  'serve',
  'migrate',
  'check-config',
  'demo',
  'import-annex',
  'export-annex',
  'user',
  'audit',
  'backup',
  'restore',
]

test('help names every command, and each has its own', slow, async () => {
  const { code, output } = await samvirk(['--help'])
  expect(code).toBe(0)
  for (const command of commands) expect(output).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
  const each = [...commands.map((name) => [name]), ['user', 'add'], ['audit', 'verify']]
  const answers = await Promise.all(each.map((command) => samvirk([...command, '--help'])))
  for (const [index, own] of answers.entries()) {
    const words = (each[index] ?? []).join(' ')
    expect(own.code, words).toBe(0)
    expect(own.output).toContain(`Usage: samvirk ${words}`)
  }
  expect((await samvirk(['nonsense'])).code).toBe(2)
})

test('every fault in the settings is named at once, with exit code 2', slow, async () => {
  const { code, complaints } = await samvirk(['serve'], 'faults', {
    PORT: 'abc',
    DATABASE_URL: 'mysql://x',
    NODE_ENV: 'weird',
    SAMVIRK_NOW: '2026-02-31T12:00',
    BASE_URL: 'samvirk',
  })
  expect(code).toBe(2)
  for (const name of ['PORT', 'DATABASE_URL', 'NODE_ENV', 'SAMVIRK_NOW', 'BASE_URL', 'AUTH_SECRET'])
    expect(complaints).toContain(`- ${name} `)
  expect((await samvirk(['check-config'])).code).toBe(0)
})

const proposal = z.array(
  z.object({
    category: z.string(),
    name: z.string(),
    topic: z.string(),
    legalBasis: z.string(),
    purpose: z.string(),
    actionPlans: z.string(),
    interfaces: z.string(),
    participants: z.string(),
    cadence: z.object({ words: z.string(), min: z.number().nullable(), max: z.number().nullable() }),
    sourceLines: z.array(z.number()).length(2),
    confidence: z.enum(['sure', 'check', 'unsure']),
  }),
)

test('an annex is proposed as JSON, and no database is made', slow, async () => {
  const { code, output } = await samvirk(['import-annex', 'test/fixtures/annex-opdigt.txt', '--dry-run'], 'untouched')
  expect(code).toBe(0)
  const fora = proposal.parse(JSON.parse(output))
  expect(fora).toHaveLength(10)
  expect(fora.find(({ name }) => name === 'Kredsrådet')).toMatchObject({ confidence: 'sure', cadence: { min: 4 } })
  await expect(readFile(join(at('untouched'), 'database', 'PG_VERSION'))).rejects.toThrow(/ENOENT/)
  await writeFile(at('tom.txt'), '')
  const empty = await samvirk(['import-annex', at('tom.txt'), '--dry-run'], 'untouched')
  expect(empty.code).toBe(3)
  expect(empty.complaints).toMatch(/Nothing was stored/)
  expect((await samvirk(['import-annex', at('findes-ikke.txt'), '--dry-run'])).code).toBe(3)
})

test('the demonstration is loaded, changed, printed, copied and restored, and its log holds', slow, async () => {
  expect(await samvirk(['demo'])).toMatchObject({ code: 0 })
  expect((await samvirk(['demo'])).code).not.toBe(0)
  const imported = await samvirk([
    'import-annex',
    'test/fixtures/annex-opdigt.txt',
    '--district',
    'ns',
    '--accept',
    'confident',
  ])
  expect(imported.code, imported.complaints).toBe(0)
  expect(imported.output).toMatch(/^10 fora read.*left for review/m)
  expect(imported.output).toContain('Cyklistmøder')

  for (const [format, start] of [
    ['pdf', '%PDF-'],
    ['docx', 'PK'],
    ['html', '<!doctype html>'],
    ['json', '{'],
  ] as const) {
    const file = at(`bilag.${format}`)
    const exported = await samvirk(['export-annex', '--district', 'mvsj', '--format', format, '--out', file])
    expect(exported.code, exported.complaints).toBe(0)
    expect((await readFile(file)).subarray(0, start.length).toString().replace('DOCTYPE', 'doctype')).toBe(start)
  }

  const added = await samvirk([
    'user',
    'add',
    '--email',
    'ny@samvirk.test',
    '--name',
    'Ny Prøve',
    '--role',
    'auditor',
    '--district',
    'ns',
  ])
  expect(added.code, added.complaints).toBe(0)
  expect(added.output).toMatch(/Password, shown only now: \S{20,}/)
  const listed = await samvirk(['user', 'list'])
  expect(listed.output).toContain('ny@samvirk.test')
  expect(listed.output).not.toMatch(/\$|hash/)
  const verified = await samvirk(['audit', 'verify'])
  expect(verified).toMatchObject({ code: 0 })

  const backup = at('kopi.gz')
  const backedUp = await samvirk(['backup', backup])
  expect(backedUp.code, backedUp.complaints).toBe(0)
  expect((await samvirk(['backup', backup])).code).toBe(2)
  const restored = await samvirk(['restore', backup], 'restored')
  expect(restored.code, restored.complaints).toBe(0)
  expect((await samvirk(['restore', backup], 'restored')).code).toBe(7)
  expect((await samvirk(['user', 'list'], 'restored')).output).toBe(listed.output)
  expect((await samvirk(['audit', 'verify'], 'restored')).code).toBe(0)
  await writeFile(at('skadet.gz'), (await readFile(backup)).subarray(0, 5000))
  expect((await samvirk(['restore', at('skadet.gz')], 'damaged')).code).toBe(3)
})

test('a log that somebody changed behind its back no longer holds', slow, async () => {
  expect((await samvirk(['audit', 'verify'], 'restored')).code).toBe(0)
  await behindItsBack(
    'restored',
    `set session_replication_role = replica; update audit.entry set actor_name = 'En anden' where number = 3 and district = 'ns'`,
  )
  const { code, complaints } = await samvirk(['audit', 'verify'], 'restored')
  expect(code).toBe(5)
  expect(complaints).toMatch(/entry 3 was changed/)
})

test('a database from a newer program is refused with its own exit code', slow, async () => {
  expect((await samvirk(['migrate'], 'newer')).code).toBe(0)
  expect((await samvirk(['migrate'], 'newer')).output).toMatch(/up to date/)
  await behindItsBack('newer', `insert into db.migration (number, name) values (9999, 'later')`)
  for (const command of ['serve', 'migrate']) {
    const { code, complaints } = await samvirk([command], 'newer')
    expect(code).toBe(4)
    expect(complaints).toMatch(/newer program/)
  }
})
