import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { readAssets } from './assets.ts'
import { staticFiles } from './static.ts'

const dir = mkdtempSync(join(tmpdir(), 'samvirk-'))
afterAll(() => {
  rmSync(dir, { recursive: true })
})

mkdirSync(join(dir, 'assets'))
mkdirSync(join(dir, '.vite'))
writeFileSync(join(dir, 'secret.css'), 'secret')
writeFileSync(join(dir, 'assets/s-1.css'), 'a{}')
writeFileSync(join(dir, 'assets/s-1.css.br'), brotliCompressSync('a{}'))
writeFileSync(join(dir, 'assets/s-1.css.gz'), gzipSync('a{}'))
writeFileSync(join(dir, 'assets/r-2.woff2'), 'font')
const built = (file: string, css: string[] = []) => ({ file, css, name: 'x', isEntry: true })
const manifest = {
  'src/web/styles/entry.ts': built('assets/e-1.js', ['assets/s-1.css']),
  'src/islands/main.ts': built('assets/m-1.js'),
  'src/web/images/icons.svg': built('assets/i-1.svg'),
  'src/web/images/favicon.svg': built('assets/f-1.svg'),
  'node_modules/dkfds/IBMPlexSans-Regular-Latin1.woff2': built('assets/r-2.woff2'),
  'node_modules/dkfds/IBMPlexSans-Regular-Latin2.woff2': built('assets/r-3.woff2'),
}
writeFileSync(join(dir, '.vite/manifest.json'), JSON.stringify(manifest))

const app = staticFiles(dir)
const get = (path: string, encoding?: string) =>
  app.request(path, encoding === undefined ? {} : { headers: { 'accept-encoding': encoding } })

test('finds the built files, and preloads only the letters every page has', () => {
  expect(readAssets(dir)).toEqual({
    styles: '/assets/s-1.css',
    script: '/assets/m-1.js',
    icons: '/assets/i-1.svg',
    favicon: '/assets/f-1.svg',
    fonts: ['/assets/r-2.woff2'],
  })
})

test('says in one sentence what to do when nothing is built', () => {
  expect(() => readAssets(join(dir, 'nowhere'))).toThrow(/not built in .*nowhere\. Run: npm run build$/)
})

test('serves a file for a year, compressed as the browser wishes', async () => {
  const plain = await get('/assets/s-1.css')
  expect(await plain.text()).toBe('a{}')
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(plain.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(plain.headers.get('vary')).toBe('Accept-Encoding')
  const brotli = await get('/assets/s-1.css', 'gzip, deflate, br')
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(new Uint8Array(await brotli.arrayBuffer())).toString()).toBe('a{}')
  expect((await get('/assets/s-1.css', 'gzip')).headers.get('content-encoding')).toBe('gzip')
  expect((await get('/assets/s-1.css', 'br;q=0, gzip;q=0.5')).headers.get('content-encoding')).toBe('gzip')
  expect((await get('/assets/r-2.woff2', 'br, gzip')).headers.get('content-encoding')).toBeNull()
})

test.each([
  '/assets/../secret.css',
  '/assets/..%2fsecret.css',
  '/assets/%2e%2e%2fsecret.css',
  '/assets/nothing.css',
  '/assets/',
  '/assets/s-1.css.br',
  '/assets/constructor',
])('serves nothing for %s', async (path) => {
  expect((await get(path)).status).toBe(404)
})
