import { sql } from 'kysely'
import { slugOf, sortKey } from '../../base/danish.ts'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { reservedSlugs } from '../paths.ts'
import type { ForumKind, ForumStatus, Level, Openness } from './rules.ts'

/** What can be edited about a forum in one form. */
export interface ForumFields {
  name: string
  kind: ForumKind
  categoryId: string
  level: Level | null
  municipalityCode: string | null
  parentId: string | null
  groupId: string | null
  topic: string
  legalBasis: string
  purpose: string
  actionPlans: string
  interfaces: string
  participants: string
  cadence: string
  openness: Openness
  personalData: boolean
}

export interface Forum extends ForumFields {
  id: string
  slug: string
  status: ForumStatus
  statusSince: string
  statusReason: string
  reviewedOn: string | null
  version: number
  recordedFrom: Date
}

/** The forum with everything its page says about it by name. */
export interface ForumDetail extends Forum {
  categoryNumber: number
  categoryName: string
  municipalityName: string | null
  groupName: string | null
  parentName: string | null
  parentSlug: string | null
}

/** The forum with this address in the district, if the actor may see it. */
export async function findForum(trx: Trx, district: string, slug: string): Promise<ForumDetail | undefined> {
  return trx
    .selectFrom('fora.forum as forum')
    .innerJoin('fora.category as category', (join) =>
      join.onRef('category.district', '=', 'forum.district').onRef('category.id', '=', 'forum.category_id'),
    )
    .leftJoin('people.municipality as municipality', 'municipality.code', 'forum.municipality_code')
    .leftJoin('fora.forum_group as collective', (join) =>
      join.onRef('collective.district', '=', 'forum.district').onRef('collective.id', '=', 'forum.group_id'),
    )
    .leftJoin('fora.forum as parent', (join) =>
      join.onRef('parent.district', '=', 'forum.district').onRef('parent.id', '=', 'forum.parent_id'),
    )
    .select([
      'forum.id',
      'forum.slug',
      'forum.name',
      'forum.kind',
      'forum.category_id as categoryId',
      'forum.level',
      'forum.municipality_code as municipalityCode',
      'forum.parent_id as parentId',
      'forum.group_id as groupId',
      'forum.topic',
      'forum.legal_basis as legalBasis',
      'forum.purpose',
      'forum.action_plans as actionPlans',
      'forum.interfaces',
      'forum.participants',
      'forum.cadence',
      'forum.openness',
      'forum.personal_data as personalData',
      'forum.status',
      'forum.status_since as statusSince',
      'forum.status_reason as statusReason',
      'forum.reviewed_on as reviewedOn',
      'forum.version',
      'forum.recorded_from as recordedFrom',
      'category.number as categoryNumber',
      'category.name as categoryName',
      'municipality.name as municipalityName',
      'collective.name as groupName',
      'parent.name as parentName',
      'parent.slug as parentSlug',
    ])
    .where('forum.district', '=', district)
    .where('forum.slug', '=', slug)
    .executeTakeFirst()
}

const columnsOf = (fields: ForumFields, bounds: { min: number | null; max: number | null }) => ({
  name: fields.name,
  sort_name: sortKey(fields.name),
  kind: fields.kind,
  category_id: fields.categoryId,
  level: fields.level,
  municipality_code: fields.municipalityCode,
  parent_id: fields.parentId,
  group_id: fields.groupId,
  topic: fields.topic,
  legal_basis: fields.legalBasis,
  purpose: fields.purpose,
  action_plans: fields.actionPlans,
  interfaces: fields.interfaces,
  participants: fields.participants,
  cadence: fields.cadence,
  cadence_min: bounds.min,
  cadence_max: bounds.max,
  openness: fields.openness,
  personal_data: fields.personalData,
})

interface NewForum {
  district: string
  slug: string
  fields: ForumFields
  /** What the words of the cadence were read as, meetings a year. */
  bounds: { min: number | null; max: number | null }
  since: CalendarDay
  position: number
}

