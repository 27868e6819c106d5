import type { Database } from '../db/db.ts'
import { readAs } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { type District, findUsedDistrict, listDistricts } from '../people/store.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'

/** The district a command is for: the one it names, or the only one in use. */
export const districtOf = async ({ db }: Database, wanted: string | undefined): Promise<District> => {
  const identity = programIdentity('command', '*')
  const used = await readAs(db, identity, listDistricts)
  if (wanted === undefined) {
    const [only, another] = used
    if (only && another === undefined) return only
    throw new CommandFault(
      `Say which district with --district: ${used.map(({ id }) => id).join(', ') || 'none is in use yet'}.`,
      exitCodes.usage,
    )
  }
  const found = await readAs(db, identity, (trx) => findUsedDistrict(trx, wanted))
  if (found) return found
  throw new CommandFault(`The district ${wanted} is not in use in this installation.`, exitCodes.usage)
}
