import { Inflate } from 'fflate'
import { IntakeRefusal, limits } from './refusal.ts'

interface Entry {
  name: string
  flags: number
  method: number
  compressed: number
  declared: number
  offset: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
/** Small, because one push can swell a thousand times before it is counted. */
const pushSize = 4096

const directoryOf = (view: DataView): { count: number; offset: number } => {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at -= 1)
    if (view.getUint32(at, true) === endOfDirectory)
      return { count: view.getUint16(at + 10, true), offset: view.getUint32(at + 16, true) }
  throw new IntakeRefusal('damaged')
}

const entriesOf = (bytes: Uint8Array, view: DataView): readonly Entry[] => {
  const { count, offset } = directoryOf(view)
  if (count > limits.zipEntries) throw new IntakeRefusal('zipBomb')
  const entries: Entry[] = []
  let at = offset
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new IntakeRefusal('damaged')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const contentOf = (bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array => {
  if (view.getUint32(entry.offset, true) !== localEntry) throw new IntakeRefusal('damaged')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.compressed > bytes.length) throw new IntakeRefusal('damaged')
  return bytes.subarray(start, start + entry.compressed)
}

const tooBig = (unpacked: number, packed: number): boolean =>
  unpacked > limits.zipEntry || (unpacked > limits.zipFree && unpacked > packed * limits.zipRatio)

/** Unpacks piece by piece, keeps nothing, and stops at the limit, so that a header that lies about the size gains nothing. */
const unpackedSize = (content: Uint8Array, method: number): number => {
  if (method === 0) return content.length
  if (method !== 8) throw new IntakeRefusal('damaged')
  let size = 0
  const inflate = new Inflate((piece) => {
    size += piece.length
  })
  for (let at = 0; at < content.length; at += pushSize) {
    inflate.push(content.subarray(at, at + pushSize), at + pushSize >= content.length)
    if (tooBig(size, content.length)) throw new IntakeRefusal('zipBomb')
  }
  return size
}

const check = (bytes: Uint8Array): readonly string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(bytes, view)
  if (entries.some((entry) => (entry.flags & 1) === 1)) throw new IntakeRefusal('encrypted')
  const sum = (size: (entry: Entry) => number) => entries.reduce((total, entry) => total + size(entry), 0)
  // Entries that share bytes are the trick of the densest bombs; honest ones never add up to more than the file.
  if (sum((entry) => entry.compressed) > bytes.length) throw new IntakeRefusal('zipBomb')
  if (sum((entry) => entry.declared) > limits.zipTotal) throw new IntakeRefusal('zipBomb')
  if (entries.some((entry) => tooBig(entry.declared, entry.compressed))) throw new IntakeRefusal('zipBomb')
  let total = 0
  let honest = true
  for (const entry of entries) {
    const size = unpackedSize(contentOf(bytes, view, entry), entry.method)
    total += size
    if (total > limits.zipTotal) throw new IntakeRefusal('zipBomb')
    honest &&= size === entry.declared
  }
  if (!honest) throw new IntakeRefusal('damaged')
  const names = entries.map((entry) => entry.name)
  if (new Set(names).size !== names.length) throw new IntakeRefusal('damaged')
  return names
}

/** The names in a zip file, after making sure that unpacking it is safe. Throws IntakeRefusal. Memory used is bounded. */
export const checkZip = (bytes: Uint8Array): readonly string[] => {
  try {
    return check(bytes)
  } catch (cause) {
    if (cause instanceof IntakeRefusal) throw cause
    throw new IntakeRefusal('damaged', { cause })
  }
}
