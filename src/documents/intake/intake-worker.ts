/*
 * Does one piece of work on one file in a process of its own and ends. Started by isolated.ts, from source or as its own
 * file in the built server. The process may read the program's files and write none.
 */
import { checkOffice } from './office.ts'
import { IntakeRefusal } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'
import type { Order, TaskName, Tasks } from './tasks.ts'

/** The text of a Word document that is on its pages, without what was deleted or hidden. */
const readShown = async (bytes: Uint8Array): Promise<readonly string[]> => {
  checkOffice(bytes, 'docx')
  const [{ shownWord }, { docxLines }] = await Promise.all([import('./strip-hidden.ts'), import('./docx-lines.ts')])
  return docxLines(shownWord(bytes))
}

/** Each library is loaded only for the work that needs it. */
const readLines = async ({ kind, bytes }: Tasks['lines']['order']): Promise<readonly string[]> => {
  if (kind === 'pdf') {
    const [{ pdfLines }, { pdfText }] = await Promise.all([import('./pdf-lines.ts'), import('./pdf-text.ts')])
    return pdfLines(await pdfText(bytes))
  }
  checkOffice(bytes, kind)
  const { docxLines } = await import('./docx-lines.ts')
  return docxLines(bytes)
}

const work = async (order: Order): Promise<Tasks[TaskName]['done']> => {
  switch (order.task) {
    case 'lines':
      return readLines(order)
    case 'words': {
      const { wordsOf } = await import('./words.ts')
      return wordsOf(order.kind, order.bytes, (part) =>
        part.kind === 'docx' ? readShown(part.bytes) : readLines(part),
      )
    }
    case 'text':
      if (order.kind === 'docx') return readShown(order.bytes)
      return (await import('./rendered-text.ts')).renderedText(order.bytes, order.kind)
    case 'archive': {
      const [{ examinedForArchive }, { pdfPageTexts }] = await Promise.all([
        import('./archive-check.ts'),
        import('./pdf-text.ts'),
      ])
      const examined = await examinedForArchive(order.bytes)
      return { ...examined, pages: examined.level === null ? await pdfPageTexts(order.bytes) : [] }
    }
    case 'inspect':
      if (order.kind === 'pdf') return (await import('./pdf-text.ts')).pdfPages(order.bytes)
      return checkOffice(order.bytes, order.kind)
    case 'strip':
      if (order.kind === 'pdf') return (await import('./strip-pdf.ts')).strippedPdf(order.bytes, order.title)
      return (await import('./strip-office.ts')).strippedOffice(order.bytes, order.kind, order.title)
    case 'join':
      return (await import('./join-pdf.ts')).joinedPdf(order.title, order.lang, order.parts)
  }
}

const answer = (message: { done: Tasks[TaskName]['done'] } | { refused: RefusalReason }): void => {
  process.send?.(message, () => process.exit(0))
}

process.on('disconnect', () => process.exit(0))
process.once('message', (order: Order) => {
  work(order).then(
    (done) => {
      answer({ done })
    },
    (error: unknown) => {
      answer({ refused: error instanceof IntakeRefusal ? error.reason : 'damaged' })
    },
  )
})
