import { sql } from 'kysely'
import type { Trx } from '../../db/db.ts'

export interface Category {
  id: string
  number: number
  name: string
}

/** The annex's categories in their order. */
export const listCategories = (trx: Trx, district: string): Promise<Category[]> =>
  trx
    .selectFrom('fora.category as category')
    .select(['category.id', 'category.number', 'category.name'])
    .where('category.district', '=', district)
    .orderBy('category.number')
    .execute()

export interface OrganisationChoice {
  id: string
  name: string
}

/** Organisations that have a seat somewhere on the day, in Danish order. */
export async function listSeatedOrganisations(trx: Trx, district: string, day: string): Promise<OrganisationChoice[]> {
  const { rows } = await sql<OrganisationChoice>`
    select organisation.id, organisation.name
    from ${sql.table('people.organisation')} as organisation
    where organisation.district = ${district} and organisation.id in (
      select coalesce(seat.organisation_id, office.organisation_id)
      from ${sql.table('fora.seat')} as seat
      left join ${sql.table('people.office')} as office on office.district = seat.district and office.id = seat.office_id
      where seat.district = ${district} and seat.valid_from <= ${day} and (seat.valid_to is null or seat.valid_to > ${day}))
    order by organisation.sort_name`.execute(trx)
  return rows
}
