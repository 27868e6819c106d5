import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { asOwner } from '../../../test/db.ts'
import { sha256Of } from '../../documents/file-store.ts'
import { closePdf } from '../../documents/typst.ts'
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
    z.object({ name: z.string(), sha256: z.string(), size: z.number(), title: z.string(), mediaType: z.string() }),
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

const addPaper = async (itemId: string, title: string, name: string, words: string, openness = 'closed') => {
  const bytes = Buffer.from(words)
  const id = async (statement: string, values: unknown[]) =>
    (await asOwner(`${statement} returning id`, values))[0]?.['id']
  const file = await id(
    `insert into documents.file (district, name, media_type, sha256, bytes, stored_by) values ('mvsj', $1, 'text/plain', $2, $3, 'x')`,
    [name, sha256Of(bytes), bytes],
  )
  const paper = await id(
    `insert into meetings.paper (district, forum_id, item_id, title, openness) values ('mvsj', $1, $2, $3, $4)`,
    [world.forumId, itemId, title, openness],
  )
  await asOwner(
    `insert into meetings.paper_version (district, paper_id, number, file_id, name, media_type, size, sha256, scan, stored_by)
     values ('mvsj', $1, 1, $2, $3, 'text/plain', $4, $5, 'unscanned', 'x')`,
    [paper, file, name, bytes.length, sha256Of(bytes)],
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
  await addPaper(world.items.open, 'Notat & <kort>', 'Mit Notat.TXT', 'Åbent notat', 'open')
  await addPaper(world.items.kept, 'GREVEBILAG', 'GREVEFIL.txt', 'GREVEINDHOLD')
  await world.setState(
    `case_number = '2026-123', kle_number = '00.22.04', approved_how = 'hand', approval_note = 'Vi sagde "ja" & <nej>' || chr(1)`,
  )
})
afterAll(closePdf)

describe('a meeting for the journal', () => {
  test('holds agenda and minutes as PDF/A, the papers as stored, and what is to be registered', async () => {
    const { names, part, json, xml } = unpack(await bytesFor('skriver'))
    expect(names.toSorted()).toEqual([
      '01-dagsorden.pdf',
      '02-referat.pdf',
      'bilag/01-01-notat-kort.txt',
      'bilag/03-01-grevebilag.txt',
      'metadata.json',
      'metadata.xml',
    ])
    for (const name of ['01-dagsorden.pdf', '02-referat.pdf']) {
      const raw = Buffer.from(part(name)).toString('latin1')
      expect(raw).toMatch(/<pdfaid:part>2</)
      expect(raw).toMatch(/<pdfaid:conformance>A</)
      expect(raw).toContain('/StructTreeRoot')
    }
    expect(strFromU8(part('bilag/01-01-notat-kort.txt'))).toBe('Åbent notat')
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
      expect.objectContaining({ openness: 'open', file: 'bilag/01-01-notat-kort.txt', originalName: 'Mit Notat.TXT' }),
    ])
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
