import { load } from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { annexFields, categoryHeading, fieldLabels, fieldValue } from './document.ts'
import type { AnnexDocument } from './document.ts'
import { annexDocx } from './docx.ts'
import { exampleAnnex, hostileEntry, hostileTexts } from './example.ts'

const pageOf = async (document: AnnexDocument) => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await annexDocx(document)) })
  return load(value)
}
const partOf = async (document: AnnexDocument, path: string) =>
  strFromU8(unzipSync(await annexDocx(document))[path] ?? new Uint8Array())

describe('the annex as a Word document', () => {
  const annex = exampleAnnex(45)

  test('has the categories as headings and the fora under them', async () => {
    const $ = await pageOf(annex)
    const headings = $('h1, h2')
      .toArray()
      .map((heading) => $(heading).text())
    const expected = annex.categories.flatMap((category) => [
      categoryHeading(category),
      ...category.entries.map((entry) => entry.name),
    ])
    expect(headings.filter((heading) => !heading.startsWith('Oversigt'))).toEqual(expected)
  })

  test('has one table of label and value for each forum, so that it can be read in again', async () => {
    const $ = await pageOf(annex)
    const tables = $('table')
      .toArray()
      .map((table) =>
        $(table)
          .find('tr')
          .toArray()
          .map((row) =>
            $(row)
              .find('td')
              .toArray()
              .map((cell) => $(cell).text()),
          ),
      )
    const entries = annex.categories.flatMap((category) => category.entries)
    expect(tables).toEqual(
      entries.map((entry) => annexFields.map((field) => [fieldLabels[field], fieldValue(entry, field)])),
    )
  })

  test('has a table of contents filled in, is in Danish and has a title', async () => {
    const body = await partOf(annex, 'word/document.xml')
    expect(body).toMatch(/TOC \\h \\o (&quot;|")1-2/)
    expect(body.match(/Beredskabsstaben \(strategisk niveau\)/g)).toHaveLength(2)
    expect(await partOf(annex, 'word/styles.xml')).toContain('w:val="da-DK"')
    expect(await partOf(annex, 'docProps/core.xml')).toContain('samarbejdsfora 2026, Testrup Politi')
  })

  test('marks changes in lines of their own', async () => {
    const $ = await pageOf(annex)
    const notes = $('h2 + p, h2 + p + p')
      .toArray()
      .map((note) => $(note).text())
    expect(notes).toEqual([
      'Siden sidst: Ændret: Deltagere, Antal møder',
      'Omfatter: 10 fora',
      'Siden sidst: Nyt',
      'Siden sidst: Ændret: Lovgrundlag/kommissorium',
    ])
  })

  test('prints what users write, control characters apart', async () => {
    const entry = { ...hostileEntry, name: 'Med\u0001 tegn', participants: 'Første linje\nAnden linje' }
    const $ = await pageOf(exampleAnnex(0, [entry]))
    for (const hostile of hostileTexts.slice(0, 5)) expect($('table').text()).toContain(hostile)
    expect($('h2').text()).toBe('Med tegn')
    expect($('td').html()).toBeDefined()
    expect($('table').html()).toContain('Første linje<br>Anden linje')
  })
})
