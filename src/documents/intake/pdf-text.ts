import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { glyphsIn, withHyphens } from './pdf-hyphens.ts'
import type { PlacedText } from './pdf-lines.ts'
import { IntakeRefusal, limits } from './refusal.ts'

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

const drawnText = async (page: Page): Promise<{ drawn: readonly DrawnText[]; emptyMarks: boolean }> => {
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
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number)
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

/** The number of pages, each of which can be opened. Throws IntakeRefusal: encrypted, damaged, tooComplex. */
export const pdfPages = async (bytes: Uint8Array): Promise<number> => {
  checkEnd(bytes)
  const pdf = await open(bytes)
  try {
    if (pdf.numPages > limits.pages) throw new IntakeRefusal('tooComplex')
    for (let number = 1; number <= pdf.numPages; number += 1) (await pdf.getPage(number)).cleanup()
    return pdf.numPages
  } catch (cause) {
    if (cause instanceof IntakeRefusal) throw cause
    throw new IntakeRefusal('damaged', { cause })
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** The placed text of every page. Throws IntakeRefusal: encrypted, damaged, noText, tooComplex. */
export const pdfText = async (bytes: Uint8Array): Promise<readonly (readonly PlacedText[])[]> => {
  checkEnd(bytes)
  const pdf = await open(bytes)
  const { OPS } = await getResolvedPDFJS()
  try {
    if (pdf.numPages > limits.pages) throw new IntakeRefusal('tooComplex')
    const pages: (readonly PlacedText[])[] = []
    let characters = 0
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pageText(pdf, number, OPS.showText)
      characters += page.reduce((sum, item) => sum + item.text.length, 0)
      if (characters > limits.characters) throw new IntakeRefusal('tooComplex')
      pages.push(page)
    }
    return pages
  } catch (cause) {
    if (cause instanceof IntakeRefusal) throw cause
    throw new IntakeRefusal('damaged', { cause })
  } finally {
    await pdf.loadingTask.destroy()
  }
}
