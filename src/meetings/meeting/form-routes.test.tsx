import { beforeAll, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anItem, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
let council: string
let committee: string
let local: string

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const send = async (account: string | null, path: string, fields: Record<string, string>) => {
  const response = await as(account).post(`/mvsj${path}`, fields)
  return { status: response.status, to: response.headers.get('location') ?? '', ...readPage(await response.text()) }
}
const stored = async (id: string) => (await asOwner(`select * from meetings.meeting where id = $1`, [id]))[0] ?? {}
const titlesOf = async (id: string) =>
  (await asOwner(`select title from meetings.item where meeting_id = $1 order by position`, [id])).map(
    ({ title }) => title,
  )
const logged = async (action: string, id: string) =>
  (
    await asOwner(`select * from audit.entry where action = $1 and subject_id = $2 order by number desc limit 1`, [
      action,
      id,
    ])
  )[0]
const idIn = (to: string) => to.split('/').at(-1) ?? ''

const on = (day: string, name = 'dag') => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-dag`]: date, [`${name}-maaned`]: month, [`${name}-aar`]: year }
}
const sent = { art: 'ordinary', fra: '10.00', til: '12.30', dagsorden: 'faste', ...on('2026-06-18') }

beforeAll(async () => {
  as = testApp(await emptied()).as
  for (const role of ['secretariat', 'auditor', 'partner'] as const) await grant(role, role)
  const categoryId = await aCategory()
  council = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  committee = await aForum({ categoryId, name: 'Kontaktudvalget' })
  local = await aForum({ categoryId, name: 'Lokalrådet i Køge', openness: 'closed', municipality: '259' })
  await asOwner(`update fora.forum set kind = 'districtCouncil' where id = $1`, [council])
  await asOwner(`update fora.forum set kind = 'liaisonCommittee' where id = $1`, [committee])
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

describe('creating a meeting', () => {
  test.each(['auditor', 'partner', 'medlem', null])('is not for %s', async (account) => {
    expect((await open(account, '/moeder/opret?forum=lokalraadet-i-koege')).status).toBe(403)
    expect((await send(account, '/moeder/opret', { ...sent, forum: 'lokalraadet-i-koege' })).status).toBe(403)
  })

  test('is for the chair in their own forum alone, and goes straight there', async () => {
    expect((await open('formand', '/moeder/opret')).to).toBe('/mvsj/moeder/opret?forum=lokalraadet-i-koege')
    expect((await open('formand', '/moeder/opret?forum=kredsraadet')).status).toBe(403)
    expect((await send('formand', '/moeder/opret', { ...sent, forum: 'kredsraadet' })).status).toBe(403)
    const { to } = await send('formand', '/moeder/opret', { ...sent, forum: 'lokalraadet-i-koege' })
    expect(await stored(idIn(to))).toMatchObject({ state: 'draft', created_by: 'formand', municipality_code: '259' })
  })

  test('asks the secretariat for the forum first', async () => {
    const page = await open('secretariat', '/moeder/opret')
    expect(page.byLabel('Hvilket forum skal mødes?').options).toContain('Kredsrådet')
  })

  test('fills in what the standing orders say', async () => {
    const page = await open('secretariat', '/moeder/opret?forum=kredsraadet')
    expect(page.byLabel('Begynder kl.').value).toBe('10.00')
    expect(page.byLabel('Slutter kl.').value).toBe('12.30')
    const { to } = await send('secretariat', '/moeder/opret', { ...sent, forum: 'kredsraadet', sted: 'Politigården' })
    const id = idIn(to)
    expect(await stored(id)).toMatchObject({ on_day: '2026-06-18', propose_by: '2026-05-21', place: 'Politigården' })
    expect(await titlesOf(id)).toContain('Udviklingen i kriminaliteten')
    expect((await logged('meeting.created', id))?.['subject_kind']).toBe('meeting')
    expect((await open('secretariat', '/moeder/opret?forum=kredsraadet')).byLabel('Sted').value).toBe('Politigården')
  })

  test('copies the last agenda, or leaves it empty', async () => {
    const before = await aMeeting({ forumId: committee, onDay: '2026-01-08', state: 'held' })
    await anItem({ forumId: committee, meetingId: before, title: 'Et eget punkt' })
    const copy = await send('secretariat', '/moeder/opret', {
      ...sent,
      ...on('2026-06-03'),
      forum: 'kontaktudvalget',
      dagsorden: 'kopi',
    })
    expect(await titlesOf(idIn(copy.to))).toEqual(['Et eget punkt'])
    const empty = await send('secretariat', '/moeder/opret', {
      ...sent,
      ...on('2026-06-10'),
      forum: 'kontaktudvalget',
      dagsorden: 'tom',
    })
    expect(await titlesOf(idIn(empty.to))).toEqual([])
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
      ...sent,
      ...on('2026-09-01'),
      forum: 'kontaktudvalget',
      forbereder: target,
    })
    expect((await stored(idIn(to)))['prepares_id']).toBe(target)
    expect((await open('secretariat', `/moeder/${target}`)).text()).toContain('Forberedt i')
  })

  test('says what is wrong, and keeps what was written', async () => {
    const problem = async (fields: Record<string, string>) => {
      const page = await send('secretariat', '/moeder/opret', {
        ...sent,
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
    expect((await send('secretariat', '/moeder/opret', { ...sent, forum: 'findes-ikke' })).status).toBe(404)
  })

  test('warns of a holiday, a weekend and a second meeting on the day, and lets it stand', async () => {
    const fields = { ...sent, forum: 'kredsraadet', ...on('2026-05-14') }
    const first = await send('secretariat', '/moeder/opret', fields)
    expect(first.status).toBe(422)
    expect(first.text()).toContain('Dagen er kristi himmelfartsdag')
    const again = first.form('Opret møde')
    const saved = await as('secretariat').post(again.action, again.values)
    expect(saved.status).toBe(303)
    expect((await send('secretariat', '/moeder/opret', { ...fields, ...on('2026-06-06') })).text()).toContain('lørdag')
    expect((await send('secretariat', '/moeder/opret', fields)).text()).toContain('allerede et møde')
  })
})

describe('editing a meeting', () => {
  let id: string
  const path = () => `/moeder/${id}/ret`
  const version = async () => String((await stored(id))['version'])

  beforeAll(async () => {
    id = await aMeeting({ forumId: local, onDay: '2026-08-20', state: 'draft' })
  })

  test.each(['auditor', 'partner', 'medlem', null])('is not for %s', async (account) => {
    const expected = account === 'auditor' || account === 'medlem' ? [403] : [403, 404]
    expect(expected).toContain((await open(account, path())).status)
    expect(expected).toContain((await send(account, path(), { ...sent, version: '1' })).status)
  })

  test('changes what is written and logs it', async () => {
    const done = await send('formand', path(), {
      ...sent,
      ...on('2026-08-20'),
      sted: 'Rådhuset',
      link: 'https://moede.example/1',
      sagsnummer: '26-1000',
      kle: '00.22.02',
      version: await version(),
    })
    expect(done.status).toBe(303)
    expect(await stored(id)).toMatchObject({ place: 'Rådhuset', case_number: '26-1000', kle_number: '00.22.02' })
    const entry = await logged('meeting.changed', id)
    expect(entry?.['changes']).toContainEqual({ field: 'place', before: 'Politigården', after: 'Rådhuset' })
    expect((await open('medlem', `/moeder/${id}`)).link('Deltag på afstand')).toBe('https://moede.example/1')
    expect((await open('formand', path())).byLabel('Link til at deltage på afstand').value).toBe(
      'https://moede.example/1',
    )
  })

  test('never overwrites what another wrote', async () => {
    const old = await version()
    const change = (sted: string) => send('formand', path(), { ...sent, ...on('2026-08-20'), sted, version: old })
    expect((await change('Den enes sal')).status).toBe(303)
    const late = await change('Den andens sal')
    expect(late.status).toBe(409)
    expect(late.text()).toContain('enes')
    expect(late.text()).toContain('andens')
    expect((await stored(id))['place']).toBe('Den enes sal')
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
    const fields = { ...sent, ...on('2026-08-27'), sted: 'Rådhuset', version: await version() }
    expect((await send('formand', path(), fields)).status).toBe(303)
    expect(await asOwner(`select 1 from mail.message where meeting_id = $1`, [id])).not.toHaveLength(0)
  })

  test('ends when the minutes are locked', async () => {
    const locked = await aMeeting({ forumId: local, onDay: '2026-02-02', state: 'approved' })
    expect((await open('formand', `/moeder/${locked}/ret`)).text()).toContain('Referatet er godkendt')
    expect((await send('formand', `/moeder/${locked}/ret`, { ...sent, version: '1' })).status).toBe(409)
  })
})

describe('cancelling a meeting', () => {
  let id: string
  const version = async () => String((await stored(id))['version'])

  beforeAll(async () => {
    id = await aMeeting({ forumId: local, onDay: '2026-10-22', state: 'summoned' })
  })

  test.each(['auditor', 'medlem', null])('is not for %s', async (account) => {
    expect([403, 404]).toContain((await open(account, `/moeder/${id}/aflys`)).status)
    expect([403, 404]).toContain((await send(account, `/moeder/${id}/aflys`, { grund: 'x', version: '1' })).status)
    expect([403, 404]).toContain((await send(account, `/moeder/${id}/aflys/fortryd`, { version: '1' })).status)
  })

  test('needs a reason without personal data, and is undone to a draft', async () => {
    const path = `/moeder/${id}/aflys`
    expect((await send('formand', path, { grund: ' ', version: '1' })).status).toBe(422)
    expect((await send('formand', path, { grund: 'Om 010180-0000', version: '1' })).status).toBe(422)
    expect((await send('formand', path, { grund: 'Sygdom', version: '99' })).status).toBe(409)
    expect((await send('formand', path, { grund: 'Sygdom', version: await version() })).status).toBe(303)
    expect(await stored(id)).toMatchObject({ state: 'cancelled', cancel_reason: 'Sygdom' })
    const page = await open('medlem', `/moeder/${id}`)
    expect(page.text()).toContain('Aflyst: Sygdom')
    expect(page.buttons()).not.toContain('Fortryd aflysningen')
    expect((await open('formand', path)).text()).toContain('kan ikke aflyses')
    const { action, values } = (await open('formand', `/moeder/${id}`)).form('Fortryd aflysningen')
    expect((await as('formand').post(action, values)).status).toBe(303)
    expect(await stored(id)).toMatchObject({ state: 'draft', cancel_reason: '' })
    expect((await as('formand').post(action, values)).status).toBe(409)
  })

  test('stops one that runs, and undoing that does not start it again', async () => {
    const running = await aMeeting({ forumId: local, onDay: '2026-11-19', state: 'summoned' })
    const item = await anItem({ forumId: local, meetingId: running, title: 'I gang' })
    await asOwner(`update meetings.meeting set current_item_id = $2, current_since = now() where id = $1`, [
      running,
      item,
    ])
    await send('formand', `/moeder/${running}/aflys`, { grund: 'Brandalarm', version: '1' })
    await send('formand', `/moeder/${running}/aflys/fortryd`, { version: '2' })
    expect(await stored(running)).toMatchObject({ state: 'draft', current_since: null, current_item_id: null })
  })

  test('is over once it was held', async () => {
    const held = await aMeeting({ forumId: local, onDay: '2026-01-05', state: 'held' })
    expect((await send('formand', `/moeder/${held}/aflys`, { grund: 'Fortrudt', version: '1' })).status).toBe(409)
  })
})

describe('opening a meeting', () => {
  let id: string
  const path = () => `/moeder/${id}/aabning`
  const version = async () => String((await stored(id))['version'])
  const yes = { aabenhed: 'public', medlemmer: '8', for: '5', formand: 'ja' }

  beforeAll(async () => {
    id = await aMeeting({ forumId: council, onDay: '2026-11-12', state: 'summoned' })
    await anItem({ forumId: council, meetingId: id, title: 'Til alle', openness: 'open' })
    await anItem({ forumId: council, meetingId: id, title: 'Kun for medlemmer', position: 2 })
  })

  test.each(['auditor', 'partner', null])('is not for %s', async (account) => {
    expect([403, 404]).toContain((await open(account, path())).status)
    expect([403, 404]).toContain((await send(account, path(), { ...yes, version: '1' })).status)
  })

  test('takes what the standing orders say, and says why not', async () => {
    const problem = async (fields: Record<string, string>) => {
      const page = await send('secretariat', path(), { ...yes, ...fields, version: await version() })
      expect(page.status).toBe(422)
      return page.alert()
    }
    expect(await problem({ for: '4' })).toContain('flertal')
    expect(await problem({ formand: '' })).toContain('Formanden skal sige ja')
    expect(await problem({ medlemmer: '0' })).toContain('hvor mange medlemmer')
    expect(await problem({ for: '9' })).toContain('end der er medlemmer')
    expect(await problem({ for: 'fem' })).toContain('helt tal')
    expect(await stored(id)).toMatchObject({ openness: 'closed' })
    expect((await open(null, `/moeder/${id}`)).status).toBe(404)
  })

  test('shows the open items, records the consent, and is undone', async () => {
    expect((await send('secretariat', path(), { ...yes, version: await version() })).status).toBe(303)
    const page = await open(null, `/moeder/${id}`)
    expect(page.text()).toContain('Til alle')
    expect(page.text()).not.toContain('Kun for medlemmer')
    expect(page.text()).toContain('5 af 8 medlemmer sagde ja, formanden sagde ja')
    expect(page.text()).not.toContain('Noteret af')
    expect((await open('secretariat', `/moeder/${id}`)).text()).toContain('Noteret af secretariat')
    expect((await logged('meeting.opened', id))?.['actor_name']).toBe('secretariat')
    expect((await send('secretariat', path(), { ...yes, version: '1' })).status).toBe(409)
    expect((await send('secretariat', path(), { aabenhed: 'closed', version: await version() })).status).toBe(303)
    expect((await open(null, `/moeder/${id}`)).status).toBe(404)
    expect(await asOwner(`select 1 from meetings.opening where meeting_id = $1`, [id])).toHaveLength(0)
  })

  test('never goes further than the forum', async () => {
    const inside = await aMeeting({ forumId: local, onDay: '2026-11-19', state: 'summoned' })
    expect((await open('formand', `/moeder/${inside}/aabning`)).text()).toContain('Forummet er kun for medlemmer')
    const page = await send('formand', `/moeder/${inside}/aabning`, { ...yes, version: '1' })
    expect(page.status).toBe(422)
    expect(await stored(inside)).toMatchObject({ openness: 'closed', audience: 'members' })
  })
})

test('a meeting of a closed forum does not exist for others', async () => {
  const hidden = await aMeeting({ forumId: local, onDay: '2026-12-03', state: 'draft' })
  for (const account of ['partner', null])
    for (const path of ['', '/ret', '/aflys', '/aabning'])
      expect([403, 404]).toContain((await open(account, `/moeder/${hidden}${path}`)).status)
  expect((await open('secretariat', '/moeder/ingenting/ret')).status).toBe(404)
})
