import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, anOffice, anOrganisation, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let as: ReturnType<typeof testApp>['as']
let database: Database
let forum: string
let organisation: string
let office: string
let person: string

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, ...readPage(await response.text()) }
}
const send = async (account: string | null, path: string, fields: Record<string, string>) => {
  const response = await as(account).post(`/mvsj${path}`, fields)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const logged = (action: string) =>
  asOwner(`select * from audit.entry where action = $1 order by number desc limit 1`, [action])

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  for (const role of ['administrator', 'auditor', 'secretariat', 'partner'] as const) await grant(role, role)
  await grant('koordinator', 'municipalCoordinator', { municipality: '259' })
  const category = await aCategory()
  forum = await aForum({ categoryId: category, name: 'Rusmiddelforum', purpose: 'Færre unge med stoffer' })
  const closed = await aForum({ categoryId: category, name: 'Lukket gruppe', openness: 'closed', cadence: '6' })
  const open = await aForum({ categoryId: category, name: 'Trafikforum', openness: 'public', cadence: 'Efter behov' })
  organisation = await anOrganisation('Køge Kommune')
  await asOwner(`update people.organisation set municipality_code = '259' where id = $1`, [organisation])
  office = await anOffice('SSP-konsulent', organisation)
  person = await aPerson('Ane Eksempel')
  await aTenure(office, person)
  for (const id of [forum, closed, open]) await aSeat(id, office, id === forum ? 'chair' : 'member')
  const other = await anOffice('Vejchef')
  await aTenure(other, await aPerson('Bo Prøve', 'medlem'))
  await aSeat(forum, other)
})

describe('persons', () => {
  test.each([
    ['administrator', 200],
    ['auditor', 200],
    ['secretariat', 200],
    ['koordinator', 200],
    ['partner', 200],
    ['medlem', 200],
    ['fremmed', 403],
    [null, 403],
  ])('are shown to %s with %i', async (account, status) => {
    expect((await open(account, '/personer')).status).toBe(status)
    expect((await open(account, `/personer/${person}`)).status).toBe(status)
    expect((await as(account).get('/mvsj/personer.csv')).status).toBe(status)
  })

  test('carry the meetings of the fora the reader may see', async () => {
    expect((await open('secretariat', '/personer')).row('Ane Eksempel').cell('Møder om året')).toBe(
      'mindst 10 1 uden fast antal',
    )
    expect((await open('partner', '/personer')).row('Ane Eksempel').cell('Møder om året')).toBe(
      'mindst 4 1 uden fast antal',
    )
    const page = await open('secretariat', `/personer/${person}`)
    expect(page.text()).toContain('Mindst 10 møder')
    expect(page.row('Rusmiddelforum').cell('Rolle')).toBe('Formand')
    expect(page.term('Kommune')).toBe('Køge')
    expect(page.text()).not.toContain('Kun fora, du har adgang til')
    expect((await open('partner', `/personer/${person}`)).text()).toContain('Kun fora, du har adgang til')
  })

  test('are found by a misspelt office, and sorted by load', async () => {
    const found = await open('secretariat', '/personer?q=konsulnt')
    expect(found.links()).toContain('Ane Eksempel')
    expect(found.links()).not.toContain('Bo Prøve')
    const sorted = await open('secretariat', '/personer?sorter=meetings&omvendt=ja')
    expect(sorted.table('Viser 1–2 af 2, sorteret efter møder om året.').rows[0]?.[0]).toBe('Ane Eksempel')
    expect((await open('secretariat', '/personer?sorter=x&side=-3&organisation=y')).status).toBe(200)
  })

  test('keep their former offices and seats apart', async () => {
    await asOwner(`update people.tenure set valid_to = '2026-01-01' where person_id = $1`, [person])
    const page = await open('secretariat', `/personer/${person}`)
    expect(page.headings()).toContain('Tidligere')
    expect(page.text()).toContain('Sidder ikke i et forum nu')
    expect(page.row('Rusmiddelforum').cell('Periode')).toContain('1. jan. 2026')
  })

  test('are hidden from a member who does not sit with them', async () => {
    const stranger = await aPerson('Carl Opdigt')
    expect((await open('medlem', '/personer')).text()).not.toContain('Carl Opdigt')
    expect((await open('medlem', `/personer/${stranger}`)).status).toBe(404)
    expect((await open('secretariat', '/personer/ikke-et-id')).status).toBe(404)
  })
})

