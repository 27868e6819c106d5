import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from './app.ts'
import { aCategory, aForum, aGroup, anOffice } from './builders.ts'
import { asOwner, emptied } from './db.ts'
import { readPage } from './page.ts'

const nowhere = '00000000-0000-4000-8000-000000000000'

let as: ReturnType<typeof testApp>['as']
let app: ReturnType<typeof testApp>['app']
let signIn: ReturnType<typeof testApp>['signIn']
let category: string
let elsewhere: string
beforeEach(async () => {
  ;({ as, app, signIn } = testApp(await emptied()))
  await grant('sekretariat', 'secretariat')
  await grant('nabo', 'administrator', { district: 'ns' })
  category = await aCategory()
  elsewhere = await aCategory(1, 'Naboens', 'ns')
  await aForum({ categoryId: category, name: 'Kredsrådet', openness: 'public' })
})

const forum = {
  navn: 'Banderåd',
  art: 'standing',
  niveau: '',
  kommune: '',
  overordnet: '',
  gruppe: '',
  emne: '',
  lovgrundlag: '',
  formaal: '',
  handleplaner: '',
  snitflader: '',
  deltagere: '',
  moeder: '',
  aabenhed: 'closed',
}
/** The actions that the log holds beyond what it held before: it is never emptied. */
const loggedSince = async (number: unknown, action: string) =>
  await asOwner(`select action from audit.entry where district = 'mvsj' and number > $1 and action like $2`, [
    number,
    action,
  ])
const lastNumber = async () =>
  (await asOwner(`select coalesce(max(number), 0) as last from audit.entry where district = 'mvsj'`))[0]?.['last']

const tooLarge = '99999999999'

describe('a forged choice is refused at its field, and nothing is stored', () => {
  test.each([
    ['kategori', () => nowhere],
    ['kategori', () => elsewhere],
    ['kommune', () => '999'],
    ['kommune', () => '101'],
    ['overordnet', () => nowhere],
    ['gruppe', () => nowhere],
  ])('%s', async (field, value) => {
    const sent = { ...forum, kategori: category, [field]: value() }
    for (const path of ['/mvsj/fora/opret', '/mvsj/fora/kredsraadet/ret']) {
      const answer = await as('sekretariat').post(path, { ...sent, version: '1' })
      expect(answer.status).toBe(422)
      expect(readPage(await answer.text()).alert()).toContain('Vælg en af mulighederne')
    }
    expect(await asOwner(`select name from fora.forum`)).toEqual([{ name: 'Kredsrådet' }])
  })
})

test('a version no version can be is a refusal, never the program’s fault', async () => {
  const office = await anOffice('Borgmesteren i Testrup')
  const posts: [string, Record<string, string>][] = [
    ['/mvsj/fora/kredsraadet/ret', { ...forum, kategori: category }],
    ['/mvsj/fora/kredsraadet/status', { status: 'paused', grund: 'Prøve' }],
    ['/mvsj/fora/kredsraadet/sammensaetning', { formand: 'police', maaneder: '12', kilde: '' }],
    [`/mvsj/embeder/${office}/fortryd`, {}],
  ]
  for (const [path, fields] of posts) {
    const { status } = await as('sekretariat').post(path, { ...fields, version: tooLarge })
    expect([404, 409, 422], path).toContain(status)
  }
})

test('a day that is none is no meeting day to remove', async () => {
  for (const slet of ['abc', '2026-13-45', "'", '\0'])
    expect((await as('sekretariat').post('/mvsj/fora/kredsraadet/moededage', { slet })).status).toBe(404)
})

test('a null character finds nothing and breaks nothing', async () => {
  for (const path of [
    '/fora?q=%00',
    '/fora.csv?q=%00',
    '/fora/%00',
    '/hvem-arbejder-med?q=%00',
    '/organisationer?q=%00',
  ])
    expect([200, 404], path).toContain((await as(null).get(`/mvsj${path}`)).status)
})

test('a joint entry cannot take the name of another', async () => {
  const one = await aGroup(category, 'Lokalrådene')
  await aGroup(category, 'Kredsrådene')
  const { navn: _, ...rest } = forum
  const answer = await as('sekretariat').post(`/mvsj/fora/samlet/${one}`, {
    ...rest,
    navn: 'kredsrådene',
    version: '1',
  })
  expect(answer.status).toBe(422)
  expect(readPage(await answer.text()).alert()).toContain('allerede')
})

