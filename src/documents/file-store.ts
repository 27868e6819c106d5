import { createHash, randomUUID } from 'node:crypto'
import type { Trx } from '../db/db.ts'

export interface NewFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Keeps a file and returns its id. Who may read it follows from what refers to it, so the id is made here: one in charge of
 * a forum may add a file before anything refers to it, and cannot read it until then.
 */
export async function addFile(
  trx: Trx,
  district: string,
  { name, mediaType, bytes }: NewFile,
  storedBy: string,
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('documents.file')
    .values({
      district,
      id,
      name,
      media_type: mediaType,
      sha256: sha256Of(bytes),
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      stored_by: storedBy,
    })
    .execute()
  return id
}

export interface StoredFile {
  name: string
  mediaType: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
}

/** A file as far as the reader may have it. */
export async function readFile(trx: Trx, district: string, id: string): Promise<StoredFile | undefined> {
  const found = await trx
    .selectFrom('documents.file as file')
    .select(['file.name', 'file.media_type as mediaType', 'file.sha256', 'file.bytes'])
    .where('file.district', '=', district)
    .where('file.id', '=', id)
    .executeTakeFirst()
  // A plain array of its own: readers of PDF refuse Node's Buffer, which is a window on more than the file.
  return found === undefined ? undefined : { ...found, bytes: Uint8Array.from(found.bytes) }
}
