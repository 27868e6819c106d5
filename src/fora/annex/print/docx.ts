import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { FileChild, IRunOptions } from 'docx'
import {
  annexFields,
  annexTitle,
  categoryHeading,
  changeSummary,
  documentTitle,
  fieldLabels,
  fieldValue,
  noteLines,
  notePrefixes,
  standLine,
} from './document.ts'
import type { AnnexDocument, AnnexEntry, AnnexField } from './document.ts'

const mm = convertMillimetersToTwip
const quiet = '4F5861'
const sign = '0B5A8C'
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'D9DDE1' } as const
const labelWidth = mm(46)
const valueWidth = mm(116)

const styles = {
  default: {
    document: { run: { font: 'Calibri', size: 21, language: { value: 'da-DK' } } },
    title: { run: { size: 52, bold: true, color: '1A1A1A' }, paragraph: { spacing: { after: 160 } } },
    heading1: {
      run: { size: 30, bold: true, color: '1A1A1A' },
      paragraph: {
        spacing: { before: 560, after: 200 },
        keepNext: true,
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: '1A1A1A', space: 4 } },
      },
    },
    heading2: {
      run: { size: 24, bold: true, color: '1A1A1A' },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
  },
} as const

/** XML 1.0 knows no control characters, and Word refuses a file with one. */
const printable = (text: string): string => text.replaceAll(/[\p{Cc}--[\n\t]]/gv, '')

const run = (options: IRunOptions): TextRun => new TextRun(options)

const lines = (text: string): TextRun[] =>
  printable(text)
    .split('\n')
    .map((line, index) => run({ text: line, ...(index === 0 ? {} : { break: 1 }) }))

const cell = (width: number, paragraph: Paragraph) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 0, right: 120 },
    borders: { top: none, left: none, right: none, bottom: hairline },
    children: [paragraph],
  })

const factRow = (entry: AnnexEntry, field: AnnexField) =>
  new TableRow({
    cantSplit: false,
    children: [
      cell(labelWidth, new Paragraph({ children: [run({ text: fieldLabels[field], color: quiet, size: 19 })] })),
      cell(valueWidth, new Paragraph({ children: lines(fieldValue(entry, field)) })),
    ],
  })

const factTable = (entry: AnnexEntry) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: labelWidth + valueWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, valueWidth],
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: annexFields.map((field) => factRow(entry, field)),
  })

/** The bar in the margin is the sign, the words say the same. */
const noteParagraph = (line: string) => {
  const change = line.startsWith(notePrefixes.since)
  return new Paragraph({
    keepNext: true,
    spacing: { after: 80 },
    ...(change ? { border: { left: { style: BorderStyle.SINGLE, size: 24, color: sign, space: 6 } } } : {}),
    children: [run({ text: printable(line), size: 19, bold: change, color: change ? sign : quiet })],
  })
}

const entryParts = (document: AnnexDocument, entry: AnnexEntry): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: lines(entry.name) }),
  ...noteLines(document, entry).map(noteParagraph),
  factTable(entry),
]

const frontPage = (document: AnnexDocument): FileChild[] => {
  const changes = changeSummary(document)
  const text = (words: string, bold = false) =>
    new Paragraph({ spacing: { after: 60 }, children: [run({ text: printable(words), bold })] })
  return [
    new Paragraph({ children: [run({ text: 'Bilag 1', color: quiet, size: 24 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: annexTitle }),
    text(`${document.district}, ${String(document.year)}`),
    text(standLine(document)),
    ...(changes === null ? [] : [text(''), text(changes.heading, true), ...changes.lines.map((line) => text(line))]),
    new Paragraph({
      spacing: { before: 400, after: 120 },
      children: [run({ text: 'Indhold', bold: true, size: 30 })],
    }),
    new TableOfContents('Indhold', { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
  ]
}

const header = (document: AnnexDocument) =>
  new Header({
    children: [
      new Paragraph({
        children: [run({ text: printable(documentTitle(document)), color: quiet, size: 17 })],
      }),
    ],
  })

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [
        run({
          color: quiet,
          size: 17,
          children: ['Side ', PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES],
        }),
      ],
    }),
  ],
})

/** The annex as a Word document: real headings, table of contents and one table of label and value for each forum. */
export const annexDocx = async (document: AnnexDocument): Promise<Uint8Array> => {
  const file = new Document({
    title: printable(documentTitle(document)),
    creator: printable(document.district),
    description: standLine(document),
    styles,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { left: mm(26), right: mm(22), top: mm(27), bottom: mm(24) },
          },
        },
        headers: { default: header(document), first: new Header({ children: [] }) },
        footers: { default: footer, first: footer },
        children: [
          ...frontPage(document),
          ...document.categories.flatMap((category, index) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_1,
              pageBreakBefore: index === 0,
              children: lines(categoryHeading(category)),
            }),
            ...category.entries.flatMap((entry) => entryParts(document, entry)),
          ]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}
