import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'

/*
 * A backup is one gzip file of JSON lines: a header; for each table its name and columns, its rows, and how many they
 * are with their SHA-256; and at the end the SHA-256 of all lines before. A value is the text PostgreSQL writes for it.
 */

export const headerLine = z.object({
  samvirkBackup: z.literal(1),
  program: z.string(),
  migration: z.number().int().positive(),
  madeAt: z.iso.datetime(),
  /** The secret file of an embedded installation; null where the secret is a setting. */
  authSecret: z.string().min(32).nullable(),
  /** SHA-256 of the secret in use, to tell whether second factors will work where the backup is restored. */
  secretMark: z.string().length(64),
  sequences: z.record(z.string(), z.string()),
})
export type BackupHeader = z.infer<typeof headerLine>
const tableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) })
const rowLine = z.array(z.string().nullable())
const endLine = z.object({ end: z.string(), rows: z.number().int(), sha256: z.string() })
const lastLine = z.object({ complete: z.literal(true), tables: z.number().int(), sha256: z.string() })

export type BackupRow = z.infer<typeof rowLine>
export type BackupItem =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; table: string; columns: readonly string[] }
  | { kind: 'row'; row: BackupRow }
  | { kind: 'end'; table: string; rows: number }

export const sha256 = () => createHash('sha256')

const unusable = (why: string, cause?: unknown): CommandFault =>
  Object.assign(new CommandFault(`This backup cannot be used: ${why} Nothing was stored.`, exitCodes.badInput), {
    cause,
  })

/** Longer than any row can be: a stored file of 20 MB is written as 40 million characters. */
const longestLine = 200_000_000
const newline = 10

/** The lines of a gzip file, one at a time; as much of it in memory as the longest line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unpacked = source.pipe(createGunzip())
  source.on('error', (error) => unpacked.destroy(error))
  let pieces: Buffer[] = []
  let length = 0
  for await (const part of unpacked) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    let start = 0
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, start)) {
      yield Buffer.concat([...pieces, chunk.subarray(start, at)]).toString('utf8')
      pieces = []
      length = 0
      start = at + 1
    }
    pieces.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > longestLine) throw unusable('a line of it is too long.')
  }
  if (length > 0) throw unusable('its last line is cut off.')
}

const isFileFault = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

const explained = (error: unknown, file: string): unknown => {
  if (error instanceof CommandFault) return error
  if (isFileFault(error) && (error.code === 'ENOENT' || error.code === 'EISDIR'))
    return new CommandFault(`There is no file ${file}.`, exitCodes.badInput)
  if (isFileFault(error) && error.code === 'Z_BUF_ERROR') return unusable('the file is cut off.', error)
  if (isFileFault(error) && error.code?.startsWith('Z_') === true)
    return unusable('it is not a backup, or it is damaged.', error)
  if (error instanceof SyntaxError || error instanceof z.ZodError)
    return unusable('it is not a backup of this program, or it is damaged.', error)
  return error
}

async function* itemsOf(file: string): AsyncGenerator<BackupItem> {
  const whole = sha256()
  let open: { table: string; rows: number; hash: ReturnType<typeof sha256>; width: number } | null = null
  let tables = 0
  let state: 'start' | 'within' | 'done' = 'start'
  for await (const line of linesOf(file)) {
    if (state === 'done') throw unusable('something follows after its end.')
    const said: unknown = JSON.parse(line)
    if (state === 'start') {
      yield { kind: 'header', header: headerLine.parse(said) }
      state = 'within'
    } else if (Array.isArray(said)) {
      const row = rowLine.parse(said)
      if (open === null || row.length !== open.width) throw unusable('a row stands where none belongs.')
      open.rows += 1
      open.hash.update(`${line}\n`)
      yield { kind: 'row', row }
    } else if (open !== null) {
      const { end, rows, sha256: stated } = endLine.parse(said)
      if (end !== open.table || rows !== open.rows || stated !== open.hash.digest('hex'))
        throw unusable(`the rows of ${open.table} are not those that were written.`)
      yield { kind: 'end', table: open.table, rows }
      open = null
      tables += 1
    } else {
      const last = lastLine.safeParse(said)
      if (last.success) {
        if (last.data.tables !== tables || last.data.sha256 !== whole.copy().digest('hex'))
          throw unusable('it is not what was written.')
        state = 'done'
      } else {
        const { table, columns } = tableLine.parse(said)
        open = { table, rows: 0, hash: sha256(), width: columns.length }
        yield { kind: 'table', table, columns }
      }
    }
    whole.update(`${line}\n`)
  }
  if (state !== 'done') throw unusable('the file is cut off.')
}

/**
 * Reads a backup piece by piece and checks every count and hash on the way; what it says is proved only when the last
 * piece has been read.
 * @throws CommandFault saying in plain words why the file cannot be used.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupItem> {
  try {
    yield* itemsOf(file)
  } catch (error) {
    throw explained(error, file)
  }
}

/**
 * Reads a whole backup to see that it is complete and unchanged.
 * @returns its header and how many rows it holds.
 */
export async function verifyBackup(file: string): Promise<{ header: BackupHeader; rows: number }> {
  let header: BackupHeader | null = null
  let rows = 0
  for await (const item of readBackup(file)) {
    if (item.kind === 'header') header = item.header
    if (item.kind === 'end') rows += item.rows
  }
  if (header === null) throw unusable('it is empty.')
  return { header, rows }
}
