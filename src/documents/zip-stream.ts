import { crc32 } from 'node:zlib'

export interface ZipEntry {
  /** With `/` between folders. */
  name: string
  bytes: Uint8Array
}

interface Written {
  name: Buffer
  crc: number
  size: number
  offset: number
}

/** Names in UTF-8, and nothing else out of the ordinary. */
const flags = 0x0800
/** The first day a zip can name, so that the same files give the same bytes. */
const firstDay = 0x0021
const version = 20

/** What stands both before a file and in the directory at the end, from the flags to the length of the name. */
const common = ({ name, crc, size }: Written): Buffer => {
  const head = Buffer.alloc(24)
  head.writeUInt16LE(version, 0)
  head.writeUInt16LE(flags, 2)
  head.writeUInt16LE(firstDay, 8)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(size, 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

const localHead = (file: Written): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04'), common(file), Buffer.alloc(2), file.name])

const directoryEntry = (file: Written): Buffer => {
  const rest = Buffer.alloc(16)
  rest.writeUInt32LE(file.offset, 12)
  return Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([version, 0]), common(file), rest, file.name])
}

const ending = (count: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([Buffer.from('PK\x05\x06'), end])
}

/**
 * A zip piece by piece: only one file is in memory at a time. Files are stored as they are, with their sizes in front, so
 * that any program reads it from either end. Together at most 4 GB.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, void> {
  const written: Written[] = []
  let offset = 0
  for await (const { name, bytes } of entries) {
    const file = { name: Buffer.from(name), crc: crc32(bytes), size: bytes.length, offset }
    const head = localHead(file)
    yield head
    yield bytes
    written.push(file)
    offset += head.length + bytes.length
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield ending(written.length, directory.length, offset)
}
