import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { anActionPoint, anExclusion } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'
import { aForumWithTasks } from './tasks.fixture.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let made: Awaited<ReturnType<typeof aForumWithTasks>>

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const send = async (account: string | null, path: string, fields: Record<string, string>) => {
  const response = await as(account).post(`/mvsj${path}`, fields)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const answer = { version: '1', status: 'onTrack', saetning: 'asPlanned', tekst: '' }
const due = (dag: string, maaned: string, aar = '2026') => ({ 'dag-dag': dag, 'dag-maaned': maaned, 'dag-aar': aar })
const notices = async () =>
  (
    await asOwner(
      `select n.kind, p.name from notices.notice n join people.person p on p.id = n.person_id order by n.made_at`,
    )
  ).map(({ kind, name }) => `${String(kind)}: ${String(name)}`)

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  made = await aForumWithTasks()
})

describe('the register', () => {
  const titles = async (account: string | null, query = '') =>
    (await open(account, `/opgaver${query}`))
      .links()
      .filter((text) => ['Tal for nattelivet', 'Skriv beredskabsnotat'].includes(text))

  test('shows each reader what they may see, and counts nothing else', async () => {
    expect(await titles('secretariat')).toHaveLength(2)
    expect(await titles('auditor')).toHaveLength(2)
    expect(await titles('medlem')).toHaveLength(2)
    expect(await titles('udenfor')).toEqual(['Skriv beredskabsnotat'])
    expect(await titles('partner')).toEqual([])
    expect(await titles(null)).toEqual([])
    const visitor = await open(null, '/opgaver')
    expect(visitor.links()).toContain('Alle 0')
    expect(visitor.text()).toContain('Der er ingen opgaver endnu')
    expect(visitor.byLabel('Forum').options).toEqual(['Alle fora'])
  })

  test('shows the open ones to the public once the minutes are published', async () => {
    await asOwner(`update meetings.meeting set state = 'published', published_to = 'public'`)
    const page = await open(null, '/opgaver')
    expect(page.links()).toContain('Tal for nattelivet')
    expect(page.text()).not.toContain('Skriv beredskabsnotat')
    expect(page.text()).not.toContain('Navn på')
  })

  test('leaves out what one who is excluded may not see, in lists, counts and files', async () => {
    await anExclusion(made.closedItem, made.chair.person)
    await anExclusion(made.closedItem, made.outsider)
    for (const account of ['formand', 'udenfor']) {
      const page = await open(account, '/opgaver?udvalg=all')
      expect(page.text()).not.toContain('beredskab')
      expect(page.links()).toContain(account === 'formand' ? 'Alle 1' : 'Alle 0')
      expect(await (await as(account).get('/mvsj/opgaver.csv?udvalg=all')).text()).not.toContain('beredskab')
      expect((await open(account, `/opgaver/${made.closedTask}`)).status).toBe(404)
    }
  })

  test('works out what is late', async () => {
    const page = await open('secretariat', '/opgaver')
    expect(page.row('Tal for nattelivet').cell('Status')).toBe('29 dage forsinket')
    expect(page.row('Tal for nattelivet').cell('Hvem')).toContain('Embede for medlem')
    expect(page.row('Tal for nattelivet').cell('Hvem')).toContain('Navn på medlem')
    expect(page.row('Skriv beredskabsnotat').cell('Status')).toBe('Ikke begyndt')
    expect(page.row('Skriv beredskabsnotat').cell('Hvad').replaceAll('\u00a0', ' ')).toBe(
      'Skriv beredskabsnotatMøde 5. feb. 2026',
    )
    expect(await titles('secretariat', `?udvalg=late&forum=${made.forumId}`)).toEqual(['Tal for nattelivet'])
    expect(await titles('secretariat', '?udvalg=late&forum=00000000-0000-4000-8000-000000000000')).toEqual([])
    expect(await titles('secretariat', '?udvalg=late')).toEqual(['Tal for nattelivet'])
    expect(await titles('secretariat', '?udvalg=month')).toEqual(['Skriv beredskabsnotat'])
    expect(await titles('medlem', '?udvalg=mine')).toEqual(['Tal for nattelivet'])
    expect(await titles('secretariat', '?udvalg=done')).toEqual([])
  })

  test('is filtered by words, forum, owner, state and period, sorted, and taken out as shown', async () => {
    expect(await titles('secretariat', '?q=BEREDSKAB')).toEqual(['Skriv beredskabsnotat'])
    expect(await titles('secretariat', '?q=100%25')).toEqual([])
    expect(await titles('secretariat', `?forum=${made.forumId}`)).toHaveLength(2)
    expect(await titles('secretariat', `?ansvarlig=${made.outsider}`)).toEqual(['Skriv beredskabsnotat'])
    expect(await titles('secretariat', '?status=done')).toEqual([])
    expect(await titles('secretariat', '?frist=week')).toEqual(['Skriv beredskabsnotat'])
    expect(await titles('secretariat', '?sorter=title')).toEqual(['Skriv beredskabsnotat', 'Tal for nattelivet'])
    expect(await titles('secretariat', '?sorter=x&forum=sludder&side=99&frist=;')).toHaveLength(2)
    const file = await (await as('secretariat').get('/mvsj/opgaver.csv?q=natte')).text()
    expect(file).toContain('Tal for nattelivet')
    expect(file).not.toContain('beredskab')
    expect((await as('secretariat').get('/mvsj/opgaver.xlsx')).status).toBe(200)
  })

  test('is taken out with the rows that are shown, in their order, whatever is chosen', async () => {
    await anActionPoint({ itemId: made.openItem, title: 'Aftale om lys', ownerPersonId: made.chair.person })
    await anActionPoint({ itemId: made.openItem, title: 'Færdig plan', ownerPersonId: made.outsider, state: 'done' })
    const names = ['Aftale om lys', 'Færdig plan', 'Skriv beredskabsnotat', 'Tal for nattelivet']
    const shown = async (query: string) =>
      (await open('secretariat', `/opgaver?${query}`)).links().filter((text) => names.includes(text))
    const taken = async (query: string) =>
      (await (await as('secretariat').get(`/mvsj/opgaver.csv?${query}`)).text())
        .split(/\r?\n/)
        .flatMap((line) => names.filter((name) => line.includes(name)))
    const some = [
      ...['', 'udvalg=all', 'udvalg=done', 'udvalg=late', 'udvalg=all&status=done', 'udvalg=all&q=aftale+lys'],
      ...['title', 'forum', 'owner', 'state', 'due'].flatMap((key) => [`sorter=${key}`, `sorter=${key}&omvendt=ja`]),
    ]
    for (const query of some) expect([query, ...(await taken(query))]).toEqual([query, ...(await shown(query))])
    expect(await shown('sorter=title')).toEqual([names[0], names[2], names[3]])
    expect(await shown('sorter=title&omvendt=ja')).toEqual([names[3], names[2], names[0]])
    expect(await shown('sorter=owner')).toEqual([names[3], names[0], names[2]])
    expect(await shown('udvalg=all&q=aftale+lys')).toEqual([names[0]])
  })

  test('takes no more statements for many rows, on the page and in a file', async () => {
    const count = (path: string) => countStatements(database, () => as('secretariat').get(`/mvsj${path}`))
    const paths = ['/opgaver', '/opgaver?q=opgave', '/opgaver.csv']
    const few: number[] = []
    for (const path of paths) few.push(await count(path))
    for (const number of [1, 2, 3])
      await anActionPoint({ itemId: made.openItem, title: `Opgave ${String(number)}`, ownerPersonId: made.outsider })
    for (const [index, path] of paths.entries()) expect(await count(path)).toBe(few[index])
    expect(Math.max(...few)).toBeLessThan(17)
  })
})

