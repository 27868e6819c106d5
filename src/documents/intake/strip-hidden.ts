import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { ZipKind } from '../file-kinds.ts'
import { IntakeRefusal } from './refusal.ts'

/** Everything from a start to its end, or the element alone where it is closed at once. */
const element = (name: string): RegExp => new RegExp(`<${name}\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</${name}>)`, 'g')
const tags = (name: string): RegExp => new RegExp(`</?(?:${name})\\b[^>]*>`, 'g')

const formatChanges = ['rPr', 'pPr', 'sectPr', 'tblPr', 'tblPrEx', 'trPr', 'tcPr', 'tblGrid'].map((name) =>
  element(`w:${name}Change`),
)

/** Text that was deleted or moved away, marks of comments, and runs that are not shown; what was added stays. */
const withoutWordChanges = (xml: string): string => {
  let text = xml
  for (const gone of [element('w:del'), element('w:moveFrom'), element('w:commentReference'), ...formatChanges])
    text = text.replaceAll(gone, '')
  return text
    .replaceAll(tags('w:ins|w:moveTo|w:moveFromRange\\w+|w:moveToRange\\w+|w:commentRange\\w+'), '')
    .replaceAll(/<w:r\b(?:(?!<\/w:r>)[\s\S])*?<w:vanish(?:\s*\/>|\s+w:val="(?:1|true|on)"\s*\/>)[\s\S]*?<\/w:r>/g, '')
}

/** The outermost element alone. */
const emptied = (xml: string, inside = ''): string =>
  xml.replace(/<([\w:]+)((?:\s[^<>]*)?)>[\s\S]*<\/\1>\s*$/, `<$1$2>${inside}</$1>`)

const withoutAnnotations = (xml: string): string =>
  xml
    .replaceAll(element('office:annotation'), '')
    .replaceAll(element('office:annotation-end'), '')
    .replaceAll(element('text:tracked-changes'), '')
    .replaceAll(element('table:tracked-changes'), '')
    .replaceAll(tags('text:change|text:change-start|text:change-end'), '')

/** How each part with text that is not on the page loses it, by the part's name. */
const ways: readonly [RegExp, (xml: string) => string][] = [
  [/^word\/comments\w*\.xml$/i, (xml) => emptied(xml)],
  [/^word\/[^/]+\.xml$/i, withoutWordChanges],
  [/^xl\/comments[^/]*\.xml$/i, (xml) => emptied(xml, '<authors><author/></authors><commentList/>')],
  [/^xl\/(threadedComments|comments)\/[^/]+\.xml$/i, (xml) => emptied(xml)],
  [/^xl\/externalLinks\/[^/]+\.xml$/i, (xml) => xml.replaceAll(element('sheetDataSet'), '')],
  [/^ppt\/comments\/[^/]+\.xml$/i, (xml) => emptied(xml)],
  [/^ppt\/notesSlides\/[^/]+\.xml$/i, (xml) => xml.replaceAll(/<a:t>[^<]*<\/a:t>/g, '<a:t></a:t>')],
  [/^(content|styles)\.xml$/i, withoutAnnotations],
]

/** A part of a document without comments, deleted text, notes of the speaker and other text that is not on its pages. */
export const withoutHiddenText = (name: string, xml: string): string => {
  const way = ways.find(([parts]) => parts.test(name))
  return way === undefined ? xml : way[1](xml)
}

/** A Word document with only the text that is on its pages, ready to be read. The zip must have been checked. */
export const shownWord = (bytes: Uint8Array): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        /^word\/[^/]+\.xml$/i.test(name) ? strToU8(withoutHiddenText(name, strFromU8(part))) : part,
      ]),
    ),
    { level: 0 },
  )

/** What is hidden as a whole and cannot be taken out without changing what is left. */
const hiddenThings: Partial<Record<ZipKind, (name: string, xml: string) => boolean>> = {
  xlsx: (name, xml) =>
    /^xl\/pivotCache\/pivotCacheRecords/i.test(name) ||
    (name === 'xl/workbook.xml' && /<sheet\b[^>]*\sstate="(hidden|veryHidden)"/.test(xml)) ||
    (/^xl\/worksheets\/[^/]+\.xml$/i.test(name) && /<(row|col)\b[^>]*\shidden="(1|true)"/.test(xml)),
  pptx: (name, xml) => /^ppt\/slides\/[^/]+\.xml$/i.test(name) && /<p:sld\b[^>]*\sshow="(0|false)"/.test(xml),
  ods: (name, xml) => name === 'content.xml' && /table:(visibility="(collapse|filter)"|display="false")/.test(xml),
}

/** @throws IntakeRefusal: hidden, where a sheet, row, column or slide is not shown to those who open the file. */
export const checkNothingHidden = (kind: ZipKind, name: string, xml: string): void => {
  if (hiddenThings[kind]?.(name, xml) === true) throw new IntakeRefusal('hidden')
}
