import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, aMeeting, anItem, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { day } from '../../base/time.ts'
import type { Database } from '../../db/db.ts'
import { transact } from '../../db/tx.ts'
import { findMeeting, type Meeting } from '../meeting/meeting-store.ts'
import { announceFrom } from './announce.ts'

let database: Database
let app: ReturnType<typeof testApp>
let forumId: string
let meetingId: string
const persons: Record<string, string> = {}

const secret = 'HEMMELIGTPUNKT'
const page = async (account: string | null, path: string) => {
  const answer = await app.as(account).get(`/mvsj${path}`)
  return { status: answer.status, page: readPage(await answer.text()) }
}
const at = (rest: string) => `/moeder/${meetingId}/${rest}`
const post = (account: string | null, path: string, fields: Record<string, string>) =>
  app.as(account).post(`/mvsj${path}`, fields)
const send = (account = 'sekretariat', fields: Record<string, string> = {}) =>
  post(account, at('indkald'), { handling: 'send', version: '1', ...fields })
const mails = () =>
  asOwner(
    'select purpose, address, subject, words, html, calendar, calendar_method as method, key from mail.message order by created_at, address',
  )
const invitations = () => asOwner('select * from meetings.invitation order by name')
const meeting = async () => (await asOwner('select * from meetings.meeting where id = $1', [meetingId]))[0]

const seatFor = async (account: string, role: string, email: string | null) => {
  const office = await anOffice(`Embede ${account}`)
  const person = await aPerson(`${account[0]?.toUpperCase() ?? ''}${account.slice(1)} Eksempel`, account)
  persons[account] = person
  await asOwner('update people.person set email = $2 where id = $1', [person, email])
  await aTenure(office, person)
  await aSeat(forumId, office, role)
  return office
}
const eventIn = (ics: unknown) => {
  const component = new ICAL.Component(ICAL.parse(String(ics)) as unknown[]).getFirstSubcomponent('vevent')
  if (component === null) throw new Error('no event')
  return { component, event: new ICAL.Event(component) }
}

beforeEach(async () => {
  database = await emptied()
  app = testApp(database)
  await grant('sekretariat', 'secretariat')
  await grant('partner', 'partner')
  forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'closed' })
  await seatFor('formand', 'chair', 'formand@politi.example')
  await seatFor('medlem', 'member', 'medlem@kommune.example')
  await seatFor('uden', 'member', null)
  await seatFor('vikar', 'deputy', 'vikar@kommune.example')
  await aSeat(forumId, await anOffice('Borgmester i Ledigby'))
  meetingId = await aMeeting({ forumId, state: 'draft', onDay: '2026-04-16' })
  await anItem({ forumId, meetingId, title: secret, kind: 'decision' })
})

test('nobody is summoned to a meeting of a forum that is closed down by then', async () => {
  const close = (since: string) =>
    asOwner(`update fora.forum set status = 'closed', status_reason = 'Lagt sammen', status_since = $2 where id = $1`, [
      forumId,
      since,
    ])
  await close('2026-04-01')
  const { page: shown } = await page('sekretariat', at('indkald'))
  expect(shown.text()).toContain('Forummet er nedlagt på mødets dag')
  expect(shown.buttons().join()).not.toContain('Send ud')
  expect((await send()).status).toBe(422)
  expect(await meeting()).toMatchObject({ state: 'draft' })
  expect(await mails()).toEqual([])
  // One that is held before the forum closes is summoned as ever.
  await close('2026-05-01')
  expect((await send()).status).toBe(303)
})

