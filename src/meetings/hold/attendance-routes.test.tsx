import { beforeEach, describe, expect, test } from 'vitest'
import { anExclusion } from '../../../test/builders.ts'
import { asOwner } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { aMeetingToHold, emptyOutcome, startedFrom } from './running.fixture.ts'

let to: Awaited<ReturnType<typeof aMeetingToHold>>
beforeEach(async () => {
  to = await aMeetingToHold()
})

describe('municipalities and votes', () => {
  beforeEach(() => to.start())

  test('all agree in one click, one of them later says otherwise, and the minutes tell it', async () => {
    const { action, values } = (await to.page('formand')).form('Gem svar')
    await to.as('formand').post(action, { ...values, alle: 'agrees' })
    const again = (await to.page('formand')).form('Gem svar')
    await to.as('formand').post(again.action, { ...again.values, 'svar-259': 'awaits', 'bem-259': 'Budgettet først' })
    await to.byScript('formand', to.outcomeAt(to.first), { ...emptyOutcome, foer: startedFrom(), udfald: 'decided' })
    await asOwner(`update meetings.meeting set state = 'circulated'`)
    const meeting = readPage(await (await to.as('medlem').get(`/mvsj/moeder/${to.meetingId}`)).text())
    const { rows } = meeting.table('Tilkendegivelser til Nattelivet')
    expect(rows).toHaveLength(2)
    expect(rows.find(([who]) => who === 'Køge')).toEqual(['Køge', 'Afventer', 'Budgettet først'])
  })

  test('a forum of one municipality asks only that one', async () => {
    await asOwner(`update fora.forum set municipality_code = '259'`)
    const fields = Object.keys((await to.page('formand')).form('Gem svar').values)
    expect(fields.filter((name) => name.startsWith('svar-'))).toEqual(['svar-259'])
  })

  test('two note-takers fill in different municipalities', async () => {
    const { action, values } = (await to.page('formand')).form('Gem svar')
    await to.as('formand').post(action, { ...values, 'svar-259': 'agrees' })
    const answer = await to.byScript('sekretaer', action, { ...values, 'svar-253': 'disagrees' })
    expect(answer).toMatchObject({ status: 200, values: { 'svar-259': 'agrees', 'svar-253': 'disagrees' } })
    expect(await to.byScript('sekretaer', action, { ...values, 'svar-259': 'awaits' })).toMatchObject({ status: 409 })
    const known = await asOwner(
      `select municipality_code, stand from meetings.statement where stand <> 'none' order by 1`,
    )
    expect(known).toEqual([
      { municipality_code: '253', stand: 'disagrees' },
      { municipality_code: '259', stand: 'agrees' },
    ])
    expect((await to.byScript('formand', action, { ...values, 'svar-259': 'måske' })).status).toBe(422)
  })

  test('those who came vote by name', async () => {
    expect((await to.page('formand')).text()).toContain('Notér fremmødet først')
    const came = (await to.page('formand')).form('Gem fremmøde')
    const all = Object.fromEntries(
      Object.entries(came.values).map(([name, value]) => [name, name.startsWith('kom-') ? 'present' : value]),
    )
    await to.as('formand').post(came.action, all)
    const page = await to.page('formand')
    const { action, values } = page.form('Gem stemmer')
    const votes = {
      [page.byLabel('Stemme, Fie Formand').name]: 'for',
      [page.byLabel('Stemme, Mads Medlem').name]: 'abstaining',
    }
    await to.as('formand').post(action, { ...values, ...votes })
    expect(await asOwner(`select name, vote, person_id is not null as known from meetings.vote order by name`)).toEqual(
      [
        { name: 'Fie Formand', vote: 'for', known: true },
        { name: 'Mads Medlem', vote: 'abstaining', known: true },
      ],
    )
    expect((await to.page('formand')).text()).toContain('1 for, 0 imod, 1 undlod at stemme')
  })

  test('a vote of one who came after the page was made is neither lost nor asked about', async () => {
    await asOwner(`update meetings.attendance set status = 'present' where name <> 'Mads Medlem'`)
    const early = (await to.page('sekretaer')).form('Gem stemmer')
    await asOwner(`update meetings.attendance set status = 'present'`)
    const page = await to.page('formand')
    const { action, values } = page.form('Gem stemmer')
    await to.as('formand').post(action, { ...values, [page.byLabel('Stemme, Mads Medlem').name]: 'against' })
    const field = page.byLabel('Stemme, Fie Formand').name
    expect((await to.byScript('sekretaer', early.action, { ...early.values, [field]: 'for' })).status).toBe(200)
    expect(await asOwner(`select name, vote from meetings.vote order by name`)).toEqual([
      { name: 'Fie Formand', vote: 'for' },
      { name: 'Mads Medlem', vote: 'against' },
    ])
  })

  test('two of one name, and two whose names are almost alike, have a vote each', async () => {
    await asOwner(`delete from meetings.attendance`)
    for (const [name, label] of [
      ['Lars Prøve', 'Køge'],
      ['Lars Prøve', 'Greve'],
      ['Bo Å', 'Stevns'],
      ['Bo Aa', 'Solrød'],
    ])
      await asOwner(
        `insert into meetings.attendance (district, forum_id, meeting_id, name, label, capacity, status)
         values ('mvsj', $1, $2, $3, $4, 'member', 'present')`,
        [to.forumId, to.meetingId, name, label],
      )
    const page = await to.page('formand')
    const { action, values } = page.form('Gem stemmer')
    const given = [
      ['Lars Prøve (Køge)', 'for'],
      ['Lars Prøve (Greve)', 'against'],
      ['Bo Å', 'for'],
      ['Bo Aa', 'abstaining'],
    ] as const
    const votes = given.map(([name, vote]) => [page.byLabel(`Stemme, ${name}`).name, vote] as const)
    await to.as('formand').post(action, { ...values, ...Object.fromEntries(votes) })
    const stored = await asOwner(`select name, vote from meetings.vote`)
    expect(new Map(stored.map(({ name, vote }) => [name, vote]))).toEqual(new Map(given))
  })
})

