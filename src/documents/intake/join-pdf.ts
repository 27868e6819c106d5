import type { PDFRef } from '@cantoo/pdf-lib'
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNull, PDFNumber, type PDFPage } from '@cantoo/pdf-lib'
import { openedPdf } from './strip-pdf.ts'
import type { JoinPart } from './tasks.ts'

interface Bookmark {
  title: string
  page: PDFPage
  children: Bookmark[]
}

const a4 = { width: 595.28, height: 841.89, margin: 42 }

const drawPicture = async (pdf: PDFDocument, bytes: Uint8Array): Promise<PDFPage> => {
  const picture = await pdf.embedJpg(bytes)
  const page = pdf.addPage([a4.width, a4.height])
  const scale = Math.min(1, (a4.width - 2 * a4.margin) / picture.width, (a4.height - 2 * a4.margin) / picture.height)
  const height = picture.height * scale
  page.drawImage(picture, {
    x: a4.margin,
    y: a4.height - a4.margin - height,
    width: picture.width * scale,
    height,
  })
  return page
}

/** Puts a part at the end and returns its first page. */
const addPart = async (pdf: PDFDocument, part: JoinPart): Promise<PDFPage | undefined> => {
  if (part.kind === 'jpg') return drawPicture(pdf, part.bytes)
  const from = await openedPdf(part.bytes)
  const pages = await pdf.copyPages(from, from.getPageIndices())
  for (const page of pages) pdf.addPage(page)
  return pages[0]
}

/** How many lines a bookmark unfolds to. */
const unfolded = (marks: readonly Bookmark[]): number =>
  marks.reduce((sum, { children }) => sum + 1 + unfolded(children), 0)

/** Writes bookmarks of one level under their parent (ISO 32000, 12.3.3) and returns the first and the last of them. */
const writeMarks = (pdf: PDFDocument, marks: readonly Bookmark[], parent: PDFRef): [PDFRef, PDFRef] | null => {
  const { context } = pdf
  const refs = marks.map(() => context.nextRef())
  marks.forEach(({ title, page, children }, index) => {
    const own = refs[index]
    if (own === undefined) return
    const dict = PDFDict.withContext(context)
    dict.set(PDFName.of('Title'), PDFHexString.fromText(title))
    dict.set(PDFName.of('Parent'), parent)
    dict.set(PDFName.of('Dest'), context.obj([page.ref, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull]))
    const [before, after] = [refs[index - 1], refs[index + 1]]
    if (before !== undefined) dict.set(PDFName.of('Prev'), before)
    if (after !== undefined) dict.set(PDFName.of('Next'), after)
    const ends = writeMarks(pdf, children, own)
    if (ends !== null) {
      dict.set(PDFName.of('First'), ends[0])
      dict.set(PDFName.of('Last'), ends[1])
      dict.set(PDFName.of('Count'), PDFNumber.of(unfolded(children)))
    }
    context.assign(own, dict)
  })
  const [first, last] = [refs[0], refs.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}

const addOutline = (pdf: PDFDocument, marks: readonly Bookmark[]): void => {
  const { context } = pdf
  const root = context.nextRef()
  const ends = writeMarks(pdf, marks, root)
  if (ends === null) return
  const dict = context.obj({ Type: 'Outlines', Count: unfolded(marks) })
  dict.set(PDFName.of('First'), ends[0])
  dict.set(PDFName.of('Last'), ends[1])
  context.assign(root, dict)
  pdf.catalog.set(PDFName.of('Outlines'), root)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

const mark = (marks: Bookmark[], part: JoinPart, page: PDFPage): void => {
  const own: Bookmark = { title: part.title, page, children: [] }
  const last = marks.at(-1)
  if (part.chapter === '') marks.push(own)
  else if (last?.title === part.chapter) last.children.push(own)
  else marks.push({ title: part.chapter, page, children: [own] })
}

/** One PDF of several PDFs and pictures, with a bookmark for each chapter and each part. A part that is no sound PDF is left out. */
export const joinedPdf = async (
  title: string,
  parts: readonly JoinPart[],
): Promise<{ bytes: Uint8Array; skipped: readonly number[] }> => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const marks: Bookmark[] = []
  const skipped: number[] = []
  for (const [index, part] of parts.entries()) {
    const page = await addPart(pdf, part).catch(() => undefined)
    if (page === undefined) skipped.push(index)
    else mark(marks, part, page)
  }
  addOutline(pdf, marks)
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage('da')
  return { bytes: await pdf.save({ rewrite: true, updateFieldAppearances: false }), skipped }
}