describe('before the summons', () => {
  test('the page says what is missing, who gets mail and what it says', async () => {
    const { page: shown } = await page('sekretariat', at('indkald'))
    expect(shown.heading()).toBe('Send indkaldelsen ud')
    expect(shown.text()).toContain(`1. ${secret}`)
    expect(shown.text()).toContain('hverken indstilling eller bilag')
    expect(shown.text()).toContain('Borgmester i Ledigby')
    expect(shown.row('Medlem Eksempel').cell('E-mail')).toBe('Kendt')
    expect(shown.row('Uden Eksempel').cell('E-mail')).toBe('Mangler')
    expect(shown.text()).toContain('2 får mail, 1 gør ikke')
    expect(shown.text()).toContain('Indkaldelse: Kredsrådet 16. april 2026')
    expect(shown.text()).not.toContain('vikar@kommune.example')
    expect(shown.buttons()).toContain('Send ud til 2')
    // The last minutes come along by themselves.
    await asOwner(`update meetings.item set carries = 'lastMinutes'`)
    expect((await page('sekretariat', at('indkald'))).page.text()).not.toContain('hverken indstilling eller bilag')
  })

  test('a meeting sooner than the standing orders say takes a reason', async () => {
    await asOwner(`update meetings.meeting set on_day = '2026-03-15'`)
    const { page: shown } = await page('sekretariat', at('indkald'))
    expect(shown.text()).toContain('Der er 3 dage til mødet')
    const refused = await send()
    expect(refused.status).toBe(422)
    expect(readPage(await refused.text()).byLabel('Hvorfor bliver indkaldelsen sendt så sent?').invalid).toBe(true)
    expect(await mails()).toEqual([])
    expect((await send('sekretariat', { grund: 'Akut sag, nummer 010203-0000' })).status).toBe(422)
    expect((await send('sekretariat', { grund: 'Akut' })).status).toBe(303)
    const [entry] = await asOwner(
      `select changes from audit.entry where action = 'meeting.summoned' order by number desc limit 1`,
    )
    expect(JSON.stringify(entry?.['changes'])).toContain('Akut')
  })

  test('a meeting in the past is not summoned to', async () => {
    await asOwner(`update meetings.meeting set on_day = '2026-03-11'`)
    const { page: shown } = await page('sekretariat', at('indkald'))
    expect(shown.text()).toContain('Mødet ligger i fortiden')
    expect(shown.buttons()).not.toContain('Send ud til 2')
    expect((await send('sekretariat', { grund: 'x' })).status).toBe(422)
    expect((await meeting())?.['state']).toBe('draft')
  })

  test('where mail is off, the page says so', async () => {
    app = testApp(database, undefined, { kind: 'off', from: 'post@kreds.example' })
    expect((await page('sekretariat', at('indkald'))).page.text()).toContain('Samvirk er ikke sat op til at sende mail')
  })

  test('an empty agenda is pointed out', async () => {
    await asOwner('delete from meetings.item')
    expect((await page('sekretariat', at('indkald'))).page.text()).toContain('Dagsordenen er tom.')
  })
})

