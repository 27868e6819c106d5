import { randomInt } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { today } from '../base/time.ts'
import { programChain, record } from '../audit/store.ts'
import { addGrant, listGrants, tieAccount } from '../administration/grants-store.ts'
import type { Database } from '../db/db.ts'
import { readAs, transact } from '../db/tx.ts'
import { programIdentity } from '../people/actor.ts'
import { type GrantedRole, grantedRoles } from '../people/permissions.ts'
import { districtsOf, findDistrict, listDistricts, listMunicipalities } from '../people/store.ts'
import type { Account, AccountFault } from '../sign-in/accounts.ts'
import type { SignIn } from '../sign-in/auth.ts'
import { longestPassword, shortestPassword } from '../sign-in/passwords.ts'
import type { Clock } from '../base/time.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFault } from './fault.ts'
import { clockOf, withDatabase } from './open.ts'
import { logOf, signInOf } from './parts.ts'

/** What the commands about users work with. */
export interface UserParts {
  db: Database['db']
  signIn: SignIn
  clock: Clock
}

const withUsers = (work: (parts: UserParts) => Promise<void>): Promise<void> =>
  withDatabase(async (database, settings) => {
    const clock = clockOf(settings)
    const baseUrl = () => settings.baseUrl ?? 'http://127.0.0.1'
    const signIn = await signInOf({ database, settings, clock, log: logOf(settings), baseUrl })
    await work({ db: database.db, signIn, clock })
  })

const wrong = (message: string): CommandFault => new CommandFault(message, exitCodes.usage)

const faultTexts: Record<AccountFault, string> = {
  emailTaken: 'There is an account with this e-mail already.',
  emailInvalid: 'The e-mail is not an address.',
  tooShort: `The password must have at least ${String(shortestPassword)} characters.`,
  tooLong: `The password can have at most ${String(longestPassword)} characters.`,
  tooSimple: 'The password is too simple.',
  broken: 'The password is on a list of passwords that others have guessed.',
  personal: 'The password is the name or the e-mail.',
}

/** Letters and digits that are not taken for each other when read aloud. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A random password of five groups of five, over 120 bits. */
export const newPassword = (): string =>
  Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  )

/** The options of `samvirk user add` as typed. */
export interface UserOptions {
  email: string
  name: string
  role: string
  municipality?: string
  district?: string
}

const isGrantedRole = (role: string): role is GrantedRole => grantedRoles.some((one) => one === role)

const everywhere = programIdentity('samvirk user', '*')

/** The district that is named, or the only one in use. */
async function chosenDistrict(db: Database['db'], named: string | undefined): Promise<{ id: string; name: string }> {
  if (named !== undefined) {
    const found = await readAs(db, everywhere, (trx) => findDistrict(trx, named))
    if (found === undefined)
      throw wrong(`There is no district "${named}". Use the short name of the address, such as mvsj or ns.`)
    return found
  }
  const [only, second] = await readAs(db, everywhere, listDistricts)
  if (only === undefined) throw wrong('Name the district with --district, such as --district mvsj.')
  if (second !== undefined) throw wrong('Several districts are in use. Name one with --district.')
  return only
}

/** The code of a municipality of the district, given by code or name; null when none is given. */
async function chosenMunicipality(
  { db, clock }: UserParts,
  district: { id: string; name: string },
  role: GrantedRole,
  named: string | undefined,
): Promise<string | null> {
  if (role !== 'municipalCoordinator') {
    if (named !== undefined) throw wrong('--municipality goes with --role municipalCoordinator only.')
    return null
  }
  const all = await readAs(db, everywhere, (trx) => listMunicipalities(trx, district.id, today(clock)))
  const found = all.find(({ code, name }) => code === named || name.toLowerCase() === named?.toLowerCase())
  if (found !== undefined) return found.code
  const choices = all.map(({ code, name }) => `${name} (${code})`).join(', ')
  throw wrong(`Name the municipality with --municipality. ${district.name} has ${choices}.`)
}

/**
 * Makes an account and gives it a role; the first one takes its district into use. Somebody who has an account gets the
 * role and keeps the password. Nothing is made when anything is wrong.
 * @returns what the account is, and whether it is new.
 * @throws CommandFault
 */
