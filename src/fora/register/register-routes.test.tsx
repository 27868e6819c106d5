import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum } from '../../../test/builders.ts'
import { emptied } from '../../../test/db.ts'
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

  test('takes no more statements for many fora than for one', async () => {
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
