import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../../test/app.ts'
import { asOwner } from '../../../test/db.ts'
import { sha256Of } from '../../documents/file-store.ts'
import { faultsOfArchivePdf } from '../../documents/archive.fixture.ts'
import { type FileKind, mediaTypes } from '../../documents/file-kinds.ts'
import { photoOf, reportOf, slidesOf, wordOf } from '../../documents/papers.fixture.ts'
import { closePdf, makePdf } from '../../documents/typst.ts'
import { aHeldMeeting } from '../minutes/minutes.fixture.ts'

const opened = z.object({
  complete: z.boolean(),
  withheldItems: z.array(z.number()),
  meeting: z.record(z.string(), z.unknown()),
  attendance: z.array(z.record(z.string(), z.unknown())),
  items: z.array(
    z.looseObject({
      number: z.number(),
      title: z.string(),
      openness: z.string(),
      ground: z.string().nullable(),
      papers: z.array(z.record(z.string(), z.unknown())),
      actionPoints: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
  files: z.array(
    z.object({
      name: z.string(),
      sha256: z.string(),
      size: z.number(),
      form: z.enum(['made', 'original', 'rendition']),
      pdfA: z.boolean(),
      pdfALevel: z.string().nullable(),
      reason: z.string().nullable(),
      renditionOf: z.string().nullable(),
    }),
  ),
})

let world: Awaited<ReturnType<typeof aHeldMeeting>>
const address = () => `/mvsj/moeder/${world.meetingId}/journal.zip`
const bytesFor = async (account: string) => {
  const response = await world.as(account).get(address())
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}
const unpack = (bytes: Uint8Array) => {
  const files = unzipSync(bytes)
  const part = (name: string) => files[name] ?? new Uint8Array()
  return {
    names: Object.keys(files),
    part,
    json: opened.parse(JSON.parse(strFromU8(part('metadata.json')))),
    xml: strFromU8(part('metadata.xml')),
  }
}
const textOf = async (bytes: Uint8Array) =>
  (await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })).text.replaceAll(/\s+/g, ' ')

const addPaper = async (
  itemId: string,
  title: string,
  name: string,
  content: string | Uint8Array,
  { openness = 'closed', kind = 'txt' }: { openness?: string; kind?: FileKind } = {},
) => {
  const bytes = Buffer.from(content)
  const mediaType = mediaTypes[kind]
  const id = async (statement: string, values: unknown[]) =>
    (await asOwner(`${statement} returning id`, values))[0]?.['id']
  const file = await id(
    `insert into documents.file (district, name, media_type, sha256, bytes, stored_by) values ('mvsj', $1, $2, $3, $4, 'x')`,
    [name, mediaType, sha256Of(bytes), bytes],
  )
  const paper = await id(
    `insert into meetings.paper (district, forum_id, item_id, title, openness, position)
     select 'mvsj', $1, $2, $3, $4, count(*) + 1 from meetings.paper where item_id = $2`,
    [world.forumId, itemId, title, openness],
  )
  await asOwner(
    `insert into meetings.paper_version (district, paper_id, number, file_id, name, media_type, size, sha256, scan, stored_by)
     values ('mvsj', $1, 1, $2, $3, $4, $5, $6, 'unscanned', 'x')`,
    [paper, file, name, mediaType, bytes.length, sha256Of(bytes)],
  )
}

/** Fails where the text is not well-formed: tags that do not match, a bare ampersand, a sign that XML lacks. */
const checkXml = (xml: string) => {
  const open: string[] = []
  const body = xml.replace(/^<\?xml[^>]*\?>\n/, '')
  for (const [, close, name = '', empty] of body.matchAll(/<(\/?)([A-Za-z0-9]+)(?: xmlns="[^"<&]*")?(\/?)>/g)) {
    if (close === '/') expect(open.pop()).toBe(name)
    else if (empty !== '/') open.push(name)
  }
  expect(open).toEqual([])
  const words = body.replaceAll(/<\/?[A-Za-z0-9]+(?: xmlns="[^"<&]*")?\/?>/g, '')
  expect(words.match(/[<>]|&(?!amp;|lt;|gt;)|[\p{Cc}--[\n\t]]/gv)).toBeNull()
}

beforeEach(async () => {
  world = await aHeldMeeting()
  await addPaper(world.items.open, 'Notat & <kort>', 'Mit Notat.TXT', 'Åbent notat', { openness: 'open' })
  await addPaper(world.items.kept, 'GREVEBILAG', 'GREVEFIL.txt', 'GREVEINDHOLD')
  await world.setState(
    `case_number = '2026-123', kle_number = '00.22.04', approved_how = 'hand', approval_note = 'Vi sagde "ja" & <nej>' || chr(1)`,
  )
})
afterAll(closePdf)

describe('a meeting for the journal', () => {
  test('holds agenda, minutes and papers as PDF/A, the originals, and what is to be registered', async () => {
    const { names, part, json, xml } = unpack(await bytesFor('skriver'))
    expect(names.toSorted()).toEqual([
      '01-dagsorden.pdf',
      '02-referat.pdf',
      'bilag/01-01-notat-kort.pdf',
      'bilag/03-01-grevebilag.pdf',
      'metadata.json',
      'metadata.xml',
      'originaler/01-01-notat-kort.txt',
      'originaler/03-01-grevebilag.txt',
    ])
    expect(strFromU8(part('originaler/01-01-notat-kort.txt'))).toBe('Åbent notat')
    const rendition = await textOf(part('bilag/01-01-notat-kort.pdf'))
    for (const words of ['Notat & <kort>', 'Gengivelse til arkivet af Mit Notat.TXT', 'Åbent notat'])
      expect(rendition).toContain(words)
    expect(await textOf(part('02-referat.pdf'))).toContain('HEMMELIGBESLUTNING')
    expect(json.meeting).toMatchObject({
      forum: 'Kredsrådet',
      date: '2026-03-05',
      starts: '10:00',
      caseNumber: '2026-123',
      kleNumber: '00.22.04',
      state: 'held',
    })
    expect(json.attendance).toContainEqual({
      name: 'koege Prøve',
      label: 'Borgmesteren i Køge',
      capacity: 'member',
      deputyFor: '',
      status: 'apologies',
      item: null,
    })
    expect(json.attendance).toContainEqual(
      expect.objectContaining({ capacity: 'deputy', deputyFor: 'Borgmesteren i Køge' }),
    )
    expect(json.items.map(({ number, openness, ground }) => [number, openness, ground])).toEqual([
      [1, 'open', null],
      [2, 'closed', 'Økonomi og forhandling'],
      [3, 'closed', null],
    ])
    expect(json.items[0]).toMatchObject({ outcome: 'decided', decision: 'Der sættes lys op inden oktober.' })
    expect(json.items[0]?.actionPoints).toContainEqual({
      title: 'Indhent tilbud',
      owner: 'Borgmesteren i Køge',
      dueOn: '2026-05-01',
    })
    expect(json.items[0]?.papers).toEqual([
      expect.objectContaining({
        openness: 'open',
        file: 'bilag/01-01-notat-kort.pdf',
        form: 'rendition',
        pdfA: true,
        originalFile: 'originaler/01-01-notat-kort.txt',
        originalName: 'Mit Notat.TXT',
        sha256: sha256Of(part('originaler/01-01-notat-kort.txt')),
      }),
    ])
    expect(json.files.map(({ name }) => name)).toEqual(names.filter((name) => !name.startsWith('metadata.')))
    for (const { name, sha256, size } of json.files) {
      expect(sha256Of(part(name))).toBe(sha256)
      expect(part(name)).toHaveLength(size)
    }
    expect(json.complete).toBe(true)
    checkXml(xml)
    expect(xml).toContain('<caseNumber>2026-123</caseNumber>')
    expect(xml).toContain('<title>Notat &amp; &lt;kort&gt;</title>')
    expect(xml).toContain('<approvalNote>Vi sagde "ja" &amp; &lt;nej&gt;</approvalNote>')
  })

  test('each paper becomes PDF/A as far as it can, and every file that claims to be it is', async () => {
    const own = await makePdf({
      template: '#set document(title: "Eget")\n#set text(lang: "da", font: "IBM Plex Sans")\nFærdigt til arkiv',
      data: {},
      timeLimitMs: 20_000,
      createdAt: new Date('2026-03-01T10:00:00Z'),
      standard: 'a-2a',
    })
    const report = await reportOf('Måling', 2)
    const { open } = world.items
    await addPaper(open, 'Arkivfil', 'arkiv.pdf', own, { kind: 'pdf' })
    await addPaper(open, 'Måling', 'måling.pdf', report, { kind: 'pdf' })
    await addPaper(open, 'Torvet', 'torvet.jpg', await photoOf(), { kind: 'jpg' })
    await addPaper(open, 'Sag', 'sag.docx', await wordOf(), { kind: 'docx' })
    await addPaper(open, 'Dias', 'dias.pptx', slidesOf(), { kind: 'pptx' })
    await addPaper(open, 'Ødelagt', 'oedelagt.pdf', report.slice(0, 900), { kind: 'pdf' })
    const { part, json, xml } = unpack(await bytesFor('skriver'))
    const told = json.files.map(({ name, form, pdfALevel, reason }) => [name, form, pdfALevel, reason])
    expect(told).toEqual([
      ['01-dagsorden.pdf', 'made', '2a', null],
      ['02-referat.pdf', 'made', '2a', null],
      ['bilag/01-01-notat-kort.pdf', 'rendition', '2a', null],
      ['originaler/01-01-notat-kort.txt', 'original', null, 'rendered'],
      ['bilag/01-02-arkivfil.pdf', 'original', '2a', null],
      ['bilag/01-03-maaling.pdf', 'rendition', '2u', null],
      ['originaler/01-03-maaling.pdf', 'original', null, 'rendered'],
      ['bilag/01-04-torvet.pdf', 'rendition', '2a', null],
      ['originaler/01-04-torvet.jpg', 'original', null, 'rendered'],
      ['bilag/01-05-sag.pdf', 'rendition', '2a', null],
      ['originaler/01-05-sag.docx', 'original', null, 'rendered'],
      ['bilag/01-06-dias.pptx', 'original', null, 'noText'],
      ['bilag/01-07-oedelagt.pdf', 'original', null, 'unreadable'],
      ['bilag/03-01-grevebilag.pdf', 'rendition', '2a', null],
      ['originaler/03-01-grevebilag.txt', 'original', null, 'rendered'],
    ])
    for (const { name, pdfA, pdfALevel, renditionOf } of json.files) {
      expect(pdfA).toBe(pdfALevel !== null)
      if (pdfALevel !== null) expect([name, await faultsOfArchivePdf(part(name), pdfALevel)]).toEqual([name, []])
      if (renditionOf !== null) expect(json.files.map((file) => file.name)).toContain(renditionOf)
    }
    expect(part('bilag/01-02-arkivfil.pdf')).toEqual(own)
    expect(part('originaler/01-03-maaling.pdf')).toEqual(report)
    expect(await textOf(part('bilag/01-03-maaling.pdf'))).toContain('Måling, side 2')
    checkXml(xml)
    expect(xml).toContain('<reason>noText</reason>')
    expect(xml).toContain('<renditionOf>originaler/01-05-sag.docx</renditionOf>')
  })

  test('is sent as it is made, a few at a time, and the others are asked to come again', async () => {
    const fetched = async () => {
      const answer = await world.as('skriver').get(address())
      const bytes = new Uint8Array(await answer.arrayBuffer())
      return { status: answer.status, wait: answer.headers.get('retry-after'), bytes }
    }
    const answers = await Promise.all(Array.from({ length: 10 }, fetched))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(8).fill(200), 503, 503])
    const refused = answers.find(({ status }) => status === 503)
    expect(refused?.wait).toBe('30')
    expect(strFromU8(refused?.bytes ?? new Uint8Array())).toContain('Prøv igen om lidt')
  })

  test('a place is free again when somebody goes away in the middle, or asks for the head alone', async () => {
    const { app } = testApp(world.database)
    const headers = { cookie: 'samvirk-form=test-token', 'x-test-account': 'skriver' }
    const ask = (method: 'GET' | 'HEAD') => app.request(`http://127.0.0.1:3000${address()}`, { method, headers })
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET'] as const) {
      const answer = await ask(method)
      expect(answer.status).toBe(200)
      if (method === 'GET') await answer.body?.cancel()
    }
    expect((await ask('GET')).status).toBe(200)
  })

  test('the same state gives the same bytes, and another state others', async () => {
    const first = await bytesFor('skriver')
    expect(Buffer.from(await bytesFor('skriver')).equals(first)).toBe(true)
    await world.setState(`case_number = '2026-124'`)
    expect(Buffer.from(await bytesFor('skriver')).equals(first)).toBe(false)
  })

  test('a meeting that is not held yet has an agenda and no minutes', async () => {
    await world.setState(`state = 'summoned'`)
    const { names } = unpack(await bytesFor('sekretariat'))
    expect(names).toContain('01-dagsorden.pdf')
    expect(names).not.toContain('02-referat.pdf')
  })

  test('one in charge who is kept out of an item gets none of it, and is told that something lacks', async () => {
    await asOwner(
      `insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by) values ('mvsj', $1, $2, $3, 'x', 'x')`,
      [world.items.kept, world.forumId, world.people.skriver.person],
    )
    const { names, part, json, xml } = unpack(await bytesFor('skriver'))
    const texts = await Promise.all(['01-dagsorden.pdf', '02-referat.pdf'].map((name) => textOf(part(name))))
    for (const text of texts) expect(text).toContain('Punkt 3 er ikke med')
    for (const word of ['GREVESSAG', 'GREVESBESLUTNING', 'GREVEBILAG', 'GREVEFIL', 'GREVEINDHOLD', 'grevebilag'])
      expect([...texts, xml, JSON.stringify(json), names.join()].join(' ')).not.toContain(word)
    expect(json).toMatchObject({ complete: false, withheldItems: [3] })
    expect(xml).toContain('<number>3</number>')
  })

  test('is for those in charge alone, and taking it out is logged', async () => {
    for (const account of ['koege', 'iagttager', 'partner', null])
      expect((await world.as(account).get(address())).status).toBe(403)
    expect(
      (await world.as('sekretariat').get('/mvsj/moeder/00000000-0000-4000-8000-000000000000/journal.zip')).status,
    ).toBe(404)
    expect((await world.as('sekretariat').get('/mvsj/moeder/x/journal.zip')).status).toBe(404)
    await bytesFor('skriver')
    expect(
      await asOwner(
        `select actor_name, subject_id from audit.entry where action = 'journal.exported' and subject_id = $1`,
        [world.meetingId],
      ),
    ).toEqual([{ actor_name: 'skriver', subject_id: world.meetingId }])
  })
})
