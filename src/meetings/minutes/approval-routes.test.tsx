import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner } from '../../../test/db.ts'
import { aHeldMeeting, secrets } from './minutes.fixture.ts'
import { minutesJobs } from './jobs.ts'

let world: Awaited<ReturnType<typeof aHeldMeeting>>
const mails = () => asOwner(`select address, subject, words, html, purpose, key from mail.message order by address`)
const told = async (kind: string) =>
  (
    await asOwner(
      `select p.name from notices.notice n join people.person p on p.id = n.person_id where n.kind = $1 order by 1`,
      [kind],
    )
  ).map(({ name }) => name)
const deadline = (day: string, month: string, year: string) => ({
  'frist-dag': day,
  'frist-maaned': month,
  'frist-aar': year,
})

beforeEach(async () => {
  world = await aHeldMeeting()
})

describe('sending the minutes out', () => {
  test('the page says beforehand what is missing and who is told', async () => {
    await asOwner(`delete from meetings.outcome where item_id = $1`, [world.items.kept])
    await asOwner(`update people.person set email = null where account_id = 'greve'`)
    const page = await world.open('skriver', '/send-ud')
    expect(page.text()).toContain('Uden udfald: punkt 3')
    expect(page.text()).toContain('chef@kommune.example')
    expect(page.text()).toContain('Ingen mailadresse')
    expect(page.byLabel('Dag').value).toBe('26')
    expect(await mails()).toEqual([])
  })

  test('sends one mail to each with nothing of the content, and tells them in the program', async () => {
    const done = await world.press('skriver', '/send-ud', 'Send referatet ud')
    expect(done.status).toBe(303)
    expect(await world.stateNow()).toMatchObject({
      state: 'circulated',
      approve_by: '2026-03-26',
      silent_approval: false,
    })
    const sent = await mails()
    expect(sent.map(({ address }) => address)).toEqual(
      ['chef', 'greve', 'iagttager', 'koege', 'skriver'].map((name) => `${name}@kommune.example`),
    )
    for (const { subject, words, html } of sent) {
      expect(String(subject)).toContain('Kredsrådet 5.')
      expect(String(words)).toContain(`http://127.0.0.1:3000${world.base}`)
      for (const word of [...secrets, 'Lys på stien', 'Der sættes lys op'])
        expect(`${String(subject)} ${String(words)} ${String(html)}`).not.toContain(word)
    }
    expect(await told('minutesCirculated')).toHaveLength(5)
    expect(await world.actions()).toEqual(['minutes.circulated'])
  })

  test('a second click sends nothing more', async () => {
    const { values } = (await world.open('skriver', '/send-ud')).form('Send referatet ud')
    expect((await world.send('skriver', '/send-ud', values)).status).toBe(303)
    expect((await world.send('skriver', '/send-ud', values)).status).toBeGreaterThanOrEqual(400)
    expect(await mails()).toHaveLength(5)
  })

  test('two in the same moment send one set of mails', async () => {
    const { values } = (await world.open('skriver', '/send-ud')).form('Send referatet ud')
    const both = await Promise.all([world.send('skriver', '/send-ud', values), world.send('chef', '/send-ud', values)])
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await mails()).toHaveLength(5)
  })

  test.each([
    [deadline('1', '3', '2026'), 'Fristen er passeret'],
    [deadline('31', '2', '2026'), 'Skriv en dag, der findes'],
    [deadline('', '', ''), 'Skriv fristen for at godkende'],
  ])('a deadline that cannot be is refused: %o', async (fields, words) => {
    const refused = await world.press('skriver', '/send-ud', 'Send referatet ud', fields)
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(words)
    expect(await world.stateNow()).toMatchObject({ state: 'held' })
    expect(await mails()).toEqual([])
  })

  test('the last day may be today', async () => {
    expect(
      (await world.press('skriver', '/send-ud', 'Send referatet ud', deadline('12', 'marts', '2026'))).status,
    ).toBe(303)
  })

  test('of somebody who changed the meeting meanwhile is heard', async () => {
    const { values } = (await world.open('skriver', '/send-ud')).form('Send referatet ud')
    await world.setState(`version = version + 1`)
    const outdated = await world.send('skriver', '/send-ud', { ...values, ...deadline('27', '3', '2026') })
    expect(outdated.status).toBe(409)
    expect(outdated.byLabel('Dag').value).toBe('27')
    expect(await mails()).toEqual([])
    expect((await world.send('skriver', '/send-ud', outdated.form('Send referatet ud').values)).status).toBe(303)
  })

  test('taken back with a reason, it loses its approvals and keeps its comments, and goes out again as corrected', async () => {
    await world.press('skriver', '/send-ud', 'Send referatet ud')
    await world.press('koege', '', 'Godkend referatet')
    await world.send('greve', '/bemaerkning', { punkt: '', ord: 'Jeg var der ikke.' })
    // Sent twice, it is one.
    await world.send('greve', '/bemaerkning', { punkt: '', ord: 'Jeg var der ikke.' })
    expect((await world.press('skriver', '/traek-tilbage', 'Træk referatet tilbage', { grund: '' })).status).toBe(422)
    expect(
      (await world.press('skriver', '/traek-tilbage', 'Træk referatet tilbage', { grund: 'Forkert fremmøde' })).status,
    ).toBe(303)
    expect(await world.stateNow()).toMatchObject({ state: 'held', approve_by: null })
    expect((await world.open('koege')).text()).toContain('ikke sendt ud endnu')
    expect(await asOwner(`select * from meetings.approval`)).toEqual([])
    expect(await asOwner(`select words from meetings.minutes_comment`)).toHaveLength(1)
    // Those in charge read the comments while they correct, and may answer them.
    expect((await world.open('skriver')).text()).toContain('Jeg var der ikke.')
    expect((await world.press('skriver', '', 'Send svaret', { rettet: 'ja', svar: 'Rettet.' })).status).toBe(303)
    await asOwner(`delete from mail.message`)
    await world.press('skriver', '/send-ud', 'Send referatet ud')
    const [again] = await mails()
    expect(String(again?.['subject'])).toContain('Rettet referat')
    expect(String(again?.['words'])).toContain('Tidligere godkendelser gælder ikke længere')
    expect((await world.actions()).filter((action) => !String(action).startsWith('minutes.comment'))).toEqual([
      'minutes.circulated',
      'minutes.approvedByMember',
      'minutes.takenBack',
      'minutes.recirculated',
    ])
  })
})

