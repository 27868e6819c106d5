import { beforeAll, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let council: string
let local: string

const open = async (account: string | null, query = '') => {
  const response = await as(account).get(`/mvsj/moeder${query}`)
  return { status: response.status, ...readPage(await response.text()) }
}
/** The names of the meetings in the order of the table. */
const shown = async (account: string | null, query = '') => {
  const html = await (await as(account).get(`/mvsj/moeder${query}`)).text()
  return [...html.matchAll(/aria-label="([^"]* 20\d\d)"/g)].map(([, name]) => name?.replaceAll('\u00a0', ' '))
}

beforeAll(async () => {
  database = await emptied()
  as = testApp(database).as
  for (const role of ['secretariat', 'auditor', 'partner'] as const) await grant(role, role)
  const categoryId = await aCategory()
  council = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  local = await aForum({ categoryId, name: 'Lokalrådet i Køge', openness: 'closed', municipality: '259' })
  for (const [account, forumId, role] of [
    ['medlem', local, 'member'],
    ['formand', local, 'chair'],
  ] as const) {
    const office = await anOffice(`Embede ${account}`)
    await aTenure(office, await aPerson(`Prøve ${account}`, account))
    await aSeat(forumId, office, role)
  }
  await aMeeting({ forumId: council, onDay: '2025-09-18', state: 'circulated', openness: 'public' })
  await aMeeting({ forumId: council, onDay: '2026-02-05', state: 'held' })
  await aMeeting({ forumId: council, onDay: '2026-06-18', state: 'draft', openness: 'public' })
  await aMeeting({
    forumId: local,
    onDay: '2026-03-25',
    state: 'draft',
    title: 'Borgermøde om havnen',
    kind: 'citizens',
  })
  await aMeeting({ forumId: local, onDay: '2026-04-22', state: 'summoned' })
  await aMeeting({ forumId: local, onDay: '2026-04-29', state: 'cancelled' })
})

const everything = [
  'Borgermøde om havnen 25. mar. 2026',
  'Lokalrådet i Køge 22. apr. 2026',
  'Kredsrådet 18. jun. 2026',
  'Lokalrådet i Køge 29. apr. 2026',
  'Kredsrådet 5. feb. 2026',
  'Kredsrådet 18. sep. 2025',
]

describe('the list of meetings', () => {
  test('shows the coming ones first, then the past from the latest', async () => {
    expect(await shown('secretariat')).toEqual(everything)
    expect(await shown('auditor')).toEqual(everything)
  })

  test('shows each reader what is theirs, also in the counts and the filters', async () => {
    expect(await shown(null)).toEqual(['Kredsrådet 18. sep. 2025'])
    const page = await open(null)
    expect(page.text()).toContain('1 møde, som du kan se')
    expect(page.byLabel('Forum').options).toEqual(['Alle fora', 'Kredsrådet'])
    expect(page.text()).not.toContain('havnen')
    expect(page.links()).not.toContain('Opret møde')
    expect(await shown('medlem')).toHaveLength(4)
    expect(await (await as(null).get('/mvsj/moeder.csv')).text()).not.toContain('Borgermøde')
  })

  test('is filtered by words, forum, year, kind, state and own fora', async () => {
    expect(await shown('secretariat', '?q=havnen')).toEqual([everything[0]])
    expect(await shown('secretariat', '?q=havnne')).toEqual([everything[0]])
    expect(await shown('secretariat', `?forum=${council}`)).toHaveLength(3)
    expect(await shown('secretariat', '?aar=2025')).toEqual([everything[5]])
    expect(await shown('secretariat', '?art=citizens')).toEqual([everything[0]])
    expect(await shown('secretariat', '?tilstand=cancelled')).toEqual([everything[3]])
    expect(await shown('medlem', '?mine=ja')).toHaveLength(3)
  })

  test('tells a visitor neither of drafts nor of how the minutes go round', async () => {
    const page = await open(null)
    expect(page.row('18. sep. 2025').cell('Tilstand')).toContain('Holdt')
    for (const inside of ['Kladde', 'Til godkendelse', 'Referat sendt ud']) expect(page.text()).not.toContain(inside)
    expect(page.byLabel('Tilstand').options).toEqual(['Alle', 'Indkaldt', 'Holdt', 'Offentliggjort', 'Aflyst'])
    expect(await shown(null, '?tilstand=held')).toEqual(['Kredsrådet 18. sep. 2025'])
    expect(await shown(null, '?tilstand=circulated')).toEqual([])
    expect(await shown(null, '?udvalg=approval')).toEqual([])
    expect(await (await as(null).get('/mvsj/moeder.csv')).text()).not.toContain('Referat sendt ud')
    expect(await shown('secretariat', '?tilstand=circulated')).toEqual(['Kredsrådet 18. sep. 2025'])
    const [{ id } = {}] = await asOwner(`select id from meetings.meeting where on_day = '2025-09-18'`)
    const html = await (await as(null).get(`/mvsj/moeder/${String(id)}`)).text()
    expect(html).toContain('Offentliggjort')
    for (const inside of ['Kladde', 'Godkendt', 'Referat sendt ud']) expect(html).not.toContain(inside)
    const forum = await (await as(null).get('/mvsj/fora/kredsraadet/moeder?aar=2025')).text()
    expect(forum).toContain('Holdt')
    expect(forum).not.toContain('Referat sendt ud')
  })

  test('has ready-made views with counts; what is to be done is for those in charge', async () => {
    const { links } = await open('secretariat')
    for (const view of ['Alle 6', 'Kommende 3', 'Mangler indkaldelse 1', 'Mangler referat 1', 'Til godkendelse 1'])
      expect(links()).toContain(view)
    expect(await shown('secretariat', '?udvalg=toSummon')).toEqual([everything[0]])
    expect(await shown('secretariat', '?udvalg=minutes')).toEqual([everything[4]])
    expect(await shown('formand', '?udvalg=toSummon')).toEqual([everything[0]])
    expect(await shown('medlem', '?udvalg=toSummon')).toEqual([])
    // One whose day went by is not forgotten.
    const past = await aMeeting({ forumId: local, onDay: '2026-03-02', state: 'draft' })
    expect(await shown('formand', '?udvalg=toSummon')).toEqual([everything[0], 'Lokalrådet i Køge 2. mar. 2026'])
    await asOwner('delete from meetings.meeting where id = $1', [past])
    expect((await open('medlem')).links().join()).not.toContain('Mangler indkaldelse')
  })

  test('is sorted by its columns', async () => {
    expect((await shown('secretariat', '?sorter=day'))[0]).toBe(everything[5])
    expect((await shown('secretariat', '?sorter=day&omvendt=ja'))[0]).toBe(everything[2])
    expect((await shown('secretariat', '?sorter=forum'))[0]).toBe('Kredsrådet 18. jun. 2026')
    for (const key of ['state', 'number', 'place']) {
      expect(await shown('secretariat', `?sorter=${key}`)).toHaveLength(6)
      expect(await shown('secretariat', `?sorter=${key}&omvendt=ja`)).toHaveLength(6)
    }
  })

  test('leaves out what an address cannot mean', async () => {
    const page = await open('secretariat', '?forum=x&aar=9&art=y&tilstand=z&udvalg=q&sorter=w&side=-4&q=%00%27')
    expect(page.status).toBe(200)
    expect((await open('secretariat', '?side=99')).status).toBe(200)
  })

  test('says what to do when nothing is there', async () => {
    const page = await open('secretariat', '?q=findesikkedetteord')
    expect(page.text()).toContain('Ingen møder passer')
    expect(page.link('Vis alle møder')).toBe('/mvsj/moeder')
  })

  test('is a file to keep, as chosen', async () => {
    const csv = await (await as('secretariat').get('/mvsj/moeder.csv?art=citizens')).text()
    expect(csv).toContain('Borgermøde om havnen')
    expect(csv).not.toContain('Kredsrådet')
    expect((await as('secretariat').get('/mvsj/moeder.xlsx')).status).toBe(200)
  })

  test('speaks English', async () => {
    const html = await (await as('secretariat').get('/mvsj/moeder', { cookie: 'samvirk-sprog=en' })).text()
    expect(html).toContain('Summons missing 1')
  })

  test('takes no more statements for many meetings than for few, and has pages', async () => {
    const count = () => countStatements(database, () => as('secretariat').get('/mvsj/moeder'))
    const few = await count()
    await asOwner(`insert into meetings.meeting (district, forum_id, kind, on_day, starts, ends, created_by)
      select 'mvsj', '${council}', 'ordinary', '2024-01-01'::date + n, '10:00', '11:00', 'test' from generate_series(1, 60) n`)
    expect(await count()).toBe(few)
    expect(await shown('secretariat')).toHaveLength(25)
    expect((await open('secretariat')).links()).toContain('3')
    expect(await shown('secretariat', '?side=3')).toHaveLength(16)
  })
})
