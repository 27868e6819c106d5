import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import type { MeetingKind, MeetingState } from '../rules.ts'

/** A meeting as the reader's calendar is to know it. */
export interface FeedMeeting {
  id: string
  forumId: string
  forumName: string
  kind: MeetingKind
  title: string
  onDay: CalendarDay
  starts: string
  ends: string
  place: string
  state: MeetingState
  sequence: number
  changedAt: Date
  /** True when the reader is asked to it, though perhaps not a member. */
  invited: boolean
}

const readFeed = async (
  trx: Trx,
  district: string,
  chosen: RawBuilder<unknown>,
  invited: RawBuilder<unknown> = sql`false`,
): Promise<FeedMeeting[]> =>
  (
    await sql<FeedMeeting>`select meeting.id, meeting.forum_id as "forumId", forum.name as "forumName", meeting.kind, meeting.title,
        meeting.on_day as "onDay", meeting.starts, meeting.ends, meeting.place, meeting.state, meeting.sequence,
        meeting.changed_at as "changedAt", ${invited} as invited
      from meetings.meeting as meeting
      join fora.forum as forum on forum.district = meeting.district and forum.id = meeting.forum_id
      where meeting.district = ${district} and ${chosen}
      order by meeting.on_day, meeting.starts, meeting.id`.execute(trx)
  ).rows

const isInvited = (personId: string | null) => sql`exists (select 1 from meetings.invitation as invitation
  where invitation.district = meeting.district and invitation.meeting_id = meeting.id and invitation.removed_at is null
    and (invitation.person_id = ${personId} or (invitation.deputy_person_id = ${personId} and invitation.reply = 'deputy')))`

/** What a calendar without a secret holds: everything from a day on that the reader may see, but no drafts. */
export const listOpenFeed = (
  trx: Trx,
  district: string,
  from: CalendarDay,
  forumId: string | null,
): Promise<FeedMeeting[]> =>
  readFeed(
    trx,
    district,
    sql`meeting.on_day >= ${from} and meeting.state <> 'draft' ${forumId === null ? sql`` : sql`and meeting.forum_id = ${forumId}`}`,
  )

/** Some meetings by their ids, as far as the reader may see them. */
export const listFeedOf = (
  trx: Trx,
  district: string,
  ids: readonly string[],
  personId: string | null,
): Promise<FeedMeeting[]> => readFeed(trx, district, sql`meeting.id = any (${[...ids]}::uuid[])`, isInvited(personId))

/**
 * A person's own meetings: those of the fora they sit in, and those they are asked to. One who sits nowhere but works for all
 * of them, as the secretariat does, is given all that they may see.
 */
export const listOwnFeed = (
  trx: Trx,
  district: string,
  from: CalendarDay,
  { fora, personId }: { fora: readonly string[]; personId: string | null },
): Promise<FeedMeeting[]> => {
  const invited = isInvited(personId)
  const sitting = sql`(meeting.forum_id = any (${[...fora]}::uuid[]) or ${invited})`
  const own = fora.length > 0 ? sitting : sql`(${sitting} or guard.reach() in ('all', 'partner'))`
  return readFeed(trx, district, sql`meeting.on_day >= ${from} and ${own}`, invited)
}

/** A secret address of somebody's calendar. Only what the secret hashes to is known. */
export interface OwnFeed {
  id: string
  createdAt: Date
  usedAt: Date | null
}

/** The addresses of an account that are in use, the newest first. */
export const listOwnFeeds = (trx: Trx, district: string, accountId: string): Promise<OwnFeed[]> =>
  trx
    .selectFrom('meetings.calendar_feed as feed')
    .select(['feed.id', 'feed.created_at as createdAt', 'feed.used_at as usedAt'])
    .where('feed.district', '=', district)
    .where('feed.account_id', '=', accountId)
    .where('feed.revoked_at', 'is', null)
    .orderBy('feed.created_at', 'desc')
    .execute()

export const addOwnFeed = async (trx: Trx, district: string, accountId: string, secretHash: string): Promise<string> =>
  (
    await trx
      .insertInto('meetings.calendar_feed')
      .values({ district, account_id: accountId, secret_hash: secretHash })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Closes an address for good. False when it is not the account's, or closed already. */
export async function revokeOwnFeed(
  trx: Trx,
  district: string,
  { id, accountId }: { id: string; accountId: string },
  now: Date,
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.calendar_feed')
    .set({ revoked_at: now })
    .where('district', '=', district)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whose calendar a secret opens. Read as the program: the caller has nothing but the secret. */
export const findFeedBySecret = (
  trx: Trx,
  district: string,
  secretHash: string,
): Promise<{ id: string; accountId: string; usedAt: Date | null } | undefined> =>
  trx
    .selectFrom('meetings.calendar_feed as feed')
    .select(['feed.id', 'feed.account_id as accountId', 'feed.used_at as usedAt'])
    .where('feed.district', '=', district)
    .where('feed.secret_hash', '=', secretHash)
    .where('feed.revoked_at', 'is', null)
    .executeTakeFirst()

/** Notes when an address was last fetched. */
export const noteUse = async (trx: Trx, district: string, id: string, now: Date): Promise<void> => {
  await trx
    .updateTable('meetings.calendar_feed')
    .set({ used_at: now })
    .where('district', '=', district)
    .where('id', '=', id)
    .execute()
}
