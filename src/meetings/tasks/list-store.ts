import { type RawBuilder, sql } from 'kysely'
import { addDays, type CalendarDay, yearOf } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { readTasks, type Task, taskTables } from './task-store.ts'
import type { Named, TaskChoice, TaskCounts, TaskPeriod } from './choice.ts'
import type { TaskSorting, TaskView } from './rules.ts'

/** Who reads, and when. */
export interface Reader {
  personId: string | null
  offices: readonly string[]
  today: CalendarDay
}

const isOpen = sql`point.state not in ('done', 'dropped')`

const monthOf = (today: CalendarDay) => {
  const first = `${today.slice(0, 8)}01`
  return sql`point.due_on >= ${first}::date and point.due_on < (${first}::date + interval '1 month')::date`
}

const conditionOf = (view: TaskView, { personId, offices, today }: Reader): RawBuilder<unknown> =>
  ({
    all: sql`true`,
    open: isOpen,
    mine: sql`(${isOpen} and (point.owner_person_id = ${personId} or point.owner_office_id = any (${[...offices]}::uuid[])))`,
    late: sql`(${isOpen} and point.due_on < ${today})`,
    month: sql`(${isOpen} and ${monthOf(today)})`,
    done: sql`point.state = 'done'`,
  })[view]

const between = (from: string, to: string) => sql`point.due_on between ${from} and ${to}`

const periodOf = (period: TaskPeriod, today: CalendarDay): RawBuilder<unknown> => {
  const year = yearOf(today)
  const wholeYear = (number: number) => between(`${String(number)}-01-01`, `${String(number)}-12-31`)
  return {
    week: between(today, addDays(today, 7)),
    month: between(today, addDays(today, 30)),
    year: wholeYear(year),
    lastYear: wholeYear(year - 1),
  }[period]
}

const holds = (word: string) => {
  const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`concat_ws(' ', point.title, person.name, office.title, forum.name, item.title) ilike ${pattern}`
}

/** The conditions besides the ready-made selection, so that its counts follow the filter. */
const filterOf = (choice: TaskChoice, { today }: Reader): RawBuilder<unknown> => {
  const words = choice.words.split(/\s+/).filter((word) => word !== '')
  return sql.join(
    [
      sql`true`,
      ...words.map(holds),
      ...(choice.forumId === null ? [] : [sql`point.forum_id = ${choice.forumId}`]),
      ...(choice.ownerId === null ? [] : [sql`${choice.ownerId} in (point.owner_person_id, point.owner_office_id)`]),
      ...(choice.state === null ? [] : [sql`point.state = ${choice.state}`]),
      ...(choice.period === null ? [] : [periodOf(choice.period, today)]),
    ],
    sql` and `,
  )
}

const orders: Record<TaskSorting, RawBuilder<unknown>> = {
  due: sql`point.due_on`,
  title: sql`lower(point.title)`,
  forum: sql`forum.sort_name`,
  owner: sql`coalesce(person.sort_name, office.sort_title)`,
  state: sql`array_position(array['atRisk', 'notBegun', 'onTrack', 'done', 'dropped'], point.state)`,
}

const orderOf = ({ sort, descending }: TaskChoice) =>
  sql`${orders[sort]} ${descending ? sql`desc` : sql`asc`} nulls last, point.due_on, point.title, point.id`

/** True where an action point alone says whether and where it stands in the list. */
const standsAlone = ({ words, sort }: TaskChoice): boolean => words === '' && sort !== 'forum' && sort !== 'owner'

/** One page of the register as chosen, or all of it. Where it can be, the page is found first, and only its rows are filled in. */
export const listTasks = (
  trx: Trx,
  district: string,
  choice: TaskChoice,
  reader: Reader,
  part: { limit: number; offset: number } | null,
): Promise<Task[]> => {
  const order = orderOf(choice)
  const chosen = sql`${conditionOf(choice.view, reader)} and ${filterOf(choice, reader)}`
  const on = reader.today
  if (part === null) return readTasks(trx, district, { chosen, order, on })
  const page = sql`${order} limit ${part.limit} offset ${part.offset}`
  if (!standsAlone(choice)) return readTasks(trx, district, { chosen, order: page, on })
  const ids = sql`select point.id from meetings.action_point as point where point.district = ${district} and ${chosen} order by ${page}`
  return readTasks(trx, district, { chosen: sql`point.id = any (array(${ids}))`, order, on })
}

/** How many each ready-made selection holds with the filter as it stands, in one statement. */
export async function countTasks(
  trx: Trx,
  district: string,
  choice: TaskChoice,
  reader: Reader,
): Promise<TaskCounts & { everything: number }> {
  const count = (view: TaskView) => sql`count(*) filter (where ${conditionOf(view, reader)})::integer`
  const { rows } = await sql<TaskCounts & { everything: number }>`
    select ${count('all')} as "all", ${count('open')} as open, ${count('mine')} as mine, ${count('late')} as late,
      ${count('month')} as month, ${count('done')} as done,
      (select count(*) from (select 1 from meetings.action_point as any_point where any_point.district = ${district} limit 1) as one)::integer as everything
    from ${taskTables} where point.district = ${district} and ${filterOf(choice, reader)}`.execute(trx)
  return rows[0] ?? { all: 0, open: 0, mine: 0, late: 0, month: 0, done: 0, everything: 0 }
}

/** The fora and owners of the action points the reader may see, to choose between. */
export async function listTaskChoices(trx: Trx, district: string): Promise<{ fora: Named[]; owners: Named[] }> {
  const { rows } = await sql<{ kind: 'forum' | 'owner'; id: string; name: string }>`
    select 'forum' as kind, forum.id, forum.name, forum.sort_name as sorted from fora.forum as forum where forum.district = ${district}
      and exists (select 1 from meetings.action_point as point where point.district = forum.district and point.forum_id = forum.id)
    union all
    select distinct 'owner', coalesce(person.id, office.id), coalesce(person.name, office.title), coalesce(person.sort_name, office.sort_title)
      from ${taskTables} where point.district = ${district} and coalesce(person.id, office.id) is not null
    order by sorted`.execute(trx)
  const of = (kind: 'forum' | 'owner') => rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ id, name }))
  return { fora: of('forum'), owners: of('owner') }
}

/** Whom an action point can be given to: the persons the reader may see, and the offices there are on a day. */
export async function listOwners(
  trx: Trx,
  district: string,
  on: CalendarDay,
): Promise<(Named & { kind: 'person' | 'office'; email: string | null })[]> {
  const { rows } = await sql<Named & { kind: 'person' | 'office'; email: string | null }>`
    select 'office' as kind, office.id, office.title as name, null as email, office.sort_title as sorted from people.office as office
      where office.district = ${district} and office.valid_from <= ${on} and (office.valid_to is null or office.valid_to > ${on})
    union all
    select 'person', person.id, person.name, person.email, person.sort_name from people.person as person where person.district = ${district}
    order by sorted`.execute(trx)
  return rows
}
