import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Hono, type Context } from 'hono'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** A built file with its media type and its copies by content encoding, best first. */
interface BuiltFile {
  readonly mediaType: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly encoded: readonly { readonly encoding: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
}

const encodings = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
]

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path))

const readBuiltFiles = (directory: string): ReadonlyMap<string, BuiltFile> => {
  const files = new Map<string, BuiltFile>()
  for (const name of readdirSync(directory)) {
    const mediaType = mediaTypes[extname(name)]
    if (mediaType === undefined) continue
    const path = join(directory, name)
    const encoded = encodings
      .filter(({ ending }) => existsSync(path + ending))
      .map(({ encoding, ending }) => ({ encoding, bytes: bytesOf(path + ending) }))
    files.set(name, { mediaType, plain: bytesOf(path), encoded })
  }
  return files
}

const accepts = (header: string, encoding: string): boolean =>
  header.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

const send = (c: Context, { mediaType, plain, encoded }: BuiltFile) => {
  const wanted = c.req.header('accept-encoding') ?? ''
  const chosen = encoded.find(({ encoding }) => accepts(wanted, encoding))
  c.header('Content-Type', mediaType)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('X-Content-Type-Options', 'nosniff')
  if (encoded.length > 0) c.header('Vary', 'Accept-Encoding')
  if (chosen) c.header('Content-Encoding', chosen.encoding)
  return c.body(chosen?.bytes ?? plain)
}

/**
 * Serves the built files under `/assets/`. They are read once, so a request can only name a file that was there at the start.
 * Their names change with their content, so browsers keep them for a year.
 */
export const staticFiles = (clientDir: string) => {
  const files = readBuiltFiles(join(clientDir, 'assets'))
  return new Hono().get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'))
    return file === undefined ? c.notFound() : send(c, file)
  })
}