describe('who came', () => {
  test('two note it at once: different seats are brought together, the same seat is asked about', async () => {
    await to.start()
    const { action, values } = (await to.page('formand')).form('Gem fremmøde')
    const [one = '', other = ''] = Object.keys(values).filter((name) => name.startsWith('kom-'))
    await to.as('formand').post(action, { ...values, [one]: 'present' })
    const merged = await to.byScript('sekretaer', action, { ...values, [other]: 'present' })
    expect(merged).toMatchObject({ status: 200, values: { [one]: 'present', [other]: 'present' } })
    const clash = readPage(await (await to.as('sekretaer').post(action, { ...values, [one]: 'apologies' })).text())
    expect(clash.text()).toContain('Til stede')
    expect(clash.text()).toContain('Afbud')
    expect(await asOwner(`select 1 from meetings.attendance where status = 'present'`)).toHaveLength(2)
  })

  test('a guest that another has removed is not removed again, and nothing else is', async () => {
    await to.start()
    await to.as('formand').post(`${to.hold}/gaest`, { gaest: 'Gunnar Gæst' })
    const { action, values } = (await to.page('sekretaer')).form('Fjern: Gunnar Gæst')
    expect((await to.as('formand').post(action, values)).status).toBe(303)
    expect((await to.as('sekretaer').post(action, values)).status).toBe(404)
    expect(await asOwner(`select 1 from meetings.attendance`)).toHaveLength(3)
  })

  test('stands with the role of the seat on the day, whatever becomes of the seat', async () => {
    await to.start()
    expect((await to.page('formand')).row('Sif Sekretær').text).toContain('Sekretær, sekretær')
    await to.as('formand').post(`${to.hold}/slut`)
    await asOwner(`update fora.seat set role = 'member' where role = 'secretary'`)
    const minutes = readPage(await (await to.as('formand').get(`/mvsj/moeder/${to.meetingId}/referat`)).text())
    expect(minutes.table('Hvem der deltog i mødet').rows.map(([who, role]) => [who, role])).toEqual([
      ['Fie Formand, Politidirektør', 'Formand'],
      ['Mads Medlem, Borgmester i Køge', 'Medlem'],
      ['Sif Sekretær, Sekretær', 'Sekretær'],
    ])
  })

  test('is filled in from the replies', async () => {
    const invite = (name: string, reply: string, rest: string) =>
      asOwner(
        `insert into meetings.invitation (district, forum_id, meeting_id, name, label, role, reply, deputy_name)
         values ('mvsj', $1, $2, $3, $3, 'member', $4, $5)`,
        [to.forumId, to.meetingId, name, reply, rest],
      )
    await invite('Ja Sagt', 'accepted', '')
    await invite('Nej Sagt', 'declined', '')
    await invite('Send Afsted', 'deputy', 'Vera Vikar')
    await invite('Tavs Hansen', 'none', '')
    await to.start()
    const rows = await asOwner(`select name, capacity, deputy_for, status from meetings.attendance order by name`)
    expect(rows).toEqual([
      { name: 'Ja Sagt', capacity: 'member', deputy_for: '', status: 'present' },
      { name: 'Nej Sagt', capacity: 'member', deputy_for: '', status: 'apologies' },
      { name: 'Tavs Hansen', capacity: 'member', deputy_for: '', status: 'absent' },
      { name: 'Vera Vikar', capacity: 'deputy', deputy_for: 'Send Afsted', status: 'present' },
    ])
  })

  test('is noted with deputies and guests, and shown beside the agenda', async () => {
    await to.start()
    const { action, values } = (await to.page('formand')).form('Gem fremmøde')
    const idOf = async (name: string) =>
      String((await asOwner(`select id from meetings.attendance where name = $1`, [name]))[0]?.['id'])
    const [chair, member] = [await idOf('Fie Formand'), await idOf('Mads Medlem')]
    const unnamed = await to.as('formand').post(action, { ...values, [`kom-${member}`]: 'deputy' })
    expect(unnamed.status).toBe(422)
    await to.as('formand').post(action, {
      ...values,
      [`kom-${chair}`]: 'present',
      [`kom-${member}`]: 'deputy',
      [`for-${member}`]: 'Vera Vikar',
    })
    expect((await to.as('formand').post(`${to.hold}/gaest`, { gaest: '' })).status).toBe(422)
    const guestSent = { gaest: 'Gunnar Gæst', hvorfra: 'Brandvæsenet', punkt: to.second }
    await to.as('formand').post(`${to.hold}/gaest`, guestSent)
    await to.as('formand').post(`${to.hold}/gaest`, guestSent)
    await to.as('formand').post(`${to.hold}/slut`)
    const shown = readPage(await (await to.as('medlem').get(`/mvsj/moeder/${to.meetingId}`)).text())
    expect(shown.headings()).toContain('Fremmøde')
    expect(shown.text()).toContain('2 af 3 pladser')
    expect(shown.text()).toContain('Formand: Politidirektør.')
    expect(shown.text()).toContain('Stedfortræder: Vera Vikar')
    expect(shown.text()).toContain('Gæst, punkt 2Gunnar Gæst, Brandvæsenet')
    const back = (await to.page('formand')).form('Gem fremmøde')
    await to.as('formand').post(back.action, { ...back.values, [`kom-${member}`]: 'apologies' })
    expect(await asOwner(`select name, capacity, status from meetings.attendance where id = $1`, [member])).toEqual([
      { name: 'Mads Medlem', capacity: 'member', status: 'apologies' },
    ])
    const [guest] = await asOwner(`select id from meetings.attendance where capacity = 'guest'`)
    await to.as('formand').post(`${to.hold}/gaest/fjern`, { gaest: String(guest?.['id']) })
    await to.as('formand').post(`${to.hold}/gaest/fjern`, { gaest: member })
    expect(await asOwner(`select 1 from meetings.attendance where capacity = 'guest'`)).toEqual([])
    expect(await asOwner(`select 1 from meetings.attendance`)).toHaveLength(3)
  })

  test('a guest of an item is nobody’s to see who is kept out of it', async () => {
    await to.start()
    await to.as('formand').post(`${to.hold}/gaest`, { gaest: 'Gunnar Gæst', punkt: to.first })
    await anExclusion(to.first, to.memberPerson)
    expect(await (await to.as('medlem').get(`/mvsj/moeder/${to.meetingId}`)).text()).not.toContain('Gunnar')
    const [entry] = await asOwner(
      `select subject_kind from audit.entry where action = 'guest.added' order by number desc limit 1`,
    )
    expect(entry).toEqual({ subject_kind: 'agendaItem' })
  })
})

