import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { reportOf } from '../../documents/papers.fixture.ts'
import { programIdentity } from '../../people/actor.ts'
import { addPaper } from './paper-store.ts'

const papers = 15
const enough = 4
const program = programIdentity('test', 'mvsj')

/** How many versions stand in each state. */
const statesIn = async (data: string): Promise<Record<string, number>> => {
  const database = await openEmbedded(data)
  const rows = await readAs(database.db, program, (trx) =>
    trx.selectFrom('meetings.paper_version as v').select(['v.words_state', 'v.words']).execute(),
  )
  await database.close()
  for (const row of rows) if (row.words_state === 'read') expect(row.words).toContain('side 2')
  return Object.fromEntries(
    Object.entries(Object.groupBy(rows, (row) => row.words_state)).map(([state, some]) => [state, some.length]),
  )
}

test('the reading process is killed in the middle: what was not read waits, and is read next time', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samvirk-read-'))
  const data = join(folder, 'database')
  try {
    const database = await openEmbedded(data)
    const bytes = await reportOf('Ord', 2)
    await transact(database.db, program, new Date(), async (trx) => {
      const { rows } = await sql<{ forumId: string; itemId: string }>`
        with category as (insert into fora.category (district, number, name) values ('mvsj', 1, 'Test') returning id),
        forum as (insert into fora.forum (district, slug, name, sort_name, category_id, openness, cadence, status, status_since)
          select 'mvsj', 'test', 'Test', 'test', id, 'closed', '', 'active', '2020-01-01' from category returning id)
        insert into meetings.item (district, forum_id, title, kind) select 'mvsj', id, 'Punkt', 'discussion' from forum
        returning id as "itemId", forum_id as "forumId"`.execute(trx)
      const at = rows[0]
      if (at === undefined) throw new Error('No item')
      for (let number = 1; number <= papers; number += 1)
        await addPaper(
          trx,
          'mvsj',
          { ...at, title: `Bilag ${String(number)}` },
          { name: 'a.pdf', mediaType: 'application/pdf', bytes, pages: 2, scan: 'clean', preview: null, copy: null },
          { name: 'test', account: '' },
        )
    })
    await database.close()
    const start = () => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'reader.fixture.ts'), data], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      return { child, ended: once(child, 'exit') }
    }
    const first = start()
    const middle = new Promise((reached) => {
      let read = 0
      first.child.stdout.on('data', (words: Buffer) => {
        read += words.toString().split('\n').length - 1
        if (read >= enough) reached(read)
      })
    })
    await Promise.race([middle, first.ended])
    first.child.kill('SIGKILL')
    expect(await first.ended).toEqual([null, 'SIGKILL'])
    const states = await statesIn(data)
    expect(states['none']).toBeUndefined()
    expect(states['waiting']).toBeGreaterThan(0)
    expect(states['read']).toBeGreaterThanOrEqual(enough - 1)
    expect((states['waiting'] ?? 0) + (states['read'] ?? 0)).toBe(papers)
    expect(await start().ended).toEqual([0, null])
    expect(await statesIn(data)).toEqual({ read: papers })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)
