/** Markers of a JPEG whose content draws the picture: JFIF, colour profile, Adobe's colour order. Others tell of its making. */
const keptSegments = new Set([0xe0, 0xe2, 0xee])
const isOwnData = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !keptSegments.has(marker))

/** A JPEG without EXIF, XMP, place and comments. The picture itself is not touched; what is no JPEG comes back as it was. */
export const withoutJpegData = (bytes: Uint8Array): Uint8Array => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // The picture's own data follow the start of the scan.
    if (marker === 0xda || marker === 0xd9) break
    const length = 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (!isOwnData(marker)) kept.push(bytes.subarray(at, at + length))
    at += length
  }
  kept.push(bytes.subarray(at))
  return new Uint8Array(Buffer.concat(kept))
}

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const pngOwnData = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

/** A PNG without its texts and EXIF; what is no PNG comes back as it was. */
export const withoutPngData = (bytes: Uint8Array): Uint8Array => {
  if (!pngStart.every((byte, index) => bytes[index] === byte)) return bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = 12 + view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!pngOwnData.has(name)) kept.push(bytes.subarray(at, at + length))
    at += length
  }
  return new Uint8Array(Buffer.concat(kept))
}
