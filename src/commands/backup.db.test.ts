import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asOwner, emptied } from '../../test/db.ts'
import { loadDemo } from '../../demo/load.ts'
import { verifyChains } from '../audit/store.ts'
import type { Database } from '../db/db.ts'
import { migrations } from '../db/migrations/index.ts'
import { readAs } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { createSignIn } from '../sign-in/auth.ts'
import { backUp } from './backup.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { restore, usableBackup } from './restore.ts'

const now = new Date('2026-11-20T11:00:00Z')
const secret = { inUse: 'kun-til-proever-0123456789-abcdefghijkl', stored: true }
const odd = `"Å" \\ \\N \t {} ' , \u{1F6A8}\nny linje\u2028 ${'ø'.repeat(3000)}`

let database: Database
let folder: string
const file = () => join(folder, 'backup.gz')

/** A backup of a full database, made once: what the database held, and the file. */
let full: { rows: number; held: Record<string, string[]>; packed: Buffer }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvirk-backup-'))
  database = await emptied()
  await wipe()
  await fill()
  const held = await everything()
  const rows = await backUp(database, file(), secret, now)
  full = { rows, held, packed: await readFile(file()) }
}, 300_000)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvirk-backup-'))
  await wipe()
})

/** Makes the database as it is after its migrations: not even the log holds anything. */
async function wipe(): Promise<void> {
  await emptied()
  await asOwner('alter table audit.entry disable trigger user')
  await asOwner('truncate audit.entry, audit.chain')
  await asOwner('alter table audit.entry enable trigger user')
  await asOwner('update people.district set in_use = false')
}

async function fill(): Promise<void> {
  const signIn = createSignIn({
    pool: database.pool,
    baseUrl: () => 'http://127.0.0.1:3000',
    secret: secret.inUse,
    oidc: null,
    note: () => Promise.resolve(),
    log: () => undefined,
  })
  await loadDemo({ db: database.db, signIn, clock: () => now })
  const bytes = randomBytes(1_200_000)
  await asOwner(
    `insert into documents.file (district, name, media_type, sha256, bytes, stored_by) values ('mvsj', $1, 'application/pdf', 'x', $2, 'test')`,
    [odd, bytes],
  )
  await asOwner(
    `insert into sign_in.second_factor (id, user_id, secret, backup_codes) select 'f', id, $1, 'b' from sign_in.user_account where email = 'admin@samvirk.test'`,
    [odd],
  )
  await asOwner(`update fora.forum set topic = $1 where name = 'Banderåd'`, [odd])
}

/** Every row of every table as text, so that two states can be compared whole. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = await asOwner(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'public', 'db')`,
  )
  const found: [string, string[]][] = []
  for (const table of tables) {
    const name = String(table['name'])
    const rows = await asOwner(`select to_jsonb(t)::text as row from ${name} t order by 1`)
    found.push([name, rows.map(({ row }) => createHash('sha1').update(String(row)).digest('hex'))])
  }
  return Object.fromEntries(found)
}

/** How triggers and foreign keys are set. */
const settingsOfSchema = () =>
  asOwner(`select tgrelid::regclass::text || tgname as name, tgenabled::text as how from pg_trigger where not tgisinternal
    union all select conrelid::regclass::text || conname, condeferrable::text || condeferred::text from pg_constraint order by 1, 2`)

const withoutLog = ({ 'audit.entry': _, 'audit.chain': __, ...rest }: Record<string, string[]>) => rest

const restoreFile = async (): Promise<void> => {
  const { header } = await usableBackup(file())
  await restore(database, file(), header, now)
}

const faultOf = async (work: Promise<unknown>): Promise<CommandFault> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof CommandFault) return error
  throw new Error(`Expected a fault, got ${String(error)}`)
}

/** Rewrites the lines of a backup; its own hashes are not mended. */
const tampered = async (change: (lines: string[]) => string[]): Promise<void> => {
  const lines = gunzipSync(await readFile(file()))
    .toString('utf8')
    .split('\n')
  await writeFile(file(), gzipSync(change(lines).join('\n')))
}

