import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { type DemoAccount, journey } from './journey.ts'

const closedForum = '/mvsj/fora/indsats-mod-prostitutionens-bagmaend'

const menuOf = (page: Page): Promise<string[]> =>
  page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link').allTextContents()

const partnersMenu = [
  'Mit arbejde',
  'Fora',
  'Møder',
  'Opgaver',
  'Embeder og personer',
  'Hvem arbejder med',
  'Lovgrundlag',
]

const accounts: readonly {
  account: DemoAccount
  menu: readonly string[]
  seesClosed: boolean
  overview: boolean
  create: boolean
  administration: boolean
}[] = [
  {
    account: 'admin',
    menu: [...partnersMenu, 'Brugere', 'Log'],
    seesClosed: true,
    overview: true,
    create: true,
    administration: true,
  },
  { account: 'sekretariat', menu: partnersMenu, seesClosed: true, overview: true, create: true, administration: false },
  { account: 'kommune', menu: partnersMenu, seesClosed: false, overview: true, create: false, administration: false },
  { account: 'formand', menu: partnersMenu, seesClosed: false, overview: false, create: false, administration: false },
  {
    account: 'borgmester',
    menu: partnersMenu,
    seesClosed: false,
    overview: true,
    create: false,
    administration: false,
  },
  { account: 'medlem', menu: partnersMenu, seesClosed: false, overview: false, create: false, administration: false },
  {
    account: 'revisor',
    menu: [...partnersMenu, 'Log'],
    seesClosed: true,
    overview: true,
    create: false,
    administration: false,
  },
]

const refused = 'Du har ikke adgang til denne side'
const missing = 'Siden findes ikke'

for (const { account, menu, seesClosed, overview, create, administration } of accounts)
  journey(`${account} meets what belongs to the role, and nothing more`, async ({ page, signIn, goto }) => {
    const heading = () => page.textContent('h1')
    await signIn(account)
    await goto('/mvsj/fora')
    expect(await menuOf(page)).toEqual(menu)
    expect(await page.getByRole('link', { name: 'Opret forum' }).count()).toBe(create ? 1 : 0)
    await goto(closedForum)
    expect(await heading()).toBe(seesClosed ? 'Indsats mod prostitutionens bagmænd' : missing)
    await goto('/mvsj/fora/opret')
    expect(await heading()).toBe(create ? 'Opret forum' : refused)
    await goto('/mvsj/fora/overblik')
    if (overview) expect(await heading()).not.toBe(refused)
    else expect(await heading()).toBe(refused)
    await goto('/mvsj/brugere')
    expect(await heading()).toBe(administration ? 'Brugere' : refused)
  })

journey('somebody who is not signed in sees only what is open to all', async ({ page, goto, press, onward }) => {
  await goto('/mvsj/fora')
  expect(await menuOf(page)).toEqual(['Fora', 'Møder', 'Lovgrundlag'])
  await page.getByRole('link', { name: 'Kredsrådet', exact: true }).waitFor()
  expect(await page.getByRole('link', { name: 'Banderåd', exact: true }).count()).toBe(0)
  await goto(closedForum)
  expect(await page.textContent('h1')).toBe(missing)
  await goto('/mvsj/brugere')
  expect(await page.textContent('h1')).toBe(refused)
  expect(await page.getByText(/^Henvisning: /).textContent()).toMatch(/[0-9a-f-]{36}/)
  await onward(() => page.locator('main').getByRole('link', { name: 'Log ind' }).click())
  await page.getByLabel('E-mail').fill('sekretariat@samvirk.test')
  await press('Log ind')
  expect(await page.getByRole('alert').textContent()).toMatch(/Skriv din adgangskode/)
})

journey(
  'an administrator sees what a member and a visitor would see',
  async ({ page, signIn, goto, follow, press }) => {
    await signIn('admin')
    await goto('/mvsj/brugere')
    await follow('Hvad kan denne person se?')
    await press('Vis')
    const main = page.locator('main')
    await main.getByRole('link', { name: 'Kredsrådet', exact: true }).waitFor()
    expect(await main.getByRole('link', { name: 'Arbejdsgruppen om unge på nettet' }).count()).toBe(0)
    await page.getByLabel('Bruger', { exact: true }).selectOption('Mads Testrup, medlem@samvirk.test')
    await press('Vis')
    await main.getByRole('link', { name: 'Arbejdsgruppen om unge på nettet' }).waitFor()
    expect(await main.getByRole('link', { name: 'Indsats mod prostitutionens bagmænd' }).count()).toBe(0)
    expect(await main.textContent()).toMatch(/Må ikke.*rette fora/)
    expect(await page.getByRole('link', { name: 'Alma Eksempel, administrator' }).count()).toBe(1)
  },
)
