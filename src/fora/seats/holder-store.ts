import { sql } from 'kysely'
import { sortKey } from '../../base/danish.ts'
import { changesOf } from '../../audit/changes.ts'
import type { Trx } from '../../db/db.ts'
import type { HolderChange, KnownPerson, Tenure, Undoing } from './holder-rules.ts'
import type { SeatRole } from './rules.ts'

/** Who holds, held and is to hold an office, latest first. Empty for an actor who may not see it. */
export const listTenures = (trx: Trx, district: string, officeId: string): Promise<Tenure[]> =>
  trx
    .selectFrom('people.tenure as tenure')
    .innerJoin('people.person as person', (join) =>
      join.onRef('person.district', '=', 'tenure.district').onRef('person.id', '=', 'tenure.person_id'),
    )
    .select([
      'tenure.id',
      'tenure.person_id as personId',
      'person.name as personName',
      'tenure.valid_from as validFrom',
      'tenure.valid_to as validTo',
    ])
    .where('tenure.district', '=', district)
    .where('tenure.office_id', '=', officeId)
    .orderBy('tenure.valid_from', 'desc')
    .execute()

/** A forum where an office has a seat. */
export interface OfficeSeat {
  forumId: string
  slug: string
  name: string
  role: SeatRole
  validFrom: string
  /** Days noted for meetings from the given day on. */
  meetings: string[]
}

/** The seats that an office has on a day or is to get, with the meetings to come, in one statement. */
export async function listSeatsOfOffice(
  trx: Trx,
  district: string,
  officeId: string,
  day: string,
): Promise<OfficeSeat[]> {
  const { rows } = await sql<OfficeSeat>`
    select forum.id as "forumId", forum.slug, forum.name, seat.role, seat.valid_from as "validFrom",
      coalesce((select array_agg(meeting.on_day::text order by meeting.on_day) from fora.meeting_day as meeting
        where meeting.district = forum.district and meeting.forum_id = forum.id and meeting.on_day >= ${day}), '{}') as meetings
    from ${sql.table('fora.seat')} as seat
    join ${sql.table('fora.forum')} as forum on forum.district = seat.district and forum.id = seat.forum_id
    where seat.district = ${district} and seat.office_id = ${officeId} and (seat.valid_to is null or seat.valid_to > ${day})
    order by forum.sort_name`.execute(trx)
  return rows
}

/** An office that sits in some fora. */
export interface OfficeInFora {
  id: string
  name: string
  forumIds: string[]
}

/** The offices that sit in some fora on a day and are held by somebody. */
export const listOfficesInFora = async (
  trx: Trx,
  district: string,
  forumIds: readonly string[],
  day: string,
): Promise<OfficeInFora[]> =>
  (
    await sql<OfficeInFora>`
      select office.id, office.title as name, array_agg(distinct seat.forum_id::text) as "forumIds"
      from fora.seat as seat join people.office as office on office.district = seat.district and office.id = seat.office_id
      where seat.district = ${district} and seat.forum_id = any (${[...forumIds]}::uuid[])
        and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day})
        and exists (select 1 from people.tenure as tenure where tenure.district = office.district and tenure.office_id = office.id
          and tenure.valid_from <= ${day} and (tenure.valid_to is null or tenure.valid_to > ${day}))
      group by office.id, office.title, office.sort_title order by office.sort_title`.execute(trx)
  ).rows

/** Persons with this name or this e-mail address, as far as they may be the one that is meant. */
export const findPersons = (trx: Trx, district: string, name: string, email: string): Promise<KnownPerson[]> =>
  trx
    .selectFrom('people.person as person')
    .select(['person.id', 'person.name', 'person.email'])
    .where('person.district', '=', district)
    .where((eb) => eb.or([eb('person.sort_name', '=', sortKey(name)), eb('person.email', '=', email)]))
    .execute()

