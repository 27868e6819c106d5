/*
 * Reads one Word or PDF file in a process of its own and ends. Started by isolated.ts, from source or as its own file in
 * the built server. The process may read the program's files and write none.
 */
import { docxLines } from './docx-lines.ts'
import { pdfLines } from './pdf-lines.ts'
import { pdfText } from './pdf-text.ts'
import { IntakeRefusal } from './refusal.ts'
import type { RefusalReason } from './refusal.ts'
import { checkZip } from './zip-check.ts'

interface Order {
  kind: 'docx' | 'pdf'
  bytes: Uint8Array
}

const read = async ({ kind, bytes }: Order): Promise<readonly string[]> => {
  if (kind === 'pdf') return pdfLines(await pdfText(bytes))
  if (!checkZip(bytes).includes('[Content_Types].xml')) throw new IntakeRefusal('mismatch')
  return docxLines(bytes)
}

const answer = (message: { lines: readonly string[] } | { refused: RefusalReason }): void => {
  process.send?.(message, () => process.exit(0))
}

process.on('disconnect', () => process.exit(0))
process.once('message', (order: Order) => {
  read(order).then(
    (lines) => {
      answer({ lines })
    },
    (error: unknown) => {
      answer({ refused: error instanceof IntakeRefusal ? error.reason : 'damaged' })
    },
  )
})
