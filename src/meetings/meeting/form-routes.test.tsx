import { beforeAll, describe, expect, test } from 'vitest'
import { aMeeting, anActionPoint, anItem, aPerson } from '../../../test/builders.ts'
import { asOwner } from '../../../test/db.ts'
import { loggedAbout, on, sentMeeting, storedMeeting, threeFora, type ThreeFora } from './three-fora.fixture.ts'

let council: string
let committee: string
let local: string
let open: ThreeFora['open']
let send: ThreeFora['send']

const titlesOf = async (id: string) =>
  (await asOwner(`select title from meetings.item where meeting_id = $1 order by position`, [id])).map(
    ({ title }) => title,
  )
const idIn = (to: string) => to.split('/').at(-1) ?? ''

beforeAll(async () => {
  ;({ council, committee, local, open, send } = await threeFora())
})

describe('creating a meeting', () => {
  test.each(['auditor', 'partner', 'medlem', null])('is not for %s', async (account) => {
    expect((await open(account, '/moeder/opret?forum=lokalraadet-i-koege')).status).toBe(403)
    expect((await send(account, '/moeder/opret', { ...sentMeeting, forum: 'lokalraadet-i-koege' })).status).toBe(403)
  })

  test('is for the chair in their own forum alone, and goes straight there', async () => {
    expect((await open('formand', '/moeder/opret')).to).toBe('/mvsj/moeder/opret?forum=lokalraadet-i-koege')
    expect((await open('formand', '/moeder/opret?forum=kredsraadet')).status).toBe(403)
    expect((await send('formand', '/moeder/opret', { ...sentMeeting, forum: 'kredsraadet' })).status).toBe(403)
    const { to } = await send('formand', '/moeder/opret', { ...sentMeeting, forum: 'lokalraadet-i-koege' })
    expect(await storedMeeting(idIn(to))).toMatchObject({
      state: 'draft',
      created_by: 'formand',
      municipality_code: '259',
    })
  })

  test('asks the secretariat for the forum first', async () => {
    const page = await open('secretariat', '/moeder/opret')
    expect(page.byLabel('Hvilket forum skal mødes?').options).toContain('Kredsrådet')
  })

  test('fills in what the standing orders say', async () => {
    const page = await open('secretariat', '/moeder/opret?forum=kredsraadet')
    expect(page.byLabel('Begynder kl.').value).toBe('10.00')
    expect(page.byLabel('Slutter kl.').value).toBe('12.30')
    const { to } = await send('secretariat', '/moeder/opret', {
      ...sentMeeting,
      forum: 'kredsraadet',
      sted: 'Politigården',
    })
    const id = idIn(to)
    expect(await storedMeeting(id)).toMatchObject({
      on_day: '2026-06-18',
      propose_by: '2026-05-21',
      place: 'Politigården',
    })
    expect(await titlesOf(id)).toContain('Udviklingen i kriminaliteten')
    expect((await loggedAbout('meeting.created', id))?.['subject_kind']).toBe('meeting')
    expect((await open('secretariat', '/moeder/opret?forum=kredsraadet')).byLabel('Sted').value).toBe('Politigården')
  })

  test('copies the last agenda, or leaves it empty', async () => {
    const before = await aMeeting({ forumId: committee, onDay: '2026-01-08', state: 'held' })
    const own = await anItem({ forumId: committee, meetingId: before, title: 'Et eget punkt' })
    const copy = await send('secretariat', '/moeder/opret', {
      ...sentMeeting,
      ...on('2026-06-03'),
      forum: 'kontaktudvalget',
      dagsorden: 'kopi',
    })
    expect(await titlesOf(idIn(copy.to))).toEqual(['Et eget punkt'])
    const empty = await send('secretariat', '/moeder/opret', {
      ...sentMeeting,
      ...on('2026-06-10'),
      forum: 'kontaktudvalget',
      dagsorden: 'tom',
    })
    expect(await titlesOf(idIn(empty.to))).toEqual([])
    // Open action points come along by themselves, also when the last agenda had no item for them.
    await anActionPoint({ itemId: own, title: 'Udpeg en kontaktperson', ownerPersonId: await aPerson('Ea Ejer') })
    const next = { ...sentMeeting, ...on('2026-06-17'), forum: 'kontaktudvalget', dagsorden: 'kopi' }
    const followed = await send('secretariat', '/moeder/opret', next)
    expect(await titlesOf(idIn(followed.to))).toEqual(['Et eget punkt', 'Opfølgning fra tidligere møder'])
  })

  test('proposes the coming kredsråd meeting to a liaison committee', async () => {
    const target = await aMeeting({ forumId: council, onDay: '2026-09-17', state: 'draft' })
    await asOwner(
      `update meetings.meeting set state = 'cancelled', cancel_reason = 'Test' where forum_id = $1 and id <> $2`,
      [council, target],
    )
    const page = await open('secretariat', '/moeder/opret?forum=kontaktudvalget')
    expect(page.byLabel('Forbereder mødet').value).toBe(target)
    const { to } = await send('secretariat', '/moeder/opret', {
      ...sentMeeting,
      ...on('2026-09-01'),
      forum: 'kontaktudvalget',
      forbereder: target,
    })
    expect((await storedMeeting(idIn(to)))['prepares_id']).toBe(target)
    expect((await open('secretariat', `/moeder/${target}`)).text()).toContain('Forberedt i')
  })

  test('says what is wrong, and keeps what was written', async () => {
    const problem = async (fields: Record<string, string>) => {
      const page = await send('secretariat', '/moeder/opret', {
        ...sentMeeting,
        forum: 'kredsraadet',
        sted: 'Salen',
        ...fields,
      })
      expect(page.status).toBe(422)
      if (fields['sted'] === undefined) expect(page.byLabel('Sted').value).toBe('Salen')
      return page.alert()
    }
    expect(await problem(on('2026-03-11'))).toContain('ikke er gået')
    expect(await problem(on('2026-02-30'))).toContain('der findes')
    expect(await problem({ fra: '25.00' })).toContain('klokkeslæt')
    expect(await problem({ fra: '14.00', til: '13.00' })).toContain('efter at det er begyndt')
    expect(await problem({ kle: 'abc' })).toContain('KLE-nummer')
    expect(await problem({ link: 'javascript:alert(1)' })).toContain('https://')
    expect(await problem({ titel: 'Om 010180-0000' })).toContain('CPR')
    expect(await problem({ sted: 'Hos 010180-0000' })).toContain('CPR')
    expect(await problem({ art: 'fest' })).toContain('slags møde')
    expect(await problem(on('2026-03-11', 'forslag'))).toContain('Fristen er gået')
    expect(await problem(on('2026-07-11', 'forslag'))).toContain('før mødet')
    expect(await problem({ forbereder: '00000000-0000-4000-8000-000000000000' })).toContain('på listen')
    expect((await send('secretariat', '/moeder/opret', { ...sentMeeting, forum: 'findes-ikke' })).status).toBe(404)
  })

  test('warns of a holiday, a weekend and a second meeting on the day, and lets it stand', async () => {
    const fields = { ...sentMeeting, forum: 'kredsraadet', ...on('2026-05-14') }
    const first = await send('secretariat', '/moeder/opret', fields)
    expect(first.status).toBe(422)
    expect(first.text()).toContain('Dagen er kristi himmelfartsdag')
    const again = first.form('Opret møde')
    const saved = await send('secretariat', again.action, again.values)
    expect(saved.status).toBe(303)
    expect((await send('secretariat', '/moeder/opret', { ...fields, ...on('2026-06-06') })).text()).toContain('lørdag')
    const second = await send('secretariat', '/moeder/opret', { ...fields, fra: '14.00', til: '15.00' })
    expect(second.status).toBe(422)
    expect(second.text()).toContain('Forummet har allerede et møde den dag kl. 10.00')
  })

  test('makes one meeting of a form that is sent twice, one after the other or at once', async () => {
    const count = async (day: string) =>
      (await asOwner(`select 1 from meetings.meeting where forum_id = $1 and on_day = $2`, [committee, day])).length
    const fields = { ...sentMeeting, forum: 'kontaktudvalget', ...on('2026-11-03') }
    const [first, again] = [
      await send('secretariat', '/moeder/opret', fields),
      await send('secretariat', '/moeder/opret', fields),
    ]
    expect([first.status, again.status, again.to]).toEqual([303, 303, first.to])
    expect(await count('2026-11-03')).toBe(1)
    const both = { ...fields, ...on('2026-11-04'), dagsorden: 'kopi' }
    const answers = await Promise.all([0, 1].map(() => send('secretariat', '/moeder/opret', both)))
    expect(new Set(answers.map(({ to }) => to)).size).toBe(1)
    expect(await count('2026-11-04')).toBe(1)
  })
})

