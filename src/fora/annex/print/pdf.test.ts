import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, test } from 'vitest'
import { closePdf } from '../../../documents/typst.ts'
import { exampleAnnex, hostileEntry, hostileTexts } from './example.ts'
import { annexFields, categoryHeading, fieldLabels, fieldValue } from './document.ts'
import type { AnnexDocument } from './document.ts'
import { annexPdf } from './pdf.ts'

const textOf = async (document: AnnexDocument) => {
  const pdf = await getDocumentProxy(await annexPdf(document))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

interface Bookmark {
  title: string
  items: Bookmark[]
}

const outlineOf = async (document: AnnexDocument): Promise<Bookmark[]> =>
  (await getDocumentProxy(await annexPdf(document))).getOutline()

afterAll(closePdf)

describe('the annex as PDF', () => {
  const annex = exampleAnnex(45)

  test('is PDF/UA-1: tagged, in Danish, with a title', async () => {
    const pdf = await annexPdf(annex)
    const raw = Buffer.from(pdf).toString('latin1')
    expect(raw).toMatch(/<pdfuaid:part>1</)
    for (const mark of ['/StructTreeRoot', '/Lang (da-DK)', '/Outlines', '/DisplayDocTitle true']) {
      expect(raw).toContain(mark)
    }
    const { info } = await (await getDocumentProxy(pdf)).getMetadata()
    expect(info).toMatchObject({ Title: 'Bilag 1. Oversigt over samarbejdsfora 2026, Testrup Politi' })
  })

  test('has a bookmark for each category and each forum', async () => {
    const outline = await outlineOf(annex)
    const titles = outline.map(({ title, items }) => [title, items.map((item) => item.title)])
    expect(titles).toEqual(
      annex.categories.map((category) => [categoryHeading(category), category.entries.map(({ name }) => name)]),
    )
  })

  test('has every field of every forum after its label, in the order of the annex', async () => {
    const text = await textOf(annex)
    let place = text.indexOf(`1. Nærhed og lokalsamfund ${annex.categories[0]?.entries[0]?.name ?? ''} Emne`)
    expect(place).toBeGreaterThan(0)
    for (const { entries } of annex.categories) {
      for (const entry of entries) {
        place = text.indexOf(entry.name, place)
        for (const field of annexFields) {
          const found = text.indexOf(`${fieldLabels[field]} ${fieldValue(entry, field)}`, place)
          expect(found, `${entry.name}: ${field}`).toBeGreaterThanOrEqual(place)
          place = found
        }
      }
    }
  })

  test('says what is new, changed and gone, and how many fora an entry stands for', async () => {
    const text = await textOf(annex)
    expect(text).toContain('Kontaktudvalget Siden sidst: Ændret: Deltagere, Antal møder Emne')
    expect(text).toContain('kommunegrænser Siden sidst: Nyt Emne')
    expect(text).toContain('Lokalrådene Omfatter: 10 fora Emne')
    expect(text).toContain('Ændret siden 15. februar 2025')
    expect(text).toContain('Udgåede: Møder om fyrværkeri (lagt sammen med Beredskabsstaben); Udvalget om knallerter')
  })

  test('marks nothing when there is no annex to compare with', async () => {
    const text = await textOf({ ...annex, since: null })
    expect(text).not.toContain('Siden sidst')
    expect(text).not.toContain('Ændret')
  })

  test('prints what users write, never obeys it', async () => {
    const text = await textOf(exampleAnnex(1, [hostileEntry]))
    for (const hostile of hostileTexts) expect(text).toContain(hostile)
    expect(text).toContain('#Forum & <Co>')
  })

  test('an annex without fora, one forum and a very long forum can be printed', async () => {
    const long = { ...hostileEntry, name: 'Langt', purpose: 'Et ord efter et andet. '.repeat(600).trim() }
    expect(await textOf(exampleAnnex(0))).toContain('Side 1 af')
    expect(await textOf(exampleAnnex(1))).toContain('Kredsrådet')
    const text = await textOf(exampleAnnex(0, [long]))
    expect(text.match(/andet\./g)).toHaveLength(600)
  })

  test('the same annex gives the same file', async () => {
    expect(Buffer.from(await annexPdf(annex)).equals(await annexPdf(annex))).toBe(true)
  })

  test('45 fora take little time once the worker is warm', async () => {
    const times: number[] = []
    for (const year of [2027, 2028, 2029]) {
      const begun = performance.now()
      await annexPdf({ ...annex, year })
      times.push(performance.now() - begun)
    }
    // On a quiet machine under a second, as `npm run bench` shows; this one may be busy.
    expect(Math.min(...times)).toBeLessThan(10_000)
  })
})
