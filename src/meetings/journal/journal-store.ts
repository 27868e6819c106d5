import type { Trx } from '../../db/db.ts'

/** The bytes of several files by id, as far as the reader may have them. */
export const readFiles = async (
  trx: Trx,
  district: string,
  ids: readonly string[],
): Promise<Map<string, Uint8Array>> => {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('documents.file as file')
    .select(['file.id', 'file.bytes'])
    .where('file.district', '=', district)
    .where('file.id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, bytes }) => [id, bytes]))
}
