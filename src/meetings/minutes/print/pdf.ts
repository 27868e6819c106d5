import { makePdf } from '../../../documents/typst.ts'
import type { Sheet } from './sheet.ts'
import template from './sheet.typ?raw'

/** A sheet as PDF: tagged PDF/UA-1 to read, or PDF/A-2a to keep. The same sheet gives the same bytes. @throws PdfFailed, PdfTooSlow. */
export const sheetPdf = ({ at, ...data }: Sheet, standard: 'ua-1' | 'a-2a' = 'ua-1'): Promise<Uint8Array> =>
  makePdf({ template, data, timeLimitMs: 20_000, createdAt: at, standard })
