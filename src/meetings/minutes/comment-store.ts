import type { Trx } from '../../db/db.ts'
import type { Meeting } from '../meeting/meeting-store.ts'

/** What a member says of circulated minutes, and what became of it. */
export interface MinutesComment {
  id: string
  /** Null for the minutes as a whole. */
  itemId: string | null
  personId: string | null
  name: string
  words: string
  at: Date
  answer: string
  answeredBy: string
  answeredAt: Date | null
  /** Whether the minutes were corrected by it; null until it is answered. */
  taken: boolean | null
  version: number
}

/** The comments on a meeting's minutes, the first first. Those on an item the reader may not see are not there. */
export const listComments = (trx: Trx, district: string, meetingId: string): Promise<MinutesComment[]> =>
  trx
    .selectFrom('meetings.minutes_comment as comment')
    .select([
      'comment.id',
      'comment.item_id as itemId',
      'comment.person_id as personId',
      'comment.name',
      'comment.words',
      'comment.at',
      'comment.answer',
      'comment.answered_by as answeredBy',
      'comment.answered_at as answeredAt',
      'comment.taken',
      'comment.version',
    ])
    .where('comment.district', '=', district)
    .where('comment.meeting_id', '=', meetingId)
    .orderBy('comment.at')
    .orderBy('comment.id')
    .execute()

/** Adds a comment and returns its id. */
export const addComment = async (
  trx: Trx,
  district: string,
  meeting: Pick<Meeting, 'id' | 'forumId'>,
  comment: { itemId: string | null; personId: string; name: string; words: string },
): Promise<string> => {
  const id = crypto.randomUUID()
  await trx
    .insertInto('meetings.minutes_comment')
    .values({
      district,
      id,
      forum_id: meeting.forumId,
      meeting_id: meeting.id,
      item_id: comment.itemId,
      person_id: comment.personId,
      name: comment.name,
      words: comment.words,
    })
    .execute()
  return id
}

/** Answers a comment. False when somebody else answered it first. */
export async function answerComment(
  trx: Trx,
  district: string,
  { id, meetingId, version }: { id: string; meetingId: string; version: number },
  { answer, taken, by, now }: { answer: string; taken: boolean; by: string; now: Date },
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.minutes_comment')
    .set((eb) => ({ answer, taken, answered_by: by, answered_at: now, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('meeting_id', '=', meetingId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
