import type { Clock } from '../src/base/time.ts'
import type { Db } from '../src/db/db.ts'
import { readAs, transact } from '../src/db/tx.ts'
import { programIdentity } from '../src/people/actor.ts'
import type { GrantedRole } from '../src/people/permissions.ts'
import { listDistricts } from '../src/people/store.ts'
import type { SignIn } from '../src/sign-in/auth.ts'
import { demoAccounts, demoPassword } from './accounts.ts'

interface DemoParts {
  db: Db
  signIn: SignIn
  clock: Clock
}

const grants: Record<string, readonly { district: string; role: GrantedRole; municipality?: string }[]> = {
  'admin@samvirk.test': [
    { district: 'mvsj', role: 'administrator' },
    { district: 'ns', role: 'administrator' },
  ],
  'sekretariat@samvirk.test': [
    { district: 'mvsj', role: 'secretariat' },
    { district: 'ns', role: 'secretariat' },
  ],
  'kommune@samvirk.test': [{ district: 'mvsj', role: 'municipalCoordinator', municipality: '259' }],
  'borgmester@samvirk.test': [{ district: 'mvsj', role: 'partner' }],
  'revisor@samvirk.test': [{ district: 'mvsj', role: 'auditor' }],
}

/** Loads the demonstration district and its accounts when the database is empty. True when it did. */
export async function loadDemo({ db, signIn, clock }: DemoParts): Promise<boolean> {
  const identity = programIdentity('Demonstration', '*')
  if ((await readAs(db, identity, listDistricts)).length > 0) return false
  const accounts = new Map<string, string>()
  for (const { email, name } of demoAccounts) {
    const made = await signIn.createAccount({ email, name, password: demoPassword })
    if ('fault' in made) throw new Error(`The demonstration account ${email} could not be made: ${made.fault}`)
    accounts.set(email, made.accountId)
  }
  await transact(db, identity, clock(), async (trx) => {
    await trx.updateTable('people.district').set({ in_use: true }).where('id', 'in', ['mvsj', 'ns']).execute()
    for (const [email, given] of Object.entries(grants))
      for (const { district, role, municipality } of given)
        await trx
          .insertInto('people.role_grant')
          .values({
            district,
            account_id: accounts.get(email) ?? '',
            role,
            municipality_code: municipality ?? null,
            valid_from: '2025-01-01',
            granted_by: 'Demonstration',
          })
          .execute()
  })
  return true
}
