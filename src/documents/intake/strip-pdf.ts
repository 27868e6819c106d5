import {
  EncryptedPDFError,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { IntakeRefusal } from './refusal.ts'
import { withoutJpegData } from './strip-picture.ts'

/** What tells of the making of a thing, what is put along with it, and what runs when it is opened. */
const dropped = ['Metadata', 'PieceInfo', 'LastModified', 'AA', 'AF', 'EmbeddedFiles', 'JavaScript', 'XFA']
/** What an annotation tells of who wrote it, and when. */
const droppedOfNotes = ['T', 'M', 'CreationDate', 'RC', 'FS', 'Popup']

const named = (dict: PDFDict, key: string): string => {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}

const clean = (dict: PDFDict): void => {
  for (const key of dropped) dict.delete(PDFName.of(key))
  const action = dict.lookup(PDFName.of('OpenAction'))
  if (action instanceof PDFDict) dict.delete(PDFName.of('OpenAction'))
  const kind = named(dict, 'S')
  if (kind === 'JavaScript' || kind === 'Launch') for (const key of dict.keys()) dict.delete(key)
  const isNote = dict.has(PDFName.of('Rect')) && dict.has(PDFName.of('Subtype')) && named(dict, 'Subtype') !== 'Widget'
  if (isNote) for (const key of droppedOfNotes) dict.delete(PDFName.of(key))
  // A comment that opens at a click is no part of the page; what a link says, and text that is written on the page, is.
  if (isNote && !['Link', 'FreeText'].includes(named(dict, 'Subtype'))) dict.delete(PDFName.of('Contents'))
}

const parts = (object: PDFObject): readonly PDFObject[] => {
  if (object instanceof PDFArray) return object.asArray()
  if (object instanceof PDFDict) return object.values()
  return object instanceof PDFStream ? object.dict.values() : []
}

const withCleanPicture = (context: PDFContext, ref: PDFRef, object: PDFObject): void => {
  if (!(object instanceof PDFRawStream) || named(object.dict, 'Filter') !== 'DCTDecode') return
  const contents = withoutJpegData(object.contents)
  if (contents.length !== object.contents.length) context.assign(ref, PDFRawStream.of(object.dict, contents))
}

/**
 * Cleans everything that can be reached from the document's root and deletes the rest: a PDF that was saved again keeps
 * what was taken out of it.
 */
const cleanAll = (pdf: PDFDocument): void => {
  const { context } = pdf
  const reached = new Set<PDFRef>()
  const waiting: PDFObject[] = [pdf.catalog]
  const root = context.trailerInfo.Root
  if (root instanceof PDFRef) reached.add(root)
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      const target = context.lookup(object)
      if (target === undefined) continue
      withCleanPicture(context, object, target)
      waiting.push(target)
      continue
    }
    if (object instanceof PDFDict) clean(object)
    else if (object instanceof PDFStream) clean(object.dict)
    waiting.push(...parts(object))
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}

/** A PDF for changing. @throws IntakeRefusal: encrypted, damaged */
export const openedPdf = async (bytes: Uint8Array): Promise<PDFDocument> => {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch (cause) {
    throw new IntakeRefusal(cause instanceof EncryptedPDFError ? 'encrypted' : 'damaged', { cause })
  }
}

/** A PDF without author, program, XMP, attached files, scripts, names on its notes and earlier states of itself. @throws IntakeRefusal */
export const strippedPdf = async (bytes: Uint8Array, title: string): Promise<Uint8Array> => {
  const pdf = await openedPdf(bytes)
  delete pdf.context.trailerInfo.Info
  cleanAll(pdf)
  pdf.setTitle(title, { showInWindowTitleBar: true })
  return pdf.save({ rewrite: true, updateFieldAppearances: false, addDefaultPage: false })
}
