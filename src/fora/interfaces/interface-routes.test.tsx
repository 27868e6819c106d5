import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aGroup, anInterface, anOffice, aSeat } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
let category: string
let council: string
let board: string
let statement: string
beforeEach(async () => {
  as = testApp(await emptied()).as
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  category = await aCategory()
  council = await aForum({ categoryId: category, name: 'Kredsrådet', level: 'strategic', openness: 'public' })
  board = await aForum({ categoryId: category, name: 'Banderåd', level: 'tactical' })
  await asOwner(`update fora.forum set interfaces = 'Ingen' where id = $1`, [council])
  await asOwner(`update fora.forum set interfaces = 'Kredsrådet' where id = $1`, [board])
  statement = await anInterface({ from: { forum: board }, to: { forum: council }, words: 'Kredsrådet' })
})

const page = async (answer: Promise<Response> | Response) => {
  const response = await answer
  return { status: response.status, ...readPage(await response.text()) }
}
/** The two latest entries of the log, the newest first. */
const logged = async () =>
  (
    await asOwner(`select action, subject_name from audit.entry where district = 'mvsj' order by number desc limit 2`)
  ).map((row) => `${String(row['action'])} ${String(row['subject_name'])}`)
const stored = async (id: string) => {
  const [row] = await asOwner('select interfaces, version from fora.forum where id = $1', [id])
  return row
}

describe('adding the other side', () => {
  test('from the page of either forum mends both and is noted on both', async () => {
    const answer = await as('sekretariat').post('/mvsj/fora/banderaad/snitflader', { statement })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/mvsj/fora/banderaad#snitflader')
    expect(await stored(council)).toEqual({ interfaces: 'Banderåd', version: 2 })
    expect(await logged()).toEqual(['interface.confirmed Banderåd', 'interface.added Kredsrådet'])
    const forum = await page(as('sekretariat').get('/mvsj/fora/kredsraadet'))
    expect(forum.text()).toContain('Begge nævner hinanden.')
  })

  test('a second click changes nothing', async () => {
    await as('sekretariat').post('/mvsj/fora/kredsraadet/snitflader', { statement })
    const after = await stored(council)
    expect((await as('sekretariat').post('/mvsj/fora/kredsraadet/snitflader', { statement })).status).toBe(303)
    expect(await stored(council)).toEqual(after)
  })

  test('is refused to a partner and the public, and nothing changes', async () => {
    for (const account of ['partner', null]) {
      expect((await as(account).post('/mvsj/fora/kredsraadet/snitflader', { statement })).status).toBe(403)
      expect((await as(account).post('/mvsj/fora/ensidige-snitflader', { statement })).status).toBe(403)
    }
    expect(await stored(council)).toEqual({ interfaces: 'Ingen', version: 1 })
  })

  test('does not take a statement between two other fora, or none', async () => {
    await aForum({ categoryId: category, name: 'Beboermøder' })
    const send = (fields: Record<string, string>) =>
      as('sekretariat').post('/mvsj/fora/beboermoeder/snitflader', fields)
    expect((await send({ statement })).status).toBe(404)
    expect((await send({ statement: 'x' })).status).toBe(404)
    expect((await as('sekretariat').post('/mvsj/fora/ukendt/snitflader', { statement })).status).toBe(404)
  })
})

