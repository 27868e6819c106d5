import { expect } from 'vitest'
import { journey } from './journey.ts'

const naming = 'Møder i vejcentre'
const silent = 'Møder i de lokale trafiksikkerhedsudvalg'
const both = new RegExp(`${naming}.*${silent}|${silent}.*${naming}`)

journey('a one-sided interface is found and mended, and is mutual everywhere', async (user) => {
  const { page, signIn, goto, follow, onward, another } = user
  await signIn('sekretariat')
  await goto('/mvsj/fora/netvaerk')
  const row = () => page.getByRole('row', { name: both })
  expect(await row().first().textContent()).toContain('Ensidig')
  await page
    .locator('main')
    .getByRole('link', { name: /ensidige?/i })
    .first()
    .waitFor()
  await onward(() =>
    page
      .locator('.sv-head')
      .getByRole('link', { name: /snitflader/i })
      .click(),
  )
  expect(new URL(page.url()).pathname).toBe('/mvsj/fora/ensidige-snitflader')
  const rows = page.locator('main tbody tr')
  const before = await rows.count()
  await onward(() =>
    page.getByRole('button', { name: new RegExp(`^Tilføj den anden side ?: ${naming} – ${silent}$`) }).click(),
  )
  await page
    .getByRole('heading', { name: /Ensidige/i })
    .first()
    .waitFor()
  expect(await rows.count()).toBe(before - 1)
  expect(await row().count()).toBe(0)

  await goto('/mvsj/fora/moeder-i-vejcentre')
  await page.getByText('Begge nævner hinanden.').waitFor()
  await follow(silent)
  await page.getByText('Begge nævner hinanden.').first().waitFor()
  expect(await page.locator('main').textContent()).not.toContain(`${silent} nævner ikke ${naming}`)
  await goto('/mvsj/fora/netvaerk')
  expect(await row().first().textContent()).toContain('Gensidig')

  const auditor = await another()
  await auditor.signIn('revisor')
  await auditor.goto('/mvsj/log')
  const entry = auditor.page.getByRole('row', { name: /Den anden side af en snitflade tilføjet/ }).first()
  expect(await entry.textContent()).toMatch(/Ane Eksempel/)
})

journey(
  'the network answers what loses its link when a forum closes, and is moved about with the keyboard',
  async (user) => {
    const { page, signIn, goto, onward, check } = user
    await signIn('sekretariat')
    await goto('/mvsj/fora/netvaerk')
    await page.getByLabel(/Hvad mister sin forbindelse/).selectOption({ label: 'Kredsrådet' })
    await onward(() => page.getByRole('button', { name: 'Se følgerne' }).click())
    expect(new URL(page.url()).searchParams.get('luk')).toBeTruthy()
    expect(await page.locator('main').textContent()).toContain('Kredsrådet')

    await goto('/mvsj/fora/netvaerk')
    const move = page.locator('network-drawing [data-moving] button')
    await move.click()
    await check()
    const node = page.locator('network-drawing [data-node]').first()
    const placeOf = async () => (await node.getAttribute('transform'))?.match(/[\d.]+/g)?.map(Number)
    const before = await placeOf()
    await node.focus()
    const saved = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect((await saved).status()).toBeLessThan(400)
    const moved = await placeOf()
    expect(moved).not.toEqual(before)
    await goto('/mvsj/fora/netvaerk')
    expect(await placeOf()).toEqual(moved)
  },
)