/** Everyone in the register, to be offered while a name is typed. */
export const listPersons = (trx: Trx, district: string): Promise<KnownPerson[]> =>
  trx
    .selectFrom('people.person as person')
    .select(['person.id', 'person.name', 'person.email'])
    .where('person.district', '=', district)
    .orderBy('person.sort_name')
    .execute()

/** Adds a person and returns its id; null when somebody has the e-mail address. */
export const addPerson = async (
  trx: Trx,
  district: string,
  { name, email }: { name: string; email: string | null },
): Promise<string | null> =>
  (
    await trx
      .insertInto('people.person')
      .values({ district, name, sort_name: sortKey(name), email })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id ?? null

/** Notes the work e-mail address of a person who had none. */
export const setEmail = async (trx: Trx, district: string, personId: string, email: string): Promise<void> => {
  await trx
    .updateTable('people.person')
    .set((eb) => ({ email, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', personId)
    .where('email', 'is', null)
    .execute()
}

/**
 * Keeps others from changing an office until the transaction ends. Taken before anything is logged: everyone locks the
 * thing first and the log last, so that nobody waits in a ring.
 */
export const lockOffice = async (trx: Trx, district: string, officeId: string): Promise<void> => {
  await trx
    .selectFrom('people.office')
    .select('id')
    .where('district', '=', district)
    .where('id', '=', officeId)
    .forUpdate()
    .execute()
}

/**
 * Takes the next version of an office, so that two changes of its holder cannot both count. False when somebody else
 * was first. The row stays locked to the end of the transaction.
 */
const claim = async (
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
): Promise<boolean> => {
  const done = await trx
    .updateTable('people.office')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

const endTenure = (trx: Trx, district: string, officeId: string, on: string) =>
  trx
    .updateTable('people.tenure')
    .set((eb) => ({ valid_to: on, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('office_id', '=', officeId)
    .where('valid_to', 'is', null)
    .execute()

/**
 * Ends the present tenure on a day and lets the next person begin, or nobody when `personId` is null. All seats of the
 * office follow, since they belong to the office. False when somebody else changed the office first.
 */
export async function changeHolder(
  trx: Trx,
  district: string,
  office: { id: string; version: number },
  { personId, from }: { personId: string | null; from: string },
): Promise<boolean> {
  if (!(await claim(trx, district, office))) return false
  await endTenure(trx, district, office.id, from)
  if (personId !== null)
    await trx
      .insertInto('people.tenure')
      .values({ district, office_id: office.id, person_id: personId, valid_from: from })
      .execute()
  return true
}

/** Takes the latest change of holder back. False when somebody else changed the office first. */
export async function undoChange(
  trx: Trx,
  district: string,
  office: { id: string; version: number },
  { remove, reopen }: Undoing,
): Promise<boolean> {
  if (!(await claim(trx, district, office))) return false
  if (remove !== null)
    await trx.deleteFrom('people.tenure').where('district', '=', district).where('id', '=', remove.id).execute()
  if (reopen !== null)
    await trx
      .updateTable('people.tenure')
      .set((eb) => ({ valid_to: null, version: eb('version', '+', 1) }))
      .where('district', '=', district)
      .where('id', '=', reopen.id)
      .execute()
  return true
}

const kinds: Record<string, HolderChange['kind']> = {
  'office.holderChanged': 'changed',
  'office.vacated': 'vacated',
  'office.holderUndone': 'undone',
}

/** The latest thing that happened to who holds an office, read from the log. */
export async function lastHolderChange(trx: Trx, district: string, officeId: string): Promise<HolderChange | null> {
  const entry = await trx
    .selectFrom('audit.entry as entry')
    .select(['entry.at', 'entry.actor_name as actorName', 'entry.action', 'entry.changes'])
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', 'office')
    .where('entry.subject_id', '=', officeId)
    .where('entry.action', 'in', Object.keys(kinds))
    .orderBy('entry.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const kind = entry && kinds[entry.action]
  if (entry === undefined || kind === undefined) return null
  const replaced = changesOf(entry).some(({ field, before }) => field === 'holder' && before !== null)
  return { kind, at: entry.at, actorName: entry.actorName, replaced }
}
