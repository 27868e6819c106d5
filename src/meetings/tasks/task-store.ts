import { type RawBuilder, sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { tell } from '../../notices/notices-store.ts'
import type { TaskOwner, TaskState } from './rules.ts'

/** An action point (opfølgningspunkt) as far as the reader may see it. Its owner may see it without its forum, meeting or item. */
export interface Task {
  id: string
  title: string
  forumId: string
  /** Null where the reader may not see the forum; so too below for meeting and item. */
  forumSlug: string | null
  forumName: string | null
  meetingId: string
  meetingDay: CalendarDay | null
  meetingTitle: string | null
  itemId: string
  itemTitle: string | null
  /** What the item is called on its agenda. */
  itemNumber: number | null
  itemOpenness: 'closed' | 'open' | null
  matterId: string
  ownerPersonId: string | null
  ownerOfficeId: string | null
  /** The person, or the office. Null where the reader may not see who. */
  ownerName: string | null
  /** Who holds the owning office today. */
  holderName: string | null
  dueOn: CalendarDay
  state: TaskState
  stateSince: CalendarDay
  version: number
}

const columns = (
  on: string | null,
) => sql`point.id, point.title, point.forum_id as "forumId", forum.slug as "forumSlug",
  forum.name as "forumName", point.meeting_id as "meetingId", meeting.on_day as "meetingDay", meeting.title as "meetingTitle",
  point.item_id as "itemId", item.title as "itemTitle", meeting.first_item_number + item.position - 1 as "itemNumber",
  item.openness as "itemOpenness", point.matter_id as "matterId", point.owner_person_id as "ownerPersonId",
  point.owner_office_id as "ownerOfficeId", coalesce(person.name, office.title) as "ownerName",
  (select holder.name from people.tenure as tenure join people.person as holder
    on holder.district = tenure.district and holder.id = tenure.person_id
    where tenure.district = point.district and tenure.office_id = point.owner_office_id
      and tenure.valid_from <= coalesce(${on}::date, current_date)
      and (tenure.valid_to is null or tenure.valid_to > coalesce(${on}::date, current_date)) limit 1) as "holderName",
  point.due_on as "dueOn", point.state, point.state_since as "stateSince", point.version`

/** The tables that a condition on action points may name. */
export const taskTables = sql`meetings.action_point as point
  left join fora.forum as forum on forum.district = point.district and forum.id = point.forum_id
  left join meetings.meeting as meeting on meeting.district = point.district and meeting.id = point.meeting_id
  left join meetings.item as item on item.district = point.district and item.id = point.item_id
  left join people.person as person on person.district = point.district and person.id = point.owner_person_id
  left join people.office as office on office.district = point.district and office.id = point.owner_office_id`

/** Action points by a condition, in an order, in one statement. `on` is the day by which the holder of an office is found. */
export const readTasks = async (
  trx: Trx,
  district: string,
  { chosen, order, on = null }: { chosen: RawBuilder<unknown>; order?: RawBuilder<unknown>; on?: string | null },
): Promise<Task[]> =>
  (
    await sql<Task>`select ${columns(on)} from ${taskTables} where point.district = ${district} and ${chosen}
      order by ${order ?? sql`point.due_on, point.title, point.id`}`.execute(trx)
  ).rows

export const findTask = async (
  trx: Trx,
  district: string,
  id: string,
  on: string | null = null,
): Promise<Task | undefined> => (await readTasks(trx, district, { chosen: sql`point.id = ${id}`, on }))[0]

/** The action points that came of a meeting, in the order of its agenda. */
export const listTasksOfMeeting = (
  trx: Trx,
  district: string,
  meetingId: string,
  on: string | null = null,
): Promise<Task[]> =>
  readTasks(trx, district, {
    chosen: sql`point.meeting_id = ${meetingId}`,
    order: sql`item.position nulls last, point.due_on, point.title, point.id`,
    on,
  })

/** What a forum has not finished, the oldest deadline first. */
export const listOpenTasksOfForum = (
  trx: Trx,
  district: string,
  forumId: string,
  on: string | null = null,
): Promise<Task[]> =>
  readTasks(trx, district, {
    chosen: sql`point.forum_id = ${forumId} and point.state not in ('done', 'dropped')`,
    on,
  })

/** What some fora have not finished, for a page that shows several. */
export const listOpenTasksOfFora = (
  trx: Trx,
  district: string,
  forumIds: readonly string[],
  on: string,
): Promise<Task[]> =>
  readTasks(trx, district, {
    chosen: sql`point.forum_id = any (${[...forumIds]}::uuid[]) and point.state not in ('done', 'dropped')`,
    on,
  })

/** What a person owns in person and has not finished, from some fora. */
export const listOpenTasksOfPerson = (
  trx: Trx,
  district: string,
  personId: string,
  forumIds: readonly string[],
): Promise<Task[]> =>
  readTasks(trx, district, {
    chosen: sql`point.owner_person_id = ${personId} and point.forum_id = any (${[...forumIds]}::uuid[])
      and point.state not in ('done', 'dropped')`,
  })

const ownerColumns = (owner: TaskOwner) => ({
  owner_person_id: owner.ownerPersonId ?? null,
  owner_office_id: owner.ownerOfficeId ?? null,
})

/** The day it is in Denmark, by the clock of the transaction. */
const dayNow = sql<CalendarDay>`(guard.now() at time zone 'Europe/Copenhagen')::date`

/** The person that an owner is today; null for a vacant office. */
const personOf = async (trx: Trx, owner: TaskOwner): Promise<string | null> => {
  if (typeof owner.ownerPersonId === 'string') return owner.ownerPersonId
  const { rows } = await sql<{ id: string | null }>`
    select meetings.holder_of(${owner.ownerOfficeId}, ${dayNow}) as id`.execute(trx)
  return rows[0]?.id ?? null
}

/** True when an owner could never see an action point of an item, being kept out of it; of an office its holder on the day. */
export async function isKeptOut(
  trx: Trx,
  itemId: string,
  owner: { ownerPersonId?: string | null | undefined; ownerOfficeId?: string | null | undefined },
  today: CalendarDay,
): Promise<boolean> {
  const { rows } = await sql<{ out: boolean }>`select meetings.is_kept_out(${itemId}, ${owner.ownerPersonId ?? null},
    ${owner.ownerOfficeId ?? null}, ${today}) as out`.execute(trx)
  return rows[0]?.out === true
}

/** What keeps the owner of an open action point from answering: being kept out of its item, or having no account. Null when nothing does. */
export async function whyOwnerCannotAnswer(
  trx: Trx,
  district: string,
  task: Pick<Task, 'itemId' | 'ownerPersonId' | 'ownerOfficeId'>,
  today: CalendarDay,
): Promise<'keptOut' | 'noAccount' | null> {
  const { rows } = await sql<{ out: boolean; account: boolean }>`
    select meetings.is_kept_out(${task.itemId}, ${task.ownerPersonId}, ${task.ownerOfficeId}, ${today}) as out,
      exists (select 1 from people.person as person where person.district = ${district} and person.account_id is not null
        and person.id = coalesce(${task.ownerPersonId}::uuid, meetings.holder_of(${task.ownerOfficeId}, ${today}))) as account`.execute(
    trx,
  )
  const [row] = rows
  return row?.out === true ? 'keptOut' : row?.account === true ? null : 'noAccount'
}

/** Of some action points with the owners they are to have, those whose owner could never see them. */
export async function listKeptOut(
  trx: Trx,
  district: string,
  going: readonly { taskId: string; personId: string | null; officeId: string | null }[],
  today: CalendarDay,
): Promise<ReadonlySet<string>> {
  if (going.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select point.id from unnest(${going.map(({ taskId }) => taskId)}::uuid[], ${going.map(({ personId }) => personId)}::uuid[],
      ${going.map(({ officeId }) => officeId)}::uuid[]) as wanted(id, person_id, office_id)
    join meetings.action_point as point on point.district = ${district} and point.id = wanted.id
    where meetings.is_kept_out(point.item_id, wanted.person_id, wanted.office_id, ${today})`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

export type NewTask = TaskOwner & {
  item: { id: string; forumId: string; meetingId: string; matterId: string }
  title: string
  dueOn: CalendarDay
  createdBy: string
}

/** Gives somebody an action point from an item, tells them, and returns its id. */
export async function addTask(trx: Trx, district: string, task: NewTask): Promise<string> {
  const { id } = await trx
    .insertInto('meetings.action_point')
    .values({
      district,
      forum_id: task.item.forumId,
      meeting_id: task.item.meetingId,
      item_id: task.item.id,
      matter_id: task.item.matterId,
      title: task.title,
      ...ownerColumns(task),
      due_on: task.dueOn,
      state_since: dayNow,
      created_by: task.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tell(trx, district, {
    kind: 'taskGiven',
    personIds: [await personOf(trx, task)],
    forumId: task.item.forumId,
    meetingId: task.item.meetingId,
    itemId: task.item.id,
    subjectId: id,
    by: task.createdBy,
  })
  return id
}

/** Who says something about an action point. */
interface Said {
  comment: string
  by: string
  accountId: string | null
}

const note = async (trx: Trx, district: string, id: string, state: TaskState, said: Said): Promise<void> => {
  await trx
    .insertInto('meetings.action_point_status')
    .values({
      district,
      action_point_id: id,
      state,
      comment: said.comment,
      said_by: said.by,
      account_id: said.accountId,
    })
    .execute()
}

type At = Pick<Task, 'id' | 'version'>

const update = async (
  trx: Trx,
  district: string,
  at: At,
  set: { state: TaskState; state_since: typeof dayNow } | { due_on: CalendarDay },
): Promise<boolean> => {
  const done = await trx
    .updateTable('meetings.action_point')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Says how it goes, with a comment. "Nothing new" is said by the same state again. False when somebody else was first. */
export async function changeStatus(
  trx: Trx,
  district: string,
  at: At,
  { state, ...said }: Said & { state: TaskState },
): Promise<boolean> {
  if (
    !(await update(trx, district, at, {
      state,
      state_since: sql<CalendarDay>`case when state = ${state} then state_since else ${dayNow} end`,
    }))
  )
    return false
  await note(trx, district, at.id, state, said)
  return true
}

/** Moves the deadline, with a reason. False when somebody else was first. */
export async function moveDeadline(
  trx: Trx,
  district: string,
  task: Pick<Task, 'id' | 'version' | 'state'>,
  { dueOn, ...said }: Said & { dueOn: CalendarDay },
): Promise<boolean> {
  if (!(await update(trx, district, task, { due_on: dueOn }))) return false
  await note(trx, district, task.id, task.state, said)
  return true
}

/** Gives it to another owner and tells them, or the person named instead, who is to hold the office. False when somebody else was first, or the actor may not. */
export async function handTaskTo(
  trx: Trx,
  district: string,
  task: Pick<Task, 'id' | 'version' | 'state' | 'forumId' | 'meetingId' | 'itemId'>,
  { owner, tellPersonId = null, ...said }: Said & { owner: TaskOwner; tellPersonId?: string | null },
): Promise<boolean> {
  // Before the hand-over, because the former owner may not see the action point after it.
  await note(trx, district, task.id, task.state, said)
  const { rows } = await sql<{ done: boolean }>`select meetings.hand_task(${task.id}, ${task.version},
    ${owner.ownerPersonId ?? null}, ${owner.ownerOfficeId ?? null}) as done`.execute(trx)
  if (rows[0]?.done !== true) return false
  await tell(trx, district, {
    kind: 'taskHandedOver',
    personIds: [tellPersonId ?? (await personOf(trx, owner))],
    forumId: task.forumId,
    meetingId: task.meetingId,
    itemId: task.itemId,
    subjectId: task.id,
    by: said.by,
  })
  return true
}

/** Tells those in charge of the forum what became of an action point. */
export async function tellThoseInCharge(
  trx: Trx,
  district: string,
  task: Pick<Task, 'id' | 'forumId' | 'meetingId' | 'itemId'>,
  { by, except }: { by: string; except: string | null },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select meetings.leads_of(${task.forumId}, ${dayNow}) as id`.execute(trx)
  await tell(trx, district, {
    kind: 'taskAnswered',
    personIds: rows.map(({ id }) => id).filter((id) => id !== except),
    forumId: task.forumId,
    meetingId: task.meetingId,
    itemId: task.itemId,
    subjectId: task.id,
    by,
  })
}

/** What was said about an action point. */
export interface TaskStatus {
  state: TaskState
  comment: string
  saidBy: string
  at: Date
}

/** Everything said about an action point, the latest first. */
export const listStatuses = (trx: Trx, district: string, id: string): Promise<TaskStatus[]> =>
  trx
    .selectFrom('meetings.action_point_status as status')
    .select(['status.state', 'status.comment', 'status.said_by as saidBy', 'status.at'])
    .where('status.district', '=', district)
    .where('status.action_point_id', '=', id)
    .orderBy('status.at', 'desc')
    .orderBy('status.id')
    .execute()
