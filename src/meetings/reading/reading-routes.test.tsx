import { PDFDocument, PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import { anItem, aPerson } from '../../../test/builders.ts'
import type { Database } from '../../db/db.ts'
import { photoOf, reportOf, sheetOf } from '../../documents/papers.fixture.ts'
import { closePdf } from '../../documents/typst.ts'
import { aMeetingRoom, fileOf, openToPublic, storedPapers } from '../papers/papers.fixture.ts'

type Room = Awaited<ReturnType<typeof aMeetingRoom>>
let database: Database
let room: Room
const read = () => `/mvsj/moeder/${room.meetingId}/laes`
const add = async (bytes: Uint8Array, name: string, item: string) => {
  await room.as('formand').post(`/mvsj/punkter/${item}/bilag`, { fil: fileOf(bytes, name) })
  return `/bilag/${String((await storedPapers(item)).at(-1)?.['id'])}`
}
const textOf = async (answer: Response): Promise<string> =>
  (await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), { mergePages: true })).text

beforeAll(async () => {
  database = await emptied()
  room = await aMeetingRoom(database)
  await asOwner(
    `update meetings.item set body = 'Sagen om tryghed', recommendation = 'Det indstilles, at rådet drøfter' where id = $1`,
    [room.openItem],
  )
  await asOwner(`update meetings.item set body = 'Skjult sagsfremstilling' where id = $1`, [room.closedItem])
  await add(await reportOf('Måling', 2), 'måling.pdf', room.openItem)
  await add(await photoOf('jpeg', 200, 100), 'torvet.jpg', room.openItem)
  const open = await add(sheetOf(), 'tal.xlsx', room.openItem)
  await room.as('formand').post(`/mvsj${open}/aabenhed`, { aabenhed: 'open', version: '1' })
  await add(await reportOf('Lukkede ord', 3), 'lukket bilag.pdf', room.closedItem)
  await openToPublic(room.meetingId)
})
afterAll(closePdf)

describe('reading a meeting', () => {
  test('agenda, cases and papers stand on one page, with a way between the items', async () => {
    const page = readPage(await (await room.as('medlem').get(read())).text())
    expect(page.headings(2)).toEqual(['Punkter', '1. Tryghed i byen', '2. Lukket sag'])
    expect(page.text()).toContain('Sagen om tryghed')
    expect(page.text()).toContain('Det indstilles, at rådet drøfter')
    expect(page.text()).toContain('Måling (PDF, 2 sider)')
    expect(page.link('Næste punkt: Lukket sag')).toBe(`#punkt-${room.closedItem}`)
  })

  test('is filtered by what the reader may see', async () => {
    const seen = async (account: string | null) => readPage(await (await room.as(account).get(read())).text()).text()
    for (const account of ['inhabil', 'partner', 'fremmed', null])
      expect(await seen(account), String(account)).not.toMatch(/Lukket sag|Skjult sagsfremstilling|Lukket bilag/)
    expect(await seen(null)).toContain('Tal (Excel')
    expect(await seen(null)).not.toContain('Måling')
    await asOwner(`update meetings.meeting set openness = 'closed' where id = $1`, [room.meetingId])
    expect((await room.as(null).get(read())).status).toBe(404)
    await openToPublic(room.meetingId)
  })

  test('asks the database no more for many items than for few', async () => {
    const count = () => countStatements(database, () => room.as('medlem').get(read()))
    const few = await count()
    for (let position = 3; position < 13; position += 1)
      await anItem({ forumId: room.forumId, meetingId: room.meetingId, title: `Punkt ${String(position)}`, position })
    expect(await count()).toBe(few)
    await asOwner(`delete from meetings.item where position > 2`)
  })
})

describe('a private note', () => {
  const note = (account: string | null, words: string, version = '0', item = room.openItem) =>
    room.as(account).post(`/mvsj/punkter/${item}/note`, { note: words, version })

  test('is for its writer alone, whoever else may see everything', async () => {
    expect((await note('medlem', 'Kun mine egne ord')).headers.get('location')).toBe(
      `${read()}?note=${room.openItem}#punkt-${room.openItem}`,
    )
    const seen: Record<string, boolean> = {}
    for (const account of ['medlem', 'kollega', 'formand', 'sekretariat', 'admin', 'revisor', 'partner', null])
      for (const path of [read(), `/mvsj/punkter/${room.openItem}`, '/mvsj/log'])
        if ((await (await room.as(account).get(path)).text()).includes('Kun mine egne ord'))
          seen[String(account)] = true
    expect(seen).toEqual({ medlem: true })
    expect((await asOwner(`select 1 from audit.entry where changes::text like '%Kun mine egne ord%'`)).length).toBe(0)
  })

  test('goes on where it was, and a second screen does not write over it', async () => {
    expect((await note('kollega', 'Første')).status).toBe(303)
    expect((await note('kollega', 'Anden', '1')).status).toBe(303)
    const clash = await note('kollega', 'Fra den anden skærm', '1')
    expect(clash.status).toBe(409)
    const both = await clash.text()
    expect(both).toContain('Anden')
    expect(both).toContain('Fra den anden skærm')
    expect((await note('kollega', 'Som ny', '0')).status).toBe(409)
    expect(readPage(await (await room.as('kollega').get(read())).text()).text()).toContain('Anden')
  })

  test('is refused where it is no business of the writer, or like a person’s number', async () => {
    expect((await note(null, 'x')).status).toBe(403)
    expect((await note('inhabil', 'x', '0', room.closedItem)).status).toBe(404)
    expect((await note('fremmed', 'x', '0', room.closedItem)).status).toBe(404)
    const answer = await note('formand', 'Om 010190-0000')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Om 010190-0000')
  })

  test('is gone for one who is excluded afterwards', async () => {
    await note('sekretariat', 'Før inhabilitet', '0', room.closedItem)
    const person = await aPerson('Sekretær', 'sekretariat')
    await asOwner(
      `insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by) values ('mvsj', $1, $2, $3, 'Test', 'test')`,
      [room.closedItem, room.forumId, person],
    )
    expect(await (await room.as('sekretariat').get(read())).text()).not.toContain('Før inhabilitet')
    await asOwner(`delete from meetings.exclusion where person_id = $1`, [person])
  })
})

