import process from 'node:process'
import { openEmbedded } from '../db/db.ts'
import { mailJobs } from './sending.ts'
import { transportOf } from './transport.ts'

/** The part of the program that sends, as a process of its own that a test can kill: the database's folder, then the mail server. */
const [, , folder = '', url = ''] = process.argv
const database = await openEmbedded(folder)
const transport = transportOf({ kind: 'smtp', url, from: 'Samvirk <post@kreds.example>' })
for (const job of mailJobs({ db: database.db, clock: () => new Date(), transport, alone: true })) await job.run()
await database.close()
