import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isUuid } from '../base/ids.ts'

const stored = z.object({
  id: z.uuid(),
  from: z.string(),
  name: z.string(),
  address: z.string(),
  subject: z.string(),
  words: z.string(),
  html: z.string(),
  calendar: z.string().nullable(),
})

/** A mail that was written to the folder instead of being sent. */
export type FolderMail = z.infer<typeof stored> & { at: Date }

const most = 200

/** One mail of the folder; null when there is none by that id. */
export async function readFolderMail(folder: string, id: string): Promise<FolderMail | null> {
  if (!isUuid(id)) return null
  const file = join(folder, `${id}.json`)
  try {
    const [text, { mtime }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    return { ...stored.parse(JSON.parse(text)), at: mtime }
  } catch {
    return null
  }
}

/** The mails of the folder, the latest first. */
export async function listFolderMails(folder: string): Promise<FolderMail[]> {
  const names = await readdir(folder).catch(() => [])
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  const mails = await Promise.all(ids.map((id) => readFolderMail(folder, id)))
  return mails
    .filter((mail) => mail !== null)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most)
}
