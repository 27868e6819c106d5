import type { Trx } from '../../db/db.ts'
import type { LastEntry } from '../../web/two-editors.tsx'

/** Who last changed what an item says, and what it said before. Moves are no such change. */
export const findLastChange = (trx: Trx, district: string, itemId: string): Promise<LastEntry | undefined> =>
  trx
    .selectFrom('audit.entry as entry')
    .select(['entry.at', 'entry.actor_name as actorName', 'entry.changes'])
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', 'agendaItem')
    .where('entry.subject_id', '=', itemId)
    .where('entry.action', 'in', ['item.created', 'item.changed', 'item.opened', 'item.closed'])
    .orderBy('entry.number', 'desc')
    .limit(1)
    .executeTakeFirst()
