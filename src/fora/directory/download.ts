import { type Column, toCsv, toXlsx } from '../../documents/spreadsheet.ts'
import type { Asked } from '../../web/request.ts'

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type SheetFormat = keyof typeof mediaTypes

interface Sheet<T> {
  /** First part of the file's name, and the subject in the log. */
  name: string
  title: string
  columns: readonly Column<T>[]
  rows: readonly T[]
}

/** Answers with a list as a spreadsheet and logs that it was taken. */
export async function sendSheet<T>(asked: Asked, format: SheetFormat, { name, title, columns, rows }: Sheet<T>): Promise<Response> {
  await asked.change((_, log) =>
    log({
      action: 'register.exported',
      subjectKind: 'register',
      subjectId: format,
      subjectName: `${String(rows.length)} ${title.toLowerCase()}`,
    }),
  )
  const bytes = format === 'csv' ? toCsv(columns, rows) : new Uint8Array(await toXlsx(columns, rows, title))
  return asked.c.body(bytes, 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="${name}-${asked.district.id}-${asked.day}.${format}"`,
  })
}
