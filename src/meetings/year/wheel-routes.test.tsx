import { beforeAll, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anActionPoint,
  anItem,
  anOffice,
  aPerson,
  aSeat,
  aTenure,
} from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let council: string
let local: string
let member: string

const get = async (account: string | null, path: string) => (await as(account).get(`/mvsj${path}`)).text()
const open = async (account: string | null, path = '/aarshjul?aar=2026') => readPage(await get(account, path))
const rowsOf = async (account: string | null, path?: string) =>
  (await open(account, path)).table('Møder og frister i 2026').rows.map((row) => row.join(' '))

beforeAll(async () => {
  database = await emptied()
  as = testApp(database).as
  await grant('secretariat', 'secretariat')
  await grant('coordinator', 'municipalCoordinator', { municipality: '259' })
  const categoryId = await aCategory()
  council = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  await asOwner(`update fora.forum set kind = 'districtCouncil' where id = $1`, [council])
  local = await aForum({ categoryId, name: 'Lokalrådet i Køge', openness: 'public', municipality: '259' })
  const office = await anOffice('Leder')
  member = await aPerson('Mia Medlem', 'member')
  await aTenure(office, member)
  await aSeat(local, office)
  await aMeeting({ forumId: council, onDay: '2026-02-19', state: 'held' })
  const summoned = await aMeeting({ forumId: council, onDay: '2026-04-16', openness: 'public', title: 'Åbent møde' })
  await asOwner(`update meetings.meeting set propose_by = '2026-03-19' where id = $1`, [summoned])
  await aMeeting({ forumId: council, onDay: '2026-09-17', state: 'draft' })
  await aMeeting({ forumId: council, onDay: '2026-10-01', state: 'cancelled' })
  const localMeeting = await aMeeting({ forumId: local, onDay: '2026-03-05', state: 'held' })
  const item = await anItem({ forumId: local, meetingId: localMeeting, title: 'Hemmeligt punkt' })
  await anActionPoint({ itemId: item, title: 'Skriv til skolerne', ownerPersonId: member, dueOn: '2026-03-01' })
  await asOwner(`update meetings.meeting set state = 'circulated', approve_by = '2026-03-20' where id = $1`, [
    localMeeting,
  ])
})

