import { type Column, toCsv, toXlsx } from './spreadsheet.ts'
import type { Asked } from '../web/request.ts'

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type SheetFormat = keyof typeof mediaTypes

interface Sheet<Row> {
  /** The start of the file name, such as `embeder`. */
  name: string
  /** What the sheet and the entry in the log are called. */
  title: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

/** A list as a spreadsheet to keep. Taking it out is noted in the log. */
export async function download<Row>(asked: Asked, format: SheetFormat, sheet: Sheet<Row>): Promise<Response> {
  await asked.change((_, log) =>
    log({
      action: 'register.exported',
      subjectKind: 'register',
      subjectId: format,
      subjectName: `${sheet.title}: ${String(sheet.rows.length)}`,
    }),
  )
  const bytes =
    format === 'csv' ? toCsv(sheet.columns, sheet.rows) : await toXlsx(sheet.columns, sheet.rows, sheet.title)
  return asked.c.body(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${sheet.name}-${asked.district.id}-${asked.day}.${format}"`,
  })
}
