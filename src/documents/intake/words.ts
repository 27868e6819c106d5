import { strFromU8, unzipSync } from 'fflate'
import { type FileKind, isPictureKind, isZipKind, type ZipKind } from '../file-kinds.ts'
import { checkOffice } from './office.ts'
import { decodeText } from './plain-text.ts'
import type { Tasks } from './tasks.ts'

/** The parts of a file that hold its text, where it is read straight from the XML. */
const textParts: Record<Exclude<ZipKind, 'docx'>, RegExp> = {
  xlsx: /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/,
  pptx: /^ppt\/(slides\/slide|notesSlides\/notesSlide)\d+\.xml$/,
  odt: /^content\.xml$/,
  ods: /^content\.xml$/,
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const textOfXml = (xml: string): string =>
  xml
    .replaceAll(/<\/(a:p|text:p|text:h|si|row)>/g, '\n')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? ' ')
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))

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
