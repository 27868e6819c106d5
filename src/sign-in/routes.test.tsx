import { createOTP } from '@better-auth/utils/otp'
import { beforeEach, expect, test } from 'vitest'
import { asOwner, emptied } from '../../test/db.ts'
import { readPage, type ReadPage } from '../../test/page.ts'
import { Browser, signInApp } from '../../test/sign-in-app.ts'
import { SoftwarePasskey } from '../../test/software-passkey.ts'
import type { Database } from '../db/db.ts'
import { createSignIn, type SignIn } from './auth.ts'
import { noteInLog } from './note.ts'

const password = 'fire heste i regnvejr'
const email = 'ane@kommune.example'
const baseUrl = 'http://127.0.0.1:3999'
const named = 'http://localhost:3999'

let database: Database
let signIn: SignIn
let accountId: string

const visitor = (place = baseUrl) => new Browser(signInApp(database, signIn, baseUrl), place)
const read = async (answer: Response) => readPage(await answer.text())
const open = async (browser: Browser, path: string): Promise<ReadPage> => read(await browser.request(path))

/** Sends the sign-in form as it stands at an address. */
const enter = async (browser: Browser, fields: Record<string, string>, path = '/log-ind') =>
  browser.submit(await open(browser, path), 'Log ind', fields)

const signedIn = async (place = baseUrl) => {
  const browser = visitor(place)
  expect((await enter(browser, { email, password })).status).toBe(303)
  return browser
}
/** The full text of the button that begins with these words. */
const button = (page: ReadPage, start: string) => page.buttons().find((text) => text.startsWith(`${start}:`)) ?? start
const whoIs = async (browser: Browser) => (await (await browser.request('/')).text()).replace('front page of ', '')

