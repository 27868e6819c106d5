import type { Page } from 'playwright-core'

/** Collects what a page says in the console as an error, breaches of the content policy among it, and script that fails. */
export function watchFaults(page: Page, expected?: RegExp): { assertNone: () => void } {
  const faults: string[] = []
  const documents = new Set<string>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'document') documents.add(response.url())
  })
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    // The browser also reports a whole page that answers 403 or 422, which is what the journey came to see.
    const ofPage = message.text().startsWith('Failed to load resource') && documents.has(message.location().url)
    if (!ofPage) faults.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  return {
    assertNone: () => {
      const unexpected = expected === undefined ? faults : faults.filter((fault) => !expected.test(fault))
      if (unexpected.length > 0) throw new Error(`The page reported:\n${unexpected.join('\n')}`)
    },
  }
}
