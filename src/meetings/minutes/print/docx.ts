import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Sheet, SheetBlock } from './sheet.ts'

const mm = convertMillimetersToTwip
const quiet = '4F5861'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'D9DDE1' } as const
const textWidth = mm(162)

const styles = {
  default: {
    document: { run: { font: 'Calibri', size: 22, language: { value: 'da-DK' } } },
    title: { run: { size: 44, bold: true, color: '1A1A1A' }, paragraph: { spacing: { after: 160 } } },
    heading1: {
      run: { size: 30, bold: true, color: '1A1A1A' },
      paragraph: {
        spacing: { before: 480, after: 160 },
        keepNext: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '1A1A1A', space: 4 } },
      },
    },
    heading2: {
      run: { size: 25, bold: true, color: '1A1A1A' },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    heading3: {
      run: { size: 22, bold: true, color: quiet },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
} as const

/** XML 1.0 knows no control characters, and Word refuses a file with one. */
const printable = (words: string): string => words.replaceAll(/[\p{Cc}--[\n\t]]/gv, '')

const lines = (words: string, look: IRunOptions = {}): TextRun[] =>
  printable(words)
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }))

const paragraph = (words: string, look: IRunOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, children: lines(words, look) })

const cell = (words: string, width: number, look: IRunOptions = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 0, right: 120 },
    borders: { top: none, left: none, right: none, bottom: hairline },
    children: [new Paragraph({ children: lines(words, look) })],
  })

const tableOf = (head: readonly string[] | null, rows: readonly (readonly string[])[], widths: number[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      ...(head === null
        ? []
        : [
            new TableRow({
              tableHeader: true,
              children: head.map((words, index) =>
                cell(words, widths[index] ?? 0, { bold: true, color: quiet, size: 19 }),
              ),
            }),
          ]),
      ...rows.map((row) => new TableRow({ children: row.map((words, index) => cell(words, widths[index] ?? 0)) })),
    ],
  })

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const partsOf = (block: SheetBlock): FileChild[] => {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: lines(block.text) })]
    case 'text':
      return [
        paragraph(block.text, {
          ...(block.look === 'quiet' && { color: quiet }),
          ...(block.look === 'strong' && { bold: true }),
        }),
      ]
    case 'closed':
      return [
        new Paragraph({
          spacing: { after: 120 },
          shading: { fill: 'F4F5F6' },
          children: lines(block.text),
        }),
      ]
    case 'facts':
      return [
        tableOf(
          null,
          block.facts.map(({ term, text }) => [term, text]),
          [mm(36), textWidth - mm(36)],
        ),
      ]
    case 'table': {
      const share = Math.floor(textWidth / (block.head.length + 0.6))
      const widths = block.head.map((_, index) => (index === 0 ? Math.floor(share * 1.6) : share))
      return [tableOf(block.head, block.rows, widths), paragraph('')]
    }
  }
}

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [
        new TextRun({
          color: quiet,
          size: 17,
          children: ['Side ', PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES],
        }),
      ],
    }),
  ],
})

/** A sheet as a Word document: real headings, tables with heads that repeat, page numbers, language and title. */
export const sheetDocx = async (sheet: Sheet): Promise<Uint8Array> => {
  const file = new Document({
    title: printable(sheet.title),
    creator: printable(sheet.district),
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { left: mm(26), right: mm(22), top: mm(27), bottom: mm(24) },
          },
        },
        footers: { default: footer },
        children: [
          paragraph(sheet.kind, { color: quiet, size: 24 }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: lines(sheet.title) }),
          ...sheet.blocks.flatMap(partsOf),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
