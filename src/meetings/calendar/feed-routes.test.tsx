import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anExclusion,
  anItem,
  anOffice,
  aPerson,
  aSeat,
  aTenure,
} from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'

let as: ReturnType<typeof testApp>['as']
let forumId: string
let openMeeting: string

const get = async (path: string, account: string | null = null) => {
  const response = await as(account).get(path.replace('http://127.0.0.1:3000', ''))
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const eventsOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}
const summariesIn = (text: string) => eventsOf(text).map(({ summary }) => summary)

/** Makes a secret address as an account does, and returns it. */
const makeAddress = async (account: string) => {
  const page = readPage(await (await as(account).post('/mvsj/kalender/abonner')).text())
  return page.byLabel('Adresse').value
}
/** What differs from request to request is no difference: the reference, and the address that was asked for. */
const withoutReference = (text: string) =>
  text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replaceAll(/(\/|%2F)kalender(\/|%2F)[^"?&]+/g, '')

beforeAll(async () => {
  as = testApp(await emptied()).as
  for (const id of ['member', 'secretariat', 'excluded', 'deputy', 'gone'])
    await asOwner(
      `insert into sign_in.user_account (id, name, email, email_verified, language) values ($1, $1, $1 || '@samvirk.example', true, 'da')`,
      [id],
    )
  await grant('secretariat', 'secretariat')
  await grant('gone', 'secretariat')
  const categoryId = await aCategory()
  forumId = await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  const hidden = await aForum({ categoryId, name: 'Banderåd', openness: 'closed' })
  const people = new Map<string, string>()
  for (const account of ['member', 'excluded']) {
    const office = await anOffice(`Embede for ${account}`)
    people.set(account, await aPerson(account, account))
    await aTenure(office, people.get(account) ?? '')
    await aSeat(forumId, office)
  }
  const deputy = await aPerson('deputy', 'deputy')
  openMeeting = await aMeeting({ forumId, onDay: '2026-04-16', openness: 'public' })
  await aMeeting({ forumId, onDay: '2026-05-21', state: 'draft' })
  await aMeeting({ forumId, onDay: '2026-05-28', state: 'draft', openness: 'public' })
  const closedMeeting = await aMeeting({ forumId, onDay: '2026-06-18', title: 'Temamøde' })
  const calledOff = await aMeeting({ forumId, onDay: '2026-08-20', state: 'cancelled', openness: 'public' })
  await asOwner('update meetings.meeting set summoned_at = now() where id = $1', [calledOff])
  await aMeeting({ forumId, onDay: '2026-08-27', state: 'cancelled', openness: 'public', title: 'Aldrig indkaldt' })
  await aMeeting({ forumId, onDay: '2024-01-18', openness: 'public' })
  const secretMeeting = await aMeeting({ forumId: hidden, onDay: '2026-06-04' })
  await asOwner(
    `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role, reply, deputy_person_id)
     values ('mvsj', $1, $2, $3, 'En', 'member', 'deputy', $4)`,
    [hidden, secretMeeting, people.get('member'), deputy],
  )
  const item = await anItem({ forumId, meetingId: closedMeeting, title: 'KODEORDXYZ' })
  await anExclusion(item, people.get('excluded') ?? '')
})

describe('the public calendar', () => {
  test('holds what the public may see: no drafts, no closed meetings, no place', async () => {
    const { status, headers, text } = await get('/mvsj/kalender.ics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(summariesIn(text)).toEqual(['Kredsrådet: ordinært møde', 'Kredsrådet: ordinært møde'])
    expect(eventsOf(text).map(({ uid }) => uid)[0]).toBe(`${openMeeting}@127.0.0.1`)
    expect(text).not.toContain('Politigården')
    expect(text).not.toContain('Temamøde')
    expect(text).toContain('STATUS:CANCELLED')
  })

  test('of a forum holds that forum alone; one the public may not know is not found', async () => {
    expect(summariesIn((await get('/mvsj/fora/kredsraadet/kalender.ics')).text)).toHaveLength(2)
    expect((await get('/mvsj/fora/banderaad/kalender.ics')).status).toBe(404)
    expect((await get('/mvsj/fora/findes-ikke/kalender.ics')).status).toBe(404)
    expect((await get('/mvsj/fora/banderaad/kalender.ics', 'secretariat')).status).toBe(200)
  })

  test('is not sent again when nothing has changed', async () => {
    const tag = (await get('/mvsj/kalender.ics')).headers.get('etag') ?? ''
    expect(tag).not.toBe('')
    const again = () => as(null).get('/mvsj/kalender.ics', { 'if-none-match': tag })
    expect((await again()).status).toBe(304)
    await asOwner(`update meetings.meeting set starts = '11:00', sequence = sequence + 1 where id = $1`, [openMeeting])
    const changed = await again()
    expect(changed.status).toBe(200)
    const event = eventsOf(await changed.text()).find(({ uid }) => uid.startsWith(openMeeting))
    expect(event?.sequence).toBe(1)
    expect(event?.startDate.hour).toBe(11)
  })
})

describe('a calendar of one’s own', () => {
  test('is read as its owner, drafts and place with it', async () => {
    const { status, headers, text } = await get(await makeAddress('member'))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(summariesIn(text)).toContain('Kredsrådet: Temamøde')
    expect(eventsOf(text)).toHaveLength(6)
    expect(text).toContain('LOCATION:Politigården')
    expect(text).toContain('STATUS:TENTATIVE')
    expect(text).not.toContain('Banderåd')
  })

  test('names no item of any agenda, to anyone', async () => {
    for (const account of ['member', 'excluded', 'secretariat']) {
      const { text } = await get(await makeAddress(account))
      expect(summariesIn(text), account).not.toEqual([])
      expect(text).not.toContain('KODEORD')
    }
  })

  test('holds the meeting that one comes to for somebody else', async () => {
    const { text } = await get(await makeAddress('deputy'))
    expect(summariesIn(text)).toEqual(['Banderåd: ordinært møde'])
    expect(text).toContain('LOCATION:Politigården')
  })

  test('of the secretariat holds the district’s', async () => {
    const found = summariesIn((await get(await makeAddress('secretariat'))).text)
    expect(found).toContain('Banderåd: ordinært møde')
    expect(found).toHaveLength(7)
  })

  test('is shown once and kept only as a hash; its use is noted', async () => {
    const address = await makeAddress('member')
    const secret = /kalender\/([^.]+)\.ics/.exec(address)?.[1] ?? ''
    expect(secret).toHaveLength(43)
    const rows = JSON.stringify(await asOwner('select * from meetings.calendar_feed'))
    expect(rows).not.toContain(secret)
    expect((await get('/mvsj/kalender/abonner', 'member')).text).not.toContain(secret)
    expect(readPage((await get('/mvsj/kalender/abonner', 'member')).text).text()).toContain('Ikke hentet endnu')
    await get(address)
    expect(readPage((await get('/mvsj/kalender/abonner', 'member')).text).text()).toContain(
      'Sidst hentet 12. mar. 2026',
    )
    expect(JSON.stringify(await asOwner('select * from audit.entry'))).not.toContain(secret)
  })

  test('that is wrong, closed or of a closed account is answered alike', async () => {
    const missing = await get('/mvsj/kalender/findes-ikke.ics')
    expect(missing.status).toBe(404)
    const wrong = await get(`/mvsj/kalender/${'A'.repeat(43)}.ics`)
    const closed = await makeAddress('deputy')
    const page = readPage((await get('/mvsj/kalender/abonner', 'deputy')).text)
    for (const button of page.buttons().filter((one) => one.startsWith('Luk adressen')))
      expect((await as('deputy').post(page.form(button).action)).status).toBe(303)
    const revoked = await get(closed)
    const dead = await makeAddress('gone')
    expect((await get(dead)).status).toBe(200)
    await asOwner(`update sign_in.user_account set disabled_at = now() where id = 'gone'`)
    const disabled = await get(dead)
    for (const other of [wrong, revoked, disabled]) {
      expect(other.status).toBe(404)
      expect(withoutReference(other.text)).toBe(withoutReference(missing.text))
    }
  })

  test('is closed by its owner alone', async () => {
    const address = await makeAddress('excluded')
    const [row] = await asOwner(
      `select id from meetings.calendar_feed where account_id = 'excluded' order by created_at desc limit 1`,
    )
    expect((await as('member').post(`/mvsj/kalender/abonner/${String(row?.['id'])}/luk`)).status).toBe(404)
    expect((await as(null).post(`/mvsj/kalender/abonner/${String(row?.['id'])}/luk`)).status).toBe(303)
    expect((await get(address)).status).toBe(200)
  })

  test('can be had ten times, not more; the public is asked to sign in', async () => {
    for (let count = 0; count < 12; count += 1) await as('secretariat').post('/mvsj/kalender/abonner')
    const page = readPage(await (await as('secretariat').post('/mvsj/kalender/abonner')).text())
    expect(page.text()).toContain('Du har 10 adresser')
    const visitor = readPage((await get('/mvsj/kalender/abonner')).text)
    expect(visitor.links()).toContain('Log ind for at få en kalender med dine egne møder.')
    expect(visitor.buttons()).not.toContain('Lav en hemmelig adresse')
    expect((await as(null).post('/mvsj/kalender/abonner')).headers.get('location')).toBe('/log-ind')
  })

  test('follows its owner out of the forum', async () => {
    const address = await makeAddress('member')
    expect(summariesIn((await get(address)).text)).not.toEqual([])
    await asOwner(`update fora.seat set valid_to = '2026-03-01' where forum_id = $1`, [forumId])
    expect(summariesIn((await get(address)).text)).toEqual([])
  })
})