describe('matching the interfaces of one forum', () => {
  const path = '/mvsj/fora/banderaad/snitflader'

  test('shows each statement with its words and choices, to editors alone', async () => {
    const shown = await page(as('sekretariat').get(path))
    expect(shown.heading()).toBe('Ret snitflader: Banderåd')
    expect(shown.text()).toContain('Fundet ved navnet')
    expect(shown.byLabel('Hvilket forum er det?').options).toEqual(['Intet forum i registret', 'Kredsrådet (forslag)'])
    expect((await as('partner').get(path)).status).toBe(403)
  })

  test('keeps a choice, refuses one from an old page and one that is no forum', async () => {
    const send = (fields: Record<string, string>) =>
      as('sekretariat').post(path, { handling: 'ret', statement, version: '1', ...fields })
    expect((await send({ maal: '' })).status).toBe(303)
    expect((await page(as('sekretariat').get(path))).text()).toContain('Bekræftet: uden for registret')
    expect((await send({ maal: `f:${council}` })).status).toBe(409)
    const refused = await page(send({ maal: 'f:ukendt', version: '2' }))
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('Vælg et forum fra listen')
    expect((await send({ maal: `f:${council}`, version: '2' })).status).toBe(303)
    expect((await page(as('sekretariat').get(path))).byLabel('Hvilket forum er det?').value).toBe(`f:${council}`)
  })

  test('removes a statement with its words; a second click is no error', async () => {
    const remove = () => as('sekretariat').post(path, { handling: 'fjern', statement })
    expect((await remove()).status).toBe(303)
    expect(await stored(board)).toEqual({ interfaces: 'Ingen', version: 2 })
    expect(await logged()).toContain('interface.removed Banderåd')
    expect((await remove()).status).toBe(303)
    expect((await page(as('sekretariat').get(path))).text()).toContain('Ingen snitflader er noteret.')
  })
})

describe('the list of one-sided interfaces', () => {
  beforeEach(async () => {
    await anInterface({ from: { forum: council }, words: 'SSP' })
  })

  test('names the one-sided and the unmatched, filtered by kind and words, and mends with one click', async () => {
    const list = await page(as('sekretariat').get('/mvsj/fora/ensidige-snitflader'))
    expect(list.table('2 snitflader').rows.map(([one, other, kind]) => [one, other, kind])).toEqual([
      ['Banderåd', 'Kredsrådet', 'Ensidig'],
      ['Kredsrådet', 'SSP', 'Ikke fundet'],
    ])
    const only = await page(as('sekretariat').get('/mvsj/fora/ensidige-snitflader?art=unmatched&q=ssp'))
    expect(only.table('1 snitflade').rows).toHaveLength(1)
    const form = list.form('Tilføj den anden side: Banderåd – Kredsrådet')
    const mended = await as('sekretariat').post(form.action, form.values)
    expect(mended.headers.get('location')).toBe('/mvsj/fora/ensidige-snitflader?rettet=ja')
    const after = await page(as('sekretariat').get('/mvsj/fora/ensidige-snitflader?rettet=ja'))
    expect(after.alert()).toContain('Den anden side er tilføjet')
    expect(after.table('1 snitflade').rows).toHaveLength(1)
  })

  test('shows nobody what is closed to them, nor a button they may not press', async () => {
    const partner = await page(as('partner').get('/mvsj/fora/ensidige-snitflader'))
    expect(partner.buttons().join()).not.toContain('Tilføj')
    expect(partner.text()).toContain('Kredsrådet nævner ikke Banderåd')
    const open = await page(as(null).get('/mvsj/fora/ensidige-snitflader'))
    expect(open.text()).not.toContain('Banderåd')
    expect(open.table('1 snitflade').rows).toHaveLength(1)
  })

  test('is taken out as a spreadsheet', async () => {
    const csv = await (await as('partner').get('/mvsj/fora/ensidige-snitflader.csv?art=oneSided')).text()
    expect(csv.trim().split('\r\n').slice(1)).toEqual([
      'Banderåd;Kontakt med lokalsamfundet;Kredsrådet;Kredsrådet;Ensidig',
    ])
  })
})

