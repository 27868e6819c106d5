import axe from 'axe-core'
import type { Page } from 'playwright-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** A copy of a page without its script elements, in a window where the checks may run. */
async function copyOf(page: Page): Promise<Page> {
  const html = (await page.content()).replace(/<script[\s\S]*?<\/script>/g, '')
  const browser = page.context().browser()
  if (browser === null) throw new Error('The page has no browser.')
  const copy = await browser.newPage({
    viewport: page.viewportSize(),
    storageState: await page.context().storageState(),
  })
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await copy.goto(page.url())
  return copy
}

async function faultsWithoutScript(page: Page): Promise<string[]> {
  const copy = await copyOf(page)
  return faultsOf(copy).finally(() => copy.close())
}

/** Checks a page with axe, and that it has one h1 and is never wider than the window. */
export async function assertUsable(page: Page, script = true): Promise<void> {
  const faults = script ? await faultsOf(page) : await faultsWithoutScript(page)
  if (faults.length > 0) throw new Error(`${page.url()} is not accessible:\n${faults.join('\n')}`)
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, target }) => `    ${target.join(' ')}  ${html.slice(0, 200)}`).join('\n')}`,
    )
    const headings = document.querySelectorAll('h1').length
    if (headings !== 1) found.push(`one-h1: the page has ${String(headings)} h1 headings`)
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth)
      found.push(`reflow: the page is ${String(scrollWidth)} px wide in a window of ${String(clientWidth)}`)
    return found
  }, rules)
}
