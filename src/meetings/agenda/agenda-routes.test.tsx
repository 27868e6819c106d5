import { beforeEach, describe, expect, test } from 'vitest'
import { aForum, aMeeting, anActionPoint, anItem, anOutcome } from '../../../test/builders.ts'
import { asOwner } from '../../../test/db.ts'
import { countStatements } from '../../../test/queries.ts'
import { aCouncil, type Council, logged } from './council.fixture.ts'

let council: Council
let open: Council['open']
let send: Council['send']
let agenda: string
let first: string
let second: string

const titles = async (meetingId = council.meetingId) =>
  (await asOwner('select title from meetings.item where meeting_id = $1 order by position', [meetingId])).map((row) =>
    String(row['title']),
  )
const item = {
  titel: 'Tryghed i nattelivet',
  art: 'decision',
  minutter: '30',
  afsnit: 'Indsatser',
  oplaeg: 'Roskilde Kommune',
  sag: 'Første afsnit.\n\n- et\n- to',
  indstilling: 'At mødet beslutter.',
  angaar: 'Handlingsplanen',
}
const nowhere = '00000000-0000-4000-8000-000000000000'

beforeEach(async () => {
  council = await aCouncil()
  ;({ open, send } = council)
  agenda = `/moeder/${council.meetingId}/dagsorden`
  const { forumId, meetingId } = council
  first = await anItem({ forumId, meetingId, title: 'Godkendelse', position: 1, minutes: 5 })
  second = await anItem({ forumId, meetingId, title: 'Afdækning', position: 2, minutes: 35 })
})

