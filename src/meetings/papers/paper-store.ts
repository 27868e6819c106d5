import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { addFile, type NewFile, sha256Of } from '../../documents/file-store.ts'
import type { ItemOpenness } from '../rules.ts'

/** One upload of a paper. */
export interface PaperVersion {
  number: number
  fileId: string
  /** The copy without metadata; only the newest version of an open paper has one. */
  publicFileId: string | null
  previewFileId: string | null
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
  /** Pages or slides, where they can be counted. */
  pages: number | null
  scan: 'clean' | 'unscanned'
  storedBy: string
  storedAt: Date
}

/** A paper of an agenda item as far as the reader may see it, with its newest version. */
export interface Paper extends PaperVersion {
  id: string
  forumId: string
  meetingId: string | null
  itemId: string
  position: number
  title: string
  openness: ItemOpenness
  groundId: string | null
  /** Why it is closed, in words the public may read. */
  ground: string | null
  reviewOn: CalendarDay | null
  audience: 'leads' | 'members' | 'partners' | 'public'
  removedAt: Date | null
  /** True for a reader who is given the file itself, with its versions; false for one who gets the copy without metadata. */
  inside: boolean
  version: number
}

const versionColumns = sql`v.number, v.file_id as "fileId", v.public_file_id as "publicFileId", v.preview_file_id as "previewFileId", v.name,
  v.media_type as "mediaType", v.size, v.sha256, v.pages, v.scan, v.stored_by as "storedBy", v.stored_at as "storedAt"`

/** Papers by a condition on `paper` and `item`, in the order of the agenda. */
const readPapers = async (trx: Trx, district: string, chosen: RawBuilder<unknown>): Promise<Paper[]> =>
  (
    await sql<Paper>`
    select paper.id, paper.forum_id as "forumId", paper.meeting_id as "meetingId", paper.item_id as "itemId", paper.position, paper.title,
      paper.openness, paper.ground_id as "groundId", ground.name as ground, paper.review_on as "reviewOn", paper.audience,
      paper.removed_at as "removedAt", paper.version, ${versionColumns},
      ((select guard.reach()) = 'all' or paper.forum_id = any ((select guard.fora())::uuid[])
        or paper.meeting_id = any ((select guard.admitted())::uuid[])) as inside
    from meetings.paper as paper
    join meetings.item as item on item.district = paper.district and item.id = paper.item_id
    join lateral (select * from meetings.paper_version as one where one.district = paper.district and one.paper_id = paper.id
      order by one.number desc limit 1) as v on true
    left join meetings.closing_ground as ground on ground.district = paper.district and ground.id = paper.ground_id
    where paper.district = ${district} and ${chosen} order by item.position, item.id, paper.position, paper.id`.execute(
      trx,
    )
  ).rows

/** The papers of all items of a meeting, in the order of its agenda. Removed ones are left out. */
export const listPapersOfMeeting = (trx: Trx, district: string, meetingId: string): Promise<Paper[]> =>
  readPapers(trx, district, sql`paper.meeting_id = ${meetingId} and paper.removed_at is null`)

/** The papers of an item, the removed ones too for those who may see them. */
export const listPapersOfItem = (trx: Trx, district: string, itemId: string): Promise<Paper[]> =>
  readPapers(trx, district, sql`paper.item_id = ${itemId}`)

export const findPaper = async (trx: Trx, district: string, id: string): Promise<Paper | undefined> =>
  (await readPapers(trx, district, sql`paper.id = ${id}`))[0]

/** Every upload of a paper, the newest first. */
export const listVersions = async (trx: Trx, district: string, paperId: string): Promise<PaperVersion[]> =>
  (
    await sql<PaperVersion>`select ${versionColumns} from meetings.paper_version as v
      where v.district = ${district} and v.paper_id = ${paperId} order by v.number desc`.execute(trx)
  ).rows

/** A file that has been checked and may become a version. */
export interface NewVersion extends NewFile {
  pages: number | null
  scan: 'clean' | 'unscanned'
  /** A picture of it for the page. */
  preview: Uint8Array | null
  /** The copy without metadata, where the paper is open; `same` when the file itself has none. */
  copy: Uint8Array | 'same' | null
}

/** Who stores: the name that is shown, and the account that row-level security asks for. */
export interface Storer {
  name: string
  account: string
}

const copyName = (title: string, name: string): string => {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? ''
  return `${title.replaceAll(/[/\\:*?"<>|%;]/g, ' ').slice(0, 140)}${ending.toLowerCase()}`
}

const addCopy = async (
  trx: Trx,
  district: string,
  file: { id: string; name: string; mediaType: string },
  copy: NewVersion['copy'],
  title: string,
  account: string,
): Promise<string | null> => {
  if (copy === null) return null
  if (copy === 'same') return file.id
  return addFile(trx, district, { name: copyName(title, file.name), mediaType: file.mediaType, bytes: copy }, account)
}

