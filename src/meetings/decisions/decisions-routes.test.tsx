import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anExclusion,
  anItem,
  anOffice,
  anOutcome,
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
let forumId: string
let meetingId: string
let openItem: string
let closedItem: string
let member: string

const open = async (account: string | null, query = '') => {
  const response = await as(account).get(`/mvsj/beslutninger${query}`)
  return { status: response.status, ...readPage(await response.text()) }
}
const names = ['1. Tryghed i nattelivet', '2. Hemmeligt beredskab', '1. Vold i nære relationer']
const found = async (account: string | null, query = '') =>
  (await open(account, query)).links().filter((text) => names.includes(text))

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  for (const role of ['secretariat', 'auditor', 'partner'] as const) await grant(role, role)
  forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'public' })
  const office = await anOffice('Borgmester i Køge')
  member = await aPerson('Bo Borgmester', 'medlem')
  await aTenure(office, member)
  await aSeat(forumId, office)
  meetingId = await aMeeting({ forumId, onDay: '2026-02-05', state: 'circulated' })
  openItem = await anItem({ forumId, meetingId, title: 'Tryghed i nattelivet', openness: 'open' })
  closedItem = await anItem({ forumId, meetingId, title: 'Hemmeligt beredskab', position: 2 })
  await anOutcome(openItem, 'Kommunerne afprøver modellen fra Køge i to byer.')
  await anOutcome(closedItem, 'Pansrede køretøjer bestilles.', 'noted')
  const earlier = await aMeeting({ forumId, onDay: '2025-09-18', state: 'circulated' })
  const old = await anItem({ forumId, meetingId: earlier, title: 'Vold i nære relationer', openness: 'open' })
  await anOutcome(old, 'Drøftet med politiet.', 'discussed')
  await asOwner(
    `insert into meetings.statement (district, item_id, forum_id, municipality_code, stand) values ('mvsj', $1, $2, '259', 'agrees')`,
    [openItem, forumId],
  )
})

const publish = () =>
  asOwner(`update meetings.meeting set state = 'published', published_to = 'public' where id = $1`, [meetingId])

describe('the decisions', () => {
  test('are those the reader may see', async () => {
    expect(await found('secretariat')).toEqual(names)
    expect(await found('medlem')).toEqual(names)
    for (const account of ['partner', null]) expect(await found(account)).toEqual([])
    expect((await open(null)).text()).toContain('når mødets referat er offentliggjort')
    await publish()
    for (const account of ['partner', null]) {
      const page = await open(account)
      expect(page.links()).toContain('1. Tryghed i nattelivet')
      expect(page.links()).toContain('Alle 1')
      expect(page.text()).not.toContain('beredskab')
    }
  })

  test('say nothing of what one is kept out of, also not in a file or a count', async () => {
    await anExclusion(closedItem, member)
    expect(await found('medlem')).toEqual([names[0], names[2]])
    expect(await found('medlem', '?q=pansrede')).toEqual([])
    expect((await open('medlem')).links()).toContain('Alle 2')
    expect(await (await as('medlem').get('/mvsj/beslutninger.csv')).text()).not.toContain('Pansrede')
  })

  test('are found by words in any form, by their beginnings, and marked', async () => {
    expect(await found('secretariat', '?q=kommune')).toEqual([names[0]])
    expect(await found('secretariat', '?q=modeller')).toEqual([names[0]])
    expect(await found('secretariat', '?q=natte')).toEqual([names[0]])
    expect(await found('secretariat', '?q=pansret+cykel')).toEqual([])
    expect(await found('secretariat', '?q=køretøjerne')).toEqual([names[1]])
    for (const odd of ["'", '!!', '(:*', '&|', '%00'])
      expect((await open('secretariat', `?q=${encodeURIComponent(odd)}`)).status).toBe(200)
    expect(await (await as('secretariat').get('/mvsj/beslutninger?q=modeller')).text()).toContain(
      '<mark>modellen</mark>',
    )
  })

  test('are filtered by forum, year, kind and municipality, and sorted by day', async () => {
    expect(await found('secretariat', `?forum=${forumId}`)).toHaveLength(3)
    expect(await found('secretariat', '?aar=2025')).toEqual([names[2]])
    expect(await found('secretariat', '?udfald=noted')).toEqual([names[1]])
    expect(await found('secretariat', '?kommune=259')).toEqual([names[0]])
    expect(await found('secretariat', '?sorter=aeldst')).toEqual([names[2], names[0], names[1]])
    expect(await found('secretariat', '?aar=x&forum=y&udfald=z&side=40')).toHaveLength(3)
    const page = await open('secretariat')
    expect(page.links()).toEqual(
      expect.arrayContaining(['Alle 3', 'Besluttet 1', 'Drøftet 1', 'Taget til efterretning 1']),
    )
    expect(page.row('1. Tryghed i nattelivet').text).toContain('Enige: Køge')
    const html = await (await as('secretariat').get('/mvsj/beslutninger')).text()
    expect(html.replaceAll('\u00a0', ' ')).toContain(
      `href="/mvsj/moeder/${meetingId}" aria-label="Kredsrådet 5. feb. 2026"`,
    )
    expect(html).toMatch(/href="\/mvsj\/sager\/[0-9a-f-]+" aria-label="Sagens forløb: Tryghed i nattelivet"/)
  })

  test('are found by words of title and text together, and by the title as it is now', async () => {
    expect(await found('secretariat', '?q=nattelivet+modellen')).toEqual([names[0]])
    expect(await found('secretariat', '?q=modellen+og+nattelivet')).toEqual([names[0]])
    await asOwner(`update meetings.item set title = 'Ro om aftenen' where id = $1`, [openItem])
    expect(await found('secretariat', '?q=nattelivet')).toEqual([])
    expect((await open('secretariat', '?q=aftener')).links()).toContain('1. Ro om aftenen')
  })

  test('are taken out with the rows that are shown, in their order, whatever is chosen', async () => {
    const file = async (query: string) => (await as('secretariat').get(`/mvsj/beslutninger.csv${query}`)).text()
    for (const query of ['', '?q=kommune', '?sorter=aeldst', '?aar=2026', '?udfald=discussed', '?kommune=259']) {
      const lines = (await file(query)).split(/\r?\n/)
      const taken = lines.flatMap((line) => names.filter((name) => line.includes(name)))
      expect([query, ...taken]).toEqual([query, ...(await found('secretariat', query))])
    }
    expect(await file('?q=kommune')).toContain(';Kommunerne afprøver modellen fra Køge i to byer.;')
    expect((await as('secretariat').get('/mvsj/beslutninger.xlsx')).status).toBe(200)
  })

  test.each(['?q=model', '.csv'])('take no more statements for many rows: %s', async (query) => {
    const count = () => countStatements(database, () => as('secretariat').get(`/mvsj/beslutninger${query}`))
    const few = await count()
    for (const position of [3, 4, 5]) {
      const item = await anItem({ forumId, meetingId, title: 'Flere modeller', position })
      await anOutcome(item, 'Endnu en model.')
    }
    expect(await count()).toBe(few)
    expect(few).toBeLessThan(17)
  })
})
