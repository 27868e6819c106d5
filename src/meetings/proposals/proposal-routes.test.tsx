import { beforeEach, describe, expect, test } from 'vitest'
import { aForum, aMeeting } from '../../../test/builders.ts'
import { asOwner } from '../../../test/db.ts'
import { aCouncil, type Council } from '../agenda/council.fixture.ts'

let council: Council
let open: Council['open']
let send: Council['send']

const path = '/fora/kredsraadet/forslag'
const wish = { titel: 'Lys på stien', art: 'discussion', minutter: '15', sag: 'Der er mørkt' }
const setDeadline = (id: string, day: string) =>
  asOwner('update meetings.meeting set propose_by = $1 where id = $2', [day, id])
const proposal = async () =>
  (await asOwner('select * from meetings.item_proposal order by proposed_at desc limit 1'))[0] ?? {}
const proposed = async (account = 'medlem') => {
  expect((await send(account, path, wish)).status).toBe(303)
  const [row] = await asOwner(`select id from meetings.item_proposal where state = 'waiting'`)
  return String(row?.['id'])
}
const notices = async (kind: string) =>
  (await asOwner('select person_id from notices.notice where kind = $1', [kind])).map((row) => row['person_id'])

beforeEach(async () => {
  council = await aCouncil()
  ;({ open, send } = council)
  await setDeadline(council.meetingId, '2026-03-19')
})

describe('proposing', () => {
  test('goes to the next meeting before its deadline, which the page says', async () => {
    expect((await open('medlem', path)).text()).toContain(
      'Dit forslag går til mødet 16. april 2026. Fristen er 19. marts 2026.',
    )
    const { to } = await send('medlem', path, wish)
    expect((await open('medlem', to)).alert()).toContain('Dit forslag er sendt')
    expect(await proposal()).toMatchObject({ meeting_id: council.meetingId, state: 'waiting', account_id: 'medlem' })
    expect((await notices('proposalReceived')).toSorted()).toEqual(
      [council.personOf('formand'), council.personOf('sekretaer')].toSorted(),
    )
  })

  test('goes to the following meeting after the deadline, else to the backlog', async () => {
    await setDeadline(council.meetingId, '2026-03-11')
    expect((await open('medlem', path)).text()).toContain(
      'Fristen for mødet 16. april 2026 var 11. marts 2026. Dit forslag venter i emnebanken',
    )
    const next = await aMeeting({ forumId: council.forumId, onDay: '2026-06-11', state: 'draft' })
    expect((await open('medlem', path)).text()).toContain('går til det følgende møde 11. juni 2026')
    await proposed()
    expect((await proposal())['meeting_id']).toBe(next)
  })

  test.each([
    [{ titel: '' }, 'Skriv, hvad punktet hedder'],
    [{ art: 'x' }, 'Vælg en af mulighederne'],
    [{ minutter: 'mange' }, 'helt antal minutter'],
    [{ sag: 'Om 010190-0000' }, 'CPR'],
  ])('%o is refused', async (part, problem) => {
    const answer = await send('medlem', path, { ...wish, ...part })
    expect(answer.status).toBe(422)
    expect(answer.alert()).toContain(problem)
    expect(await asOwner('select 1 from meetings.item_proposal')).toEqual([])
  })

  test('twice is once', async () => {
    await proposed()
    const second = await send('medlem', path, wish)
    expect(second.status).toBe(422)
    expect(second.alert()).toContain('allerede et forslag')
    expect(await asOwner('select 1 from meetings.item_proposal')).toHaveLength(1)
  })

  test('is for members and coordinators, the latter not for the local fora of others', async () => {
    for (const account of ['medlem', 'formand', 'sekretariat', 'kommune'])
      expect([account, (await send(account, path, { ...wish, titel: `Fra ${account}` })).status]).toEqual([
        account,
        303,
      ])
    for (const account of ['partner', null]) {
      expect((await open(account, path)).status).toBe(403)
      expect((await send(account, path, wish)).status).toBe(403)
    }
    await aForum({ categoryId: council.categoryId, name: 'Lokalråd Naboby', municipality: '265' })
    await aForum({ categoryId: council.categoryId, name: 'Lokalråd Egen', municipality: '259' })
    expect((await open('kommune', '/fora/lokalraad-egen/forslag')).status).toBe(200)
    expect((await open('kommune', '/fora/lokalraad-naboby/forslag')).status).toBe(403)
    expect((await open('medlem', '/fora/lokalraad-egen/forslag')).status).not.toBe(200)
  })
})