describe('editing a person', () => {
  const path = () => `/personer/${person}/ret`
  const sent = { navn: 'Ane Prøve', email: 'Ane@Kommune.example', version: '1' }

  test.each(['partner', 'koordinator', 'auditor', 'medlem', null])('is refused to %s', async (account) => {
    expect((await open(account, path())).status).toBe(403)
    expect((await send(account, path(), sent)).status).toBe(403)
  })

  test('stores, logs and refuses to overwrite another editor', async () => {
    expect((await send('secretariat', path(), sent)).to).toBe(`/mvsj/personer/${person}`)
    expect((await open('secretariat', `/personer/${person}`)).links()).toContain('ane@kommune.example')
    expect((await logged('person.changed'))[0]?.['subject_name']).toBe('Ane Prøve')
    const late = await send('administrator', path(), { ...sent, navn: 'Ane Senere' })
    expect(late.status).toBe(409)
    expect(late.text()).toContain('Senere')
    expect(late.text()).toContain('Prøve')
    expect(late.form(late.buttons().at(-1) ?? '').values['version']).toBe('2')
  })

  test('refuses a civil registration number, no name, and a taken or broken address', async () => {
    await asOwner(`update people.person set email = 'bo@kommune.example' where name = 'Bo Prøve'`)
    const problem = async (fields: Record<string, string>) => {
      const page = await send('secretariat', path(), { ...sent, ...fields })
      expect(page.status).toBe(422)
      return page.alert()
    }
    expect(await problem({ navn: 'Ane 010190-0000' })).toContain('CPR-nummer')
    expect(await problem({ navn: '' })).toContain('Skriv navnet')
    expect(await problem({ email: 'BO@kommune.example' })).toContain('en anden person')
    expect(await problem({ email: 'ane' })).toContain('e-mailadresse')
  })
})

describe('organisations', () => {
  const sent = { navn: 'Politistation Køge', art: 'policeStation', kommune: '259', del: '', formaal: 'Nærpoliti' }

  test('are public facts, their persons are not', async () => {
    const visitor = await open(null, `/organisationer/${organisation}`)
    expect(visitor.status).toBe(200)
    expect(visitor.text()).toContain('SSP-konsulent')
    expect(visitor.text()).not.toContain('Ane Eksempel')
    expect(visitor.text()).not.toContain('Ledig')
    expect(visitor.text()).not.toContain('Rusmiddelforum')
    expect(visitor.links()).toContain('Trafikforum')
    expect((await open('partner', `/organisationer/${organisation}`)).links()).toContain('Ane Eksempel')
    expect((await open(null, '/organisationer')).row('Køge Kommune').cell('Fora')).toBe('1')
    expect((await open('secretariat', '/organisationer')).row('Køge Kommune').cell('Fora')).toBe('3')
    expect(await (await as(null).get('/mvsj/organisationer.csv')).text()).toContain('Køge Kommune')
  })

  test('say that an office is vacant only to those who would see its holder', async () => {
    await anOffice('Natteravnekoordinator', organisation)
    const cell = async (account: string) =>
      (await open(account, `/organisationer/${organisation}`)).row('Natteravnekoordinator').cell('Nu')
    expect(await cell('partner')).toBe('Ledig')
    expect(await cell('medlem')).toBe('Vises ikke for dig')
  })

  test.each(['partner', 'koordinator', 'auditor', 'medlem', null])(
    'cannot be made or changed by %s',
    async (account) => {
      expect((await send(account, '/organisationer/opret', sent)).status).toBe(403)
      expect((await open(account, `/organisationer/${organisation}/ret`)).status).toBe(403)
      expect((await send(account, `/organisationer/${organisation}/ret`, sent)).status).toBe(403)
    },
  )

  test('are made, changed and logged; two editors are told of each other', async () => {
    const { to } = await send('secretariat', '/organisationer/opret', { ...sent, del: organisation })
    const path = (to ?? '').replace('/mvsj', '')
    const page = await open('secretariat', path)
    expect(page.heading()).toBe('Politistation Køge')
    expect(page.term('Del af')).toBe('Køge Kommune')
    expect((await open('secretariat', `/organisationer/${organisation}`)).links()).toContain('Politistation Køge')
    const change = (formaal: string) => send('secretariat', `${path}/ret`, { ...sent, formaal, version: '1' })
    expect((await change('Den ene')).status).toBe(303)
    expect((await logged('organisation.changed'))[0]?.['changes']).toEqual(
      expect.arrayContaining([{ field: 'purpose', before: 'Nærpoliti', after: 'Den ene' }]),
    )
    const late = await change('Den anden')
    expect(late.status).toBe(409)
    expect(late.text()).toContain('Den ene')
    expect(late.text()).toContain('Den anden')
  })

  test('are refused without municipality, with a taken name, and as part of themselves', async () => {
    const problem = async (path: string, fields: Record<string, string>) => {
      const page = await send('secretariat', path, { ...sent, ...fields })
      expect(page.status).toBe(422)
      return page.alert()
    }
    expect(await problem('/organisationer/opret', { kommune: '' })).toContain('stationen')
    expect(await problem('/organisationer/opret', { kommune: '999' })).toContain('Vælg en af')
    expect(await problem('/organisationer/opret', { navn: 'køge kommune' })).toContain('allerede')
    expect(await problem(`/organisationer/${organisation}/ret`, { version: '1', del: organisation })).toContain(
      'del af sig selv',
    )
  })
})

