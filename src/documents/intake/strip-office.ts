import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { ZipKind } from '../file-kinds.ts'
import { checkOffice } from './office.ts'
import { IntakeRefusal } from './refusal.ts'
import { checkNothingHidden, withoutHiddenText } from './strip-hidden.ts'
import { withoutJpegData, withoutPngData } from './strip-picture.ts'

/** Stands where a name stood. */
const nobody = 'Forfatter'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const properties = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** The parts about the file itself, made anew. */
const replacements = (title: string): Readonly<Record<string, string>> => ({
  'docProps/core.xml': `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`,
  'docProps/app.xml': `${xmlHead}<Properties xmlns="${properties}/extended-properties"></Properties>`,
  'docProps/custom.xml': `${xmlHead}<Properties xmlns="${properties}/custom-properties"></Properties>`,
  'meta.xml': `${xmlHead}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title></office:meta></office:document-meta>`,
})

/** Attributes that name a person, wherever they stand: authors of comments and changes, their initials and accounts. */
const personAttributes =
  /\b((?:w|w15|w16\w*|p188|x|xr\d*)?:?(?:author|initials|userName|lastUser|lastModifiedBy))=("[^"]*"|'[^']*')/g
/** The same in the lists of persons, where the names are called otherwise. */
const listAttributes = /\b(name|displayName|initials|userId|providerId|w15:author|w15:userId)=("[^"]*"|'[^']*')/g
const isPersonList = (name: string): boolean =>
  /^(ppt\/commentAuthors|ppt\/authors|xl\/persons\/[^/]+|word\/people)\.xml$/i.test(name)

const anonymous = (xml: string, name: string): string =>
  (isPersonList(name) ? xml.replaceAll(listAttributes, `$1="${nobody}"`) : xml)
    .replaceAll(personAttributes, `$1="${nobody}"`)
    .replaceAll(
      /<(author|dc:creator|meta:initial-creator|meta:creator-initials|loext:sender-initials)>[^<]*<\/\1>/g,
      `<$1>${nobody}</$1>`,
    )
    .replaceAll(/<w:docVars>[\s\S]*?<\/w:docVars>/g, '')
    // Where the file lay on somebody's machine.
    .replaceAll(
      /<mc:AlternateContent[^>]*>(?:(?!<\/mc:AlternateContent>)[\s\S])*absPath[\s\S]*?<\/mc:AlternateContent>/g,
      '',
    )
    .replaceAll(/(<x15ac:absPath[^>]*\burl=)("[^"]*"|'[^']*')/g, '$1""')
    .replaceAll(/\bTarget=("file:[^"]*"|'file:[^']*')/gi, 'Target="about:blank"')
    .replaceAll(/(<config:config-item [^>]*config:name="Printer[^"]*"[^>]*>)[^<]*/g, '$1')

const isThumbnail = (name: string): boolean => /^(docProps|Thumbnails)\/thumbnail\./i.test(name)
const withoutThumbnail = (xml: string): string =>
  xml
    .replaceAll(/<Relationship [^>]*metadata\/thumbnail"[^>]*\/>/g, '')
    .replaceAll(/<manifest:file-entry [^>]*Thumbnails\/[^>]*\/>/g, '')

/** Properties that a document server has put in, with names of those who approved and changed. */
const isServerData = (name: string, xml: string): boolean =>
  /^customXml\/item\d+\.xml$/.test(name) && /documentManagement|contentTypeSchema|FormTemplates/.test(xml)

const textOf = (bytes: Uint8Array): string => {
  // A part in UTF-16 would slip past the search for names.
  if (bytes[0] === 0xfe || bytes[0] === 0xff) throw new IntakeRefusal('damaged')
  return strFromU8(bytes)
}

const strippedPart = (kind: ZipKind, name: string, bytes: Uint8Array, depth: number): Uint8Array => {
  if (/\.jpe?g$/i.test(name)) return withoutJpegData(bytes)
  if (/\.png$/i.test(name)) return withoutPngData(bytes)
  // Names of printers and of those who used them.
  if (/printerSettings\d*\.bin$/i.test(name)) return new Uint8Array(bytes.length)
  const inner = /^(?:word|xl|ppt)\/embeddings\/.*\.(docx|xlsx|pptx)$/i.exec(name)?.[1]?.toLowerCase()
  if (inner === 'docx' || inner === 'xlsx' || inner === 'pptx') {
    if (depth > 2) throw new IntakeRefusal('tooComplex')
    return strippedOffice(bytes, inner, '', depth + 1)
  }
  if (!/\.(xml|rels|vml)$/i.test(name)) return bytes
  const xml = textOf(bytes)
  checkNothingHidden(kind, name, xml)
  if (isServerData(name, xml)) return strToU8(`${xmlHead}<removed/>`)
  return strToU8(withoutThumbnail(anonymous(withoutHiddenText(name, xml), name)))
}

/**
 * A document of an office program without author, company, names, comments, deleted text, speaker notes, thumbnails, places
 * on disk, and what its pictures tell of their making. What is on its pages is left as it is. @throws IntakeRefusal: also
 * hidden, where more is in it than is shown.
 */
export const strippedOffice = (bytes: Uint8Array, kind: ZipKind, title: string, depth = 0): Uint8Array => {
  checkOffice(bytes, kind)
  const made = replacements(title)
  const parts: Zippable = {}
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (isThumbnail(name)) continue
    const replaced = made[name]
    const content = replaced === undefined ? strippedPart(kind, name, part, depth) : strToU8(replaced)
    // OpenDocument wants its type first and not packed.
    parts[name] = [content, { level: name === 'mimetype' ? 0 : 6, mtime: new Date('2000-01-01T12:00:00') }]
  }
  return zipSync(parts)
}
