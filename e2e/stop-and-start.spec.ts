import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Program, startProgram } from './program.ts'

let browser: Browser
let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samvirk-'))
  browser = await chromium.launch(inject('browser'))
})
afterAll(async () => {
  await browser.close()
  await rm(dataDir, { recursive: true, force: true })
})

const signedIn = async ({ url }: Program) => {
  const page = await browser.newPage({ baseURL: url })
  await page.goto('/log-ind')
  await page.locator('[name=email]').fill('sekretariat@samvirk.test')
  await page.locator('[name=password]').fill('samvirk-demo-2026')
  await page.getByRole('button', { name: 'Log ind', exact: true }).click()
  await page.waitForURL('**/mit-arbejde')
  return page
}

test('what was saved is there after the power went, and Ctrl-C ends in order', { timeout: 300_000 }, async () => {
  const first = await startProgram({ DATA_DIR: dataDir })
  expect(first.output()).toMatch(/sekretariat@samvirk\.test/)
  expect(first.output()).toMatch(/Ctrl-C/)
  const page = await signedIn(first)
  await page.goto('/mvsj/fora/opret')
  await page.getByLabel('Navn', { exact: true }).fill('Det gemte forum')
  await page.getByLabel('Emne').fill('Gemt lige før strømmen gik')
  await page.getByRole('button', { name: 'Gem forum' }).click()
  await page.waitForURL('**/fora/det-gemte-forum')
  await first.kill()

  const second = await startProgram({ DATA_DIR: dataDir })
  process.stdout.write(`The second start answered after ${String(second.startedInMs)} ms.\n`)
  const again = await signedIn(second)
  await again.goto('/mvsj/fora/det-gemte-forum')
  expect(await again.textContent('h1')).toBe('Det gemte forum')
  await again.getByText('Gemt lige før strømmen gik').waitFor()
  expect(await second.stop()).toBe(0)

  const third = await startProgram({ DATA_DIR: dataDir })
  const answer = await fetch(`${third.url}/mvsj/fora/kredsraadet`)
  expect(answer.status).toBe(200)
  expect(await third.stop()).toBe(0)
})
