import { beforeAll, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anItem, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
let local: string

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, ...readPage(await response.text()) }
}
const send = async (account: string | null, path: string, fields: Record<string, string>) => {
  const response = await as(account).post(path.startsWith('/mvsj') ? path : `/mvsj${path}`, fields)
  return { status: response.status, ...readPage(await response.text()) }
}
/** The form as it stands, with some fields changed. */
const filled = async (account: string, path: string, fields: Record<string, string> = {}) => {
  const { values } = (await open(account, path)).form('Gem forretningsordenen')
  return { ...values, ...fields }
}
const logged = async (action: string) =>
  (await asOwner(`select * from audit.entry where action = $1 order by number desc limit 1`, [action]))[0]

const path = '/fora/lokalraadet-i-koege/forretningsorden'
const defaults = '/moeder/forretningsordener/localCouncil'

beforeAll(async () => {
  as = testApp(await emptied()).as
  for (const role of ['secretariat', 'auditor', 'partner'] as const) await grant(role, role)
  local = await aForum({ categoryId: await aCategory(), name: 'Lokalrådet i Køge', openness: 'partners' })
  await aForum({ categoryId: await aCategory(2, 'Andre'), name: 'Lukket forum', openness: 'closed' })
  await asOwner(`update fora.forum set kind = 'localCouncil' where id = $1`, [local])
  for (const [account, role] of [
    ['medlem', 'member'],
    ['formand', 'chair'],
  ] as const) {
    const office = await anOffice(`Embede ${account}`)
    await aTenure(office, await aPerson(`Prøve ${account}`, account))
    await aSeat(local, office, role)
  }
})

