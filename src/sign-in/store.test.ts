import { createOTP } from '@better-auth/utils/otp'
import { beforeEach, expect, test } from 'vitest'
import { asOwner, emptied, identity } from '../../test/db.ts'
import { processorMs } from '../../test/processor-time.ts'
import type { Database } from '../db/db.ts'
import { transact } from '../db/tx.ts'
import { createSignIn, type SignIn } from './auth.ts'
import { type Caller, headersWith } from './engine.ts'
import type { SignInEvent } from './events.ts'
import type { SignInOutcome } from './password-sign-in.ts'

const password = 'fire heste i regnvejr'
const email = 'ane@kommune.example'

let database: Database
let signIn: SignIn
let accountId: string
let events: SignInEvent[]
let now: Date

const caller = (cookies: readonly string[] = [], sender: string | null = '192.0.2.1'): Caller => {
  const headers = headersWith(cookies)
  headers.set('user-agent', 'Prøvebrowser')
  headers.set('x-samvirk-sender', '203.0.113.9')
  return { headers, sender }
}

const make = (baseUrl: string): SignIn =>
  createSignIn({
    pool: database.pool,
    baseUrl: () => baseUrl,
    secret: 'kun-til-proever-0123456789-abcdefghijkl',
    oidc: null,
    note: (event) => {
      events.push(event)
      return Promise.resolve()
    },
    log: () => undefined,
    clock: () => now,
  })

const created = (made: { accountId: string } | { fault: string }): string => {
  if (!('accountId' in made)) throw new Error(made.fault)
  return made.accountId
}

const session = async (cookies: readonly string[]) => {
  const found = await signIn.currentSession(headersWith(cookies))
  if (found === null) throw new Error('no session')
  return found
}

const account = async () => {
  const found = await signIn.findAccount(accountId)
  if (found === null) throw new Error('no account')
  return found
}

const codeFrom = (uri: string | null): Promise<string> => createOTP(new TextDecoder().decode(base32(uri ?? ''))).totp()
const base32 = (uri: string): Uint8Array => {
  const text = new URL(uri).searchParams.get('secret') ?? ''
  const bits = Array.from(text.replaceAll('=', ''))
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
}

/** Turns the second factor on and returns the address of its secret and the backup codes. */
const withSecondFactor = async () => {
  const { cookies } = await signIn.signIn(caller(), email, password)
  expect(await signIn.startSecondFactor(caller(cookies), password)).toBe(true)
  const uri = await signIn.pendingSecondFactor(await session(cookies))
  const done = await signIn.confirmSecondFactor(caller(cookies), await session(cookies), await codeFrom(uri))
  return { uri, backupCodes: done?.backupCodes ?? [], cookies: done?.cookies ?? [] }
}

const kinds = () => events.map(({ kind }) => kind)
const kind = async (attempt: Promise<SignInOutcome>) => (await attempt).kind

beforeEach(async () => {
  database = await emptied()
  events = []
  now = new Date()
  signIn = make('http://127.0.0.1:3000')
  accountId = created(await signIn.createAccount({ name: 'Ane Eksempel', email: 'Ane@Kommune.example', password }))
})

test('the right password opens a session that its cookies prove', async () => {
  const outcome = await signIn.signIn(caller(), 'ANE@kommune.example', password)
  expect(outcome.kind).toBe('signedIn')
  const found = await signIn.currentSession(headersWith(outcome.cookies))
  expect(found).toMatchObject({ accountId, name: 'Ane Eksempel', email, secondFactor: false })
  expect(events).toEqual([{ kind: 'signedIn', method: 'password', accountId, name: 'Ane Eksempel' }])
})

test('cookies are for this host and for https only, and out of reach of scripts', async () => {
  const { cookies } = await make('https://samvirk.example').signIn(caller(), email, password)
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/^__Host-samvirk\.session_token=/)
  const attributes = (cookies[0] ?? '').split('; ').slice(1)
  expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', 'Secure'])
  const plain = await signIn.signIn(caller(), email, password)
  expect(plain.cookies[0]).toMatch(/^samvirk\.session_token=/)
  expect(plain.cookies[0]).not.toContain('Secure')
})

test('unknown e-mail, wrong password and closed account are refused alike', async () => {
  expect(await signIn.signIn(caller(), 'bo@kommune.example', password)).toEqual({ kind: 'refused', cookies: [] })
  expect(await signIn.signIn(caller(), email, 'fire heste i solskin')).toEqual({ kind: 'refused', cookies: [] })
  await signIn.disableAccount(accountId)
  expect(await signIn.signIn(caller(), email, password)).toEqual({ kind: 'refused', cookies: [] })
  expect(kinds()).toEqual(['refused', 'refused', 'refused'])
})

