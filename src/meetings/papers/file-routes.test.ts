import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { aPerson } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { photoOf, reportOf, secret, sheetOf } from '../../documents/papers.fixture.ts'
import { aMeetingRoom, fileOf, openToPublic, storedPapers, theOnly } from './papers.fixture.ts'

type Room = Awaited<ReturnType<typeof aMeetingRoom>>
let room: Room
let report: Uint8Array

const everyone = [
  'sekretariat',
  'admin',
  'revisor',
  'formand',
  'medlem',
  'inhabil',
  'partner',
  'fremmed',
  null,
] as const
const add = async (bytes: Uint8Array | string, name: string, item = room.openItem) => {
  expect((await room.as('formand').post(`/mvsj/punkter/${item}/bilag`, { fil: fileOf(bytes, name) })).status).toBe(303)
  const paper = (await storedPapers(item)).at(-1)
  return `/bilag/${String(paper?.['id'])}`
}
const open = (path: string, version = 1) =>
  room.as('formand').post(`/mvsj${path}/aabenhed`, { aabenhed: 'open', version: String(version) })
/** Who is given what at an address: the file, the copy, or nothing. */
const given = async (path: string, whole: Uint8Array): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const account of everyone) {
    const answer = await room.as(account).get(`/mvsj${path}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const isWhole = answer.status === 200 && Buffer.from(bytes).equals(Buffer.from(whole))
    found[String(account)] = answer.status === 200 ? (isWhole ? 'file' : 'copy') : String(answer.status)
  }
  return found
}
const members = { sekretariat: 'file', admin: 'file', revisor: 'file', formand: 'file', medlem: 'file' }
const nothing = { partner: '404', fremmed: '404', null: '404' }

beforeAll(async () => {
  report = await reportOf()
})
beforeEach(async () => {
  room = await aMeetingRoom(await emptied())
})

describe('the file of a paper', () => {
  test('is for the members as long as the paper is closed, whatever else is open', async () => {
    const path = await add(report, 'a.pdf')
    await openToPublic(room.meetingId)
    expect(await given(`${path}/1`, report)).toEqual({ ...members, inhabil: 'file', ...nothing })
  })

  test('is for the members as long as the item or the meeting is closed, whatever the paper is', async () => {
    const inClosed = await add(report, 'a.pdf', room.closedItem)
    const inOpen = await add(report, 'b.pdf')
    for (const path of [inClosed, inOpen]) expect((await open(path)).status).toBe(303)
    expect(await given(`${inOpen}/1`, report)).toEqual({ ...members, inhabil: 'file', ...nothing })
    await openToPublic(room.meetingId)
    expect(await given(`${inClosed}/1`, report)).toEqual({ ...members, inhabil: '404', ...nothing })
  })

  test('is given to others as a copy that names nobody, once everything round it is open', async () => {
    const path = await add(report, 'Hemmeligt filnavn.pdf')
    await open(path)
    await openToPublic(room.meetingId)
    expect(await given(`${path}/1`, report)).toEqual({
      ...members,
      inhabil: 'file',
      partner: 'copy',
      fremmed: 'copy',
      null: 'copy',
    })
    const answer = await room.as(null).get(`/mvsj${path}/1`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain(secret)
    const page = await (await room.as(null).get(`/mvsj${path}`)).text()
    // Not who stored it and when, nor the other versions.
    expect(page).not.toContain('formand')
    expect(page).not.toContain('Udgave')
    await room.as('formand').post(`/mvsj${path}/aabenhed`, {
      aabenhed: 'closed',
      grund: room.groundId,
      'eftersyn-dag': '1',
      'eftersyn-maaned': '5',
      'eftersyn-aar': '2027',
      version: '2',
    })
    expect(await given(`${path}/1`, report)).toEqual({ ...members, inhabil: 'file', ...nothing })
  })

  test('to others is only the newest: what was taken out of it is gone', async () => {
    const path = await add(report, 'a.pdf')
    await open(path)
    await openToPublic(room.meetingId)
    const newer = await reportOf('Uden det fjernede', 1)
    await room.as('formand').post(`/mvsj${path}/udgave`, { fil: fileOf(newer, 'b.pdf') })
    expect((await room.as(null).get(`/mvsj${path}/2`)).status).toBe(200)
    const old = await room.as(null).get(`/mvsj${path}/1`)
    expect([old.status, old.headers.get('location')]).toEqual([302, `/mvsj${path}`])
    expect((await room.as(null).get(`/mvsj${path}/3`)).status).toBe(404)
    expect((await room.as('medlem').get(`/mvsj${path}/1`)).status).toBe(200)
    // The copy of the old version is not kept.
    const copies = await asOwner(`select count(*)::int as count from documents.file`)
    expect(theOnly(copies)).toEqual({ count: 3 })
  })

  test('is for one who comes as somebody’s deputy, and no longer than that', async () => {
    const path = await add(report, 'a.pdf')
    const person = await aPerson('Sif Stedfortræder', 'stedfortraeder')
    const get = async () => (await room.as('stedfortraeder').get(`/mvsj${path}/1`)).status
    expect(await get()).toBe(404)
    await asOwner(
      `insert into meetings.invitation (district, forum_id, meeting_id, name, role, reply, deputy_name, deputy_person_id)
       values ('mvsj', $1, $2, 'Medlem', 'member', 'deputy', 'Sif Stedfortræder', $3)`,
      [room.forumId, room.meetingId, person],
    )
    expect(await get()).toBe(200)
    await asOwner(`update meetings.invitation set reply = 'accepted'`)
    expect(await get()).toBe(404)
  })

  test('of a draft is for those in charge', async () => {
    const path = await add(report, 'a.pdf')
    await asOwner(`update meetings.meeting set state = 'draft' where id = $1`, [room.meetingId])
    expect(await given(`${path}/1`, report)).toEqual({ ...members, medlem: '404', inhabil: 'file', ...nothing })
  })

  test('can be told from the address neither by number nor by nonsense', async () => {
    const path = await add(report, 'a.pdf')
    for (const end of ['/0', '/2', '/-1', '/1.5', '/x', '/99999999999', '/%00'])
      expect((await room.as('medlem').get(`/mvsj${path}${end}`)).status, end).toBe(404)
    expect((await room.as('medlem').get('/mvsj/bilag/x/1')).status).toBe(404)
    expect((await room.as('medlem').get(`/ns${path}/1`)).status).toBe(404)
  })
})

describe('the answer that carries a file', () => {
  test('lets nothing run, is shown only here, and names the file safely', async () => {
    const path = await add(report, 'Bilag "æøå"; 1.pdf')
    const { headers } = await room.as('medlem').get(`/mvsj${path}/1`)
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="Bilag aeoeaa 1.pdf"; filename*=UTF-8''Bilag%20%C3%A6%C3%B8%C3%A5%201.pdf`,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('script-src')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('cache-control')).toBe('private, no-store')
    const page = await room.as('medlem').get(`/mvsj${path}`)
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'")
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    const other = await room.as('medlem').get(`/mvsj/punkter/${room.openItem}/bilag`)
    expect(other.headers.get('content-security-policy')).not.toContain('frame-src')
  })

  test('of an open paper may be asked about again', async () => {
    const path = await add(report, 'a.pdf')
    await open(path)
    await openToPublic(room.meetingId)
    const { headers } = await room.as(null).get(`/mvsj${path}/1`)
    expect(headers.get('cache-control')).toBe('public, no-cache')
    const again = await room.as(null).get(`/mvsj${path}/1`, { 'if-none-match': headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  test('what a browser might run or misread is downloaded', async () => {
    const sheet = await add(sheetOf(), 'tal.xlsx')
    expect((await room.as('medlem').get(`/mvsj${sheet}/1`)).headers.get('content-disposition')).toMatch(/^attachment/)
    const text = await add('<html><script>alert(1)</script>', 'side.txt')
    const answer = await room.as('medlem').get(`/mvsj${text}/1`)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })

  test('a photograph goes to others without place and owner, in the page too', async () => {
    const path = await add(await photoOf('jpeg', 2000, 1000), 'torvet.jpg')
    await open(path)
    await openToPublic(room.meetingId)
    for (const end of ['/1', '/1/billede']) {
      const answer = await room.as(null).get(`/mvsj${path}${end}`)
      expect(answer.status).toBe(200)
      const { exif, width } = await sharp(await answer.arrayBuffer()).metadata()
      expect([exif, width]).toEqual([undefined, 2000])
    }
  })

  test('a paper that cannot be cleaned cannot be opened', async () => {
    const path = await add(report, 'a.pdf')
    await asOwner(`update documents.file set bytes = 'ikke en pdf' where name = 'a.pdf'`)
    const answer = await open(path)
    expect(answer.status).toBe(422)
    expect(readPage(await answer.text()).alert()).toContain(
      'Bilaget kan ikke åbnes, fordi dets skjulte oplysninger ikke kan fjernes',
    )
    expect(theOnly(await storedPapers(room.openItem))).toMatchObject({ openness: 'closed', public_file_id: null })
  })
})

test('the meeting’s page lists papers with kind and pages, to each what is theirs', async () => {
  await add(report, 'a.pdf')
  const path = await add(sheetOf(), 'tal.xlsx')
  await add(report, 'hemmeligt.pdf', room.closedItem)
  await open(path)
  await openToPublic(room.meetingId)
  const page = async (account: string | null) =>
    readPage(await (await room.as(account).get(`/mvsj/moeder/${room.meetingId}`)).text()).text()
  expect(await page('medlem')).toContain('A (PDF, 2 sider, lukket)')
  expect(await page('medlem')).toContain('Hemmeligt')
  expect(await page('inhabil')).not.toContain('Hemmeligt')
  expect(await page(null)).toContain('Tal (Excel, ')
  expect(await page(null)).not.toContain('PDF')
})
