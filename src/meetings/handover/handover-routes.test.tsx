import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { aMeeting, anActionPoint, anExclusion, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'
import { aForumWithTasks } from '../tasks/tasks.fixture.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let made: Awaited<ReturnType<typeof aForumWithTasks>>
let ownTask: string
let newcomer: string

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const send = async (fields: Record<string, string>) => {
  const response = await as('secretariat').post(`/mvsj/embeder/${made.member.office}/skift`, fields)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const takeover = {
  version: '1',
  hvad: 'person',
  navn: 'Nanna Ny',
  mail: '',
  'fra-dag': '12',
  'fra-maaned': '3',
  'fra-aar': '2026',
}
const owners = async () =>
  (
    await asOwner(`select a.title, coalesce(p.name, o.title) as owner from meetings.action_point a left join people.person p on p.id = a.owner_person_id
      left join people.office o on o.id = a.owner_office_id order by a.title`)
  ).map(({ title, owner }) => `${String(title)}: ${String(owner)}`)
const holders = async () =>
  (
    await asOwner(
      `select p.name from people.tenure t join people.person p on p.id = t.person_id where t.office_id = $1 and t.valid_to is null`,
      [made.member.office],
    )
  ).map(({ name }) => name)

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  made = await aForumWithTasks()
  newcomer = await aPerson('Nanna Ny', 'ny')
  ownTask = await anActionPoint({
    itemId: made.openItem,
    title: 'Personens egen',
    ownerPersonId: made.member.person,
    dueOn: '2026-04-01',
  })
})

