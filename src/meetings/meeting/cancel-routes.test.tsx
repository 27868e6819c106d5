import { beforeAll, describe, expect, test } from 'vitest'
import { aMeeting, anItem } from '../../../test/builders.ts'
import { asOwner } from '../../../test/db.ts'
import { loggedAbout, on, sentMeeting, storedMeeting, threeFora, type ThreeFora } from './three-fora.fixture.ts'

let council: string
let local: string
let open: ThreeFora['open']
let send: ThreeFora['send']

beforeAll(async () => {
  ;({ council, local, open, send } = await threeFora())
})

describe('cancelling a meeting', () => {
  let id: string
  const version = async () => String((await storedMeeting(id))['version'])

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
    expect((await send('formand', path, { grund: 'Sygdom', version: await version() })).status).toBe(303)
    expect(await storedMeeting(id)).toMatchObject({ state: 'cancelled', cancel_reason: 'Sygdom' })
    const page = await open('medlem', `/moeder/${id}`)
    expect(page.text()).toContain('Aflyst: Sygdom')
    expect(page.buttons()).not.toContain('Fortryd aflysningen')
    expect((await open('formand', path)).text()).toContain('kan ikke aflyses')
    const { action, values } = (await open('formand', `/moeder/${id}`)).form('Fortryd aflysningen')
    expect((await send('formand', action, values)).status).toBe(303)
    expect(await storedMeeting(id)).toMatchObject({ state: 'draft', cancel_reason: '' })
    expect((await send('formand', action, values)).status).toBe(409)
  })

  test('says on an outdated page what has changed, and keeps the reason that was written', async () => {
    const other = await aMeeting({ forumId: local, onDay: '2026-10-29', state: 'summoned' })
    const path = `/moeder/${other}/aflys`
    const moved = { ...sentMeeting, ...on('2026-10-29'), sted: 'Rådhuset', version: '1' }
    expect((await send('formand', `/moeder/${other}/ret`, moved)).status).toBe(303)
    const late = await send('formand', path, { grund: 'For få kan komme', version: '1' })
    expect(late.status).toBe(409)
    expect(late.text()).toContain('formand har ændret noget, siden du åbnede siden')
    expect(late.text()).toContain('Sted: før Politigården, nu Rådhuset')
    expect(late.byLabel('Hvorfor bliver mødet aflyst?').value).toBe('For få kan komme')
    expect(await storedMeeting(other)).toMatchObject({ state: 'summoned' })
    const { values } = late.form('Aflys mødet')
    expect((await send('formand', path, values)).status).toBe(303)
    expect(await storedMeeting(other)).toMatchObject({ state: 'cancelled', cancel_reason: 'For få kan komme' })
    const again = await send('formand', path, values)
    expect(again.status).toBe(409)
    expect(again.text()).toContain('før Indkaldt, nu Aflyst')
    expect(again.text()).toContain('ikke mere at gøre her')
    const undone = await send('formand', `${path}/fortryd`, { version: '1' })
    expect(undone.status).toBe(409)
    expect(undone.text()).toContain('Møde aflyst')
    expect((await send('formand', `${path}/fortryd`, undone.form('Fortryd aflysningen').values)).status).toBe(303)
    const over = await send('formand', `${path}/fortryd`, undone.form('Fortryd aflysningen').values)
    expect(over.status).toBe(409)
    expect(over.text()).toContain('Aflysning fortrudt')
    expect(over.buttons()).not.toContain('Fortryd aflysningen')
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
    expect(await storedMeeting(running)).toMatchObject({ state: 'draft', current_since: null, current_item_id: null })
  })

  test('is over once it was held', async () => {
    const held = await aMeeting({ forumId: local, onDay: '2026-01-05', state: 'held' })
    expect((await send('formand', `/moeder/${held}/aflys`, { grund: 'Fortrudt', version: '1' })).status).toBe(409)
  })
})

