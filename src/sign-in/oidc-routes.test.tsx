import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asOwner, emptied } from '../../test/db.ts'
import { type OpenIdProvider, startOpenIdProvider, type Tampering } from '../../test/openid-provider.ts'
import { Browser, signInApp } from '../../test/sign-in-app.ts'
import type { Database } from '../db/db.ts'
import { createSignIn, type SignIn } from './auth.ts'
import type { SignInEvent } from './events.ts'
import type { OidcSettings } from './oidc.ts'

const baseUrl = 'http://127.0.0.1:3999'

let provider: OpenIdProvider
let database: Database
let signIn: SignIn
let browser: Browser
let events: SignInEvent[]

const use = (settings: Partial<OidcSettings> = {}) => {
  const { issuer, clientId, clientSecret } = provider
  signIn = createSignIn({
    pool: database.pool,
    baseUrl: () => baseUrl,
    secret: 'kun-til-proever-0123456789-abcdefghijkl',
    oidc: { issuer, clientId, clientSecret, name: 'Testrup-login', ...settings },
    note: (event) => {
      events.push(event)
      return Promise.resolve()
    },
    log: () => undefined,
  })
  browser = new Browser(signInApp(database, signIn, baseUrl), baseUrl)
}

const signInThere = async (next = '/') => {
  const { page } = await browser.open(`/log-ind?next=${encodeURIComponent(next)}`)
  return browser.open(page.link('Log ind med Testrup-login'))
}

const account = (email = 'ane@kommune.example') => signIn.createAccount({ name: 'Ane Eksempel', email, password: null })

const isSignedIn = async () => !(await (await browser.request('/')).text()).includes('nobody')

beforeAll(async () => {
  provider = await startOpenIdProvider(`${baseUrl}/api/auth/callback/oidc`)
})
afterAll(() => provider.close())

beforeEach(async () => {
  database = await emptied()
  events = []
  provider.tampering = 'none'
  provider.person = { sub: 'ane-1', email: 'ane@kommune.example', email_verified: true }
  provider.exchanges = []
  use()
})

test('opens an existing account with the same verified e-mail, and goes on to where the reader was', async () => {
  await account()
  const { url } = await signInThere('/konto')
  expect(url.pathname).toBe('/konto')
  expect(await isSignedIn()).toBe(true)
  expect(events).toMatchObject([{ kind: 'signedIn', method: 'oidc', name: 'Ane Eksempel' }])
})

test('asks with PKCE, a state and a nonce', async () => {
  const answer = await browser.request('/log-ind/tjeneste')
  const asked = new URL(answer.headers.get('location') ?? '').searchParams
  expect(answer.status).toBe(303)
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  expect(asked.get('state')).toMatch(/.{16,}/)
  expect(asked.get('nonce')).toMatch(/.{16,}/)
  expect(asked.get('scope')?.split(' ')).toEqual(['openid', 'email', 'profile'])

  await account()
  await signInThere()
  expect(provider.exchanges).toHaveLength(1)
  expect(provider.exchanges[0]?.['code_verifier']).toMatch(/^[\w.~-]{43,128}$/)
})

test('a good id token that was signed again with the same key is accepted, so it is not the signing that refuses the bad ones', async () => {
  await account()
  provider.tampering = 'signedAgain'
  await signInThere()
  expect(await isSignedIn()).toBe(true)
})

test.each<Tampering>([
  'wrongIssuer',
  'wrongAudience',
  'wrongNonce',
  'expired',
  'withoutExpiry',
  'unsigned',
  'foreignKey',
  'otherClient',
  'missing',
])('an id token that is %s is refused', async (tampering) => {
  await account()
  provider.tampering = tampering
  const { status, page } = await signInThere()
  expect(status).toBe(403)
  expect(page.heading()).toBe('Du blev ikke logget ind')
  expect(provider.exchanges).toHaveLength(1)
  expect(await isSignedIn()).toBe(false)
  expect(events.map(({ kind }) => kind)).toEqual(['refused'])
  expect(await asOwner('select * from sign_in.session')).toEqual([])
  expect(await asOwner('select * from sign_in.credential')).toEqual([])
})

