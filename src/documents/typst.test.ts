import { afterAll, describe, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { closePdf, makePdf, PdfFailed, PdfTooSlow } from './typst.ts'

const createdAt = new Date('2026-03-01T10:00:00Z')
const head = '#set document(title: "Prøve")\n#set text(lang: "da", font: "IBM Plex Sans")\n'
const template = `${head}#let data = json(bytes(sys.inputs.data))\n#data.text\n`
const make = (data: unknown, source = template, timeLimitMs = 20_000) =>
  makePdf({ template: source, data, timeLimitMs, createdAt })
const textOf = async (pdf: Uint8Array) => (await extractText(await getDocumentProxy(pdf), { mergePages: true })).text
const looping = (rounds: number) => {
  const range = `range(${String(rounds)})`
  return `${head}#let x = 0\n#for i in ${range} { for j in ${range} { x += j } }\n#x`
}
const latin = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

afterAll(closePdf)

describe('makePdf', () => {
  test('gives a tagged PDF/UA-1 in Danish with a title and IBM Plex Sans', async () => {
    const pdf = latin(await make({ text: 'Æbleskiver på Ærø' }))
    expect(pdf).toContain('/StructTreeRoot')
    expect(pdf).toContain('pdfuaid')
    expect(pdf).toContain('/Lang (da)')
    expect(pdf).toContain('IBMPlexSans')
  })

  test('the same data and moment give the same bytes', async () => {
    expect(await make({ text: 'ens' })).toEqual(await make({ text: 'ens' }))
  })

  test.each([
    '#import "@preview/x:1.0.0": y',
    '#read("/etc/passwd")',
    '$ x^2 $',
    '*fed* _kursiv_ `kode`',
    String.raw`\ \u{41} \#`,
    '= Overskrift',
    '<mærke> @henvisning',
    '// kommentar',
    '"] #panic("x") #["',
    '</script>',
  ])('what users write comes out as they wrote it: %s', async (text) => {
    expect(await textOf(await make({ text }))).toBe(text)
  })

  test('a sign that the font lacks does not stop the document', async () => {
    // Without this a font of the machine may have the sign.
    const source = template.replace('#data.text', '#text(fallback: false, data.text)')
    expect(await textOf(await make({ text: 'Vagt 👮‍♀️ på Ærø – § 9 漢' }, source))).toBe('Vagt ?? på Ærø – § 9 ?')
  })

  test('a document without a title is refused with the reason', async () => {
    await expect(make({}, '#set text(lang: "da")\nHej')).rejects.toThrow(PdfFailed)
    await expect(make({}, `${head}#udefineret`)).rejects.toThrow(/udefineret/)
  })

  test('a template can read no file of the machine', async () => {
    await expect(make({}, `${head}#read("/../../etc/hostname")`)).rejects.toThrow(PdfFailed)
  })

  test('an endless document is ended at its time limit, and the next one is made', async () => {
    await expect(make({}, looping(20_000), 1500)).rejects.toThrow(PdfTooSlow)
    expect(await textOf(await make({ text: 'igen' }))).toBe('igen')
  })

  test('the event loop turns while Typst works', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 2)
    await make({}, looping(700))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })

  test('many at once are queued and all made', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `nummer ${String(index)}`)
    const pdfs = await Promise.all(texts.map((text) => make({ text })))
    expect(await Promise.all(pdfs.map(textOf))).toEqual(texts)
  })
})
