import { PDFDocument, PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import { aMeeting, anItem, aPerson } from '../../../test/builders.ts'
import type { Database } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { photoOf, reportOf, sheetOf } from '../../documents/papers.fixture.ts'
import { closePdf } from '../../documents/typst.ts'
import { saveOwnNote } from './note-store.ts'
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

/** The bookmarks of a file, those below others indented. */
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

interface Tag {
  role?: string
  alt?: string
  /** Where what is tagged has no role of its own. */
  type?: string
  children?: readonly Tag[]
}

/** The roles of what stands on a page, from the outside in, as another reader of PDF finds them. */
const rolesIn = ({ role, alt, children = [] }: Tag): string[] => [
  ...(role === undefined ? [] : [alt === undefined ? role : `${role}: ${alt}`]),
  ...children.flatMap(rolesIn),
]

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
  /** Sends a note as the page does, from the text that the page started from. */
  const note = (account: string | null, words: string, from = '', item = room.openItem) =>
    room.as(account).post(`/mvsj/punkter/${item}/note?til=laes`, { note: words, foer: JSON.stringify({ note: from }) })
  /** The same as its script does. */
  const typed = async (account: string, words: string, from: string | null = '') => {
    const body = new URLSearchParams({ csrf: 'test-token', note: words })
    if (from !== null) body.set('foer', JSON.stringify({ note: from }))
    const answer = await room.app.request(`http://127.0.0.1:3000/mvsj/punkter/${room.openItem}/note?til=laes`, {
      method: 'POST',
      body,
      headers: { cookie: 'samvirk-form=test-token', 'x-test-account': account, accept: 'application/json' },
    })
    return { status: answer.status, said: z.record(z.string(), z.unknown()).parse(await answer.json()) }
  }
  const notes = (account: string) =>
    asOwner(`select words, version from meetings.private_note where account_id = $1`, [account])

  test('is for its writer alone, whoever else may see everything', async () => {
    expect((await note('medlem', 'Kun mine egne ord')).headers.get('location')).toBe(
      `${read()}?gemt=note-${room.openItem}#punkt-${room.openItem}`,
    )
    const seen: Record<string, boolean> = {}
    for (const account of ['medlem', 'kollega', 'formand', 'sekretariat', 'admin', 'revisor', 'partner', null])
      for (const path of [read(), `/mvsj/punkter/${room.openItem}`, '/mvsj/log'])
        if ((await (await room.as(account).get(path)).text()).includes('Kun mine egne ord'))
          seen[String(account)] = true
    expect(seen).toEqual({ medlem: true })
    expect((await asOwner(`select 1 from audit.entry where changes::text like '%Kun mine egne ord%'`)).length).toBe(0)
  })

  test('is stored as it is typed, and says when', async () => {
    const { status, said } = await typed('kollega', 'Først')
    expect([status, said['values']]).toEqual([200, { note: 'Først' }])
    expect(said['at']).toMatch(/^\d\d\.\d\d$/)
    // The same once more, as after an answer that was lost on its way.
    expect((await typed('kollega', 'Først')).status).toBe(200)
    expect(await notes('kollega')).toEqual([{ words: 'Først', version: 1 }])
    const refused = await typed('kollega', 'Om 010190-0000', 'Først')
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.said)).toContain('CPR')
    const page = await (await room.as('kollega').get(read())).text()
    expect(page).toContain(`<hold-form data-key="kollega:${room.openItem}:note-${room.openItem}" data-mode="save"`)
    await asOwner(`delete from meetings.private_note where account_id = 'kollega'`)
  })

  test('goes on where it was, and a second window does not write over it', async () => {
    expect((await note('kollega', 'Første')).status).toBe(303)
    expect((await note('kollega', 'Anden', 'Første')).status).toBe(303)
    expect(await typed('kollega', 'Fra det andet vindue', 'Første')).toEqual({ status: 409, said: { clash: true } })
    const clash = await note('kollega', 'Fra det andet vindue', 'Første')
    expect(clash.status).toBe(409)
    const both = readPage(await clash.text())
    expect(both.text()).toContain('Anden')
    expect(both.text()).toContain('Fra det andet vindue')
    expect(await notes('kollega')).toMatchObject([{ words: 'Anden' }])
    // One that knows of no text cannot have meant to replace any.
    expect((await typed('kollega', 'Som ny', null)).status).toBe(409)
    // What is chosen there is stored.
    const { action, values } = both.form('Gem')
    expect((await room.as('kollega').post(action, { ...values, note: 'Begge dele' })).status).toBe(303)
    expect(readPage(await (await room.as('kollega').get(read())).text()).text()).toContain('Begge dele')
  })

  test('of two that are sent at the same time one is stored, and the other one hears of it', async () => {
    await asOwner(`delete from meetings.private_note where account_id = 'formand'`)
    const answers = await Promise.all([typed('formand', 'Den ene'), typed('formand', 'Den anden')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('is refused where it is no business of the writer, or like a person’s number', async () => {
    expect((await note(null, 'x')).status).toBe(403)
    expect((await note('inhabil', 'x', '', room.closedItem)).status).toBe(404)
    expect((await note('fremmed', 'x', '', room.closedItem)).status).toBe(404)
    const answer = await note('formand', 'Om 010190-0000')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Om 010190-0000')
  })

  test('is not for an auditor, who changes nothing, until they sit in the forum', async () => {
    expect((await note('revisor', 'x')).status).toBe(403)
    for (const path of [read(), `/mvsj/punkter/${room.openItem}`])
      expect(await (await room.as('revisor').get(path)).text()).not.toContain('Min note')
    const write = (fora: readonly string[]) =>
      transact(database.db, identity({ account: 'revisor', reach: 'all', writes: false, fora }), new Date(), (trx) =>
        saveOwnNote(trx, 'mvsj', 'revisor', { itemId: room.openItem, words: 'x', version: 0 }),
      )
    await expect(write([])).rejects.toThrow('row-level security')
    expect(await write([room.forumId])).toBe(true)
  })

  test('is gone for one who is excluded afterwards', async () => {
    await note('sekretariat', 'Før inhabilitet', '', room.closedItem)
    expect(await (await room.as('sekretariat').get(read())).text()).toContain('Før inhabilitet')
    const person = await aPerson('Sekretær', 'sekretariat')
    await asOwner(
      `insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by) values ('mvsj', $1, $2, $3, 'Test', 'test')`,
      [room.closedItem, room.forumId, person],
    )
    const page = await room.as('sekretariat').get(read())
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('Før inhabilitet')
    await asOwner(`delete from meetings.exclusion where person_id = $1`, [person])
  })
})

describe('the whole agenda as a PDF', () => {
  const bundle = (account: string | null) => room.as(account).get(`/mvsj/moeder/${room.meetingId}/samlet.pdf`)

  test('holds agenda and papers, with bookmarks, words, pictures and links', async () => {
    const answer = await bundle('medlem')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(await marksOf(bytes)).toEqual([
      'Samlet dagsorden',
      '  1. Tryghed i byen',
      '  2. Lukket sag',
      'Bilag: 1. Tryghed i byen',
      '  Måling',
      'Bilag: 2. Lukket sag',
      '  Lukket bilag',
    ])
    const first = await (await getDocumentProxy(bytes.slice())).getPage(1)
    expect(JSON.stringify(await first.getAnnotations())).toContain('http://127.0.0.1:3000/mvsj/bilag/')
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
    for (const words of [
      '1. Tryghed i byen',
      'Sagen om tryghed',
      'Måling (PDF, 2 sider, lukket)',
      'Tal (Excel, 2 kB, ikke med i denne fil)',
      '2. Lukket sag',
      'Måling, side 2',
      'Lukkede ord, side 3',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Kun mine egne ord')
  })

  test('is tagged: the agenda keeps its headings, and a page of a paper says its words', async () => {
    const bytes = new Uint8Array(await (await bundle('medlem')).arrayBuffer())
    const pdf = await getDocumentProxy(bytes)
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const rolesOf = async (number: number) => rolesIn(await (await pdf.getPage(number)).getStructTree())
    const agenda = await rolesOf(1)
    for (const role of ['Part', 'H1', 'H2', 'P', 'Link', 'Figure: Torvet']) expect(agenda).toContain(role)
    expect(pdf.numPages).toBe(1 + 2 + 3)
    expect(await rolesOf(2)).toEqual(['Root', 'Document', 'Part', 'Figure: Måling, side 1'])
    expect(await rolesOf(3)).toEqual(['Root', 'Document', 'Part', 'Figure: Måling, side 2'])
    expect((await rolesOf(6)).at(-1)).toBe('Figure: Lukkede ord, side 3')
  })

  test('without papers it is PDF/UA', async () => {
    const meetingId = await aMeeting({ forumId: room.forumId, state: 'summoned' })
    await anItem({ forumId: room.forumId, meetingId, title: 'Uden bilag', openness: 'open' })
    const answer = await room.as('medlem').get(`/mvsj/moeder/${meetingId}/samlet.pdf`)
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toContain('<pdfuaid:part>1<')
  })

  test('a paper that cannot be opened is said not to be in it', async () => {
    const meetingId = await aMeeting({ forumId: room.forumId, state: 'summoned' })
    const item = await anItem({ forumId: room.forumId, meetingId, title: 'Et punkt' })
    await add(await reportOf('Godt', 1), 'godt.pdf', item)
    await add(await reportOf('Skidt', 1), 'skidt.pdf', item)
    await asOwner(`update documents.file set bytes = 'ikke en pdf' where name = 'skidt.pdf'`)
    const text = await textOf(await room.as('medlem').get(`/mvsj/moeder/${meetingId}/samlet.pdf`))
    expect(text).toContain('Skidt (PDF, 1 side, lukket, ikke med i denne fil)')
    expect(text).toContain('Godt, side 1')
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
    await asOwner(`update meetings.paper_version set sha256 = 'et andet' where name = 'måling.pdf'`)
    const text = await textOf(await joined('medlem'))
    expect(text).toMatch(/Ikke med i denne fil\s+Måling \(PDF/)
    expect(text).toContain('Lukkede ord, side 1')
  })
})

describe('files for everyone', () => {
  /** Meetings open to everyone, each with an item and an open paper. */
  const openMeetings = async (count: number): Promise<string[]> => {
    const bytes = Buffer.from(await reportOf('Åbne ord', 1))
    const id = async (statement: string, values: readonly unknown[]) =>
      String((await asOwner(`${statement} returning id`, [...values]))[0]?.['id'])
    const file = await id(
      `insert into documents.file (district, name, media_type, sha256, bytes, stored_by) values ('mvsj', 'a.pdf', 'application/pdf', 'x', $1, 'x')`,
      [bytes],
    )
    const meetings: string[] = []
    for (let number = 1; number <= count; number += 1) {
      const meetingId = await aMeeting({ forumId: room.forumId, state: 'summoned' })
      const item = await anItem({ forumId: room.forumId, meetingId, title: 'Åbent punkt', openness: 'open' })
      const paper = await id(
        `insert into meetings.paper (district, forum_id, item_id, title, openness) values ('mvsj', $1, $2, 'Åbent bilag', 'open')`,
        [room.forumId, item],
      )
      await asOwner(
        `insert into meetings.paper_version (district, paper_id, number, file_id, public_file_id, name, media_type, size, sha256, scan, stored_by)
         values ('mvsj', $1, 1, $2, $2, 'a.pdf', 'application/pdf', $3, 'x', 'clean', 'x')`,
        [paper, file, bytes.length],
      )
      await openToPublic(meetingId)
      meetings.push(meetingId)
    }
    return meetings
  }
  const fetched = async (account: string | null, meeting: string, headers: Record<string, string> = {}) => {
    const answer = await room.as(account).get(`/mvsj/moeder/${meeting}/bilag.pdf`, headers)
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  test('are made a few at a time: the others are asked to come again, and members are not kept waiting', async () => {
    const meetings = await openMeetings(9)
    const [first = ''] = meetings
    const [answers, member] = await Promise.all([
      Promise.all(meetings.map((meeting) => fetched(null, meeting))),
      fetched('medlem', first),
    ])
    const refused = answers.filter(({ status }) => status === 503)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(4)
    expect(refused.length).toBeGreaterThanOrEqual(1)
    expect(refused[0]?.headers.get('retry-after')).toBe('30')
    expect(readPage(String(refused[0]?.bytes)).text()).toContain('Prøv igen om lidt')
    expect(member.status).toBe(200)
    for (const meeting of meetings) expect((await fetched(null, meeting)).status).toBe(200)
  })

  test('are made once for a state: many at once get the same bytes, and a change gives others', async () => {
    const [meeting = ''] = await openMeetings(1)
    const answers = await Promise.all(Array.from({ length: 12 }, () => fetched(null, meeting)))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(12).fill(200))
    const [first] = answers
    for (const { bytes } of answers) expect(bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true)
    const known = { 'if-none-match': first?.headers.get('etag') ?? '' }
    expect((await fetched(null, meeting, known)).status).toBe(304)
    await asOwner(`update meetings.paper set title = 'Nyt navn' where meeting_id = $1`, [meeting])
    const changed = await fetched(null, meeting, known)
    expect([changed.status, changed.bytes.equals(first?.bytes ?? Buffer.alloc(0))]).toEqual([200, false])
  })
})
