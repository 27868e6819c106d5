import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

/**
 * The secret of an embedded installation: made at the first start and kept in its folder, readable by its owner only.
 * Two programs that start at once get the same one.
 */
export async function secretIn(folder: string): Promise<string> {
  const file = join(folder, 'auth-secret')
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
  if (kept !== null) return kept.trim()
  await mkdir(folder, { recursive: true })
  const made = randomBytes(32).toString('base64url')
  return writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' }).then(
    () => made,
    (error: unknown) => {
      if (isThere(error)) return secretIn(folder)
      throw error
    },
  )
}