describe('the network', () => {
  test('is drawn and said in a table, and the drawing leads to the fora', async () => {
    const answer = await as('partner').get('/mvsj/fora/netvaerk')
    const html = await answer.text()
    const network = readPage(html)
    expect(network.table('1 forbindelse').rows[0]?.slice(0, 3)).toEqual(['Banderåd', 'Kredsrådet', 'Ensidig'])
    expect(html).toContain('Netværk af 2 fora')
    expect(html).not.toContain('data-save')
    expect(network.link('Banderåd')).toBe('/mvsj/fora/banderaad')
  })

  test('shows the public only what is public', async () => {
    expect(await (await as(null).get('/mvsj/fora/netvaerk?alle=ja')).text()).not.toContain('Banderåd')
    expect((await as(null).get('/mvsj/fora/netvaerk?forum=banderaad')).status).toBe(404)
  })

  test('shows shared members when asked to', async () => {
    const office = await anOffice('Leder')
    await aSeat(council, office)
    await aSeat(board, office)
    const table = async (query: string) => (await page(as('partner').get(`/mvsj/fora/netvaerk${query}`))).text()
    expect(await table('')).toContain('1 forbindelse')
    expect(await table('')).not.toContain('2 forbindelser')
    expect(await table('?faelles=1')).toContain('2 forbindelser')
    expect(await table('?faelles=2')).not.toContain('2 forbindelser')
  })

  test('says who loses the link when a forum closes', async () => {
    const what = await page(as('partner').get('/mvsj/fora/netvaerk?luk=kredsraadet'))
    expect(what.text()).toContain('Nedlægges Kredsrådet, mister 1 forum forbindelsen til resten: Banderåd')
    expect((await as('partner').get('/mvsj/fora/netvaerk?luk=findes-ikke')).status).toBe(404)
  })

  test('lets one forum stand out in the whole, and a local council is found under its group', async () => {
    const group = await aGroup(category, 'Lokalrådene')
    await aForum({ categoryId: category, name: 'Lokalrådet i Testrup', groupId: group })
    await anInterface({ from: { group }, to: { forum: board }, words: 'Banderåd' })
    const html = await (await as('partner').get('/mvsj/fora/netvaerk?forum=lokalraadet-i-testrup')).text()
    const one = readPage(html)
    expect(one.text()).toContain('Lokalrådene og de fora, det hænger direkte sammen med, er fremhævet')
    expect(one.table('2 forbindelser').rows[0]?.slice(0, 2)).toEqual(['Lokalrådene', 'Banderåd'])
    expect(html.match(/data-node="[^"]*"/g)).toHaveLength(3)
    // The group, Banderåd, and the line between them.
    expect(html.match(/is-near/g)).toHaveLength(3)
  })

  test('is taken out as a spreadsheet with the same rows', async () => {
    const csv = await (await as('partner').get('/mvsj/fora/netvaerk.csv')).text()
    expect(csv.trim().split('\r\n')[1]).toBe('Banderåd;Kredsrådet;Ensidig;Kredsrådet;')
    expect((await as('partner').get('/mvsj/fora/netvaerk.xlsx')).status).toBe(200)
  })

  test('an address that means nothing shows the whole', async () => {
    expect((await as('partner').get('/mvsj/fora/netvaerk?kategori=x&niveau=y&faelles=-1&art=shared')).status).toBe(200)
  })

  test('shows the register as it stood', async () => {
    await as('sekretariat').post('/mvsj/fora/banderaad/snitflader', { handling: 'fjern', statement })
    const then = await page(as('sekretariat').get('/mvsj/fora/netvaerk?dato=2026-03-01'))
    expect(then.table('1 forbindelse').rows).toHaveLength(1)
    expect(then.buttons()).not.toContain('Tilføj den anden side: Banderåd – Kredsrådet')
  })
})

describe('the places of the drawing', () => {
  const path = '/mvsj/fora/netvaerk/steder'
  const place = { x: '300', y: '120' }

  test('are kept by editors, used in the drawing, and reset without a script', async () => {
    expect((await as('sekretariat').post(path, { node: board, ...place })).status).toBe(204)
    const moved = await as('sekretariat').get('/mvsj/fora/netvaerk')
    const html = await moved.text()
    expect(html).toContain('translate(300.0 120.0)')
    const form = readPage(html).form('Nulstil placeringer')
    expect((await as('sekretariat').post(form.action, form.values)).status).toBe(303)
    expect(await (await as('sekretariat').get('/mvsj/fora/netvaerk')).text()).not.toContain('translate(300.0 120.0)')
  })

  test('are refused to others, for what is not in the drawing, and out of bounds', async () => {
    expect((await as('partner').post(path, { node: board, ...place })).status).toBe(403)
    expect((await as('sekretariat').post(path, { node: 'findes-ikke', ...place })).status).toBe(422)
    expect((await as('sekretariat').post(path, { node: board, x: '-1', y: '1e9' })).status).toBe(422)
  })
})
