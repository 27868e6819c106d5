import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from './journey.ts'

const kilobyte = 1000

journey(
  'the list follows the typing, and the browser steps back out of the search',
  async ({ page, signIn, goto, check, onward }) => {
    await signIn('sekretariat')
    await goto('/mvsj/fora')
    const search = page.getByLabel('Søg i navn, formål og deltagere')
    await search.pressSequentially('epidemi')
    await page.waitForURL(/[?]q=epidemi$/)
    await page.getByRole('link', { name: 'Epidemikommissionen' }).waitFor()
    await page.getByRole('link', { name: 'Banderåd' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ for(um|a)$/)
    expect(await search.evaluate((field) => field === document.activeElement)).toBe(true)
    await check()
    await page.getByLabel('Niveau').selectOption('Operationelt')
    await page.waitForURL(/niveau=operational/)
    await check()
    await onward(() => page.goBack())
    expect(page.url()).toMatch(/\/mvsj\/fora$/)
    await page.getByRole('link', { name: 'Banderåd', exact: true }).waitFor()
    expect(await search.inputValue()).toBe('')
  },
)

journey('the header finds a forum from any page', async ({ page, signIn, goto, check, onward }) => {
  await signIn('medlem')
  await goto('/mvsj/lovgrundlag')
  await page.getByRole('button', { name: 'Søg', exact: true }).click()
  await check()
  await page.getByLabel('Søg i fora, møder, beslutninger og bilag').fill('unge på nettet')
  await onward(() => page.keyboard.press('Enter'))
  const first = page
    .getByRole('main')
    .getByRole('link', { name: 'Arbejdsgruppen om unge på nettet', exact: true })
    .first()
  expect(await first.getAttribute('href')).toBe('/mvsj/fora/arbejdsgruppen-om-unge-paa-nettet')
})

/** What the program says of itself on a page, without what the register holds. */
const shellOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const parts = document.querySelectorAll(
      'nav:not(.breadcrumbs) a:not([lang]), footer, form label, form legend, button, thead th, caption, .sv-h h2, .skipnav',
    )
    return [...parts].map((part) => {
      const words = document.createElement('span')
      words.append(...[...part.childNodes].map((node) => node.cloneNode(true)))
      // What a button concerns is a name from the register.
      for (const about of words.querySelectorAll('.sr-only')) about.remove()
      return words.textContent.trim()
    })
  })

const danish =
  /\b(og|eller|ikke|alle|ingen|vis|gem|fortryd|log ud|søg|niveau|kategori|kommune|møder?|pladser|ledige?|snitflader?|embede|personer|lovgrundlag|deltager|sorteret|hovedmenu|tilføj|ret|redigér|hent|mangler)\b/i

journey('English is English all over, and stays chosen', async ({ page, signIn, goto, follow }) => {
  await signIn('admin')
  await goto('/mvsj/fora')
  await follow('English')
  for (const path of [
    '/mvsj/fora?side=2',
    '/mvsj/fora/opret',
    '/mvsj/fora/overblik',
    '/mvsj/fora/netvaerk',
    '/mvsj/fora/ledige-pladser',
    '/mvsj/mit-arbejde',
    '/mvsj/embeder',
    '/mvsj/hvem-arbejder-med',
    '/mvsj/import',
    '/mvsj/brugere',
    '/mvsj/log',
    '/konto',
  ]) {
    await goto(path)
    expect(await page.getAttribute('html', 'lang'), path).toBe('en')
    expect(
      (await shellOf(page)).filter((text) => danish.test(text)),
      path,
    ).toEqual([])
  }
  await goto('/mvsj/nothing')
  expect(await page.textContent('h1')).toBe('The page does not exist')
  await goto('/mvsj/fora')
  await follow('Dansk')
  expect(await page.getAttribute('html', 'lang')).toBe('da')
})

journey('the list weighs at most 60 kB of script and 60 kB of styles', async ({ page, signIn, goto }) => {
  await signIn('sekretariat')
  const types = new Map<string, string>()
  const sizes: { type: string; bytes: number }[] = []
  const session = await page.context().newCDPSession(page)
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.push({ type: types.get(requestId) ?? '', bytes: encodedDataLength }),
  )
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await goto('/mvsj/fora')
  const total = (type: string) => sizes.filter((one) => one.type === type).reduce((sum, { bytes }) => sum + bytes, 0)
  expect(total('Script')).toBeGreaterThan(0)
  expect(total('Stylesheet')).toBeGreaterThan(0)
  expect(total('Script'), 'of script').toBeLessThanOrEqual(60 * kilobyte)
  expect(total('Stylesheet')).toBeLessThanOrEqual(60 * kilobyte)
})
