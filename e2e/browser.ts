import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { chromium, type LaunchOptions } from 'playwright-core'
import { z } from 'zod'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']

const withoutSandbox = ['--no-sandbox', '--font-render-hinting=none']

// The settings that come with the fonts look for them in one fixed place.
const fontsIn = (folder: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`

/** Unpacks the Chromium inside the npm package, once per version. An interrupted unpacking leaves nothing that looks whole. */
async function unpacked(): Promise<string> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')))
  const folder = resolve('.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const unfinished = await mkdtemp(`${folder}-`)
  const usualFolder = process.env['TMPDIR']
  // The package always unpacks to the folder for temporary files.
  process.env['TMPDIR'] = unfinished
  try {
    await Promise.all(archives.map((archive) => inflate(join(home, 'bin', archive))))
    await writeFile(join(unfinished, 'fonts.conf'), fontsIn(join(folder, 'fonts')))
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    if (usualFolder === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = usualFolder
    await rm(unfinished, { recursive: true, force: true })
  }
  return folder
}

/** How to start the machine's own Chromium, or else the one from npm with the libraries and fonts it brings. */
export async function browserOptions(): Promise<LaunchOptions> {
  const own = installed.find((path) => existsSync(path))
  if (own !== undefined) return { executablePath: own, args: withoutSandbox }
  const folder = await unpacked()
  return {
    executablePath: join(folder, 'chromium'),
    args: withoutSandbox,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

/**
 * Starts the browser once, so that a machine on which none can run says so in one sentence.
 * @throws Error with that sentence.
 */
export async function provenBrowser(): Promise<LaunchOptions> {
  try {
    const options = await browserOptions()
    const browser = await chromium.launch(options)
    await browser.close()
    return options
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new Error(
      `No browser can run here, so no journey was made: neither ${installed.map((path) => basename(path)).join(', ')} nor the Chromium from npm starts (${reason}).`,
      { cause: error },
    )
  }
}
