import { existsSync } from 'node:fs'
import type { LaunchOptions } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { provenBrowser } from './browser.ts'
import { builtProgram } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: LaunchOptions
  }
}

/** Journeys need a browser that runs and the built program; without either they all fail. */
export async function setup(project: TestProject): Promise<void> {
  if (!existsSync(builtProgram))
    throw new Error(`${builtProgram} is missing, so no journey was made: run npm run build.`)
  project.provide('browser', await provenBrowser())
}
