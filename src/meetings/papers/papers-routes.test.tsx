import { once } from 'node:events'
import { serve } from '@hono/node-server'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { lockedReport, photoOf, reportOf, sheetOf, slidesOf, withPart, wordOf } from '../../documents/papers.fixture.ts'
import { ScanUnavailable } from '../../documents/virus-scan.ts'
import { aMeetingRoom, fileOf, storedPapers, theOnly } from './papers.fixture.ts'

type Room = Awaited<ReturnType<typeof aMeetingRoom>>
let room: Room
let report: Uint8Array

beforeEach(async () => {
  room = await aMeetingRoom(await emptied())
  report = await reportOf()
})

const papersOf = (item = room.openItem) => `/mvsj/punkter/${item}/bilag`
const upload = (files: readonly File[], account = 'formand', item = room.openItem) =>
  room.as(account).post(papersOf(item), Object.fromEntries(files.map((file, index) => [`fil${String(index)}`, file])))
/** Several files in one field, as a browser sends them. */
const uploadAll = async (files: readonly File[], account = 'formand', item = room.openItem): Promise<Response> => {
  const body = new FormData()
  body.append('csrf', 'test-token')
  for (const file of files) body.append('fil', file)
  return room.app.request(`http://127.0.0.1:3000${papersOf(item)}`, {
    method: 'POST',
    body,
    headers: { cookie: 'samvirk-form=test-token', 'x-test-account': account },
  })
}
const post = (account: string, path: string, fields: Record<string, string | File>) =>
  room.as(account).post(`/mvsj${path}`, fields)
const logged = async (action: string) =>
  (
    await asOwner(`select subject_kind, subject_id, changes from audit.entry where action = $1 order by number desc`, [
      action,
    ])
  )[0]

