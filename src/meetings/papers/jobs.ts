import type { Job } from '../../base/job.ts'
import type { Clock } from '../../base/time.ts'
import type { Db } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { kindOfMedia } from '../../documents/file-kinds.ts'
import { readFile } from '../../documents/file-store.ts'
import { isolated } from '../../documents/intake/isolated.ts'
import { IntakeRefusal } from '../../documents/intake/refusal.ts'
import { programIdentity } from '../../people/actor.ts'
import { listWaiting, setWords, type WaitingVersion } from './paper-store.ts'

/** Characters of text kept for the search, about five hundred pages. */
const mostCharacters = 500_000
const atOnce = 20
const program = programIdentity('Samvirk', '*')

/** A text as a database can keep it: no null character, no half of a pair of surrogates, single spaces. */
const tidy = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll('\0', '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\n\s*\n+/g, '\n')
    .trim()
    .slice(0, mostCharacters)
    .toWellFormed()

const wordsOf = async (bytes: Uint8Array, mediaType: string): Promise<string> => {
  try {
    return tidy(await isolated('words', { kind: kindOfMedia(mediaType), bytes }, { beside: true }))
  } catch (error) {
    // A file that cannot be read is not tried again: the answer would be the same.
    if (error instanceof IntakeRefusal) return ''
    throw error
  }
}

/** Reading happens between two transactions, so that a slow file holds up nobody; killed in between, the version still waits. */
const readOne = async (db: Db, clock: Clock, version: WaitingVersion): Promise<void> => {
  const file = await readAs(db, program, (trx) => readFile(trx, version.district, version.fileId))
  const words = file === undefined ? '' : await wordsOf(file.bytes, version.mediaType)
  await transact(db, program, clock(), (trx) => setWords(trx, version, words))
}

/** Reads the text of papers for the search. */
export const paperJobs = ({ db, clock }: { db: Db; clock: Clock }): Job[] => [
  {
    name: 'paper-words',
    everySeconds: 15,
    run: async (stopping) => {
      const waiting = await readAs(db, program, (trx) => listWaiting(trx, atOnce))
      let done = 0
      for (const version of waiting) {
        if (stopping?.aborted === true) break
        await readOne(db, clock, version)
        done += 1
      }
      return done
    },
  },
]
