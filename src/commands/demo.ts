import { demoAccounts } from '../../demo/accounts.ts'
import { loadDemo } from '../../demo/load.ts'
import type { Settings } from '../config.ts'
import type { SignIn } from '../sign-in/auth.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { clockOf, withDatabase } from './open.ts'
import { logOf, signInOf } from './parts.ts'

/** Everybody knows the password of the demonstration accounts, so they exist only where nobody else can come. */
export const allowsDemo = (embedded: boolean, settings: Pick<Settings, 'loopback' | 'production'>): boolean =>
  embedded && settings.loopback && !settings.production

/** The demonstration accounts that can sign in here. */
export async function usableDemoAccounts(signIn: Pick<SignIn, 'findAccountByEmail'>) {
  const found = await Promise.all(demoAccounts.map(({ email }) => signIn.findAccountByEmail(email)))
  return demoAccounts.filter((_, index) => found[index]?.disabledAt === null)
}

/**
 * Refuses to open a demonstration to others.
 * @throws CommandFault naming the way out when a demonstration account could sign in.
 */
export async function refuseOpenDemo(signIn: Pick<SignIn, 'findAccountByEmail'>): Promise<void> {
  const usable = await usableDemoAccounts(signIn)
  if (usable.length > 0)
    throw new CommandFault(
      `This database holds demonstration accounts, whose password everybody knows (${usable.map(({ email }) => email).join(', ')}), and the settings let others reach the server.\n` +
        'Keep the demonstration to this machine: leave DATABASE_URL, HOST, BASE_URL and NODE_ENV out. To begin without it, name another folder in DATA_DIR. ' +
        'To keep its data, disable these accounts with "samvirk user disable".',
      exitCodes.usage,
    )
}

/** `samvirk demo` */
export const demoCommand = (): Promise<void> =>
  withDatabase(async (database, settings) => {
    if (!allowsDemo(database.embedded, settings))
      throw new CommandFault(
        'The demonstration is only for the embedded database on this machine: leave DATABASE_URL, HOST, BASE_URL and NODE_ENV out.',
        exitCodes.usage,
      )
    const clock = clockOf(settings)
    const log = logOf(settings)
    const signIn = await signInOf({ database, settings, clock, log, baseUrl: () => 'http://127.0.0.1' })
    const loaded = await loadDemo({ db: database.db, signIn, clock })
    if (!loaded) throw new CommandFault('The database is not empty. Nothing was loaded.', exitCodes.notEmpty)
    console.log('The demonstration district is loaded.')
  })
