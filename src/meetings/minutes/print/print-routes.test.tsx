import { load } from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePdf } from '../../../documents/typst.ts'
import { aHeldMeeting, secrets } from '../minutes.fixture.ts'

let world: Awaited<ReturnType<typeof aHeldMeeting>>
const bytesOf = async (account: string | null, ending: string) => {
  const response = await world.as(account).get(`${world.base}${ending}`)
  expect(response.status).toBe(200)
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers }
}
const pdfOf = async (account: string | null, query = '') => {
  const { bytes, headers } = await bytesOf(account, `.pdf${query}`)
  const raw = Buffer.from(bytes).toString('latin1')
  const pdf = await getDocumentProxy(bytes)
  const text = (await extractText(pdf, { mergePages: true })).text.replaceAll(/\s+/g, ' ')
  return { pdf, raw, text, headers }
}
const docxOf = async (account: string | null, query = '') => {
  const { bytes } = await bytesOf(account, `.docx${query}`)
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return { parts: unzipSync(bytes), page: load(value) }
}

beforeAll(async () => {
  world = await aHeldMeeting()
  await world.circulate()
  await world.setState(
    `state = 'published', approved_at = '2026-03-11', published_at = '2026-03-12', published_to = 'public'`,
  )
  await world.send('skriver', '/rettelse', {
    ord: 'Der skulle stå november.',
    punkt: world.items.open,
    aaben: 'ja',
    nummer: '1',
  })
  await world.send('skriver', '/rettelse', { ord: 'HEMMELIGRETTELSE', punkt: '', nummer: '2' })
})
afterAll(closePdf)

const hidden = [...secrets, 'HEMMELIGRETTELSE', 'GREVESSAG', 'GREVESBESLUTNING']

/** The roles in a structure tree, from the root down. */
const rolesOf = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return []
  const role = 'role' in node && typeof node.role === 'string' ? [node.role] : []
  return 'children' in node && Array.isArray(node.children) ? [...role, ...node.children.flatMap(rolesOf)] : role
}

describe('the minutes as PDF', () => {
  test('is PDF/UA-1: tagged, in Danish, with title, headings, tables and page numbers', async () => {
    const { pdf, raw, text, headers } = await pdfOf('koege')
    expect(headers.get('content-disposition')).toContain('referat-kredsraadet-5-marts-2026.pdf')
    for (const mark of ['/StructTreeRoot', '/Lang (da-DK)', '/DisplayDocTitle true']) expect(raw).toContain(mark)
    expect(raw).toMatch(/<pdfuaid:part>1</)
    const roles: string[] = []
    for (let page = 1; page <= pdf.numPages; page += 1)
      roles.push(...rolesOf(await (await pdf.getPage(page)).getStructTree()))
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TR', 'TH', 'TD']))
    const { info } = await pdf.getMetadata()
    expect(JSON.stringify(info)).toContain('Referat: Kredsrådet 5.')
    for (const words of ['HEMMELIGBESLUTNING', 'Vikaren Prøve', 'Indhent tilbud', 'Rettelse 1', 'Side 1 af'])
      expect(text).toContain(words)
  })

  test('holds nothing for the public but the open part', async () => {
    const { text, raw } = await pdfOf(null, '?form=full')
    for (const word of [...hidden, 'Prøve']) expect(`${text}${raw}`).not.toContain(word)
    for (const words of [
      'Der sættes lys op inden oktober.',
      '2. Lukket punkt',
      'Grund: Økonomi og forhandling.',
      'november',
    ])
      expect(text).toContain(words)
  })

  test('holds nothing of an item for one who is kept out of it', async () => {
    const { text } = await pdfOf('greve', '?form=full')
    expect(text).toContain('HEMMELIGBESLUTNING')
    for (const word of ['GREVESSAG', 'GREVESBESLUTNING']) expect(text).not.toContain(word)
  })
})

describe('the minutes as a Word document', () => {
  test('has headings, tables, language and title', async () => {
    const { page, parts } = await docxOf('koege', '?form=full')
    const headings = page('h1, h2, h3')
      .toArray()
      .map((heading) => page(heading).text())
    expect(headings).toEqual(
      expect.arrayContaining([
        'Fremmøde',
        'Punkter',
        '1. Lys på stien',
        'Drøftelse',
        'Opfølgningspunkter',
        'Rettelser',
      ]),
    )
    expect(page('table').text()).toContain('Stedfortræder for Borgmesteren i Køge')
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:val="da-DK"')
    expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('Referat: Kredsrådet')
  })

  test('holds nothing for the public but the open part, in none of its files', async () => {
    const { parts, page } = await docxOf(null, '?form=full')
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join(' ')
    for (const word of [...hidden, 'Prøve']) expect(all).not.toContain(word)
    expect(page.root().text()).toContain('Der sættes lys op inden oktober.')
  })
})
