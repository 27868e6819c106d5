import { resolve } from 'node:path'
import { defineConfig, type UserConfig } from 'vite'
import { compressed } from './src/web/build/compressed.ts'
import { dkfdsSubset } from './src/web/build/dkfds-subset.ts'
import { images } from './src/web/build/images.ts'

/** `vite build` makes what browsers fetch, `vite build --ssr` the program itself. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? server : client))

const client: UserConfig = {
  publicDir: false,
  // The package's own list of exports leaves its files out.
  resolve: { alias: { 'dkfds/dist': resolve(import.meta.dirname, 'node_modules/dkfds/dist') } },
  plugins: [dkfdsSubset(), images(['src/web/images/icons.svg', 'src/web/images/favicon.svg']), compressed()],
  build: {
    outDir: 'dist/client',
    manifest: true,
    // The content policy allows no data addresses.
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2022',
    cssCodeSplit: true,
    rolldownOptions: { input: ['src/web/styles/entry.ts', 'src/islands/main.ts'] },
  },
}

const server: UserConfig = {
  publicDir: false,
  build: {
    outDir: 'dist/server',
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      // The program, and the processes and threads it starts.
      input: {
        main: 'src/main.ts',
        'typst-worker': 'src/documents/typst-worker.ts',
        'intake-worker': 'src/documents/intake/intake-worker.ts',
        'layout-worker': 'src/fora/interfaces/drawing/layout-worker.ts',
      },
      // All beside each other: the program finds its workers and the browser files from where it stands.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
}
