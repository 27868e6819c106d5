import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { glyphsIn, withHyphens } from './pdf-hyphens.ts'
import { type PlacedText, rowsOf } from './pdf-lines.ts'
import { IntakeRefusal, limits } from './refusal.ts'
import type { PageText } from './tasks.ts'

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Proxy['getPage']>>

const hasName = (error: unknown, name: string): boolean => error instanceof Error && error.name === name

const open = async (bytes: Uint8Array): Promise<Proxy> => {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false, useWorkerFetch: false })
  } catch (cause) {
    throw new IntakeRefusal(hasName(cause, 'PasswordException') ? 'encrypted' : 'damaged', { cause })
  }
}

interface DrawnText extends PlacedText {
  /** Page furniture (header, footer, page number) by the file's own marks. */
  artifact: boolean
  level: boolean
}

/** How a page's own coordinates are to be seen, as PDF writes it: `[a b c d e f]`. */
const asStored = [1, 0, 0, 1, 0, 0]

const drawnText = async (
  page: Page,
  [m0 = 1, m1 = 0, m2 = 0, m3 = 1, m4 = 0, m5 = 0]: readonly number[] = asStored,
): Promise<{ drawn: readonly DrawnText[]; emptyMarks: boolean }> => {
  const content = await page.getTextContent({ includeMarkedContent: true })
  const drawn: DrawnText[] = []
  const marks: { artifact: boolean; texts: number }[] = []
  let emptyMarks = false
  for (const item of content.items) {
    if ('type' in item) {
      if (item.type !== 'endMarkedContent')
        marks.push({ artifact: 'tag' in item && item.tag === 'Artifact', texts: drawn.length })
      else emptyMarks = marks.pop()?.texts === drawn.length || emptyMarks
    } else if (item.str !== '') {
      const [along = 0, up = 0, , , right = 0, above = 0] = item.transform.map(Number)
      const [a, b] = [m0 * along + m2 * up, m1 * along + m3 * up]
      const [x, y] = [m0 * right + m2 * above + m4, m1 * right + m3 * above + m5]
      const level = Math.abs(b) <= Math.abs(a) * 0.1
      const artifact = marks.some((mark) => mark.artifact)
      drawn.push({ text: item.str, x, y, width: item.width, size: Math.hypot(a, b), artifact, level })
    }
  }
  return { drawn, emptyMarks }
}

/** Text on one page without page furniture, and without what runs up or down, which would tear lines apart. */
const pageText = async (pdf: Proxy, number: number, showText: number): Promise<readonly PlacedText[]> => {
  const page = await pdf.getPage(number)
  const { drawn, emptyMarks } = await drawnText(page)
  let texts = drawn
  // Marks round nothing visible are what soft hyphens leave; only then is it worth drawing the page.
  if (emptyMarks) {
    const { fnArray, argsArray } = await page.getOperatorList()
    texts = withHyphens(drawn, glyphsIn(argsArray.filter((_, index) => fnArray[index] === showText)))
  }
  page.cleanup()
  return texts.filter((item) => !item.artifact && item.level)
}

/** A PDF reader mends a file without its end, and would then take half a document for a whole one. */
const checkEnd = (bytes: Uint8Array): void => {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-2048))
  if (!end.includes('%%EOF')) throw new IntakeRefusal('damaged')
}

/** Does something with every page of a file, one after the other. @throws IntakeRefusal */
const eachPage = async <R>(bytes: Uint8Array, work: (pdf: Proxy, number: number) => Promise<R>): Promise<R[]> => {
  checkEnd(bytes)
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > limits.pages) throw new IntakeRefusal('tooComplex')
    const done: R[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) done.push(await work(pdf, number))
    return done
  } catch (cause) {
    if (cause instanceof IntakeRefusal) throw cause
    throw new IntakeRefusal('damaged', { cause })
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** The number of pages, each of which can be opened. @throws IntakeRefusal: encrypted, damaged, tooComplex. */
export const pdfPages = async (bytes: Uint8Array): Promise<number> =>
  (await eachPage(bytes, async (pdf, number) => (await pdf.getPage(number)).cleanup())).length

/** Counts the characters of all pages. @throws IntakeRefusal when they are more than a document can have. */
const counter = () => {
  let characters = 0
  return (texts: readonly { text: string }[]): void => {
    characters += texts.reduce((sum, { text }) => sum + text.length, 0)
    if (characters > limits.characters) throw new IntakeRefusal('tooComplex')
  }
}

/** The placed text of every page. @throws IntakeRefusal: encrypted, damaged, tooComplex. */
export const pdfText = async (bytes: Uint8Array): Promise<readonly (readonly PlacedText[])[]> => {
  const { OPS } = await getResolvedPDFJS()
  const count = counter()
  return eachPage(bytes, async (pdf, number) => {
    const texts = await pageText(pdf, number, OPS.showText)
    count(texts)
    return texts
  })
}

/** The pages as they are read, turned the right way up, with their lines of text. @throws IntakeRefusal: encrypted, damaged, tooComplex. */
export const pdfPageTexts = (bytes: Uint8Array): Promise<readonly PageText[]> => {
  const count = counter()
  return eachPage(bytes, async (pdf, number) => {
    const page = await pdf.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const { drawn } = await drawnText(page, transform)
    count(drawn)
    page.cleanup()
    // Rows are found from the top of a page whose heights go upwards.
    const rows = rowsOf(drawn.filter(({ level }) => level).map((item) => ({ ...item, y: -item.y })))
    return { width, height, lines: rows.map(({ text, x, y, size }) => ({ text, x, y: -y, size })) }
  })
}