describe('the year wheel', () => {
  test('shows the secretariat the meetings, and the deadlines that wait', async () => {
    expect(await rowsOf('secretariat')).toEqual([
      '19. februar Kredsrådet Holdt',
      '1. marts Opgave: Skriv til skolerneLokalrådet i Køge Overskredet',
      '5. marts Lokalrådet i Køge Referat sendt ud',
      '19. marts Frist: forslag til Kredsrådet Venter',
      '20. marts Frist: godkend referatet fra Lokalrådet i Køge Venter',
      '16. april Åbent mødeKredsrådet Indkaldt',
      '17. september Kredsrådet Kladde',
      '1. oktober Kredsrådet Aflyst',
    ])
  })

  test('shows every deadline of a forum that is chosen', async () => {
    const rows = await rowsOf('secretariat', '/aarshjul?aar=2026&forum=kredsraadet')
    expect(rows.filter((row) => row.includes('Frist'))).toEqual([
      '5. februar Frist: send indkaldelsen til Kredsrådet Klaret',
      '19. marts Frist: forslag til Kredsrådet Venter',
      '2. april Frist: send indkaldelsen til Kredsrådet Klaret',
      '3. september Frist: send indkaldelsen til Kredsrådet Venter',
    ])
  })

  test('shows the public what is open, and no deadline', async () => {
    expect(await rowsOf(null)).toEqual(['16. april Åbent mødeKredsrådet Indkaldt'])
    expect(await get(null, '/aarshjul?aar=2026')).not.toContain('Lokalrådet i Køge: ')
  })

  test('shows a member their own, as far as they may see them', async () => {
    const rows = await rowsOf('member', '/aarshjul?aar=2026&person=mig')
    expect(rows.join('|')).toContain('Lokalrådet i Køge')
    expect(rows.join('|')).toContain('godkend referatet fra Lokalrådet i Køge')
    expect(rows.join('|')).not.toContain('Kredsrådet')
    expect(rows.join('|')).not.toContain('send indkaldelsen')
  })

  test('follows the filter for municipality, forum and person', async () => {
    const only = async (query: string) => (await rowsOf('secretariat', `/aarshjul?aar=2026&${query}`)).join('|')
    expect(await only('kommune=259')).not.toContain('Kredsrådet')
    expect(await only('forum=kredsraadet')).not.toContain('Lokalrådet')
    expect(await only(`person=${member}`)).not.toContain('Kredsrådet')
    expect((await open('secretariat', `/aarshjul?aar=2026&person=${member}`)).text()).toContain('Mia Medlem')
    expect((await open('secretariat', '/aarshjul?aar=2026&forum=findes-ikke')).text()).toContain('Ingen møder passer')
    expect((await open(null, `/aarshjul?aar=2026&person=${member}`)).text()).not.toContain('Mia Medlem')
  })

  test('lets those who may see persons choose one, and nobody else', async () => {
    const page = await open('secretariat')
    expect(page.byLabel('Hvis møder').options).toEqual(['Alles', 'Mia Medlem'])
    expect((await open('member')).byLabel('Hvis møder').options).toEqual(['Alles', 'Mine'])
    expect(await get(null, '/aarshjul?aar=2026')).not.toContain('Hvis møder')
  })

  test('is drawn with a mark for each meeting that stands, and says so in words', async () => {
    const html = await get('secretariat', '/aarshjul?aar=2026')
    const svg = html.slice(html.indexOf('viewBox="0 0 720 720"'), html.indexOf('<figcaption'))
    expect(svg).toContain('role="img"')
    expect(svg).toContain('4 møder og 3 frister')
    expect([...svg.matchAll(/<circle class="f-ink"/g)]).toHaveLength(2)
    expect([...svg.matchAll(/<circle class="k k-ground"/g)]).toHaveLength(2)
    expect(svg).toContain('k-today')
    expect(svg).not.toContain('style=')
    expect(await get('secretariat', '/aarshjul?aar=2025')).not.toContain('k-today')
  })

  test('says what to do when the year is empty, and takes any address', async () => {
    expect((await open('secretariat', '/aarshjul?aar=2031')).links()).toContain('Planlæg et år')
    expect((await open(null, '/aarshjul?aar=2031')).text()).toContain('Når der er planlagt møder')
    for (const query of ['aar=0', 'aar=x&kommune=abc&forum=%00&person=1', 'aar=2199'])
      expect((await as(null).get(`/mvsj/aarshjul?${query}`)).status).toBe(200)
  })

  test('is complete in English', async () => {
    const page = readPage(
      await (await as('secretariat').get('/mvsj/aarshjul?aar=2026', { cookie: 'samvirk-sprog=en' })).text(),
    )
    expect(page.heading()).toBe('Year wheel 2026')
  })
})

test('a district with two hundred meetings is asked about as seldom as one with few', async () => {
  const few = {
    wheel: await countStatements(database, () => get('secretariat', '/aarshjul?aar=2026')),
    month: await countStatements(database, () => get('secretariat', '/kalender?maaned=2026-04')),
  }
  await asOwner(
    `insert into meetings.meeting (district, forum_id, kind, on_day, starts, ends, created_by)
     select 'mvsj', $1, 'ordinary', '2026-01-05'::date + n, '10:00', '12:00', 'test' from generate_series(1, 200) as n`,
    [council],
  )
  expect(await countStatements(database, () => get('secretariat', '/aarshjul?aar=2026'))).toBe(few.wheel)
  expect(await countStatements(database, () => get('secretariat', '/kalender?maaned=2026-04'))).toBe(few.month)
  expect(few.wheel).toBeLessThan(20)
  expect((await open('secretariat')).text()).toContain('April (')
})
