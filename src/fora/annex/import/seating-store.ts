import { sortKey } from '../../../base/danish.ts'
import type { CalendarDay } from '../../../base/time.ts'
import type { LogEvent } from '../../../audit/store.ts'
import type { Trx } from '../../../db/db.ts'
import { addOrganisation } from '../../directory/organisations-store.ts'
import { addOffice, findOfficeByTitle } from '../../seats/office-store.ts'
import { addSeat } from '../../seats/seat-store.ts'
import type { ProposedSeat } from './rules.ts'

/** One change under way: its transaction, the log, the district and the day it counts from. */
export interface Work {
  trx: Trx
  log: (event: LogEvent) => Promise<void>
  district: string
  today: CalendarDay
}

const findOrganisationByName = async (trx: Trx, district: string, name: string): Promise<string | null> =>
  (
    await trx
      .selectFrom('people.organisation as organisation')
      .select('organisation.id')
      .where('organisation.district', '=', district)
      .where('organisation.sort_name', '=', sortKey(name))
      .where('organisation.valid_to', 'is', null)
      .executeTakeFirst()
  )?.id ?? null

const officeOf = async ({ trx, log, district, today }: Work, title: string): Promise<string | null> => {
  const known = await findOfficeByTitle(trx, district, title)
  if (known !== null) return known
  const fields = { title, organisationId: null, municipalityCode: null, validTo: null }
  const id = await addOffice(trx, district, fields, today)
  if (id !== null) await log({ action: 'office.created', subjectKind: 'office', subjectId: id, subjectName: title })
  return id
}

const organisationOf = async ({ trx, log, district, today }: Work, seat: ProposedSeat): Promise<string> => {
  const known = await findOrganisationByName(trx, district, seat.name)
  if (known !== null) return known
  const fields = { name: seat.name, kind: seat.organisationKind, purpose: '', municipalityCode: null, parentId: null }
  const id = await addOrganisation(trx, district, fields, today)
  await log({ action: 'organisation.created', subjectKind: 'organisation', subjectId: id, subjectName: seat.name })
  return id
}

const hasSeat = async (
  { trx, district }: Work,
  forumId: string,
  column: 'office_id' | 'organisation_id',
  owner: string,
): Promise<boolean> =>
  (await trx
    .selectFrom('fora.seat as seat')
    .select('seat.id')
    .where('seat.district', '=', district)
    .where('seat.forum_id', '=', forumId)
    .where(`seat.${column}`, '=', owner)
    .where('seat.valid_to', 'is', null)
    .executeTakeFirst()) !== undefined

/** Gives the chosen offices and organisations a seat in the forum, and makes those that are not known. Returns the new seats. */
export async function seatParticipants(
  work: Work,
  forumId: string,
  forumName: string,
  seats: readonly ProposedSeat[],
): Promise<string[]> {
  const made: string[] = []
  for (const seat of seats) {
    const owner = seat.kind === 'office' ? await officeOf(work, seat.name) : await organisationOf(work, seat)
    const column = seat.kind === 'office' ? 'office_id' : 'organisation_id'
    if (owner === null || (await hasSeat(work, forumId, column, owner))) continue
    const owners = {
      officeId: seat.kind === 'office' ? owner : null,
      organisationId: seat.kind === 'organisation' ? owner : null,
      personId: null,
    }
    const id = await addSeat(work.trx, work.district, forumId, owners, {
      role: 'member',
      party: null,
      appointedBy: '',
      termEnds: null,
      validFrom: work.today,
      validTo: null,
    })
    await work.log({
      action: 'seat.added',
      subjectKind: 'seat',
      subjectId: id,
      subjectName: `${seat.name}, ${forumName}`,
    })
    made.push(id)
  }
  return made
}