describe('the standing orders of a forum', () => {
  test('are read by those who see the forum, and edited by those in charge', async () => {
    const page = await open('partner', path)
    expect(page.status).toBe(200)
    expect(page.buttons()).not.toContain('Gem forretningsordenen')
    expect(page.term('Indkaldelse, dage før mødet')).toBe('10 (Samvirks udgangspunkt)')
    expect(page.text()).toContain('Status på handlingsplanen')
    expect((await open(null, path)).status).toBe(404)
    expect((await open('partner', '/fora/lukket-forum/forretningsorden')).status).toBe(404)
    for (const account of ['partner', 'medlem', 'auditor', null])
      expect([403, 404]).toContain((await send(account, path, { version: '0' })).status)
  })

  test('are the forum’s own once the chair saves them, and say what is its own', async () => {
    const done = await send(
      'formand',
      path,
      await filled('formand', path, { indkaldelse: '21', kilde: 'Vedtægt 2026' }),
    )
    expect(done.status).toBe(303)
    const page = await open('partner', path)
    expect(page.term('Indkaldelse, dage før mødet')).toBe('21 (forummets eget)')
    expect(page.term('Frist for at foreslå punkter, dage før mødet')).toContain('Samvirks udgangspunkt')
    expect((await logged('orders.changed'))?.['changes']).toContainEqual({
      field: 'noticeDays',
      before: '10',
      after: '21',
    })
    expect((await asOwner(`select count(*)::int as n from meetings.template_item`))[0]).toEqual({ n: 8 })
  })

  test('refuse what cannot be', async () => {
    const problem = async (fields: Record<string, string>) => {
      const page = await send('formand', path, await filled('formand', path, fields))
      expect(page.status).toBe(422)
      return page.alert()
    }
    expect(await problem({ indkaldelse: '200' })).toContain('fra 0 til 120')
    expect(await problem({ indkaldelse: '-1' })).toContain('fra 0 til 120')
    expect(await problem({ start: 'middag' })).toContain('klokkeslæt')
    expect(await problem({ start: '20.00', varighed: '300' })).toContain('samme dag')
    expect(await problem({ sted: '010180-0000' })).toContain('CPR')
    expect(await problem({ 'titel-1': ' ' })).toContain('hvad punktet hedder')
    expect(await problem({ 'titel-1': 'Om 010180-0000' })).toContain('CPR')
    expect(await problem({ 'minutter-1': '900' })).toContain('fra 0 til 480')
  })

  test('move, add and remove fixed items without saving until told', async () => {
    const press = async (values: Record<string, string>, handling: string) => {
      const page = await send('formand', path, { ...values, handling })
      expect(page.status).toBe(200)
      expect(page.text()).toContain('ikke gemt endnu')
      return page.form('Gem forretningsordenen').values
    }
    const start = await filled('formand', path, { indkaldelse: '30' })
    const down = await press(start, 'ned-1')
    expect([down['titel-1'], down['titel-2'], down['indkaldelse']]).toEqual([start['titel-2'], start['titel-1'], '30'])
    const less = await press(down, 'fjern-3')
    const more = await press(less, 'tilfoej')
    expect(
      await asOwner(`select 1 from meetings.template_item where position = 1 and title = $1`, [start['titel-1'] ?? '']),
    ).toHaveLength(1)
    const saved = await send('formand', path, {
      ...more,
      'titel-8': 'Nyt fra skolerne',
      'plads-8': '1',
      handling: 'gem',
    })
    expect(saved.status).toBe(303)
    const titles = await asOwner(`select title from meetings.template_item order by position`)
    expect(titles.map(({ title }) => title).slice(0, 3)).toEqual([
      'Nyt fra skolerne',
      start['titel-2'],
      start['titel-1'],
    ])
  })

  test('are never overwritten unseen', async () => {
    const old = await filled('formand', path)
    expect((await send('formand', path, { ...old, sted: 'Den enes sal' })).status).toBe(303)
    const late = await send('secretariat', path, { ...old, sted: 'Den andens sal' })
    expect(late.status).toBe(409)
    expect(late.text()).toContain('Den enes sal')
    expect(late.text()).toContain('Den andens sal')
    expect(late.text()).toContain('formand har gemt en ændring')
    const led = await send('formand', path, { ...old, sted: 'Den tredjes sal' })
    expect(led.text()).toContain('formand har gemt en ændring')
  })

  test('show two editors every choice, box and fixed item that differs, and let them choose', async () => {
    const old = await filled('formand', path)
    const { stiltiende: _, flertal: __, ...unticked } = old
    const theirs = {
      ...old,
      nummerering: 'items',
      referat: old['referat'] === 'full' ? 'decisions' : 'full',
      stiltiende: 'ja',
      flertal: 'ja',
      'afsnit-2': 'Orientering',
      'oplaeg-2': 'Stationslederen',
      'art-2': 'hearing',
      'plads-2': '1',
    }
    expect((await send('formand', path, theirs)).status).toBe(303)
    const late = await send('secretariat', path, { ...unticked, handling: 'gem' })
    expect(late.status).toBe(409)
    for (const label of [
      'Nummerering',
      'Referat',
      'Referatet er godkendt af dem, der ikke har svaret inden fristen',
      'Et flertal af medlemmerne skal sige ja',
      'Faste punkter',
    ])
      expect(late.text()).toContain(`${label}: hvilken tekst skal gælde?`)
    for (const words of ['Punkterne får løbende numre', 'Ja', 'Nej', 'Høring', 'Stationslederen', 'Orientering'])
      expect(late.text()).toContain(words)
    const { values } = late.form('Gem')
    const fixed = () => asOwner(`select title, presenter from meetings.template_item order by position`)
    const before = await fixed()
    expect(before[0]).toMatchObject({ presenter: 'Stationslederen' })
    // The boxes are mine, the list is theirs.
    const kept = { ...values, stiltiende: '', flertal: '', faste: 'gemte', nummerering: 'items' }
    expect((await send('secretariat', path, kept)).status).toBe(303)
    expect(await fixed()).toEqual(before)
    const [row] = await asOwner(`select * from meetings.standing_orders where forum_id = $1`, [local])
    expect(row).toMatchObject({ numbering: 'items', silent_approval: false, opening_majority: false })
    // And the other way round: what was sent replaces the stored list, also where it is shorter.
    const now = await filled('formand', path)
    expect((await send('formand', path, { ...now, sted: 'Et nyt sted' })).status).toBe(303)
    const shorter = Object.fromEntries(Object.entries(now).filter(([name]) => !name.endsWith('-8')))
    const again = await send('secretariat', path, shorter)
    expect(again.status).toBe(409)
    const mine = again.form('Gem').values
    expect(mine['faste']).toBe('')
    expect((await send('secretariat', path, mine)).status).toBe(303)
    expect(await fixed()).toHaveLength(before.length - 1)
  })

  test('decide how a meeting is created', async () => {
    await send('formand', path, await filled('formand', path, { sted: 'Rådhuset', start: '16.30', varighed: '60' }))
    const page = await open('formand', '/moeder/opret?forum=lokalraadet-i-koege')
    expect([page.byLabel('Sted').value, page.byLabel('Begynder kl.').value, page.byLabel('Slutter kl.').value]).toEqual(
      ['Rådhuset', '16.30', '17.30'],
    )
  })
})

