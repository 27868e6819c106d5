import { beforeAll, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let local: string
let coming: string
let member: string

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, ...readPage(await response.text()) }
}

beforeAll(async () => {
  database = await emptied()
  as = testApp(database).as
  for (const role of ['secretariat', 'partner'] as const) await grant(role, role)
  local = await aForum({
    categoryId: await aCategory(),
    name: 'Lokalrådet i Køge',
    openness: 'public',
    cadence: 'Mindst 4',
  })
  for (const [account, role] of [
    ['medlem', 'member'],
    ['formand', 'chair'],
    ['observatoer', 'observer'],
  ] as const) {
    const office = await anOffice(`Embede ${account}`)
    const person = await aPerson(`Prøve ${account}`, account)
    if (account === 'medlem') member = person
    await aTenure(office, person)
    await aSeat(local, office, role)
  }
  await aMeeting({ forumId: local, onDay: '2025-11-06', state: 'held' })
  await aMeeting({ forumId: local, onDay: '2026-01-08', state: 'held' })
  await aMeeting({ forumId: local, onDay: '2026-02-12', state: 'circulated' })
  coming = await aMeeting({ forumId: local, onDay: '2026-04-16', state: 'summoned' })
  await aMeeting({ forumId: local, onDay: '2026-03-24', state: 'draft' })
  await aMeeting({ forumId: local, onDay: '2026-12-17', state: 'draft' })
  await asOwner(
    `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role) values ('mvsj', $1, $2, $3, 'Prøve', 'member')`,
    [local, coming, member],
  )
})

describe('the meetings of a forum', () => {
  const path = '/fora/lokalraadet-i-koege/moeder'

  test('stand by year, held against the cadence', async () => {
    const page = await open('medlem', path)
    expect(page.text()).toContain('2 af mindst 4, næste 24. marts 2026')
    expect(page.text()).toContain('Som aftalt')
    expect(page.table('Møder i Lokalrådet i Køge, 2026').rows).toHaveLength(5)
    expect((await open('medlem', `${path}?aar=2025`)).table('Møder i Lokalrådet i Køge, 2025').rows).toHaveLength(1)
    expect((await open('medlem', `${path}?aar=2031`)).text()).toContain('Ingen møder i 2031')
  })

  test('link to what belongs to them, for those who may', async () => {
    const links = (await open('formand', path)).links()
    for (const label of ['Opret møde', 'Forretningsorden', 'Foreslå et punkt', 'Emnebank'])
      expect(links).toContain(label)
    expect((await open('medlem', path)).links()).not.toContain('Opret møde')
    expect((await open('medlem', path)).links()).toContain('Foreslå et punkt')
    expect((await open(null, path)).links()).not.toContain('Foreslå et punkt')
  })

  test('are not shown to those who may not see them, nor is a forum that is hidden', async () => {
    const page = await open(null, path)
    expect(page.status).toBe(200)
    expect(page.text()).toContain('Ingen møder i 2026')
    expect(page.links()).not.toContain('2025')
    expect((await open(null, '/fora/findes-ikke/moeder')).status).toBe(404)
  })

  test('are linked from the page of the forum, where the reader may see them', async () => {
    const page = await open('medlem', '/fora/lokalraadet-i-koege')
    expect(page.link('16. april 2026')).toBe(`/mvsj/moeder/${coming}`)
    expect(page.link('Møder, dagsordener og referater')).toBe(`/mvsj${path}`)
    const visitor = await open(null, '/fora/lokalraadet-i-koege')
    expect(visitor.text()).toContain('16. april 2026')
    expect(visitor.links()).not.toContain('16. april 2026')
  })

  test('are not removed where days are noted by hand', async () => {
    await asOwner(`insert into fora.meeting_day (district, forum_id, on_day) values ('mvsj', $1, '2026-05-05')`, [
      local,
    ])
    const page = await open('secretariat', '/fora/lokalraadet-i-koege/moededage')
    expect(page.buttons()).toContain('Slet: 5. maj 2026')
    expect(page.buttons()).not.toContain('Slet: 16. april 2026')
    expect(page.link('Se mødet 16.\u00a0april 2026')).toBe(`/mvsj/moeder/${coming}`)
    await as('secretariat').post('/mvsj/fora/lokalraadet-i-koege/moededage', { slet: '2026-04-16' })
    expect(await asOwner(`select 1 from fora.meeting_day where on_day = '2026-04-16'`)).toHaveLength(1)
    await asOwner(`delete from fora.meeting_day where meeting_id is null`)
  })
})

describe('the reader’s own page', () => {
  test('shows the coming meetings with the reply, and what waits', async () => {
    const page = await open('medlem', '/mit-arbejde')
    expect(page.link('Svar på indkaldelsen: Lokalrådet i Køge 16.\u00a0april 2026')).toBe(`/mvsj/moeder/${coming}/svar`)
    expect(page.text()).toContain('Ikke indkaldt endnu')
    expect(page.links().join()).toContain('Læs og godkend')
    expect(page.text()).not.toContain('Skriv referatet')
    expect(page.text()).not.toContain('Send indkaldelsen')
    await asOwner(`update meetings.invitation set reply = 'accepted'`)
    expect((await open('medlem', '/mit-arbejde')).text()).toContain('Du kommer')
  })

  test('asks those in charge to summon and to write minutes', async () => {
    for (const account of ['formand', 'secretariat']) {
      const text = (await open(account, '/mit-arbejde')).text()
      expect(text).toContain('Send indkaldelsen senest 14. marts 2026')
      expect(text).toContain('Mødet var for 63 dage siden')
      expect(text).toContain('Lokalrådet i Køge 24. marts 2026')
      expect(text).not.toContain('Send indkaldelsen senest 7. december')
    }
    expect((await open('secretariat', '/mit-arbejde')).text()).not.toContain('Læs og godkend')
  })

  test('asks nobody to approve who has approved, or who does not approve', async () => {
    expect((await open('observatoer', '/mit-arbejde')).text()).not.toContain('Læs og godkend')
    await asOwner(
      `insert into meetings.approval (district, meeting_id, forum_id, person_id, name)
       select 'mvsj', id, forum_id, $1, 'Prøve' from meetings.meeting where state = 'circulated'`,
      [member],
    )
    expect((await open('medlem', '/mit-arbejde')).text()).not.toContain('Læs og godkend')
    expect((await open('partner', '/mit-arbejde')).text()).not.toContain('Møder, der venter på dig')
  })

  test('takes no more statements for many meetings than for few', async () => {
    const count = () =>
      countStatements(database, async () => {
        for (const path of ['/mit-arbejde', '/fora/lokalraadet-i-koege/moeder']) await as('formand').get(`/mvsj${path}`)
      })
    const few = await count()
    for (const day of ['2026-05-06', '2026-05-13', '2026-05-20']) await aMeeting({ forumId: local, onDay: day })
    expect(await count()).toBe(few)
  })
})
