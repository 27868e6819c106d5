import { expect } from 'vitest'
import { journey, programSettings } from './journey.ts'

programSettings({ SAMVIRK_NOW: '2026-06-15T12:00' })

const newMayor = 'Nova Prøvesen'

journey('when a mayor changes, every seat of the office follows, and it can be taken back', async (user) => {
  const { page, signIn, goto, follow, press, another } = user
  await signIn('sekretariat')
  await goto('/mvsj/embeder')
  await page.getByLabel('Søg i titel, organisation og navn').fill('Borgmester i Holbæk')
  await page.getByRole('link', { name: 'Borgmester i Holbæk', exact: true }).waitFor()
  await page.waitForURL(/q=Borgmester/)
  await user.check()
  await follow('Borgmester i Holbæk')
  const seats = page.locator('section', { has: page.getByRole('heading', { name: /^Pladser/ }) })
  const fora = await seats.locator('tbody th a').allTextContents()
  expect(fora.length).toBeGreaterThan(1)
  const addresses = await seats
    .locator('tbody th a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await follow('Skift på embedet')

  await press('Fortsæt')
  expect(await page.title()).toMatch(/^Fejl: /)
  await page.getByLabel('Navn', { exact: true }).fill(newMayor)
  await page.getByLabel('Arbejdsmail').fill('nova@holbaek.example')
  await page.getByLabel('Dag', { exact: true }).fill('15')
  await page.getByLabel('Måned', { exact: true }).fill('6')
  await page.getByLabel('År', { exact: true }).fill('2026')
  await press('Fortsæt')
  expect(await page.textContent('h1')).toBe('Kontrollér skiftet')
  const handover = await page.locator('main tbody th a').allTextContents()
  expect(handover.toSorted()).toEqual(fora.toSorted())
  await page.getByText('Åbne opgaver').waitFor()
  await press('Ret oplysningerne')
  expect(await page.getByLabel('Navn', { exact: true }).inputValue()).toBe(newMayor)
  await press('Fortsæt')
  await press('Gem skiftet')
  expect(await page.textContent('h1')).toBe('Borgmester i Holbæk')
  await page.getByRole('link', { name: newMayor }).first().waitFor()
  for (const address of addresses) {
    await goto(address)
    expect(await page.getByRole('row', { name: /Borgmester i Holbæk/ }).textContent(), address).toContain(newMayor)
  }
  const [first = ''] = addresses
  await goto(`${first}?dato=2026-06-01`)
  expect(await page.getByRole('row', { name: /Borgmester i Holbæk/ }).textContent()).not.toContain(newMayor)

  const auditor = await another()
  await auditor.signIn('revisor')
  await auditor.goto('/mvsj/log?q=Borgmester i Holbæk')
  const entry = auditor.page.getByRole('row', { name: /Embede har skiftet hænder/ })
  expect(await entry.textContent()).toMatch(/Ane Eksempel.*Borgmester i Holbæk/)
  expect(await entry.textContent()).toContain(newMayor)

  await goto('/mvsj/embeder?q=Borgmester+i+Holb%C3%A6k')
  await follow('Borgmester i Holbæk')
  await press('Fortryd skiftet')
  await goto(first)
  expect(await page.getByRole('row', { name: /Borgmester i Holbæk/ }).textContent()).not.toContain(newMayor)
  await auditor.goto('/mvsj/log?q=Borgmester i Holbæk')
  await auditor.page.getByRole('row', { name: /Skift fortrudt/ }).waitFor()
})