describe('the summons', () => {
  test('does everything at once: state, number, invitations, mail, notices and the log', async () => {
    expect((await send()).headers.get('location')).toBe(`/mvsj/moeder/${meetingId}`)
    expect(await meeting()).toMatchObject({ state: 'summoned', number: 1, sequence: 0 })
    expect((await invitations()).map(({ name, reply }) => `${String(name)} ${String(reply)}`)).toEqual([
      'Formand Eksempel none',
      'Medlem Eksempel none',
      'Uden Eksempel none',
    ])
    const sent = await mails()
    expect(sent.map(({ address }) => address)).toEqual(['formand@politi.example', 'medlem@kommune.example'])
    const { event, component } = eventIn(sent[1]?.['calendar'])
    expect(event.uid).toBe(`${meetingId}@127.0.0.1`)
    expect(event.sequence).toBe(0)
    expect(String(component.getFirstPropertyValue('dtstart'))).toBe('2026-04-16T10:00:00')
    expect(component.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Europe/Copenhagen')
    const notices = await asOwner(`select kind from notices.notice`)
    expect(notices.map(({ kind }) => kind)).toEqual(['summoned', 'summoned', 'summoned'])
  })

  test('no mail says anything of the agenda, and no subject names anybody', async () => {
    await asOwner(
      `insert into meetings.meeting_link (district, meeting_id, forum_id, url) values ('mvsj', $1, $2, 'https://hemmeligt-link.example')`,
      [meetingId, forumId],
    )
    await send()
    for (const mail of await mails()) {
      expect(JSON.stringify(mail)).not.toContain(secret)
      expect(JSON.stringify(mail)).not.toContain('hemmeligt-link')
      expect(String(mail['subject'])).not.toMatch(/Eksempel|@/)
      expect(String(mail['calendar'])).not.toMatch(/formand@.*medlem@|medlem@.*formand@/s)
      expect(String(mail['words'])).toContain(`http://127.0.0.1:3000/mvsj/moeder/${meetingId}/svar`)
    }
  })

  test('pressed twice, or by two at once, it goes out once', async () => {
    const answers = await Promise.all([send(), send('formand'), send()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await mails()).toHaveLength(2)
    expect(await invitations()).toHaveLength(3)
  })

  test('a meeting changed meanwhile is looked at again first', async () => {
    await asOwner(`update meetings.meeting set version = 2, place = 'Et andet sted'`)
    const answer = await send()
    expect(answer.status).toBe(409)
    const shown = readPage(await answer.text())
    expect(shown.text()).toContain('Mødet er ændret, mens du læste')
    expect(shown.form('Send ud til 2').values['version']).toBe('2')
    expect(await mails()).toEqual([])
  })

  test('is for those in charge', async () => {
    expect((await send('medlem')).status).toBe(403)
    expect((await send('partner')).status).toBe(403)
    expect((await page('medlem', at('mails'))).status).toBe(403)
    expect((await send('formand')).status).toBe(303)
    // The chair of another forum does not even learn that the meeting exists.
    const other = await aForum({ categoryId: await aCategory(2, 'Andet'), name: 'Andet råd', openness: 'closed' })
    const office = await anOffice('Andet embede')
    await aTenure(office, await aPerson('Anden Formand', 'anden'))
    await aSeat(other, office, 'chair')
    expect((await page('anden', at('indkald'))).status).toBe(404)
    expect((await page('anden', at('svar'))).status).toBe(404)
  })

  test('who comes to the forum later is summoned too, and who leaves is taken off', async () => {
    await send()
    await seatFor('ny', 'member', 'ny@kommune.example')
    await asOwner(
      `update fora.seat set valid_to = '2026-04-01' where office_id = (select id from people.office where title = 'Embede medlem')`,
    )
    const { page: meetingPage } = await page('sekretariat', `/moeder/${meetingId}`)
    expect(meetingPage.alert()).toContain('1 i forummet er ikke indkaldt, 1 af de indkaldte sidder der ikke længere')
    expect(meetingPage.link('Indkald de nye, og giv de andre besked')).toBe(`/mvsj${at('indkald')}`)
    expect((await page('uden', `/moeder/${meetingId}`)).page.text()).not.toContain('ikke indkaldt')
    const { page: shown } = await page('sekretariat', at('indkald'))
    expect(shown.headings()).toEqual(['Ikke indkaldt endnu', 'Sidder der ikke længere'])
    const too = { handling: 'ogsaa', person: persons['ny'] ?? '' }
    for (const _ of [1, 2]) expect((await post('sekretariat', at('indkald'), too)).status).toBe(303)
    const [gone] = await asOwner('select id from meetings.invitation where person_id = $1', [persons['medlem']])
    for (const _ of [1, 2])
      await post('sekretariat', at('indkald'), { handling: 'afmeld', invitation: String(gone?.['id']) })
    const later = (await mails()).slice(2)
    expect(later.map(({ address, method }) => `${String(address)} ${String(method)}`).toSorted()).toEqual([
      'medlem@kommune.example CANCEL',
      'ny@kommune.example REQUEST',
    ])
    for (const { calendar } of later) expect(eventIn(calendar).event.sequence).toBeGreaterThan(0)
    expect((await page('sekretariat', at('indkald'))).page.text()).toContain('er indkaldt.')
  })
})

describe('a change after the summons', () => {
  const change = async (part: Partial<Meeting>, set: string) => {
    await transact(database.db, identity(), new Date('2026-03-13T10:00:00Z'), async (trx) => {
      const before = await findMeeting(trx, 'mvsj', meetingId)
      if (before === undefined) throw new Error('no meeting')
      await trx
        .updateTable('meetings.meeting')
        .set(JSON.parse(set) as object)
        .where('id', '=', meetingId)
        .execute()
      const desk = {
        district: { id: 'mvsj', name: '' },
        baseUrl: 'https://samvirk.example',
        from: 'post@kreds.example',
        now: new Date('2026-03-13T10:00:00Z'),
        by: 'Ane',
      }
      await announceFrom(trx, desk, () => Promise.resolve(), before, { ...before, ...part })
    })
  }

  test('moves the calendars with a higher number, and asks anew', async () => {
    await send()
    await asOwner(`update meetings.invitation set reply = 'accepted'`)
    await change({ starts: '09:00' }, '{"starts":"09:00"}')
    await change({ place: 'Rådhuset' }, '{"place":"Rådhuset"}')
    const told = (await mails()).filter(({ purpose }) => purpose === 'change')
    expect(
      told.map(({ subject, calendar }) => `${String(eventIn(calendar).event.sequence)} ${String(subject)}`).toSorted(),
    ).toEqual([
      '1 Ny tid: Kredsrådet 16. april 2026',
      '1 Ny tid: Kredsrådet 16. april 2026',
      '2 Nyt sted: Kredsrådet 16. april 2026',
      '2 Nyt sted: Kredsrådet 16. april 2026',
    ])
    expect(new Set((await mails()).map(({ calendar }) => eventIn(calendar).event.uid.split('@')[0])).size).toBe(1)
    expect((await invitations()).map(({ reply }) => reply)).toEqual(['none', 'none', 'none'])
    // What nobody need know is not told.
    await change({ host: 'x' }, '{"host":"x"}')
    expect(await mails()).toHaveLength(6)
  })

  test('tells those who agreed on a deputy, and the deputy, without asking anew', async () => {
    await send()
    await asOwner(
      `update meetings.invitation set reply = 'deputy', deputy_name = 'Vikar Eksempel', deputy_email = 'vikar@kommune.example', deputy_person_id = $1 where person_id = $2`,
      [persons['vikar'], persons['medlem']],
    )
    await change({ onDay: day('2026-04-20') }, '{"on_day":"2026-04-20"}')
    const told = (await mails()).filter(({ purpose }) => purpose === 'change')
    const link = `https://samvirk.example/mvsj/moeder/${meetingId}`
    expect(told.map(({ address, words }) => [address, String(words).includes(`${link}/svar\n`)])).toEqual([
      ['formand@politi.example', true],
      ['medlem@kommune.example', false],
      ['vikar@kommune.example', false],
    ])
    expect(String(told[2]?.['words'])).toContain(`${link}\n`)
    expect(String(told[2]?.['words'])).not.toContain('svar igen')
    expect(told.map(({ calendar }) => eventIn(calendar).event.sequence)).toEqual([1, 1, 1])
    expect((await invitations()).map(({ reply }) => reply)).toEqual(['none', 'deputy', 'none'])
  })

  test('makes what did not arrive before outdated: it is not sent again', async () => {
    await send()
    const fail = (address: string) =>
      asOwner(`update mail.message set state = 'failed', last_error = '550 5.1.1 No such user' where address = $1`, [
        address,
      ])
    await fail('medlem@kommune.example')
    await change({ starts: '09:00' }, '{"starts":"09:00"}')
    await fail('formand@politi.example')
    expect((await page('sekretariat', `/moeder/${meetingId}`)).page.alert()).toContain('1 mail om mødet kom ikke frem')
    const { page: list } = await page('sekretariat', at('mails'))
    expect(list.text().match(/Adressen findes ikke/g)).toHaveLength(1)
    expect(list.text().match(/En senere mail gælder i stedet/g)).toHaveLength(2)
    expect(list.buttons().filter((label) => label.startsWith('Send igen'))).toEqual(['Send igen: Formand Eksempel'])
    await post('sekretariat', at('mails'), {})
    const waiting = await asOwner(
      `select purpose, address, last_error as error from mail.message where state = 'queued' order by address`,
    )
    expect(waiting).toEqual([
      { purpose: 'change', address: 'formand@politi.example', error: '' },
      { purpose: 'change', address: 'medlem@kommune.example', error: '' },
    ])
  })

  test('a meeting that is called off leaves the calendars, and one called anew comes back', async () => {
    await send()
    await change({ state: 'cancelled', cancelReason: 'Sygdom' }, '{"state":"cancelled","cancel_reason":"Sygdom"}')
    const off = (await mails()).filter(({ method }) => method === 'CANCEL')
    expect(off).toHaveLength(2)
    expect(off.map(({ calendar }) => eventIn(calendar).event.sequence)).toEqual([1, 1])
    expect(JSON.stringify(off)).not.toContain('Sygdom')
    await asOwner(`update meetings.meeting set state = 'draft', version = 5`)
    expect((await send('sekretariat', { version: '5' })).status).toBe(303)
    const told = (await mails()).map(
      ({ calendar, method }) => `${String(eventIn(calendar).event.sequence)} ${String(method)}`,
    )
    expect(told.toSorted()).toEqual(['0 REQUEST', '0 REQUEST', '1 CANCEL', '1 CANCEL', '2 REQUEST', '2 REQUEST'])
    expect(await meeting()).toMatchObject({ number: 1 })
  })

  test('made on the pages of the meeting is announced', async () => {
    await send()
    const fill = async (path: string, button: string, fields: Record<string, string>) => {
      const { values } = (await page('sekretariat', path)).page.form(button)
      return post('sekretariat', path, { ...values, ...fields })
    }
    expect((await fill(at('ret'), 'Gem mødet', { fra: '09.00' })).status).toBe(303)
    expect((await mails()).filter(({ purpose }) => purpose === 'change')).toHaveLength(2)
    expect((await fill(at('aflys'), 'Aflys mødet', { grund: 'Sygdom' })).status).toBe(303)
    const off = (await mails()).filter(({ purpose }) => purpose === 'cancellation')
    expect(off.map(({ calendar }) => eventIn(calendar).event.sequence)).toEqual([2, 2])
    expect(String(off[0]?.['calendar'])).toContain('T090000')
  })

  test('a draft is nobody’s business', async () => {
    await change({ starts: '09:00' }, '{"starts":"09:00"}')
    expect(await mails()).toEqual([])
  })
})
