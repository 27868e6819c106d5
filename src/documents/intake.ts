import path from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { readIsolated } from './intake/isolated.ts'
import { decodeText, linesOf, looksBinary } from './intake/plain-text.ts'
import { IntakeRefusal, limits } from './intake/refusal.ts'

export const intakeKinds = ['txt', 'docx', 'pdf', 'json'] as const
export type IntakeKind = (typeof intakeKinds)[number]

export interface IntakeText {
  /** As printed: tabs kept, one entry per paragraph, table row or line. */
  lines: readonly string[]
  kind: IntakeKind
}

const endingOf = (fileName: string): IntakeKind => {
  const ending = path.extname(fileName).slice(1).toLowerCase()
  const kind = intakeKinds.find((known) => known === ending)
  if (!kind) throw new IntakeRefusal('wrongType')
  return kind
}

/** What a file is by its first bytes, as an ending; null when they say nothing. */
export const sniffed = async (bytes: Uint8Array): Promise<string | null> => {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext ?? null
  } catch {
    return null
  }
}

/** Word stores a document with a password as an OLE file with this stream; an old .doc has none. */
export const hasEncryptedPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** Files whose contents are text to the eye and must still not be read as text. */
export const structured = new Set(['pdf', 'rtf', 'docx', 'zip', 'cfb', 'ps', 'eps'])

const textFile = (bytes: Uint8Array, kind: 'txt' | 'json', found: string | null): IntakeText => {
  const text = decodeText(bytes)
  // Two letters at the start ("BM", "MZ") are enough to be taken for a picture or a program, so the contents decide.
  if ((found !== null && structured.has(found)) || looksBinary(text)) throw new IntakeRefusal('mismatch')
  if (text.trim() === '') throw new IntakeRefusal('empty')
  if (kind === 'json') {
    try {
      JSON.parse(text)
    } catch (cause) {
      throw new IntakeRefusal('damaged', { cause })
    }
  }
  return { lines: linesOf(text), kind }
}

const checkType = (bytes: Uint8Array, kind: 'docx' | 'pdf', found: string | null): void => {
  if (found === kind) return
  if (kind === 'docx' && found === 'cfb' && hasEncryptedPackage(bytes)) throw new IntakeRefusal('encrypted')
  // A Word file cut short, or with its parts in an odd order, shows only as a zip; the reader looks inside.
  if (kind === 'docx' && found === 'zip') return
  throw new IntakeRefusal('mismatch')
}

/**
 * The text of an uploaded file, whose type must be what its ending says. Throws IntakeRefusal; nothing is written to disk.
 * Word and PDF files are read by a process of their own with limits on time and memory.
 */
export const readText = async (bytes: Uint8Array, fileName: string): Promise<IntakeText> => {
  const kind = endingOf(fileName)
  if (bytes.length === 0) throw new IntakeRefusal('empty')
  if (bytes.length > limits.file) throw new IntakeRefusal('tooLarge')
  const found = await sniffed(bytes)
  if (kind === 'txt' || kind === 'json') return textFile(bytes, kind, found)
  checkType(bytes, kind, found)
  const lines = linesOf((await readIsolated(kind, bytes)).join('\n'))
  if (!lines.some((line) => /\p{L}/u.test(line))) throw new IntakeRefusal('noText')
  return { lines, kind }
}