describe('adding papers', () => {
  test('several at once, in their order, titled by their names, closed and not scanned', async () => {
    const answer = await uploadAll([
      fileOf(report, 'Status_på trygheden.pdf'),
      fileOf(await wordOf(), 'C:\\Users\\ane\\notat.docx'),
      fileOf(sheetOf(), '../../tal.xlsx'),
    ])
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${papersOf()}?lagt=3`)
    expect(await storedPapers(room.openItem)).toMatchObject([
      {
        title: 'Status på trygheden',
        position: 1,
        openness: 'closed',
        name: 'Status_på trygheden.pdf',
        pages: 2,
        scan: 'unscanned',
        words_state: 'waiting',
      },
      { title: 'Notat', position: 2, name: 'notat.docx' },
      { title: 'Tal', position: 3, name: 'tal.xlsx' },
    ])
    const page = readPage(await (await room.as('formand').get(`${papersOf()}?lagt=3`)).text())
    expect(page.alert()).toContain('3 bilag er lagt ind')
    expect(page.text()).toContain('Filer bliver ikke undersøgt for virus her')
    expect(page.text()).toContain('PDF, 2 sider, lukket')
    expect(await logged('paper.added')).toMatchObject({ subject_kind: 'agendaItem', subject_id: room.openItem })
  })

  test('what is refused is named with its reason, and the rest is kept', async () => {
    const answer = await uploadAll([
      fileOf(report, 'god.pdf'),
      fileOf('hej', 'falsk.pdf'),
      fileOf(withPart(slidesOf(), 'ppt/vbaProject.bin', 'x'), 'oplæg.pptx'),
      fileOf(sheetOf(), 'tal.xlsm'),
      fileOf('', 'tom.pdf'),
      fileOf('<script>', 'side.html'),
      fileOf(await lockedReport(), 'låst.pdf'),
      fileOf(withPart(await wordOf(), 'word/media/a.bin', '\0'.repeat(80_000_000)), 'bombe.docx'),
    ])
    expect(answer.status).toBe(422)
    const said = readPage(await answer.text()).alert()
    for (const words of [
      'falsk.pdf: Filens indhold passer ikke til dens endelse',
      'oplæg.pptx: Filen indeholder makroer',
      'tal.xlsm: Filen indeholder makroer',
      'tom.pdf: Filen er tom',
      'side.html: Filtypen kan ikke bruges',
      'låst.pdf: Filen er beskyttet med adgangskode',
      'bombe.docx: Filen fylder unormalt meget',
      'Det ene bilag, der kunne bruges, er lagt ind.',
    ])
      expect(said).toContain(words)
    expect((await storedPapers(room.openItem)).map(({ name }) => name)).toEqual(['god.pdf'])
  })

  test('a form without a file, and a name like a person’s number, are refused', async () => {
    expect((await upload([])).status).toBe(422)
    const answer = await uploadAll([fileOf(report, 'sag 010190-0000.pdf')])
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('ligner et CPR-nummer')
    expect(text).not.toContain('010190')
    expect(await storedPapers(room.openItem)).toEqual([])
  })

  test('the same file twice is stored once, also when both are sent at the same time', async () => {
    const both = await Promise.all([uploadAll([fileOf(report, 'a.pdf')]), uploadAll([fileOf(report, 'b.pdf')])])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422])
    expect((await storedPapers(room.openItem)).length).toBe(1)
  })

  test('two at the same time get a place each', async () => {
    await Promise.all([uploadAll([fileOf(report, 'a.pdf')]), uploadAll([fileOf(sheetOf(), 'b.xlsx')])])
    expect((await storedPapers(room.openItem)).map(({ position }) => position)).toEqual([1, 2])
  })

  test('a file of 60 MB gets a page that says so', async () => {
    const answer = await uploadAll([fileOf(new Uint8Array(60 * 1024 * 1024), 'stor.pdf')])
    expect(answer.status).toBe(413)
    const page = readPage(await answer.text())
    expect(page.heading()).toBe('Filen er for stor')
    expect(page.text()).toContain('Intet er gemt')
  })

  test('only those in charge of the forum may', async () => {
    const statuses: Record<string, number> = {}
    for (const account of ['sekretariat', 'admin', 'medlem', 'partner', 'revisor', 'fremmed'])
      statuses[account] = (await uploadAll([fileOf(await reportOf(account), `${account}.pdf`)], account)).status
    expect(statuses).toEqual({ sekretariat: 303, admin: 303, medlem: 403, partner: 403, revisor: 403, fremmed: 404 })
    // One kept out of the item does not learn that there is one, not even as vice-chair.
    expect((await uploadAll([fileOf(report, 'x.pdf')], 'inhabil', room.closedItem)).status).toBe(404)
    expect((await room.as('inhabil').get(papersOf(room.closedItem))).status).toBe(404)
  })

  test('not once the minutes are locked, but opening and closing still work', async () => {
    await uploadAll([fileOf(report, 'a.pdf')])
    const paper = theOnly(await storedPapers(room.openItem))
    await asOwner(`update meetings.meeting set state = 'approved' where id = $1`, [room.meetingId])
    expect((await uploadAll([fileOf(sheetOf(), 'b.xlsx')])).status).toBe(409)
    const path = `/bilag/${String(paper['id'])}`
    expect((await post('formand', `${path}/fjern`, { version: '1' })).status).toBe(409)
    expect((await post('formand', `${path}/aabenhed`, { aabenhed: 'open', version: '1' })).status).toBe(303)
    const links = async (item: string) => await (await room.as('formand').get(`/mvsj/punkter/${item}`)).text()
    expect(await links(room.openItem)).toContain('Åbn eller luk bilag')
    for (const item of [room.openItem, room.closedItem]) expect(await links(item)).not.toContain('Læg bilag ind')
  })
})

describe('one paper', () => {
  let path: string
  const now = async () => theOnly((await storedPapers(room.openItem)).slice(-1))
  beforeEach(async () => {
    await uploadAll([fileOf(report, 'rapport.pdf')])
    path = `/bilag/${String((await now())['id'])}`
  })

  test('keeps every version, and makes none of the same bytes', async () => {
    const same = await post('formand', `${path}/udgave`, { fil: fileOf(report, 'andet navn.pdf') })
    expect(same.headers.get('location')).toBe(`/mvsj${path}?sket=samme`)
    const said = await (await room.as('formand').get(`/mvsj${path}?sket=samme`)).text()
    expect(readPage(said).alert()).toContain('den samme fil som den, der vises nu')
    const newer = await reportOf('Rettet', 5)
    expect((await post('formand', `${path}/udgave`, { fil: fileOf(newer, 'rapport 2.pdf') })).status).toBe(303)
    expect(await storedPapers(room.openItem)).toMatchObject([
      { number: 1, pages: 2, name: 'rapport.pdf' },
      { number: 2, pages: 5, name: 'rapport 2.pdf' },
    ])
    const page = readPage(await (await room.as('medlem').get(`/mvsj${path}`)).text())
    expect(page.text()).toContain('Udgave 2 (Vises nu)')
    expect(page.link('Udgave 1')).toBe(`/mvsj${path}/1`)
    const first = await room.as('medlem').get(`/mvsj${path}/1`)
    expect(new Uint8Array(await first.arrayBuffer())).toEqual(report)
  })

  test('a version that is refused changes nothing', async () => {
    const answer = await post('formand', `${path}/udgave`, { fil: fileOf(sheetOf(), 'tal.pdf') })
    expect(answer.status).toBe(422)
    expect(readPage(await answer.text()).alert()).toContain('tal.pdf: Filens indhold passer ikke')
    expect((await storedPapers(room.openItem)).length).toBe(1)
  })

  test('two versions at the same time are both kept', async () => {
    const files = [await reportOf('en', 3), await reportOf('to', 4)]
    const answers = await Promise.all(
      files.map((bytes) => post('formand', `${path}/udgave`, { fil: fileOf(bytes, 'r.pdf') })),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await storedPapers(room.openItem)).map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('is renamed; a stale form meets the other text', async () => {
    expect((await post('formand', path, { titel: 'Tryghedsmåling', version: '1' })).status).toBe(303)
    const clash = await post('sekretariat', path, { titel: 'Noget andet', version: '1' })
    expect(clash.status).toBe(409)
    const text = await clash.text()
    expect(text).toContain('Tryghedsmåling')
    expect(text).toContain('Noget andet')
    expect((await post('formand', path, { titel: '', version: '2' })).status).toBe(422)
    expect((await now())['title']).toBe('Tryghedsmåling')
  })

  test('is closed only with a ground and a day to look again', async () => {
    const { groundId } = room
    const close = (fields: Record<string, string>) =>
      post('formand', `${path}/aabenhed`, { aabenhed: 'closed', version: '1', ...fields })
    const day = (year: string) => ({ 'eftersyn-dag': '1', 'eftersyn-maaned': '5', 'eftersyn-aar': year })
    expect(readPage(await (await close(day('2027'))).text()).alert()).toContain('Vælg en grund')
    expect(readPage(await (await close({ grund: groundId })).text()).alert()).toContain(
      'Skriv den dag, lukningen skal vurderes igen',
    )
    expect(readPage(await (await close({ grund: groundId, ...day('2025') })).text()).alert()).toContain(
      'en dag, der kommer',
    )
    expect((await close({ grund: '00000000-0000-4000-8000-000000000000', ...day('2027') })).status).toBe(422)
    expect((await close({ grund: groundId, ...day('2027') })).status).toBe(303)
    const stale = await close({ grund: groundId, ...day('2028') })
    expect(stale.status).toBe(409)
    const again = readPage(await stale.text())
    expect(again.alert()).toContain('En anden har ændret bilaget imens')
    const kept = again.form('Gem')
    expect(kept.values).toMatchObject({ grund: groundId, 'eftersyn-aar': '2028', version: '2' })
    const page = readPage(await (await room.as('medlem').get(`/mvsj${path}`)).text())
    expect(page.term('Åbenhed')).toContain('Vurderes igen 1. maj 2027.')
  })

  test('is removed and restored', async () => {
    expect((await post('formand', `${path}/fjern`, { version: '1' })).status).toBe(303)
    expect((await room.as('medlem').get(`/mvsj${path}`)).status).toBe(404)
    expect((await room.as('medlem').get(`/mvsj${path}/1`)).status).toBe(404)
    expect(await (await room.as('formand').get(papersOf())).text()).toContain('Fjernede bilag')
    expect((await post('formand', `${path}/gendan`, { version: '1' })).status).toBe(409)
    expect((await post('formand', `${path}/gendan`, { version: '2' })).status).toBe(303)
    expect((await room.as('medlem').get(`/mvsj${path}`)).status).toBe(200)
  })

  test('moves among the others', async () => {
    await uploadAll([fileOf(sheetOf(), 'tal.xlsx')])
    const move = (bilag: string, retning: string) =>
      post('formand', `/punkter/${room.openItem}/bilag/flyt`, { bilag, retning })
    const titles = async () => (await storedPapers(room.openItem)).map(({ title }) => title)
    expect(await titles()).toEqual(['Rapport', 'Tal'])
    expect((await move(String((await now())['id']), 'op')).status).toBe(303)
    expect(await titles()).toEqual(['Tal', 'Rapport'])
    expect((await move('00000000-0000-4000-8000-000000000000', 'op')).status).toBe(404)
  })

  test('goes away with its item, and follows it to the backlog', async () => {
    await asOwner(`update meetings.item set meeting_id = null where id = $1`, [room.openItem])
    expect((await room.as('medlem').get(`/mvsj${path}`)).status).toBe(404)
    expect((await room.as('formand').get(`/mvsj${path}`)).status).toBe(200)
    await asOwner(`delete from meetings.item where id = $1`, [room.openItem])
    expect((await room.as('formand').get(`/mvsj${path}`)).status).toBe(404)
    expect((await room.as('formand').get(`/mvsj${path}/1`)).status).toBe(404)
    expect((await post('formand', `${path}/udgave`, { fil: fileOf(sheetOf(), 'a.xlsx') })).status).toBe(404)
  })
})

describe('a virus scanner', () => {
  test('finds a virus: nothing is stored, and the log knows', async () => {
    const seen: string[] = []
    room = await aMeetingRoom(await emptied(), (bytes) => {
      seen.push(String(bytes.length))
      return Promise.resolve(Buffer.from(bytes).includes('EICAR') ? 'Eicar-Test-Signature' : null)
    })
    const answer = await uploadAll([fileOf('EICAR', 'smittet.txt'), fileOf('Ren tekst', 'ren.txt')])
    expect(answer.status).toBe(422)
    expect(readPage(await answer.text()).alert()).toContain('smittet.txt: Der er fundet virus i filen')
    expect(await storedPapers(room.openItem)).toMatchObject([{ name: 'ren.txt', scan: 'clean' }])
    expect(seen).toEqual(['5', '9'])
    expect(await logged('paper.refused')).toMatchObject({
      subject_kind: 'agendaItem',
      subject_id: room.openItem,
      changes: [
        { field: 'file', before: null, after: 'smittet.txt' },
        { field: 'virus', before: null, after: 'Eicar-Test-Signature' },
      ],
    })
    const page = await (await room.as('formand').get(papersOf())).text()
    expect(page).not.toContain('Filer bliver ikke undersøgt for virus her')
  })
})

test('a scanner that does not answer: nothing is stored unscanned', async () => {
  room = await aMeetingRoom(await emptied(), () => Promise.reject(new ScanUnavailable('Gone')))
  const answer = await uploadAll([fileOf(report, 'a.pdf')])
  expect(answer.status).toBe(422)
  expect(readPage(await answer.text()).alert()).toContain('Prøv igen om lidt')
  expect(await storedPapers(room.openItem)).toEqual([])
})

test('over a real connection a file of 60 MB gets its page, not a broken connection', async () => {
  const server = serve({ fetch: room.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const body = new FormData()
  body.append('csrf', 'test-token')
  body.append('fil', fileOf(new Uint8Array(60 * 1024 * 1024), 'stor.pdf'))
  const answer = await fetch(`http://127.0.0.1:${String(port)}${papersOf()}`, {
    method: 'POST',
    body,
    headers: { cookie: 'samvirk-form=test-token', 'x-test-account': 'formand' },
  })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('En fil må højst fylde 20 MB. Intet er gemt.')
  server.close()
})

test('a picture has a preview without the place it was taken', async () => {
  await uploadAll([fileOf(await photoOf('jpeg', 3000, 2000), 'luftfoto.jpg')])
  const paper = theOnly(await storedPapers(room.openItem))
  const answer = await room.as('medlem').get(`/mvsj/bilag/${String(paper['id'])}/1/billede`)
  expect(answer.headers.get('content-type')).toBe('image/webp')
  const { width, exif } = await sharp(await answer.arrayBuffer()).metadata()
  expect([width, exif]).toEqual([1600, undefined])
  expect((await uploadAll([fileOf((await photoOf('png')).slice(0, 60), 'halvt.png')])).status).toBe(422)
})
