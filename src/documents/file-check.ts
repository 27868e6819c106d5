import { type FileKind, isPictureKind, isZipKind, kindOfName, type ZipKind } from './file-kinds.ts'
import { isolated } from './intake/isolated.ts'
import { decodeText, looksBinary } from './intake/plain-text.ts'
import { IntakeRefusal, limits } from './intake/refusal.ts'
import { hasEncryptedPackage, sniffed, structured } from './intake.ts'

const macroEnding = /\.(doc|dot|xls|xlt|ppt|pot|pps|xla|ppa)m$|\.xlsb$/i
const macroKinds = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'pptm', 'potm', 'ppsm'])

const checkText = (bytes: Uint8Array, found: string | null): void => {
  if (found !== null && structured.has(found)) throw new IntakeRefusal('mismatch')
  const text = decodeText(bytes)
  if (looksBinary(text)) throw new IntakeRefusal('mismatch')
  if (text.trim() === '') throw new IntakeRefusal('empty')
}

const checkZipKind = (bytes: Uint8Array, kind: ZipKind, found: string | null): void => {
  if (found === kind) return
  if (found !== null && macroKinds.has(found)) throw new IntakeRefusal('macro')
  if (found === 'cfb' && hasEncryptedPackage(bytes)) throw new IntakeRefusal('encrypted')
  // A file with its parts in an odd order shows only as a zip; what is in it is looked at next.
  if (found !== 'zip') throw new IntakeRefusal('mismatch')
}

/** A file that may be kept: its kind, and its pages or slides where these can be counted. */
export interface CheckedFile {
  kind: FileKind
  pages: number | null
}

/**
 * Makes sure that a file is what its ending says, whole, of a kind that is kept, and without anything to run. Pictures are
 * judged when they are drawn (`pictures.ts`). @throws IntakeRefusal
 */
export async function checkFile(bytes: Uint8Array, name: string): Promise<CheckedFile> {
  if (macroEnding.test(name)) throw new IntakeRefusal('macro')
  const kind = kindOfName(name)
  if (kind === null) throw new IntakeRefusal('wrongType')
  if (bytes.length === 0) throw new IntakeRefusal('empty')
  if (bytes.length > limits.file) throw new IntakeRefusal('tooLarge')
  const found = await sniffed(bytes)
  if (isZipKind(kind)) {
    checkZipKind(bytes, kind, found)
    return { kind, pages: await isolated('inspect', { kind, bytes }) }
  }
  if (kind === 'pdf') {
    if (found !== 'pdf') throw new IntakeRefusal('mismatch')
    return { kind, pages: await isolated('inspect', { kind, bytes }) }
  }
  if (isPictureKind(kind)) {
    if (found !== kind && !(kind === 'png' && found === 'apng')) throw new IntakeRefusal('mismatch')
  } else checkText(bytes, found)
  return { kind, pages: null }
}
