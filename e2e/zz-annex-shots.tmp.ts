import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
import { browserOptions } from './browser.ts'
const B = 'http://127.0.0.1:3155'
const b = await chromium.launch(await browserOptions())
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const c = await b.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })
const p = await c.newPage()
p.on('console', (m) => {
  if (m.type() === 'error') console.log('console', m.text())
})
await p.goto(B + '/log-ind')
await p.fill('[name=email]', 'sekretariat@samvirk.test')
await p.fill('[name=password]', 'samvirk-demo-2026')
await p.click('main form button[type=submit]')
const check = async (name: string) => {
  await p.evaluate(axe)
  const r: any = await p.evaluate(
    'axe.run(document,{runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]})',
  )
  for (const v of r.violations)
    console.log(name, 'AXE', v.id, v.nodes.map((n: any) => n.html.slice(0, 150)).slice(0, 3))
  const over = await p.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  if (over > 0) console.log(name, 'overflow', over)
}
const shot = async (name: string, path?: string) => {
  if (path) await p.goto(B + path)
  for (const [w, dark] of [
    [1280, false],
    [768, false],
    [360, true],
  ] as const) {
    await p.setViewportSize({ width: w, height: 900 })
    await p.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await check(name + w)
    await p.screenshot({ path: `/tmp/shots-annex/${name}-${w}.png`, fullPage: true })
  }
  await p.setViewportSize({ width: 1280, height: 900 })
  await p.emulateMedia({ colorScheme: 'light' })
}
const D = process.argv[2] ?? 'ns'
await shot('list-empty', `/${D}/import`)
await p.setInputFiles('[name=fil]', process.argv[3] ?? '/work/shared/seeds/000_cc37d37f0cc49b49.txt')
let t = Date.now()
await p.click('main form button[type=submit]')
await p.waitForURL(/import\/[0-9a-f-]{36}/)
console.log('upload ms', Date.now() - t)
const here = new URL(p.url()).pathname
await shot('overview', here)
await shot('review19', here + '?forum=19')
await shot('review3', here + '?forum=3')
await shot('review31', here + '?forum=31')
await p.goto(B + here)
t = Date.now()
await p.click('text=/Godkend alle/')
await p.waitForURL(/godkendt/)
console.log('accept sure ms', Date.now() - t)
await shot('overview-after')
await shot('review-decided', here + '?forum=1')
await shot('list', `/${D}/import`)
t = Date.now()
await p.goto(B + `/${D}/fora/bilag`)
console.log('bilag ms', Date.now() - t)
await shot('bilag')
// again
await p.goto(B + `/${D}/import`)
await p.setInputFiles('[name=fil]', process.argv[3] ?? '/work/shared/seeds/000_cc37d37f0cc49b49.txt')
await p.click('main form button[type=submit]')
await p.waitForURL(/import\/[0-9a-f-]{36}/)
await shot('overview-again')
await shot('review-merge', new URL(p.url()).pathname + '?forum=19&flet=' + (await p.evaluate('0')))
await b.close()
