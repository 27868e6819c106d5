/**
 * Builds the browser files to `dist/client` and the program to `dist/server`. With `--if-stale` it does nothing when
 * the last build is newer than everything it was made from.
 */
import { globSync, statSync, writeFileSync, existsSync } from 'node:fs'

const stamp = 'dist/built'
const stale = (): boolean => {
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return [...globSync('{src,demo}/**/*'), 'package-lock.json', 'vite.config.ts'].some(
    (file) => statSync(file).mtimeMs > built,
  )
}

if (!process.argv.includes('--if-stale') || stale()) {
  const logLevel = process.argv.includes('--quiet') ? 'silent' : 'warn'
  process.env['NODE_ENV'] = 'production'
  // Loaded only when there is something to build: a start that has nothing to build is then quicker.
  const { build } = await import('vite')
  await build({ logLevel })
  await build({ logLevel, build: { ssr: true } })
  writeFileSync(stamp, '')
}
