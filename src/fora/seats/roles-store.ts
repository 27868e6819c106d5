import type { Trx } from '../../db/db.ts'

const leading = new Set(['chair', 'viceChair', 'secretary'])

/**
 * The fora an account sits in on a day, through an office it holds or a seat of its own. A deputy counts as a member;
 * whether a seat gives a role is decided by its period alone.
 */
export async function seatsOfAccount(
  trx: Trx,
  accountId: string,
  district: string,
  on: string,
): Promise<{ forumId: string; lead: boolean }[]> {
  const rows = await trx
    .selectFrom('people.person as person')
    .leftJoin('people.tenure as tenure', (join) =>
      join
        .onRef('tenure.district', '=', 'person.district')
        .onRef('tenure.person_id', '=', 'person.id')
        .on('tenure.valid_from', '<=', on)
        .on((eb) => eb.or([eb('tenure.valid_to', 'is', null), eb('tenure.valid_to', '>', on)])),
    )
    .innerJoin('fora.seat as seat', (join) =>
      join
        .onRef('seat.district', '=', 'person.district')
        .on((eb) =>
          eb.or([
            eb('seat.person_id', '=', eb.ref('person.id')),
            eb('seat.office_id', '=', eb.ref('tenure.office_id')),
          ]),
        ),
    )
    .select(['seat.forum_id as forumId', 'seat.role'])
    .where('person.district', '=', district)
    .where('person.account_id', '=', accountId)
    .where('seat.valid_from', '<=', on)
    .where((eb) => eb.or([eb('seat.valid_to', 'is', null), eb('seat.valid_to', '>', on)]))
    .execute()
  const fora = new Map<string, boolean>()
  for (const { forumId, role } of rows) fora.set(forumId, (fora.get(forumId) ?? false) || leading.has(role))
  return [...fora].map(([forumId, lead]) => ({ forumId, lead }))
}
