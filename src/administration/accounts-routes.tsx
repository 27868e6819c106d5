import { Hono } from 'hono'
import { z } from 'zod'
import { sortKey } from '../base/danish.ts'
import { Forbidden, notFound } from '../base/errors.ts'
import type { Language } from '../base/language.ts'
import { readAs } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { grantable, type GrantedRole, grantedRoles } from '../people/permissions.ts'
import { listMunicipalities } from '../people/store.ts'
import type { Account, AccountFault } from '../sign-in/accounts.ts'
import { signInTexts } from '../sign-in/texts.ts'
import type { Problem } from '../web/problem.ts'
import { type Asked, handlersOf, type RequestEnv } from '../web/request.ts'
import { AccountPage, AccountsPage, CreateAccountPage } from './accounts-pages.tsx'
import {
  addGrant,
  endGrant,
  isEmailOfPerson,
  listAccountPersons,
  listEverGranted,
  listGrants,
  tieAccount,
} from './grants-store.ts'
import { administrationPaths } from './paths.ts'
import type { AdministrationParts } from './parts.ts'
import { administeredBy, countAdministrators, districtsOfAccount } from './reach-store.ts'
import { administrationTexts } from './texts.ts'

const optionalChoice = z.string().transform((value) => (value === '' ? null : value))
const roleForm = z.object({
  rolle: z.enum(['', ...grantedRoles]).catch(''),
  kommune: optionalChoice
    .pipe(
      z
        .string()
        .regex(/^\d{3}$/)
        .nullable(),
    )
    .catch(null),
})

interface ChosenRole {
  role: GrantedRole
  municipalityCode: string | null
}

/** The role chosen in a form, or what is wrong with it. Nobody gives more than they have. */
function chosenRole(asked: Asked, values: Record<string, unknown>): { chosen: ChosenRole | null; problems: Problem[] } {
  const t = administrationTexts[asked.lang].faults
  const { rolle, kommune } = roleForm.parse({ rolle: '', kommune: '', ...values })
  if (rolle === '') return { chosen: null, problems: [] }
  if (!grantable(asked.actor).includes(rolle)) return { chosen: null, problems: [{ field: 'rolle', text: t.role }] }
  if (rolle !== 'municipalCoordinator') return { chosen: { role: rolle, municipalityCode: null }, problems: [] }
  if (kommune === null) return { chosen: null, problems: [{ field: 'kommune', text: t.municipality }] }
  return { chosen: { role: rolle, municipalityCode: kommune }, problems: [] }
}

const faultProblem = (fault: AccountFault, lang: Language): Problem => {
  if (fault === 'emailTaken' || fault === 'emailInvalid')
    return { field: 'email', text: administrationTexts[lang].faults[fault] }
  return { field: 'password', text: signInTexts[lang].faults[fault] }
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Accounts that have or had a role, or are a person, in the district. Others are no business of its administrator. */
async function accountsHere(asked: Asked, { signIn }: AdministrationParts) {
  const { grants, persons, ever } = await asked.read(async (trx) => ({
    grants: await listGrants(trx, asked.district.id, asked.today),
    persons: await listAccountPersons(trx, asked.district.id),
    ever: await listEverGranted(trx, asked.district.id),
  }))
  const here = new Set([...ever, ...persons.map(({ accountId }) => accountId)])
  const accounts = (await signIn.listAccounts()).filter(({ id }) => here.has(id))
  return { accounts, grants, persons }
}

const listPage = (parts: AdministrationParts) => async (asked: Asked) => {
  const { accounts, grants } = await accountsHere(asked, parts)
  const words = asked.query('q').slice(0, 100)
  const role = asked.query('rolle')
  const rows = accounts
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(words.toLowerCase()))
    .map((account) => ({ account, grants: grants.filter(({ accountId }) => accountId === account.id) }))
    .filter(({ grants: own }) => role === '' || own.some((grant) => grant.role === role))
    .toSorted((a, b) => (sortKey(a.account.name) < sortKey(b.account.name) ? -1 : 1))
  return asked.page(<AccountsPage asked={asked} rows={rows} words={words} role={role} roles={grantedRoles} />)
}

