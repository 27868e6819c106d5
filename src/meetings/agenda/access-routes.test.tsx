import { beforeEach, describe, expect, test } from 'vitest'
import {
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
import { asOwner } from '../../../test/db.ts'
import { aCouncil, type Council, logged } from './council.fixture.ts'

let council: Council
let open: Council['open']
let send: Council['send']
let secret: string
let other: string

const review = (year: string) => ({ 'vurderes-dag': '1', 'vurderes-maaned': '9', 'vurderes-aar': year })

beforeEach(async () => {
  council = await aCouncil()
  ;({ open, send } = council)
  const { forumId, meetingId } = council
  await asOwner(`update meetings.meeting set state = 'summoned' where id = $1`, [meetingId])
  other = await anItem({ forumId, meetingId, title: 'Et andet punkt', position: 1, minutes: 20 })
  secret = await anItem({ forumId, meetingId, title: 'Zebrastribet beredskab', position: 2, minutes: 45 })
})

describe('opening and closing', () => {
  const path = () => `/punkter/${secret}/aabenhed`

  test('takes a ground and a day ahead to close', async () => {
    const close = (part: Record<string, string>) =>
      send('formand', path(), {
        aabenhed: 'closed',
        grund: council.groundId,
        ...review('2026'),
        version: '1',
        ...part,
      })
    for (const [part, problem] of [
      [{ grund: '' }, 'Vælg en grund'],
      [{ grund: '00000000-0000-4000-8000-000000000000' }, 'Vælg en grund'],
      [{ 'vurderes-dag': '', 'vurderes-maaned': '', 'vurderes-aar': '' }, 'Skriv den dag'],
      [review('2025'), 'ikke er gået'],
      [review('2060'), 'næste ti år'],
      [{ 'vurderes-dag': '31', 'vurderes-maaned': '2' }, 'der findes'],
      [{ aabenhed: 'x' }, 'åbent eller lukket'],
    ] as const) {
      const answer = await close(part)
      expect(answer.status).toBe(422)
      expect(answer.alert()).toContain(problem)
    }
    expect((await close({})).to).toBe(`/punkter/${secret}`)
    const text = (await open('formand', `/punkter/${secret}`)).text()
    expect(text).toContain('Grund: politiets planlægning. Vurderes igen 1. september 2026')
    expect((await logged('item.closed'))?.['subject_id']).toBe(secret)
  })

  test('opens to those the meeting is open to, and is logged', async () => {
    await asOwner(`update fora.forum set openness = 'public'`)
    await asOwner(`update meetings.meeting set openness = 'public'`)
    expect((await open(null, `/punkter/${secret}`)).status).toBe(404)
    expect((await send('formand', path(), { aabenhed: 'open', version: '1' })).status).toBe(303)
    expect((await open(null, `/punkter/${secret}`)).heading()).toBe('2. Zebrastribet beredskab')
    expect((await logged('item.opened'))?.['changes']).toEqual([
      { field: 'itemOpenness', before: 'closed', after: 'open' },
    ])
  })

  test('never goes over a change that somebody else made', async () => {
    await send('formand', path(), { aabenhed: 'open', version: '1' })
    const late = await send('sekretaer', path(), {
      aabenhed: 'closed',
      grund: council.groundId,
      ...review('2026'),
      version: '1',
    })
    expect(late.status).toBe(409)
    expect(late.alert()).toContain('En anden har ændret punktet imens')
    expect(late.byLabel('Grund til at lukke').value).toBe(council.groundId)
    const { action, values } = late.form('Gem')
    expect((await send('sekretaer', action.replace('/mvsj', ''), values)).status).toBe(303)
  })

  test('is for those in charge', async () => {
    for (const account of ['medlem', 'partner', null])
      expect([403, 404]).toContain((await send(account, path(), { aabenhed: 'open', version: '1' })).status)
    expect(await asOwner(`select 1 from meetings.item where openness = 'open'`)).toEqual([])
  })

  test('falls due: a closed item stands as a task when its day has come', async () => {
    const sql = `update meetings.item set ground_id = $1, review_on = $2 where id = $3`
    await asOwner(sql, [council.groundId, '2026-03-13', secret])
    expect((await open('formand', '/fora/kredsraadet/emner')).text()).not.toContain('Zebrastribet')
    await asOwner(sql, [council.groundId, '2026-03-12', secret])
    await asOwner(
      `insert into meetings.paper (district, forum_id, item_id, title, ground_id, review_on) values ('mvsj', $1, $2, 'Notat', $3, '2026-03-12')`,
      [council.forumId, other, council.groundId],
    )
    const page = await open('formand', '/fora/kredsraadet/emner')
    expect(page.link('Vurdér: Notat')).toBe(`/mvsj/punkter/${other}/bilag`)
    expect(page.headings()).toContain('Lukkede punkter og bilag, I skal tage stilling til')
    expect(page.link('Vurdér: Zebrastribet beredskab')).toBe(`/mvsj/punkter/${secret}/aabenhed`)
    expect((await open('formand', `/punkter/${secret}`)).text()).toContain('Lukningen skulle vurderes 12. marts 2026')
  })
})

describe('one who is excluded', () => {
  const shown = () => [
    `/moeder/${council.meetingId}`,
    `/moeder/${council.meetingId}/dagsorden`,
    '/fora/kredsraadet/emner',
    '/moeder/forslag',
    '/fora/kredsraadet/forslag',
    `/punkter/${other}`,
    `/punkter/${other}/ret`,
    `/punkter/${other}/send-videre`,
  ]
  const hidden = async () => {
    const [row] = await asOwner('select matter_id from meetings.item where id = $1', [secret])
    return [
      ...['', '/ret', '/fjern', '/aabenhed', '/inhabilitet', '/send-videre'].map((part) => `/punkter/${secret}${part}`),
      `/sager/${String(row?.['matter_id'])}`,
    ]
  }

  test.each(['medlem', 'formand', 'sekretaer', 'sekretariat'])('sees none of it as %s', async (account) => {
    if (account === 'sekretariat')
      await asOwner(
        `insert into people.person (district, name, sort_name, account_id, recorded_from) values ('mvsj', 'Sofie Prøve', 'sofie', 'sekretariat', '2020-01-01')`,
      )
    const [person] = await asOwner('select id from people.person where account_id = $1', [account])
    await anExclusion(secret, String(person?.['id']))
    // A member is refused the pages of those in charge before it is asked which item they are about.
    const refused = account === 'medlem' ? [403, 404] : [404]
    for (const path of await hidden()) {
      const allowed = /^.punkter.[^/]*$|sager/.test(path) ? [404] : refused
      expect(allowed, path).toContain((await open(account, path)).status)
      const sent = { grund: 'x', titel: 'x', ophaev: String(person?.['id']) }
      expect([403, 404], path).toContain((await send(account, path, sent)).status)
    }
    for (const path of shown()) {
      const html = await (await council.as(account).get(`/mvsj${path}`)).text()
      expect([path, html.includes('Zebra')]).toEqual([path, false])
      expect([path, html.includes(secret)]).toEqual([path, false])
    }
    const page = await open(account, `/moeder/${council.meetingId}`)
    expect(page.text()).toContain('1 punkt, 1 lukket. Planlagt 20 minutter')
    expect(await asOwner('select 1 from meetings.exclusion')).toHaveLength(1)
  })

  test('cannot tell it from the order, nor move it', async () => {
    await anExclusion(secret, council.personOf('formand'))
    const agenda = `/moeder/${council.meetingId}/dagsorden`
    expect((await open('formand', agenda)).text()).toContain('Planlagt 20 af 150 minutter')
    expect((await send('formand', `${agenda}/flyt`, { punkt: secret, til: '1' })).status).toBe(409)
    expect((await send('formand', `${agenda}/flyt`, { punkt: other, til: '2' })).status).toBe(303)
    expect((await send('formand', `${agenda}/nyt`, { titel: 'Nyt', art: 'status', minutter: '5' })).status).toBe(303)
    expect(
      await asOwner('select title from meetings.item where meeting_id = $1 order by position', [council.meetingId]),
    ).toEqual([{ title: 'Et andet punkt' }, { title: 'Zebrastribet beredskab' }, { title: 'Nyt' }])
  })

  test('is kept out and let in again by somebody else in charge, which stands in the log', async () => {
    const path = `/punkter/${secret}/inhabilitet`
    const page = await open('sekretaer', path)
    const person = council.personOf('formand')
    expect(page.text()).toContain('Prøve formand')
    expect((await send('sekretaer', path, { grund: 'Ejer grunden' })).status).toBe(422)
    expect((await send('sekretaer', path, { person, grund: '' })).status).toBe(422)
    expect((await send('sekretaer', path, { person: '00000000-0000-4000-8000-000000000000', grund: 'x' })).status).toBe(
      422,
    )
    expect(
      (await send('sekretaer', path, { person: [person, council.personOf('medlem')], grund: 'Ejer grunden' })).to,
    ).toBe(path)
    expect((await open('formand', `/punkter/${secret}`)).status).toBe(404)
    expect((await open('medlem', `/punkter/${secret}`)).status).toBe(404)
    expect((await open('medlem2', `/punkter/${secret}`)).status).toBe(200)
    expect((await open('medlem2', `/punkter/${secret}`)).text()).not.toContain('Ejer grunden')
    expect((await logged('exclusion.noted'))?.['subject_id']).toBe(secret)
    const { action, values } = (await open('sekretaer', path)).form('Giv adgang igen: Prøve formand')
    expect((await send('formand', action.replace('/mvsj', ''), values)).status).toBe(404)
    expect((await send('sekretaer', action.replace('/mvsj', ''), values)).to).toBe(path)
    expect((await open('formand', `/punkter/${secret}`)).status).toBe(200)
    expect(await logged('exclusion.lifted')).toBeDefined()
  })

  test('may be oneself', async () => {
    const own = await send('formand', `/punkter/${secret}/inhabilitet`, {
      person: council.personOf('formand'),
      grund: 'Gift med ansøgeren',
    })
    expect(own.to).toBe(`/moeder/${council.meetingId}`)
    expect((await open('formand', `/punkter/${secret}`)).status).toBe(404)
  })

  test('is not kept out by a member', async () => {
    const path = `/punkter/${secret}/inhabilitet`
    for (const account of ['medlem', 'partner', null]) {
      const answer = await send(account, path, { person: council.personOf('formand'), grund: 'x' })
      expect([403, 404]).toContain(answer.status)
    }
    expect(await asOwner('select 1 from meetings.exclusion')).toEqual([])
  })
})

describe('one who comes for a member that is kept out', () => {
  const deputise = async (account: string, personId: string) =>
    asOwner(
      `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role, reply, deputy_name, deputy_person_id)
       values ('mvsj', $1, $2, $3, 'Prøve', 'member', 'deputy', 'Vera Vikar', $4)`,
      [council.forumId, council.meetingId, council.personOf(account), personId],
    )
  const sees = async (account: string) => (await open(account, `/punkter/${secret}`)).status

  test('is kept out too, whichever happened first, and let in by those in charge', async () => {
    const vikar = await aPerson('Vera Vikar', 'vikar')
    await anExclusion(secret, council.personOf('medlem'))
    await deputise('medlem', vikar)
    expect(await sees('vikar')).toBe(404)
    expect((await open('vikar', `/punkter/${other}`)).status).toBe(200)
    const page = await open('formand', `/punkter/${secret}/inhabilitet`)
    expect(page.text()).toContain('Vera Vikar')
    await send('formand', `/punkter/${secret}/inhabilitet`, { ophaev: vikar })
    expect(await sees('vikar')).toBe(200)
    // Somebody else's answer does not shut the door again.
    await asOwner(`update meetings.invitation set reply = 'deputy', version = version + 1 where person_id = $1`, [
      council.personOf('medlem2'),
    ])
    expect(await sees('vikar')).toBe(200)

    const anden = await aPerson('Anders Anden', 'anden')
    await deputise('medlem2', anden)
    expect(await sees('anden')).toBe(200)
    await anExclusion(secret, council.personOf('medlem2'))
    expect(await sees('anden')).toBe(404)
  })

  test('is kept out of an item that comes onto the agenda later', async () => {
    const vikar = await aPerson('Vera Vikar', 'vikar')
    await deputise('medlem', vikar)
    const late = await anItem({ forumId: council.forumId, meetingId: null, title: 'Senere' })
    await anExclusion(late, council.personOf('medlem'))
    await asOwner('update meetings.item set meeting_id = $1, position = 3 where id = $2', [council.meetingId, late])
    expect((await open('vikar', `/punkter/${late}`)).status).toBe(404)
  })

  test('can be kept out by themselves, as can one whose seat begins on the day of the meeting', async () => {
    const vikar = await aPerson('Vera Vikar', 'vikar')
    await deputise('medlem', vikar)
    const office = await anOffice('Ny borgmester')
    const coming = await aPerson('Nina Ny', 'ny')
    await asOwner(
      `insert into people.tenure (district, office_id, person_id, valid_from) values ('mvsj', $1, $2, '2026-04-01')`,
      [office, coming],
    )
    await aSeat(council.forumId, office, 'member')
    const page = await open('formand', `/punkter/${secret}/inhabilitet`)
    expect(page.text()).toContain('Vera Vikar')
    expect(page.text()).toContain('Nina Ny')
    const done = await send('formand', `/punkter/${secret}/inhabilitet`, {
      person: [vikar, coming],
      grund: 'Ejer huset',
    })
    expect(done.status).toBe(303)
    expect(await sees('vikar')).toBe(404)
  })
})

describe('sending on', () => {
  let liaison: string
  beforeEach(async () => {
    liaison = await aForum({ categoryId: council.categoryId, name: 'Kontaktudvalget', openness: 'public' })
  })

  test('tells those in charge of the forum that received it, and nobody who is kept out', async () => {
    const leads: Record<string, string> = {}
    for (const [account, role] of [
      ['leder', 'chair'],
      ['referent', 'secretary'],
      ['inhabil', 'viceChair'],
      ['menig', 'member'],
    ] as const) {
      const office = await anOffice(`Embede for ${account}`)
      leads[account] = await aPerson(`Prøve ${account}`, account)
      await aTenure(office, leads[account])
      await aSeat(liaison, office, role)
    }
    await anExclusion(secret, leads['inhabil'] ?? '')
    await send('formand', `/punkter/${secret}/send-videre`, { forum: liaison, grund: 'Forbered en beslutning' })
    const told = await asOwner(`select person_id, forum_id, item_id from notices.notice where kind = 'itemReceived'`)
    expect(told.map((row) => row['person_id']).toSorted()).toEqual([leads['leder'], leads['referent']].toSorted())
    const page = await open('leder', '/meddelelser')
    const notice = page.links().find((link) => link.startsWith('Punkt modtaget fra et andet forum')) ?? ''
    expect(notice).toContain('Zebrastribet beredskab')
    expect(page.link(notice)).toBe('/mvsj/fora/kontaktudvalget/emner')
    for (const account of ['inhabil', 'menig', 'medlem'])
      expect((await open(account, '/meddelelser')).text()).not.toContain('Zebrastribet')
    // Taking it up again in the own forum is news to nobody.
    await send('formand', `/punkter/${secret}/send-videre`, { forum: council.forumId, grund: '' })
    expect(await asOwner(`select 1 from notices.notice where kind = 'itemReceived'`)).toHaveLength(2)
  })

  test('ties both items to one matter, shown from both sides and through all fora', async () => {
    await anExclusion(secret, council.personOf('medlem'))
    const path = `/punkter/${secret}/send-videre`
    expect((await open('formand', path)).byLabel('Hvilket forum').options).toContain('Kontaktudvalget')
    const { to } = await send('formand', path, { forum: liaison, grund: 'Forbered en beslutning' })
    expect((await open('formand', to)).alert()).toBe('Punktet er sendt videre til Kontaktudvalget')
    const [made] = await asOwner(`select id, matter_id from meetings.item where sent_from_id = $1`, [secret])
    const received = await open('sekretariat', `/punkter/${String(made?.['id'])}`)
    expect(received.text()).toContain('Kom fra Zebrastribet beredskab Kredsrådet')
    expect(received.text()).toContain('Forbered en beslutning')
    expect((await open('sekretariat', `/punkter/${secret}`)).text()).toContain(
      'Sendt videre til Zebrastribet beredskab Kontaktudvalget',
    )
    expect((await open('sekretariat', '/fora/kontaktudvalget/emner')).text()).toContain('Sendt fra Kredsrådet')
    expect(await asOwner('select 1 from meetings.exclusion')).toHaveLength(2)
    const again = await send('formand', path, { forum: liaison, grund: '' })
    expect(again.status).toBe(422)
    expect(again.alert()).toContain('allerede sendt')
    expect((await send('formand', path, { forum: '00000000-0000-4000-8000-000000000000' })).status).toBe(422)
    expect((await send('formand', path, { forum: liaison, grund: '010190-0000' })).status).toBe(422)
    for (const account of ['medlem2', 'partner', null])
      expect([403, 404]).toContain((await send(account, path, { forum: liaison })).status)

    const meeting = await aMeeting({ forumId: liaison, onDay: '2026-05-12', state: 'held' })
    await asOwner('update meetings.item set meeting_id = $1, position = 1 where id = $2', [meeting, made?.['id']])
    await anOutcome(String(made?.['id']), 'Indstilles til godkendelse')
    const matter = `/sager/${String(made?.['matter_id'])}`
    const all = (await open('sekretariat', matter)).text()
    expect(all).toContain('Kredsrådet')
    expect(all).toContain('Besluttet. Indstilles til godkendelse')
    // The chair of the council sits in no other forum, and sees the council's part alone.
    expect((await open('formand', matter)).text()).not.toContain('Indstilles til godkendelse')
    for (const account of ['medlem', 'partner', null]) expect((await open(account, matter)).status).toBe(404)
    for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
      expect((await open('sekretariat', `/sager/${id}`)).status).toBe(404)
  })
})