describe('the district’s standing orders', () => {
  test.each(['formand', 'medlem', 'auditor', 'partner', null])('are not for %s', async (account) => {
    for (const address of ['/moeder/forretningsordener', defaults])
      expect((await open(account, address)).status).toBe(403)
    expect((await send(account, defaults, { version: '0' })).status).toBe(403)
  })

  test('count where a forum has none of its own', async () => {
    const kinds = async () => (await open('secretariat', '/moeder/forretningsordener')).table('Forretningsordener').rows
    expect(await kinds()).toContainEqual(['Lokalråd', 'Samvirks udgangspunkt'])
    expect((await send('secretariat', defaults, await filled('secretariat', defaults, { forslag: '35' }))).status).toBe(
      303,
    )
    expect(await kinds()).toContainEqual(['Lokalråd', 'Politikredsens egen'])
    expect((await open('partner', path)).term('Frist for at foreslå punkter, dage før mødet')).toBe(
      '21 (forummets eget)',
    )
    const { action, values } = (await open('formand', path)).form('Brug politikredsens i stedet')
    expect((await send('formand', action, values)).status).toBe(303)
    expect((await open('partner', path)).term('Frist for at foreslå punkter, dage før mødet')).toBe(
      '35 (som politikredsens)',
    )
    const late = await send('formand', action, values)
    expect(late.status).toBe(409)
    expect(late.text()).toContain('Forummets egen forretningsorden fjernet')
    expect(late.buttons()).not.toContain('Brug politikredsens i stedet')
  })

  test('know no other kinds', async () => {
    expect((await open('secretariat', '/moeder/forretningsordener/klub')).status).toBe(404)
  })
})

describe('grounds for closing', () => {
  const grounds = '/moeder/lukkegrunde'

  test.each(['formand', 'medlem', 'auditor', 'partner', null])('are not for %s', async (account) => {
    expect((await open(account, grounds)).status).toBe(403)
    expect((await send(account, grounds, { navn: 'Ny' })).status).toBe(403)
  })

  test('are added, renamed and retired, each with its source', async () => {
    expect((await send('secretariat', grounds, { navn: 'Kommende udbud', kilde: 'Vedtægt § 4' })).status).toBe(303)
    const list = await open('secretariat', grounds)
    expect(list.row('Kommende udbud').cell('Kilde')).toBe('Vedtægt § 4')
    const address = list.row('Kommende udbud').link('Kommende udbud').replace('/mvsj', '')
    const { values } = (await open('secretariat', address)).form('Gem grunden')
    const change = (fields: Record<string, string>) => send('secretariat', address, { ...values, ...fields })
    const { brug: _, ...retired } = values
    expect((await send('secretariat', address, { ...retired, navn: 'Udbud' })).status).toBe(303)
    expect((await open('secretariat', grounds)).row('Udbud').cell('Hvad gælder')).toBe('Ude af brug')
    const late = await change({ navn: 'Licitation' })
    expect(late.status).toBe(409)
    expect(late.text()).toContain('Licitation')
    expect(late.text()).toContain('I brug: hvilken tekst skal gælde?')
    expect((await logged('ground.changed'))?.['subject_name']).toBe('Udbud')
  })

  test('have a name each, without personal data', async () => {
    const problem = async (navn: string) => (await send('secretariat', grounds, { navn })).alert()
    expect(await problem('udbud')).toContain('allerede en grund')
    expect(await problem(' ')).toContain('hvad grunden hedder')
    expect(await problem('010180-0000')).toContain('CPR')
  })

  test('say how often they were used', async () => {
    const meeting = await aMeeting({ forumId: local, state: 'draft' })
    const item = await anItem({ forumId: local, meetingId: meeting, title: 'Lukket' })
    await asOwner(
      `update meetings.item set ground_id = (select id from meetings.closing_ground where name = 'Udbud') where id = $1`,
      [item],
    )
    expect((await open('secretariat', grounds)).row('Udbud').cell('Brugt')).toBe('1 gang')
  })
})
