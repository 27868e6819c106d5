import { strFromU8, unzipSync } from 'fflate'
import { type FileKind, isPictureKind, isZipKind, type ZipKind } from '../file-kinds.ts'
import { checkOffice } from './office.ts'
import { decodeText } from './plain-text.ts'
import type { Tasks } from './tasks.ts'

/** The parts of a file that hold its text, where it is read straight from the XML. */
const textParts: Record<Exclude<ZipKind, 'docx'>, RegExp> = {
  xlsx: /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/,
  // Not the speaker's notes, which are for the speaker alone.
  pptx: /^ppt\/slides\/slide\d+\.xml$/,
  odt: /^content\.xml$/,
  ods: /^content\.xml$/,
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text from XML without tags: the signs that XML writes by name or number as themselves. */
export const withoutEntities = (text: string): string =>
  text.replaceAll(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,6})|#x([0-9A-Fa-f]{1,5}));/g,
    (_, name?: string, code?: string, hex?: string) =>
      name === undefined
        ? String.fromCodePoint(Math.min(code === undefined ? parseInt(hex ?? '20', 16) : Number(code), 0x10ffff))
        : (entities[name] ?? ' '),
  )

const textOfXml = (xml: string): string =>
  withoutEntities(xml.replaceAll(/<\/(a:p|text:p|text:h|si|row)>/g, '\n').replaceAll(/<[^>]*>/g, ' '))

/** All words of a file for the search; empty where there is none to read. @throws IntakeRefusal */
export const wordsOf = async (
  kind: FileKind,
  bytes: Uint8Array,
  readLines: (order: Tasks['lines']['order']) => Promise<readonly string[]>,
): Promise<string> => {
  if (kind === 'txt' || kind === 'csv') return decodeText(bytes)
  if (kind === 'pdf' || kind === 'docx') return (await readLines({ kind, bytes })).join('\n')
  if (isPictureKind(kind) || !isZipKind(kind)) return ''
  checkOffice(bytes, kind)
  const parts = unzipSync(bytes, { filter: ({ name }) => textParts[kind].test(name) })
  return Object.values(parts)
    .map((part) => textOfXml(strFromU8(part)))
    .join('\n')
}
