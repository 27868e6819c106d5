import { once } from 'node:events'
import process from 'node:process'
import { openEmbedded, openServer } from '../db/db.ts'
import { mailJobs } from './sending.ts'
import { transportOf } from './transport.ts'

/**
 * The part of the program that sends, as a process of its own that a test can kill: the database's folder or address, the
 * mail server, and `wait` to begin when something is written to it. Says how many mails it sent.
 */
const [, , at = '', url = '', how = ''] = process.argv
const database = await (at.startsWith('postgres') ? openServer(at, 2) : openEmbedded(at))
const { db, embedded: alone } = database
if (how === 'wait') {
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  process.stdin.destroy()
}
const transport = transportOf({ kind: 'smtp', url, from: 'Samvirk <post@kreds.example>' })
let sent = 0
for (const job of mailJobs({ db, clock: () => new Date(), transport, alone })) sent += await job.run()
await database.close()
process.stdout.write(`${String(sent)}\n`)
