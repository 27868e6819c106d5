import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

/** What one reader has written for themselves about an agenda item. */
export interface PrivateNote {
  itemId: string
  words: string
  version: number
  changedAt: Date
}

/** The reader's own notes to the items of a meeting. Row-level security gives nobody another's. */
export const listOwnNotes = (trx: Trx, district: string, meetingId: string): Promise<PrivateNote[]> =>
  trx
    .selectFrom('meetings.private_note as note')
    .innerJoin('meetings.item as item', (join) =>
      join.onRef('item.district', '=', 'note.district').onRef('item.id', '=', 'note.item_id'),
    )
    .select(['note.item_id as itemId', 'note.words', 'note.version', 'note.changed_at as changedAt'])
    .where('note.district', '=', district)
    .where('item.meeting_id', '=', meetingId)
    .execute()

export const findOwnNote = (trx: Trx, district: string, itemId: string): Promise<PrivateNote | undefined> =>
  trx
    .selectFrom('meetings.private_note as note')
    .select(['note.item_id as itemId', 'note.words', 'note.version', 'note.changed_at as changedAt'])
    .where('note.district', '=', district)
    .where('note.item_id', '=', itemId)
    .executeTakeFirst()

/**
 * Saves the reader's own note. `version` is that of the note they saw, 0 where there was none. False when it was changed
 * meanwhile, from another of their screens.
 */
export async function saveOwnNote(
  trx: Trx,
  district: string,
  account: string,
  { itemId, words, version }: Omit<PrivateNote, 'changedAt'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into meetings.private_note as note (district, item_id, account_id, words)
    select ${district}, ${itemId}, ${account}, ${words} where ${version}::integer = 0
      or exists (select 1 from meetings.private_note as n where n.district = ${district} and n.item_id = ${itemId} and n.account_id = ${account})
    on conflict (district, item_id, account_id) do update
      set words = excluded.words, version = note.version + 1, changed_at = guard.now()
      where note.version = ${version}`.execute(trx)
  return numAffectedRows === 1n
}