test('what was backed up is there again, row by row, with history, files, accounts and an unbroken log', async () => {
  const before = full.held
  expect(full.rows).toBe(Object.values(before).flat().length)
  const schema = await settingsOfSchema()
  await asOwner(`update people.municipality set name = 'Forkert' where code = '259'`)
  await writeFile(file(), full.packed)
  await restoreFile()
  const after = await everything()
  expect(withoutLog(after)).toEqual(withoutLog(before))
  expect(before['fora.forum_history']?.length).toBeGreaterThan(3)
  // The log goes on after what it held when the backup was made.
  expect(after['audit.entry']).toEqual(expect.arrayContaining(before['audit.entry'] ?? []))
  expect(after['audit.entry']).toHaveLength((before['audit.entry']?.length ?? 0) + 1)
  const { broken, entries } = await readAs(database.db, programIdentity('test', '*'), verifyChains)
  expect(broken).toEqual([])
  expect(entries).toBe(after['audit.entry']?.length)
  expect(await asOwner(`select action, actor_name from audit.entry where district = '-'`)).toContainEqual({
    action: 'backup.restored',
    actor_name: 'samvirk restore',
  })
  expect(await settingsOfSchema()).toEqual(schema)
})

test('the log is still append-only, and history is still kept, after a restore', async () => {
  await writeFile(file(), full.packed)
  await restoreFile()
  await expect(asOwner(`update audit.entry set action = 'x'`)).rejects.toThrow('append-only')
  const kept = await asOwner('select count(*)::int as n from fora.category_history')
  await asOwner(`update fora.category set name = 'Andet' where number = 1`)
  expect(await asOwner('select count(*)::int as n from fora.category_history')).toEqual([
    { n: Number(kept[0]?.['n']) + 1 },
  ])
})

test('the file is for its owner only, holds the secret of an embedded installation, and is noted in the log', async () => {
  await backUp(database, file(), secret, now)
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  expect((await usableBackup(file())).header).toMatchObject({ authSecret: secret.inUse, migration: migrations.length })
  expect(await readdir(folder)).toEqual(['backup.gz'])
  expect(await asOwner(`select count(*)::int as n from audit.entry where action = 'backup.made'`)).toEqual([{ n: 1 }])
})

test('a secret that is a setting does not stand in the file', async () => {
  await backUp(database, file(), { ...secret, stored: false }, now)
  expect(gunzipSync(await readFile(file())).toString('utf8')).not.toContain(secret.inUse)
})

test('an existing file is not written over', async () => {
  await writeFile(file(), 'mine')
  const fault = await faultOf(backUp(database, file(), secret, now))
  expect(fault.exitCode).toBe(exitCodes.usage)
  expect(await readFile(file(), 'utf8')).toBe('mine')
})

test('a database that is not empty is refused and left as it is', async () => {
  await writeFile(file(), full.packed)
  await asOwner(`insert into fora.category (district, number, name) values ('mvsj', 1, 'Min egen')`)
  const before = await everything()
  const schema = await settingsOfSchema()
  const fault = await faultOf(restoreFile())
  expect(fault.exitCode).toBe(exitCodes.notEmpty)
  expect(fault.message).toContain('not empty')
  expect(await everything()).toEqual(before)
  expect(await settingsOfSchema()).toEqual(schema)
})

test('one account, or one district in use, is enough not to be empty', async () => {
  await backUp(database, file(), secret, now)
  await wipe()
  await asOwner(`update people.district set in_use = true where id = 'ns'`)
  expect((await faultOf(restoreFile())).exitCode).toBe(exitCodes.notEmpty)
  await wipe()
  await asOwner(`insert into sign_in.user_account (id, name, email) values ('a', 'Bo', 'bo@politi.example')`)
  expect((await faultOf(restoreFile())).exitCode).toBe(exitCodes.notEmpty)
})

