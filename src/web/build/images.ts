import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Puts images that pages name themselves into the bundle, under fingerprinted names listed in the manifest. */
export const images = (paths: readonly string[]): Plugin => ({
  name: 'samvirk-images',
  buildStart() {
    for (const path of paths) {
      this.emitFile({
        type: 'asset',
        name: path.slice(path.lastIndexOf('/') + 1),
        originalFileName: path,
        source: readFileSync(resolve(import.meta.dirname, '../../..', path)),
      })
    }
  },
})
