import { beforeEach, describe, expect, test } from 'vitest'
import { aMeeting, anActionPoint, anExclusion } from '../../../test/builders.ts'
import { asOwner, emptied } from '../../../test/db.ts'
import type { Database } from '../../db/db.ts'
import { aForumWithTasks } from '../tasks/tasks.fixture.ts'
import { followJobs } from './follow-jobs.ts'

let database: Database
let made: Awaited<ReturnType<typeof aForumWithTasks>>
let closedAccount: string | null

const run = async (now: string, only?: 'reminders' | 'digests'): Promise<number> => {
  let count = 0
  for (const job of followJobs({
    db: database.db,
    clock: () => new Date(now),
    baseUrl: () => 'https://samvirk.example',
    isAccountOpen: (account) => Promise.resolve(account !== closedAccount),
  }))
    if (only === undefined || job.name === only) count += await job.run()
  return count
}
/** Mails as a reader sees them: a space that keeps a day together is a space. */
const mails = async (purpose: string) =>
  (
    await asOwner(
      `select address, subject, words, html from mail.message where purpose = $1 order by created_at, key`,
      [purpose],
    )
  ).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value).replaceAll('\u00a0', ' ')])),
  )
const setPreference = (person: string, digest: string, reminders: boolean) =>
  asOwner(
    `insert into notices.preference (district, person_id, digest, reminders, secret) values ('mvsj', $1::uuid, $2, $3, 'secret ' || $1::uuid)
     on conflict (district, person_id) do update set digest = excluded.digest, reminders = excluded.reminders`,
    [person, digest, reminders],
  )
const closedWords = /beredskab/i
const publish = () =>
  asOwner(
    `update meetings.meeting set state = 'published', openness = 'public', published_to = 'public' where id = $1`,
    [made.meetingId],
  )

beforeEach(async () => {
  database = await emptied()
  made = await aForumWithTasks()
  closedAccount = null
  await asOwner(`update people.person set email = coalesce(account_id, 'ukendt') || '@kommune.example'`)
  await asOwner(`update meetings.action_point set created_at = '2026-02-05T12:00:00Z'`)
})

describe('reminders', () => {
  test('go a week and a day before and weekly after, once each, and never at night, at the weekend or on a holiday', async () => {
    await asOwner(`update meetings.action_point set state = 'done' where id = $1`, [made.openTask])
    const sent: string[] = []
    // Due on Thursday 19 March 2026; every third hour for five weeks, with Easter in between.
    for (let hour = 0; hour < 24 * 35; hour += 3) {
      const now = new Date(Date.parse('2026-03-09T00:10:00Z') + hour * 3_600_000).toISOString()
      const count = await run(now, 'reminders')
      if (count > 0) sent.push(`${now.slice(0, 13)} ${String(count)}`)
    }
    expect(sent).toEqual([
      '2026-03-12T06 1',
      '2026-03-18T06 1',
      '2026-03-20T06 1',
      '2026-03-27T06 1',
      '2026-04-07T06 1',
      '2026-04-10T06 1',
    ])
    expect((await mails('reminder')).map(({ subject }) => subject)).toEqual([
      'Påmindelse: en opgave har frist om 7 dage',
      'Påmindelse: en opgave har frist i morgen',
      'Påmindelse: en opgave er 1 dag forsinket',
      'Påmindelse: en opgave er 8 dage forsinket',
      'Påmindelse: en opgave er 19 dage forsinket',
      'Påmindelse: en opgave er 22 dage forsinket',
    ])
  })

  test('name a task only where anybody may read it, and lead to its page and to the settings', async () => {
    await run('2026-03-12T10:00:00Z', 'reminders')
    const [ofClosed] = (await mails('reminder')).filter(({ address }) => address === 'udenfor@kommune.example')
    const all = JSON.stringify(ofClosed)
    expect(all).not.toMatch(closedWords)
    expect(ofClosed?.['words']).toContain('en opgave fra Kredsrådet')
    expect(ofClosed?.['words']).toContain(`https://samvirk.example/mvsj/opgaver/${made.closedTask}`)
    expect(ofClosed?.['words']).toContain('https://samvirk.example/mvsj/meddelelser/indstillinger\n')
    expect(ofClosed?.['html']).toContain('<html lang="da">')
    // Its item is open, but the minutes are not published.
    await run('2026-03-19T10:00:00Z', 'reminders')
    const ofOpen = async () =>
      (await mails('reminder')).filter(({ address }) => address === 'medlem@kommune.example').map(({ words }) => words)
    expect(JSON.stringify(await ofOpen())).not.toContain('nattelivet')
    await publish()
    await run('2026-03-26T10:00:00Z', 'reminders')
    expect((await ofOpen()).at(-1)).toContain('”Tal for nattelivet”')
    expect(JSON.stringify(await mails('reminder'))).not.toMatch(closedWords)
  })

  test('are sent once however many jobs run at once', async () => {
    const counts = await Promise.all([1, 2, 3].map(() => run('2026-03-12T10:00:00Z', 'reminders')))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await mails('reminder')).toHaveLength(2)
  })

  test('are not for one who declined them, is excluded, has no address, or has handed the task on', async () => {
    await setPreference(made.member.person, 'none', false)
    await anExclusion(made.closedItem, made.outsider)
    expect(await run('2026-03-12T10:00:00Z', 'reminders')).toBe(0)
    await asOwner(`update people.person set email = null`)
    await asOwner(`delete from meetings.exclusion`)
    expect(await run('2026-03-12T10:00:00Z', 'reminders')).toBe(0)
    await asOwner(`update people.person set email = account_id || '@kommune.example'`)
    await asOwner(`update meetings.action_point set owner_office_id = $1, owner_person_id = null`, [made.chair.office])
    await run('2026-03-12T10:00:00Z', 'reminders')
    expect(new Set((await mails('reminder')).map(({ address }) => address))).toEqual(
      new Set(['formand@kommune.example']),
    )
  })
})

