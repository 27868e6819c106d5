import { type CalendarDay, type Clock, dayOf } from '../src/base/time.ts'
import type { Db, Trx } from '../src/db/db.ts'
import { readAs, transact } from '../src/db/tx.ts'
import { programIdentity } from '../src/people/actor.ts'
import { listDistricts } from '../src/people/store.ts'
import type { SignIn } from '../src/sign-in/auth.ts'
import { demoAccounts, demoDistricts, demoPassword } from './accounts.ts'
import { demoAdditions, demoRewordings } from './edits.ts'
import { demoFora } from './fora.ts'
import { recordMeetings } from './meetings/record.ts'
import { recordChanges } from './record-changes.ts'
import { recordCompositions, recordFora, recordFrame, recordInterfaces } from './record-fora.ts'
import { recordPeople } from './record-people.ts'
import { logAll, onMorningOf, startRecording } from './recording.ts'
import { begun } from './when.ts'

interface DemoParts {
  db: Db
  signIn: SignIn
  clock: Clock
}

/** Makes the accounts; one that is there already, from a load that was broken off, is taken as it is. */
async function makeAccounts(signIn: SignIn): Promise<ReadonlyMap<string, string>> {
  const made = await Promise.all(
    demoAccounts.map(async ({ email, name }): Promise<[string, string]> => {
      const account = await signIn.createAccount({ email, name, password: demoPassword })
      if ('accountId' in account) return [email, account.accountId]
      const known = await signIn.findAccountByEmail(email)
      if (known === null) throw new Error(`The demonstration account ${email} could not be made: ${account.fault}`)
      return [email, known.id]
    }),
  )
  return new Map(made)
}

async function recordGrants(trx: Trx, accounts: ReadonlyMap<string, string>, from: CalendarDay): Promise<void> {
  const rows = demoAccounts.flatMap(({ email, grants }) =>
    grants.map(({ district, role, municipality }) => ({
      district,
      account_id: accounts.get(email) ?? '',
      role,
      municipality_code: municipality ?? null,
      valid_from: from,
      granted_by: 'Demonstration',
    })),
  )
  await trx.insertInto('people.role_grant').values(rows).execute()
}

/** The fora as they were when the register was begun: without those added since, and in their earlier words. */
const foraAtFirst = () => {
  const added = new Set(demoAdditions.map(({ forum }) => forum))
  const earlier = new Map(demoRewordings.map((change) => [change.forum, change.earlier]))
  return demoFora.filter(({ name }) => !added.has(name)).map((forum) => ({ ...forum, ...earlier.get(forum.name) }))
}

/**
 * Loads the demonstration district and its accounts when no district is in use; true when it did. The register is one
 * transaction, so a start that is broken off leaves nothing half done: the next one loads it.
 */
export async function loadDemo({ db, signIn, clock }: DemoParts): Promise<boolean> {
  const identity = programIdentity('Demonstration', '*')
  if ((await readAs(db, identity, listDistricts)).length > 0) return false
  const accounts = await makeAccounts(signIn)
  const now = clock()
  await transact(db, identity, now, async (trx) => {
    const recording = startRecording(trx, demoDistricts.full, dayOf(now))
    const start = begun(recording.today)
    await onMorningOf(recording, start, identity)
    await trx
      .updateTable('people.district')
      .set({ in_use: true })
      .where('id', 'in', Object.values(demoDistricts))
      .execute()
    await recordGrants(trx, accounts, start)
    await recordPeople(recording, accounts)
    await recordFrame(recording)
    const first = foraAtFirst()
    await recordFora(recording, first)
    await recordInterfaces(recording, first)
    await recordCompositions(recording)
    await logAll(recording, [
      { action: 'demo.loaded', subjectKind: 'district', subjectId: demoDistricts.full, subjectName: 'Demonstration' },
    ])
    const secretariat = { ...identity, name: 'Ane Eksempel', account: accounts.get('sekretariat@samvirk.test') ?? null }
    await recordChanges(recording, secretariat)
    await onMorningOf(recording, dayOf(now), identity)
    await recordMeetings(recording)
  })
  return true
}
