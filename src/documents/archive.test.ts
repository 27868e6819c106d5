import { degrees, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, test } from 'vitest'
import { archived, type Archived } from './archive.ts'
import { faultsOfArchivePdf } from './archive.fixture.ts'
import type { FileKind } from './file-kinds.ts'
import { lockedReport, openDocumentOf, photoOf, reportOf, secret, slidesOf, wordOf } from './papers.fixture.ts'
import { toXlsx } from './spreadsheet.ts'
import { closePdf, makePdf } from './typst.ts'

const at = new Date('2026-03-01T10:00:00Z')
const remark = 'Gengivelse til arkivet.'
const archive = (bytes: Uint8Array, kind: FileKind) => archived({ bytes, kind, title: 'Bilag om Ærø', remark, at })
const made = async (bytes: Uint8Array, kind: FileKind): Promise<Archived> => {
  const outcome = await archive(bytes, kind)
  if (typeof outcome === 'string') throw new Error(`Not archived: ${outcome}`)
  return outcome
}
const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })).text
/** The file as it is given out, after making sure that it is what it claims. */
const sound = async (bytes: Uint8Array, kind: FileKind, form: Archived['form'], level: string) => {
  const outcome = await made(bytes, kind)
  expect([outcome.form, outcome.level]).toEqual([form, level])
  expect(await faultsOfArchivePdf(outcome.bytes, level)).toEqual([])
  return outcome.bytes
}

afterAll(closePdf)

describe('a PDF for the archive', () => {
  test('that is no PDF/A is drawn anew, with its pages, its size and its words in their places', async () => {
    const report = await reportOf('Ordene i sagen', 3)
    expect((await faultsOfArchivePdf(report, '2u')).length).toBeGreaterThan(3)
    const bytes = await sound(report, 'pdf', 'rendition', '2u')
    const pdf = await getDocumentProxy(bytes.slice())
    expect(pdf.numPages).toBe(3)
    const page = await pdf.getPage(2)
    expect(page.view.slice(2).map(Math.round)).toEqual([300, 400])
    const first = (await page.getTextContent()).items.find((item) => 'str' in item && item.str.includes('Ordene'))
    expect(
      first !== undefined && 'transform' in first && first.transform.slice(4).map((n) => Math.round(Number(n))),
    ).toEqual([20, 350])
    expect(await textOf(bytes)).toContain('Ordene i sagen, side 3')
    expect(Buffer.from(bytes).toString('latin1')).not.toContain(secret)
  })

  test('with a page on its side is turned as it is read', async () => {
    const pdf = await PDFDocument.load(await reportOf('Liggende', 1))
    pdf.getPage(0).setRotation(degrees(90))
    const bytes = await sound(await pdf.save(), 'pdf', 'rendition', '2u')
    const page = await (await getDocumentProxy(bytes.slice())).getPage(1)
    expect(page.view.slice(2).map(Math.round)).toEqual([400, 300])
  })

  test('that is PDF/A already is kept byte for byte', async () => {
    const source = '#set document(title: "Prøve")\n#set text(lang: "da", font: "IBM Plex Sans")\nEt bilag'
    const own = await makePdf({ template: source, data: {}, timeLimitMs: 20_000, createdAt: at, standard: 'a-2a' })
    expect(await sound(own, 'pdf', 'original', '2a')).toEqual(own)
  })

  test('that says it is PDF/A, but has letters outside itself, is not believed', async () => {
    const pdf = await PDFDocument.load(await reportOf())
    const xmp = '<rdf:Description pdfaid:part="1" pdfaid:conformance="B"/>'
    const metadata = pdf.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
    pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(metadata))
    pdf.catalog.set(PDFName.of('OutputIntents'), pdf.context.obj([{ S: 'GTS_PDFA1' }]))
    await sound(await pdf.save(), 'pdf', 'rendition', '2u')
  })

  test('gives the same bytes again, whatever was drawn before it', async () => {
    const report = await reportOf()
    const first = await made(report, 'pdf')
    await made(await reportOf('Noget helt andet', 1), 'pdf')
    closePdf()
    expect((await made(report, 'pdf')).bytes).toEqual(first.bytes)
    const other = await made(await reportOf('Noget helt andet', 1), 'pdf')
    closePdf()
    expect((await made(await reportOf('Noget helt andet', 1), 'pdf')).bytes).toEqual(other.bytes)
  })

  test('that cannot be read, or has too many pages, is told of', async () => {
    const report = await reportOf()
    expect(await archive(report.slice(0, report.length / 2), 'pdf')).toBe('unreadable')
    expect(await archive(await lockedReport(), 'pdf')).toBe('encrypted')
    const pictured = await PDFDocument.load(report)
    const unknown = pictured.context.stream('?', { Subtype: 'Image', Width: 9, Height: 9, Filter: 'JPXDecode' })
    pictured.getPage(1).node.newXObject('Im', pictured.context.register(unknown))
    expect(await archive(await pictured.save(), 'pdf')).toBe('unreadable')
    // Everybody may open it, but not change it: it can be drawn.
    const guarded = await PDFDocument.load(report)
    guarded.encrypt({ userPassword: '', ownerPassword: 'hemmelig' })
    await sound(await guarded.save({ useObjectStreams: false }), 'pdf', 'rendition', '2u')
    expect(await archive(await reportOf('Lang', 201), 'pdf')).toBe('tooLarge')
  })
})