const codeFrom = (page: ReadPage): Promise<string> => {
  const uri = new URL(page.link('Eller åbn appen på denne enhed'))
  const text = uri.searchParams.get('secret') ?? ''
  const bits = Array.from(text, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const secret = bits
    .join('')
    .match(/.{8}/g)
    ?.map((byte) => String.fromCharCode(Number.parseInt(byte, 2)))
  return createOTP(secret?.join('') ?? '').totp()
}

beforeEach(async () => {
  database = await emptied()
  signIn = createSignIn({
    pool: database.pool,
    baseUrl: () => baseUrl,
    secret: 'kun-til-proever-0123456789-abcdefghijkl',
    oidc: null,
    note: noteInLog(database.db, () => new Date()),
    log: () => undefined,
  })
  const made = await signIn.createAccount({ name: 'Ane Eksempel', email, password })
  accountId = 'accountId' in made ? made.accountId : ''
})

test('the form signs in, goes on to where the reader was, and is in the log', async () => {
  const browser = visitor()
  const answer = await enter(browser, { email, password }, '/log-ind?next=/konto')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/konto')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await whoIs(browser)).toBe('Ane Eksempel')
  expect((await browser.request('/log-ind')).headers.get('location')).toBe('/')
  const [entry] = await asOwner(`select * from audit.entry where account_id = $1 order by number desc limit 1`, [
    accountId,
  ])
  expect(entry).toMatchObject({ district: '-', action: 'signIn.signedIn', actor_name: 'Ane Eksempel' })
  expect(entry?.['request_id']).toMatch(/^[0-9a-f-]{36}$/)
})

test('unknown e-mail and wrong password get the same page, without the password', async () => {
  const refusals = []
  for (const address of [email, 'bo@kommune.example']) {
    const browser = visitor()
    const answer = await enter(browser, { email: address, password: 'fire heste i solskin' })
    const html = await answer.text()
    expect(html).not.toContain('solskin')
    const page = readPage(html)
    expect(page.title()).toBe('Fejl: Log ind – Samvirk')
    expect(page.byLabel('E-mail')).toMatchObject({ value: address, invalid: true })
    expect(await whoIs(browser)).toBe('nobody')
    refusals.push({ status: answer.status, text: page.text(), alert: page.alert() })
  }
  expect(refusals[0]).toEqual(refusals[1])
  expect(refusals[0]).toMatchObject({ status: 422 })
  expect(refusals[0]?.alert).toContain('E-mail eller adgangskode er forkert')
  const logged = JSON.stringify(await asOwner(`select * from audit.entry where action = 'signIn.refused'`))
  expect(logged).toContain('bo@kommune.example')
  expect(logged).not.toContain('solskin')
})

test('what is missing is said beside its field', async () => {
  const answer = await enter(visitor(), { email: '', password: '' })
  const page = await read(answer)
  expect(answer.status).toBe(422)
  expect(page.byLabel('E-mail').description).toContain('Skriv din e-mail')
  expect(page.byLabel('Adgangskode').description).toContain('Skriv din adgangskode')
})

test('a form from another site is refused', async () => {
  const browser = visitor()
  await open(browser, '/log-ind')
  expect((await browser.post('/log-ind', { email, password })).status).toBe(403)
  expect(await whoIs(browser)).toBe('nobody')
})

test('the lock says when to try again', async () => {
  for (let attempt = 0; attempt < 10; attempt += 1)
    await signIn.signIn({ headers: new Headers(), sender: null }, email, 'gæt')
  const answer = await enter(visitor(), { email, password })
  const page = await read(answer)
  expect(answer.status).toBe(429)
  expect(page.alert()).toMatch(/Vent til kl\. \d\d\.\d\d, og prøv så igen/)
  expect(page.text()).toContain('Har du glemt adgangskoden, kan administratoren give dig en ny.')
})

test('the pages are English as well', async () => {
  const browser = visitor()
  await browser.open('/log-ind?sprog=en')
  const page = await open(browser, '/log-ind')
  expect(page.heading()).toBe('Sign in')
  const answer = await browser.submit(page, 'Sign in', { email, password: 'fire heste i solskin' })
  expect((await read(answer)).alert()).toContain('The e-mail or the password is wrong')
})

test('signing out ends the session and says so', async () => {
  const browser = await signedIn()
  const page = await open(browser, '/konto')
  const answer = await browser.submit(page, 'Log ud', {})
  expect(answer.headers.get('location')).toBe('/log-ind?ud')
  expect((await open(browser, '/log-ind?ud')).alert()).toBe('Du er logget ud')
  expect(await whoIs(browser)).toBe('nobody')
})

test('the account page is for its owner, who is led there after signing in', async () => {
  const browser = visitor()
  const { url } = await browser.open('/konto')
  expect(url.pathname + url.search).toBe('/log-ind?next=%2Fkonto')
  const page = await open(await signedIn(), '/konto')
  expect(page.heading()).toBe('Din konto')
  expect(page.text()).toContain('Du logger ind som ane@kommune.example')
})

test('a name is changed, and an empty one is refused where it stands', async () => {
  const browser = await signedIn()
  const page = await open(browser, '/konto')
  const refused = await read(await browser.submit(page, 'Gem navn', { navn: ' ' }))
  expect(refused.byLabel('Navn').description).toContain('Skriv dit navn')
  const saved = await browser.submit(page, 'Gem navn', { navn: 'Ane Opdigt' })
  expect((await open(browser, saved.headers.get('location') ?? '')).alert()).toBe('Ændringen er gemt')
  expect(await whoIs(browser)).toBe('Ane Opdigt')
})

test('a password is changed, and each fault stands beside its field', async () => {
  const browser = await signedIn()
  const page = await open(browser, '/konto')
  const change = (nuvaerende: string, ny: string) => browser.submit(page, 'Skift adgangskode', { nuvaerende, ny })
  const wrong = await read(await change('fire heste i solskin', 'seks køer på en kælkebakke'))
  expect(wrong.byLabel('Din nuværende adgangskode').description).toContain('Adgangskoden er forkert')
  const weak = await read(await change(password, 'Sommer2026!!'))
  expect(weak.byLabel('Ny adgangskode').description).toContain('lister over adgangskoder, der er brudt')
  expect((await change(password, 'seks køer på en kælkebakke')).status).toBe(303)
  expect(await whoIs(browser)).toBe('Ane Eksempel')
  expect((await enter(visitor(), { email, password })).status).toBe(422)
})

test('a session elsewhere is ended from the list', async () => {
  const elsewhere = await signedIn()
  const browser = await signedIn()
  const page = await open(browser, '/konto')
  expect(page.text()).toContain('Denne browser')
  const answer = await browser.submit(page, button(page, 'Log ud der'), {})
  expect((await open(browser, answer.headers.get('location') ?? '')).alert()).toBe('Du er logget ud der')
  expect(await whoIs(elsewhere)).toBe('nobody')
  expect(await whoIs(browser)).toBe('Ane Eksempel')
  const { values } = page.form(button(page, 'Log ud der'))
  expect((await browser.post('/konto/session', values)).status).toBe(404)
})

test('a second factor is turned on, asked for, and turned off, all without script', async () => {
  const browser = await signedIn()
  const account = await open(browser, '/konto')
  const wrong = await read(await browser.submit(account, 'Slå kode fra app til', { password: 'forkert' }))
  expect(wrong.byLabel('Din adgangskode').description).toContain('Adgangskoden er forkert')
  const started = await browser.submit(account, 'Slå kode fra app til', { password })
  const secret = await open(browser, started.headers.get('location') ?? '')
  expect(secret.heading()).toBe('Slå kode fra app til')
  const refused = await browser.submit(secret, 'Slå til', { kode: '000000' })
  expect(refused.status).toBe(422)
  expect((await read(refused)).byLabel('Kode fra appen').description).toContain('Koden er forkert')
  const on = await read(await browser.submit(secret, 'Slå til', { kode: await codeFrom(secret) }))
  expect(on.heading()).toBe('Gem dine reservekoder')
  expect(await (await browser.request('/konto/totrin')).text()).not.toContain('otpauth')

  const next = visitor()
  const first = await enter(next, { email, password }, '/log-ind?next=/konto')
  expect(first.headers.get('location')).toBe('/log-ind/kode?next=%2Fkonto')
  expect(await whoIs(next)).toBe('nobody')
  const step = await open(next, first.headers.get('location') ?? '')
  expect((await read(await next.submit(step, 'Fortsæt', { kode: '000000' }))).alert()).toContain('Koden er forkert')
  const second = await next.submit(step, 'Fortsæt', { kode: await codeFrom(secret) })
  expect(second.headers.get('location')).toBe('/konto')
  expect(await whoIs(next)).toBe('Ane Eksempel')

  const off = await next.submit(await open(next, '/konto'), 'Slå kode fra app fra', { password })
  expect((await open(next, off.headers.get('location') ?? '')).alert()).toBe('Kode fra app er slået fra')
  expect((await enter(visitor(), { email, password })).headers.get('location')).toBe('/')
})

test('a code without a password before it leads back to the start', async () => {
  const browser = visitor()
  const answer = await browser.submit(await open(browser, '/log-ind/kode'), 'Fortsæt', { kode: '123456' })
  const page = await read(answer)
  expect(answer.status).toBe(422)
  expect(page.heading()).toBe('Log ind')
  expect(page.alert()).toContain('Log ind igen')
})

const json = async (answer: Response): Promise<Record<string, unknown>> => {
  const body: unknown = await answer.json()
  if (typeof body !== 'object' || body === null) throw new Error('not an object')
  return { ...body }
}
const passkeyPath = (step: string) => `/api/auth/passkey/${step}`
const sendJson = (browser: Browser, step: string, response: unknown, origin = named) =>
  browser.request(passkeyPath(step), {
    method: 'POST',
    body: JSON.stringify({ response }),
    headers: { 'content-type': 'application/json', origin },
  })
const ceremony = async (browser: Browser, step: string) => {
  const { challenge } = await json(await browser.request(passkeyPath(step)))
  return { challenge: String(challenge), origin: named, rpId: 'localhost' }
}

const withPasskey = async () => {
  const key = new SoftwarePasskey()
  const browser = await signedIn(named)
  const made = key.register(await ceremony(browser, 'generate-register-options'))
  expect((await sendJson(browser, 'verify-registration', made)).status).toBe(200)
  return { key, browser }
}

test('a passkey is added, signs in, and is removed', async () => {
  const { key, browser } = await withPasskey()
  const next = visitor(named)
  const proof = key.prove(await ceremony(next, 'generate-authenticate-options'))
  expect((await sendJson(next, 'verify-authentication', proof)).status).toBe(200)
  expect(await whoIs(next)).toBe('Ane Eksempel')

  const page = await open(browser, '/konto?gemt=keyAdded')
  expect(page.alert()).toBe('Adgangsnøglen er tilføjet')
  expect((await browser.submit(page, button(page, 'Fjern'), {})).status).toBe(303)
  const gone = visitor(named)
  const late = key.prove(await ceremony(gone, 'generate-authenticate-options'))
  expect((await sendJson(gone, 'verify-authentication', late)).status).toBe(401)
  expect(await whoIs(gone)).toBe('nobody')
  const logged = await asOwner(`select action from audit.entry where account_id = $1 order by number`, [accountId])
  expect(logged.map(({ action }) => action)).toEqual([
    'signIn.signedIn',
    'signIn.passkeyAdded',
    'signIn.signedIn',
    'signIn.passkeyRemoved',
  ])
})

test('a passkey is no way in without its own challenge, its owner, this site, or an open account', async () => {
  const { key } = await withPasskey()
  const attempt = async (change: Partial<Parameters<SoftwarePasskey['prove']>[0]>, origin = named) => {
    const browser = visitor(named)
    const asked = await ceremony(browser, 'generate-authenticate-options')
    const answer = await sendJson(browser, 'verify-authentication', key.prove({ ...asked, ...change }), origin)
    return { ok: answer.ok, who: await whoIs(browser) }
  }
  const refused = { ok: false, who: 'nobody' }
  expect(await attempt({ challenge: 'b3BkaWd0ZXQ' })).toEqual(refused)
  expect(await attempt({ verified: false })).toEqual(refused)
  expect(await attempt({ origin: 'https://ond.example' })).toEqual(refused)
  expect(await attempt({ rpId: 'ond.example' })).toEqual(refused)
  expect(await attempt({}, 'https://ond.example')).toEqual(refused)
  expect(await attempt({})).toEqual({ ok: true, who: 'Ane Eksempel' })
  await signIn.disableAccount(accountId)
  expect(await attempt({})).toEqual(refused)
})

test('only a signed-in reader adds a passkey, and no other address of the library is open', async () => {
  expect((await visitor(named).request(passkeyPath('generate-register-options'))).status).toBe(401)
  const browser = await signedIn(named)
  for (const path of [
    '/api/auth/get-session',
    '/api/auth/list-sessions',
    '/api/auth/passkey/list-user-passkeys',
    '/api/auth/callback/oidc',
  ])
    expect((await browser.request(path)).status).toBe(404)
  expect((await sendJson(browser, 'delete-passkey', {})).status).toBe(404)
})
