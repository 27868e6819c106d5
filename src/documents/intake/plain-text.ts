import { IntakeRefusal, limits } from './refusal.ts'

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((byte, at) => bytes[at] === byte)

/** UTF-16 without its mark shows itself by a zero in every other byte of the first Latin letters. */
const zerosAt = (bytes: Uint8Array, offset: 0 | 1): boolean => {
  const looked = Math.min(bytes.length - (bytes.length % 2), 400)
  let zeros = 0
  for (let at = offset; at < looked; at += 2) if (bytes[at] === 0) zeros += 1
  return looked >= 4 && zeros > (looked / 2) * 0.7
}

const encodingOf = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (zerosAt(bytes, 1)) return 'utf-16le'
  if (zerosAt(bytes, 0)) return 'utf-16be'
  return 'utf-8'
}

/** The characters of a text file: UTF-8 or UTF-16 where it can be that, otherwise Windows-1252, which never fails. */
export const decodeText = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(encoding === 'utf-8' ? 'windows-1252' : encoding).decode(bytes)
  }
}

/** Control characters that no text file has; their presence tells a binary file with a text ending. */
export const looksBinary = (text: string): boolean => {
  const strange = text.slice(0, 100_000).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  return strange > 0 && strange > Math.min(text.length, 100_000) / 1000
}

/** Splits on every line end in use, the form feed included, and keeps tabs. Refuses more text than an annex can hold. */
export const linesOf = (text: string): readonly string[] => {
  if (text.length > limits.characters) throw new IntakeRefusal('tooComplex')
  const lines = text.normalize('NFC').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
  if (lines.length > limits.lines) throw new IntakeRefusal('tooComplex')
  return lines
}
