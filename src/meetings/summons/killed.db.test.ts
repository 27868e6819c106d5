import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { type Database, openEmbedded } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { programIdentity } from '../../people/actor.ts'

const members = 5

/** A forum with members and a drafted meeting; returns the meeting's id. */
const seed = async ({ pool }: Database): Promise<string> => {
  const client = await pool.connect()
  const idOf = async (statement: string, values: unknown[] = []): Promise<string> =>
    (await client.query<{ id: string }>(`${statement} returning id`, values)).rows[0]?.id ?? ''
  try {
    await client.query('set role none')
    const category = await idOf(
      `insert into fora.category (district, number, name, recorded_from) values ('mvsj', 1, 'Råd', '2020-01-01')`,
    )
    const forum = await idOf(
      `insert into fora.forum (district, slug, name, sort_name, category_id, cadence, status_since, recorded_from)
       values ('mvsj', 'raadet', 'Rådet', 'raadet', $1, 'Mindst 4', '2020-01-01', '2020-01-01')`,
      [category],
    )
    for (let number = 0; number < members; number += 1) {
      const name = `Medlem ${String(number)}`
      const person = await idOf(
        `insert into people.person (district, name, sort_name, email, recorded_from) values ('mvsj', $1, $1, $2, '2020-01-01')`,
        [name, `m${String(number)}@kommune.example`],
      )
      await client.query(
        `insert into fora.seat (district, forum_id, person_id, role, valid_from, recorded_from) values ('mvsj', $1, $2, 'member', '2020-01-01', '2020-01-01')`,
        [forum, person],
      )
    }
    return await idOf(
      `insert into meetings.meeting (district, forum_id, kind, on_day, starts, ends, created_by)
       values ('mvsj', $1, 'ordinary', '2026-04-16', '10:00', '12:00', 'test')`,
      [forum],
    )
  } finally {
    await client.query('set role samvirk_app')
    client.release()
  }
}

const standing = async (folder: string) => {
  const database = await openEmbedded(folder)
  const found = await transact(database.db, programIdentity('test', 'mvsj'), new Date(), async (trx) => ({
    meetings: await trx
      .selectFrom('meetings.meeting as meeting')
      .select(['meeting.state', 'meeting.number', 'meeting.version'])
      .execute(),
    invited: (await trx.selectFrom('meetings.invitation as i').select('i.id').execute()).length,
    mails: (await trx.selectFrom('mail.message as m').select('m.address').orderBy('m.address').execute()).map(
      ({ address }) => address,
    ),
    notices: (await trx.selectFrom('notices.notice as n').select('n.id').execute()).length,
    logged: (
      await trx.selectFrom('audit.entry as e').select('e.action').where('e.action', '=', 'meeting.summoned').execute()
    ).length,
  }))
  await database.close()
  return found
}

test('killed in the middle of a summons nothing of it stays, and it can be sent once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samvirk-summons-'))
  const data = join(folder, 'database')
  const start = (...how: string[]) =>
    spawn(process.execPath, [join(import.meta.dirname, 'summoner.fixture.ts'), data, meetingId, ...how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  let meetingId = ''
  try {
    const database = await openEmbedded(data)
    meetingId = await seed(database)
    await database.close()
    const killed = start('wait')
    const ended = once(killed, 'exit')
    await Promise.race([once(killed.stdout, 'data'), ended.then(() => Promise.reject(new Error('It ended by itself')))])
    killed.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    expect(await standing(data)).toEqual({
      meetings: [{ state: 'draft', number: null, version: 1 }],
      invited: 0,
      mails: [],
      notices: 0,
      logged: 0,
    })
    for (const _ of [1, 2]) expect(await once(start(), 'exit')).toEqual([0, null])
    expect(await standing(data)).toEqual({
      meetings: [{ state: 'summoned', number: 1, version: 2 }],
      invited: members,
      mails: Array.from({ length: members }, (_, number) => `m${String(number)}@kommune.example`),
      notices: members,
      logged: 1,
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)
