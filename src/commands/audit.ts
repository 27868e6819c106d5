import { verifyChains } from '../audit/store.ts'
import { readAs } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { withDatabase } from './open.ts'

const meanings = {
  changed: 'was changed after it was written',
  missing: 'follows on entries that are missing',
  inserted: 'does not follow on the entry before it',
  tail: 'is not where the log ended: entries were removed from the end, or put in',
} as const

/** Checks every chain of the log and names each entry where one does not hold. */
export const auditVerify = (): Promise<void> =>
  withDatabase(async ({ db }) => {
    const { entries, broken } = await readAs(db, programIdentity('audit verify', '*'), verifyChains)
    if (broken.length > 0)
      throw new CommandFault(
        broken
          .map(({ district, number, reason }) => `District ${district}, entry ${number} ${meanings[reason]}.`)
          .join('\n'),
        exitCodes.notVerified,
      )
    console.log(`The log holds: ${String(entries)} entries checked, none changed, removed or put in.`)
  })
