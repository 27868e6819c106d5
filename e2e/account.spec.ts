import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import { journey, programSettings } from './journey.ts'

// Passkeys belong to a name; an address made of numbers has none.
programSettings({ HOST: 'localhost' })

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const fromBase32 = (text: string): Buffer => {
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The six digits that an app shows now for a secret (RFC 6238). */
function codeOf(secret: string): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = hash.readUInt8(hash.length - 1) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const password = 'samvirk-demo-2026'

journey(
  'a new password is asked for, and the old one no longer opens anything',
  async ({ page, signIn, goto, press, another }) => {
    const elsewhere = await another()
    await signIn('medlem')
    await elsewhere.signIn('medlem')
    await goto('/konto')
    await page.getByLabel('Din nuværende adgangskode').fill(password)
    await page.getByLabel('Ny adgangskode').fill('password1234')
    await press('Skift adgangskode')
    expect(await page.title()).toMatch(/^Fejl: /)
    await page.getByLabel('Din nuværende adgangskode').fill(password)
    await page.getByLabel('Ny adgangskode').fill('fire rolige grønne både')
    await press('Skift adgangskode')
    await page.getByText('Adgangskoden er skiftet').waitFor()
    await elsewhere.goto('/konto')
    expect(new URL(elsewhere.page.url()).pathname).toBe('/log-ind')
    await elsewhere.signIn('medlem')
    expect(await elsewhere.page.getByRole('alert').textContent()).toMatch(/forkert/)
    await elsewhere.page.getByLabel('Adgangskode').fill('fire rolige grønne både')
    await elsewhere.press('Log ind')
    await elsewhere.page.getByRole('link', { name: /Mads Testrup/ }).waitFor()
  },
)

journey('a code from an app is turned on, asked for and turned off', async ({ page, signIn, goto, follow, press }) => {
  await signIn('kommune')
  await goto('/konto')
  await page.getByLabel('Din adgangskode').fill(password)
  await press('Slå kode fra app til')
  const secret = ((await page.locator('.sv-src').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Kode fra appen').fill('000000')
  await press('Slå til')
  expect(await page.title()).toMatch(/^Fejl: /)
  await page.getByLabel('Kode fra appen').fill(codeOf(secret))
  await press('Slå til')
  await page.getByRole('heading', { name: 'Gem dine reservekoder' }).waitFor()
  const backupCode = (await page.locator('ol.sv-src li').first().textContent()) ?? ''
  await follow('Jeg har gemt dem')
  await press('Log ud')

  await signIn('kommune')
  await page.getByRole('heading', { name: 'Skriv koden fra din app' }).waitFor()
  await goto('/konto')
  expect(new URL(page.url()).pathname).toBe('/log-ind')
  await signIn('kommune')
  await page.getByLabel('Kode', { exact: true }).fill(codeOf(secret))
  await press('Fortsæt')
  await page.getByRole('link', { name: /Gry Prøve/ }).waitFor()
  await press('Log ud')
  await signIn('kommune')
  await page.getByLabel('Kode', { exact: true }).fill(backupCode)
  await press('Fortsæt')
  await goto('/konto')
  await page.getByText('Slået til').waitFor()
  await page.getByLabel('Din adgangskode').fill(password)
  await press('Slå kode fra app fra')
  await page.getByText('Kode fra app er slået fra').waitFor()
  await press('Log ud')
  await signIn('kommune')
  await page.getByRole('link', { name: /Gry Prøve/ }).waitFor()
})

journey('a session left open elsewhere is ended from here', async ({ page, signIn, goto, press, another }) => {
  const elsewhere = await another()
  await elsewhere.signIn('formand')
  await signIn('formand')
  await goto('/konto')
  await press(/^Log ud der/)
  await page.getByText('Du er logget ud der').waitFor()
  expect(await page.getByRole('button', { name: /^Log ud der/ }).count()).toBe(0)
  await elsewhere.goto('/konto')
  expect(new URL(elsewhere.page.url()).pathname).toBe('/log-ind')
  await goto('/konto')
  expect(await page.textContent('h1')).toBe('Din konto')
})

journey(
  'a passkey is added, used instead of the password, and removed',
  async ({ page, signIn, goto, press, onward }) => {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await signIn('borgmester')
    await goto('/konto')
    await press('Tilføj adgangsnøgle')
    await page.getByText('Adgangsnøglen er tilføjet').waitFor()
    await press('Log ud')
    await press('Log ind med adgangsnøgle')
    await page.getByRole('link', { name: /Bent Opdigt/ }).waitFor()
    await goto('/konto')
    await onward(() => page.getByRole('button', { name: /^Fjern/ }).click())
    await page.getByText('Adgangsnøglen er fjernet').waitFor()
    await page.getByText('Ingen adgangsnøgler endnu').waitFor()
  },
)