describe('the whole agenda as a PDF', () => {
  const bundle = (account: string | null) => room.as(account).get(`/mvsj/moeder/${room.meetingId}/samlet.pdf`)

  test('is tagged, with bookmarks, words, pictures and links', async () => {
    const answer = await bundle('medlem')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const latin = Buffer.from(bytes).toString('latin1')
    for (const mark of ['/StructTreeRoot', 'pdfuaid', '/Lang (da)', '/Outlines', '/Image'])
      expect(latin, mark).toContain(mark)
    expect(latin).toContain('/Alt (Torvet)')
    expect(latin).toContain('http://127.0.0.1:3000/mvsj/bilag/')
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
    for (const words of ['1. Tryghed i byen', 'Sagen om tryghed', 'Måling (PDF, 2 sider, lukket)', '2. Lukket sag'])
      expect(text).toContain(words)
    expect(text).not.toContain('Kun mine egne ord')
  })

  test('holds only what the reader may see', async () => {
    for (const account of ['inhabil', 'partner', 'fremmed', null]) {
      const text = await textOf(await bundle(account))
      expect(text, String(account)).toContain('Tryghed i byen')
      expect(text, String(account)).not.toMatch(/Lukket sag|Skjult|Lukket bilag/)
    }
    expect(await textOf(await bundle(null))).not.toContain('Måling')
  })
})

describe('all papers as one PDF', () => {
  const joined = (account: string | null) => room.as(account).get(`/mvsj/moeder/${room.meetingId}/bilag.pdf`)
  const marksOf = async (bytes: Uint8Array): Promise<string[]> => {
    const pdf = await PDFDocument.load(bytes)
    const found: string[] = []
    const walk = (dict: PDFDict | undefined, depth: number): void => {
      if (dict === undefined) return
      found.push(`${'  '.repeat(depth)}${dict.lookup(PDFName.of('Title'), PDFHexString).decodeText()}`)
      const below = (name: string) => {
        const next = dict.lookup(PDFName.of(name))
        return next instanceof PDFDict ? next : undefined
      }
      walk(below('First'), depth + 1)
      walk(below('Next'), depth)
    }
    walk(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict), 0)
    return found
  }

  test('has a bookmark for each item and paper, and names what is not in it', async () => {
    const bytes = new Uint8Array(await (await joined('medlem')).arrayBuffer())
    expect(await marksOf(bytes)).toEqual([
      'Alle bilag',
      '1. Tryghed i byen',
      '  Måling',
      '  Torvet',
      '2. Lukket sag',
      '  Lukket bilag',
    ])
    const pdf = await getDocumentProxy(bytes)
    expect(pdf.numPages).toBe(1 + 2 + 1 + 3)
    const { text } = await extractText(pdf, { mergePages: true })
    expect(text).toContain('Lukkede ord, side 3')
    expect(text).toMatch(/Ikke med i denne fil\s+Tal \(Excel/)
  })

  test('leaves out what the reader may not see, and says when nothing is left', async () => {
    const excluded = await textOf(await joined('inhabil'))
    expect(excluded).toContain('Måling, side 1')
    expect(excluded).not.toMatch(/Lukke(t|de)/)
    for (const account of ['partner', null]) {
      const answer = await joined(account)
      expect(answer.status).toBe(422)
      expect(readPage(await answer.text()).alert()).toContain('Der er ingen bilag')
    }
  })

  test('a paper that cannot be opened is named instead, and the rest is joined', async () => {
    await asOwner(`update documents.file set bytes = 'ikke en pdf' where name = 'måling.pdf'`)
    const text = await textOf(await joined('medlem'))
    expect(text).toMatch(/Ikke med i denne fil\s+Måling \(PDF/)
    expect(text).toContain('Lukkede ord, side 1')
  })
})
