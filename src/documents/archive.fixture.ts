import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

const name = (text: string) => PDFName.of(text)

const dictsOf = (pdf: PDFDocument): PDFDict[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (object instanceof PDFStream) return [object.dict]
    return object instanceof PDFDict ? [object] : []
  })

/** Objects within objects: an action may stand in the page that has it. */
const deep = (dict: PDFDict): PDFDict[] => [
  dict,
  ...dict.values().flatMap((value) => {
    if (value instanceof PDFDict) return deep(value)
    return value instanceof PDFArray ? value.asArray().flatMap((one) => (one instanceof PDFDict ? deep(one) : [])) : []
  }),
]

const valueOf = (dict: PDFDict, key: string): string => {
  const value = dict.lookup(name(key))
  if (value instanceof PDFName || value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
  return ''
}

/** What a file that claims to be PDF/A of a level says or holds against it; empty when nothing was found. */
export async function faultsOfArchivePdf(bytes: Uint8Array, level: string): Promise<string[]> {
  const faults: string[] = []
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }).catch(() => null)
  if (pdf === null) return ['cannot be opened, or is encrypted']
  if (pdf.context.trailerInfo.Encrypt !== undefined) faults.push('encrypted')
  if (pdf.context.trailerInfo.ID === undefined) faults.push('no id')
  const metadata = pdf.catalog.lookup(name('Metadata'))
  const xmp = metadata instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(metadata).decode()) : ''
  const [part = '', conformance = ''] = level
  if (!xmp.includes(`<pdfaid:part>${part}<`)) faults.push('another part')
  if (!xmp.includes(`<pdfaid:conformance>${conformance.toUpperCase()}<`)) faults.push('another conformance')
  const intents = pdf.catalog.lookup(name('OutputIntents'))
  const first = intents instanceof PDFArray ? intents.lookup(0) : undefined
  if (!(first instanceof PDFDict) || !(first.lookup(name('DestOutputProfile')) instanceof PDFStream))
    faults.push('no output intent with its profile')
  if (conformance === 'a' && pdf.catalog.lookup(name('StructTreeRoot')) === undefined) faults.push('not tagged')
  for (const dict of dictsOf(pdf).flatMap(deep)) {
    if (['JavaScript', 'Launch', 'Sound', 'Movie', 'ImportData'].includes(valueOf(dict, 'S')))
      faults.push('runs something')
    for (const key of ['JavaScript', 'EmbeddedFiles', 'AA', 'XFA']) if (dict.has(name(key))) faults.push(`has ${key}`)
    if (valueOf(dict, 'Filter') === 'LZWDecode') faults.push('packed as LZW')
    if (valueOf(dict, 'Type') !== 'Font' || ['Type0', 'Type3'].includes(valueOf(dict, 'Subtype'))) continue
    const descriptor = dict.lookup(name('FontDescriptor'))
    const inside = (key: string) => descriptor instanceof PDFDict && descriptor.has(name(key))
    if (!['FontFile', 'FontFile2', 'FontFile3'].some(inside))
      faults.push(`font ${valueOf(dict, 'BaseFont')} is not inside`)
  }
  return faults
}
