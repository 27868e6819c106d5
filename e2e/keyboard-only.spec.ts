import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from './journey.ts'

const focusedId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')

journey('a forum is found, edited and saved with the keyboard alone', async ({ page, goto, tabTo, onward, check }) => {
  const enter = () => onward(() => page.keyboard.press('Enter'))
  await goto('/log-ind')
  await tabTo('E-mail')
  await page.keyboard.type('sekretariat@samvirk.test')
  await tabTo('Adgangskode')
  await page.keyboard.type('samvirk-demo-2026')
  await enter()

  await tabTo('Fora')
  await enter()
  await tabTo('Søg i navn, formål og deltagere')
  await page.keyboard.type('Banderåd')
  await page.waitForURL(/q=Bander/)
  await check()
  await tabTo('Banderåd')
  await enter()
  expect(await page.textContent('h1')).toBe('Banderåd')

  await tabTo('Redigér')
  await enter()
  await tabTo('Navn')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await tabTo('Gem forum')
  await enter()
  expect(await page.title()).toMatch(/^Fejl: /)
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await tabTo('Skriv forummets navn')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#navn')
  expect(await focusedId(page)).toBe('navn')
  await page.keyboard.type('Banderåd for hele kredsen')

  await tabTo('Antal møder')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Mindst 4 om året')
  await tabTo('Gem forum')
  await enter()
  expect(await page.textContent('h1')).toBe('Banderåd for hele kredsen')
  await page.getByText('Mindst 4 om året').first().waitFor()
})

journey(
  'the way past the menu and the search in the header work with the keyboard',
  async ({ page, goto, tabTo, onward, check }) => {
    await goto('/mvsj/fora')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'main-content')

    await goto('/mvsj/fora')
    await tabTo('Søg')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'find-q')
    await check()
    await page.keyboard.press('Escape')
    await page.locator('#find-q').waitFor({ state: 'hidden' })
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'find-q')
    await page.keyboard.type('Kredsrådet')
    await onward(() => page.keyboard.press('Enter'))
    expect(new URL(page.url()).searchParams.get('q')).toBe('Kredsrådet')
    await page.getByRole('link', { name: 'Kredsrådet', exact: true }).waitFor()
  },
)
