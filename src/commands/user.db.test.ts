import { beforeEach, expect, test } from 'vitest'
import { asOwner, emptied } from '../../test/db.ts'
import { aPerson } from '../../test/builders.ts'
import { createSignIn } from '../sign-in/auth.ts'
import { headersWith } from '../sign-in/engine.ts'
import { exitCodes } from './exit-codes.ts'
import { allowsDemo, refuseOpenDemo, usableDemoAccounts } from './demo.ts'
import { CommandFault } from './fault.ts'
import { addUser, disableUser, listUsers, newPassword, type UserOptions, type UserParts } from './user.ts'

let parts: UserParts
const password = 'fire heste i regnvejr'
const anna: UserOptions = {
  email: 'Anna@politi.example',
  name: 'Anna Eksempel',
  role: 'administrator',
  district: 'mvsj',
}

beforeEach(async () => {
  const { db, pool } = await emptied()
  await asOwner('update people.district set in_use = false')
  const signIn = createSignIn({
    pool,
    baseUrl: () => 'http://127.0.0.1:3000',
    secret: 'kun-til-proever-0123456789-abcdefghijkl',
    oidc: null,
    note: () => Promise.resolve(),
    log: () => undefined,
  })
  parts = { db, signIn, clock: () => new Date('2026-11-20T11:00:00Z') }
})

const faultOf = async (work: Promise<unknown>): Promise<CommandFault> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof CommandFault) return error
  throw new Error(`Expected a fault, got ${String(error)}`)
}

const accounts = () => asOwner('select email from sign_in.user_account')
const signInAs = (email: string, given: string) =>
  parts.signIn.signIn({ headers: headersWith([]), sender: '192.0.2.7' }, email, given)

test('the first administrator takes the district into use, can sign in, and is in the log', async () => {
  const made = await addUser(parts, anna, password)
  expect(made).toEqual({ email: 'anna@politi.example', district: 'Midt- og Vestsjællands Politi', created: true })
  expect(await asOwner('select id from people.district where in_use')).toEqual([{ id: 'mvsj' }])
  expect((await signInAs('anna@politi.example', password)).kind).toBe('signedIn')
  const account = await parts.signIn.findAccountByEmail('anna@politi.example')
  expect(
    await asOwner('select action, actor_name from audit.entry where subject_id = $1 order by number', [account?.id]),
  ).toEqual([
    { action: 'account.created', actor_name: 'samvirk user add' },
    { action: 'role.granted', actor_name: 'samvirk user add' },
  ])
  expect(await listUsers(parts)).toEqual(['anna@politi.example  Anna Eksempel  (mvsj: administrator)'])
})

test('with one district in use it need not be named; a second role keeps the password', async () => {
  await addUser(parts, anna, password)
  const { district: _, ...unnamed } = anna
  expect(await addUser(parts, { ...unnamed, role: 'auditor' }, newPassword())).toMatchObject({ created: false })
  expect((await signInAs('anna@politi.example', password)).kind).toBe('signedIn')
  expect((await faultOf(addUser(parts, { ...unnamed, role: 'auditor' }, password))).message).toContain('already')
})

test('a coordinator belongs to a municipality of the district, by name or code', async () => {
  const options = { ...anna, role: 'municipalCoordinator' }
  await addUser(parts, { ...options, municipality: 'køge' }, password)
  await addUser(parts, { ...options, municipality: '253' }, password)
  expect(await listUsers(parts)).toEqual([
    'anna@politi.example  Anna Eksempel  (mvsj: municipalCoordinator Greve, mvsj: municipalCoordinator Køge)',
  ])
})

test('somebody the register knows by the e-mail gets the account', async () => {
  const person = await aPerson('Anna Eksempel')
  await asOwner(`update people.person set email = 'anna@politi.example' where id = $1`, [person])
  await addUser(parts, anna, password)
  const account = await parts.signIn.findAccountByEmail('anna@politi.example')
  expect(await asOwner('select account_id from people.person')).toEqual([{ account_id: account?.id }])
})

test.each<[string, Partial<UserOptions>, string]>([
  ['an unknown role', { role: 'king' }, 'Choose one of administrator'],
  ['an unknown district', { district: 'xx' }, 'no district "xx"'],
  ['a municipality of another district', { role: 'municipalCoordinator', municipality: 'Aarhus' }, 'Køge (259)'],
  ['no municipality', { role: 'municipalCoordinator' }, '--municipality'],
  ['a municipality too much', { municipality: 'Køge' }, 'municipalCoordinator only'],
  ['no e-mail', { email: 'anna' }, 'not an address'],
  ['no name', { name: ' ' }, '--name'],
])('%s is refused, and nothing is made', async (_, wrong, said) => {
  const fault = await faultOf(addUser(parts, { ...anna, ...wrong }, password))
  expect(fault.exitCode).toBe(exitCodes.usage)
  expect(fault.message).toContain(said)
  expect(await accounts()).toEqual([])
  expect(await asOwner('select id from people.district where in_use')).toEqual([])
})

test('a weak password is refused in words, and nothing is made', async () => {
  expect((await faultOf(addUser(parts, anna, 'kort'))).message).toContain('12 characters')
  expect(await accounts()).toEqual([])
})

test('made passwords are long, never the same, and accepted', async () => {
  const made = Array.from({ length: 50 }, newPassword)
  expect(new Set(made).size).toBe(50)
  for (const each of made) expect(each).toMatch(/^([a-z2-9]{5}-){4}[a-z2-9]{5}$/)
  await addUser(parts, anna, newPassword())
})

test('a disabled account cannot sign in, and the log says who did it', async () => {
  await addUser(parts, anna, password)
  await disableUser(parts, 'anna@politi.example')
  expect((await signInAs('anna@politi.example', password)).kind).toBe('refused')
  expect(await listUsers(parts)).toEqual(['anna@politi.example  Anna Eksempel  (disabled, mvsj: administrator)'])
  const account = await parts.signIn.findAccountByEmail('anna@politi.example')
  expect(
    await asOwner(
      `select district, actor_name from audit.entry where action = 'account.disabled' and subject_id = $1`,
      [account?.id],
    ),
  ).toEqual([{ district: 'mvsj', actor_name: 'samvirk user disable' }])
  expect((await faultOf(disableUser(parts, 'anna@politi.example'))).message).toContain('already')
  expect((await faultOf(disableUser(parts, 'ingen@politi.example'))).message).toContain('no account')
})

test('a demonstration account that can sign in keeps the server from others', async () => {
  await refuseOpenDemo(parts.signIn)
  await addUser(parts, { ...anna, email: 'admin@samvirk.test' }, 'samvirk-demo-2026')
  expect((await usableDemoAccounts(parts.signIn)).map(({ email }) => email)).toEqual(['admin@samvirk.test'])
  const fault = await faultOf(refuseOpenDemo(parts.signIn))
  expect(fault.exitCode).toBe(exitCodes.usage)
  expect(fault.message).toContain('DATA_DIR')
  await disableUser(parts, 'admin@samvirk.test')
  await refuseOpenDemo(parts.signIn)
})

test.each([
  [true, { loopback: true, production: false }, true],
  [true, { loopback: false, production: false }, false],
  [true, { loopback: true, production: true }, false],
  [false, { loopback: true, production: false }, false],
])(
  'the demonstration is for the embedded database on this machine, outside production: %s %j',
  (embedded, settings, allowed) => {
    expect(allowsDemo(embedded, settings)).toBe(allowed)
  },
)
