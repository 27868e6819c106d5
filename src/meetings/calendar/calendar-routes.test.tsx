import ICAL from 'ical.js'
import { beforeAll, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
const open = async (path: string, account: string | null = 'secretariat') =>
  readPage(await (await as(account).get(`/mvsj${path}`)).text())

beforeAll(async () => {
  as = testApp(await emptied()).as
  await grant('secretariat', 'secretariat')
  const categoryId = await aCategory()
  const council = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  const local = await aForum({ categoryId, name: 'Lokalrådet', municipality: '259' })
  await aMeeting({ forumId: council, onDay: '2026-04-16', openness: 'public' })
  await aMeeting({ forumId: local, onDay: '2026-04-16', starts: '13:00', ends: '15:00' })
  await aMeeting({ forumId: local, onDay: '2026-04-29', state: 'cancelled' })
  await aMeeting({ forumId: local, onDay: '2027-04-29' })
})

test('a month is a table of weeks with meetings, holidays and week numbers', async () => {
  const page = await open('/kalender?maaned=2026-04')
  expect(page.heading()).toBe('April 2026')
  const { columns, rows } = page.table('April 2026')
  expect(columns).toEqual(['Uge', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'])
  expect(rows).toHaveLength(5)
  expect(rows[0]?.[0]).toBe('Uge 14')
  expect(rows[0]?.[4]).toContain('Skærtorsdag')
  expect(rows[0]?.[1]).toContain('Mandag 30. marts')
  expect(rows[2]?.[4]).toContain('Torsdag 16.')
  expect(rows[2]?.[4]).toContain('10.00 Kredsrådet')
  expect(rows[2]?.[4]).toContain('13.00 Lokalrådet')
  expect(rows[4]?.[3]).toContain('Aflyst')
  expect(page.link('Næste måned, maj 2026')).toBe('/mvsj/kalender?maaned=2026-05')
  expect(page.link('Forrige måned, marts 2026')).toBe('/mvsj/kalender?maaned=2026-03')
  expect((await open('/kalender')).heading()).toBe('Marts 2026')
  expect((await open('/kalender')).text()).toContain('I dag')
})

test('the reader sees what they may see, by the same filters as in the wheel', async () => {
  const visitor = (await open('/kalender?maaned=2026-04', null)).text()
  expect(visitor).toContain('10.00 Kredsrådet')
  expect(visitor).not.toContain('13.00')
  const local = await open('/kalender?maaned=2026-04&kommune=259')
  expect(local.table('April 2026').rows[2]?.[4]).toContain('Lokalrådet')
  expect(local.table('April 2026').rows[2]?.[4]).not.toContain('Kredsrådet')
  expect(local.link('Næste måned, maj 2026')).toContain('kommune=259')
})

test('the list of a year can be taken out as a spreadsheet', async () => {
  const page = await open('/kalender?visning=liste&aar=2026')
  expect(page.heading()).toBe('Møder i 2026')
  expect(page.text()).toContain('3 møder')
  const csv = await (await as('secretariat').get(page.link('regneark (CSV)'))).text()
  expect(csv.split('\r\n')[1]).toBe('2026-04-16;16;10:00;12:30;Kredsrådet;;Ordinært møde;Politigården;Indkaldt')
  const ofForum = await (await as('secretariat').get('/mvsj/kalender.csv?aar=2026&forum=kredsraadet')).text()
  expect(ofForum.split('\r\n')[1]).toBe(
    '2026-04-06;15;;;Kredsrådet;Frist: send indkaldelsen til Kredsrådet;Frist;;Klaret',
  )
  expect(ofForum).not.toContain('Lokalrådet')
  expect(csv).not.toContain('2027')
  expect(await (await as(null).get('/mvsj/kalender.csv?aar=2026')).text()).not.toContain('Lokalrådet')
  expect((await as('secretariat').get(page.link('regneark (Excel)'))).headers.get('content-type')).toContain(
    'spreadsheetml',
  )
  expect((await open('/kalender?visning=liste&aar=2030')).text()).toContain('Ingen møder')
})

test('and as a calendar file of the same choice, each with what they may see', async () => {
  const page = await open('/kalender?visning=liste&aar=2026&kommune=259')
  const read = async (account: string | null, path: string) => {
    const answer = await as(account).get(path)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[])
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  }
  const events = await read('secretariat', page.link('møderne som kalenderfil (ICS)'))
  expect(events.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)).toEqual([
    '2026-04-16T13:00:00 Lokalrådet: ordinært møde',
    '2026-04-29T10:00:00 Lokalrådet: ordinært møde',
  ])
  expect(events[0]?.location).toBe('Politigården')
  const open2026 = await read(null, '/mvsj/kalender/udvalg.ics?aar=2026')
  expect(open2026.map(({ summary, location }) => [summary, location])).toEqual([['Kredsrådet: ordinært møde', null]])
  expect(
    await asOwner(`select 1 from audit.entry where action = 'register.exported' and subject_id = 'ics'`),
  ).not.toEqual([])
})

test.each(['maaned=2026-13', 'maaned=x', 'aar=1&maaned=0000-00', 'maaned=2199-12', 'maaned=2000-01', 'person=mig'])(
  '%s shows a calendar all the same',
  async (query) => {
    expect((await as('secretariat').get(`/mvsj/kalender?${query}`)).status).toBe(200)
  },
)
