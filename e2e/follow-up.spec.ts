import { beforeAll, expect } from 'vitest'
import { daysFromNow } from './day.ts'
import { journey, programSettings } from './journey.ts'
import { councilTask, seededFolder } from './seeded.ts'

const task = 'Bestil nye skilte til stien'

beforeAll(async () => {
  programSettings({ DATA_DIR: await seededFolder(councilTask(task, { office: 'Borgmester i Køge' }, daysFromNow(1))) })
})

journey('a decision is found by misspelt words, and its matter followed across fora', async (user) => {
  const { page, signIn, goto, follow, check, onward } = user
  const results = page.getByRole('main')
  await signIn('borgmester')
  await goto('/mvsj/mit-arbejde')
  await page.getByRole('button', { name: 'Søg', exact: true }).click()
  await check()
  await page.getByLabel('Søg i fora, møder, beslutninger og bilag').fill('fjortten tilbud overlaper')
  await onward(() => page.keyboard.press('Enter'))
  await results.getByText('fjorten', { exact: true }).first().waitFor()
  await onward(() => results.getByRole('link', { name: /^Beslutninger \d/ }).click())
  await onward(() => results.getByRole('link', { name: /Afdækning af, hvad kommunerne/ }).click())
  await page.getByText('Der er fjorten tilbud på tværs, og fire af dem overlapper.').first().waitFor()
  await follow('Følg sagen')
  expect(await page.textContent('h1')).toMatch(/^Sagens forløb: /)
  expect(await results.textContent()).toMatch(/Kontaktudvalget[\s\S]*Kredsrådet|Kredsrådet[\s\S]*Kontaktudvalget/)

  await goto('/mvsj/beslutninger')
  await page.getByLabel('Søg i beslutninger og punkter').fill('overlapper')
  await page.waitForURL(/q=overlapper/)
  await results.getByText('Afdækning af, hvad kommunerne allerede gør').first().waitFor()
  await check()
})

journey('an action point is closed from the mail’s link, in one page, with a comment', async (user) => {
  const { page, goto, press, onward } = user
  await expect
    .poll(
      async () => {
        await goto('/udvikling/mails')
        return page
          .getByRole('row', { name: /Påmindelse: en opgave har frist i morgen.*borgmester@samvirk\.test/ })
          .count()
      },
      { timeout: 300_000, interval: 1000 },
    )
    .toBe(1)
  await onward(() =>
    page
      .getByRole('row', { name: /frist i morgen.*borgmester@/ })
      .getByRole('link')
      .click(),
  )
  const words = (await page.getByRole('region', { name: 'Tekst' }).textContent()) ?? ''
  const link = new URL(/https?:\/\/\S+\/opgaver\/\S+/.exec(words)?.[0] ?? '')

  await goto(link.pathname + link.search)
  await onward(() => page.getByRole('link', { name: 'Log ind' }).last().click())
  await page.locator('[name=email]').fill('borgmester@samvirk.test')
  await page.locator('[name=password]').fill('samvirk-demo-2026')
  await onward(() => page.locator('[name=password]').press('Enter'))
  expect(new URL(page.url()).pathname).toBe(link.pathname)
  expect(await page.textContent('h1')).toContain(task)
  await page.getByText('Opgaven er din, fordi du er Borgmester i Køge.').waitFor()
  await page.getByLabel('Udført', { exact: true }).check()
  await press('Gem status')
  expect(await page.title()).toMatch(/^Fejl: /)
  await page.getByLabel('Opgaven er løst som aftalt').check()
  await page.getByLabel('Uddybning').fill('Skiltene er sat op i dag.')
  await press('Gem status')
  await page.getByText('Din status er gemt').waitFor()
  await page.getByText('Opgaven er løst som aftalt. Skiltene er sat op i dag.').waitFor()

  const secretary = await user.another()
  await secretary.signIn('sekretariat')
  await secretary.goto('/mvsj/opgaver')
  expect(await secretary.page.getByRole('link', { name: task }).count()).toBe(0)
  await secretary.onward(() => secretary.page.getByRole('link', { name: /^Udførte/ }).click())
  await secretary.page.getByLabel('Søg i opgaver').fill(task)
  await secretary.page.getByRole('main').getByRole('link', { name: task }).waitFor()
  await secretary.check()
})