const createRoutes = (parts: AdministrationParts) => {
  const on = handlersOf(parts)
  const municipalitiesOf = (asked: Asked) =>
    asked.read((trx) => listMunicipalities(trx, asked.district.id, asked.today))
  return new Hono<RequestEnv>()
    .get(
      administrationPaths.createAccount,
      on('accounts.manage', async (asked) =>
        asked.page(<CreateAccountPage asked={asked} municipalities={await municipalitiesOf(asked)} />),
      ),
    )
    .post(
      administrationPaths.createAccount,
      on('accounts.manage', async (asked) => {
        const { values } = await asked.form(z.unknown())
        const { chosen, problems } = chosenRole(asked, values)
        const [name, email, password] = [text(values['navn']), text(values['email']), text(values['password'])]
        if (name === '') problems.unshift({ field: 'navn', text: administrationTexts[asked.lang].faults.name })
        const refuse = async (found: readonly Problem[]) => {
          const { password: _, ...shown } = values
          return asked.page(
            <CreateAccountPage
              asked={asked}
              values={shown}
              problems={found}
              municipalities={await municipalitiesOf(asked)}
            />,
            422,
          )
        }
        // Without a role, only a person of the register would be found again.
        if (
          problems.length === 0 &&
          chosen === null &&
          !(await asked.read((trx) => isEmailOfPerson(trx, asked.district.id, email)))
        )
          problems.push({ field: 'rolle', text: administrationTexts[asked.lang].faults.roleMissing })
        if (problems.length > 0) return refuse(problems)
        const made = await parts.signIn.createAccount({ name, email, password })
        // Somebody known from another district gets the role here, and keeps their own password.
        const known =
          'fault' in made && made.fault === 'emailTaken' && chosen !== null
            ? await parts.signIn.findAccountByEmail(email)
            : null
        if ('fault' in made && known === null) return refuse([faultProblem(made.fault, asked.lang)])
        const accountId = 'accountId' in made ? made.accountId : (known?.id ?? notFound())
        await asked.change(async (trx, log) => {
          await tieAccount(trx, asked.district.id, accountId, email)
          if (known === null)
            await log({ action: 'account.created', subjectKind: 'account', subjectId: accountId, subjectName: name })
          const grant = chosen && { accountId, ...chosen, from: asked.today, grantedBy: asked.actor.name }
          if (chosen !== null && grant !== null && (await addGrant(trx, asked.district.id, grant))) {
            await log({
              action: 'role.granted',
              subjectKind: 'account',
              subjectId: accountId,
              subjectName: known?.name ?? name,
              changes: [
                {
                  field: 'role',
                  before: null,
                  after: [chosen.role, chosen.municipalityCode].filter(Boolean).join(' '),
                },
              ],
            })
          }
        })
        return asked.goTo(chosen === null ? administrationPaths.accounts : administrationPaths.account(accountId))
      }),
    )
}

/** Signing in is the account's in every district, so only who administers them all may touch it. */
async function requireWholeAccount(asked: Asked, { db }: AdministrationParts, account: Account): Promise<void> {
  const { its, mine } = await readAs(db, programIdentity('account districts', '*'), async (trx) => ({
    its: await districtsOfAccount(trx, account.id, asked.today),
    mine: await administeredBy(trx, asked.actor.accountId ?? '', asked.today),
  }))
  if (!its.every((district) => mine.includes(district))) throw new Forbidden('accounts.manage')
}

const subjectOf = (account: Account) => ({
  subjectKind: 'account',
  subjectId: account.id,
  subjectName: account.name,
})

const roleText = ({ role, municipalityCode }: ChosenRole): string => [role, municipalityCode].filter(Boolean).join(' ')

/** What an administrator's form about one account did: null, or what stands in the way. */
type Deed = (asked: Asked, account: Account, values: Record<string, unknown>) => Promise<Problem | null>

