import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import type { Database } from '../db/db.ts'
import { migrations } from '../db/migrations/index.ts'
import { programIdentity } from '../people/actor.ts'
import { programChain } from '../audit/store.ts'
import { markOf, secretOf } from './backup.ts'
import { type BackupHeader, type BackupRow, readBackup, verifyBackup } from './backup-file.ts'
import { asOwnerOf, exactText, listForeignKeys, listTables, officialTables, type StoredTable } from './backup-tables.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { clockOf, withDatabase } from './open.ts'

const charactersAtATime = 1_000_000
const rowsAtATime = 500

const insertInto = ({ name, columns }: StoredTable): string => {
  const names = columns.map((column) => column.name).join(', ')
  const values = columns.map(({ type }, index) => `v${String(index)}::${type}`).join(', ')
  const places = columns.map((_, index) => `$${String(index + 1)}::text[]`).join(', ')
  const aliases = columns.map((_, index) => `v${String(index)}`).join(', ')
  return `insert into ${name} (${names}) overriding system value select ${values} from unnest(${places}) as given(${aliases})`
}

/** Collects the rows of one table and stores them some at a time. */
function storing(client: ClientBase, table: StoredTable) {
  const statement = insertInto(table)
  let rows: BackupRow[] = []
  let characters = 0
  const flush = async () => {
    if (rows.length > 0)
      await client.query(
        statement,
        table.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
      )
    rows = []
    characters = 0
  }
  return {
    flush,
    add: async (row: BackupRow) => {
      rows.push(row)
      characters += row.reduce((total, value) => total + (value?.length ?? 0), 0)
      if (characters > charactersAtATime || rows.length >= rowsAtATime) await flush()
    },
  }
}

const otherTables = (): CommandFault =>
  new CommandFault('The backup holds other tables than this database. Nothing was stored.', exitCodes.otherVersion)

/** Stores every row of the file. The file is checked once more while it is read. */
async function storeRows(client: ClientBase, file: string, tables: readonly StoredTable[]): Promise<void> {
  const waiting = new Map(tables.map((table) => [table.name, table]))
  let into: ReturnType<typeof storing> | null = null
  for await (const item of readBackup(file)) {
    if (item.kind === 'table') {
      const table = waiting.get(item.table)
      if (table === undefined || table.columns.map(({ name }) => name).join() !== item.columns.join())
        throw otherTables()
      waiting.delete(item.table)
      into = storing(client, table)
    }
    if (item.kind === 'row') await into?.add(item.row)
    if (item.kind === 'end') await into?.flush()
  }
  if (waiting.size > 0) throw otherTables()
}

async function refuseFilled(client: ClientBase, tables: readonly StoredTable[]): Promise<void> {
  const checked = tables.filter(({ name }) => !officialTables.includes(name))
  const { rows } = await client.query<{ filled: boolean }>(
    `select ${checked.map(({ name }) => `exists (select 1 from ${name})`).join(' or ')}
      or exists (select 1 from people.district where in_use) as filled`,
  )
  if (rows[0]?.filled !== false)
    throw new CommandFault(
      'The database is not empty, and a backup is only restored into an empty one. Nothing was stored.\n' +
        'Name another folder in DATA_DIR, or a new database in DATABASE_URL.',
      exitCodes.notEmpty,
    )
}

async function moveSequences(client: ClientBase, places: BackupHeader['sequences']): Promise<void> {
  for (const [name, place] of Object.entries(places))
    await client.query('select setval($1::regclass, $2::bigint)', [name, place])
}

/** Runs without the program's own triggers, and with foreign keys that are checked at the end. Needs no superuser. */
async function withoutTriggers(
  client: ClientBase,
  tables: readonly StoredTable[],
  work: () => Promise<void>,
): Promise<void> {
  const keys = await listForeignKeys(client)
  const forKeys = (how: string) =>
    keys.map(({ table, name }) => `alter table ${table} alter constraint ${name} ${how};`).join('\n')
  const forTables = (how: string) => tables.map(({ name }) => `alter table ${name} ${how} trigger user;`).join('\n')
  await client.query(forTables('disable') + forKeys('deferrable initially deferred'))
  await work()
  await client.query('set constraints all immediate')
  await client.query(forKeys('not deferrable') + forTables('enable'))
}

const noteRestore = async (client: ClientBase, { madeAt, program }: BackupHeader, now: Date): Promise<void> => {
  const actor = JSON.stringify({ ...programIdentity('samvirk restore', '*'), now: now.toISOString() })
  const changes = JSON.stringify([
    { field: 'madeAt', before: null, after: madeAt },
    { field: 'program', before: null, after: program },
  ])
  await client.query(`select set_config('samvirk.actor', $1, true)`, [actor])
  await client.query(`select audit.write($1, 'backup.restored', 'database', '', '', $2::jsonb)`, [
    programChain,
    changes,
  ])
}

/**
 * Stores a backup in an empty database, all of it or nothing, and notes it in the log.
 * @throws CommandFault when the file cannot be used, is of another version, or the database is not empty.
 */
export async function restore(database: Database, file: string, header: BackupHeader, now: Date): Promise<void> {
  await asOwnerOf(database, async (client) => {
    await client.query('begin')
    try {
      await client.query(exactText)
      const tables = await listTables(client)
      await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`)
      await refuseFilled(client, tables)
      await withoutTriggers(client, tables, async () => {
        for (const name of officialTables) await client.query(`delete from ${name}`)
        await storeRows(client, file, tables)
      })
      await moveSequences(client, header.sequences)
      await noteRestore(client, header, now)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  })
}

/**
 * Reads the whole file to see that it is complete, and that this program can restore it.
 * @throws CommandFault
 */
export async function usableBackup(file: string): Promise<{ header: BackupHeader; rows: number }> {
  const found = await verifyBackup(file)
  const { migration, program } = found.header
  if (migration !== migrations.length)
    throw new CommandFault(
      `The backup was made by version ${program} with a database at migration ${String(migration)}; this program is at ${String(migrations.length)}. ` +
        `Restore it with version ${program}, then start this program on that database. Nothing was stored.`,
      exitCodes.otherVersion,
    )
  return found
}

/** `samvirk restore FILE` */
export async function restoreCommand(file: string): Promise<void> {
  const { header, rows } = await usableBackup(file)
  await withDatabase(async (database, settings) => {
    const secretFile = join(settings.dataDir, 'auth-secret')
    const isOwn = settings.authSecret === null && header.authSecret !== null
    // The secret takes its place when the rows are certain.
    if (isOwn) await writeFile(`${secretFile}.part`, `${header.authSecret ?? ''}\n`, { mode: 0o600 })
    try {
      await restore(database, file, header, clockOf(settings)())
      if (isOwn) await rename(`${secretFile}.part`, secretFile)
    } finally {
      await rm(`${secretFile}.part`, { force: true })
    }
    console.log(`${String(rows)} rows restored from the backup of ${header.madeAt}.`)
    if (markOf((await secretOf(settings)).inUse) !== header.secretMark)
      console.log(
        'The secret here is another than where the backup was made: everybody must sign in again, and second factors must be set up anew. ' +
          'To keep them, set AUTH_SECRET to the secret of the old installation.',
      )
  })
}
