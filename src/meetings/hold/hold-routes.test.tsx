import { beforeEach, describe, expect, test } from 'vitest'
import { anExclusion, anItem } from '../../../test/builders.ts'
import { asOwner } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import { aMeetingToHold, emptyOutcome, meetingNow, startedFrom } from './running.fixture.ts'

let to: Awaited<ReturnType<typeof aMeetingToHold>>
beforeEach(async () => {
  to = await aMeetingToHold()
})

describe('a meeting', () => {
  test('is started once, moved on by one step however many press, and closed', async () => {
    expect((await to.page('formand')).buttons()).toContain('Start mødet')
    await to.start()
    await to.start()
    const running = await to.page('formand')
    expect(running.headings()).toContain('1. Nattelivet')
    expect(running.text()).toContain('Mødet slutter omkring kl. 10.30, 120 min. før planlagt')
    const { action, values } = running.form('Næste punkt')
    expect((await to.as('formand').post(action, values)).status).toBe(303)
    const late = await to.as('sekretaer').post(action, { ...values, punkt: to.first })
    expect(late.headers.get('location')).toContain('skiftet=ja')
    expect((await to.page('formand')).headings()).toContain('2. Trafikken')
    expect((await to.page('sekretaer', '?skiftet=ja')).alert()).toContain('En anden har skiftet punkt')

    expect((await to.page('formand')).text()).toContain('2 punkter mangler et udfald')
    await to.as('formand').post(`${to.hold}/slut`)
    await to.as('formand').post(`${to.hold}/slut`)
    const [meeting] = await asOwner(`select state, current_item_id, current_since, held_at from meetings.meeting`)
    expect(meeting).toEqual({ state: 'held', current_item_id: null, current_since: null, held_at: meetingNow })
    const actions = await asOwner(
      `select action, count(*)::int as times from audit.entry where subject_id = $1 group by action order by action`,
      [to.meetingId],
    )
    expect(actions).toEqual([
      { action: 'meeting.held', times: 1 },
      { action: 'meeting.started', times: 1 },
    ])
  })

  test('is run only by those in charge, and only once it is summoned', async () => {
    expect((await to.as('medlem').get(to.hold)).status).toBe(403)
    expect((await to.as('medlem').post(`${to.hold}/start`)).status).toBe(403)
    expect((await to.as(null).get(to.hold)).status).toBe(403)
    await asOwner(`update meetings.meeting set state = 'draft'`)
    expect((await to.page('formand')).text()).toContain('Send indkaldelsen ud først')
    expect((await to.start()).status).toBe(422)
    expect(await asOwner(`select 1 from meetings.attendance`)).toEqual([])
  })

  test('is not started on another day by a slip', async () => {
    await asOwner(`update meetings.meeting set on_day = '2026-04-30'`)
    expect((await to.page('formand')).text()).toContain('Mødet er sat til 30. april 2026')
    const refused = await to.start()
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Sæt kryds ved, at det holdes i dag')
    expect(await asOwner(`select 1 from meetings.attendance`)).toEqual([])
    expect((await to.as('formand').post(`${to.hold}/start`, { alligevel: 'ja' })).status).toBe(303)
    expect((await to.page('formand')).buttons()).toContain('Næste punkt')
  })

  test('is not written about before it is started', async () => {
    const answer = await to.byScript('formand', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'For tidligt',
    })
    expect(answer).toMatchObject({ status: 422, problems: [{ text: expect.stringMatching(/ikke i gang/) as string }] })
    expect(await to.outcome(to.first)).toBeUndefined()
  })

  test('reads as much however long the agenda is', async () => {
    await to.start()
    const statements = () => countStatements(to.database, () => to.as('formand').get(to.hold))
    const few = await statements()
    for (let position = 3; position < 15; position++)
      await anItem({ forumId: to.forumId, meetingId: to.meetingId, position, title: `Punkt ${String(position)}` })
    expect(await statements()).toBe(few)
  })
})

