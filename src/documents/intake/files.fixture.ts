import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

/** One forum as the files under test print it: a heading and seven rows. */
export interface PrintedForum {
  category: string
  name: string
  rows: readonly (readonly [label: string, value: string])[]
}

export const printedFora: readonly PrintedForum[] = [
  {
    category: 'Nærhed og dialog',
    name: 'Kredsrådet',
    rows: [
      ['Emne', 'Politiets arbejde i kredsen'],
      ['Lovgrundlag/kommissorium', 'Retsplejelovens § 112'],
      [
        'Formål/målsætning',
        'At politi og kommuner trækker samme vej, også når opgaver flyttes fra den ene til den anden part, og når noget haster for dem begge',
      ],
      ['Evt. handleplaner', 'Samarbejdsplan'],
      ['Snitflader', 'Ingen'],
      ['Deltagere', 'Politidirektøren og borgmestrene'],
      ['Antal møder', 'Mindst 4'],
    ],
  },
  {
    category: 'Vand, vej og vejr',
    name: 'Stormflodsudvalget ved Prøvefjorden (æøå)',
    rows: [
      ['Emne', 'Forhøjet vandstand'],
      ['Lovgrundlag/kommissorium', 'Intet særskilt'],
      ['Formål/målsætning', 'Varsling af beboere'],
      ['Evt. handleplaner', 'Nej'],
      ['Snitflader', 'Kredsrådet'],
      ['Deltagere', 'Beredskabschefen i Testrup'],
      ['Antal møder', '1 – 2'],
    ],
  },
]

const typstText = (text: string): string => text.replaceAll(/[#*_$@<>\\`~]/g, '\\$&')

export const pdfOf = (source: string): Uint8Array => {
  const compiler = NodeCompiler.create()
  return Uint8Array.from(compiler.pdf({ mainFileContent: source }))
}

export const typstAnnex = (fora: readonly PrintedForum[], hyphenate = true): string => `
#set document(title: "Bilag")
#set text(lang: "da", size: 10pt, hyphenate: ${hyphenate})
#set page(header: [Opdigt Politi], footer: context [Side #counter(page).display()])
#set heading(numbering: none)
= Oversigt over samarbejdsfora
${fora
  .map(
    (forum, index) => `
== ${index + 1}. ${typstText(forum.category)}
=== ${typstText(forum.name)}
#grid(columns: (4.5cm, 1fr), row-gutter: 6pt, column-gutter: 10pt,
${forum.rows.map(([label, value]) => `  [*${typstText(label)}*], [${typstText(value)}],`).join('\n')}
)
`,
  )
  .join('\n')}`

const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })

export const docxOf = (fora: readonly PrintedForum[]): Promise<Uint8Array> =>
  Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'categories',
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
          },
        ],
      },
      sections: [
        {
          children: fora.flatMap((forum) => [
            new Paragraph({
              text: forum.category,
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'categories', level: 0 },
            }),
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              children: [new TextRun(forum.name)],
            }),
            new Table({
              rows: forum.rows.map(([label, value]) => new TableRow({ children: [cell(label), cell(value)] })),
            }),
          ]),
        },
      ],
    }),
  ).then((buffer) => Uint8Array.from(buffer))
