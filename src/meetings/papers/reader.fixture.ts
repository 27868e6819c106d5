import process from 'node:process'
import { openEmbedded } from '../../db/db.ts'
import { paperJobs } from './jobs.ts'

/**
 * The part of the program that reads papers, as a process of its own that a test can kill: the database's folder. Prints a line
 * each time a paper has been read and is about to be stored.
 */
const database = await openEmbedded(process.argv[2] ?? '')
const clock = () => {
  process.stdout.write('read\n')
  return new Date()
}
for (const job of paperJobs({ db: database.db, clock })) await job.run()
await database.close()
process.exit(0)
