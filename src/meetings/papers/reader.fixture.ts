import process from 'node:process'
import { openEmbedded } from '../../db/db.ts'
import { paperJobs } from './jobs.ts'

/** The part of the program that reads papers, as a process of its own that a test can kill: the database's folder. */
const database = await openEmbedded(process.argv[2] ?? '')
process.stdout.write('reading\n')
for (const job of paperJobs({ db: database.db, clock: () => new Date() })) await job.run()
await database.close()
process.exit(0)
