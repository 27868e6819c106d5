import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anItem, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'

let database: Database
let app: ReturnType<typeof testApp>
let forumId: string
let meetingId: string
let itemId: string
const persons: Record<string, string> = {}

const at = (rest: string) => `/moeder/${meetingId}/${rest}`
const page = async (account: string | null, path: string) => {
  const answer = await app.as(account).get(`/mvsj${path}`)
  return { status: answer.status, page: readPage(await answer.text()) }
}
const post = (account: string | null, path: string, fields: Record<string, string> = {}) =>
  app.as(account).post(`/mvsj${path}`, fields)
const mails = (purpose: string) =>
  asOwner(
    'select address, subject, words, calendar_method as method from mail.message where purpose = $1 order by created_at, address',
    [purpose],
  )
const invitationOf = async (account: string) =>
  (await asOwner('select * from meetings.invitation where person_id = $1', [persons[account]]))[0] ?? {}
const answer = async (account: string, svar: string, fields: Record<string, string> = {}, by = account) => {
  const { id, version } = await invitationOf(account)
  return post(by, at('svar'), { invitation: String(id), version: String(version), svar, ...fields })
}

const seatFor = async (account: string, role: string) => {
  const office = await anOffice(`Embede ${account}`)
  const person = await aPerson(`${account[0]?.toUpperCase() ?? ''}${account.slice(1)} Eksempel`, account)
  persons[account] = person
  await asOwner('update people.person set email = $2 where id = $1', [person, `${account}@kommune.example`])
  await aTenure(office, person)
  await aSeat(forumId, office, role)
}

beforeEach(async () => {
  database = await emptied()
  app = testApp(database)
  await grant('sekretariat', 'secretariat')
  forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'closed' })
  await seatFor('formand', 'chair')
  await seatFor('medlem', 'member')
  await seatFor('anden', 'member')
  await seatFor('vikar', 'deputy')
  meetingId = await aMeeting({ forumId, state: 'draft', onDay: '2026-04-16' })
  itemId = await anItem({ forumId, meetingId, title: 'Trafikken' })
  await post('sekretariat', at('indkald'), { handling: 'send', version: '1' })
})

