import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchOptions } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { provenBrowser } from './browser.ts'
import { demoLoaded } from './day.ts'
import { builtProgram, runCommand } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: LaunchOptions
    /** A data folder with the demonstration in it, to be copied. */
    demoFolder: string
  }
}

/**
 * Journeys need a browser that runs and the built program; without either they all fail. The demonstration is loaded once
 * for all files.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(builtProgram))
    throw new Error(`${builtProgram} is missing, so no journey was made: run npm run build.`)
  project.provide('browser', await provenBrowser())
  const folder = await mkdtemp(join(tmpdir(), 'samvirk-'))
  const { code, complaints } = await runCommand(['demo'], { DATA_DIR: folder, SAMVIRK_NOW: demoLoaded })
  if (code !== 0) throw new Error(`The demonstration was not loaded, so no journey was made:\n${complaints}`)
  project.provide('demoFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