describe('the agenda page', () => {
  test('is for those in charge', async () => {
    for (const [account, status] of [
      ['formand', 200],
      ['sekretaer', 200],
      ['sekretariat', 200],
      ['medlem', 403],
      ['partner', 403],
      [null, 403],
    ] as const)
      expect([account, (await open(account, agenda)).status]).toEqual([account, status])
    expect((await open('formand', `/moeder/${nowhere}/dagsorden`)).status).toBe(404)
  })

  test('shows the running clock, and warns when the items take longer than the meeting', async () => {
    expect((await open('formand', agenda)).text()).toContain('10.05')
    expect((await open('formand', agenda)).text()).toContain('Planlagt 40 af 150 minutter')
    await asOwner('update meetings.item set minutes = 200 where id = $1', [second])
    expect((await open('formand', agenda)).text()).toContain('Dagsordenen er 55 minutter længere end mødet')
  })

  test('orders by buttons and by number, and keeps the place and the focus', async () => {
    const page = await open('formand', agenda)
    expect(page.buttons()).not.toContain('Flyt op: Godkendelse')
    const { action, values } = page.form('Flyt op: Afdækning')
    const moved = await send('formand', action.replace('/mvsj', ''), values)
    expect(moved.status).toBe(303)
    expect(moved.to).toBe(`${agenda}?flyttet=${second}&vej=op`)
    expect(await titles()).toEqual(['Afdækning', 'Godkendelse'])
    const after = await council.as('formand').get(`/mvsj${moved.to}`)
    const html = await after.text()
    expect(html).toContain('Afdækning er flyttet til nummer 1')
    expect(/<button[^>]*autofocus[^>]*>(?:(?!<\/button>).)*Flyt ned/s.test(html)).toBe(true)
    expect((await logged('item.moved'))?.['subject_id']).toBe(second)

    const again = (await open('formand', agenda)).form('Flyt: Afdækning')
    await send('formand', again.action.replace('/mvsj', ''), { ...again.values, til: '2' })
    expect(await titles()).toEqual(['Godkendelse', 'Afdækning'])
  })

  test('says what is wrong with a number, and that an item is gone', async () => {
    const flyt = `${agenda}/flyt`
    for (const til of ['', 'x', '-1', '0', '1.5', '999999999999'])
      expect([til, (await send('formand', flyt, { punkt: first, til })).status]).toEqual([til, 422])
    expect((await send('formand', flyt, { punkt: 'x', til: '1' })).status).toBe(422)
    await send('formand', `/punkter/${first}/fjern`, { grund: 'Senere' })
    const gone = await send('formand', flyt, { punkt: first, til: '1' })
    expect(gone.status).toBe(409)
    expect(gone.alert()).toContain('står ikke på dagsordenen mere')
    for (const account of ['medlem', 'partner', null])
      expect((await send(account, flyt, { punkt: second, til: '1' })).status).toBe(403)
  })

  test('counts from the number that the year has come to', async () => {
    await asOwner('update meetings.meeting set first_item_number = 12 where id = $1', [council.meetingId])
    expect((await open('formand', agenda)).links()).toContain('12. Godkendelse')
    await send('formand', `${agenda}/flyt`, { punkt: second, til: '12' })
    expect(await titles()).toEqual(['Afdækning', 'Godkendelse'])
  })

  test('fetches the fixed items that are missing, and copies last time’s agenda', async () => {
    const empty = await aMeeting({ forumId: council.forumId, state: 'draft', onDay: '2026-06-11' })
    const page = await open('formand', `/moeder/${empty}/dagsorden`)
    const copy = page.form('Kopiér fra 16. april 2026')
    expect((await send('formand', copy.action.replace('/mvsj', ''), copy.values)).to).toContain('kom=2')
    expect(await titles(empty)).toEqual(['Godkendelse', 'Afdækning'])
    const { to } = await send('formand', `/moeder/${empty}/dagsorden/faste`)
    expect((await open('formand', to)).alert()).toContain('3 punkter er kommet på dagsordenen')
    expect((await titles(empty)).at(-1)).toBe('Eventuelt')
    expect((await open('formand', (await send('formand', `/moeder/${empty}/dagsorden/faste`)).to)).alert()).toContain(
      'Alle faste punkter står der allerede',
    )
    for (const fra of ['', nowhere, empty, 'x'])
      expect((await send('formand', `/moeder/${empty}/dagsorden/kopi`, { fra })).status).toBe(404)
  })

  test('takes along the open action points and the last minutes by themselves', async () => {
    const { forumId, meetingId } = council
    const before = await aMeeting({ forumId, onDay: '2026-01-15', state: 'held' })
    const old = await anItem({ forumId, meetingId: before, title: 'Gammelt punkt' })
    const owner = council.personOf('medlem')
    await anActionPoint({ itemId: old, title: 'Udpeg en kontaktperson', ownerPersonId: owner })
    await anActionPoint({ itemId: old, title: 'Er gjort', ownerPersonId: owner, state: 'done' })
    const follow = await anItem({ forumId, meetingId, title: 'Opfølgning', position: 3 })
    const minutes = await anItem({ forumId, meetingId, title: 'Sidste referat', position: 4 })
    await asOwner(`update meetings.item set carries = 'actionPoints' where id = $1`, [follow])
    await asOwner(`update meetings.item set carries = 'lastMinutes' where id = $1`, [minutes])
    const page = await open('formand', agenda)
    expect(page.links()).toContain('Ét åbent opfølgningspunkt følger med')
    expect(page.link('Referatet fra 15. januar 2026')).toBe(`/mvsj/moeder/${before}/referat`)
    const text = (await open('formand', `/punkter/${follow}`)).text()
    expect(text).toContain('Udpeg en kontaktperson')
    expect(text).not.toContain('Er gjort')
    expect((await open('formand', `/punkter/${minutes}`)).links()).toContain('Referatet fra 15. januar 2026')
  })

  test('is settled once the meeting is held', async () => {
    await asOwner(`update meetings.meeting set state = 'held' where id = $1`, [council.meetingId])
    const settled = await council.as('formand').get(`/mvsj${agenda}`)
    expect(settled.headers.get('location')).toBe(`/mvsj/moeder/${council.meetingId}`)
    expect((await send('formand', `${agenda}/flyt`, { punkt: second, til: '1' })).status).toBe(409)
    expect((await send('formand', `${agenda}/nyt`, item)).status).toBe(409)
    expect(await titles()).toEqual(['Godkendelse', 'Afdækning'])
  })

  test('takes no more statements for many items than for few', async () => {
    const count = () => countStatements(council.database, async () => open('formand', agenda))
    const few = await count()
    for (const position of [3, 4, 5, 6, 7]) {
      const { forumId, meetingId } = council
      await anItem({ forumId, meetingId, title: `Punkt ${String(position)}`, position })
      await anItem({ forumId, meetingId: null, title: `Emne ${String(position)}` })
    }
    expect(await count()).toBe(few)
  })
})

