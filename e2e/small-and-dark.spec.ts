import { expect } from 'vitest'
import { journey } from './journey.ts'

const pages = [
  '/mvsj/mit-arbejde',
  '/mvsj/fora',
  '/mvsj/fora/banderaad',
  '/mvsj/fora/banderaad/ret',
  '/mvsj/fora/banderaad/pladser',
  '/mvsj/fora/overblik',
  '/mvsj/fora/bilag',
  '/mvsj/fora/netvaerk',
  '/mvsj/fora/ledige-pladser',
  '/mvsj/fora/ensidige-snitflader',
  '/mvsj/embeder',
  '/mvsj/personer',
  '/mvsj/organisationer',
  '/mvsj/hvem-arbejder-med',
  '/mvsj/lovgrundlag',
  '/mvsj/import',
  '/mvsj/brugere',
  '/mvsj/brugere/adgang',
  '/mvsj/log',
  '/konto',
  '/om',
  '/tilgaengelighed',
  '/persondata',
  '/mvsj/findes-ikke',
]

const windows = [
  { width: 320, dark: false },
  { width: 360, dark: true },
  { width: 768, dark: false },
  { width: 1280, dark: true },
]

for (const { width, dark } of windows)
  journey(
    `every main page is usable ${String(width)} px wide${dark ? ' in the dark' : ''}, and none scrolls sideways`,
    async ({ page, signIn, goto, check }) => {
      await signIn('admin')
      for (const path of pages) {
        await goto(path)
        const { scroll, inner } = await page.evaluate(() => ({
          scroll: document.scrollingElement?.scrollWidth ?? 0,
          inner: window.innerWidth,
        }))
        expect(scroll, path).toBeLessThanOrEqual(inner)
      }
      await goto('/mvsj/fora')
      const menu = page.getByRole('button', { name: 'Menu' })
      if (width < 768) {
        await menu.click()
        await page.getByRole('link', { name: 'Embeder og personer' }).waitFor()
        await check()
        await page.keyboard.press('Escape')
        await page.getByRole('link', { name: 'Embeder og personer' }).waitFor({ state: 'hidden' })
      } else expect(await menu.isVisible()).toBe(false)
      if (width >= 768 && width < 992) {
        const last = page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name: 'Lovgrundlag' })
        const line = await page.getByRole('navigation', { name: 'Hovedmenu' }).boundingBox()
        expect(line?.height).toBeLessThan(80)
        expect(await last.isVisible()).toBe(false)
        await page.getByRole('button', { name: 'Mere' }).focus()
        await page.keyboard.press('Enter')
        await last.waitFor()
        await check()
        await page.keyboard.press('Escape')
        await last.waitFor({ state: 'hidden' })
      }
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const [red = 0] = (paper.match(/\d+/g) ?? []).map(Number)
      if (dark) expect(red).toBeLessThan(80)
      else expect(red).toBeGreaterThan(200)
    },
    { width, dark },
  )