describe('a reply', () => {
  test('is given, changed, and read by the others without the reason', async () => {
    const { page: form } = await page('medlem', at('svar'))
    expect(form.heading()).toBe('Svar på indkaldelsen')
    expect((await answer('medlem', 'accepted')).status).toBe(303)
    expect((await answer('medlem', 'declined', { grund: 'Ferie på Samsø' })).status).toBe(303)
    expect(await invitationOf('medlem')).toMatchObject({ reply: 'declined', reply_reason: 'Ferie på Samsø' })
    for (const path of [`/moeder/${meetingId}`, at('svar')]) {
      const { page: seen } = await page('anden', path)
      expect(seen.text()).not.toContain('Samsø')
    }
    const { page: meeting } = await page('anden', `/moeder/${meetingId}`)
    expect(meeting.term('Afbud (1)')).toBe('Medlem Eksempel')
    expect(meeting.text()).toContain('0 kommer, 1 afbud, 2 har ikke svaret')
    expect((await page('formand', at('svar'))).page.text()).toContain('Samsø')
    const entries = await asOwner(
      `select changes::text from audit.entry where action = 'meeting.replied' order by number desc limit 2`,
    )
    expect(JSON.stringify(entries)).not.toContain('Samsø')
  })

  test('waits under "Mit arbejde" until it is given, however many meetings come first', async () => {
    for (let number = 1; number < 9; number += 1)
      await aMeeting({ forumId, state: 'summoned', onDay: `2026-04-0${String(number)}` })
    const waiting = async (account: string) =>
      (await page(account, '/mit-arbejde')).page.text().includes('Mødet er 16. april 2026. Svar, om du kommer.')
    expect(await waiting('medlem')).toBe(true)
    expect(
      (await page('medlem', '/mit-arbejde')).page.link('Svar på indkaldelsen: Kredsrådet 16.\u00a0april 2026'),
    ).toBe(`/mvsj${at('svar')}`)
    expect(await waiting('vikar')).toBe(false)
    await answer('medlem', 'accepted')
    expect(await waiting('medlem')).toBe(false)
    await asOwner(`update meetings.meeting set state = 'cancelled', cancel_reason = 'x' where id = $1`, [meetingId])
    expect(await waiting('anden')).toBe(false)
  })

  test('names what is missing', async () => {
    expect((await answer('medlem', '')).status).toBe(422)
    const refused = await answer('medlem', 'deputy', { navn: 'Bo', mail: 'ikke en adresse' })
    expect(refused.status).toBe(422)
    expect(readPage(await refused.text()).byLabel('Stedfortræderens e-mail').invalid).toBe(true)
    expect((await answer('medlem', 'declined', { grund: 'Født 010203-0000' })).status).toBe(422)
    expect((await answer('medlem', 'deputy', { navn: 'Anden', mail: 'anden@kommune.example' })).status).toBe(422)
    expect((await answer('medlem', 'deputy', { stedfortraeder: persons['anden'] ?? '' })).status).toBe(422)
    expect(await invitationOf('medlem')).toMatchObject({ reply: 'none' })
  })

  test('is one’s own: another member cannot give it, those in charge can note it', async () => {
    expect((await answer('medlem', 'accepted', {}, 'anden')).status).toBe(403)
    expect((await answer('medlem', 'accepted', {}, 'vikar')).status).toBe(404)
    expect((await post(null, at('svar'), { svar: 'accepted' })).status).toBe(404)
    const { id } = await invitationOf('medlem')
    expect((await page('anden', `${at('svar')}?for=${String(id)}`)).status).toBe(403)
    const { page: noted } = await page('sekretariat', `${at('svar')}?for=${String(id)}`)
    expect(noted.heading()).toBe('Notér svar for Medlem Eksempel')
    expect((await answer('medlem', 'accepted', {}, 'sekretariat')).status).toBe(303)
    expect(await invitationOf('medlem')).toMatchObject({ reply: 'accepted' })
  })

  test('given by two at once, the second sees that the first was there', async () => {
    const { id, version } = await invitationOf('medlem')
    const fields = { invitation: String(id), version: String(version) }
    const answers = await Promise.all([
      post('medlem', at('svar'), { ...fields, svar: 'accepted' }),
      post('sekretariat', at('svar'), { ...fields, svar: 'declined' }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const late = await post('medlem', at('svar'), { ...fields, svar: 'declined', grund: 'Ferie på Samsø' })
    expect(late.status).toBe(409)
    const shown = readPage(await late.text())
    expect(shown.alert()).toContain('Svaret er ændret, mens du skrev')
    expect(shown.alert()).toMatch(/Nu står der: (Kommer|Afbud)/)
    const { values } = shown.form('Gem svaret')
    expect(values).toMatchObject({ svar: 'declined', grund: 'Ferie på Samsø', version: String(Number(version) + 1) })
    expect((await post('medlem', at('svar'), values)).status).toBe(303)
  })

  test('is not taken once the meeting has begun or is held', async () => {
    await asOwner(`update meetings.meeting set current_since = '2026-04-16T08:00:00Z'`)
    expect((await answer('medlem', 'accepted')).status).toBe(422)
    expect((await page('medlem', at('svar'))).page.text()).toContain('Mødet er begyndt')
    await asOwner(`update meetings.meeting set state = 'held'`)
    expect((await answer('medlem', 'accepted')).status).toBe(422)
    expect((await page('medlem', at('svar'))).page.text()).toContain('Der kan ikke svares nu')
  })
})

describe('a deputy', () => {
  const deputyMails = async () =>
    (await mails('summons')).filter(({ subject }) => String(subject).startsWith('Stedfortræder'))

  test('of the forum is asked, sees the agenda, and is called off when another comes', async () => {
    expect((await page('vikar', `/punkter/${itemId}`)).status).not.toBe(500)
    await answer('medlem', 'deputy', { stedfortraeder: persons['vikar'] ?? '' })
    expect(await deputyMails()).toMatchObject([{ address: 'vikar@kommune.example', method: 'REQUEST' }])
    expect(await asOwner(`select person_id from notices.notice where kind = 'deputyAsked'`)).toEqual([
      { person_id: persons['vikar'] },
    ])
    const { page: seen } = await page('vikar', `/moeder/${meetingId}`)
    expect(seen.text()).toContain('Trafikken')
    expect(seen.term('Kommer (1)')).toBe('Vikar Eksempel for Medlem Eksempel')
    await answer('medlem', 'deputy', { navn: 'Bo Udenfor', mail: 'bo@kommune.example' })
    expect((await deputyMails()).map(({ address }) => address)).toEqual(
      ['vikar@kommune.example', 'bo@kommune.example'].toSorted(),
    )
    expect(await mails('cancellation')).toMatchObject([{ address: 'vikar@kommune.example', method: 'CANCEL' }])
    await answer('medlem', 'accepted')
    expect((await mails('cancellation')).map(({ address }) => address)).toEqual([
      'bo@kommune.example',
      'vikar@kommune.example',
    ])
    expect(await invitationOf('medlem')).toMatchObject({ reply: 'accepted', deputy_name: '', deputy_person_id: null })
  })

  test('has the meeting of the one they come for in the calendar, until they are called off', async () => {
    const calendarsOf = async (address: string) =>
      (await asOwner('select calendar from mail.message where address = $1 order by created_at, key', [address])).map(
        ({ calendar }) => {
          const ics = new ICAL.Component(ICAL.parse(String(calendar)) as unknown[])
          const event = ics.getFirstSubcomponent('vevent')
          return {
            method: ics.getFirstPropertyValue('method'),
            uid: event?.getFirstPropertyValue('uid'),
            sequence: Number(event?.getFirstPropertyValue('sequence')),
            attendees: event?.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase()),
          }
        },
      )
    await answer('medlem', 'deputy', { stedfortraeder: persons['vikar'] ?? '' })
    await answer('medlem', 'accepted')
    const [invited] = await calendarsOf('medlem@kommune.example')
    const deputy = (await calendarsOf('vikar@kommune.example')).toSorted((a, b) => a.sequence - b.sequence)
    expect(invited).toMatchObject({ method: 'REQUEST', sequence: 0, attendees: ['mailto:medlem@kommune.example'] })
    expect(deputy).toEqual([
      { method: 'REQUEST', uid: invited?.uid, sequence: 1, attendees: ['mailto:vikar@kommune.example'] },
      { method: 'CANCEL', uid: invited?.uid, sequence: 2, attendees: ['mailto:vikar@kommune.example'] },
    ])
  })

  test('who stays the same is not told twice', async () => {
    await answer('medlem', 'deputy', { stedfortraeder: persons['vikar'] ?? '' })
    await answer('medlem', 'deputy', { stedfortraeder: persons['vikar'] ?? '', grund: 'Syg' })
    expect(await deputyMails()).toHaveLength(1)
    expect(await mails('cancellation')).toEqual([])
  })

  test('known to the register by the address is taken from there', async () => {
    const known = await aPerson('Kendt Eksempel', 'kendt')
    await asOwner(`update people.person set email = 'kendt@kommune.example' where id = $1`, [known])
    await answer('medlem', 'deputy', { navn: 'Kendt', mail: 'Kendt@kommune.example' }, 'sekretariat')
    expect(await invitationOf('medlem')).toMatchObject({ deputy_person_id: known, deputy_name: 'Kendt Eksempel' })
    expect((await page('kendt', `/moeder/${meetingId}`)).page.text()).toContain('Trafikken')
  })
})

describe('those in charge', () => {
  test('remind whoever has not replied, once a day at most', async () => {
    await answer('medlem', 'accepted')
    const { page: list } = await page('formand', at('svar'))
    expect(list.row('Medlem Eksempel').cell('Svar')).toBe('Kommer')
    expect(list.buttons()).toContain('Mind 2 om at svare')
    for (const _ of [1, 2]) expect((await post('formand', at('svar/paamind'))).status).toBe(303)
    expect((await mails('reminder')).map(({ address, method }) => [address, method])).toEqual([
      ['anden@kommune.example', null],
      ['formand@kommune.example', null],
    ])
    app = testApp(database, new Date('2026-03-13T10:00:00Z'))
    await post('formand', at('svar/paamind'))
    expect(await mails('reminder')).toHaveLength(4)
    expect((await post('medlem', at('svar/paamind'))).status).toBe(403)
  })

  test('remind one alone, and are told when that was done today already', async () => {
    await asOwner('update people.person set email = null where id = $1', [persons['formand']])
    const { page: list } = await page('formand', at('svar'))
    expect(list.row('Formand Eksempel').cell('Mind om at svare')).toBe('Ingen e-mail')
    expect(list.buttons()).toContain('Mind 2 om at svare')
    const { action, values } = list.form('Mind om at svare: Medlem Eksempel')
    const follow = async () => {
      const { headers } = await app.as('formand').post(action, values)
      return readPage(await (await app.as('formand').get(headers.get('location') ?? '')).text()).text()
    }
    expect(await follow()).toContain('1 får en mail om at svare')
    expect(await follow()).toContain('Ingen mail er sendt')
    expect((await mails('reminder')).map(({ address }) => address)).toEqual(['medlem@kommune.example'])
    await answer('medlem', 'accepted')
    expect((await page('formand', at('svar'))).page.row('Medlem Eksempel').cell('Mind om at svare')).toBe('')
  })

  test('see what did not arrive, why, and send it again to the address that was put right', async () => {
    await asOwner(
      `update mail.message set state = 'failed', last_error = '550 5.1.1 No such user', attempts = 1 where address like 'medlem%'`,
    )
    await asOwner(
      `update mail.message set state = 'sent', sent_at = '2026-03-12T10:05:00Z' where address like 'anden%'`,
    )
    const { page: meeting } = await page('formand', `/moeder/${meetingId}`)
    expect(meeting.alert()).toContain('1 mail om mødet kom ikke frem')
    expect((await page('anden', `/moeder/${meetingId}`)).page.alert()).toBe('')
    const { page: list } = await page('formand', at('mails'))
    expect(list.row('Medlem Eksempel').text).toContain('Adressen findes ikke')
    expect(list.links()).not.toContain('Ret det: Medlem Eksempel')
    expect((await page('sekretariat', at('mails'))).page.row('Medlem Eksempel').link('Ret det: Medlem Eksempel')).toBe(
      `/mvsj/personer/${persons['medlem'] ?? ''}/ret`,
    )
    expect(list.row('Anden Eksempel').cell('Status')).toContain('Sendt')
    expect(list.row('Formand Eksempel').cell('Status')).toBe('Venter på at blive sendt')
    await asOwner(`update people.person set email = 'rettet@kommune.example' where id = $1`, [persons['medlem']])
    expect((await post('anden', at('mails'))).status).toBe(403)
    for (const _ of [1, 2]) expect((await post('formand', at('mails'))).status).toBe(303)
    const again = await asOwner(
      `select address, state, attempts from mail.message where address = 'rettet@kommune.example'`,
    )
    expect(again).toEqual([{ address: 'rettet@kommune.example', state: 'queued', attempts: 0 }])
  })

  test('the statements of the lists do not grow with those invited', async () => {
    const count = (path: string) => countStatements(database, () => app.as('sekretariat').get(`/mvsj${path}`))
    const few = await Promise.all([count(at('svar'))])
    for (let number = 0; number < 8; number += 1) await seatFor(`x${String(number)}`, 'member')
    await asOwner(
      `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role)
      select district, $1, $2, id, name, 'member' from people.person where account_id like 'x%'`,
      [forumId, meetingId],
    )
    expect(await Promise.all([count(at('svar'))])).toEqual(few)
  })
})