describe('an item', () => {
  test('is added with everything about it, once though the form is sent twice', async () => {
    const form = (await open('formand', `${agenda}/nyt`)).form('Tilføj punktet')
    expect(form.values['art']).toBe('discussion')
    for (const _ of [1, 2]) expect((await send('formand', `${agenda}/nyt`, item)).status).toBe(303)
    expect(await titles()).toEqual(['Godkendelse', 'Afdækning', 'Tryghed i nattelivet'])
    const page = await open('formand', agenda)
    expect(page.text()).toContain('Indsatser')
    const shown = await open('formand', page.link('3. Tryghed i nattelivet').replace('/mvsj', ''))
    expect(shown.heading()).toBe('3. Tryghed i nattelivet')
    expect(shown.text()).toContain('Kl. 10.40, 30 min.')
    expect(shown.term('Oplæg')).toBe('Roskilde Kommune')
    expect(shown.text()).toContain('At mødet beslutter.')
    expect(shown.text()).toContain('Lukket punkt')
    expect(shown.links()).toContain('2. Afdækning')
    expect((await logged('item.created'))?.['subject_kind']).toBe('agendaItem')
  })

  test.each([
    ['titel', { titel: ' ' }],
    ['titel', { titel: 'x'.repeat(201) }],
    ['art', { art: 'gossip' }],
    ['minutter', { minutter: '481' }],
    ['minutter', { minutter: '-5' }],
    ['sag', { sag: 'Ring om 010190-0000' }],
    ['indstilling', { indstilling: '0101900000' }],
    ['forum', { forum: nowhere }],
    ['punkt', { punkt: nowhere }],
    ['opgave', { opgave: 'x' }],
  ])('is refused at the field %s', async (field, part) => {
    for (const path of [`${agenda}/nyt`, `/punkter/${first}/ret`]) {
      const answer = await send('formand', path, { ...item, ...part, version: '1' })
      expect(answer.status).toBe(422)
      expect(answer.alert()).toContain('Der er en fejl')
    }
    expect(field).not.toBe('')
    expect(await titles()).toEqual(['Godkendelse', 'Afdækning'])
  })

  test('is not added, edited or taken off by others', async () => {
    for (const account of ['medlem', 'partner', 'kommune', null]) {
      for (const path of [`${agenda}/nyt`, `/punkter/${first}/ret`, `/punkter/${first}/fjern`]) {
        expect([account, path, [403, 404].includes((await open(account, path)).status)]).toEqual([account, path, true])
        expect([account, path, [403, 404].includes((await send(account, path, item)).status)]).toEqual([
          account,
          path,
          true,
        ])
      }
    }
    expect(await titles()).toEqual(['Godkendelse', 'Afdækning'])
  })

  test('keeps the texts of two who write at once, though it is moved meanwhile', async () => {
    const write = (account: string, sag: string, version: string) =>
      send(account, `/punkter/${first}/ret`, { ...item, titel: 'Godkendelse', sag, version })
    await send('sekretariat', `${agenda}/flyt`, { punkt: first, til: '2' })
    expect((await write('formand', 'Formandens tekst', '1')).status).toBe(303)
    expect(await titles()).toEqual(['Afdækning', 'Godkendelse'])
    const late = await write('sekretaer', 'Sekretærens tekst', '1')
    expect(late.status).toBe(409)
    expect(late.text()).toContain('formand har gemt en ændring')
    expect(late.text()).toContain('Formandens')
    expect(late.text()).toContain('Sekretærens')
    const form = late.form('Gem')
    expect((await send('sekretaer', form.action.replace('/mvsj', ''), form.values)).status).toBe(303)
    expect((await open('formand', `/punkter/${first}`)).text()).toContain('Sekretærens tekst')
  })

  test('shows two editors the kind and what the item concerns, in words', async () => {
    const fields = { ...item, titel: 'Godkendelse', sag: '', version: '1' }
    const theirs = { ...fields, art: 'hearing', forum: council.forumId }
    expect((await send('sekretaer', `/punkter/${first}/ret`, theirs)).status).toBe(303)
    const late = await send('formand', `/punkter/${first}/ret`, { ...fields, art: 'status', forum: '' })
    expect(late.status).toBe(409)
    for (const words of ['Hvad skal mødet gøre', 'Høring', 'Status', 'Angår forummet', 'Kredsrådet'])
      expect(late.text()).toContain(words)
    expect(late.text()).not.toContain(council.forumId)
    const form = late.form('Gem')
    expect(form.values['art']).toBe('status')
    await send('formand', form.action.replace('/mvsj', ''), { ...form.values, forum: council.forumId })
    expect((await open('formand', `/punkter/${first}`)).text()).toContain('Status')
    expect(await asOwner(`select 1 from links.link where kind = 'concerns'`)).toHaveLength(1)
  })

  test('keeps what is minuted on it when it is moved', async () => {
    await anOutcome(second, 'Modellen afprøves')
    expect((await open('formand', `/punkter/${second}`)).text()).toContain('Besluttet. Modellen afprøves')
    await send('formand', `${agenda}/flyt`, { punkt: second, til: '1' })
    expect(await asOwner('select decision from meetings.outcome where item_id = $1', [second])).toEqual([
      { decision: 'Modellen afprøves' },
    ])
    expect((await open('formand', `/punkter/${second}/fjern`)).status).toBe(409)
    expect((await send('formand', `/punkter/${second}/fjern`, { grund: 'Nej' })).status).toBe(409)
    expect(await titles()).toEqual(['Afdækning', 'Godkendelse'])
  })

  test('concerns a forum, an earlier item and an action point, seen from both ends', async () => {
    const before = await aMeeting({ forumId: council.forumId, onDay: '2026-01-15', state: 'held' })
    const old = await anItem({ forumId: council.forumId, meetingId: before, title: 'Første drøftelse' })
    const task = await anActionPoint({ itemId: old, title: 'Hent tal', ownerPersonId: council.personOf('medlem') })
    const form = await open('formand', `/punkter/${first}/ret`)
    expect(form.byLabel('Angår et tidligere punkt').options).toContain('Første drøftelse (Kredsrådet, 15. jan. 2026)')
    const chosen = { forum: council.forumId, punkt: old, opgave: task }
    expect((await send('formand', `/punkter/${first}/ret`, { ...item, ...chosen, version: '1' })).status).toBe(303)
    const page = await open('formand', `/punkter/${first}`)
    expect(page.links()).toEqual(expect.arrayContaining(['Første drøftelse', 'Hent tal', 'Kredsrådet']))
    expect((await open('formand', `/punkter/${old}`)).links()).toContain(item.titel)
    expect((await open('formand', `/punkter/${first}/ret`)).byLabel('Angår et tidligere punkt').value).toBe(old)
    await send('formand', `/punkter/${first}/ret`, { ...item, opgave: task, version: '2' })
    expect((await open('formand', `/punkter/${first}`)).links()).not.toContain('Første drøftelse')
  })

  test('goes to the backlog with a reason and comes back with its text', async () => {
    expect((await send('formand', `/punkter/${first}/fjern`, { grund: ' ' })).status).toBe(422)
    expect((await send('formand', `/punkter/${first}/fjern`, { grund: 'Tallene mangler' })).to).toBe(agenda)
    expect(await titles()).toEqual(['Afdækning'])
    const page = await open('formand', agenda)
    const { action, values } = page.form('Sæt på: Godkendelse')
    expect((await send('formand', action.replace('/mvsj', ''), values)).status).toBe(303)
    expect(await titles()).toEqual(['Afdækning', 'Godkendelse'])
    expect((await send('formand', action.replace('/mvsj', ''), values)).status).toBe(409)
  })
})