describe('a change of holder', () => {
  test('shows the open tasks of the one who leaves, each with a choice', async () => {
    await anActionPoint({ itemId: made.openItem, title: 'Færdig', ownerPersonId: made.member.person, state: 'done' })
    const check = await send(takeover)
    expect(check.byLabel('Personens egen').options).toEqual([
      'Embedet: Embede for medlem',
      'Den nye: Nanna Ny',
      'Embede for formand',
    ])
    expect(check.byLabel('Personens egen').description).toContain('Kredsrådet, frist 1. apr. 2026')
    expect(check.text()).not.toContain('Færdig')
    // The office's own tasks follow it by themselves.
    expect(check.text()).not.toContain('Tal for nattelivet')
  })

  test('is refused with the reason until each is handed to somebody', async () => {
    const refused = await send({ ...takeover, trin: 'gem' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('Vælg, hvem der får opgaven ”Personens egen”')
    expect((await send({ ...takeover, trin: 'gem', [`opgave-${ownTask}`]: made.outsider })).status).toBe(422)
    expect(await holders()).toEqual(['Navn på medlem'])
    expect(await owners()).toContain('Personens egen: Navn på medlem')
  })

  test('hands them over in one transaction, tells the new owner and is logged', async () => {
    const check = await send(takeover)
    const saved = await send(check.form('Gem skiftet').values)
    expect(saved.status).toBe(303)
    expect(await holders()).toEqual(['Nanna Ny'])
    expect(await owners()).toContain('Personens egen: Embede for medlem')
    const told = await asOwner(`select kind from notices.notice where person_id = $1 order by kind`, [newcomer])
    expect(told.map(({ kind }) => kind)).toEqual(['officeTakenOver', 'taskHandedOver'])
    const [entry] = await asOwner(`select * from audit.entry where action = 'task.handed' order by number desc limit 1`)
    expect([entry?.['subject_kind'], entry?.['subject_id']]).toEqual(['agendaItem', made.openItem])
    expect((await open('ny', `/opgaver/${ownTask}`)).text()).toContain('Embedet har skiftet hænder.')
    expect((await open('ny', '/meddelelser')).link('Du overtager et embede: Embede for medlem')).toBe(
      `/mvsj/overdragelse/${made.member.office}`,
    )
  })

  test('can hand a task to the new person or to another office', async () => {
    await send({ ...takeover, trin: 'gem', [`opgave-${ownTask}`]: 'ny' })
    expect(await owners()).toContain('Personens egen: Nanna Ny')
    const next = await anActionPoint({ itemId: made.openItem, title: 'Nannas', ownerPersonId: newcomer })
    const vacate = { ...takeover, version: '2', hvad: 'ledig', navn: '', 'fra-dag': '13', trin: 'gem' }
    // Nobody holds a vacant office, so it cannot be given the task.
    const chosen = { [`opgave-${ownTask}`]: made.chair.office }
    expect((await send({ ...vacate, ...chosen, [`opgave-${next}`]: 'embedet' })).status).toBe(422)
    expect((await send({ ...vacate, ...chosen, [`opgave-${next}`]: made.chair.office })).status).toBe(303)
    expect(await owners()).toEqual(
      expect.arrayContaining(['Nannas: Embede for formand', 'Personens egen: Embede for formand']),
    )
  })

  test('gives nobody a task from an item that they are kept out of', async () => {
    await anExclusion(made.openItem, newcomer)
    await anExclusion(made.openItem, made.chair.person)
    for (const choice of ['ny', 'embedet', made.chair.office]) {
      const refused = await send({ ...takeover, trin: 'gem', [`opgave-${ownTask}`]: choice })
      expect(refused.status).toBe(422)
      expect(refused.alert()).toContain('er holdt ude af det punkt, den kommer fra')
    }
    expect(await owners()).toContain('Personens egen: Navn på medlem')
    const other = await anOffice('Embede for en anden')
    await aTenure(other, await aPerson('Anna Anden'))
    await aSeat(made.forumId, other)
    expect((await send({ ...takeover, trin: 'gem', [`opgave-${ownTask}`]: other })).status).toBe(303)
  })

  test('stores nothing when a task came in between, or when it is sent twice', async () => {
    const values = (await send(takeover)).form('Gem skiftet').values
    const late = await anActionPoint({
      itemId: made.openItem,
      title: 'Kom bagefter',
      ownerPersonId: made.member.person,
    })
    expect((await send(values)).status).toBe(422)
    expect(await holders()).toEqual(['Navn på medlem'])
    const all = { ...values, [`opgave-${late}`]: 'embedet' }
    expect((await send(all)).status).toBe(303)
    expect((await send(all)).status).toBe(409)
    expect(
      await asOwner(`select 1 from audit.entry where action = 'task.handed' and subject_name = 'Kom bagefter'`),
    ).toHaveLength(1)
  })
})

const aSeatInPerson = async (from: string) => {
  const [seat] = await asOwner(
    `insert into fora.seat (district, forum_id, person_id, role, valid_from, recorded_from) values ('mvsj', $1, $2, 'member', $3, '2020-01-01') returning id`,
    [made.forumId, newcomer, from],
  )
  return String(seat?.['id'])
}

test('a seat in person has a page for its new holder, which stands in their own work', async () => {
  const seat = await aSeatInPerson('2026-03-01')
  const link = (await open('ny', '/mit-arbejde')).link('Se, hvad der følger med: Kredsrådet')
  expect(link).toBe(`/mvsj/overdragelse/${seat}`)
  const page = await open('ny', `/overdragelse/${seat}`)
  expect(page.heading()).toBe('Overtag pladsen i Kredsrådet')
  expect(page.link('Kredsrådet 5. februar 2026')).toBe(`/mvsj/moeder/${made.meetingId}/referat`)
  expect(page.table('Åbne opgaver i Kredsrådet').rows.length).toBeGreaterThan(0)
  expect((await open('secretariat', `/overdragelse/${seat}`)).status).toBe(200)
  expect((await open('formand', `/overdragelse/${seat}`)).status).toBe(403)
})

test('a seat that somebody holds in person ends when their open tasks there are handed on', async () => {
  const seat = await aSeatInPerson('2020-01-01')
  const own = await anActionPoint({ itemId: made.openItem, title: 'Nannas egen', ownerPersonId: newcomer })
  const path = `/mvsj/fora/kredsraadet/pladser/${seat}`
  const end = async () => {
    const { values } = readPage(await (await as('secretariat').get(path)).text()).form('Gem pladsen')
    return as('secretariat').post(path, { ...values, 'slut-dag': '31', 'slut-maaned': '3', 'slut-aar': '2026' })
  }
  const refused = await end()
  expect(refused.status).toBe(422)
  expect(readPage(await refused.text()).alert()).toContain('Nanna Ny har åbne opgaver i forummet: ”Nannas egen”')
  await asOwner(`update meetings.action_point set owner_person_id = $1 where id = $2`, [made.chair.person, own])
  expect((await end()).status).toBe(303)
})

describe('the page of an office that is taken over', () => {
  const path = () => `/overdragelse/${made.member.office}`

  test('shows its holder the last minutes, tasks, meetings, rules and people of each forum', async () => {
    await aMeeting({ forumId: made.forumId, onDay: '2026-04-16' })
    await aMeeting({ forumId: made.forumId, onDay: '2026-05-16', state: 'draft' })
    const page = await open('medlem', path())
    expect(page.heading()).toBe('Overtag embedet Embede for medlem')
    expect(page.link('Kredsrådet 5. februar 2026')).toBe(`/mvsj/moeder/${made.meetingId}/referat`)
    expect(page.links()).toContain('16. april 2026')
    expect(page.text()).not.toContain('16. maj 2026')
    expect(page.table('Åbne opgaver i Kredsrådet').rows).toHaveLength(3)
    expect(page.term('Hvem sidder der')).toContain('Embede for formand, Navn på formand')
    expect(page.links()).toContain('Læs, hvordan forummet mødes')
  })

  test('shows nothing of what the holder is kept out of', async () => {
    expect((await open('medlem', path())).text()).toContain('eredskab')
    await anExclusion(made.closedItem, made.member.person)
    const page = await open('medlem', path())
    expect(page.status).toBe(200)
    expect(page.text()).not.toContain('eredskab')
  })

  test('is for its holder and those who keep the offices', async () => {
    expect((await open('secretariat', path())).status).toBe(200)
    for (const account of ['formand', 'auditor', 'partner']) expect((await open(account, path())).status).toBe(403)
    expect((await open(null, path())).to).toBe(`/log-ind?next=${encodeURIComponent(`/mvsj${path()}`)}`)
    expect((await open('medlem', '/overdragelse/sludder')).status).toBe(404)
    const empty = await anOffice('Uden plads')
    await aTenure(empty, made.member.person)
    expect((await open('medlem', `/overdragelse/${empty}`)).text()).toContain('ingen pladser i fora')
  })

  test('takes no more statements for many tasks', async () => {
    const count = () => countStatements(database, () => open('medlem', path()))
    const few = await count()
    for (const title of ['Én', 'To', 'Tre'])
      await anActionPoint({ itemId: made.openItem, title, ownerOfficeId: made.member.office })
    expect(await count()).toBe(few)
  })
})
