import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { asOwner, emptied, identity, testServer } from '../../test/db.ts'
import { transact } from '../db/tx.ts'
import { queueMail } from './outbox-store.ts'
import { startSmtp } from './smtp.fixture.ts'

const addresses = Array.from({ length: 40 }, (_, number) => `medlem${String(number).padStart(2, '0')}@kommune.example`)

const start = (database: string, url: string) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sender.fixture.ts'), database, url, 'wait'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return { child, ready: once(child.stdout, 'data'), ended: once(child, 'exit') }
}

/** A server alone: the embedded database belongs to one process, and `commands/lock.ts` lets no other one in. */
test.runIf(testServer !== undefined)(
  'three processes that send from one outbox at once send each mail once',
  async () => {
    const database = await emptied()
    const [row] = await asOwner('select current_database() as name')
    const url = new URL(testServer ?? '')
    url.pathname = `/${String(row?.['name'])}`
    await transact(database.db, identity(), new Date(), async (trx) => {
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
    const smtp = await startSmtp({ slowMs: 20 })
    const senders = [1, 2, 3].map(() => start(url.href, smtp.url))
    try {
      await Promise.all(senders.map(({ ready }) => ready))
      const counts = senders.map(async ({ child }) => Number(await text(child.stdout)))
      for (const { child } of senders) child.stdin.write('go\n')
      for (const { ended } of senders) expect(await ended).toEqual([0, null])
      expect(smtp.received.map(({ to }) => to).toSorted()).toEqual(addresses)
      expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(addresses.length)
      for (const count of await Promise.all(counts)) expect(count).toBeGreaterThan(0)
    } finally {
      for (const { child } of senders) child.kill('SIGKILL')
      await smtp.close()
    }
  },
  120_000,
)
