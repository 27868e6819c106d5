import type { ZipKind } from '../file-kinds.ts'
import { IntakeRefusal } from './refusal.ts'
import { checkZip } from './zip-check.ts'

/** The part that a file of each kind must have. */
const mainParts: Record<ZipKind, string> = {
  docx: '[Content_Types].xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
  odt: 'content.xml',
  ods: 'content.xml',
}

/** Where programs keep what they run: VBA, ActiveX controls, and scripts of OpenDocument. */
const isMacro = (name: string): boolean =>
  /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml)$|(^|\/)activeX\/|^Basic\/|^Scripts\/|(^|\/)macrosheets\//i.test(name)

/**
 * Makes sure that unpacking a file is safe, that it is what it says, and that there is nothing in it to run. Returns the
 * number of slides of a presentation, null for other kinds. @throws IntakeRefusal
 */
export const checkOffice = (bytes: Uint8Array, kind: ZipKind): number | null => {
  const names = checkZip(bytes)
  if (!names.includes(mainParts[kind])) throw new IntakeRefusal('mismatch')
  if (names.some(isMacro)) throw new IntakeRefusal('macro')
  return kind === 'pptx' ? names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length : null
}