test('a change of status that came too late leaves no trace in the log', async () => {
  const before = await lastNumber()
  const paused = { status: 'paused', grund: 'Prøve', version: '1' }
  expect((await as('sekretariat').post('/mvsj/fora/kredsraadet/status', paused)).status).toBe(303)
  expect((await as('sekretariat').post('/mvsj/fora/kredsraadet/status', paused)).status).toBe(409)
  expect(
    (await as('sekretariat').post('/mvsj/fora/kredsraadet/status', { ...paused, status: 'reviewed' })).status,
  ).toBe(409)
  expect(await loggedSince(before, 'forum.%')).toEqual([{ action: 'forum.status' }])
})

test('an address that looks like another site leads nowhere else', async () => {
  const origin = 'http://127.0.0.1:3000'
  const answer = await app.request(`${origin}//evil.example/?sprog=en`)
  expect(answer.headers.get('location')).toBe('/evil.example/')
  const missing = await app.request(`${origin}//evil.example/%2e%2e`)
  expect(missing.status).toBe(404)
  expect(await missing.text()).not.toContain('href="//')
  expect((await app.request(`${origin}///`)).status).toBe(404)
})

test('a body that is no form has no token', async () => {
  for (const body of ['garbage', '--x\r\nbroken'])
    expect(
      (
        await app.request('http://127.0.0.1:3000/log-ud', {
          method: 'POST',
          body,
          headers: { 'content-type': 'multipart/form-data; boundary=x', cookie: 'samvirk-form=test-token' },
        })
      ).status,
    ).toBe(403)
})

test('a form sent twice makes one thing', async () => {
  const twice = async (path: string, fields: Record<string, string>) => {
    expect((await as('sekretariat').post(path, fields)).status, path).toBe(303)
    const second = await as('sekretariat').post(path, fields)
    expect(second.status, path).toBe(422)
    expect(readPage(await second.text()).alert()).toContain('allerede')
  }
  await twice('/mvsj/fora/opret', { ...forum, kategori: category })
  await twice('/mvsj/lovgrundlag/opret', { lov: 'Prøveloven', paragraf: '§ 9', emne: '', kilde: '' })
  await twice('/mvsj/fora/kredsraadet/pladser', {
    art: 'person',
    navn: 'Bo Prøve',
    rolle: 'member',
    part: '',
    udpeget: '',
    'fra-dag': '1',
    'fra-maaned': '1',
    'fra-aar': '2026',
  })
})

test('a role given twice is gone when it is taken away once', async () => {
  await grant('admin', 'administrator')
  const before = await lastNumber()
  const fields = {
    navn: 'Ny Prøve',
    email: 'ny@example.test',
    password: 'en lang og god kode 7',
    rolle: 'auditor',
    kommune: '',
  }
  const path = (await as('admin').post('/mvsj/brugere/opret', fields)).headers.get('location') ?? ''
  await as('admin').post('/mvsj/brugere/opret', fields)
  await as('admin').post(path, { handling: 'giv', rolle: 'auditor', kommune: '' })
  expect(await asOwner(`select role from people.role_grant where role = 'auditor'`)).toHaveLength(1)
  expect(await loggedSince(before, 'role.granted')).toHaveLength(1)
})

test('an attempt on an account is shown to its administrator, and a password typed as an address to nobody', async () => {
  await grant('admin', 'administrator')
  const fields = {
    navn: 'Ny Prøve',
    email: 'ny@example.test',
    password: 'en lang og god kode 7',
    rolle: 'auditor',
    kommune: '',
  }
  await as('admin').post('/mvsj/brugere/opret', fields)
  const caller = { headers: new Headers(), sender: null }
  await signIn.signIn(caller, 'ny@example.test', 'forkert kode her')
  await signIn.signIn(caller, 'min hemmelige kode 77', 'min hemmelige kode 77')
  const log = readPage(await (await as('admin').get('/mvsj/log?login=ja&q=ny%40example.test')).text()).text()
  expect(log).toContain('Login nægtet')
  const kept = await asOwner(
    `select 1 from audit.entry where subject_name like '%hemmelige%' or actor_name like '%hemmelige%'`,
  )
  expect(kept).toEqual([])
})
