import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { getDocumentProxy, getMeta, extractText } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { checkFile } from './file-check.ts'
import type { FileKind } from './file-kinds.ts'
import { isolated } from './intake/isolated.ts'
import { openDocumentOf, photoOf, reportOf, secret, sheetOf, slidesOf, withPart, wordOf } from './papers.fixture.ts'
import { publicCopy } from './public-copy.ts'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const utf16 = Buffer.from(secret, 'utf16le').swap16().toString('latin1')
const tells = (bytes: Uint8Array): boolean => latin(bytes).includes(secret) || latin(bytes).includes(utf16)

const copyOf = async (bytes: Uint8Array, kind: FileKind): Promise<Uint8Array> => {
  const copy = await publicCopy(bytes, kind, 'Sagens titel')
  if (copy === null) throw new Error('No copy')
  return copy
}

describe('the copy that others are given', () => {
  const offices: [FileKind, () => Promise<Uint8Array> | Uint8Array][] = [
    ['docx', wordOf],
    ['xlsx', sheetOf],
    ['pptx', slidesOf],
    ['odt', openDocumentOf],
  ]
  test.each(offices)('a %s names nobody in any of its parts', async (kind, make) => {
    const before = await make()
    expect(Object.values(unzipSync(before)).some(tells)).toBe(true)
    const parts = unzipSync(await copyOf(before, kind))
    expect(
      Object.entries(parts)
        .filter(([, part]) => tells(part))
        .map(([name]) => name),
    ).toEqual([])
    expect(Object.keys(parts).some((name) => name.toLowerCase().includes('thumbnail'))).toBe(false)
    expect(latin(await copyOf(before, kind))).not.toContain(secret)
  })

  test('a Word document keeps its words, its changes and its title', async () => {
    const copy = await copyOf(await wordOf('Ord om sagen'), 'docx')
    await expect(checkFile(copy, 'a.docx')).resolves.toEqual({ kind: 'docx', pages: null })
    expect(await isolated('words', { kind: 'docx', bytes: copy })).toContain('Ord om sagen tilføjet')
    const parts = unzipSync(copy)
    expect(latin(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('Sagens titel')
    const photo = await sharp(parts['word/media/image1.jpeg']).metadata()
    expect([photo.width, photo.exif]).toEqual([40, undefined])
  })

  const hidden = 'Hemmeligt og skjult'
  const seen = 'Det alle kan se'
  const body = (content: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${content}</w:p></w:body></w:document>`
  const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
  const within: [string, FileKind, () => Promise<Uint8Array> | Uint8Array, Record<string, string>][] = [
    [
      'deleted and hidden text and comments of a Word document',
      'docx',
      wordOf,
      {
        'word/document.xml': body(
          `${run(seen)}<w:del w:id="1"><w:r><w:delText>${hidden}</w:delText></w:r></w:del><w:moveFrom>${run(hidden)}</w:moveFrom>` +
            `<w:ins w:id="2"><w:r><w:rPr><w:del w:id="3"/></w:rPr><w:t>${seen}</w:t></w:r></w:ins>` +
            `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${hidden}</w:t></w:r><w:commentRangeStart w:id="0"/>${run(seen)}`,
        ),
        'word/comments.xml': `<w:comments xmlns:w="w"><w:comment w:id="0"><w:p>${run(hidden)}</w:p></w:comment></w:comments>`,
        'word/footnotes.xml': `<w:footnotes><w:footnote><w:del>${run(hidden)}</w:del></w:footnote></w:footnotes>`,
      },
    ],
    [
      'comments and cached values of a workbook',
      'xlsx',
      sheetOf,
      {
        'xl/sharedStrings.xml': `<sst><si><t>${seen}</t></si></sst>`,
        'xl/comments1.xml': `<comments><authors><author>x</author></authors><commentList><comment><t>${hidden}</t></comment></commentList></comments>`,
        'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><threadedComment><text>${hidden}</text></threadedComment></ThreadedComments>`,
        'xl/externalLinks/externalLink1.xml': `<externalLink><externalBook><sheetDataSet><v>${hidden}</v></sheetDataSet></externalBook></externalLink>`,
      },
    ],
    [
      'notes of the speaker and comments of slides',
      'pptx',
      slidesOf,
      {
        'ppt/slides/slide1.xml': `<p:sld><a:t>${seen}</a:t></p:sld>`,
        'ppt/notesSlides/notesSlide1.xml': `<p:notes><a:t>${hidden}</a:t></p:notes>`,
        'ppt/comments/comment1.xml': `<p:cmLst><p:cm><p:text>${hidden}</p:text></p:cm></p:cmLst>`,
      },
    ],
    [
      'comments and deletions of an OpenDocument',
      'odt',
      openDocumentOf,
      {
        'content.xml': `<office:document-content><text:tracked-changes><text:p>${hidden}</text:p></text:tracked-changes><office:annotation><text:p>${hidden}</text:p></office:annotation><text:p><text:change text:change-id="a"/>${seen}</text:p></office:document-content>`,
      },
    ],
  ]
  test.each(within)('leaves out the %s, and keeps what is on the page', async (_, kind, make, more) => {
    let whole = await make()
    for (const [name, content] of Object.entries(more)) whole = withPart(whole, name, content)
    const copy = await copyOf(whole, kind)
    const parts = Object.values(unzipSync(copy)).map((part) => new TextDecoder().decode(part))
    expect(parts.some((part) => part.includes(seen))).toBe(true)
    expect(parts.filter((part) => part.includes(hidden))).toEqual([])
    const words = await isolated('words', { kind, bytes: copy })
    expect(words.split(seen).length - 1).toBe(kind === 'docx' ? 3 : 1)
    // The search reads the file itself.
    if (kind !== 'odt') expect(await isolated('words', { kind, bytes: whole })).not.toContain(hidden)
  })

  test.each([
    ['sheet', 'xlsx', 'xl/workbook.xml', '<workbook><sheets><sheet name="a" state="veryHidden"/></sheets></workbook>'],
    ['row', 'xlsx', 'xl/worksheets/sheet1.xml', '<worksheet><row r="1" hidden="1"/></worksheet>'],
    ['pivot table’s source', 'xlsx', 'xl/pivotCache/pivotCacheRecords1.xml', '<pivotCacheRecords/>'],
    ['slide', 'pptx', 'ppt/slides/slide1.xml', '<p:sld xmlns:p="p" show="0"/>'],
  ] as const)('with a hidden %s there can be none', async (_, kind, name, content) => {
    const whole = withPart(kind === 'xlsx' ? sheetOf() : slidesOf(), name, content)
    await expect(publicCopy(whole, kind, 'x')).rejects.toMatchObject({ reason: 'hidden' })
  })

  test('what somebody wrote in a note on a PDF stays behind', async () => {
    const pdf = await PDFDocument.load(await reportOf())
    const note = (Subtype: string, words: string) =>
      pdf.context.register(
        pdf.context.obj({ Type: 'Annot', Subtype, Rect: [0, 0, 9, 9], Contents: PDFString.of(words) }),
      )
    pdf.getPage(0).node.addAnnot(note('Highlight', hidden))
    pdf.getPage(0).node.addAnnot(note('FreeText', seen))
    const copy = await PDFDocument.load(await copyOf(await pdf.save(), 'pdf'))
    const objects = copy.context.enumerateIndirectObjects().map(([, object]) => String(object))
    expect(objects.filter((object) => object.includes(hidden))).toEqual([])
    expect(objects.some((object) => object.includes(seen))).toBe(true)
  })

  test('a PDF tells nothing of its making, in its information, notes, attachments, pictures or leftovers', async () => {
    const before = await reportOf()
    expect(latin(before)).toContain(secret)
    const copy = await copyOf(before, 'pdf')
    const { info, metadata } = await getMeta(await getDocumentProxy(copy.slice()))
    expect(info).toMatchObject({ Title: 'Sagens titel' })
    expect(info).not.toHaveProperty('Author')
    expect(metadata).toEqual({})
    const pdf = await PDFDocument.load(copy)
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      expect(tells(new TextEncoder().encode(object.toString()))).toBe(false)
      if (!(object instanceof PDFRawStream)) continue
      const packed = object.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
      expect(tells(packed ? inflateSync(object.contents) : object.contents)).toBe(false)
    }
    expect(pdf.catalog.has(PDFName.of('Metadata'))).toBe(false)
    const names = pdf.catalog.lookup(PDFName.of('Names'))
    expect(
      names instanceof PDFDict && (names.has(PDFName.of('JavaScript')) || names.has(PDFName.of('EmbeddedFiles'))),
    ).toBe(false)
    expect((await extractText(await getDocumentProxy(copy), { mergePages: true })).text).toContain(
      'Ordene i sagen, side 2',
    )
  })

  test.each(['jpeg', 'png', 'webp'] as const)('a photograph as %s has no place and no owner', async (format) => {
    const before = await photoOf(format)
    expect((await sharp(before).metadata()).exif).toBeDefined()
    const copy = await copyOf(before, format === 'jpeg' ? 'jpg' : format)
    const { exif, xmp, iptc, width } = await sharp(copy).metadata()
    expect([exif, xmp, iptc, width]).toEqual([undefined, undefined, undefined, 40])
    expect(tells(copy)).toBe(false)
  })

  test('a text has nothing to take away', async () => {
    expect(await publicCopy(new TextEncoder().encode('Tekst'), 'txt', 'x')).toBeNull()
  })

  test('what cannot be taken apart cannot be given out', async () => {
    const whole = await reportOf()
    await expect(publicCopy(whole.slice(0, whole.length / 3), 'pdf', 'x')).rejects.toMatchObject({ reason: 'damaged' })
    const word = await wordOf()
    await expect(publicCopy(word.slice(0, word.length / 2), 'docx', 'x')).rejects.toMatchObject({ reason: 'damaged' })
  })
})