const giveRole: Deed = async (asked, account, values) => {
  const { chosen, problems } = chosenRole(asked, values)
  if (chosen === null) return problems[0] ?? { field: 'rolle', text: administrationTexts[asked.lang].faults.role }
  await asked.change(async (trx, log) => {
    const grant = { accountId: account.id, ...chosen, from: asked.today, grantedBy: asked.actor.name }
    if (!(await addGrant(trx, asked.district.id, grant))) return
    const changes = [{ field: 'role', before: null, after: roleText(chosen) }]
    await log({ action: 'role.granted', ...subjectOf(account), changes })
  })
  return null
}

const endRole: Deed = (asked, account, values) =>
  asked.change(async (trx, log) => {
    const grants = await listGrants(trx, asked.district.id, asked.today, account.id)
    const grant = grants.find(({ id }) => id === values['rolleId']) ?? notFound()
    if (grant.role === 'administrator' && (await countAdministrators(trx, asked.district.id, asked.today)) <= 1)
      return { field: 'rolle', text: administrationTexts[asked.lang].faults.lastAdministrator }
    await endGrant(trx, asked.district.id, grant.id, asked.today)
    const changes = [{ field: 'role', before: roleText(grant), after: null }]
    await log({ action: 'role.ended', ...subjectOf(account), changes })
    return null
  })

/** Deeds about signing in, which belongs to the whole account and not to one district. */
const signInDeeds = (parts: AdministrationParts): Record<'spaer' | 'aabn' | 'totrin' | 'adgangskode', Deed> => {
  const { signIn } = parts
  const deed =
    (
      action: string,
      work: (account: Account, values: Record<string, unknown>, asked: Asked) => Promise<Problem | null>,
    ): Deed =>
    async (asked, account, values) => {
      await requireWholeAccount(asked, parts, account)
      const problem = await work(account, values, asked)
      if (problem === null) await asked.change((_, log) => log({ action, ...subjectOf(account) }))
      return problem
    }
  return {
    spaer: deed('account.disabled', async (account, _, asked) => {
      if (account.id === asked.actor.accountId)
        return { field: 'rolle', text: administrationTexts[asked.lang].faults.ownAccount }
      await signIn.disableAccount(account.id)
      return null
    }),
    aabn: deed('account.enabled', async (account) => {
      await signIn.enableAccount(account.id)
      return null
    }),
    totrin: deed('account.secondFactorReset', async (account) => {
      await signIn.resetSecondFactor(account.id)
      return null
    }),
    adgangskode: deed('account.passwordSet', async (account, values, asked) => {
      const fault = await signIn.setPassword(account, text(values['password']))
      return fault === null ? null : faultProblem(fault, asked.lang)
    }),
  }
}

const accountRoutes = (parts: AdministrationParts) => {
  const on = handlersOf(parts)
  const deeds: Readonly<Record<string, Deed>> = { giv: giveRole, fjern: endRole, ...signInDeeds(parts) }
  const find = async (asked: Asked) => {
    const { accounts, grants, persons } = await accountsHere(asked, parts)
    const account = accounts.find(({ id }) => id === asked.param('id')) ?? notFound()
    return {
      account,
      grants: grants.filter(({ accountId }) => accountId === account.id),
      person: persons.find(({ accountId }) => accountId === account.id) ?? null,
      municipalities: await asked.read((trx) => listMunicipalities(trx, asked.district.id, asked.today)),
    }
  }
  return new Hono<RequestEnv>()
    .get(
      administrationPaths.account(':id'),
      on('accounts.manage', async (asked) => asked.page(<AccountPage asked={asked} {...await find(asked)} />)),
    )
    .post(
      administrationPaths.account(':id'),
      on('accounts.manage', async (asked) => {
        const found = await find(asked)
        const { values } = await asked.form(z.unknown())
        const name = text(values['handling'])
        const deed = (Object.hasOwn(deeds, name) ? deeds[name] : undefined) ?? notFound()
        const problem = await deed(asked, found.account, values)
        if (problem !== null) return asked.page(<AccountPage asked={asked} {...found} problems={[problem]} />, 422)
        return asked.goTo(administrationPaths.account(found.account.id))
      }),
    )
}

/** Accounts and the roles they have in the district. */
export const accountsRoutes = (parts: AdministrationParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(administrationPaths.accounts, on('accounts.manage', listPage(parts)))
    .route('/', createRoutes(parts))
    .route('/', accountRoutes(parts))
}
