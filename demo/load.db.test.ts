import { beforeAll, expect, test } from 'vitest'
import { asOwner, emptied, identity } from '../test/db.ts'
import { looksLikeCpr } from '../src/base/cpr.ts'
import { day, dayOf } from '../src/base/time.ts'
import { verifyChains } from '../src/audit/store.ts'
import type { Database } from '../src/db/db.ts'
import { readAs } from '../src/db/tx.ts'
import { programIdentity } from '../src/people/actor.ts'
import { listInterfaces } from '../src/fora/interfaces/store.ts'
import { listFora } from '../src/fora/register/list-store.ts'
import { views } from '../src/fora/register/rules.ts'
import { createSignIn } from '../src/sign-in/auth.ts'
import { demoAccounts } from './accounts.ts'
import { loadDemo } from './load.ts'

const now = new Date('2026-11-20T11:00:00Z')
const today = dayOf(now)
let database: Database

const signInOn = ({ pool }: Database) =>
  createSignIn({
    pool,
    baseUrl: () => 'http://127.0.0.1:3000',
    secret: 'kun-til-proever-0123456789-abcdefghijkl',
    oidc: null,
    note: () => Promise.resolve(),
    log: () => undefined,
  })

const load = async (clock = () => now): Promise<boolean> =>
  loadDemo({ db: database.db, signIn: signInOn(database), clock })

const fresh = async () => {
  database = await emptied()
  await asOwner('update people.district set in_use = false')
}

const count = async (from: string): Promise<number> =>
  Number((await asOwner(`select count(*) as n from ${from}`))[0]?.['n'])

const listed = (on = today) =>
  readAs(database.db, identity(), (trx) =>
    listFora(trx, { district: 'mvsj', day: on, words: '', organisationId: null }),
  )