describe('approving', () => {
  beforeEach(() => world.circulate())

  test('names who has approved and who is missing; the last one closes it', async () => {
    expect((await world.open('koege')).text()).toContain('0 af 3')
    expect((await world.press('koege', '', 'Godkend referatet')).status).toBe(303)
    const page = await world.open('skriver')
    expect(page.text()).toContain('1 af 3')
    expect(page.text()).toContain('koege Prøve, Borgmesteren i Køge')
    expect(page.text()).toContain('Borgmesteren i Greve')
    expect(page.buttons()).toContain('Send påmindelse til de 2')
    await world.press('greve', '', 'Godkend referatet')
    expect(await world.stateNow()).toMatchObject({ state: 'circulated' })
    await world.press('chef', '', 'Godkend referatet')
    expect(await world.stateNow()).toMatchObject({ state: 'approved', approved_how: 'all' })
    expect(await told('minutesApproved')).toHaveLength(5)
    expect((await world.actions()).at(-1)).toBe('minutes.approvedByAll')
    expect((await world.open('koege')).text()).toContain('Godkendt af alle')
  })

  test('twice is once', async () => {
    const { values } = (await world.open('koege')).form('Godkend referatet')
    expect((await world.send('koege', '/godkend', values)).status).toBe(303)
    expect((await world.send('koege', '/godkend', values)).status).toBe(303)
    expect(await asOwner(`select name from meetings.approval`)).toHaveLength(1)
    expect(await world.actions()).toEqual(['minutes.approvedByMember'])
    expect((await world.open('koege')).buttons()).not.toContain('Godkend referatet')
  })

  test('is for members alone: no observer, secretary, secretariat, partner or visitor', async () => {
    for (const account of ['iagttager', 'skriver'])
      expect((await world.send(account, '/godkend', { laest: '' })).text()).toContain(
        'Kun medlemmer, der sad i forummet',
      )
    for (const account of ['sekretariat', 'partner', null])
      expect((await world.send(account, '/godkend', { laest: '' })).status).toBe(403)
    expect(await asOwner(`select name from meetings.approval`)).toEqual([])
  })

  test('nobody approves words that were corrected after they opened the page', async () => {
    const { values } = (await world.open('koege')).form('Godkend referatet')
    await asOwner(
      `update meetings.outcome set decision = 'Rettet', changed_at = '2100-01-01T11:00:00Z' where item_id = $1`,
      [world.items.open],
    )
    const answer = await world.send('koege', '/godkend', values)
    expect(answer.status).toBe(409)
    expect(answer.text()).toContain('Læs det igen')
    expect(answer.text()).toContain('Rettet')
    expect(await asOwner(`select name from meetings.approval`)).toEqual([])
    await world.press('koege', '', 'Godkend referatet')
    expect(await asOwner(`select name from meetings.approval`)).toHaveLength(1)
  })

  test('whoever approved is asked again when anything of the minutes is corrected, and told what', async () => {
    await world.press('koege', '', 'Godkend referatet')
    expect((await world.open('skriver')).text()).toContain('1 af 3')
    await asOwner(`update meetings.attendance set status = 'absent' where name = 'koege Prøve'`)
    await asOwner(`update meetings.vote set vote = 'abstaining' where name = 'greve Prøve'`)
    const page = await world.open('koege')
    expect(page.text()).toContain('0 af 3')
    expect(page.text()).toContain('Rettet siden: fremmødet og punkt 1. Læs det igen, og godkend.')
    expect((await world.open('skriver')).text()).toContain('Borgmesteren i KøgeSkal godkende igen')
    expect((await world.open('koege', '/mvsj/mit-arbejde')).text()).toContain('Læs og godkend')
    await world.press('koege', '', 'Godkend referatet')
    const again = await world.open('koege')
    expect(again.text()).toContain('1 af 3')
    expect(again.text()).not.toContain('Rettet siden')
    expect((await world.open('koege', '/mvsj/mit-arbejde')).text()).not.toContain('Læs og godkend')
    expect(await world.actions()).toEqual(['minutes.approvedByMember', 'minutes.approvedByMember'])
  })

  test('one who is kept out of the item that was corrected knows nothing of it, and is not asked', async () => {
    for (const account of ['koege', 'greve']) await world.press(account, '', 'Godkend referatet')
    await asOwner(`update meetings.outcome set decision = 'Rettet' where item_id = $1`, [world.items.kept])
    expect((await world.open('koege')).text()).toContain('1 af 3')
    const page = await world.open('greve')
    expect(page.text()).toContain('2 af 3')
    expect(page.text()).not.toContain('Rettet siden')
    expect(page.buttons()).not.toContain('Godkend referatet')
  })

  test('a correction after the last approval keeps the minutes open, and is told once they are locked', async () => {
    for (const account of ['koege', 'greve']) await world.press(account, '', 'Godkend referatet')
    await asOwner(`update meetings.attendance set status = 'absent' where name = 'koege Prøve'`)
    await world.press('chef', '', 'Godkend referatet')
    expect(await world.stateNow()).toMatchObject({ state: 'circulated' })
    await world.press('skriver', '/afslut', 'Godkend og lås referatet', { grund: 'Frist' })
    expect(await world.stateNow()).toMatchObject({ state: 'approved' })
    await asOwner(`update meetings.item set openness = 'open' where id = $1`, [world.items.closed])
    const [chef, greve, koege] = await asOwner(`select name, changed from meetings.approval order by name`)
    expect(chef).toMatchObject({ changed: [] })
    for (const one of [greve, koege]) expect(one).toMatchObject({ changed: ['attendance'] })
    expect((await world.open('koege')).text()).toContain('Rettet siden: fremmødet.')
  })

  test('who held the seat on the day approves; who came later does not, and a vacant seat waits for nobody', async () => {
    await asOwner(`update people.tenure set valid_to = '2026-03-01' where person_id = $1`, [world.people.greve.person])
    expect((await world.open('koege')).text()).toContain('0 af 2')
    const newMayor = (
      await asOwner(
        `insert into people.person (district, name, sort_name, account_id, recorded_from) values ('mvsj', 'Ny Borgmester', 'ny', 'ny', '2020-01-01') returning id`,
      )
    )[0]?.['id']
    await asOwner(
      `insert into people.tenure (district, office_id, person_id, valid_from, recorded_from) values ('mvsj', $1, $2, '2026-03-08', '2020-01-01')`,
      [world.people.greve.office, newMayor],
    )
    // The seat was vacant on the day, so whoever holds it now speaks for it.
    expect((await world.open('ny')).buttons()).toContain('Godkend referatet')
  })

  test('a reminder goes to those who are missing, once a day', async () => {
    await world.press('koege', '', 'Godkend referatet')
    await world.press('skriver', '', 'Send påmindelse til de 2')
    await world.send('skriver', '/paamind')
    const sent = await mails()
    expect(sent.map(({ address }) => address)).toEqual(['chef@kommune.example', 'greve@kommune.example'])
    expect(sent.map(({ purpose }) => purpose)).toEqual(['reminder', 'reminder'])
    expect((await world.send('koege', '/paamind')).status).toBe(403)
  })
})

