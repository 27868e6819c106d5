import { ReadableStream } from 'node:stream/web'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { checkZip } from './intake/zip-check.ts'
import { type ZipEntry, zipStream } from './zip-stream.ts'

const of = (...entries: ZipEntry[]) => ReadableStream.from(entries)
const zipped = async (...entries: ZipEntry[]): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of zipStream(of(...entries))) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('is read by others as it was written', async () => {
  const bytes = await zipped(
    { name: 'metadata.json', bytes: strToU8('{}') },
    { name: 'bilag/01-ærø.txt', bytes: strToU8('Ærø\n'.repeat(1000)) },
    { name: 'tom.txt', bytes: new Uint8Array() },
  )
  const files = unzipSync(bytes)
  expect(Object.keys(files)).toEqual(['metadata.json', 'bilag/01-ærø.txt', 'tom.txt'])
  expect(strFromU8(files['bilag/01-ærø.txt'] ?? new Uint8Array())).toBe('Ærø\n'.repeat(1000))
  // Sizes, offsets and flags are looked at closely here.
  expect(checkZip(bytes)).toHaveLength(3)
})

test('its checksums are right', async () => {
  const bytes = Buffer.from(await zipped({ name: 'a.txt', bytes: strToU8('123456789') }))
  // The check value that every description of CRC-32 gives for these nine digits.
  expect(bytes.readUInt32LE(14)).toBe(0xcbf43926)
})

test('an empty one is a zip too', async () => {
  expect(Object.keys(unzipSync(await zipped()))).toEqual([])
})