describe('other files for the archive', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'a picture as %s is one page with its title for those who cannot see it',
    async (format) => {
      const bytes = await sound(await photoOf(format), format === 'jpeg' ? 'jpg' : format, 'rendition', '2a')
      expect((await getDocumentProxy(bytes.slice())).numPages).toBe(1)
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(secret)
    },
  )

  test('a text says that it is a rendition', async () => {
    const text = await textOf(await sound(strToU8('Første linje\n\nAnden *linje* #panic()'), 'txt', 'rendition', '2a'))
    for (const words of ['Bilag om Ærø', remark, 'Første linje', 'Anden *linje* #panic()'])
      expect(text).toContain(words)
  })

  test('a Word document, slides and an OpenDocument show what they say', async () => {
    expect(await textOf(await sound(await wordOf('Natteravne i Køge'), 'docx', 'rendition', '2a'))).toContain(
      'Natteravne i Køge',
    )
    expect(await textOf(await sound(openDocumentOf(), 'odt', 'rendition', '2a'))).toContain('Ord i OpenDocument')
    const relations = (target: string) =>
      `<Relationships><Relationship Id="r1" Type="x" Target="${target}"/></Relationships>`
    const parts = {
      'ppt/presentation.xml': '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
      'ppt/_rels/presentation.xml.rels': relations('slides/slide7.xml'),
      'ppt/slides/slide7.xml': '<p:sld><a:p><a:r><a:t>Tryg</a:t></a:r><a:r><a:t>hed &amp; ro</a:t></a:r></a:p></p:sld>',
    }
    const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])))
    expect(await textOf(await sound(zip, 'pptx', 'rendition', '2a'))).toMatch(/Dias 1\s+Tryghed & ro/)
  })

  test('a spreadsheet keeps rows, empty cells, numbers and days', async () => {
    const columns = [
      { title: 'Forum', value: (row: Row) => row.forum },
      { title: 'Møder', value: (row: Row) => row.count },
      { title: 'Dag', value: (row: Row) => row.day },
    ]
    type Row = { forum: string; count: number | null; day: Date | null }
    const rows: Row[] = [
      { forum: 'Køge <lokalråd>', count: 4.5, day: new Date('2026-05-01T00:00:00Z') },
      { forum: 'Kredsrådet', count: null, day: new Date('2026-06-02T00:00:00Z') },
    ]
    const text = await textOf(await sound(await toXlsx(columns, rows, 'Møder 2026'), 'xlsx', 'rendition', '2a'))
    for (const words of ['Ark: Møder 2026', 'Køge <lokalråd> | 4,5 | 2026-05-01', 'Kredsrådet | | 2026-06-02'])
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words)
  })

  test('one without words is told of', async () => {
    expect(await archive(slidesOf(), 'pptx')).toBe('noText')
    expect(await archive(strToU8('x'), 'docx')).toBe('unreadable')
  })
})