describe('commenting', () => {
  beforeEach(() => world.circulate())

  test('a member comments on an item, those in charge answer, and all of it is seen', async () => {
    const said = await world.press('koege', '', 'Send bemærkningen', {
      punkt: world.items.open,
      ord: 'Det var november.',
    })
    expect(said.status).toBe(303)
    expect(await told('minutesCommented')).toEqual(['chef Prøve', 'skriver Prøve'])
    const page = await world.open('skriver')
    expect(page.text()).toContain('Det var november.')
    expect((await world.press('skriver', '', 'Send svaret', { svar: '' })).status).toBe(422)
    expect((await world.press('skriver', '', 'Send svaret', { rettet: 'ja', svar: 'Du har ret.' })).status).toBe(303)
    const answered = await world.open('greve')
    expect(answered.text()).toContain('Referatet er rettet. Du har ret.')
    expect(await world.actions()).toEqual(['minutes.commented', 'minutes.commentAnswered'])
    expect(await asOwner(`select subject_kind from audit.entry where action = 'minutes.commented'`)).toContainEqual({
      subject_kind: 'agendaItem',
    })
  })

  test('two who answer at once: the second sees both', async () => {
    await world.send('koege', '/bemaerkning', { punkt: '', ord: 'Stavefejl.' })
    const { action, values } = (await world.open('skriver')).form('Send svaret')
    const path = action.slice(world.base.length)
    await world.send('chef', path, { ...values, rettet: 'ja', svar: 'Rettet.' })
    const second = await world.send('skriver', path, { ...values, rettet: 'nej', svar: 'Mit svar.' })
    expect(second.status).toBe(409)
    expect(second.text()).toContain('Mit svar.')
    expect(second.text()).toContain('Rettet.')
  })

  test.each([
    ['', 'Skriv din bemærkning'],
    [`Ring til ${['010190', '1233'].join('-')}`, 'CPR'],
  ])('bad words are refused: %s', async (ord, problem) => {
    const refused = await world.send('koege', '/bemaerkning', { punkt: '', ord })
    expect(refused.status).toBe(422)
    expect(refused.alert()).toContain(problem)
    expect(await asOwner(`select * from meetings.minutes_comment`)).toEqual([])
  })

  test('nobody comments on an item they are kept out of, or reads what others say of it', async () => {
    expect((await world.send('greve', '/bemaerkning', { punkt: world.items.kept, ord: 'Hej' })).status).toBe(422)
    expect((await world.send('greve', '/bemaerkning', { punkt: 'x', ord: 'Hej' })).status).toBe(422)
    await world.send('koege', '/bemaerkning', { punkt: world.items.kept, ord: 'OMGREVE' })
    expect((await world.open('koege')).text()).toContain('OMGREVE')
    expect((await world.open('greve')).html).not.toContain('OMGREVE')
    expect(
      await asOwner(
        `select p.name from notices.notice n join people.person p on p.id = n.person_id where p.name like 'greve%'`,
      ),
    ).toEqual([])
  })

  test('only members comment, and only while the minutes are out', async () => {
    for (const account of ['sekretariat', 'partner', null])
      expect((await world.send(account, '/bemaerkning', { punkt: '', ord: 'Hej' })).status).toBe(403)
    await world.setState(`state = 'held'`)
    expect((await world.send('koege', '/bemaerkning', { punkt: '', ord: 'Hej' })).status).toBeGreaterThanOrEqual(400)
    expect(await asOwner(`select * from meetings.minutes_comment`)).toEqual([])
  })
})

