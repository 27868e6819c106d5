import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { anExclusion, aPerson } from '../../../test/builders.ts'
import { asOwner } from '../../../test/db.ts'
import { countStatements } from '../../../test/queries.ts'
import { type Live, liveChannel } from './live.ts'
import { aMeetingToHold, emptyOutcome, seated, startedFrom } from './running.fixture.ts'

let to: Awaited<ReturnType<typeof aMeetingToHold>>
let live: Live | null = null
let listening = false

beforeEach(async () => {
  to = await aMeetingToHold()
  live = to.app.live
  // The database is one for all tests of a worker, so it is listened to once.
  if (listening) return
  listening = true
  await to.database.listen(liveChannel, (payload) => live?.hear(payload))
})
beforeAll(() => {
  listening = false
})
afterEach(() => {
  live?.close()
  live = null
})

interface State {
  state: string
  current: { number: number; title: string; since: string } | null
  agenda: string
}

/** Follows the meeting as one account, and gives each state as it comes. */
async function following(account: string) {
  const answer = await to.as(account).get(`${to.hold}/direkte`, { accept: 'text/event-stream' })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) throw new Error('No stream')
  const heard: string[] = []
  const next = async (): Promise<State | 'end'> => {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return 'end'
      heard.push(value)
      const [, data] = /^data: (.*)$/m.exec(value) ?? []
      if (data !== undefined) return JSON.parse(data) as State
    }
  }
  return { answer, next, all: () => heard.join(''), stop: () => reader.cancel() }
}

/** Nothing more comes within a moment. */
const silent = async (next: () => Promise<unknown>) =>
  expect(await Promise.race([next(), new Promise((resolve) => setTimeout(() => resolve('silent'), 300))])).toBe(
    'silent',
  )

test('those who take part are told where the meeting has come to, as it goes', async () => {
  const member = await following('medlem')
  expect(member.answer.headers.get('content-type')).toContain('text/event-stream')
  expect(member.answer.headers.get('etag')).toBeNull()
  expect(await member.next()).toMatchObject({ state: 'waiting', current: null })
  await to.start()
  expect(await member.next()).toMatchObject({ state: 'running', current: { number: 1, title: 'Nattelivet' } })
  await to.as('formand').post(`${to.hold}/punkt`, { punkt: to.second, sted: '1' })
  const second = await member.next()
  expect(second).toMatchObject({ current: { number: 2, title: 'Trafikken', since: '2026-04-16T08:00:00.000Z' } })
  await asOwner(`update meetings.item set position = 3 - position where meeting_id = $1`, [to.meetingId])
  const moved = await member.next()
  expect(moved).toMatchObject({ current: { number: 1, title: 'Trafikken' } })
  await to.as('formand').post(`${to.hold}/slut`)
  expect(await member.next()).toMatchObject({ state: 'over', current: null })
})

test('nobody else is told', async () => {
  await asOwner(`update meetings.meeting set openness = 'public'`)
  await asOwner(`update fora.forum set openness = 'public'`)
  expect((await to.as(null).get(`${to.hold}/direkte`)).status).toBe(403)
  await aPerson('Ulla Udenfor', 'udenfor')
  expect((await to.as('udenfor').get(`${to.hold}/direkte`)).status).toBe(403)
  await asOwner(`update fora.forum set openness = 'closed'`)
  expect((await to.as('udenfor').get(`${to.hold}/direkte`)).status).toBe(404)
  expect(to.app.live.following()).toBe(0)
})

test('a deputy is told, as long as they are the deputy', async () => {
  const deputy = await aPerson('Vera Vikar', 'vikar')
  await asOwner(
    `insert into meetings.invitation (district, forum_id, meeting_id, name, role, reply, deputy_name, deputy_person_id)
     values ('mvsj', $1, $2, 'Mads Medlem', 'member', 'deputy', 'Vera Vikar', $3)`,
    [to.forumId, to.meetingId, deputy],
  )
  const follower = await following('vikar')
  await follower.next()
  await to.start()
  expect(await follower.next()).toMatchObject({ current: { title: 'Nattelivet' } })
  await asOwner(`update meetings.invitation set reply = 'accepted', deputy_person_id = null`)
  await to.as('formand').post(`${to.hold}/punkt`, { punkt: to.second, sted: '1' })
  expect(await follower.next()).toBe('end')
  expect(follower.all()).not.toContain('Trafikken')
})

test('one who is kept out of an item hears nothing of it, not even that it has come', async () => {
  await anExclusion(to.second, to.memberPerson)
  await to.start()
  const [excluded, other] = [await following('medlem'), await following('sekretaer')]
  expect(await excluded.next()).toMatchObject({ current: { title: 'Nattelivet' } })
  await other.next()
  await to.as('formand').post(`${to.hold}/punkt`, { punkt: to.second, sted: '1' })
  expect(await other.next()).toMatchObject({ current: { title: 'Trafikken' } })
  expect(await excluded.next()).toMatchObject({ state: 'running', current: null })
  await asOwner(`update meetings.item set title = 'Trafikken om natten' where id = $1`, [to.second])
  expect(await other.next()).toMatchObject({ current: { title: 'Trafikken om natten' } })
  await silent(excluded.next)
  expect(excluded.all()).not.toContain('Trafikken')
  expect(excluded.all()).not.toContain(to.second)
  expect((await to.meetingPage('medlem')).text()).not.toContain('Trafikken')
})

test('one who is kept out while the item is current sees it no more', async () => {
  await to.start()
  const member = await following('medlem')
  expect(await member.next()).toMatchObject({ current: { title: 'Nattelivet' } })
  await anExclusion(to.first, to.memberPerson)
  expect(await member.next()).toMatchObject({ state: 'running', current: null })
})

test('what is written is not sent to members before the minutes are', async () => {
  await to.start()
  const member = await following('medlem')
  await member.next()
  const sent = { ...emptyOutcome, foer: startedFrom(), udfald: 'decided', beslutning: 'Hemmeligt indtil videre' }
  await to.byScript('formand', to.outcomeAt(to.first), sent)
  await silent(member.next)
})

test('one change is read once for each audience, however many follow', async () => {
  await to.start()
  const followers = [await following('medlem'), await following('sekretaer')]
  for (let index = 0; index < 10; index++) {
    const account = `m${String(index)}`
    await seated(to.forumId, { account, name: `Medlem ${account}`, title: `Embede ${account}`, role: 'member' })
    followers.push(await following(account))
  }
  for (const { next } of followers) await next()
  const pause = () => new Promise((resolve) => setTimeout(resolve, 300))
  // What was read for the last ones who came must be over before it is counted.
  while ((await countStatements(to.database, pause)) > 0);
  // begin, actor, statement and commit: for who is kept out, for members, and for those in charge
  const wanted = 3 * 4
  const statements = await countStatements(to.database, async (soFar) => {
    to.app.live.hear(`mvsj ${to.meetingId}`)
    await vi.waitFor(() => expect(soFar()).toBeGreaterThanOrEqual(wanted), { timeout: 20_000 })
    await pause()
  })
  expect(statements).toBe(wanted)
})

test('every stream ends when the program stops, and one that is left is forgotten', async () => {
  const [one, two] = [await following('medlem'), await following('formand')]
  await one.next()
  expect(to.app.live.following()).toBe(2)
  await one.stop()
  expect(to.app.live.following()).toBe(1)
  await two.next()
  to.app.live.close()
  expect(await two.next()).toBe('end')
  expect(to.app.live.following()).toBe(0)
})
