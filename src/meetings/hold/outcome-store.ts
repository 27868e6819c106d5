import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'
import type { OutcomeKind } from '../rules.ts'
import type { Stand, VoteKind } from './rules.ts'

/** What became of an item, in the words of the minutes. */
export interface OutcomeFields {
  /** Null while nobody has said what became of it. */
  kind: OutcomeKind | null
  decision: string
  discussion: string
}

export interface StoredOutcome extends OutcomeFields {
  /** 0 before anything was stored. */
  version: number
  /** Who wrote last. */
  changedBy: string
  changedAt: Date | null
}

const nothing: StoredOutcome = {
  kind: null,
  decision: '',
  discussion: '',
  version: 0,
  changedBy: '',
  changedAt: null,
}

/** What is stored for an item; the empty outcome of version 0 when nothing is, or the reader may not see it. */
export const findOutcome = async (trx: Trx, district: string, itemId: string): Promise<StoredOutcome> =>
  (await trx
    .selectFrom('meetings.outcome as outcome')
    .select([
      'outcome.kind',
      'outcome.decision',
      'outcome.discussion',
      'outcome.version',
      'outcome.changed_by as changedBy',
      'outcome.changed_at as changedAt',
    ])
    .where('outcome.district', '=', district)
    .where('outcome.item_id', '=', itemId)
    .$narrowType<{ kind: OutcomeKind | null }>()
    .executeTakeFirst()) ?? nothing

/**
 * Lets one note-taker at a time store what was said of an item: who comes second waits, and then sees what the first
 * stored. The meeting comes first, as where its state changes, so that the two never wait for each other.
 */
export const lockItem = async (trx: Trx, district: string, itemId: string): Promise<void> => {
  await sql`select 1 from meetings.meeting as meeting where meeting.district = ${district} and meeting.id =
    (select item.meeting_id from meetings.item as item where item.district = ${district} and item.id = ${itemId}) for share`.execute(
    trx,
  )
  await sql`select 1 from meetings.item where district = ${district} and id = ${itemId} for update`.execute(trx)
}

/** The item an outcome hangs on, and where its meeting belongs. */
export interface MinutedItem {
  id: string
  forumId: string
  meetingId: string
}

/**
 * Stores what became of an item. `version` is the one it was read with, 0 for the first. False when somebody else was
 * first. Refused by the database (`minutes_locked`) once the minutes are approved.
 */
export async function saveOutcome(
  trx: Trx,
  district: string,
  { item, version, decidedOn, by }: { item: MinutedItem; version: number; decidedOn: string; by: string },
  { kind, decision, discussion }: OutcomeFields,
): Promise<boolean> {
  const changed = { kind, decision, discussion, changed_by: by, changed_at: sql<Date>`guard.now()` }
  if (version === 0) {
    const added = await trx
      .insertInto('meetings.outcome')
      .values({
        district,
        item_id: item.id,
        forum_id: item.forumId,
        meeting_id: item.meetingId,
        decided_on: decidedOn,
        ...changed,
      })
      .onConflict((conflict) => conflict.columns(['district', 'item_id']).doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const done = await trx
    .updateTable('meetings.outcome')
    .set((eb) => ({ ...changed, meeting_id: item.meetingId, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('item_id', '=', item.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** What a municipality said to an item. */
export interface Statement {
  itemId: string
  municipalityCode: string
  municipality: string
  stand: Stand
  remark: string
}

/** Every statement of a meeting, by municipality, as far as the reader may see the outcomes they belong to. */
export const listStatements = async (trx: Trx, district: string, meetingId: string): Promise<Statement[]> =>
  (
    await sql<Statement>`
    select statement.item_id as "itemId", statement.municipality_code as "municipalityCode", municipality.name as municipality,
      statement.stand, statement.remark
    from meetings.statement as statement
    join meetings.item as item on item.district = statement.district and item.id = statement.item_id
    join people.municipality as municipality on municipality.code = statement.municipality_code
    where statement.district = ${district} and item.meeting_id = ${meetingId}
      and (statement.stand <> 'none' or statement.remark <> '')
    order by item.position, municipality.sort_name`.execute(trx)
  ).rows

/** Stores what municipalities said to an item; those that are not named keep what stands. */
export async function saveStatements(
  trx: Trx,
  district: string,
  item: Pick<MinutedItem, 'id' | 'forumId'>,
  statements: readonly Pick<Statement, 'municipalityCode' | 'stand' | 'remark'>[],
): Promise<void> {
  if (statements.length === 0) return
  await trx
    .insertInto('meetings.statement')
    .values(
      statements.map(({ municipalityCode, stand, remark }) => ({
        district,
        item_id: item.id,
        forum_id: item.forumId,
        municipality_code: municipalityCode,
        stand,
        remark,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['district', 'item_id', 'municipality_code']).doUpdateSet((eb) => ({
        stand: eb.ref('excluded.stand'),
        remark: eb.ref('excluded.remark'),
        version: eb('meetings.statement.version', '+', 1),
      })),
    )
    .execute()
}

/** How somebody voted on an item. */
export interface Vote {
  itemId: string
  name: string
  personId: string | null
  vote: VoteKind
}

/** Every vote of a meeting by name, as far as the reader may see the outcomes they belong to. */
export const listVotes = async (trx: Trx, district: string, meetingId: string): Promise<Vote[]> =>
  (
    await sql<Vote>`
    select vote.item_id as "itemId", vote.name, vote.person_id as "personId", vote.vote
    from meetings.vote as vote
    join meetings.item as item on item.district = vote.district and item.id = vote.item_id
    where vote.district = ${district} and item.meeting_id = ${meetingId}
    order by item.position, vote.name`.execute(trx)
  ).rows

/** Stores the votes of those named in place of theirs that stand; one who is named without a vote has none. */
export async function saveVotes(
  trx: Trx,
  district: string,
  item: Pick<MinutedItem, 'id' | 'forumId'>,
  { names, votes }: { names: readonly string[]; votes: readonly Omit<Vote, 'itemId'>[] },
): Promise<void> {
  if (names.length === 0) return
  await trx
    .deleteFrom('meetings.vote')
    .where('district', '=', district)
    .where('item_id', '=', item.id)
    .where('name', 'in', names)
    .execute()
  if (votes.length === 0) return
  await trx
    .insertInto('meetings.vote')
    .values(
      votes.map(({ name, personId, vote }) => ({
        district,
        item_id: item.id,
        forum_id: item.forumId,
        name,
        person_id: personId,
        vote,
      })),
    )
    .execute()
}
