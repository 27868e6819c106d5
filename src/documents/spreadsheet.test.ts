import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { toCsv, toXlsx } from './spreadsheet.ts'
import type { Column } from './spreadsheet.ts'

interface Row {
  name: string
  meetings: number | null
  since: Date | null
}

const columns: Column<Row>[] = [
  { title: 'Navn', value: (row) => row.name },
  { title: 'Møder', value: (row) => row.meetings },
  { title: 'Siden', value: (row) => row.since },
]
const rows: Row[] = [
  { name: 'Færdselsråd; "Ærø"\nog omegn', meetings: 4.5, since: new Date('2026-03-01') },
  { name: '=HYPERLINK("http://onde.example")', meetings: -2, since: null },
]
const dangerous = ['=1+1', '+45 12', '-2+3', '@SUM(A1)', '\t=1', '\r=1']

describe('toCsv', () => {
  test('opens in a Danish Excel: byte order mark, semicolons, decimal comma', () => {
    const csv = toCsv(columns, rows)
    expect(csv.startsWith('\uFEFFNavn;Møder;Siden\r\n')).toBe(true)
    expect(parse(csv, { bom: true, delimiter: ';' })).toEqual([
      ['Navn', 'Møder', 'Siden'],
      ['Færdselsråd; "Ærø"\nog omegn', '4,5', '2026-03-01'],
      ['\'=HYPERLINK("http://onde.example")', '-2', ''],
    ])
  })

  test.each(dangerous)('%j is text to a spreadsheet', (name) => {
    const [, row] = parse(toCsv(columns, [{ name, meetings: null, since: null }]), { bom: true, delimiter: ';' })
    expect(row).toEqual([`'${name}`, '', ''])
  })
})

describe('toXlsx', () => {
  const partsOf = async (title = 'Fora', list = rows) => {
    const parts = unzipSync(await toXlsx(columns, list, title))
    const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
    return {
      sheet: text('xl/worksheets/sheet1.xml'),
      strings: text('xl/sharedStrings.xml'),
      book: text('xl/workbook.xml'),
    }
  }

  test('is a workbook with texts, numbers and days as what they are', async () => {
    const { sheet, strings, book } = await partsOf()
    expect(book).toContain('name="Fora"')
    expect(strings + sheet).toContain('Ærø')
    expect(sheet).toContain('<v>4.5</v>')
    expect(sheet).toContain('<v>46082</v>')
    expect(sheet).toContain('ySplit="1"')
  })

  test('holds no formula whatever the texts begin with', async () => {
    const list = dangerous.map((name) => ({ name, meetings: 1, since: null }))
    const { sheet, strings } = await partsOf('Fora', list)
    expect(sheet).not.toContain('<f>')
    expect(strings + sheet).toContain('=1+1')
  })

  test('takes any title and drops signs that XML cannot carry', async () => {
    const { book, strings, sheet } = await partsOf('Fora i 2026/2027: [alle] fra en meget lang overskrift', [
      { name: 'a\u0000b\u0008c', meetings: null, since: null },
    ])
    expect(book).toContain('name="Fora i 2026 2027   alle  fra en"')
    expect(strings + sheet).toContain('abc')
  })

  test('an empty list is a sheet with headings', async () => {
    const { strings, sheet } = await partsOf('Tom', [])
    expect(strings + sheet).toContain('Navn')
  })
})
