import { inflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { getDocumentProxy, getMeta, extractText } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { checkFile } from './file-check.ts'
import type { FileKind } from './file-kinds.ts'
import { isolated } from './intake/isolated.ts'
import { openDocumentOf, photoOf, reportOf, secret, sheetOf, slidesOf, wordOf } from './papers.fixture.ts'
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
