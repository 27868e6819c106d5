import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { openEmbedded } from '../db/db.ts'
import { transact } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { queueMail } from './outbox-store.ts'
import { startSmtp } from './smtp.fixture.ts'

const mails = 24
const addresses = Array.from({ length: mails }, (_, number) => `medlem${String(number)}@kommune.example`)

const until = async (isTrue: () => boolean, ms = 120_000): Promise<void> => {
  const end = Date.now() + ms
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('It never came true')
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}

test('the sending process is killed twice in the middle, and every mail arrives, known as one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samvirk-killed-'))
  const data = join(folder, 'database')
  const server = await startSmtp({ slowMs: 15 })
  try {
    const database = await openEmbedded(data)
    const now = new Date()
    await transact(database.db, programIdentity('test', 'mvsj'), now, async (trx) => {
      for (const address of addresses)
        await queueMail(trx, 'mvsj', {
          key: address,
          purpose: 'summons',
          name: 'Medlem',
          address,
          subject: 'Indkaldelse',
          words: 'Hej',
          html: '<p>Hej</p>',
        })
    })
    await database.close()
    const start = () => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'sender.fixture.ts'), data, server.url], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      return { child, ended: once(child, 'exit') }
    }
    for (const enough of [6, 15]) {
      const { child, ended } = start()
      await until(() => server.received.length >= enough)
      child.kill('SIGKILL')
      expect(await ended).toEqual([null, 'SIGKILL'])
      expect(server.received.length).toBeLessThan(mails)
    }
    const { ended } = start()
    expect(await ended).toEqual([0, null])
    // A mail system keeps one of those with the same Message-ID.
    const kept = new Map(server.received.map(({ messageId, to }) => [messageId, to]))
    expect([...kept.values()].toSorted()).toEqual(addresses.toSorted())
    // At most the one that was under way at each kill came twice.
    expect(server.received.length - kept.size).toBeLessThanOrEqual(2)
    const after = await openEmbedded(data)
    const states = await transact(after.db, programIdentity('test', 'mvsj'), now, (trx) =>
      trx.selectFrom('mail.message as message').select('message.state').execute(),
    )
    expect(states.map(({ state }) => state)).toEqual(addresses.map(() => 'sent'))
    await after.close()
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)