/** Adds a forum and returns its id. */
export const addForum = async (
  trx: Trx,
  { district, slug, fields, bounds, since, position }: NewForum,
): Promise<string> =>
  (
    await trx
      .insertInto('fora.forum')
      .values({ district, slug, position, status_since: since, ...columnsOf(fields, bounds) })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** False when somebody else changed the forum first. */
export async function changeForum(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: ForumFields,
  bounds: { min: number | null; max: number | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.forum')
    .set((eb) => ({ ...columnsOf(fields, bounds), version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Pauses, closes or reopens a forum, or notes that it was reviewed. False when somebody else changed it first. */
export async function changeStatus(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  change: { status: ForumStatus; since: CalendarDay; reason: string } | { reviewedOn: CalendarDay },
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.forum')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...('reviewedOn' in change
        ? { reviewed_on: change.reviewedOn }
        : { status: change.status, status_since: change.since, status_reason: change.reason }),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Addresses that begin alike, so that a free one can be found. */
const slugsLike = async (trx: Trx, district: string, slug: string): Promise<Set<string>> => {
  const rows = await trx
    .selectFrom('fora.forum as forum')
    .select('forum.slug')
    .where('forum.district', '=', district)
    .where((eb) => eb.or([eb('forum.slug', '=', slug), eb('forum.slug', 'like', `${slug}-%`)]))
    .execute()
  return new Set(rows.map((row) => row.slug))
}

/** A free address for a new forum: its name, with a number when that is taken. */
export async function freeSlug(trx: Trx, district: string, name: string): Promise<string> {
  const wanted = slugOf(name)
  const taken = await slugsLike(trx, district, wanted)
  if (!taken.has(wanted) && !reservedSlugs.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${String(number)}`)) number += 1
  return `${wanted}-${String(number)}`
}

export interface ForumName {
  id: string
  slug: string
  name: string
  parentId: string | null
}

/** Every forum by name, for choosing one. */
export const listForumNames = (trx: Trx, district: string): Promise<ForumName[]> =>
  trx
    .selectFrom('fora.forum as forum')
    .select(['forum.id', 'forum.slug', 'forum.name', 'forum.parent_id as parentId'])
    .where('forum.district', '=', district)
    .orderBy('forum.sort_name')
    .execute()

export interface GroupName {
  id: string
  name: string
}

/** Entries of the annex that stand for several fora. */
export const listGroupNames = (trx: Trx, district: string): Promise<GroupName[]> =>
  trx
    .selectFrom('fora.forum_group as collective')
    .select(['collective.id', 'collective.name'])
    .where('collective.district', '=', district)
    .orderBy('collective.sort_name')
    .execute()

export interface HistoryEntry {
  number: string
  at: Date
  actorName: string
  action: string
  changes: unknown
}

/** The latest entries of the log about a forum. */
export const latestHistory = (trx: Trx, district: string, forumId: string, count: number): Promise<HistoryEntry[]> =>
  trx
    .selectFrom('audit.entry as entry')
    .select(['entry.number', 'entry.at', 'entry.actor_name as actorName', 'entry.action', 'entry.changes'])
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', 'forum')
    .where('entry.subject_id', '=', forumId)
    .orderBy('entry.number', 'desc')
    .limit(count)
    .execute()

/** A page of everything the log holds about a forum, newest first, and how many entries there are. */
export async function pageOfHistory(
  trx: Trx,
  district: string,
  forumId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ entries: HistoryEntry[]; total: number }> {
  const about = trx
    .selectFrom('audit.entry as entry')
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', 'forum')
    .where('entry.subject_id', '=', forumId)
  const entries = await about
    .select(['entry.number', 'entry.at', 'entry.actor_name as actorName', 'entry.action', 'entry.changes'])
    .orderBy('entry.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await about.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  return { entries, total: Number(total) }
}

/** A day that a forum met or is to meet. */
export interface MeetingDay {
  onDay: string
  /** The meeting held that day, when there is one and the reader may know of it. */
  meetingId: string | null
  /** True for a day that was noted by hand, and can be removed again. */
  byHand: boolean
  /** Whether the meeting took place; null for a day noted by hand. */
  held: boolean | null
}

/** The days of a calendar year that a forum met or is to meet, in order. */
export const listMeetingDays = (trx: Trx, district: string, forumId: string, year: number): Promise<MeetingDay[]> =>
  trx
    .selectFrom('fora.meeting_day as day')
    // What the reader may not see of meetings is left out by the database.
    .leftJoin('meetings.meeting as meeting', (join) =>
      join.onRef('meeting.district', '=', 'day.district').onRef('meeting.id', '=', 'day.meeting_id'),
    )
    .select([
      'day.on_day as onDay',
      'meeting.id as meetingId',
      sql<boolean>`day.meeting_id is null`.as('byHand'),
      'day.held',
    ])
    .where('day.district', '=', district)
    .where('day.forum_id', '=', forumId)
    .where('day.on_day', '>=', `${String(year)}-01-01`)
    .where('day.on_day', '<=', `${String(year)}-12-31`)
    .orderBy('day.on_day')
    .execute()

/** The next day that a forum meets. A meeting of today counts until it has been held. */
export const findNextMeeting = async (
  trx: Trx,
  district: string,
  forumId: string,
  today: string,
): Promise<string | null> =>
  (
    await trx
      .selectFrom('fora.meeting_day as day')
      .select((eb) => eb.fn.min('day.on_day').as('next'))
      .where('day.district', '=', district)
      .where('day.forum_id', '=', forumId)
      .where((eb) =>
        eb.or([eb('day.on_day', '>', today), eb.and([eb('day.on_day', '=', today), eb('day.held', '=', false)])]),
      )
      .executeTakeFirst()
  )?.next ?? null

/** False when the day was already noted. */
export const addMeetingDay = async (
  trx: Trx,
  district: string,
  forumId: string,
  onDay: CalendarDay,
): Promise<boolean> => {
  const done = await trx
    .insertInto('fora.meeting_day')
    .values({ district, forum_id: forumId, on_day: onDay })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export const removeMeetingDay = async (
  trx: Trx,
  district: string,
  forumId: string,
  onDay: string,
): Promise<boolean> => {
  const done = await trx
    .deleteFrom('fora.meeting_day')
    .where('district', '=', district)
    .where('forum_id', '=', forumId)
    .where('on_day', '=', onDay)
    .where('meeting_id', 'is', null)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** How many fora the actor may see, and when any of them was last gone through. */
export async function describeRegister(
  trx: Trx,
  district: string,
): Promise<{ fora: number; reviewedOn: string | null }> {
  const { fora, reviewedOn } = await trx
    .selectFrom('fora.forum as forum')
    .select(({ fn }) => fn.countAll<string>().filterWhere('forum.status', '<>', 'closed').as('fora'))
    .select(({ fn }) => fn.max<string | null>('forum.reviewed_on').as('reviewedOn'))
    .where('forum.district', '=', district)
    .executeTakeFirstOrThrow()
  return { fora: Number(fora), reviewedOn }
}
