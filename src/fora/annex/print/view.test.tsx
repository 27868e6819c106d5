import { load } from 'cheerio'
import { renderToString } from 'hono/jsx/dom/server'
import { describe, expect, test } from 'vitest'
import { annexFields, categoryHeading, fieldLabels, fieldValue } from './document.ts'
import type { AnnexDocument } from './document.ts'
import { exampleAnnex, hostileEntry } from './example.ts'
import { AnnexDocumentView } from './view.tsx'

const render = (document: AnnexDocument) => load(renderToString(<AnnexDocumentView document={document} />))

describe('the annex as a page', () => {
  const annex = exampleAnnex(45)
  const $ = render(annex)

  test('has a heading for each category and each forum, reached from the contents', () => {
    const texts = (selector: string) =>
      $(selector)
        .toArray()
        .map((element) => $(element).text())
    expect(texts('h2').slice(2)).toEqual(annex.categories.map(categoryHeading))
    expect(texts('h3')).toEqual(annex.categories.flatMap((category) => category.entries.map((entry) => entry.name)))
    for (const link of $('nav a').toArray()) {
      const target = $(link).attr('href') ?? ''
      expect($(target).text()).toBe($(link).text())
    }
  })

  test('has the seven fields of each forum', () => {
    const [entry] = annex.categories[0]?.entries ?? []
    if (!entry) throw new Error('the example has no forum')
    const facts = $('dl').first()
    expect(
      facts
        .find('dt')
        .map((_, term) => $(term).text())
        .get(),
    ).toEqual(annexFields.map((f) => fieldLabels[f]))
    expect(
      facts
        .find('dd')
        .map((_, fact) => $(fact).text())
        .get(),
    ).toEqual(annexFields.map((f) => fieldValue(entry, f)))
  })

  test('marks changes with a word and a sign', () => {
    const marks = $('.sv-state')
      .toArray()
      .map((mark) => [$(mark).text(), $(mark).find('svg[aria-hidden=true]').length])
    expect(marks).toEqual([
      ['Siden sidst: Ændret: Deltagere, Antal møder', 1],
      ['ændret', 1],
      ['ændret', 1],
      ['Siden sidst: Nyt', 1],
      ['Siden sidst: Ændret: Lovgrundlag/kommissorium', 1],
      ['ændret', 1],
    ])
    expect(render({ ...annex, since: null })('.sv-state')).toHaveLength(0)
  })

  test('prints what users write as text', () => {
    const page = render(exampleAnnex(0, [hostileEntry]))
    expect(page('script')).toHaveLength(0)
    expect(page('dd').text()).toContain('<script>alert(1)</script>')
    expect(page('h3').text()).toBe('#Forum & <Co>')
  })
})