test('an unknown e-mail takes as long as a wrong password', async () => {
  const spent = (address: string) => processorMs(() => signIn.signIn(caller([], null), address, 'fire heste i solskin'))
  const unknown: number[] = []
  const known: number[] = []
  for (let round = 0; round < 4; round += 1) {
    unknown.push(await spent('bo@kommune.example'))
    known.push(await spent(email))
  }
  // Without the same work for both, the unknown e-mail is answered in a tenth of the time.
  const ratio = Math.min(...unknown) / Math.min(...known)
  expect(ratio).toBeGreaterThan(0.4)
  expect(ratio).toBeLessThan(2.5)
})

test('a cookie that was changed is nobody', async () => {
  const { cookies } = await signIn.signIn(caller(), email, password)
  const forged = cookies.map((cookie) =>
    cookie.replace(/(token=)(.)/, (_, start: string, first: string) => start + (first === 'a' ? 'b' : 'a')),
  )
  expect(await signIn.currentSession(headersWith(forged))).toBeNull()
  expect(await signIn.currentSession(new Headers())).toBeNull()
})

test('after ten attempts the account is locked for a quarter of an hour, also for the right password', async () => {
  for (let attempt = 0; attempt < 10; attempt += 1) await signIn.signIn(caller([], null), email, 'fire heste i solskin')
  const locked = await signIn.signIn(caller([], null), email, password)
  expect(locked).toEqual({ kind: 'locked', until: new Date(now.getTime() + 900_000), cookies: [] })
  expect(kinds().at(-1)).toBe('locked')
  now = new Date(now.getTime() + 900_000)
  expect(await kind(signIn.signIn(caller([], null), email, password))).toBe('signedIn')
})

test('an e-mail nobody has is locked in the same way', async () => {
  for (let attempt = 0; attempt < 10; attempt += 1)
    expect(await kind(signIn.signIn(caller([], null), 'bo@kommune.example', 'gæt'))).toBe('refused')
  expect(await kind(signIn.signIn(caller([], null), 'bo@kommune.example', 'gæt'))).toBe('locked')
  expect(JSON.stringify(await asOwner('select key from sign_in.attempt'))).not.toContain('bo@')
})

test('attempts side by side are all counted', async () => {
  const attempts = Array.from({ length: 14 }, () => signIn.signIn(caller([], null), email, 'fire heste i solskin'))
  const outcomes = (await Promise.all(attempts)).map((outcome) => outcome.kind)
  expect(outcomes.filter((outcome) => outcome === 'locked')).toHaveLength(4)
})

test('a success forgets the failures before it', async () => {
  for (let attempt = 0; attempt < 9; attempt += 1) await signIn.signIn(caller([], null), email, 'fire heste i solskin')
  expect(await kind(signIn.signIn(caller([], null), email, password))).toBe('signedIn')
  expect(await kind(signIn.signIn(caller([], null), email, 'fire heste i solskin'))).toBe('refused')
})

test('a sender is locked after a hundred failures, whatever the e-mail; what succeeds does not count', async () => {
  await signIn.signIn(caller(), email, password)
  await asOwner(`update sign_in.attempt set count = 99 where key = 'sender:192.0.2.1'`)
  expect(await kind(signIn.signIn(caller(), email, password))).toBe('signedIn')
  expect(await kind(signIn.signIn(caller(), 'bo@kommune.example', 'gæt'))).toBe('refused')
  expect(await kind(signIn.signIn(caller(), email, password))).toBe('locked')
  expect(await kind(signIn.signIn(caller([], '192.0.2.2'), email, password))).toBe('signedIn')
})

test('signing out ends the session, not only the cookie', async () => {
  const { cookies } = await signIn.signIn(caller(), email, password)
  const cleared = await signIn.signOut(caller(cookies))
  expect(cleared.some((cookie) => cookie.startsWith('samvirk.session_token=;') && cookie.includes('Max-Age=0'))).toBe(
    true,
  )
  expect(await signIn.currentSession(headersWith(cookies))).toBeNull()
  expect(kinds()).toEqual(['signedIn', 'signedOut'])
})

test('a session ends by itself, and its row goes with the next sign-in', async () => {
  const { cookies } = await signIn.signIn(caller(), email, password)
  await asOwner(`update sign_in.session set expires_at = now() - interval '1 second'`)
  expect(await signIn.currentSession(headersWith(cookies))).toBeNull()
  await signIn.signIn(caller(), email, password)
  expect(await asOwner('select id from sign_in.session')).toHaveLength(1)
})

