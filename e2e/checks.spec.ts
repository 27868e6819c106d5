import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { assertUsable } from './accessibility.ts'
import { watchFaults } from './faults.ts'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch(inject('browser'))
})
afterAll(() => browser.close())

async function shown(html: string, options: { script?: boolean; policy?: string; status?: number } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: options.script ?? true,
    viewport: { width: 320, height: 600 },
  })
  const page = await context.newPage()
  const faults = watchFaults(page)
  await page.route('**/*', (route) =>
    route.fulfill({
      status: options.status ?? 200,
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': options.policy ?? "default-src 'self'" },
      body: `<!doctype html><html lang="da"><head><title>Prøve</title></head><body><main>${html}</main></body></html>`,
    }),
  )
  await page.goto('http://samvirk.test/')
  return { page, faults }
}

test('a page without faults passes, also one that says 422', async () => {
  const { page, faults } = await shown('<h1>Fora</h1>', { status: 422 })
  await assertUsable(page)
  faults.assertNone()
})

test.each([
  ['a picture without words', '<h1>Fora</h1><img src="/a">', /image-alt/],
  ['two main headings', '<h1>Fora</h1><h1>Plan</h1>', /one-h1/],
  ['a page wider than the window', '<h1>Fora</h1><table><td>' + 'Bredt'.repeat(200) + '</td></table>', /reflow/],
])('%s is noticed, with script and without', async (_, html, fault) => {
  await expect(assertUsable((await shown(html)).page)).rejects.toThrow(fault)
  await expect(assertUsable((await shown(html, { script: false })).page, false)).rejects.toThrow(fault)
})

test('script that the content policy stops is noticed', async () => {
  const { faults } = await shown('<h1>Fora</h1><script>document.title = "x"</script>')
  expect(faults.assertNone).toThrow(/Content Security Policy/)
})

test('script that fails is noticed', async () => {
  const { faults } = await shown('<h1>Fora</h1><script>throw new Error("itu")</script>', {
    policy: "script-src 'unsafe-inline'",
  })
  expect(faults.assertNone).toThrow(/itu/)
})
