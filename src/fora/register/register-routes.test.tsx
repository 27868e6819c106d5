import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum } from '../../../test/builders.ts'
import { emptied } from '../../../test/db.ts'
import { countStatements } from '../../../test/queries.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
let category: string
beforeEach(async () => {
  const database = await emptied()
  as = testApp(database).as
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  category = await aCategory()
})

const page = async (answer: Promise<Response> | Response) => {
  const response = await answer
  return { status: response.status, ...readPage(await response.text()) }
}

describe('the list of fora', () => {
  test('shows each reader what is open to them, also in the counts', async () => {
    await aForum({ categoryId: category, name: 'Lukket råd', openness: 'closed' })
    await aForum({ categoryId: category, name: 'Banderåd', openness: 'partners' })
    await aForum({ categoryId: category, name: 'Kredsrådet', openness: 'public' })
    const text = async (account: string | null) => (await as(account).get('/mvsj/fora')).text()
    expect(await text('sekretariat')).toContain('Alle 3')
    expect(await text('partner')).toContain('Alle 2')
    expect(await text('partner')).not.toContain('Lukket råd')
    expect(await text(null)).toContain('Alle 1')
    expect(await text(null)).not.toContain('Banderåd')
  })

  test('answers an address that says nothing it knows', async () => {
    expect((await as('sekretariat').get('/mvsj/fora?kategori=abc&side=-4&udvalg=ukendt')).status).toBe(200)
  })

  test('finds a misspelt name', async () => {
    await aForum({ categoryId: category, name: 'Møder i de lokale trafiksikkerhedsudvalg' })
    await aForum({ categoryId: category, name: 'Kredsrådet' })
    const found = await (await as('sekretariat').get('/mvsj/fora?q=trafikikkerhedsudvalg')).text()
    expect(found).toContain('trafiksikkerhedsudvalg')
    expect(found).not.toContain('>Kredsrådet<')
  })
})

describe('editing a forum', () => {
  const fields = {
    navn: 'Banderåd',
    art: 'standing',
    kategori: '',
    niveau: 'tactical',
    kommune: '',
    overordnet: '',
    gruppe: '',
    emne: 'Bander',
    lovgrundlag: '',
    formaal: '',
    handleplaner: 'Nej',
    snitflader: 'Lokalrådene',
    deltagere: '',
    moeder: '4',
    aabenhed: 'partners',
  }

  test('creates it, with an address made from its name', async () => {
    const created = await as('sekretariat').post('/mvsj/fora/opret', { ...fields, kategori: category })
    expect(created.status).toBe(303)
    expect(created.headers.get('location')).toBe('/mvsj/fora/banderaad')
    expect((await page(as('sekretariat').get('/mvsj/fora/banderaad'))).heading()).toBe('Banderåd')
  })

  test('keeps what was typed when something is wrong', async () => {
    const refused = await page(
      as('sekretariat').post('/mvsj/fora/opret', { ...fields, kategori: category, navn: '', emne: 'Ring 010190-0000' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('Der er 2 fejl')
    expect(refused.alert()).toContain('CPR-nummer')
  })

  test('never overwrites another editor', async () => {
    await as('sekretariat').post('/mvsj/fora/opret', { ...fields, kategori: category })
    const change = (emne: string) =>
      as('sekretariat').post('/mvsj/fora/banderaad/ret', { ...fields, kategori: category, emne, version: '1' })
    expect((await change('Den enes tekst')).status).toBe(303)
    const second = await page(change('Den andens tekst'))
    expect(second.status).toBe(409)
    expect(second.text()).toContain('Den enes')
    expect(second.text()).toContain('Den andens')
  })

  test('is refused to a partner, and the refusal is logged', async () => {
    expect((await as('partner').post('/mvsj/fora/opret', { ...fields, kategori: category })).status).toBe(403)
  })
})

describe('a list with many fora', () => {
  const statements = async (account: string) => {
    const database = await emptied()
    const { as: requests } = testApp(database)
    await grant('sekretariat', 'secretariat')
    const first = await aCategory()
    await aForum({ categoryId: first, name: 'Forum 0' })
    const few = await countStatements(database, () => requests(account).get('/mvsj/fora'))
    for (let number = 1; number <= 30; number++) await aForum({ categoryId: first, name: `Forum ${String(number)}` })
    return { few, many: await countStatements(database, () => requests(account).get('/mvsj/fora')) }
  }

  test('takes no more statements than one with a single forum', async () => {
    const { few, many } = await statements('sekretariat')
    expect(many).toBe(few)
    expect(many).toBeLessThan(20)
  })

  test('is shown in pages', async () => {
    for (let number = 1; number <= 45; number++) await aForum({ categoryId: category, name: `Forum ${String(number)}` })
    const answer = await as('sekretariat').get('/mvsj/fora?side=3')
    expect(readPage(await answer.text()).text()).toContain('Viser 41–45 af 45')
  })
})

describe('the register on a past day', () => {
  test('is as it stood then, and only for those who may see history', async () => {
    const answer = await as('sekretariat').post('/mvsj/fora/kategorier', { navn: 'Ny kategori', nummer: '7' })
    expect(answer.status).toBe(303)
    expect((await as('partner').get('/mvsj/fora?dato=2025-01-01')).status).toBe(403)
    await aForum({ categoryId: category, name: 'Banderåd' })
    const page = readPage(await (await as('sekretariat').get('/mvsj/fora?dato=2025-06-01')).text())
    expect(page.text()).toContain('som registret så ud')
    expect(page.text()).toContain('Banderåd')
    const before = readPage(await (await as('sekretariat').get('/mvsj/fora?dato=2019-06-01')).text())
    expect(before.text()).not.toContain('Banderåd')
  })
})

describe('status', () => {
  test('is changed with a reason, can be changed back, and both are in the history', async () => {
    await aForum({ categoryId: category, name: 'Banderåd' })
    const change = (fields: Record<string, string>) => as('sekretariat').post('/mvsj/fora/banderaad/status', fields)
    expect((await change({ status: 'closed', grund: '', version: '1' })).status).toBe(422)
    expect((await change({ status: 'closed', grund: 'Opgaven er løst', version: '1' })).status).toBe(303)
    expect((await change({ status: 'active', grund: '', version: '1' })).status).toBe(409)
    expect(await (await as('sekretariat').get('/mvsj/fora')).text()).not.toContain('>Banderåd<')
    expect(await (await as('sekretariat').get('/mvsj/fora?status=closed')).text()).toContain('>Banderåd<')
    expect((await change({ status: 'active', grund: '', version: '2' })).status).toBe(303)
    const history = readPage(await (await as('sekretariat').get('/mvsj/fora/banderaad/historik')).text()).text()
    expect(history).toContain('Opgaven er løst')
  })

  test('a meeting day is noted once and can be taken away', async () => {
    await aForum({ categoryId: category, name: 'Banderåd', cadence: '4' })
    const note = (fields: Record<string, string>) => as('sekretariat').post('/mvsj/fora/banderaad/moededage', fields)
    const day = { 'dag-dag': '3', 'dag-maaned': 'februar', 'dag-aar': '2026' }
    expect((await note(day)).status).toBe(303)
    expect((await note(day)).status).toBe(422)
    expect((await note({ ...day, 'dag-dag': '31' })).status).toBe(422)
    expect(await (await as('sekretariat').get('/mvsj/fora/banderaad')).text()).toContain('1 af 4')
    expect((await note({ slet: '2026-02-03' })).status).toBe(303)
    expect(await (await as('sekretariat').get('/mvsj/fora/banderaad')).text()).toContain('0 af 4')
  })
})