describe('editing a meeting', () => {
  let id: string
  const path = () => `/moeder/${id}/ret`
  const version = async () => String((await storedMeeting(id))['version'])

  beforeAll(async () => {
    id = await aMeeting({ forumId: local, onDay: '2026-08-20', state: 'draft' })
  })

  test.each(['auditor', 'partner', 'medlem', null])('is not for %s', async (account) => {
    const expected = account === 'auditor' || account === 'medlem' ? [403] : [403, 404]
    expect(expected).toContain((await open(account, path())).status)
    expect(expected).toContain((await send(account, path(), { ...sentMeeting, version: '1' })).status)
  })

  test('changes what is written and logs it', async () => {
    const done = await send('formand', path(), {
      ...sentMeeting,
      ...on('2026-08-20'),
      sted: 'Rådhuset',
      link: 'https://moede.example/1',
      sagsnummer: '26-1000',
      kle: '00.22.02',
      version: await version(),
    })
    expect(done.status).toBe(303)
    expect(await storedMeeting(id)).toMatchObject({ place: 'Rådhuset', case_number: '26-1000', kle_number: '00.22.02' })
    const entry = await loggedAbout('meeting.changed', id)
    expect(entry?.['changes']).toContainEqual({ field: 'place', before: 'Politigården', after: 'Rådhuset' })
    expect((await open('medlem', `/moeder/${id}`)).link('Deltag på afstand')).toBe('https://moede.example/1')
    expect((await open('formand', path())).byLabel('Link til at deltage på afstand').value).toBe(
      'https://moede.example/1',
    )
  })

  test('never overwrites what another wrote', async () => {
    const old = await version()
    const change = (sted: string) =>
      send('formand', path(), { ...sentMeeting, ...on('2026-08-20'), sted, version: old })
    expect((await change('Den enes sal')).status).toBe(303)
    const late = await change('Den andens sal')
    expect(late.status).toBe(409)
    expect(late.text()).toContain('enes')
    expect(late.text()).toContain('andens')
    expect((await storedMeeting(id))['place']).toBe('Den enes sal')
  })

  test('shows every field that two editors made different, choices in words', async () => {
    const target = await aMeeting({ forumId: council, onDay: '2026-12-10', state: 'draft' })
    const empty = { sted: '', vaert: '', titel: '', link: '', forbereder: '', sagsnummer: '', kle: '' }
    const days = { ...on('2026-08-20'), ...on('2026-08-01', 'forslag') }
    const fields = { ...sentMeeting, ...empty, ...days, version: await version() }
    const theirs = {
      ...fields,
      ...on('2026-08-21'),
      ...on('2026-08-03', 'forslag'),
      art: 'themeDay',
      fra: '9.00',
      til: '11.00',
      sted: 'Skolen',
      vaert: 'Køge Kommune',
      titel: 'Temadag',
      link: 'https://moede.example/2',
      forbereder: target,
      sagsnummer: '26-2000',
      kle: '00.22.04',
    }
    expect((await send('secretariat', path(), theirs)).status).toBe(303)
    const late = await send('secretariat', path(), fields)
    expect(late.status).toBe(409)
    expect(late.text()).toContain('secretariat har gemt en ændring')
    const shown = [
      ['Slags møde', 'Ordinært møde', 'Temadag'],
      ['Begynder kl.', '10.00', '9.00'],
      ['Slutter kl.', '12.30', '11.00'],
      ['Forbereder mødet', 'Intet andet møde', 'Kredsrådet 10. december 2026'],
      ['Sagsnummer', '', '26-2000'],
      ['KLE-nummer', '', '00.22.04'],
      ['Vært', '', 'Køge Kommune'],
      ['Titel', '', 'Temadag'],
      ['Link til at deltage på afstand', '', 'https://moede.example/2'],
      ['Dag', '20. august 2026', '21. august 2026'],
      ['Sidste dag at foreslå punkter', '', 'august 2026'],
    ]
    const asks = late.text().split(': hvilken tekst skal gælde?').slice(1)
    expect(asks).toHaveLength(shown.length + 1)
    for (const [label] of shown) expect(late.text()).toContain(`${label}: hvilken tekst skal gælde?`)
    for (const [, mine, other] of shown) for (const text of [mine, other]) expect(asks.join()).toContain(text)
    expect(late.text()).not.toContain(target)
    const chosen = { ...late.form('Gem').values, art: 'themeDay', forbereder: target }
    // A field that was left as it was stands as the other made it; one that was changed stands as it was sent.
    expect(chosen).toMatchObject({ dag: '2026-08-21', forslag: '2026-08-01' })
    expect((await send('secretariat', path(), chosen)).status).toBe(303)
    expect(await storedMeeting(id)).toMatchObject({
      kind: 'themeDay',
      prepares_id: target,
      on_day: '2026-08-21',
      propose_by: '2026-08-01',
    })
  })

  test('says beforehand that those invited will be told, and tells them', async () => {
    await asOwner(`update meetings.meeting set state = 'summoned' where id = $1`, [id])
    const member = await asOwner(`select id from people.person where account_id = 'medlem'`)
    await asOwner(`update people.person set email = 'medlem@kommune.example' where account_id = 'medlem'`)
    await asOwner(
      `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role) values ('mvsj', $1, $2, $3, 'Prøve', 'member')`,
      [local, id, member[0]?.['id']],
    )
    expect((await open('formand', path())).text()).toContain('De indkaldte får besked')
    const fields = { ...sentMeeting, ...on('2026-08-27'), sted: 'Rådhuset', version: await version() }
    expect((await send('formand', path(), fields)).status).toBe(303)
    expect(await asOwner(`select 1 from mail.message where meeting_id = $1`, [id])).not.toHaveLength(0)
  })

  test('ends when the minutes are locked', async () => {
    const locked = await aMeeting({ forumId: local, onDay: '2026-02-02', state: 'approved' })
    expect((await open('formand', `/moeder/${locked}/ret`)).text()).toContain('Referatet er godkendt')
    expect((await send('formand', `/moeder/${locked}/ret`, { ...sentMeeting, version: '1' })).status).toBe(409)
  })
})
