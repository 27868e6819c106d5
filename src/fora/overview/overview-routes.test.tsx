import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aGroup, anOffice, anOrganisation, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
beforeEach(async () => {
  as = testApp(await emptied()).as
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  const category = await aCategory(4, 'Forebyggelse')
  const police = await anOrganisation('Opdigt Politi', 'police')
  const [leader, vacant] = [await anOffice('Leder', police), await anOffice('Souschef', police)]
  await aTenure(leader, await aPerson('Ane Eksempel'))
  const fora = [
    await aForum({ categoryId: category, name: 'Banderåd Nord', level: 'tactical', cadence: '4' }),
    await aForum({ categoryId: category, name: 'Banderåd Syd', level: 'tactical', cadence: 'Efter behov' }),
    await aForum({ categoryId: category, name: 'Lukket råd', openness: 'closed', cadence: '12' }),
  ]
  await aForum({ categoryId: category, name: 'Nedlagt råd', status: 'closed' })
  for (const forum of fora.slice(0, 2)) for (const office of [leader, vacant]) await aSeat(forum, office)
})

const overview = async (account: string | null, query = '') => {
  const response = await as(account).get(`/mvsj/fora/overblik${query}`)
  return { status: response.status, ...readPage(await response.text()) }
}

describe('the overview', () => {
  test('counts fora, meetings and vacant seats, and each number leads to its list', async () => {
    const page = await overview('sekretariat')
    expect(page.text()).toContain('3 aktive fora, 0 på pause og 1 nedlagte.')
    expect(page.row('4. Forebyggelse').cell('Taktisk')).toBe('2')
    expect(page.link('Forebyggelse, Taktisk: 2')).toBe('/mvsj/fora?kategori=4&niveau=tactical')
    expect(page.text()).toContain('mindst 16 og op til 16 gange om året')
    expect(page.text()).toContain('1 forum er uden fast antal')
    expect(page.link('Ledige pladser: 2')).toBe('#ledige')
    expect(page.row('Ane Eksempel').cell('Mindst')).toBe('4')
    expect(page.row('Opdigt Politi').cell('Uden fast antal')).toBe('1')
  })

  test('finds fora with the same members and topic, and says by which rule', async () => {
    const page = await overview('sekretariat')
    expect(page.table('1 par, de mest ens først').rows).toEqual([
      ['Banderåd Nord', 'Banderåd Syd', '2 af 2 (100 %)', '50 %'],
    ])
    expect(page.text()).toContain('mindst 50 % af deres medlemmer')
  })

  test('counts only what the reader may see, and is closed to the public', async () => {
    const page = await overview('partner')
    expect(page.text()).toContain('2 aktive fora')
    expect(page.text()).not.toContain('Lukket råd')
    expect((await overview(null)).status).toBe(403)
    expect((await as(null).get('/mvsj/fora/overblik/personer.csv')).status).toBe(403)
  })

  test('a field the forum leaves to its group is not missing', async () => {
    const before = (await overview('sekretariat')).row('Emne').cell('Mangler i')
    const group = await aGroup(await aCategory(5, 'Andet'), 'Lokalrådene')
    await asOwner(`update fora.forum_group set topic = 'Tryghed' where id = $1`, [group])
    await asOwner(`update fora.forum set group_id = $1 where name = 'Banderåd Nord'`, [group])
    expect(before).toBe('3')
    expect((await overview('sekretariat')).row('Emne').cell('Mangler i')).toBe('2')
  })

  test('says so when there is nothing to count', async () => {
    as = testApp(await emptied()).as
    await grant('sekretariat', 'secretariat')
    expect((await overview('sekretariat')).text()).toContain('Ingen fora at vise endnu')
  })
})

describe('the tables as spreadsheets', () => {
  test.each([
    ['kategorier', '4. Forebyggelse;0;2;0;1;3'],
    ['organisationer', 'Opdigt Politi;2;4;4;1'],
    ['personer', 'Ane Eksempel;2;4;4;1'],
    ['ledige-pladser', 'Banderåd Nord;Souschef;Opdigt Politi'],
    ['overlap', 'Banderåd Nord;Banderåd Syd;2 af 2 (100 %);50 %'],
    ['manglende-felter', 'Emne;Banderåd Nord;Forebyggelse'],
    ['uden-lovgrundlag', 'Banderåd Nord;Forebyggelse;'],
  ])('%s', async (table, first) => {
    const csv = await (await as('sekretariat').get(`/mvsj/fora/overblik/${table}.csv`)).text()
    expect(csv.replaceAll('\u00A0', ' ').split('\r\n').slice(1)).toContain(first)
    const excel = await as('sekretariat').get(`/mvsj/fora/overblik/${table}.xlsx`)
    expect(excel.headers.get('content-type')).toContain('spreadsheetml')
  })

  test('another word or ending is no table', async () => {
    for (const path of ['andet.csv', 'overlap.pdf', 'overlap'])
      expect((await as('sekretariat').get(`/mvsj/fora/overblik/${path}`)).status).toBe(404)
  })
})
