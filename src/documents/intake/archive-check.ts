import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import { openedPdf } from './strip-pdf.ts'

const name = (text: string): PDFName => PDFName.of(text)
const isNamed = (dict: PDFDict, key: string, ...wanted: string[]): boolean => {
  const value = dict.lookup(name(key))
  return value instanceof PDFName && wanted.includes(value.decodeText())
}

const metadataOf = (pdf: PDFDocument): string => {
  const stream = pdf.catalog.lookup(name('Metadata'))
  if (!(stream instanceof PDFRawStream)) return ''
  return new TextDecoder().decode(decodePDFRawStream(stream).decode())
}

/** What the file says of itself: `2a`; null when it says nothing. Written as an element or as an attribute. */
const declaredLevel = (xmp: string): string | null => {
  const value = (key: string): string =>
    new RegExp(`pdfaid:${key}\\s*(?:>\\s*|=\\s*["'])([A-Za-z0-9]+)`).exec(xmp)?.[1] ?? ''
  const [part, conformance] = [value('part'), value('conformance').toLowerCase()]
  return /^[1-4]$/.test(part) ? `${part}${conformance}` : null
}

const hasOutputIntent = (pdf: PDFDocument): boolean => {
  const intents = pdf.catalog.lookup(name('OutputIntents'))
  if (!(intents instanceof PDFArray)) return false
  return intents.asArray().some((one) => {
    const intent = pdf.context.lookup(one)
    return intent instanceof PDFDict && isNamed(intent, 'S', 'GTS_PDFA1')
  })
}

/** True for a font whose letters are not in the file. Type 3 draws its own, and Type 0 has them in the font below it. */
const lacksLetters = (dict: PDFDict): boolean => {
  if (!isNamed(dict, 'Type', 'Font') || isNamed(dict, 'Subtype', 'Type3', 'Type0')) return false
  const descriptor = dict.lookup(name('FontDescriptor'))
  if (!(descriptor instanceof PDFDict)) return true
  return !['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(name(key)))
}

const runs = (dict: PDFDict): boolean =>
  isNamed(dict, 'S', 'JavaScript', 'Launch') || dict.has(name('JavaScript')) || dict.has(name('XFA'))

/** Levels that may carry other files within them. */
const carriesFiles = (level: string): boolean => level.startsWith('3') || level.startsWith('4')

/**
 * The level of PDF/A that a file declares, such as `2a`, where nothing in it speaks plainly against it: no encryption, no
 * script, letters of every font inside, a colour profile, no attached files below level 3. Null otherwise. This is no full
 * validation.
 */
const archivalLevel = (pdf: PDFDocument): string | null => {
  const level = declaredLevel(metadataOf(pdf))
  if (level === null || !hasOutputIntent(pdf)) return null
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    if (lacksLetters(dict) || runs(dict)) return null
    if (!carriesFiles(level) && (dict.has(name('EmbeddedFiles')) || dict.has(name('EF')))) return null
  }
  return level
}

/** The numbers of the pages that can show a picture. */
const picturedPages = (pdf: PDFDocument): number[] =>
  pdf.getPages().flatMap((page, index) => {
    const objects = page.node.Resources()?.lookup(name('XObject'))
    const isPictured =
      objects instanceof PDFDict &&
      objects.keys().some((key) => {
        const one = objects.lookup(key)
        return one instanceof PDFStream && isNamed(one.dict, 'Subtype', 'Image')
      })
    return isPictured ? [index + 1] : []
  })

/** What matters of a PDF for an archive. One that cannot be taken apart here may still be read and drawn by others. */
export const examinedForArchive = async (
  bytes: Uint8Array,
): Promise<{ level: string | null; pictured: readonly number[] }> => {
  const pdf = await openedPdf(bytes).catch(() => null)
  return pdf === null ? { level: null, pictured: [] } : { level: archivalLevel(pdf), pictured: picturedPages(pdf) }
}
