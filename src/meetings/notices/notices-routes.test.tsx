import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { anExclusion } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import { readPage } from '../../../test/page.ts'
import { countStatements } from '../../../test/queries.ts'
import type { Database } from '../../db/db.ts'
import { aForumWithTasks } from '../tasks/tasks.fixture.ts'

let database: Database
let as: ReturnType<typeof testApp>['as']
let made: Awaited<ReturnType<typeof aForumWithTasks>>

const open = async (account: string | null, path: string) => {
  const response = await as(account).get(`/mvsj${path}`)
  return { status: response.status, to: response.headers.get('location'), ...readPage(await response.text()) }
}
const aNotice = (person: string, kind: string, part: { item?: string; subject?: string; read?: boolean } = {}) =>
  asOwner(
    `insert into notices.notice (district, person_id, kind, forum_id, meeting_id, item_id, subject_id, made_by, read_at)
     values ('mvsj', $1, $2, $3, $4, $5, $6, 'Gry Prøve', $7)`,
    [
      person,
      kind,
      made.forumId,
      made.meetingId,
      part.item ?? null,
      part.subject ?? null,
      part.read ? new Date() : null,
    ],
  )

beforeEach(async () => {
  database = await emptied()
  as = testApp(database).as
  made = await aForumWithTasks()
})

describe('the notices', () => {
  test('are asked to be signed in for', async () => {
    const visitor = await open(null, '/meddelelser')
    expect([visitor.status, visitor.to]).toEqual([303, '/log-ind?next=%2Fmvsj%2Fmeddelelser'])
    expect((await open('secretariat', '/meddelelser')).text()).toContain('ikke knyttet til en person')
    expect((await open('medlem', '/meddelelser')).text()).toContain('Der er ingen meddelelser')
  })

  test('are the reader’s own, in words made when they are read', async () => {
    await aNotice(made.member.person, 'summoned')
    await aNotice(made.member.person, 'taskGiven', { item: made.openItem, subject: made.openTask })
    await aNotice(made.chair.person, 'minutesCirculated')
    const page = await open('medlem', '/meddelelser')
    expect(page.links()).toEqual(
      expect.arrayContaining([
        'Indkaldelse til møde: Kredsrådet 5. feb. 2026',
        'Du har fået en opgave: Tal for nattelivet',
      ]),
    )
    expect(page.links().join()).not.toContain('Referat til godkendelse')
    expect(page.link('Du har fået en opgave: Tal for nattelivet')).toBe(`/mvsj/opgaver/${made.openTask}`)
    await asOwner(`update meetings.action_point set title = 'Nye tal' where id = $1`, [made.openTask])
    expect((await open('medlem', '/meddelelser')).links()).toContain('Du har fået en opgave: Nye tal')
  })

  test('about what the reader may no longer see are left out and not counted', async () => {
    await aNotice(made.member.person, 'taskGiven', { item: made.closedItem, subject: made.closedTask })
    await aNotice(made.member.person, 'summoned', { item: made.closedItem })
    await aNotice(made.outsider, 'meetingChanged')
    expect((await open('medlem', '/meddelelser')).links()).toContain('Alle 2')
    await anExclusion(made.closedItem, made.member.person)
    const page = await open('medlem', '/meddelelser')
    expect(page.text()).toContain('Der er ingen meddelelser')
    expect(page.text()).not.toContain('eredskab')
    expect((await open('udenfor', '/meddelelser')).text()).toContain('Der er ingen meddelelser')
  })

  test('are filtered, and marked as read one by one or all at once, by their own reader', async () => {
    await aNotice(made.member.person, 'summoned')
    await aNotice(made.member.person, 'minutesApproved', { read: true })
    await aNotice(made.chair.person, 'summoned')
    const page = await open('medlem', '/meddelelser?udvalg=minutes')
    expect(page.links()).toEqual(expect.arrayContaining(['Alle 2', 'Ulæste 1', 'Referater 1', 'Møder 1']))
    expect(page.links()).toContain('Referatet er godkendt: Kredsrådet 5. feb. 2026')
    expect(page.links()).not.toContain('Indkaldelse til møde: Kredsrådet 5. feb. 2026')
    const unread = () => asOwner(`select 1 from notices.notice where read_at is null`)
    const { action, values } = (await open('medlem', '/meddelelser')).form(
      'Marker som læst: Indkaldelse til møde: Kredsrådet 5. feb. 2026',
    )
    expect((await as('formand').post(action, values)).status).toBe(303)
    expect(await unread()).toHaveLength(2)
    expect((await as('medlem').post(action, values)).status).toBe(303)
    expect(await unread()).toHaveLength(1)
    expect((await as('formand').post('/mvsj/meddelelser/laest')).status).toBe(303)
    expect(await unread()).toHaveLength(0)
    expect((await as('medlem').post('/mvsj/meddelelser/sludder/laest')).status).toBe(404)
    expect((await as(null).post('/mvsj/meddelelser/laest')).status).toBe(303)
  })

  test('take no more statements for many', async () => {
    const count = () => countStatements(database, () => open('medlem', '/meddelelser'))
    const few = await count()
    for (let index = 0; index < 4; index += 1) await aNotice(made.member.person, 'summoned')
    expect(await count()).toBe(few)
  })
})

describe('the settings', () => {
  const stored = async () =>
    (await asOwner(`select person_id, digest, reminders, language, secret from notices.preference`)).map((row) => row)

  test('are the reader’s own, checked, and never overwritten unseen', async () => {
    const { action, values } = (await open('medlem', '/meddelelser/indstillinger')).form('Gem indstillinger')
    expect(values).toMatchObject({ samlet: 'weekly', paamind: 'ja', sprog: 'da' })
    expect((await as('medlem').post(action, { ...values, samlet: 'hourly' })).status).toBe(422)
    const saved = await as('medlem').post(action, { ...values, samlet: 'daily', paamind: 'nej', sprog: 'en' })
    expect(saved.headers.get('location')).toBe('/mvsj/meddelelser/indstillinger?gemt=ja')
    expect(await stored()).toMatchObject([
      { person_id: made.member.person, digest: 'daily', reminders: false, language: 'en' },
    ])
    expect((await as('medlem').post(action, { ...values, samlet: 'none' })).status).toBe(409)
  })

  test('open with the secret of a mail without signing in, and nothing else does', async () => {
    await open('medlem', '/meddelelser/indstillinger')
    const [{ secret } = { secret: '' }] = await stored()
    const path = `/meddelelser/indstillinger?noegle=${String(secret)}`
    const page = await open(null, path)
    expect(page.status).toBe(200)
    expect(page.text()).not.toContain('Navn på medlem')
    const { action, values } = page.form('Gem indstillinger')
    expect((await as(null).post(action, { ...values, samlet: 'none' })).status).toBe(303)
    expect(await stored()).toMatchObject([{ person_id: made.member.person, digest: 'none' }])
    expect((await open(null, '/meddelelser/indstillinger?noegle=forkert')).status).toBe(404)
    expect((await as(null).post('/mvsj/meddelelser/indstillinger?noegle=forkert', values)).status).toBe(404)
    expect((await as(null).get(`/ns${path}`)).status).toBe(404)
    expect((await open(null, '/meddelelser/indstillinger')).status).toBe(303)
    expect((await as(null).get(`/mvsj${path}`)).headers.get('cache-control')).toBe('no-store')
  })
})
