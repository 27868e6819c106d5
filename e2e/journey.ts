import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, inject, test } from 'vitest'
import { assertUsable } from './accessibility.ts'
import { journeyStart } from './day.ts'
import { type Program, startProgram } from './program.ts'
import { watchFaults } from './faults.ts'

const screenshots = 'test-output'
/** Of every account of the demonstration, and of those that journeys make. */
export const password = 'samvirk-demo-2026'
/** For a whole journey on a busy machine; most take less than a minute. */
const patienceMs = 900_000

/** The demonstration accounts. */
export type DemoAccount = 'admin' | 'sekretariat' | 'kommune' | 'formand' | 'borgmester' | 'medlem' | 'revisor'

export interface User {
  page: Page
  program: Program
  /** Opens an address below the program's own, and checks the page. */
  goto: (path: string) => Promise<void>
  /** Does something that leads to another page, waits for that page and checks it. */
  onward: (action: () => Promise<unknown>) => Promise<void>
  /** Follows the link with this text and checks the page it leads to. */
  follow: (name: string | RegExp) => Promise<void>
  /** Presses the button with this text and checks the page that comes. */
  press: (name: string | RegExp) => Promise<void>
  /** Checks the page as it stands now, for what changed without a new address. */
  check: () => Promise<void>
  /** Signs in with an account of the demonstration, or with the address of one that was made on the way. */
  signIn: (account: DemoAccount | `${string}@${string}`) => Promise<void>
  /** Presses Tab until the focus stands on the thing with this name. */
  tabTo: (name: string) => Promise<void>
  /** Somebody else at a browser of their own, watched like the first. */
  another: () => Promise<User>
}

interface JourneyOptions {
  /** False for a journey without script. */
  script?: boolean
  width?: number
  dark?: boolean
  /** What the page is expected to say in the console, such as of a request meant to fail. */
  expectedFaults?: RegExp
}

let browser: Promise<Browser> | null = null
let program: Promise<Program> | null = null
let settings: Readonly<Record<string, string>> = {}

/** Sets the environment of the program that the journeys of this file meet. Call it before them. */
export function programSettings(changes: Readonly<Record<string, string>>): void {
  settings = changes
}

/** Stops the program, so that the next journey meets it with other settings, such as on a later day; its data folder stays. */
export async function restartProgram(changes: Readonly<Record<string, string>>): Promise<void> {
  if (program !== null) settings = { ...settings, DATA_DIR: (await program).dataDir, ...changes }
  await (await program)?.stop()
  program = null
}

afterAll(async () => {
  await (await browser)?.close()
  await (await program)?.stop()
})

const contextOptions = ({ script = true, width = 1280, dark = false }: JourneyOptions): BrowserContextOptions => ({
  javaScriptEnabled: script,
  viewport: { width, height: 900 },
  colorScheme: dark ? 'dark' : 'light',
  locale: 'da-DK',
  timezoneId: 'Europe/Copenhagen',
})

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null) return ''
    const label =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? element.labels?.[0]?.textContent
        : null
    return (element.getAttribute('aria-label') ?? label ?? element.textContent).replace(/\s+/g, ' ').trim()
  })

type Alone = Omit<User, 'another'> & { finish: () => Promise<void> }

function userOf(page: Page, at: Program, script: boolean): Alone {
  let unchecked: string | null = null
  let shown = ''
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return
    // A link to another place on the same page opens nothing.
    const [address = ''] = frame.url().split('#')
    if (address !== shown || !frame.url().includes('#')) unchecked = frame.url()
    shown = address
  })
  const check = async () => {
    await page.waitForLoadState('load')
    // Its scripts come after the page, and a field that is filled before them is not noticed.
    if (script) await page.locator(':not(:defined)').first().waitFor({ state: 'detached' })
    unchecked = null
    await assertUsable(page, script)
  }
  const onward = async (action: () => Promise<unknown>) => {
    if (unchecked !== null)
      throw new Error(`${unchecked} was opened without being checked: use goto, follow, press or onward.`)
    await Promise.all([page.waitForEvent('load'), action()])
    await check()
  }
  const goto = (path: string) => onward(() => page.goto(new URL(path, at.url).href))
  const click = (target: Locator) => onward(() => target.click())
  const press = (name: string | RegExp) => click(page.getByRole('button', { name, exact: true }))
  return {
    page,
    program: at,
    check,
    onward,
    goto,
    press,
    follow: (name) => click(page.getByRole('link', { name, exact: true }).first()),
    signIn: async (account) => {
      await goto('/log-ind')
      await page.locator('[name=email]').fill(account.includes('@') ? account : `${account}@samvirk.test`)
      await page.locator('[name=password]').fill(password)
      await onward(() => page.locator('[name=password]').press('Enter'))
    },
    tabTo: async (name) => {
      const met: string[] = []
      for (let step = 0; step < 300; step++) {
        await page.keyboard.press('Tab')
        const focused = await focusedName(page)
        if (focused === name) return
        met.push(focused)
      }
      throw new Error(`Tab never came to “${name}”. It came to: ${[...new Set(met)].join(' | ')}`)
    },
    finish: async () => {
      if (unchecked !== null) await check()
    },
  }
}

/** Opens a browser window of its own for one user. */
async function openWindow(at: Program, options: JourneyOptions) {
  const context = await (await (browser ??= chromium.launch(inject('browser')))).newContext(contextOptions(options))
  context.setDefaultTimeout(180_000)
  const page = await context.newPage()
  const faults = watchFaults(page, options.expectedFaults)
  const user = userOf(page, at, options.script ?? true)
  const finish = async () => {
    await user.finish()
    faults.assertNone()
  }
  return { user, finish, close: () => context.close() }
}

/**
 * A test in a fresh browser window: fails on anything the console calls an error, on a breach of the content policy, and on what
 * axe finds on any page it comes to.
 */
export function journey(name: string, run: (user: User) => Promise<void>, options: JourneyOptions = {}): void {
  test(name, { timeout: patienceMs }, async () => {
    // With the clock moved, the demonstration is another one.
    const demoFolder = settings['SAMVIRK_NOW'] === undefined ? inject('demoFolder') : undefined
    const at = await (program ??= startProgram({ SAMVIRK_NOW: journeyStart, ...settings }, demoFolder))
    const windows: Awaited<ReturnType<typeof openWindow>>[] = []
    const open = async (): Promise<User> => {
      const opened = await openWindow(at, options)
      windows.push(opened)
      return { ...opened.user, another: open }
    }
    try {
      await run(await open())
      for (const { finish } of windows) await finish()
    } catch (error) {
      await mkdir(screenshots, { recursive: true })
      for (const [index, { user }] of windows.entries())
        await user.page
          .screenshot({
            path: join(screenshots, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${String(index + 1)}.png`),
            fullPage: true,
          })
          .catch(() => null)
      throw error
    } finally {
      for (const { close } of windows) await close()
    }
  })
}