export async function addUser(
  parts: UserParts,
  options: UserOptions,
  password: string,
): Promise<{ email: string; district: string; created: boolean }> {
  const { db, signIn, clock } = parts
  const name = options.name.trim()
  const { role } = options
  if (name === '') throw wrong('Name the person with --name.')
  if (!isGrantedRole(role)) throw wrong(`There is no role "${role}". Choose one of ${grantedRoles.join(', ')}.`)
  const district = await chosenDistrict(db, options.district)
  const municipalityCode = await chosenMunicipality(parts, district, role, options.municipality)
  const known = await signIn.findAccountByEmail(options.email)
  const made =
    known === null ? await signIn.createAccount({ email: options.email, name, password }) : { accountId: known.id }
  if ('fault' in made) throw wrong(faultTexts[made.fault])
  const { accountId } = made
  const email = options.email.trim().toLowerCase()
  const subject = { subjectKind: 'account', subjectId: accountId, subjectName: known?.name ?? name }
  await transact(db, programIdentity('samvirk user add', '*'), clock(), async (trx) => {
    const grants = await listGrants(trx, district.id, today(clock), accountId)
    if (grants.some((grant) => grant.role === role && grant.municipalityCode === municipalityCode))
      throw wrong(`${email} has this role in ${district.name} already.`)
    await trx.updateTable('people.district').set({ in_use: true }).where('id', '=', district.id).execute()
    await tieAccount(trx, district.id, accountId, email)
    await addGrant(trx, district.id, {
      accountId,
      role,
      municipalityCode,
      from: today(clock),
      grantedBy: 'samvirk user add',
    })
    if (known === null) await record(trx, district.id, { action: 'account.created', ...subject })
    const changes = [
      { field: 'role', before: null, after: role },
      ...(municipalityCode === null ? [] : [{ field: 'municipalityCode', before: null, after: municipalityCode }]),
    ]
    await record(trx, district.id, { action: 'role.granted', ...subject, changes })
  })
  return { email, district: district.name, created: known === null }
}

/** Every account with its roles in every district in use, one line each. */
export async function listUsers({ db, signIn, clock }: UserParts): Promise<string[]> {
  const accounts = await signIn.listAccounts()
  const roles = await readAs(db, everywhere, async (trx) => {
    const found = new Map<string, string[]>()
    for (const district of await listDistricts(trx))
      for (const { accountId, role, municipalityName } of await listGrants(trx, district.id, today(clock)))
        found.set(accountId, [
          ...(found.get(accountId) ?? []),
          `${district.id}: ${role}${municipalityName === null ? '' : ` ${municipalityName}`}`,
        ])
    return found
  })
  const about = ({ id, disabledAt }: Account) =>
    [...(disabledAt === null ? [] : ['disabled']), ...(roles.get(id) ?? ['no role'])].join(', ')
  return accounts.map((account) => `${account.email}  ${account.name}  (${about(account)})`)
}

/**
 * Closes an account and ends its sessions.
 * @throws CommandFault when there is no such account, or it is closed already.
 */
export async function disableUser({ db, signIn, clock }: UserParts, email: string): Promise<void> {
  const account = await signIn.findAccountByEmail(email)
  if (account === null) throw wrong(`There is no account with the e-mail ${email}.`)
  if (account.disabledAt !== null) throw wrong(`${account.email} is disabled already.`)
  await signIn.disableAccount(account.id)
  await transact(db, programIdentity('samvirk user disable', '*'), clock(), async (trx) => {
    const districts = await districtsOf(trx, account.id, today(clock))
    for (const district of districts.length > 0 ? districts : [programChain])
      await record(trx, district, {
        action: 'account.disabled',
        subjectKind: 'account',
        subjectId: account.id,
        subjectName: account.name,
      })
  })
}

const typedPassword = async (): Promise<string> => {
  const [first = ''] = (await text(process.stdin)).split(/\r?\n/)
  if (first === '') throw wrong('No password came on standard input.')
  return first
}

/** `samvirk user add` */
export async function userAddCommand(options: UserOptions & { passwordStdin?: true }): Promise<void> {
  const typed = options.passwordStdin === true ? await typedPassword() : null
  await withUsers(async (parts) => {
    const password = typed ?? newPassword()
    const { email, district, created } = await addUser(parts, options, password)
    console.log(`${email} has the role ${options.role} in ${district}.`)
    if (!created) console.log('The account was there already and keeps its password.')
    else if (typed === null) console.log(`Password, shown only now: ${password}`)
  })
}

/** `samvirk user list` */
export const userListCommand = (): Promise<void> =>
  withUsers(async (parts) => {
    const lines = await listUsers(parts)
    console.log(lines.length === 0 ? 'There are no accounts.' : lines.join('\n'))
  })

/** `samvirk user disable EMAIL` */
export const userDisableCommand = (email: string): Promise<void> =>
  withUsers(async (parts) => {
    await disableUser(parts, email)
    console.log(`${email} can no longer sign in, and all sessions have ended.`)
  })