test('a token without the signature of this program is nobody, though it is in the database', async () => {
  await signIn.signIn(caller(), email, password)
  const [row] = await asOwner('select token from sign_in.session')
  const token = String(row?.['token'])
  for (const value of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`])
    expect(await signIn.currentSession(headersWith([`samvirk.session_token=${encodeURIComponent(value)}`]))).toBeNull()
})

test('sessions are listed with where they came from, and each can be ended', async () => {
  const here = await signIn.signIn(caller(), email, password)
  const there = await signIn.signIn(caller([], '192.0.2.2'), email, password)
  const mine = await session(here.cookies)
  const listed = await signIn.listSessions(mine)
  expect(listed.map(({ sender, browser }) => [sender, browser]).sort()).toEqual([
    ['192.0.2.1', 'Prøvebrowser'],
    ['192.0.2.2', 'Prøvebrowser'],
  ])
  const theirs = await session(there.cookies)
  expect(await signIn.revokeSession(mine, theirs.sessionId)).toBe(true)
  expect(await signIn.currentSession(headersWith(there.cookies))).toBeNull()
  expect(await signIn.currentSession(headersWith(here.cookies))).not.toBeNull()
})

test('nobody ends the session of another', async () => {
  created(await signIn.createAccount({ name: 'Bo Prøve', email: 'bo@kommune.example', password }))
  const ane = await session((await signIn.signIn(caller(), email, password)).cookies)
  const bo = await session((await signIn.signIn(caller(), 'bo@kommune.example', password)).cookies)
  expect(await signIn.revokeSession(bo, ane.sessionId)).toBe(false)
  expect(await signIn.listSessions(ane)).toHaveLength(1)
})

test('a new password ends the other sessions and keeps this one', async () => {
  const here = await signIn.signIn(caller(), email, password)
  const there = await signIn.signIn(caller(), email, password)
  const mine = await session(here.cookies)
  const wanted = 'seks køer på en kælkebakke'
  expect(await signIn.changePassword(caller(here.cookies), mine, 'fire heste i solskin', wanted)).toEqual({
    fault: 'wrongPassword',
  })
  expect(await signIn.changePassword(caller(here.cookies), mine, password, 'Password1234')).toEqual({ fault: 'broken' })
  const changed = await signIn.changePassword(caller(here.cookies), mine, password, wanted)
  expect(await session('cookies' in changed ? changed.cookies : [])).toMatchObject({ accountId })
  expect(await signIn.currentSession(headersWith(there.cookies))).toBeNull()
  expect(await kind(signIn.signIn(caller(), email, password))).toBe('refused')
  expect(await kind(signIn.signIn(caller(), email, wanted))).toBe('signedIn')
  expect(kinds()).toContain('passwordChanged')
})

test('a closed account loses its sessions at once and can be opened again', async () => {
  const { cookies } = await signIn.signIn(caller(), email, password)
  await signIn.disableAccount(accountId)
  expect(await signIn.currentSession(headersWith(cookies))).toBeNull()
  expect((await account()).disabledAt).toEqual(now)
  await signIn.enableAccount(accountId)
  expect(await kind(signIn.signIn(caller(), email, password))).toBe('signedIn')
})

test('an administrator sets a new password, which ends every session', async () => {
  const { cookies } = await signIn.signIn(caller(), email, password)
  expect(await signIn.setPassword(await account(), 'kort')).toBe('tooShort')
  expect(await signIn.setPassword(await account(), 'seks køer på en kælkebakke')).toBeNull()
  expect(await signIn.currentSession(headersWith(cookies))).toBeNull()
  expect(await kind(signIn.signIn(caller(), email, 'seks køer på en kælkebakke'))).toBe('signedIn')
})

test('an account needs an e-mail of its own and a usable password', async () => {
  expect(await signIn.createAccount({ name: 'Bo Prøve', email, password })).toEqual({ fault: 'emailTaken' })
  expect(await signIn.createAccount({ name: 'Bo Prøve', email: 'bo', password })).toEqual({ fault: 'emailInvalid' })
  expect(
    await signIn.createAccount({ name: 'Bo Prøve', email: 'bo@kommune.example', password: 'Sommer2026!!' }),
  ).toEqual({ fault: 'broken' })
  expect(await signIn.listAccounts()).toHaveLength(1)
})

test('with a second factor the password alone opens nothing', async () => {
  const { uri } = await withSecondFactor()
  const first = await signIn.signIn(caller(), email, password)
  expect(first.kind).toBe('secondFactor')
  expect(await signIn.currentSession(headersWith(first.cookies))).toBeNull()
  expect(await kind(signIn.verifySecondFactor(caller(first.cookies), '000000'))).toBe('refused')
  const second = await signIn.verifySecondFactor(caller(first.cookies), await codeFrom(uri))
  expect(second).toMatchObject({ kind: 'signedIn', session: { accountId, secondFactor: true } })
  expect(kinds().slice(-2)).toEqual(['refused', 'signedIn'])
})

test('a backup code works once', async () => {
  const { backupCodes } = await withSecondFactor()
  expect(backupCodes).toHaveLength(10)
  const [code = ''] = backupCodes
  const first = await signIn.signIn(caller(), email, password)
  expect(await kind(signIn.verifySecondFactor(caller(first.cookies), ` ${code} `))).toBe('signedIn')
  const again = await signIn.signIn(caller(), email, password)
  expect(await kind(signIn.verifySecondFactor(caller(again.cookies), code))).toBe('refused')
})

test('codes without a first step open nothing, and five wrong ones mean starting again', async () => {
  const { uri } = await withSecondFactor()
  expect(await kind(signIn.verifySecondFactor(caller(), await codeFrom(uri)))).toBe('expired')
  const first = await signIn.signIn(caller(), email, password)
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await kind(signIn.verifySecondFactor(caller(first.cookies), '000000'))).toBe('refused')
  expect(await kind(signIn.verifySecondFactor(caller(first.cookies), await codeFrom(uri)))).toBe('expired')
})

test('ten wrong codes lock the second factor, however often the password is right', async () => {
  const { uri } = await withSecondFactor()
  for (let round = 0; round < 2; round += 1) {
    const first = await signIn.signIn(caller(), email, password)
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn.verifySecondFactor(caller(first.cookies), '000000')
  }
  const first = await signIn.signIn(caller(), email, password)
  expect(await signIn.verifySecondFactor(caller(first.cookies), await codeFrom(uri))).toMatchObject({ kind: 'locked' })
})

test('a second factor counts only after its first code, and goes off with the password', async () => {
  const { cookies } = await signIn.signIn(caller(), email, password)
  expect(await signIn.startSecondFactor(caller(cookies), 'fire heste i solskin')).toBe(false)
  await signIn.startSecondFactor(caller(cookies), password)
  expect(await signIn.confirmSecondFactor(caller(cookies), await session(cookies), '000000')).toBeNull()
  expect(await kind(signIn.signIn(caller(), email, password))).toBe('signedIn')

  const on = await withSecondFactor()
  const mine = await session(on.cookies)
  expect(mine.secondFactor).toBe(true)
  expect(await signIn.stopSecondFactor(caller(on.cookies), mine, 'fire heste i solskin')).toBeNull()
  const renewed = await signIn.renewBackupCodes(caller(on.cookies), mine, password)
  expect(renewed).not.toEqual(on.backupCodes)
  expect(await signIn.stopSecondFactor(caller(on.cookies), mine, password)).not.toBeNull()
  expect(await kind(signIn.signIn(caller(), email, password))).toBe('signedIn')
  expect(kinds()).toEqual(expect.arrayContaining(['secondFactorOn', 'backupCodesRenewed', 'secondFactorOff']))
})

test('an administrator takes a lost second factor away', async () => {
  const { cookies } = await withSecondFactor()
  await signIn.resetSecondFactor(accountId)
  expect(await signIn.currentSession(headersWith(cookies))).toBeNull()
  expect(await kind(signIn.signIn(caller(), email, password))).toBe('signedIn')
})

test('no stored value gives a password, a code or the second factor away', async () => {
  const { uri, backupCodes } = await withSecondFactor()
  const stored = JSON.stringify([
    await asOwner('select * from sign_in.credential'),
    await asOwner('select * from sign_in.second_factor'),
  ])
  const secret = new URL(uri ?? '').searchParams.get('secret') ?? ''
  for (const known of [password, secret, new TextDecoder().decode(base32(uri ?? '')), ...backupCodes])
    expect(stored).not.toContain(known)
})

test("the program's own role cannot read the sign-in tables", async () => {
  const tables = await asOwner(`select tablename as name from pg_tables where schemaname = 'sign_in'`)
  expect(tables.length).toBeGreaterThan(6)
  for (const { name } of tables)
    await expect(database.pool.query(`select * from sign_in.${String(name)}`)).rejects.toThrow('permission denied')
})

test('connections come back as the program’s own role, also after a failure', async () => {
  await signIn.signIn(caller(), email, password)
  await expect(
    signIn.rename(await session((await signIn.signIn(caller(), email, password)).cookies), ''),
  ).rejects.toThrow()
  for (let round = 0; round < 5; round += 1) {
    const { rows } = await database.pool.query<{ role: string }>('select current_user as role')
    expect(rows).toEqual([{ role: 'samvirk_app' }])
  }
})

test('a call inside an open transaction is an error, not a wait without end', async () => {
  await expect(transact(database.db, identity(), now, () => signIn.listAccounts())).rejects.toThrow(
    'inside a transaction',
  )
  const { cookies } = await signIn.signIn(caller(), email, password)
  await expect(
    transact(database.db, identity(), now, () => signIn.currentSession(headersWith(cookies))),
  ).rejects.toThrow()
})