describe('an answer', () => {
  const answer = (account: string | null, id: string, part: Record<string, string>) =>
    send(account, `/moeder/forslag/${id}`, { version: '1', ...part })

  test('places the proposal as a closed item of the agenda, and tells the proposer', async () => {
    const id = await proposed()
    expect((await open('formand', '/moeder/forslag')).links()).toContain('Lys på stien')
    expect((await open('formand', `/moeder/${council.meetingId}/dagsorden`)).links()).toContain('Lys på stien')
    const form = (await open('formand', `/moeder/forslag/${id}`)).form('Send svaret')
    expect(form.values['moede']).toBe(council.meetingId)
    const { to } = await answer('formand', id, { svar: 'placed', moede: council.meetingId })
    expect(to).toBe(`/moeder/${council.meetingId}/dagsorden`)
    const [item] = await asOwner('select * from meetings.item')
    expect(item).toMatchObject({
      title: 'Lys på stien',
      openness: 'closed',
      position: 1,
      body: 'Der er mørkt',
      minutes: 15,
      presenter: 'Embede for medlem',
    })
    expect(await proposal()).toMatchObject({ state: 'placed', item_id: item?.['id'] })
    expect(await notices('proposalAnswered')).toEqual([council.personOf('medlem')])
    expect((await open('medlem', path)).text()).toContain('Sat på dagsordenen')
    expect((await open('formand', '/moeder/forslag')).text()).toContain('Ingen forslag venter på svar')
  })

  test('postpones to the backlog, or declines, with a reason that the proposer sees', async () => {
    const late = await proposed()
    expect((await answer('sekretaer', late, { svar: 'postponed', grund: '' })).status).toBe(422)
    expect((await answer('sekretaer', late, { svar: 'postponed', grund: 'Tallene mangler' })).status).toBe(303)
    expect(await asOwner('select title, meeting_id, backlog_reason from meetings.item')).toEqual([
      { title: 'Lys på stien', meeting_id: null, backlog_reason: 'Tallene mangler' },
    ])
    const no = await proposed()
    expect((await answer('sekretaer', no, { svar: 'declined' })).status).toBe(422)
    expect((await answer('sekretaer', no, { svar: 'declined', grund: 'Hører til i lokalrådet' })).status).toBe(303)
    const own = (await open('medlem', path)).text()
    expect(own).toContain('Afvist')
    expect(own).toContain('Hører til i lokalrådet')
    expect(own).toContain('Tallene mangler')
    expect(await asOwner('select 1 from meetings.item')).toHaveLength(1)
  })

  test('is asked for, with a meeting of the forum', async () => {
    const id = await proposed()
    const elsewhere = await aMeeting({
      forumId: await aForum({ categoryId: council.categoryId, name: 'Andet' }),
      state: 'draft',
    })
    for (const part of [
      {},
      { svar: 'x' },
      { svar: 'placed' },
      { svar: 'placed', moede: elsewhere },
      { svar: 'declined', grund: '010190-0000' },
    ])
      expect((await answer('sekretariat', id, part)).status).toBe(422)
    expect((await proposal())['state']).toBe('waiting')
  })

  test('is given once: the second sees the first, and keeps the words', async () => {
    const id = await proposed()
    expect((await answer('formand', id, { svar: 'placed', moede: council.meetingId })).status).toBe(303)
    const second = await answer('sekretaer', id, { svar: 'declined', grund: 'Ikke hos os' })
    expect(second.status).toBe(409)
    expect(second.text()).toContain('En anden har svaret på forslaget')
    expect(second.text()).toContain('Ikke hos os')
    expect(await proposal()).toMatchObject({ state: 'placed' })
    expect((await answer('formand', id, { svar: 'placed', moede: council.meetingId })).status).toBe(409)
    expect(await asOwner('select 1 from meetings.item')).toHaveLength(1)
  })

  test('is for those in charge of the forum', async () => {
    const id = await proposed()
    for (const account of ['medlem', 'medlem2', 'kommune', 'partner', null]) {
      expect([403, 404]).toContain((await open(account, `/moeder/forslag/${id}`)).status)
      expect([403, 404]).toContain((await answer(account, id, { svar: 'placed', moede: council.meetingId })).status)
    }
    for (const nothing of ['x', '00000000-0000-4000-8000-000000000000'])
      expect((await open('formand', `/moeder/forslag/${nothing}`)).status).toBe(404)
  })
})

describe('withdrawing', () => {
  test('is one’s own, until it is answered', async () => {
    const id = await proposed()
    expect((await send('medlem2', `/moeder/forslag/${id}/traek`)).status).toBe(404)
    expect((await send('formand', `/moeder/forslag/${id}/traek`)).status).toBe(404)
    const { action, values } = (await open('medlem', path)).form('Træk forslaget tilbage: Lys på stien')
    const { to } = await send('medlem', action.replace('/mvsj', ''), values)
    expect((await open('medlem', to)).alert()).toContain('Forslaget er trukket tilbage')
    const late = await send('formand', `/moeder/forslag/${id}`, { svar: 'declined', grund: 'Nej tak', version: '1' })
    expect(late.status).toBe(409)
    expect(late.text()).toContain('har trukket det tilbage')
    expect((await open('medlem', (await send('medlem', action.replace('/mvsj', ''), values)).to)).alert()).toContain(
      'Der er svaret på forslaget',
    )
  })
})

test('others’ proposals are not seen by members', async () => {
  await proposed('medlem')
  expect((await open('medlem2', path)).text()).not.toContain('Lys på stien')
  expect((await open('medlem', '/moeder/forslag')).status).toBe(403)
})