describe('what became of an item', () => {
  beforeEach(() => to.start())

  test('is stored without script, by a standard phrase where no text is written, and logged under the item', async () => {
    const { action, values } = (await to.page('formand')).form('Gem udfald')
    const answer = await to.as('formand').post(action, { ...values, udfald: '', standard: 'decided-1' })
    expect(answer.status).toBe(303)
    expect(await to.outcome(to.first)).toMatchObject({ kind: 'decided', decision: 'Indstillingen blev tiltrådt.' })
    const [entry] = await asOwner(
      `select action, subject_kind from audit.entry where subject_id = $1 order by number desc limit 1`,
      [to.first],
    )
    expect(entry).toEqual({ action: 'outcome.changed', subject_kind: 'agendaItem' })
  })

  test('is brought together when two write in different fields', async () => {
    await to.byScript('formand', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'Vi går i gang.',
    })
    const answer = await to.byScript('sekretaer', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      droeftelse: 'Alle talte.',
    })
    expect(answer).toMatchObject({
      status: 200,
      values: { beslutning: 'Vi går i gang.', droeftelse: 'Alle talte.' },
      at: '10.00',
    })
    expect(await to.outcome(to.first)).toMatchObject({
      decision: 'Vi går i gang.',
      discussion: 'Alle talte.',
      version: 2,
    })
  })

  test('is never overwritten: both texts are shown, and one is chosen', async () => {
    await to.byScript('formand', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'Formandens tekst',
    })
    const mine = { ...emptyOutcome, foer: startedFrom(), udfald: 'decided', beslutning: 'Sekretærens tekst' }
    expect(await to.byScript('sekretaer', to.outcomeAt(to.first), mine)).toMatchObject({ status: 409, clash: true })
    const clash = await to.as('sekretaer').post(to.outcomeAt(to.first), mine)
    expect(clash.status).toBe(409)
    const both = readPage(await clash.text())
    expect(both.text()).toContain('Formandens tekst')
    expect(both.text()).toContain('Sekretærens tekst')
    expect(both.alert()).toContain('formand har gemt en ændring')
    expect(await to.outcome(to.first)).toMatchObject({ kind: null, decision: 'Formandens tekst' })
    const { action, values } = both.form('Gem')
    expect((await to.as('sekretaer').post(action, { ...values, beslutning: 'Sekretærens tekst' })).status).toBe(303)
    expect(await to.outcome(to.first)).toMatchObject({ kind: 'decided', decision: 'Sekretærens tekst' })
  })

  test('is not lost when another empties the text that one is writing in', async () => {
    const written = { ...emptyOutcome, beslutning: 'Vi sætter skilte op' }
    await to.byScript('formand', to.outcomeAt(to.first), { ...written, foer: startedFrom() })
    const foer = startedFrom({ beslutning: 'Vi sætter skilte op' })
    expect((await to.byScript('formand', to.outcomeAt(to.first), { ...emptyOutcome, foer })).status).toBe(200)
    const longer = { ...emptyOutcome, foer, beslutning: 'Vi sætter skilte op i maj' }
    expect(await to.byScript('sekretaer', to.outcomeAt(to.first), longer)).toMatchObject({ status: 409 })
    const both = readPage(await (await to.as('sekretaer').post(to.outcomeAt(to.first), longer)).text())
    expect(both.text()).toContain('Vi sætter skilte op i maj')
    expect(await to.outcome(to.first)).toMatchObject({ decision: '' })
  })

  test('is sent twice without harm', async () => {
    const sent = { ...emptyOutcome, foer: startedFrom(), beslutning: 'Det samme' }
    await to.byScript('formand', to.outcomeAt(to.first), sent)
    expect((await to.byScript('formand', to.outcomeAt(to.first), sent)).status).toBe(200)
    expect(await to.outcome(to.first)).toMatchObject({ decision: 'Det samme', version: 1 })
  })

  test('stays with the item when it is moved and retitled meanwhile, and is refused when it left the agenda', async () => {
    await asOwner(
      `update meetings.item set position = 3 - position, title = case id when $1 then 'Ny titel' else title end where meeting_id = $2`,
      [to.first, to.meetingId],
    )
    await to.byScript('formand', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'Skrevet undervejs',
    })
    const moved = await to.page('formand')
    expect(moved.headings()).toContain('2. Ny titel')
    expect(moved.byLabel('Beslutning eller konklusion').value.trim()).toBe('Skrevet undervejs')
    await asOwner(`update meetings.item set meeting_id = null where id = $1`, [to.second])
    const gone = await to.byScript('formand', to.outcomeAt(to.second), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'For sent',
    })
    expect(gone).toMatchObject({
      status: 422,
      problems: [{ text: expect.stringMatching(/taget af dagsordenen/) as string }],
    })
  })

  test('may be very long, but not without end, and holds no civil registration number', async () => {
    const long = 'Så lang en tekst. '.repeat(550)
    expect(
      (await to.byScript('formand', to.outcomeAt(to.first), { ...emptyOutcome, foer: startedFrom(), beslutning: long }))
        .status,
    ).toBe(200)
    expect((await to.outcome(to.first))?.['decision']).toBe(long.trim())
    const tooLong = await to.byScript('formand', to.outcomeAt(to.second), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'x'.repeat(10_001),
    })
    expect(tooLong).toMatchObject({ status: 422, problems: [{ field: 'beslutning' }] })
    const cpr = { ...emptyOutcome, foer: startedFrom(), droeftelse: 'Borgeren 010190-0000 blev nævnt' }
    expect(await to.byScript('formand', to.outcomeAt(to.second), cpr)).toMatchObject({ status: 422 })
    const shown = readPage(await (await to.as('formand').post(to.outcomeAt(to.second), cpr)).text())
    expect(shown.title()).toMatch(/^Fejl: /)
    expect(shown.byLabel('Drøftelse').description).toContain('CPR')
    expect(shown.byLabel('Drøftelse').value).toContain('010190')
    expect(await to.outcome(to.second)).toBeUndefined()
  })

  test('is locked with the minutes, also against one who began before', async () => {
    await to.byScript('formand', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'Som godkendt',
    })
    await asOwner(`update meetings.meeting set state = 'approved'`)
    const late = { ...emptyOutcome, foer: startedFrom({ beslutning: 'Som godkendt' }), beslutning: 'Rettet bagefter' }
    expect(await to.byScript('formand', to.outcomeAt(to.first), late)).toMatchObject({
      status: 422,
      problems: [{ text: expect.stringMatching(/låst/) as string }],
    })
    expect(readPage(await (await to.as('formand').post(to.outcomeAt(to.first), late)).text()).text()).toContain('låst')
    expect(await to.outcome(to.first)).toMatchObject({ decision: 'Som godkendt' })
  })

  test('is out of sight for members until the minutes go round', async () => {
    await to.byScript('formand', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'Kun for referenten',
    })
    const meetingPage = async () => await (await to.as('medlem').get(`/mvsj/moeder/${to.meetingId}`)).text()
    expect(await meetingPage()).not.toContain('Kun for referenten')
    await asOwner(`update meetings.meeting set state = 'circulated'`)
    expect(readPage(await meetingPage()).text()).toContain('Kun for referenten')
  })

  test('is nothing to one who is kept out of the item, in charge or not', async () => {
    await anExclusion(
      to.first,
      (await asOwner(`select id from people.person where account_id = 'sekretaer'`))[0]?.['id'] as string,
    )
    const text = (await to.page('sekretaer')).text()
    expect(text).not.toContain('Nattelivet')
    expect(text).toContain('Trafikken')
    expect((await to.as('sekretaer').post(to.outcomeAt(to.first), { ...emptyOutcome, beslutning: 'x' })).status).toBe(
      404,
    )
    const moved = await to.as('sekretaer').post(`${to.hold}/punkt`, { punkt: to.first, sted: '1' })
    expect(moved.status).toBe(404)
    // One who was writing about it is told that the text was not stored, and nothing of why.
    const late = { ...emptyOutcome, foer: startedFrom(), beslutning: 'Skrevet før' }
    expect(await to.byScript('sekretaer', to.outcomeAt(to.first), late)).toMatchObject({
      status: 404,
      problems: [{ text: expect.stringMatching(/ikke længere på den dagsorden, du kan se/) as string }],
    })
    expect(await to.outcome(to.first)).toBeUndefined()
  })

  test('is postponed once, and the item waits among the topics of the forum', async () => {
    await to.byScript('formand', to.outcomeAt(to.first), {
      ...emptyOutcome,
      foer: startedFrom(),
      beslutning: 'Vi mangler tal.',
    })
    await anExclusion(to.first, to.memberPerson)
    await to.as('formand').post(`/mvsj/punkter/${to.first}/udsaet`)
    await to.as('formand').post(`/mvsj/punkter/${to.first}/udsaet`)
    expect(await to.outcome(to.first)).toMatchObject({ kind: 'postponed', decision: 'Vi mangler tal.' })
    const waiting = await asOwner(
      `select i.title, i.matter_id = f.matter_id as same, i.backlog_reason, (select count(*)::int from meetings.exclusion x where x.item_id = i.id) as excluded
       from meetings.item i join meetings.item f on f.id = $1 where i.meeting_id is null`,
      [to.first],
    )
    expect(waiting).toEqual([
      { title: 'Nattelivet', same: true, backlog_reason: 'Udsat på Kredsrådet 16.\u00a0april 2026', excluded: 1 },
    ])
  })
})
