import type { Trx } from '../../db/db.ts'
import type { Party, SeatRole } from './rules.ts'

/** What can be edited about a seat. Whom it belongs to is fixed: another owner is another seat. */
export interface SeatFields {
  role: SeatRole
  /** Null follows the organisation. */
  party: Party | null
  appointedBy: string
  termEnds: string | null
  validFrom: string
  validTo: string | null
}

/** Exactly one of the three. */
export interface SeatOwnerIds {
  officeId: string | null
  organisationId: string | null
  personId: string | null
}

const columnsOf = (fields: SeatFields) => ({
  role: fields.role,
  party: fields.party,
  appointed_by: fields.appointedBy,
  term_ends: fields.termEnds,
  valid_from: fields.validFrom,
  valid_to: fields.validTo,
})

/** Keeps others from changing the seats of a forum until the transaction ends, so that the rules hold for all of them. */
export const lockSeats = async (trx: Trx, district: string, forumId: string): Promise<void> => {
  await trx
    .selectFrom('fora.forum')
    .select('id')
    .where('district', '=', district)
    .where('id', '=', forumId)
    .forUpdate()
    .execute()
}

/** The party as stored: null where it follows the organisation. */
export const storedParty = async (trx: Trx, district: string, seatId: string): Promise<Party | null> =>
  (
    await trx
      .selectFrom('fora.seat as seat')
      .select('seat.party')
      .where('seat.district', '=', district)
      .where('seat.id', '=', seatId)
      .executeTakeFirst()
  )?.party ?? null

/** Adds a seat and returns its id. */
export const addSeat = async (
  trx: Trx,
  district: string,
  forumId: string,
  owner: SeatOwnerIds,
  fields: SeatFields,
): Promise<string> =>
  (
    await trx
      .insertInto('fora.seat')
      .values({
        district,
        forum_id: forumId,
        office_id: owner.officeId,
        organisation_id: owner.organisationId,
        person_id: owner.personId,
        ...columnsOf(fields),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

/** Changes, ends or restores a seat. False when somebody else changed it first. */
export async function changeSeat(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  fields: Partial<SeatFields>,
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.seat')
    .set((eb) => ({
      ...(fields.role !== undefined && { role: fields.role }),
      ...(fields.party !== undefined && { party: fields.party }),
      ...(fields.appointedBy !== undefined && { appointed_by: fields.appointedBy }),
      ...(fields.termEnds !== undefined && { term_ends: fields.termEnds }),
      ...(fields.validFrom !== undefined && { valid_from: fields.validFrom }),
      ...(fields.validTo !== undefined && { valid_to: fields.validTo }),
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