describe('the digest', () => {
  const tell = (person: string, kind: string, item: string | null, subject: string | null) =>
    asOwner(
      `insert into notices.notice (district, person_id, kind, forum_id, meeting_id, item_id, subject_id) values ('mvsj', $1, $2, $3, $4, $5, $6)`,
      [person, kind, made.forumId, made.meetingId, item, subject],
    )
  const invite = (meeting: string, person: string) =>
    asOwner(
      `insert into meetings.invitation (district, forum_id, meeting_id, person_id, name, role) values ('mvsj', $1, $2, $3, 'x', 'member')`,
      [made.forumId, meeting, person],
    )
  const to = async (account: string) =>
    (await mails('digest')).filter(({ address }) => address === `${account}@kommune.example`)

  test('tells of notices, meetings and tasks, weekly, without a closed word', async () => {
    await tell(made.member.person, 'taskGiven', made.closedItem, made.closedTask)
    await tell(made.member.person, 'minutesCirculated', null, null)
    await invite(await aMeeting({ forumId: made.forumId, onDay: '2026-03-19' }), made.member.person)
    await publish()
    await run('2026-03-16T06:10:00Z', 'digests')
    const [mail] = await to('medlem')
    expect(mail?.['subject']).toBe('Nyt i Samvirk 16. marts 2026')
    expect(mail?.['words']).toContain('2 nye meddelelser:')
    expect(mail?.['words']).toContain('Referat til godkendelse: Kredsrådet 5. feb. 2026')
    expect(mail?.['words']).toContain('Kredsrådet, 19. marts 2026 kl. 10.00')
    expect(mail?.['words']).toContain('”Tal for nattelivet”, frist 11. februar 2026 (33 dage forsinket)')
    expect(mail?.['words']).toContain('/meddelelser/indstillinger\n')
    expect(JSON.stringify(await mails('digest'))).not.toMatch(closedWords)
  })

  test('is sent once a week, later in the week when Monday was missed, and not again for the same notices', async () => {
    await tell(made.member.person, 'minutesCirculated', null, null)
    const count = async () => (await to('medlem')).length
    await run('2026-03-18T10:00:00Z')
    expect(await count()).toBe(1)
    for (const now of ['2026-03-18T10:10:00Z', '2026-03-19T10:00:00Z', '2026-03-20T10:00:00Z'])
      await run(now, 'digests')
    expect(await count()).toBe(1)
    await asOwner(`update meetings.action_point set state = 'done'`)
    await run('2026-03-23T10:00:00Z', 'digests')
    expect(await count()).toBe(1)
    await tell(made.member.person, 'minutesApproved', null, null)
    await run('2026-03-30T10:00:00Z', 'digests')
    expect(await count()).toBe(2)
    expect((await to('medlem'))[1]?.['words']).not.toContain('Referat til godkendelse')
  })

  test('comes daily or not at all to those who chose so', async () => {
    await setPreference(made.member.person, 'daily', true)
    await setPreference(made.chair.person, 'none', true)
    await tell(made.chair.person, 'minutesCirculated', null, null)
    await run('2026-03-11T10:00:00Z', 'digests')
    expect(await to('medlem')).toHaveLength(0)
    await tell(made.member.person, 'minutesCirculated', null, null)
    await run('2026-03-12T10:00:00Z', 'digests')
    await run('2026-03-12T11:00:00Z', 'digests')
    expect(await to('medlem')).toHaveLength(1)
    expect(await to('formand')).toHaveLength(0)
  })

  test('knows nothing of what its reader is kept out of, and says nothing to one without an account', async () => {
    await tell(made.member.person, 'taskGiven', made.closedItem, made.closedTask)
    await anExclusion(made.closedItem, made.member.person)
    await asOwner(`update meetings.action_point set state = 'done' where id = $1`, [made.openTask])
    await asOwner(`update people.person set account_id = null where id = $1`, [made.outsider])
    await run('2026-03-16T10:00:00Z', 'digests')
    expect(await mails('digest')).toEqual([])
  })

  test('and the reminders are in the language that their reader has chosen, and say how they are turned off', async () => {
    await setPreference(made.member.person, 'weekly', true)
    await asOwner(`update notices.preference set language = 'en'`)
    await run('2026-03-16T10:00:00Z')
    const [digest] = await to('medlem')
    expect(digest?.['subject']).toBe('New in Samvirk 16 March 2026')
    expect(digest?.['words']).toContain('a task from Kredsrådet, due 11 February 2026 (33 days late)')
    expect(digest?.['html']).toContain('<html lang="en">')
    expect((await mails('reminder')).map(({ address, subject }) => [address, subject])).toEqual(
      expect.arrayContaining([
        ['medlem@kommune.example', 'Reminder: a task is 33 days late'],
        ['udenfor@kommune.example', 'Påmindelse: en opgave har frist om 3 dage'],
      ]),
    )
    expect(await asOwner('select distinct purpose, setting from mail.message order by purpose')).toEqual([
      { purpose: 'digest', setting: 'digest' },
      { purpose: 'reminder', setting: 'reminders' },
    ])
  })

  test('stops when the account is closed', async () => {
    closedAccount = 'medlem'
    await tell(made.member.person, 'minutesCirculated', null, null)
    await run('2026-03-16T10:00:00Z', 'digests')
    expect(await to('medlem')).toEqual([])
  })

  test('is made once by several jobs at once, and a mail that was queued before a fall is not queued again', async () => {
    await tell(made.member.person, 'minutesCirculated', null, null)
    await Promise.all([1, 2, 3].map(() => run('2026-03-16T10:00:00Z', 'digests')))
    expect(await to('medlem')).toHaveLength(1)
    await asOwner(`update notices.preference set digest_at = null`)
    await asOwner(`update notices.notice set mailed_at = null`)
    await run('2026-03-16T10:00:00Z', 'digests')
    expect(await to('medlem')).toHaveLength(1)
  })

  test('names at most ten of each and says how many more there are', async () => {
    for (let index = 0; index < 12; index += 1)
      await anActionPoint({
        itemId: made.openItem,
        title: `Opgave ${String(index)}`,
        ownerPersonId: made.member.person,
        dueOn: '2026-03-20',
      })
    await run('2026-03-16T10:00:00Z', 'digests')
    expect((await to('medlem'))[0]?.['words']).toContain('og 3 mere')
  })
})
