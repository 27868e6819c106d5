import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { daysFromNow } from './day.ts'
import { journey } from './journey.ts'
import { createMeeting } from './meeting.ts'

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
    // The forum itself stands before its meetings.
    const first = page.getByRole('main').getByRole('link', { name: 'Kredsrådet', exact: true }).first()
    expect(await first.getAttribute('href')).toBe('/mvsj/fora/kredsraadet')
  },
)

journey('an agenda is put in order with the keyboard alone', async (user) => {
  const { page, signIn, tabTo, onward } = user
  const enter = () => onward(() => page.keyboard.press('Enter'))
  const titles = async () =>
    (await page.locator('main ol > li h3').allTextContents()).map((title) => title.replace(/^\d+\. /, '').trim())
  await signIn('sekretariat')
  await createMeeting(user, 'lokalraadet-i-holbaek', { day: daysFromNow(60), starts: '09.00', ends: '11.00' })
  await tabTo('Ret dagsordenen')
  await enter()
  const [first = '', second = '', third = ''] = await titles()
  await tabTo(`Flyt ned: ${first}`)
  await enter()
  expect((await titles()).slice(0, 2)).toEqual([second, first])
  await enter()
  expect((await titles()).slice(0, 3)).toEqual([second, third, first])
  await tabTo('Nyt nummer til Eventuelt')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('1')
  await enter()
  expect((await titles())[0]).toBe('Eventuelt')
})
