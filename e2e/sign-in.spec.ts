import { expect } from 'vitest'
import { journey } from './journey.ts'

journey('the secretariat signs in and out with the keyboard alone', async ({ page, goto, tabTo, onward }) => {
  await goto('/log-ind')
  await tabTo('E-mail')
  await page.keyboard.type('sekretariat@samvirk.test')
  await tabTo('Adgangskode')
  await page.keyboard.type('samvirk-demo-2026')
  await onward(() => page.keyboard.press('Enter'))
  expect(new URL(page.url()).pathname).not.toBe('/log-ind')
  await tabTo('Log ud')
  await onward(() => page.keyboard.press('Enter'))
  await page.getByRole('link', { name: 'Log ind' }).first().waitFor()
})

journey(
  'a wrong password is refused in words, without script and on a narrow screen',
  async ({ page, goto, press }) => {
    await goto('/log-ind')
    await page.getByLabel('E-mail').fill('sekretariat@samvirk.test')
    await page.getByLabel('Adgangskode').fill('forkert adgangskode')
    await press('Log ind')
    expect(await page.title()).toMatch(/^Fejl: /)
    expect(await page.getByRole('alert').textContent()).toMatch(/adgangskode/i)
  },
  { script: false, width: 320 },
)
