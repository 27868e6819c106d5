import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCategory, aForum, aMeeting, anItem } from '../../test/builders.ts'
import { emptied, identity } from '../../test/db.ts'
import type { Database } from '../db/db.ts'
import { transact } from '../db/tx.ts'

/** How often a reader's statement asks each guard that is a query of its own. */
const callsOf = async (database: Database, statement: string, forumId: string): Promise<Record<string, number>> => {
  const who = identity({ account: 'a', reach: 'member', writes: false, fora: [forumId] })
  return transact(database.db, who, new Date(), async (trx) => {
    await sql`set local role none`.execute(trx)
    await sql`set local track_functions = 'all'`.execute(trx)
    await sql`set local role samvirk_app`.execute(trx)
    await sql.raw(statement).execute(trx)
    const { rows } = await sql<{ name: string; calls: string }>`
      select funcname as name, calls from pg_stat_xact_user_functions where schemaname = 'guard'`.execute(trx)
    return Object.fromEntries(rows.map(({ name, calls }) => [name, Number(calls)]))
  })
}

test('what a reader may see is asked once for a statement, not for every row of it', async () => {
  const database = await emptied()
  const forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'public' })
  for (let month = 1; month <= 12; month += 1) {
    const meetingId = await aMeeting({
      forumId,
      state: 'summoned',
      onDay: `2026-${String(month).padStart(2, '0')}-05`,
    })
    for (const position of [1, 2]) await anItem({ forumId, meetingId, title: 'Punkt', position })
  }
  for (const table of ['people.person', 'fora.forum', 'fora.seat', 'meetings.meeting', 'meetings.item']) {
    const calls = await callsOf(database, `select count(*) from ${table}`, forumId)
    expect([table, Math.max(0, ...Object.values(calls)) < 12]).toEqual([table, true])
  }
  expect(await callsOf(database, 'select guard.visited()', forumId)).toMatchObject({ visited: 1, admitted: 1 })
})