describe('opening a meeting', () => {
  let id: string
  const path = () => `/moeder/${id}/aabning`
  const version = async () => String((await storedMeeting(id))['version'])
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
    expect(await storedMeeting(id)).toMatchObject({ openness: 'closed' })
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
    expect((await loggedAbout('meeting.opened', id))?.['actor_name']).toBe('secretariat')
    const late = await send('secretariat', path(), { ...yes, for: '7', version: '1' })
    expect(late.status).toBe(409)
    expect(late.text()).toContain('secretariat har ændret noget, siden du åbnede siden')
    expect(late.text()).toContain('Medlemmer, der siger ja: før intet, nu 5')
    expect(late.byLabel('Medlemmer, der siger ja').value).toBe('7')
    expect((await send('secretariat', path(), { aabenhed: 'closed', version: await version() })).status).toBe(303)
    expect((await open(null, `/moeder/${id}`)).status).toBe(404)
    expect(await asOwner(`select 1 from meetings.opening where meeting_id = $1`, [id])).toHaveLength(0)
  })

  test('never goes further than the forum', async () => {
    const inside = await aMeeting({ forumId: local, onDay: '2026-11-19', state: 'summoned' })
    expect((await open('formand', `/moeder/${inside}/aabning`)).text()).toContain('Forummet er kun for medlemmer')
    const page = await send('formand', `/moeder/${inside}/aabning`, { ...yes, version: '1' })
    expect(page.status).toBe(422)
    expect(await storedMeeting(inside)).toMatchObject({ openness: 'closed', audience: 'members' })
  })
})

test('a meeting of a closed forum does not exist for others', async () => {
  const hidden = await aMeeting({ forumId: local, onDay: '2026-12-03', state: 'draft' })
  for (const account of ['partner', null])
    for (const path of ['', '/ret', '/aflys', '/aabning'])
      expect([403, 404]).toContain((await open(account, `/moeder/${hidden}${path}`)).status)
  expect((await open('secretariat', '/moeder/ingenting/ret')).status).toBe(404)
})

describe('what a meeting is filed under', () => {
  let id: string
  const path = () => `/moeder/${id}/journalnumre`

  beforeAll(async () => {
    id = await aMeeting({ forumId: local, onDay: '2026-01-21', state: 'published', publishedTo: 'partners' })
  })

  test.each(['auditor', 'partner', 'medlem', null])('is not for %s', async (account) => {
    expect([403, 404]).toContain((await open(account, path())).status)
    expect([403, 404]).toContain((await send(account, path(), { sagsnummer: '1', version: '1' })).status)
    const page = await open(account, `/moeder/${id}`)
    expect(page.buttons()).not.toContain('Gem numrene')
  })

  test('is noted on the page of the meeting when the minutes are locked', async () => {
    const { action, values } = (await open('formand', `/moeder/${id}`)).form('Gem numrene')
    const save = (part: Record<string, string>) => send('formand', action, { ...values, ...part })
    const wrong = await save({ sagsnummer: '26-3000', kle: 'abc' })
    expect(wrong.status).toBe(422)
    expect(wrong.alert()).toContain('KLE-nummer')
    expect(wrong.byLabel('Sagsnummer').value).toBe('26-3000')
    expect((await save({ sagsnummer: 'Om 010180-0000' })).alert()).toContain('CPR')
    expect((await save({ sagsnummer: '26-3000', kle: '00.22.02' })).status).toBe(303)
    expect(await storedMeeting(id)).toMatchObject({
      case_number: '26-3000',
      kle_number: '00.22.02',
      state: 'published',
    })
    expect((await loggedAbout('meeting.changed', id))?.['changes']).toContainEqual({
      field: 'caseNumber',
      before: '',
      after: '26-3000',
    })
    const late = await save({ sagsnummer: '26-4000', kle: '00.22.02' })
    expect(late.status).toBe(409)
    expect(late.text()).toContain('26-3000')
    expect(late.text()).toContain('26-4000')
    expect((await send('formand', action, late.form('Gem').values)).status).toBe(303)
    expect(await storedMeeting(id)).toMatchObject({ case_number: '26-4000' })
  })

  test('is part of editing the meeting before that', async () => {
    const draft = await aMeeting({ forumId: local, onDay: '2026-12-17', state: 'draft' })
    expect((await open('formand', `/moeder/${draft}/journalnumre`)).to).toBe(`/mvsj/moeder/${draft}/ret`)
    expect((await open('formand', `/moeder/${draft}`)).buttons()).not.toContain('Gem numrene')
    const fields = { sagsnummer: '1', version: '1' }
    expect((await send('formand', `/moeder/${draft}/journalnumre`, fields)).status).toBe(409)
  })
})
