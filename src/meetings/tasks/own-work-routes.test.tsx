import { beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { anExclusion, anOffice, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { aForumWithTasks } from './tasks.fixture.ts'

let as: ReturnType<typeof testApp>['as']
let made: Awaited<ReturnType<typeof aForumWithTasks>>

const open = async (account: string | null, path: string) =>
  readPage(await (await as(account).get(`/mvsj${path}`)).text())

beforeEach(async () => {
  as = testApp(await emptied()).as
  made = await aForumWithTasks()
})

test('my work shows my own tasks with their delay, and nothing of what I am kept out of', async () => {
  const page = await open('medlem', '/mit-arbejde')
  expect(page.headings()).toContain('Mine opgaver')
  expect(page.text()).toContain('29 dage forsinket')
  expect(page.link('Tal for nattelivet')).toBe(`/mvsj/opgaver/${made.openTask}`)
  expect((await open('udenfor', '/mit-arbejde')).links()).toContain('Skriv beredskabsnotat')
  expect((await open('formand', '/mit-arbejde')).headings()).not.toContain('Mine opgaver')
  await anExclusion(made.closedItem, made.outsider)
  expect((await open('udenfor', '/mit-arbejde')).text()).not.toContain('eredskab')
})

test('my work tells what is unread and which office was taken over within 60 days', async () => {
  await asOwner(
    `insert into notices.notice (district, person_id, kind, forum_id, meeting_id) values ('mvsj', $1, 'summoned', $2, $3)`,
    [made.chair.person, made.forumId, made.meetingId],
  )
  const late = await anOffice('Embede taget for længe siden')
  await aTenure(late, made.chair.person, '2026-01-10')
  const fresh = await anOffice('Embede taget for nylig')
  await aTenure(fresh, made.chair.person, '2026-01-11')
  for (const office of [late, fresh]) await aSeat(made.forumId, office)
  const page = await open('formand', '/mit-arbejde')
  expect(page.links()).toContain('1 ulæst meddelelse')
  expect(page.text()).toContain('Du har overtaget embedet Embede taget for nylig')
  expect(page.text()).not.toContain('overtaget embedet Embede taget for længe siden')
  expect(page.link('Se, hvad der følger med: Embede taget for nylig')).toBe(`/mvsj/overdragelse/${fresh}`)
})

test('the page of a meeting shows its action points with how many are late', async () => {
  const page = await open('medlem', `/moeder/${made.meetingId}`)
  expect(page.table('Opfølgningspunkter').rows).toHaveLength(2)
  expect(page.row('Skriv beredskabsnotat').cell('Hvem')).toBe('Ulla Udenfor')
  expect(page.row('Tal for nattelivet').text).toContain('29 dage forsinket')
  expect(page.text()).toContain('2, 1 forsinket')
  await anExclusion(made.closedItem, made.member.person)
  const less = await open('medlem', `/moeder/${made.meetingId}`)
  expect(less.table('Opfølgningspunkter').rows).toHaveLength(1)
  expect(less.text()).not.toContain('eredskab')
})

test('the page of a forum’s meetings lists what it has not finished, the most late first', async () => {
  const page = await open('medlem', '/fora/kredsraadet/moeder')
  expect(page.table('Åbne opgaver').rows.map(([what]) => what)).toEqual([
    expect.stringContaining('Tal for nattelivet'),
    expect.stringContaining('Skriv beredskabsnotat'),
  ])
  expect((await open(null, '/fora/kredsraadet/moeder')).text()).not.toContain('nattelivet')
})

test('one who is refused without being signed in comes back after signing in', async () => {
  expect((await open(null, '/log')).links()).toContain('Log ind')
  const html = await (await as(null).get('/mvsj/log?side=2')).text()
  expect(html).toContain('/log-ind?next=%2Fmvsj%2Flog%3Fside%3D2')
})
