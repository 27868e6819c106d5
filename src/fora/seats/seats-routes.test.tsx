import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, anOffice, anOrganisation, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let category: string
let forum: string
let office: string
beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  category = await aCategory()
  forum = await aForum({ categoryId: category, name: 'Banderåd', openness: 'public' })
  office = await anOffice('Borgmester i Testrup', await anOrganisation('Testrup Kommune'))
  await aTenure(office, await aPerson('Ane Eksempel'), '2022-01-01')
  await aSeat(forum, office)
})

const page = async (answer: Promise<Response> | Response) => {
  const response = await answer
  return { status: response.status, location: response.headers.get('location'), ...readPage(await response.text()) }
}
const open = (path: string, account: string | null = 'sekretariat') => page(as(account).get(`/mvsj${path}`))
const send = (path: string, fields: Record<string, string> = {}, account = 'sekretariat') =>
  page(as(account).post(`/mvsj${path}`, fields))

/** Log entries since the test began, newest last. */
const entries = async () =>
  (await asOwner(
    `select action, subject_kind, subject_id from audit.entry where subject_id = any($1::text[]) order by number`,
    [[office, forum]],
  )) as { action: string; subject_kind: string; subject_id: string }[]

const dayOf = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-dag`]: date, [`${name}-maaned`]: month, [`${name}-aar`]: year }
}

describe('every page', () => {
  test('is refused to those without the permission', async () => {
    for (const path of ['/embeder/opret', `/embeder/${office}/ret`, `/embeder/${office}/skift`])
      expect([path, (await open(path, 'partner')).status]).toEqual([path, 403])
    for (const path of ['/fora/banderaad/pladser', '/fora/banderaad/sammensaetning', '/fora/sammensaetning'])
      expect([path, (await open(path, 'partner')).status]).toEqual([path, 403])
    for (const path of ['/embeder', '/embeder.csv', `/embeder/${office}`, '/fora/ledige-pladser'])
      expect([path, (await open(path, null)).status]).toEqual([path, 403])
    for (const path of [`/embeder/${office}/skift`, `/embeder/${office}/fortryd`, '/fora/banderaad/pladser'])
      expect([path, (await send(path, {}, 'partner')).status]).toEqual([path, 403])
  })

  test('of something that does not exist is not found', async () => {
    for (const path of ['/embeder/x', '/embeder/00000000-0000-4000-8000-000000000000', '/fora/ukendt/pladser'])
      expect([path, (await open(path)).status]).toEqual([path, 404])
    expect((await open('/fora/sammensaetning/ukendt')).status).toBe(404)
  })

  test('takes no more statements for many rows than for one', async () => {
    const paths = ['/embeder', `/embeder/${office}`, `/embeder/${office}/skift`, '/fora/banderaad/pladser']
    const all = [...paths, '/fora/ledige-pladser', '/fora/banderaad', '/fora/banderaad/sammensaetning']
    const count = () =>
      countStatements(database, async () => {
        for (const path of all) expect([path, (await open(path)).status]).toEqual([path, 200])
      })
    const few = await count()
    for (const number of [1, 2, 3, 4]) {
      const another = await aForum({ categoryId: category, name: `Forum ${String(number)}` })
      await aSeat(another, office)
      await aSeat(forum, await anOffice(`Leder af afdeling ${String(number)}`))
    }
    expect(await count()).toBe(few)
  })
})

describe('the list of offices', () => {
  test('filters, and offers what is shown as a spreadsheet', async () => {
    await anOffice('Leder af lokalpolitiet')
    const vacant = await open('/embeder?udvalg=vacant')
    expect(vacant.table('Viser 1–1 af 1 embeder').rows.map(([title]) => title)).toEqual(['Leder af lokalpolitiet'])
    const found = await open('/embeder?q=eksempel')
    expect(found.row('Borgmester i Testrup').cell('Nu')).toBe('Ane Eksempel')
    const sheet = await as('partner').get('/mvsj/embeder.csv?q=testrup')
    expect(await sheet.text()).toContain('Borgmester i Testrup;Testrup Kommune;;Ane Eksempel;2022-01-01;1')
    expect((await as('partner').get('/mvsj/embeder.xlsx')).headers.get('content-disposition')).toContain('.xlsx')
  })

  test('tells a member who holds the offices of the own forum, and does not call the others vacant', async () => {
    const member = await anOffice('Leder af SSP')
    await aTenure(member, await aPerson('Mads Testrup', 'medlem'))
    await aSeat(forum, member)
    await anOffice('Leder af lokalpolitiet')
    const shown = await open('/embeder', 'medlem')
    expect(shown.row('Borgmester i Testrup').cell('Nu')).toBe('Ane Eksempel')
    expect(shown.row('Leder af lokalpolitiet').cell('Nu')).toBe('Vises ikke for dig')
    expect(shown.text()).not.toContain('Ledigt')
    expect(shown.buttons()).not.toContain('Opret embede')
  })

  test('does not break on an address typed by hand', async () => {
    expect((await open('/embeder?side=-3&udvalg=alt&organisation=1&kommune=abc&sorter=')).status).toBe(200)
  })
})

describe('an office', () => {
  test('is created once under a title', async () => {
    const created = await send('/embeder/opret', { titel: 'Leder af SSP', organisation: '', kommune: '259' })
    expect(created.status).toBe(303)
    const shown = await page(as('sekretariat').get(created.location ?? ''))
    expect(shown.heading()).toBe('Leder af SSP')
    expect(shown.term('Kommune')).toBe('Køge')
    const again = await send('/embeder/opret', { titel: 'leder af  SSP', organisation: '', kommune: '' })
    expect(again.status).toBe(422)
    expect(again.byLabel('Titel').description).toContain('allerede et embede med den titel')
  })

  test('does not end while it has seats, then not while somebody holds it', async () => {
    const end = {
      titel: 'Borgmester i Testrup',
      organisation: '',
      kommune: '',
      version: '1',
      ...dayOf('ophoer', '2026-04-01'),
    }
    expect((await send(`/embeder/${office}/ret`, end)).alert()).toContain('Embedet har 1 plads. Afslut den først')
    await asOwner(`update fora.seat set valid_to = '2026-04-01'`)
    expect((await send(`/embeder/${office}/ret`, end)).alert()).toContain('Ane Eksempel har embedet')
    await asOwner(`update people.tenure set valid_to = '2026-04-01'`)
    expect((await send(`/embeder/${office}/ret`, end)).status).toBe(303)
  })

  test('keeps both texts when two edit it', async () => {
    const edit = (titel: string) =>
      send(`/embeder/${office}/ret`, { titel, organisation: '', kommune: '', version: '1' })
    expect((await edit('Borgmesteren')).status).toBe(303)
    const second = await edit('Borgmester i Opdigt')
    expect(second.status).toBe(409)
    expect(second.byLabel('Titel').value).toBe('Borgmester i Opdigt')
    expect(second.text()).toContain('Borgmesteren')
    expect(second.form('Gem embedet').values['version']).toBe('2')
  })
})

describe('a change of holder', () => {
  const skift = () => `/embeder/${office}/skift`
  const bo = { navn: 'Bo Prøve', mail: 'bo@testrup.example', ...dayOf('fra', '2026-04-01'), version: '1' }

  test('is checked, then counts in every forum, and stands in the log of each', async () => {
    const kredsraad = await aForum({ categoryId: category, name: 'Kredsrådet' })
    await aSeat(kredsraad, office, 'chair')
    await asOwner(`insert into fora.meeting_day (district, forum_id, on_day) values ('mvsj', $1, '2026-05-20')`, [
      forum,
    ])
    const form = await open(skift())
    expect(form.text()).toContain('Ane Eksempel har haft embedet siden 1. januar 2022')
    const check = await send(skift(), { ...form.form('Fortsæt').values, ...bo })
    expect(check.status).toBe(200)
    expect(check.heading()).toBe('Kontrollér skiftet')
    expect(check.term('Derefter')).toContain('oprettes som ny person')
    expect(check.row('Banderåd').cell('Kommende møder')).toContain('20. maj')
    expect(check.row('Kredsrådet').cell('Rolle')).toBe('Formand')
    expect((await open(`/embeder/${office}`)).text()).not.toContain('Bo Prøve')

    const saved = await send(skift(), check.form('Gem skiftet').values)
    expect(saved.status).toBe(303)
    const after = await open(`/embeder/${office}`)
    expect(after.term('Nu')).toContain('Ane Eksempel')
    expect(after.term('Nu')).toContain('Bo Prøve overtager 1. april 2026')
    expect((await entries()).map(({ action, subject_kind: kind }) => [action, kind])).toEqual([
      ['office.holderChanged', 'office'],
      ['seat.holderChanged', 'forum'],
    ])
  })

  test('goes back to the form with everything that was typed', async () => {
    const check = await send(skift(), bo)
    const back = await send(skift(), check.form('Ret oplysningerne').values)
    expect(back.status).toBe(200)
    expect(back.byLabel('Navn').value).toBe('Bo Prøve')
    expect(back.byLabel('År').value).toBe('2026')
  })

  test('is refused with the reason, and nothing typed is lost', async () => {
    const early = await send(skift(), { ...bo, ...dayOf('fra', '2022-01-01') })
    expect(early.status).toBe(422)
    expect(early.alert()).toContain('Skriv en dato efter 1. januar 2022, hvor Ane Eksempel begyndte')
    expect(early.byLabel('Navn').value).toBe('Bo Prøve')
    expect((await send(skift(), { ...bo, mail: '' })).alert()).toContain('Skriv arbejdsmailen')
    expect((await send(skift(), { ...bo, navn: 'Ane Eksempel', mail: '' })).alert()).toContain('har allerede embedet')
    expect((await send(skift(), { ...bo, ...dayOf('fra', '2026-02-30') })).alert()).toContain('en dag, der findes')
    expect((await send(skift(), { ...bo, navn: 'Bo 010190-0000' })).alert()).toContain('CPR-nummer')
    expect((await send(skift(), { ...bo, trin: 'gem', mail: 'bo' })).status).toBe(422)
    expect(await entries()).toEqual([])
  })

  test('leaves the office vacant when nobody takes over', async () => {
    const vacated = await send(skift(), {
      hvad: 'ledig',
      navn: '',
      trin: 'gem',
      version: '1',
      ...dayOf('fra', '2026-03-01'),
    })
    expect(vacated.status).toBe(303)
    expect((await open(`/embeder/${office}`)).term('Nu')).toBe('Embedet er ledigt')
    const list = await open('/fora/ledige-pladser', 'partner')
    expect(list.row('Borgmester i Testrup').cell('Mangler')).toContain('siden 1. mar. 2026')
    expect(list.links()).not.toContain('Besæt pladsen')
    expect((await open('/fora/banderaad')).row('Borgmester i Testrup').cell('Nu')).toContain('Ledig')
  })

  test('of two at the same time stores one; the other keeps what was typed', async () => {
    const both = await Promise.all([
      send(skift(), { ...bo, trin: 'gem' }),
      send(skift(), { ...bo, navn: 'Karla Opdigt', mail: 'karla@testrup.example', trin: 'gem' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const lost = both.find(({ status }) => status === 409)
    expect(lost?.text()).toContain('sekretariat har gemt en ændring, mens du skrev')
    expect(['Bo Prøve', 'Karla Opdigt']).toContain(lost?.byLabel('Navn').value)
    expect(await asOwner('select 1 from people.tenure')).toHaveLength(2)
    expect(await asOwner(`select 1 from people.person where email is not null`)).toHaveLength(1)
  })

  test('made by mistake is undone once', async () => {
    await send(skift(), { ...bo, trin: 'gem' })
    const shown = await open(`/embeder/${office}`)
    expect(shown.text()).toContain('Fortryder du, har Ane Eksempel embedet som før, og Bo Prøve fjernes fra det.')
    const { values } = shown.form('Fortryd skiftet')
    expect((await send(`/embeder/${office}/fortryd`, values)).status).toBe(303)
    expect((await send(`/embeder/${office}/fortryd`, values)).status).toBe(409)
    const after = await open(`/embeder/${office}`)
    expect(after.term('Nu')).toBe('Ane Eksempel siden 1. januar 2022')
    expect(after.buttons()).not.toContain('Fortryd skiftet')
    expect((await entries()).map(({ action }) => action)).toEqual([
      'office.holderChanged',
      'seat.holderChanged',
      'office.holderUndone',
      'seat.holderChanged',
    ])
  })
})

describe('the seats of a forum', () => {
  const path = '/fora/banderaad/pladser'
  const seat = { art: 'office', navn: '', rolle: 'member', part: '', udpeget: '', ...dayOf('fra', '2026-03-01') }
  const seatId = async () => String((await asOwner('select id from fora.seat'))[0]?.['id'])

  test('are added for an office, an organisation and a person, known or new', async () => {
    await anOrganisation('Opdigt Idrætsforening', 'association')
    for (const [art, navn] of [
      ['office', 'Leder af lokalpolitiet'],
      ['organisation', 'opdigt idrætsforening'],
      ['person', 'Karla Opdigt'],
    ] as const)
      expect([navn, (await send(path, { ...seat, art, navn })).status]).toEqual([navn, 303])
    const shown = await open(path)
    expect(shown.table('Pladser nu').rows.map(([label, now, , party]) => [label, now, party])).toEqual([
      ['Borgmester i Testrup', 'Ane Eksempel', 'Kommune'],
      ['Karla Opdigt', 'Karla Opdigt', 'Andre'],
      ['Leder af lokalpolitiet', 'Ledig', 'Andre'],
      ['Opdigt Idrætsforening', 'Organisationen sender selv', 'Lokalsamfund'],
    ])
    expect((await entries()).map(({ action }) => action)).toEqual(['seat.added', 'seat.added', 'seat.added'])
  })

  test('hold an office once and have one chair, and a refusal stores nothing', async () => {
    const twice = await send(path, { ...seat, navn: 'Borgmester i Testrup' })
    expect(twice.status).toBe(422)
    expect(twice.alert()).toContain('Embedet har allerede en plads i forummet')
    await asOwner(`update fora.seat set role = 'chair'`)
    const second = await send(path, { ...seat, navn: 'Nyt embede', rolle: 'chair' })
    expect(second.alert()).toContain('allerede en formand: Borgmester i Testrup')
    expect(await asOwner(`select 1 from people.office where title = 'Nyt embede'`)).toEqual([])
    expect((await send(path, { ...seat, art: 'organisation', navn: 'Ukendt' })).alert()).toContain('foreslås')
  })

  test('end on a day and are restored', async () => {
    const edit = `${path}/${await seatId()}`
    const form = (await open(edit)).form('Gem pladsen').values
    expect((await send(edit, { ...form, ...dayOf('slut', '2026-03-10') })).status).toBe(303)
    const ended = await open(path)
    expect(ended.headings()).toContain('Tidligere pladser')
    const restored = await send(`${edit}/gendan`, ended.form('Gendan: Borgmester i Testrup').values)
    expect(restored.status).toBe(303)
    expect((await open(path)).headings()).not.toContain('Tidligere pladser')
    expect((await entries()).map(({ action }) => action)).toEqual(['seat.ended', 'seat.restored'])
  })

  test('are not restored where the office has come back meanwhile', async () => {
    const id = await seatId()
    await asOwner(`update fora.seat set valid_to = '2026-02-01'`)
    expect((await send(path, { ...seat, navn: 'Borgmester i Testrup' })).status).toBe(303)
    const refused = await send(`${path}/${id}/gendan`, { version: '1' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('Embedet har allerede en plads')
  })

  test('never overwrite another editor', async () => {
    const edit = `${path}/${await seatId()}`
    const form = (await open(edit)).form('Gem pladsen').values
    expect((await send(edit, { ...form, rolle: 'secretary' })).status).toBe(303)
    const second = await send(edit, { ...form, rolle: 'observer' })
    expect(second.status).toBe(409)
    expect(second.byLabel('Rolle').value).toBe('observer')
    expect(second.term('Rolle')).toBe('Sekretær')
    expect((await send(edit, second.form('Gem pladsen').values)).status).toBe(303)
  })
})

describe('vacant seats', () => {
  test('are filtered by forum and municipality, and exported', async () => {
    const koege = await aForum({ categoryId: category, name: 'Lokalrådet i Køge', municipality: '259' })
    const leader = await anOffice('Leder af lokalpolitiet')
    await aSeat(koege, leader)
    await aSeat(forum, leader)
    const rows = async (query: string) =>
      (await (await as('partner').get(`/mvsj/fora/ledige-pladser.csv${query}`)).text()).trim().split('\r\n').slice(1)
    expect(await rows('')).toHaveLength(2)
    expect(await rows('?kommune=259')).toEqual(['Leder af lokalpolitiet;Lokalrådet i Køge;Køge;Medlem;Ledig;;'])
    expect(await rows('?forum=banderaad')).toHaveLength(1)
    expect(await rows('?udvalg=expired')).toHaveLength(0)
  })
})

describe('how fora are put together', () => {
  const own = '/fora/banderaad/sammensaetning'

  test('the default of the district shows on the page of the forum where it departs', async () => {
    const stored = await send('/fora/sammensaetning/samarbejdsforum', {
      formand: 'police',
      maaneder: '48',
      kilde: 'Forretningsordenen',
      'min-community': '1',
      version: '0',
    })
    expect(stored.status).toBe(303)
    const shown = await open('/fora/banderaad', null)
    expect(shown.text()).toContain('Der er ingen formand. Formanden skal komme fra politiet.')
    expect(shown.text()).toContain('Lokalsamfund: 0 pladser af mindst 1.')
    expect(shown.text()).toContain('Aftalt i Forretningsordenen')
    expect((await open('/fora/sammensaetning')).row('Samarbejdsforum').cell('Formand')).toBe('Politi')
  })

  test('a forum gets rules of its own and goes back to the default', async () => {
    await send('/fora/sammensaetning/samarbejdsforum', { formand: 'police', version: '0' })
    expect((await send(own, { formand: '', 'max-municipality': '4', version: '0' })).status).toBe(303)
    expect((await open('/fora/banderaad')).text()).toContain('Sammensætningen er, som den skal være')
    const back = (await open(own)).form('Følg kredsens standard igen').values
    expect((await send(own, back)).status).toBe(303)
    expect((await open('/fora/banderaad')).text()).toContain('Der er ingen formand')
  })

  test('numbers that cannot be are refused, and two editors are told apart', async () => {
    const refused = await send(own, { maaneder: '400', 'min-police': '3', 'max-police': '2', version: '0' })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain('fra 1 til 120')
    expect((await send(own, { 'min-police': '3', 'max-police': '2', version: '0' })).alert()).toContain('større end')
    expect((await send(own, { kilde: 'Den ene', version: '0' })).status).toBe(303)
    const second = await send(own, { kilde: 'Den anden', version: '0' })
    expect(second.status).toBe(409)
    expect(second.byLabel('Hvor står det? (valgfri)').value).toBe('Den anden')
    expect(second.term('Kilde')).toBe('Den ene')
  })
})

test('the pages are complete in English', async () => {
  for (const [path, heading] of [
    ['/embeder', 'Offices'],
    [`/embeder/${office}/skift`, 'Who takes over the office?'],
    ['/fora/banderaad/pladser', 'Seats of Banderåd'],
    ['/fora/ledige-pladser', 'Vacant seats'],
    ['/fora/sammensaetning', 'Defaults for composition'],
  ] as const) {
    const shown = await page(as('sekretariat').get(`/mvsj${path}`, { cookie: 'samvirk-sprog=en' }))
    expect(shown.heading()).toBe(heading)
    expect([path, /\b(Pladser|Rolle|Siden|Gem|Fortryd|Formand)\b/.exec(shown.text())]).toEqual([path, null])
  }
})
