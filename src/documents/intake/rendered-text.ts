import { strFromU8, unzipSync } from 'fflate'
import type { ZipKind } from '../file-kinds.ts'
import { checkOffice } from './office.ts'
import { IntakeRefusal } from './refusal.ts'
import { withoutEntities } from './words.ts'

type Parts = Readonly<Record<string, string>>

const attribute = (tag: string, key: string): string => new RegExp(`\\s${key}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** Every element of a name, with what stands in its tag and what stands in it. The formats never put one in another of the same name. */
const elements = (xml: string, tag: string): { tag: string; inside: string }[] =>
  [...xml.matchAll(new RegExp(`<${tag}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${tag}>)`, 'g'))].map(([, own, inside]) => ({
    tag: own ?? '',
    inside: inside ?? '',
  }))

/** The text in some XML, without a break where only the look of a word changes within it. */
const words = (xml: string): string =>
  withoutEntities(xml.replaceAll(/<(text:(tab|s|line-break)|\/text:p)\b[^>]*>/g, ' ').replaceAll(/<[^>]*>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The parts that a main part lists, in its order. */
const listed = (parts: Parts, main: string, tag: string): { tag: string; xml: string }[] => {
  const [folder, file] = main.split('/')
  const targets = new Map(
    elements(parts[`${folder ?? ''}/_rels/${file ?? ''}.rels`] ?? '', 'Relationship').map((one) => [
      attribute(one.tag, 'Id'),
      attribute(one.tag, 'Target').replace(/^\//, ''),
    ]),
  )
  return elements(parts[main] ?? '', tag).map((one) => {
    const target = targets.get(attribute(one.tag, 'r:id')) ?? ''
    return { tag: one.tag, xml: parts[target] ?? parts[`${folder ?? ''}/${target}`] ?? '' }
  })
}

/** Formats of a date or a time among those that have a number and no code of their own (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)

/** The places in the list of cell formats that show a date. */
const dateStyles = (styles: string): ReadonlySet<number> => {
  const codes = new Map(
    elements(styles, 'numFmt').map(({ tag }) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode')]),
  )
  const isDate = (id: number): boolean => {
    const code = codes.get(id)
    if (code === undefined) return isBuiltInDate(id)
    return /[ymdhs]/i.test(code.replaceAll(/&quot;.*?&quot;|\[[^\]]*\]|\\./g, ''))
  }
  const formats = elements(elements(styles, 'cellXfs')[0]?.inside ?? '', 'xf')
  return new Set(formats.flatMap(({ tag }, index) => (isDate(Number(attribute(tag, 'numFmtId'))) ? [index] : [])))
}

const msPerDay = 86_400_000

/** A day, and a time where there is one, from the number of days that a sheet counts. */
const dateOf = (days: number, from1904: boolean): string => {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round((days + (from1904 ? 1462 : 0)) * msPerDay))
  if (Number.isNaN(at.getTime())) return String(days)
  const [day = '', time = ''] = at.toISOString().split('T')
  return Number.isInteger(days) ? day : `${days < 1 ? '' : `${day} `}${time.slice(0, 5)}`
}

const columnOf = (place: string): number =>
  Array.from(/^[A-Z]+/.exec(place)?.[0] ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Cells with text between them: an empty one keeps its place. */
const rowWords = (cells: readonly { column: number; text: string }[]): string => {
  const row: string[] = []
  for (const { column, text } of cells) if (text !== '' && column <= 200) row[column - 1] = text
  return Array.from(row, (cell: string | undefined) => cell ?? '').join('\t')
}

const xlsxLines = (parts: Parts): string[] => {
  const shared = elements(parts['xl/sharedStrings.xml'] ?? '', 'si').map(({ inside }) =>
    words(
      elements(inside.replaceAll(/<rPh\b[\s\S]*?<\/rPh>/g, ''), 't')
        .map((one) => one.inside)
        .join(''),
    ),
  )
  const dates = dateStyles(parts['xl/styles.xml'] ?? '')
  const from1904 = /date1904="(1|true)"/.test(parts['xl/workbook.xml'] ?? '')
  const cellText = ({ tag, inside }: { tag: string; inside: string }): string => {
    const value = words(elements(inside, 'v')[0]?.inside ?? '')
    const type = attribute(tag, 't')
    if (type === 's') return shared[Number(value)] ?? ''
    if (type === 'inlineStr')
      return words(
        elements(inside, 't')
          .map((one) => one.inside)
          .join(''),
      )
    if (type !== '' && type !== 'n') return value
    if (value !== '' && dates.has(Number(attribute(tag, 's')))) return dateOf(Number(value), from1904)
    return value.replace('.', ',')
  }
  return listed(parts, 'xl/workbook.xml', 'sheet').flatMap(({ tag, xml }) => [
    `Ark: ${words(attribute(tag, 'name'))}`,
    ...elements(xml, 'row').map(({ inside }) =>
      rowWords(
        elements(inside, 'c').map((cell, index) => ({
          column: columnOf(attribute(cell.tag, 'r')) || index + 1,
          text: cellText(cell),
        })),
      ),
    ),
  ])
}

const pptxLines = (parts: Parts): string[] =>
  listed(parts, 'ppt/presentation.xml', 'p:sldId').flatMap(({ xml }, index) => [
    `Dias ${String(index + 1)}`,
    ...elements(xml, 'a:p').map(({ inside }) =>
      words(
        elements(inside, 'a:t')
          .map((one) => one.inside)
          .join(''),
      ),
    ),
  ])

/** Paragraphs of a text, and rows of a table with tabs between the cells. */
const openDocumentLines = (parts: Parts): string[] =>
  [
    ...(parts['content.xml'] ?? '')
      .replaceAll(/<office:annotation\b[\s\S]*?<\/office:annotation>/g, '')
      .matchAll(/<table:table-row\b[\s\S]*?<\/table:table-row>|<text:([ph])\b(?:[^>]*\/>|[\s\S]*?<\/text:\1>)/g),
  ].map(([part]) =>
    part.startsWith('<table')
      ? elements(part, 'table:table-cell')
          .map(({ inside }) => words(inside))
          .join('\t')
          .trimEnd()
      : words(part),
  )

const lineMakers: Record<Exclude<ZipKind, 'docx'>, (parts: Parts) => string[]> = {
  xlsx: xlsxLines,
  pptx: pptxLines,
  odt: openDocumentLines,
  ods: openDocumentLines,
}

/**
 * The text of a spreadsheet, slides or an OpenDocument in its order, a row of a table as one line with tabs: what it says,
 * not how it looks. Numbers stand as they are stored, days as YYYY-MM-DD. @throws IntakeRefusal
 */
export const renderedText = (bytes: Uint8Array, kind: Exclude<ZipKind, 'docx'>): readonly string[] => {
  checkOffice(bytes, kind)
  const unzipped = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) })
  const lines = lineMakers[kind](
    Object.fromEntries(Object.entries(unzipped).map(([name, part]) => [name, strFromU8(part)])),
  )
  if (!lines.some((line) => /[\p{L}\p{N}]/u.test(line))) throw new IntakeRefusal('noText')
  return lines
}