/** Adds the next version of a paper, which must be locked by the transaction. Earlier versions lose their public copy. */
export async function addVersion(
  trx: Trx,
  district: string,
  paper: { id: string; title: string },
  made: NewVersion,
  by: Storer,
): Promise<number> {
  const fileId = await addFile(trx, district, made, by.account)
  const previewId =
    made.preview === null
      ? null
      : await addFile(
          trx,
          district,
          { name: `${made.name}.webp`, mediaType: 'image/webp', bytes: made.preview },
          by.account,
        )
  const publicId = await addCopy(trx, district, { ...made, id: fileId }, made.copy, paper.title, by.account)
  await trx
    .updateTable('meetings.paper_version')
    .set({ public_file_id: null })
    .where('district', '=', district)
    .where('paper_id', '=', paper.id)
    .where('public_file_id', 'is not', null)
    .execute()
  const { rows } = await sql<{ number: number }>`
    insert into meetings.paper_version (district, paper_id, number, file_id, public_file_id, preview_file_id, name, media_type, size, sha256,
      pages, scan, stored_by)
    select ${district}, ${paper.id}, coalesce(max(v.number), 0) + 1, ${fileId}, ${publicId}, ${previewId}, ${made.name}, ${made.mediaType},
      ${made.bytes.length}, ${sha256Of(made.bytes)}, ${made.pages}, ${made.scan}, ${by.name}
    from meetings.paper_version as v where v.district = ${district} and v.paper_id = ${paper.id}
    returning number`.execute(trx)
  return rows[0]?.number ?? 1
}

/** Makes others wait who add papers to the same item, so that two at once do not take the same place. */
export const lockItem = async (trx: Trx, district: string, itemId: string): Promise<void> => {
  await sql`select 1 from meetings.item where district = ${district} and id = ${itemId} for update`.execute(trx)
}

/** Adds a paper after the others of its item, which must be locked; closed, as every paper is until it is opened. */
export async function addPaper(
  trx: Trx,
  district: string,
  { itemId, forumId, title }: { itemId: string; forumId: string; title: string },
  made: NewVersion,
  by: Storer,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into meetings.paper (district, forum_id, item_id, title, position)
    select ${district}, ${forumId}, ${itemId}, ${title}, coalesce(max(p.position), 0) + 1
    from meetings.paper as p where p.district = ${district} and p.item_id = ${itemId} returning id`.execute(trx)
  const id = rows[0]?.id ?? ''
  await addVersion(trx, district, { id, title }, made, by)
  return id
}

/** Locks a paper for a change and returns the number of its version of the row; undefined when there is none. */
export const lockPaper = async (trx: Trx, district: string, id: string): Promise<number | undefined> =>
  (
    await sql<{
      version: number
    }>`select version from meetings.paper where district = ${district} and id = ${id} for update`.execute(trx)
  ).rows[0]?.version

interface PaperChange {
  title?: string
  openness?: ItemOpenness
  ground_id?: string | null
  review_on?: CalendarDay | null
  removed_at?: Date | null
}

/** False when somebody else changed the paper first. */
export async function changePaper(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  change: PaperChange,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.paper')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Gives the newest version of a paper its copy without metadata. */
export async function setPublicCopy(
  trx: Trx,
  district: string,
  paper: Paper,
  copy: Uint8Array | 'same',
  account: string,
): Promise<void> {
  const id = await addCopy(trx, district, { ...paper, id: paper.fileId }, copy, paper.title, account)
  await trx
    .updateTable('meetings.paper_version')
    .set({ public_file_id: id })
    .where('district', '=', district)
    .where('paper_id', '=', paper.id)
    .where('number', '=', paper.number)
    .execute()
}

/** Puts papers of an item in the given order, whatever others have done meanwhile. */
export const orderPapers = async (trx: Trx, district: string, ids: readonly string[]): Promise<void> => {
  await sql`update meetings.paper as paper set position = wanted.position from unnest(${ids}::uuid[]) with ordinality as wanted (id, position)
    where paper.district = ${district} and paper.id = wanted.id`.execute(trx)
}

/** A version whose words are still to be read. */
export interface WaitingVersion {
  district: string
  paperId: string
  number: number
  fileId: string
  mediaType: string
}

/** Versions whose text has not been read yet, the oldest first. */
export const listWaiting = async (trx: Trx, most: number): Promise<WaitingVersion[]> =>
  (
    await sql<WaitingVersion>`select v.district, v.paper_id as "paperId", v.number, v.file_id as "fileId", v.media_type as "mediaType"
      from meetings.paper_version as v where v.words_state = 'waiting' order by v.stored_at limit ${most}`.execute(trx)
  ).rows

/** Notes the text of a version; without text there was none to read. */
export const setWords = async (trx: Trx, version: WaitingVersion, words: string): Promise<void> => {
  await trx
    .updateTable('meetings.paper_version')
    .set({ words, words_state: words === '' ? 'none' : 'read' })
    .where('district', '=', version.district)
    .where('paper_id', '=', version.paperId)
    .where('number', '=', version.number)
    .execute()
}