describe('one task', () => {
  const path = () => `/opgaver/${made.openTask}`
  const closedPath = () => `/opgaver/${made.closedTask}`

  test('asks a visitor to sign in and comes back, whether or not it exists', async () => {
    for (const id of [made.openTask, '00000000-0000-4000-8000-000000000000']) {
      const page = await open(null, `/opgaver/${id}`)
      expect([page.status, page.to]).toEqual([303, `/log-ind?next=%2Fmvsj%2Fopgaver%2F${id}`])
    }
    expect((await open('partner', path())).status).toBe(404)
  })

  test('shows its owner who is no member the task, and nothing of the item', async () => {
    const page = await open('udenfor', closedPath())
    expect(page.heading()).toBe('Skriv beredskabsnotat')
    expect(page.text()).toContain('Opgaven er din.')
    expect(page.text()).not.toContain('Hemmeligt beredskab')
    expect(page.buttons()).toContain('Gem status')
    expect(page.buttons()).not.toContain('Flyt fristen')
  })

  test('is answered in one page, with a comment', async () => {
    const page = await open('udenfor', closedPath())
    const { action, values } = page.form('Gem status')
    const stored = await as('udenfor').post(action, {
      ...values,
      status: 'done',
      saetning: 'finished',
      tekst: 'Sendt i dag',
    })
    expect(stored.headers.get('location')).toBe(`/mvsj${closedPath()}?gemt=status`)
    const after = await open('udenfor', `${closedPath()}?gemt=status`)
    expect(after.alert()).toContain('Din status er gemt')
    expect(after.text()).toContain('Opgaven er løst som aftalt. Sendt i dag')
    expect((await notices()).sort()).toEqual(['taskAnswered: Navn på formand'])
    const [entry] = await asOwner(
      `select * from audit.entry where action = 'task.answered' order by number desc limit 1`,
    )
    expect([entry?.['subject_kind'], entry?.['subject_id']]).toEqual(['agendaItem', made.closedItem])
  })

  test('keeps the ready sentences in Danish, whatever language they were chosen in', async () => {
    await as('medlem').post(`/mvsj${path()}`, answer, { cookie: 'samvirk-sprog=en' })
    expect((await open('secretariat', path())).text()).toContain('Arbejdet følger planen.')
  })

  test('takes "nothing new" as a dated answer', async () => {
    await send('medlem', path(), { ...answer, status: 'notBegun', saetning: 'nothingNew' })
    const page = await open('secretariat', path())
    expect(page.text()).toContain('Intet nyt siden sidst.')
    expect(page.text()).toContain('medlem, 12. mar. 2026')
    // The answer is new; the state is as old as it was.
    expect(page.term('Status')).toContain('ikke begyndt siden 1. januar 2026')
    expect(await notices()).toEqual([])
  })

  test('is not answered without a comment, without a reason for dropping, or with a civil registration number', async () => {
    const problem = async (fields: Record<string, string>) => {
      const page = await send('medlem', path(), { ...answer, ...fields })
      expect(page.status).toBe(422)
      return page.alert()
    }
    expect(await problem({ saetning: '' })).toContain('Vælg en sætning')
    expect(await problem({ saetning: 'own' })).toContain('Skriv, hvad der er nyt')
    expect(await problem({ status: 'dropped' })).toContain('hvorfor opgaven opgives')
    expect(await problem({ status: 'x' })).toContain('Vælg, hvordan det går')
    expect(await problem({ tekst: 'Se 010190-0000' })).toContain('CPR')
    expect((await asOwner('select 1 from meetings.action_point_status')).length).toBe(0)
  })

  test.each(['auditor', 'udenfor', 'partner', null])('is not answered by %s', async (account) => {
    const wanted = account === 'auditor' ? 403 : 404
    expect((await send(account, path(), answer)).status).toBe(wanted)
    expect((await send(account, `${path()}/videre`, { version: '1', ansvarlig: 'Ulla Udenfor' })).status).toBe(wanted)
    expect((await send(account, `${path()}/frist`, { version: '1', grund: 'x', ...due('1', '5') })).status).toBe(wanted)
  })

  test('is not lost when two answer, and is stored once when it is sent twice', async () => {
    const wished = { ...answer, saetning: 'own', tekst: 'Mine ord' }
    expect((await send('formand', path(), { ...answer, status: 'atRisk', saetning: 'needsHelp' })).status).toBe(303)
    const late = await send('medlem', path(), wished)
    expect(late.status).toBe(409)
    expect(late.alert()).toContain('formand har ændret opgaven')
    expect(late.text()).toContain('Der er brug for hjælp')
    const again = late.form('Gem status')
    expect(again.values['tekst']).toContain('Mine ord')
    expect((await as('medlem').post(again.action, again.values)).status).toBe(303)
    expect((await as('medlem').post(again.action, again.values)).status).toBe(409)
    expect((await asOwner('select 1 from meetings.action_point_status')).length).toBe(2)
  })

  test('has its deadline moved by those in charge alone, to a day that is to come, with a reason', async () => {
    const move = (account: string, fields: Record<string, string>) =>
      send(account, `${path()}/frist`, { version: '1', grund: 'Afventer tal', ...due('1', '5'), ...fields })
    expect((await move('medlem', {})).status).toBe(403)
    expect((await move('formand', due('1', '3'))).alert()).toContain('fra i dag og frem')
    expect((await move('formand', due('31', '2'))).alert()).toContain('der findes')
    expect((await move('formand', { grund: '' })).alert()).toContain('Skriv kort hvorfor')
    expect((await move('formand', {})).status).toBe(303)
    const page = await open('medlem', path())
    expect(page.term('Frist')).toContain('1. maj 2026')
    expect(page.text()).toContain('Fristen er flyttet fra 11. februar 2026 til 1. maj 2026. Afventer tal')
    expect((await move('formand', due('2', '5'))).status).toBe(409)
  })

  test('is handed on by its owner, who may then no longer see it, and the new owner is told', async () => {
    const hand = (ansvarlig: string) => send('udenfor', `${closedPath()}/videre`, { version: '1', ansvarlig })
    expect((await hand('Findes Ikke')).alert()).toContain('på listen')
    expect((await hand('Ulla Udenfor')).alert()).toContain('ligger allerede der')
    expect((await hand('Embede for medlem')).to).toBe('/mvsj/opgaver')
    expect((await open('udenfor', closedPath())).status).toBe(404)
    expect((await open('medlem', closedPath())).text()).toContain('Opgaven er din, fordi du er Embede for medlem')
    expect(await notices()).toEqual(['taskHandedOver: Navn på medlem'])
    expect((await open('medlem', closedPath())).text()).toContain('Givet videre fra Ulla Udenfor til Embede for medlem')
  })

  test('is not handed to one who is kept out of its item, in person or by an office, and nothing is changed', async () => {
    await anExclusion(made.openItem, made.outsider)
    await anExclusion(made.openItem, made.chair.person)
    for (const ansvarlig of ['Ulla Udenfor', 'Navn på formand', 'Embede for formand']) {
      const refused = await send('medlem', `${path()}/videre`, { version: '1', ansvarlig })
      expect(refused.status).toBe(422)
      expect(refused.byLabel('Ny ansvarlig').description).toContain(`${ansvarlig} er holdt ude af det punkt`)
    }
    expect(await asOwner('select 1 from meetings.action_point_status')).toEqual([])
    expect((await open('medlem', path())).text()).toContain('Opgaven er din')
  })

  test('says to those in charge that its owner was kept out of the item afterwards', async () => {
    expect((await open('formand', closedPath())).text()).not.toContain('kan ikke se opgaven')
    await anExclusion(made.closedItem, made.outsider)
    expect((await open('formand', closedPath())).text()).toContain('Den ansvarlige kan ikke se opgaven')
    expect((await open('medlem', closedPath())).text()).not.toContain('kan ikke se opgaven')
  })

  test('says to those in charge that its owner has no account to answer with', async () => {
    expect((await open('formand', path())).text()).not.toContain('ingen konto')
    await asOwner(`update people.person set account_id = null where id = $1`, [made.outsider])
    expect((await open('formand', closedPath())).text()).toContain('Ulla Udenfor har ingen konto i Samvirk')
    await asOwner(`update meetings.action_point set state = 'done' where id = $1`, [made.closedTask])
    expect((await open('formand', closedPath())).text()).not.toContain('ingen konto')
  })

  test('is not handed on by two at once', async () => {
    const hand = (ansvarlig: string) => send('formand', `${path()}/videre`, { version: '1', ansvarlig })
    expect((await hand('Navn på formand')).status).toBe(303)
    expect((await hand('Embede for formand')).status).toBe(409)
    expect((await asOwner('select 1 from meetings.action_point_status')).length).toBe(1)
  })
})
