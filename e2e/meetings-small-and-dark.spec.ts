import { expect } from 'vitest'
import { journey } from './journey.ts'

const pages = [
  '/mvsj/mit-arbejde',
  '/mvsj/moeder',
  '/mvsj/moeder/forslag',
  '/mvsj/moeder/referater',
  '/mvsj/moeder/forretningsordener',
  '/mvsj/moeder/lukkegrunde',
  '/mvsj/fora/kredsraadet/moeder',
  '/mvsj/fora/kredsraadet/forretningsorden',
  '/mvsj/fora/kredsraadet/emner',
  '/mvsj/fora/kredsraadet/forslag',
  '/mvsj/moeder/opret?forum=kredsraadet',
  '/mvsj/aarshjul',
  '/mvsj/aarshjul/planlaeg',
  '/mvsj/aarshjul/fridage',
  '/mvsj/kalender',
  '/mvsj/kalender?visning=liste',
  '/mvsj/kalender/abonner',
  '/mvsj/beslutninger',
  '/mvsj/opgaver',
  '/mvsj/soeg?q=nattelivet',
  '/mvsj/meddelelser',
  '/mvsj/meddelelser/indstillinger',
  '/udvikling/mails',
]

/** What is below the meeting that is over. */
const ofMeeting = ['', '/laes', '/referat', '/afhold', '/mails', '/svar', '/ret', '/aabning']

const windows = [
  { width: 320, dark: false },
  { width: 360, dark: true },
  { width: 1280, dark: true },
]

for (const { width, dark } of windows)
  journey(
    `every page of meetings is usable ${String(width)} px wide${dark ? ' in the dark' : ''}, and none scrolls sideways`,
    async ({ page, signIn, goto, onward }) => {
      const narrow = async () => {
        const { scroll, inner } = await page.evaluate(() => ({
          scroll: document.scrollingElement?.scrollWidth ?? 0,
          inner: window.innerWidth,
        }))
        expect(scroll, page.url()).toBeLessThanOrEqual(inner)
      }
      await signIn('sekretariat')
      for (const path of pages) {
        await goto(path)
        await narrow()
      }
      await goto('/mvsj/fora/kredsraadet/moeder')
      await onward(() =>
        page
          .getByRole('main')
          .getByRole('link', { name: /^Kredsrådet \d/ })
          .first()
          .click(),
      )
      const meeting = new URL(page.url()).pathname
      const item = (await page.locator('main h3 a').first().getAttribute('href')) ?? ''
      for (const path of [...ofMeeting.map((part) => `${meeting}${part}`), item, `${item}/bilag`]) {
        await goto(path)
        await narrow()
      }
    },
    { width, dark },
  )