/** Everything written, column by column, as text. */
const allTexts = async (): Promise<string[]> => {
  const tables = await asOwner(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('people', 'fora', 'meetings')
     and tablename not in ('district', 'municipality', 'municipality_district')`,
  )
  const rows = await Promise.all(
    tables.map(({ name }) => asOwner(`select to_jsonb(t)::text as row from ${String(name)} t`)),
  )
  return rows.flat().map(({ row }) => String(row))
}

// The tests that only look share one load; those that load again stand last.
beforeAll(async () => {
  await fresh()
  expect(await load()).toBe(true)
})

test('the fora of the annex, the local councils, the commissions and three working groups', async () => {
  const rows = await listed()
  expect(rows).toHaveLength(37 - 2 + 20 + 3)
  expect(rows.filter(({ kind }) => kind === 'localCouncil')).toHaveLength(10)
  expect(rows.filter(({ kind }) => kind === 'workingGroup')).toHaveLength(3)
  expect(new Set(rows.map(({ categoryNumber }) => categoryNumber)).size).toBe(14)
  expect(new Set(rows.map(({ openness }) => openness))).toEqual(new Set(['public', 'partners', 'closed']))
})

test('two years of meetings in every state, with what a meeting is made of', async () => {
  const states = await asOwner(`select state, count(*)::integer as number from meetings.meeting group by state`)
  const of = (state: string) => Number(states.find((row) => row['state'] === state)?.['number'] ?? 0)
  expect(states.reduce((sum, { number }) => sum + Number(number), 0)).toBeGreaterThan(200)
  for (const state of ['draft', 'summoned', 'held', 'circulated', 'approved', 'published', 'cancelled'])
    expect(of(state), state).toBeGreaterThan(1)
  // No agenda is empty, and the council's next one has more than the fixed items.
  expect(
    await count(
      `meetings.meeting as meeting where not exists (select 1 from meetings.item as item where item.meeting_id = meeting.id)`,
    ),
  ).toBe(0)
  expect(
    await count(`meetings.item as item join meetings.meeting as meeting on meeting.id = item.meeting_id
    join fora.forum as forum on forum.id = meeting.forum_id
    where forum.name = 'Kredsrådet' and meeting.on_day = '2027-02-25'`),
  ).toBeGreaterThan(5)
  expect(await count(`meetings.item where openness = 'closed'`)).toBeGreaterThan(5)
  expect(await count('meetings.exclusion')).toBe(1)
  expect(await count('meetings.outcome')).toBeGreaterThan(500)
  expect(
    await count(`meetings.action_point where state not in ('done', 'dropped') and due_on < '${today}'`),
  ).toBeGreaterThan(2)
  expect(await count(`meetings.action_point where state = 'done'`)).toBeGreaterThan(20)
  expect(await count(`meetings.meeting where prepares_id is not null`)).toBeGreaterThan(4)
  expect(await count(`fora.meeting_day where meeting_id is not null`)).toBeGreaterThan(200)
})

test('secretaries stand as secretaries among those who came, and no outcome of a meeting that is over is empty', async () => {
  const roles = await asOwner('select distinct role from meetings.attendance order by role')
  expect(roles.map(({ role }) => role)).toEqual(expect.arrayContaining(['chair', 'member', 'secretary']))
  expect(await count(`meetings.attendance where role is null`)).toBe(0)
  expect(await count(`meetings.outcome where decision = ''`)).toBe(0)
})

test('minutes wait for the approval of several who have accounts, and agendas are varied', async () => {
  const waiting = await asOwner(`
    select distinct account.email from meetings.meeting as meeting
    join fora.forum as forum on forum.id = meeting.forum_id and forum.name = 'Lokalrådet i Køge'
    join meetings.invitation as invited on invited.meeting_id = meeting.id and invited.role in ('chair', 'viceChair', 'member')
    join people.person as person on person.id = invited.person_id
    join sign_in.user_account as account on account.id = person.account_id
    where meeting.state = 'circulated' and not exists (select 1 from meetings.approval as approval
      where approval.meeting_id = meeting.id and approval.person_id = person.id) order by account.email`)
  expect(waiting.map(({ email }) => email)).toEqual([
    'forening@samvirk.test',
    'kommune@samvirk.test',
    'politi@samvirk.test',
  ])
  expect(await count('(select distinct title from meetings.item) as titles')).toBeGreaterThan(80)
})

test('every view of the list has something in it', async () => {
  const rows = (await listed()).map((row) => ({ ...row, oneSided: 0 }))
  expect(rows.filter(views.meetings).length).toBeGreaterThan(3)
  expect(rows.filter(views.law).length).toBeGreaterThan(3)
  expect(rows.reduce((total, { vacant }) => total + vacant, 0)).toBe(6)
  expect(rows.filter(({ status }) => status === 'paused')).toHaveLength(1)
  expect(rows.filter(({ nextMeeting }) => nextMeeting !== null).length).toBeGreaterThan(5)
})

test('interfaces are mutual, one-sided and without anybody in the register', async () => {
  const rows = await readAs(database.db, identity(), (trx) => listInterfaces(trx, 'mvsj'))
  const said = new Set(rows.map(({ from, to }) => `${from}>${String(to)}`))
  const mutual = rows.filter(({ from, to }) => to !== null && said.has(`${to}>${from}`))
  const oneSided = rows.filter(({ from, to }) => to !== null && !said.has(`${to}>${from}`))
  expect(mutual.length).toBeGreaterThanOrEqual(6)
  expect(oneSided.length).toBeGreaterThanOrEqual(4)
  expect(rows.filter(({ confidence }) => confidence === 'none').length).toBeGreaterThanOrEqual(2)
  expect(rows.filter(({ confidence }) => confidence === 'check').length).toBeGreaterThanOrEqual(1)
})

test('terms have run out, tenures have changed hands, and a seat has ended', async () => {
  expect(await count(`fora.seat where term_ends < '2026-11-20'`)).toBeGreaterThan(0)
  expect(await count('people.tenure where valid_to is not null')).toBeGreaterThan(8)
  expect(await count('fora.seat where valid_to is not null')).toBe(1)
  expect(await count(`people.tenure where valid_from = '2026-01-01'`)).toBe(4)
  expect(await count(`fora.legal_reference where checked_on < '2025-11-20' or checked_on is null`)).toBeGreaterThan(3)
})

test('the register can be shown as it stood: fewer fora and other words last year', async () => {
  const before = await readAs(
    database.db,
    identity(),
    (trx) => listFora(trx, { district: 'mvsj', day: day('2025-06-01'), words: '', organisationId: null }),
    new Date('2025-06-01T12:00:00Z'),
  )
  expect(before).toHaveLength(53 + 3)
  expect(before.find(({ name }) => name === 'Banderåd')?.cadence).toBe('2')
  expect((await listed()).find(({ name }) => name === 'Banderåd')?.cadence).toBe('4')
})

test('each account is the person it stands for', async () => {
  const seats = await asOwner(`
    select person.email, count(distinct seat.forum_id)::int as fora, bool_or(seat.role = 'chair' and forum.name = 'Lokalrådet i Holbæk') as leads
    from people.person left join people.tenure on tenure.person_id = person.id and tenure.valid_to is null
    join fora.seat on seat.person_id = person.id or seat.office_id = tenure.office_id
    join fora.forum on forum.id = seat.forum_id
    where person.account_id is not null group by person.email order by person.email`)
  const of = (email: string) => seats.find((row) => row['email'] === email)
  expect(of('medlem@samvirk.test')?.['fora']).toBe(1)
  expect(of('formand@samvirk.test')?.['leads']).toBe(true)
  expect(of('borgmester@samvirk.test')?.['fora']).toBe(2)
  expect(await count('sign_in.user_account')).toBe(demoAccounts.length)
  expect(await count(`people.role_grant where role = 'secretariat'`)).toBe(2)
})

test('nobody real: no number that looks like a CPR number, no address that could be delivered to', async () => {
  const texts = await allTexts()
  expect(texts.length).toBeGreaterThan(500)
  // Ids, moments and checksums are not free text.
  const free = texts.map((text) =>
    text.replaceAll(/"(?:[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,64}|\d{4}-\d{2}-\d{2}T[^"]*)"/g, '""'),
  )
  expect(free.filter(looksLikeCpr)).toEqual([])
  const addresses = texts.flatMap((text) => text.match(/[\w.æøå-]+@[\w.-]+/g) ?? [])
  expect(addresses.length).toBeGreaterThan(80)
  expect(addresses.filter((address) => !/\.(example|test)$/.test(address))).toEqual([])
})

test('what happened is in the log, and the log holds', async () => {
  const { broken } = await readAs(database.db, programIdentity('test', '*'), verifyChains)
  expect(broken).toEqual([])
  const actions = await asOwner(`select distinct action from audit.entry where district = 'mvsj'`)
  for (const action of [
    'forum.created',
    'forum.changed',
    'forum.status',
    'forum.reviewed',
    'office.holderChanged',
    'office.vacated',
    'seat.ended',
    'demo.loaded',
  ])
    expect(actions).toContainEqual({ action })
})

test('a database that is in use is left alone', async () => {
  const before = await count('fora.forum')
  expect(await load()).toBe(false)
  expect(await count('fora.forum')).toBe(before)
})

test.each(['2026-01-01T00:30:00Z', '2028-02-29T12:00:00Z', '2026-07-04T12:00:00Z'])(
  'it can be laid round any day: %s',
  async (moment) => {
    await fresh()
    await load(() => new Date(moment))
    const rows = await listed(dayOf(new Date(moment)))
    expect(rows.reduce((total, { vacant }) => total + vacant, 0)).toBe(6)
    expect(await count(`meetings.outcome where decision = ''`)).toBe(0)
    expect(await count(`meetings.meeting where state = 'circulated'`)).toBeGreaterThan(0)
    // Nothing is recorded in the future.
    expect(await count(`meetings.meeting where held_at > '${moment}' or cancelled_at > '${moment}'`)).toBe(0)
    expect(await count(`fora.forum where recorded_from > '${moment}'`)).toBe(0)
    expect(await count(`people.tenure where recorded_from > '${moment}'`)).toBe(0)
  },
)

test('a load that was broken off after the accounts is taken up again', async () => {
  await fresh()
  const signIn = signInOn(database)
  const made = await signIn.createAccount({
    email: 'admin@samvirk.test',
    name: 'Alma Eksempel',
    password: 'samvirk-demo-2026',
  })
  expect(made).toHaveProperty('accountId')
  expect(await load()).toBe(true)
  expect(await count('sign_in.user_account')).toBe(demoAccounts.length)
})
