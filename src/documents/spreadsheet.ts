import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import type { Cell, SheetData } from 'write-excel-file/node'

/** One column of an exported list. A Date stands for a calendar day and is read in UTC; null is an empty cell. */
export interface Column<T> {
  title: string
  value: (row: T) => string | number | Date | null
}

const dayText = (day: Date): string => day.toISOString().slice(0, 10)

/**
 * CSV as a Danish Excel opens it by double click: semicolon, decimal comma, CRLF, byte order mark. Days are YYYY-MM-DD.
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export const toCsv = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  stringify([columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.value(row)))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { date: dayText, number: (value) => String(value).replace('.', ',') },
  })

/** XML 1.0 knows no control characters but tab and line breaks; a file with one would not open. */
const printable = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')

/** Excel's limit for one cell. */
const longestText = 32_767

const cellOf = (value: string | number | Date | null): Cell => {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { type: Number, value, alignVertical: 'top' }
  if (value instanceof Date) return { type: Date, value, format: 'yyyy-mm-dd', align: 'left', alignVertical: 'top' }
  return { type: String, value: printable(value).slice(0, longestText), wrap: true, alignVertical: 'top' }
}

/** Excel refuses sheet names with these signs, or over 31 characters. */
const sheetName = (title: string): string =>
  printable(title)
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Ark'

const widthOf = (title: string, cells: readonly (string | number | Date | null)[]): number => {
  const longest = Math.max(...[title, ...cells].map((cell) => (cell instanceof Date ? 10 : String(cell ?? '').length)))
  return Math.min(Math.max(longest + 2, 8), 60)
}

/** An Excel workbook with one sheet: headings bold and fixed, texts as texts whatever they begin with. */
export const toXlsx = async <T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  title: string,
): Promise<Uint8Array> => {
  const values = rows.map((row) => columns.map((column) => column.value(row)))
  const heads = columns.map((column) => ({ type: String, value: printable(column.title), fontWeight: 'bold' as const }))
  const sheet: SheetData = [heads, ...values.map((row) => row.map(cellOf))]
  const widths = columns.map((column, index) => ({
    width: widthOf(
      column.title,
      values.map((row) => row[index] ?? null),
    ),
  }))
  const options = { sheet: sheetName(title), columns: widths, stickyRowsCount: 1 }
  return new Uint8Array(await writeXlsxFile(sheet, options, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer())
}
