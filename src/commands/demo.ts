import { loadDemo } from '../../demo/load.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { clockOf, withDatabase } from './open.ts'
import { logOf, signInOf } from './parts.ts'

/** Loads the demonstration district into the embedded database. */
export const demoCommand = (): Promise<void> =>
  withDatabase(async (database, settings) => {
    if (!database.embedded || settings.production)
      throw new CommandFault(
        'The demonstration is only for the embedded database, outside production.',
        exitCodes.usage,
      )
    const clock = clockOf(settings)
    const signIn = await signInOf({
      database,
      settings,
      clock,
      log: logOf(settings),
      baseUrl: () => 'http://127.0.0.1',
    })
    const loaded = await loadDemo({ db: database.db, signIn, clock })
    if (!loaded) throw new CommandFault('The database is not empty. Nothing was loaded.', exitCodes.failed)
    console.log('The demonstration district is loaded.')
  })