describe('the backlog', () => {
  const path = '/fora/kredsraadet/emner'
  let topic: string
  beforeEach(async () => {
    topic = await anItem({ forumId: council.forumId, meetingId: null, title: 'Tal for efteråret' })
  })

  test('is for those in charge', async () => {
    for (const account of ['formand', 'sekretaer', 'sekretariat'])
      expect((await open(account, path)).links()).toContain('Tal for efteråret')
    for (const account of ['medlem', 'partner', null]) expect((await open(account, path)).status).toBe(403)
    expect((await open('medlem', `/punkter/${topic}`)).status).toBe(404)
    expect((await open('sekretariat', '/fora/findes-ikke/emner')).status).toBe(404)
  })

  test('places on a coming meeting of its own forum, once', async () => {
    const { action, values } = (await open('formand', path)).form('Sæt på møde: Tal for efteråret')
    expect((await send('formand', action.replace('/mvsj', ''), values)).to).toBe(`${agenda}#punkt-${topic}`)
    expect(await titles()).toContain('Tal for efteråret')
    expect((await send('sekretaer', action.replace('/mvsj', ''), values)).status).toBe(409)
    const other = await aForum({ categoryId: council.categoryId, name: 'Andet forum' })
    const elsewhere = await aMeeting({ forumId: other, state: 'draft' })
    const past = await aMeeting({ forumId: council.forumId, onDay: '2026-01-15', state: 'draft' })
    for (const moede of [elsewhere, past, nowhere, 'x'])
      expect((await send('sekretariat', path, { punkt: topic, moede })).status).toBe(404)
  })

  test('puts away with a reason and brings back', async () => {
    expect((await send('formand', `/punkter/${topic}/laeg-vaek`, { grund: '' })).status).toBe(422)
    expect((await send('formand', `/punkter/${topic}/laeg-vaek`, { grund: 'Løst på anden vis' })).status).toBe(303)
    const page = await open('formand', path)
    expect(page.text()).toContain('Løst på anden vis')
    expect(page.buttons()).not.toContain('Sæt på møde: Tal for efteråret')
    expect((await open('formand', agenda)).text()).not.toContain('Tal for efteråret')
    const back = page.form('Hent frem: Tal for efteråret')
    await send('formand', back.action.replace('/mvsj', ''), back.values)
    expect((await open('formand', path)).buttons()).toContain('Sæt på møde: Tal for efteråret')
    expect(await logged('item.dropped')).toBeDefined()
  })

  test('takes a new topic', async () => {
    expect((await send('formand', `${path}/nyt`, item)).status).toBe(303)
    expect((await open('formand', path)).links()).toContain('Tryghed i nattelivet')
    expect((await open('medlem', `${path}/nyt`)).status).toBe(403)
  })
})