describe('an action point', () => {
  beforeEach(() => to.start())
  const add = (fields: Record<string, string>) => to.as('formand').post(`/mvsj/punkter/${to.first}/opfoelgning`, fields)
  const due = (dag: string, maaned: string, aar: string) => ({
    'frist-dag': dag,
    'frist-maaned': maaned,
    'frist-aar': aar,
  })

  test('has exactly one owner and a deadline to come', async () => {
    const wrong = readPage(
      await (await add({ opgave: 'Undersøg', ejer: 'Hvem som helst', ...due('15', '4', '2026') })).text(),
    )
    expect(wrong.byLabel('Ansvarlig').description).toContain('Vælg én ansvarlig')
    expect(wrong.alert()).toContain('Vælg en frist, der ikke er passeret')
    expect(wrong.byLabel('Hvad skal gøres?').value).toBe('Undersøg')
    expect((await add({ opgave: 'Undersøg', ejer: 'borgmester i køge', ...due('31', '2', '2026') })).status).toBe(422)
    expect(await asOwner(`select 1 from meetings.action_point`)).toEqual([])
    expect((await add({ opgave: 'Undersøg', ejer: 'borgmester i køge', ...due('16', '4', '2026') })).status).toBe(303)
    // Sent twice, it is one.
    expect((await add({ opgave: 'Undersøg', ejer: 'borgmester i køge', ...due('16', '4', '2026') })).status).toBe(303)
    expect((await to.page('formand')).table('Opfølgningspunkter til punktet').rows).toEqual([
      ['Undersøg', 'Borgmester i Køge', '16. apr. 2026'],
    ])
  })

  test('is not given to one who is kept out of the item, in person or by the office', async () => {
    await anExclusion(to.first, to.memberPerson)
    const refused = await add({ opgave: 'Undersøg', ejer: 'borgmester i køge', ...due('16', '4', '2026') })
    expect(refused.status).toBe(422)
    const page = readPage(await refused.text())
    expect(page.byLabel('Ansvarlig').description).toContain('kan ikke få den. Vælg en anden')
    expect(page.byLabel('Hvad skal gøres?').value).toBe('Undersøg')
    expect(await asOwner(`select 1 from meetings.action_point`)).toEqual([])
    // One who may not know of the item is told nothing of who is kept out of it.
    await anExclusion(to.first, to.secretaryPerson)
    const unknown = await to.as('sekretaer').post(`/mvsj/punkter/${to.first}/opfoelgning`, {
      opgave: 'x',
      ejer: 'borgmester i køge',
      ...due('16', '4', '2026'),
    })
    expect(unknown.status).toBe(404)
  })
})
