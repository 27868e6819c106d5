import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import packageJson from '../../package.json' with { type: 'json' }
import { programChain, record } from '../audit/store.ts'
import type { Settings } from '../config.ts'
import type { Database } from '../db/db.ts'
import { transact } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { secretIn } from '../sign-in/secret.ts'
import { type BackupHeader, type BackupRow, sha256 } from './backup-file.ts'
import { asOwnerOf, exactText, listTables, migrationOf, sequencePlaces, type StoredTable } from './backup-tables.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { clockOf, withDatabase } from './open.ts'

const rowsAtATime = 500

/** The rows of a table, some at a time; one at a time where each may be a whole file. */
async function* rowsOf(client: ClientBase, { name, columns, large }: StoredTable): AsyncGenerator<BackupRow[]> {
  const list = columns.map((column) => `${column.name}::text`).join(', ')
  await client.query(`declare backup_rows no scroll cursor for select ${list} from ${name}`)
  const fetch = `fetch ${String(large ? 1 : rowsAtATime)} from backup_rows`
  for (;;) {
    const { rows } = await client.query<BackupRow>({ text: fetch, rowMode: 'array' })
    if (rows.length === 0) break
    yield rows
  }
  await client.query('close backup_rows')
}

const line = (said: unknown): string => `${JSON.stringify(said)}\n`

/** The lines of a backup, many at a time, and how many rows they hold. */
async function* linesOf(client: ClientBase, header: BackupHeader, counted: { rows: number }): AsyncGenerator<string> {
  const whole = sha256()
  const tables = await listTables(client)
  const noted = (text: string) => {
    whole.update(text)
    return text
  }
  yield noted(line(header))
  for (const table of tables) {
    const hash = sha256()
    let count = 0
    yield noted(line({ table: table.name, columns: table.columns.map(({ name }) => name) }))
    for await (const rows of rowsOf(client, table)) {
      const text = rows.map(line).join('')
      hash.update(text)
      count += rows.length
      yield noted(text)
    }
    counted.rows += count
    yield noted(line({ end: table.name, rows: count, sha256: hash.digest('hex') }))
  }
  yield line({ complete: true, tables: tables.length, sha256: whole.digest('hex') })
}

export interface BackupSecret {
  /** What signs sessions and encrypts second factors here. */
  inUse: string
  /** True when it is a file of the installation and belongs in the backup. */
  stored: boolean
}

/** The secret of an installation: a setting, or the file in its folder. */
export const secretOf = async ({
  authSecret,
  dataDir,
}: Pick<Settings, 'authSecret' | 'dataDir'>): Promise<BackupSecret> =>
  authSecret === null ? { inUse: await secretIn(dataDir), stored: true } : { inUse: authSecret, stored: false }

export const markOf = (secret: string): string => sha256().update(secret).digest('hex')

/** One snapshot: whatever is changed while it is written is not in it. */
async function writeSnapshot(client: ClientBase, file: string, secret: BackupSecret, now: Date): Promise<number> {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query(exactText)
    const header: BackupHeader = {
      samvirkBackup: 1,
      program: packageJson.version,
      migration: await migrationOf(client),
      madeAt: now.toISOString(),
      authSecret: secret.stored ? secret.inUse : null,
      secretMark: markOf(secret.inUse),
      sequences: await sequencePlaces(client),
    }
    const counted = { rows: 0 }
    await pipeline(
      Readable.from(linesOf(client, header, counted), { highWaterMark: 2 }),
      createGzip(),
      createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }),
    )
    return counted.rows
  } finally {
    await client.query('rollback')
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

const refuseExisting = async (file: string): Promise<void> => {
  if (await exists(file))
    throw new CommandFault(
      `The file ${file} exists already. Nothing is written over it; choose another name.`,
      exitCodes.usage,
    )
}

/**
 * Writes everything in the database to one file, readable by its owner only, and notes it in the log.
 * @returns how many rows.
 * @throws CommandFault when the file exists.
 */
export async function backUp(database: Database, file: string, secret: BackupSecret, now: Date): Promise<number> {
  await refuseExisting(file)
  // Under its own name only when whole, so that a broken-off backup is never taken for one.
  const part = `${file}.part`
  await rm(part, { force: true })
  try {
    const rows = await asOwnerOf(database, (client) => writeSnapshot(client, part, secret, now))
    await rename(part, file)
    await transact(database.db, programIdentity('samvirk backup', '*'), now, (trx) =>
      record(trx, programChain, {
        action: 'backup.made',
        subjectKind: 'database',
        subjectId: '',
        subjectName: '',
        changes: [{ field: 'rows', before: null, after: String(rows) }],
      }),
    )
    return rows
  } finally {
    await rm(part, { force: true })
  }
}

/** `samvirk backup FILE` */
export async function backupCommand(file: string): Promise<void> {
  await refuseExisting(file)
  await withDatabase(async (database, settings) => {
    const rows = await backUp(database, file, await secretOf(settings), clockOf(settings)())
    console.log(
      `${String(rows)} rows written to ${file}. The file is as secret as the database: it holds passwords' hashes.`,
    )
  })
}