test('a backup of another migration is refused with a sentence of its own', async () => {
  await backUp(database, file(), secret, now)
  await tampered(([header = '', ...rest]) => [header.replace(/"migration":\d+/, '"migration":1'), ...rest])
  // The hash no longer fits either; a whole file of another version is what matters here.
  await tampered((lines) => {
    const last = lines.findLastIndex((line) => line.startsWith('{"complete"'))
    const hash = createHash('sha256')
      .update(`${lines.slice(0, last).join('\n')}\n`)
      .digest('hex')
    return lines.map((line, index) => (index === last ? line.replace(/[0-9a-f]{64}/, hash) : line))
  })
  const fault = await faultOf(restoreFile())
  expect(fault.exitCode).toBe(exitCodes.otherVersion)
  expect(fault.message).toContain('at migration 1')
})

const wrongFiles: [string, () => Promise<void>][] = [
  ['no file', () => Promise.resolve()],
  ['an empty file', () => writeFile(file(), '')],
  ['a text', () => writeFile(file(), 'hej')],
  ['something else that is packed', () => writeFile(file(), gzipSync('hej\n'))],
  ['other data', () => writeFile(file(), gzipSync('{"a":1}\n'))],
]
test.each(wrongFiles)('a wrong file is refused: %s', async (_, make) => {
  await make()
  const before = await everything()
  const fault = await faultOf(restoreFile())
  expect(fault.exitCode).toBe(exitCodes.badInput)
  expect(await everything()).toEqual(before)
})

test('a backup cut off anywhere is refused', async () => {
  const whole = full.packed
  for (const part of [0.0001, 0.1, 0.5, 0.9, 0.99999]) {
    await writeFile(file(), whole.subarray(0, Math.floor(whole.length * part)))
    expect((await faultOf(usableBackup(file()))).exitCode, String(part)).toBe(exitCodes.badInput)
  }
  // Cut off between two lines and packed again, so that only the missing end gives it away.
  await writeFile(file(), whole)
  await tampered((lines) => [...lines.slice(0, -2), ''])
  expect((await faultOf(usableBackup(file()))).message).toContain('cut off')
})

const changes: [string, (lines: string[]) => string[]][] = [
  ['a value', (lines) => lines.map((line) => line.replace('"Køge"', '"Kage"'))],
  ['a row is missing', (lines) => lines.filter((line) => !line.includes('"Køge"'))],
  ['a row twice', (lines) => lines.flatMap((line) => (line.includes('"Køge"') ? [line, line] : [line]))],
  ['the header', ([header = '', ...rest]) => [header.replace('2026-11-20', '2026-11-21'), ...rest]],
  ['something after the end', (lines) => [...lines.slice(0, -1), '["x"]', '']],
]
test.each(changes)('a backup that was changed is refused: %s', async (_, change) => {
  await backUp(database, file(), secret, now)
  const before = await readFile(file())
  await tampered(change)
  expect(gunzipSync(await readFile(file())).equals(gunzipSync(before))).toBe(false)
  expect((await faultOf(restoreFile())).exitCode).toBe(exitCodes.badInput)
})

test('a restore that fails half-way leaves the database empty, and it can be tried again', async () => {
  await writeFile(file(), full.packed)
  const empty = await everything()
  const schema = await settingsOfSchema()
  const { header } = await usableBackup(file())
  // The file is changed after it was checked.
  await tampered((lines) => lines.map((line) => line.replace('"Politidirektør"', '"Direktør"')))
  expect((await faultOf(restore(database, file(), header, now))).exitCode).toBe(exitCodes.badInput)
  expect(await everything()).toEqual(empty)
  expect(await settingsOfSchema()).toEqual(schema)
  await writeFile(file(), full.packed)
  await restoreFile()
  expect((await everything())['fora.forum']?.length).toBeGreaterThan(50)
})