describe('who works with this', () => {
  test('finds forum, office and person by a misspelt word', async () => {
    const page = await open('partner', '/hvem-arbejder-med?q=rusmidel')
    expect(page.links()).toEqual(expect.arrayContaining(['Rusmiddelforum', 'SSP-konsulent', 'Ane Eksempel']))
    expect(page.text()).toContain('Fundet i navn eller emne')
    expect(page.links()).not.toContain('Trafikforum')
  })

  test('reads a municipality among the words', async () => {
    expect((await open('partner', '/hvem-arbejder-med?q=stoffer+i+Køge')).text()).toContain(
      'Læst som et spørgsmål om Køge',
    )
    expect((await open('partner', '/hvem-arbejder-med?q=stoffer')).text()).toContain('Fundet i formål eller deltagere')
  })

  test('finds an office by its title', async () => {
    expect((await open('secretariat', '/hvem-arbejder-med?q=vejchefen')).links()).toContain('Vejchef')
  })

  test('shows only what the reader may see', async () => {
    const visitor = await open(null, '/hvem-arbejder-med?q=trafik')
    expect(visitor.links()).toContain('Trafikforum')
    expect(visitor.text()).toContain('SSP-konsulent')
    expect(visitor.text()).not.toContain('Ane Eksempel')
    expect((await open(null, '/hvem-arbejder-med?q=rusmidler')).text()).toContain('Intet forum eller embede nævner')
    expect((await open('partner', '/hvem-arbejder-med?q=lukket')).links()).not.toContain('Lukket gruppe')
    expect((await open('secretariat', '/hvem-arbejder-med?q=lukket')).links()).toContain('Lukket gruppe')
  })

  test('explains what to do before a question, and after one that finds nothing', async () => {
    expect((await open('partner', '/hvem-arbejder-med')).text()).toContain('Spørg med et eller to ord')
    expect((await open('partner', '/hvem-arbejder-med?q=%25%27%22xyzzy')).text()).toContain('Prøv et bredere ord')
    expect((await open('partner', '/hvem-arbejder-med?kommune=259')).text()).toContain(
      'Ingen fora hører til Køge alene',
    )
  })

  test('speaks English', async () => {
    const headers = { cookie: 'samvirk-sprog=en' }
    for (const path of [
      '/hvem-arbejder-med?q=trafik',
      '/personer',
      `/personer/${person}`,
      '/organisationer',
      `/organisationer/${organisation}`,
    ]) {
      const text = readPage(await (await as('partner').get(`/mvsj${path}`, headers)).text()).text()
      expect(text).not.toMatch(/Hvem|Møder|Embede|Formål/)
    }
  })
})

test('no page takes more statements for many rows than for few', async () => {
  const paths = [
    '/personer',
    `/personer/${person}`,
    '/organisationer',
    `/organisationer/${organisation}`,
    '/hvem-arbejder-med?q=forum+gruppe+trafik',
    '/hvem-arbejder-med?q=trafik',
  ]
  const count = () =>
    countStatements(database, async () => {
      for (const path of paths) expect([path, (await open('secretariat', path)).status]).toEqual([path, 200])
    })
  const few = await count()
  const category = await aCategory(2, 'Trafik')
  for (const number of ['et', 'to', 'tre', 'fire']) {
    const another = await aForum({ categoryId: category, name: `Trafikforum ${number}` })
    await aSeat(another, office)
    const held = await anOffice(`Trafikleder ${number}`, await anOrganisation(`Trafikforening ${number}`))
    await aTenure(held, await aPerson(`Ea Prøve ${number}`))
    await aSeat(another, held)
  }
  expect(await count()).toBe(few)
})
