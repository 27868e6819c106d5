import { createHash } from 'node:crypto'
import type { Trx } from '../../../db/db.ts'
import type { CalendarDay } from '../../../base/time.ts'
import { annexCsv, annexJson } from '../print/data.ts'
import type { AnnexDocument } from '../print/document.ts'
import { annexDocx } from '../print/docx.ts'
import { annexPdf } from '../print/pdf.ts'
import { listRegisterEntries } from '../register-store.ts'
import { type AnnexDays, type AnnexFormat, printedAnnex } from './rules.ts'

/** Reads the register as it stood at the end of a day, or as it is now where the day is null. */
export type ReadOn = <R>(day: CalendarDay | null, work: (trx: Trx) => Promise<R>) => Promise<R>

/** The annex of a year, from the register on two days. What is in it is what the reader may see. */
export async function annexOf(
  read: ReadOn,
  district: { id: string; name: string },
  days: AnnexDays,
  today: CalendarDay,
): Promise<AnnexDocument> {
  const now = await read(days.asOf === today ? null : days.asOf, (trx) => listRegisterEntries(trx, district.id))
  const before = await read(days.since, (trx) => listRegisterEntries(trx, district.id))
  return printedAnnex(district.name, days, now, before.length === 0 ? null : before)
}

export type AnnexFileFormat = Exclude<AnnexFormat, 'html'>

export const mediaTypes: Record<AnnexFileFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** The annex as a file. */
export const annexFile = async (document: AnnexDocument, format: AnnexFileFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'pdf':
      return annexPdf(document)
    case 'docx':
      return annexDocx(document)
    case 'csv':
      return new TextEncoder().encode(annexCsv(document))
    case 'json':
      return new TextEncoder().encode(annexJson(document))
  }
}

/** The same for the same contents, whatever form they are in. */
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27)

const kept = 6

/** Makes files and keeps the last few, so that many readers of one annex do not have it printed many times. */
export const createPrinter = () => {
  const files = new Map<string, Promise<Uint8Array>>()
  return (document: AnnexDocument, format: AnnexFileFormat): { mark: string; file: () => Promise<Uint8Array> } => {
    const mark = `${format}-${fingerprint(annexJson(document))}`
    const file = () => {
      const known = files.get(mark)
      if (known) return known
      const made = annexFile(document, format)
      files.set(mark, made)
      made.catch(() => files.delete(mark))
      const [oldest] = files.keys()
      if (files.size > kept && oldest !== undefined) files.delete(oldest)
      return made
    }
    return { mark, file }
  }
}
