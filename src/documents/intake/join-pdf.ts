import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { JoinedTags } from './join-tags.ts'
import { pdfPageTexts } from './pdf-text.ts'
import { IntakeRefusal } from './refusal.ts'
import { openedPdf } from './strip-pdf.ts'
import type { JoinPart } from './tasks.ts'

interface Bookmark {
  title: string
  /** Where it leads; null for the top of the page. */
  to: PDFArray | null
  page: PDFRef
  children: Bookmark[]
}

const a4 = { width: 595.28, height: 841.89, margin: 42 }

const drawPicture = async (pdf: PDFDocument, bytes: Uint8Array): Promise<PDFPage> => {
  const picture = await pdf.embedJpg(bytes)
  const page = PDFPage.create(pdf)
  page.setSize(a4.width, a4.height)
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

/** Copies all pages, each under its own reference, so that what refers to a page still does. They are not put in yet. */
const copiedPages = (pdf: PDFDocument, from: PDFDocument, copier: PDFObjectCopier): PDFPage[] =>
  from.getPages().map(({ ref }) => {
    const copied = copier.copy(ref)
    const leaf = pdf.context.lookup(copied)
    if (!(copied instanceof PDFRef) || !(leaf instanceof PDFPageLeaf)) throw new IntakeRefusal('damaged')
    return PDFPage.of(leaf, copied, pdf)
  })

/** The bookmarks that a file has itself, as far as they name their place. */
const ownMarks = (from: PDFDocument, copier: PDFObjectCopier): Bookmark[] => {
  const seen = new Set<PDFDict>()
  const walk = (first: PDFObject | undefined): Bookmark[] => {
    const marks: Bookmark[] = []
    for (let one = first; one instanceof PDFDict && !seen.has(one); one = one.lookup(PDFName.of('Next'))) {
      seen.add(one)
      const [title, to] = [one.lookup(PDFName.of('Title')), one.lookup(PDFName.of('Dest'))]
      const children = walk(one.lookup(PDFName.of('First')))
      const copied = to instanceof PDFArray ? copier.copy(to) : null
      const page = copied instanceof PDFArray ? copied.get(0) : null
      if (!(title instanceof PDFHexString || title instanceof PDFString) || !(copied instanceof PDFArray)) continue
      if (page instanceof PDFRef) marks.push({ title: title.decodeText(), to: copied, page, children })
    }
    return marks
  }
  const outlines = from.catalog.lookup(PDFName.of('Outlines'))
  return outlines instanceof PDFDict ? walk(outlines.lookup(PDFName.of('First'))) : []
}

/** Characters of a page that are read out where it has no structure. */
const mostWords = 4000

/** What stands on each page of a file without structure. */
const wordsOf = async (from: PDFDocument, bytes: Uint8Array): Promise<string[]> => {
  if (from.catalog.has(PDFName.of('StructTreeRoot'))) return []
  const pages = await pdfPageTexts(bytes.slice()).catch(() => [])
  return pages.map(({ lines }) =>
    lines
      .map(({ text }) => text)
      .join('\n')
      .slice(0, mostWords),
  )
}

/** Puts a part at the end, with its structure, and returns its bookmark. */
const addPart = async (pdf: PDFDocument, tags: JoinedTags, part: JoinPart): Promise<Bookmark | null> => {
  const before = pdf.context.largestObjectNumber
  const from = part.kind === 'jpg' ? await PDFDocument.create() : await openedPdf(part.bytes)
  const words = part.kind === 'jpg' ? [part.title] : await wordsOf(from, part.bytes)
  const copier = PDFObjectCopier.for(from.context, pdf.context)
  const pages = part.kind === 'jpg' ? [await drawPicture(pdf, part.bytes)] : copiedPages(pdf, from, copier)
  const named = words.map((text, index) => (text === '' ? `${part.title}, ${String(index + 1)}` : text))
  tags.add({ title: part.title, from, copier, pages, before, words: named })
  const children = ownMarks(from, copier)
  // Only now: of a part that cannot be taken apart nothing is put in.
  for (const page of pages) pdf.addPage(page)
  const [first] = pages
  if (first === undefined) return null
  return { title: part.title, to: null, page: first.ref, children }
}

/** How many lines a bookmark unfolds to. */
const unfolded = (marks: readonly Bookmark[]): number =>
  marks.reduce((sum, { children }) => sum + 1 + unfolded(children), 0)

/** Writes bookmarks of one level under their parent (ISO 32000, 12.3.3) and returns the first and the last of them. */
const writeMarks = (pdf: PDFDocument, marks: readonly Bookmark[], parent: PDFRef): [PDFRef, PDFRef] | null => {
  const { context } = pdf
  const refs = marks.map(() => context.nextRef())
  marks.forEach(({ title, to, page, children }, index) => {
    const own = refs[index]
    if (own === undefined) return
    const dict = PDFDict.withContext(context)
    dict.set(PDFName.of('Title'), PDFHexString.fromText(title))
    dict.set(PDFName.of('Parent'), parent)
    dict.set(PDFName.of('Dest'), to ?? context.obj([page, PDFName.of('XYZ'), PDFNull, PDFNull, PDFNull]))
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

const mark = (marks: Bookmark[], { chapter }: JoinPart, own: Bookmark): void => {
  const last = marks.at(-1)
  if (chapter === '') marks.push(own)
  else if (last?.title === chapter) last.children.push(own)
  else marks.push({ title: chapter, to: null, page: own.page, children: [own] })
}

/**
 * One tagged PDF of several PDFs and pictures, with a bookmark for each chapter and each part, and those of the part below
 * it. A part that is no sound PDF is left out.
 */
export const joinedPdf = async (
  title: string,
  lang: string,
  parts: readonly JoinPart[],
): Promise<{ bytes: Uint8Array; skipped: readonly number[] }> => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const tags = new JoinedTags(pdf)
  const marks: Bookmark[] = []
  const skipped: number[] = []
  for (const [index, part] of parts.entries()) {
    const own = await addPart(pdf, tags, part).catch(() => null)
    if (own === null) skipped.push(index)
    else mark(marks, part, own)
  }
  addOutline(pdf, marks)
  tags.finish()
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage(lang)
  return { bytes: await pdf.save({ rewrite: true, updateFieldAppearances: false }), skipped }
}