describe('the deadline', () => {
  const run = (now: string) => {
    const [job] = minutesJobs({ db: world.database.db, clock: () => new Date(now) })
    return job?.run()
  }

  test('approves by silence where members were told so, the day after and not before', async () => {
    await world.circulate()
    await world.setState(`silent_approval = true`)
    expect(await run('2026-03-24T22:00:00Z')).toBe(0)
    expect(await run('2026-03-25T06:00:00Z')).toBe(1)
    expect(await run('2026-03-25T06:05:00Z')).toBe(0)
    expect(await world.stateNow()).toMatchObject({ state: 'approved', approved_how: 'deadline' })
    expect(await world.actions()).toEqual(['minutes.approvedByDeadline'])
    expect((await world.open('koege')).text()).toContain('da fristen udløb')
  })

  test('otherwise it stays and is shown as late', async () => {
    await world.circulate()
    await world.setState(`approve_by = '2026-03-10'`)
    expect(await run('2026-04-25T06:00:00Z')).toBe(0)
    expect((await world.open('koege')).text()).toContain('Mangler, 2 dage over fristen')
    expect((await world.open('koege')).buttons()).toContain('Godkend referatet')
  })

  test('a job after a crash draws the conclusion that was missed', async () => {
    await world.circulate()
    for (const { person } of [world.people.chef, world.people.koege, world.people.greve])
      await asOwner(
        `insert into meetings.approval (district, meeting_id, forum_id, person_id, name) values ('mvsj', $1, $2, $3, 'x')`,
        [world.meetingId, world.forumId, person],
      )
    expect(await run('2026-03-12T12:00:00Z')).toBe(1)
    expect(await world.stateNow()).toMatchObject({ state: 'approved', approved_how: 'all' })
  })

  test('those in charge may close it by hand, with a reason and the meeting it was approved at', async () => {
    await world.circulate()
    const close = (fields: Record<string, string>) =>
      world.press('skriver', '/afslut', 'Godkend og lås referatet', fields)
    expect((await close({ grund: '' })).status).toBe(422)
    expect(
      (await close({ grund: 'x', 'moede-dag': '20', 'moede-maaned': '3', 'moede-aar': '2026' })).alert(),
    ).toContain('ikke kommet endnu')
    expect((await close({ grund: 'x', 'moede-dag': '1', 'moede-maaned': '3', 'moede-aar': '2026' })).alert()).toContain(
      'før mødet',
    )
    const { values } = (await world.open('skriver', '/afslut')).form('Godkend og lås referatet')
    await world.setState('version = version + 1')
    const outdated = await world.send('skriver', '/afslut', { ...values, grund: 'Skrevet forgæves' })
    expect(outdated.status).toBe(409)
    expect(outdated.byLabel('Hvorfor').value.trim()).toBe('Skrevet forgæves')
    expect(await world.stateNow()).toMatchObject({ state: 'circulated' })
    expect(
      (await close({ grund: 'Alle nikkede.', 'moede-dag': '11', 'moede-maaned': '3', 'moede-aar': '2026' })).status,
    ).toBe(303)
    expect(await world.stateNow()).toMatchObject({ state: 'approved', approved_how: 'hand' })
    expect((await world.open('koege')).text()).toContain('Godkendt på mødet 11. marts 2026. Alle nikkede.')
    expect((await world.send('koege', '/afslut', { grund: 'x', version: '1' })).status).toBe(403)
  })
})
