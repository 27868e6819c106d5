import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Trx } from '../../../db/db.ts'
import type { AnnexProposal } from '../reading/proposal.ts'
import type { ImportEntry } from './comparison.ts'
import type { Decision } from './rules.ts'
import { type Outcome, readStored, storedEntry } from './stored.ts'

export interface NewImport {
  fileName: string
  mediaType: string
  bytes: Uint8Array
  title: string
  lines: readonly string[]
  proposal: AnnexProposal
  by: string
}

/** Keeps an uploaded annex and its proposal; returns the id of the import. Nothing of it is in the register yet. */
export async function addImport(trx: Trx, district: string, annex: NewImport): Promise<string> {
  const file = await trx
    .insertInto('documents.file')
    .values({
      district,
      name: annex.fileName,
      media_type: annex.mediaType,
      sha256: createHash('sha256').update(annex.bytes).digest('hex'),
      bytes: Buffer.from(annex.bytes),
      stored_by: annex.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('fora.annex_import')
    .values({
      district,
      file_id: file.id,
      title: annex.title,
      lines: JSON.stringify(annex.lines),
      created_by: annex.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('fora.annex_import_entry')
    .values(
      annex.proposal.fora.map((forum) => ({
        district,
        import_id: id,
        position: forum.position,
        proposal: storedEntry(forum, null),
        forum_id: null,
        group_id: null,
      })),
    )
    .execute()
  return id
}

export interface ImportSummary {
  id: string
  title: string
  fileName: string
  state: 'open' | 'done'
  createdBy: string
  createdAt: Date
  /** Number of fora, and how many of them still wait for a decision. */
  entries: number
  open: number
}

const summaries = (district: string) => sql`
  select import.id, import.title, file.name as "fileName", import.state, import.created_by as "createdBy",
    import.created_at as "createdAt", counts.entries, counts.open
  from fora.annex_import as import
  join documents.file as file on file.district = import.district and file.id = import.file_id
  join lateral (select count(*)::int as entries, (count(*) filter (where entry.decision in ('pending', 'setAside')))::int as open
    from fora.annex_import_entry as entry where entry.district = import.district and entry.import_id = import.id) as counts on true
  where import.district = ${district}`

/** Every import of the district, the latest first. */
export const listImports = async (trx: Trx, district: string): Promise<ImportSummary[]> =>
  (await sql<ImportSummary>`${summaries(district)} order by import.created_at desc, import.id`.execute(trx)).rows

export const findImport = async (trx: Trx, district: string, id: string): Promise<ImportSummary | undefined> =>
  (await sql<ImportSummary>`${summaries(district)} and import.id = ${id}`.execute(trx)).rows[0]

/** The fora of an import in the order of the annex. */
export async function listEntries(trx: Trx, district: string, importId: string): Promise<ImportEntry[]> {
  const rows = await trx
    .selectFrom('fora.annex_import_entry as entry')
    .select([
      'entry.position',
      'entry.proposal',
      'entry.decision',
      'entry.forum_id as forumId',
      'entry.group_id as groupId',
      'entry.version',
    ])
    .where('entry.district', '=', district)
    .where('entry.import_id', '=', importId)
    .orderBy('entry.position')
    .execute()
  return rows.map(({ proposal, ...row }) => {
    const { forum, outcome } = readStored(proposal)
    return { ...row, forum, undoable: outcome !== null }
  })
}

/** What accepting an entry did, or null when it was not accepted. */
export async function findOutcome(
  trx: Trx,
  district: string,
  importId: string,
  position: number,
): Promise<Outcome | null> {
  const row = await trx
    .selectFrom('fora.annex_import_entry as entry')
    .select('entry.proposal')
    .where('entry.district', '=', district)
    .where('entry.import_id', '=', importId)
    .where('entry.position', '=', position)
    .executeTakeFirst()
  return row === undefined ? null : readStored(row.proposal).outcome
}

/** Some lines of the uploaded annex, first to last and both included, counted from 1. */
export async function listLines(
  trx: Trx,
  district: string,
  importId: string,
  [first, last]: readonly [number, number],
): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select line.text from fora.annex_import as import,
      lateral jsonb_array_elements_text(import.lines) with ordinality as line (text, at)
    where import.district = ${district} and import.id = ${importId} and line.at between ${first} and ${last}
    order by line.at`.execute(trx)
  return rows.map(({ text }) => text)
}

export interface EntryKey {
  importId: string
  position: number
  version: number
}

export interface EntryDecision {
  decision: Decision
  forum: ImportEntry['forum']
  outcome: Outcome | null
  forumId: string | null
  groupId: string | null
}

/** Decides an entry. False when somebody else decided it first, or decided it again. */
export async function decideEntry(
  trx: Trx,
  district: string,
  { importId, position, version }: EntryKey,
  { decision, forum, outcome, forumId, groupId }: EntryDecision,
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.annex_import_entry')
    .set((eb) => ({
      decision,
      forum_id: forumId,
      group_id: groupId,
      proposal: storedEntry(forum, outcome),
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('import_id', '=', importId)
    .where('position', '=', position)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** An import is done when none of its entries waits for a decision; undoing one opens it again. */
export const settleState = async (trx: Trx, district: string, importId: string): Promise<void> => {
  await sql`update fora.annex_import as import set state = case when exists (
      select from fora.annex_import_entry as entry where entry.district = import.district and entry.import_id = import.id
        and entry.decision in ('pending', 'setAside')) then 'open' else 'done' end
    where import.district = ${district} and import.id = ${importId}`.execute(trx)
}
