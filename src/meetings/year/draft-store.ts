import type { Trx } from '../../db/db.ts'
import { type DraftRow, inOrder, storedNotPlaced, storedRows } from './draft.ts'
import type { NotPlaced } from './planning.ts'

/** A year of meetings being planned. */
export interface YearDraft {
  id: string
  year: number
  /** By day and time. */
  rows: DraftRow[]
  notPlaced: readonly NotPlaced[]
  createdBy: string
  createdAt: Date
  /** When the meetings were created. */
  doneAt: Date | null
  version: number
}

const select = (trx: Trx, district: string) =>
  trx
    .selectFrom('meetings.year_draft as draft')
    .select(['draft.id', 'draft.year', 'draft.rows', 'draft.not_placed as notPlaced', 'draft.created_by as createdBy'])
    .select(['draft.created_at as createdAt', 'draft.done_at as doneAt', 'draft.version'])
    .where('draft.district', '=', district)

interface Stored extends Omit<YearDraft, 'rows' | 'notPlaced'> {
  rows: unknown
  notPlaced: unknown
}

const read = (stored: Stored): YearDraft => ({
  ...stored,
  rows: inOrder(storedRows.parse(stored.rows)),
  notPlaced: storedNotPlaced.parse(stored.notPlaced),
})

/** The latest drafts first. */
export const listDrafts = async (trx: Trx, district: string): Promise<YearDraft[]> =>
  (await select(trx, district).orderBy('draft.created_at', 'desc').limit(20).execute()).map(read)

export async function findDraft(trx: Trx, district: string, id: string): Promise<YearDraft | undefined> {
  const found = await select(trx, district).where('draft.id', '=', id).executeTakeFirst()
  return found && read(found)
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockDraft(trx: Trx, district: string, id: string): Promise<YearDraft | undefined> {
  const found = await select(trx, district).where('draft.id', '=', id).forUpdate().executeTakeFirst()
  return found && read(found)
}

/** Nobody else creates meetings from a plan of that year until the transaction ends. */
export const lockDraftsOf = async (trx: Trx, district: string, year: number): Promise<void> => {
  await trx
    .selectFrom('meetings.year_draft as draft')
    .select('draft.id')
    .where('draft.district', '=', district)
    .where('draft.year', '=', year)
    .orderBy('draft.id')
    .forUpdate()
    .execute()
}

export const addDraft = async (
  trx: Trx,
  district: string,
  draft: Pick<YearDraft, 'year' | 'rows' | 'notPlaced' | 'createdBy'>,
): Promise<string> =>
  (
    await trx
      .insertInto('meetings.year_draft')
      .values({
        district,
        year: draft.year,
        rows: JSON.stringify(draft.rows),
        not_placed: JSON.stringify(draft.notPlaced),
        created_by: draft.createdBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Stores the rows of a draft that is locked, and whether its meetings have been created. */
export const saveDraft = async (
  trx: Trx,
  district: string,
  { id, rows, doneAt }: Pick<YearDraft, 'id' | 'rows' | 'doneAt'>,
): Promise<void> => {
  await trx
    .updateTable('meetings.year_draft')
    .set((eb) => ({ rows: JSON.stringify(rows), done_at: doneAt, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}

/** Throws a draft away. No meeting is touched. */
export const removeDraft = async (trx: Trx, district: string, id: string): Promise<void> => {
  await trx.deleteFrom('meetings.year_draft').where('district', '=', district).where('id', '=', id).execute()
}

/** Who changed a plan last, and when. */
export const findLastChange = (
  trx: Trx,
  district: string,
  id: string,
): Promise<{ at: Date; actorName: string } | undefined> =>
  trx
    .selectFrom('audit.entry as entry')
    .select(['entry.at', 'entry.actor_name as actorName'])
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', 'yearPlan')
    .where('entry.subject_id', '=', id)
    .orderBy('entry.number', 'desc')
    .limit(1)
    .executeTakeFirst()
