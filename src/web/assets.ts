import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Assets } from './frame.ts'

const manifestShape = z.record(z.string(), z.object({ file: z.string(), css: z.array(z.string()).optional() }))

const styles = 'src/web/styles/entry.ts'
const script = 'src/islands/main.ts'
const images = 'src/web/images'
const preloadedFont = /IBMPlexSans-(Regular|SemiBold)-Latin1\.woff2$/

const readManifest = (clientDir: string) => {
  try {
    return manifestShape.parse(JSON.parse(readFileSync(join(clientDir, '.vite/manifest.json'), 'utf8')))
  } catch (cause) {
    throw new Error(`The files for browsers are not built in ${clientDir}. Run: npm run build`, { cause })
  }
}

/**
 * Where the built files for browsers are found, from the manifest in the build directory.
 * Throws with what to do when they are not built.
 */
export const readAssets = (clientDir: string): Assets => {
  const manifest = readManifest(clientDir)
  const address = (file: string | undefined): string => {
    if (file === undefined) throw new Error(`The build in ${clientDir} is incomplete. Run: npm run build`)
    return `/${file}`
  }
  return {
    styles: address(manifest[styles]?.css?.[0]),
    script: address(manifest[script]?.file),
    icons: address(manifest[`${images}/icons.svg`]?.file),
    favicon: address(manifest[`${images}/favicon.svg`]?.file),
    fonts: Object.entries(manifest)
      .filter(([source]) => preloadedFont.test(source))
      .map(([, { file }]) => address(file)),
  }
}