test('somebody without an account gets none', async () => {
  const { status, page } = await signInThere()
  expect(status).toBe(403)
  expect(page.text()).toContain('Bed politikredsens administrator om en konto')
  expect(await signIn.listAccounts()).toEqual([])
})

test('an e-mail the provider has not verified opens nothing, unless the settings vouch for it', async () => {
  await account()
  provider.person = { ...provider.person, email_verified: false }
  expect((await signInThere()).status).toBe(403)
  expect(await isSignedIn()).toBe(false)
  use({ trustsEmail: true })
  await signInThere()
  expect(await isSignedIn()).toBe(true)
})

test('a person who was here before is known by the subject, also with another e-mail', async () => {
  await account()
  await account('bo@kommune.example')
  await signInThere()
  use()
  provider.person = { sub: 'ane-1', email: 'bo@kommune.example', email_verified: true }
  await signInThere()
  expect(events.at(-1)).toMatchObject({ kind: 'signedIn', name: 'Ane Eksempel' })
  expect(await asOwner(`select provider_id, account_id from sign_in.credential`)).toEqual([
    { provider_id: 'oidc', account_id: 'ane-1' },
  ])
})

test("the provider's tokens are not kept", async () => {
  await account()
  await signInThere()
  const kept = await asOwner('select access_token, refresh_token, id_token from sign_in.credential')
  expect(kept).toEqual([{ access_token: null, refresh_token: null, id_token: null }])
})

test('a closed account stays closed', async () => {
  await account()
  await signInThere()
  const [known] = await signIn.listAccounts()
  await signIn.disableAccount(known?.id ?? '')
  use()
  expect((await signInThere()).status).toBe(403)
  expect(await isSignedIn()).toBe(false)
})

test('an answer that nobody here asked for is refused', async () => {
  await account()
  const { status } = await browser.open('/api/auth/callback/oidc?code=opdigtet&state=opdigtet')
  expect(status).toBe(403)
  expect(provider.exchanges).toEqual([])

  const begun = await browser.request('/log-ind/tjeneste')
  const other = new Browser(signInApp(database, signIn, baseUrl), baseUrl)
  expect((await other.open(begun.headers.get('location') ?? '')).status).toBe(403)
  expect(events.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
})

test('an answer works once', async () => {
  await account()
  let answer = await browser.request('/log-ind/tjeneste')
  const addresses: string[] = []
  for (let next = answer.headers.get('location'); next !== null; next = answer.headers.get('location')) {
    addresses.push(new URL(next, addresses.at(-1) ?? baseUrl).href)
    answer = await browser.request(addresses.at(-1) ?? '')
  }
  const callback = addresses.find((address) => address.includes('/callback/')) ?? ''
  expect(await isSignedIn()).toBe(true)
  const other = new Browser(signInApp(database, signIn, baseUrl), baseUrl)
  for (const [name, value] of browser.cookies) if (!name.includes('session')) other.cookies.set(name, value)
  expect((await other.request(callback)).status).toBe(403)
})

test('a way back that leads to another site is dropped', async () => {
  await account()
  for (const next of ['//ond.example/', 'https://ond.example/', '/\\ond.example']) {
    const { url } = await signInThere(next)
    expect(url.href).toBe(`${baseUrl}/`)
    browser.cookies.clear()
  }
})

test('a provider that calls itself something else, or does not answer, is not used', async () => {
  use({ issuer: `${provider.issuer}/` })
  const { status, page } = await browser.open('/log-ind/tjeneste')
  expect(status).toBe(503)
  expect(page.alert()).toContain('Testrup-login svarer ikke')
  use({ issuer: 'http://127.0.0.1:9' })
  expect((await browser.open('/log-ind/tjeneste')).status).toBe(503)
})
