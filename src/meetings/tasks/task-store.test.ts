import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { anExclusion, aPerson } from '../../../test/builders.ts'
import { asOwner, emptied, identity } from '../../../test/db.ts'
import { day } from '../../base/time.ts'
import type { Database } from '../../db/db.ts'
import { type Identity, readAs, transact } from '../../db/tx.ts'
import { addTask, isKeptOut, listOpenTasksOfForum, listTasksOfMeeting } from './task-store.ts'
import { aForumWithTasks } from './tasks.fixture.ts'

let database: Database
let made: Awaited<ReturnType<typeof aForumWithTasks>>
const now = new Date('2026-03-12T10:00:00Z')

const lead = (): Identity =>
  identity({ account: 'formand', reach: 'member', writes: false, fora: [made.forumId], leads: [made.forumId] })
const owner = (): Identity =>
  identity({ account: 'udenfor', reach: 'public', writes: false, person: made.outsider, fora: [] })

const hand = (who: Identity, version = 1): Promise<boolean> =>
  transact(database.db, who, now, async (trx) => {
    const { rows } = await sql<{ done: boolean }>`
      select meetings.hand_task(${made.closedTask}, ${version}, ${made.member.person}, null) as done`.execute(trx)
    return rows[0]?.done ?? false
  })

beforeEach(async () => {
  database = await emptied()
  made = await aForumWithTasks()
})

test('a new task belongs to one owner, who is told; of an office its holder today', async () => {
  const item = { id: made.openItem, forumId: made.forumId, meetingId: made.meetingId, matterId: made.openItem }
  const task = { item, title: 'Ny opgave', dueOn: day('2026-04-01'), createdBy: 'Ane' }
  const id = await transact(database.db, lead(), now, async (trx) => {
    await addTask(trx, 'mvsj', { ...task, ownerPersonId: made.outsider })
    return addTask(trx, 'mvsj', { ...task, ownerOfficeId: made.member.office })
  })
  const told = await asOwner(`select person_id, subject_id from notices.notice where kind = 'taskGiven'`)
  expect(told.map(({ person_id }) => person_id).toSorted()).toEqual([made.outsider, made.member.person].toSorted())
  expect(told).toContainEqual({ person_id: made.member.person, subject_id: id })
  const found = await readAs(database.db, lead(), (trx) =>
    listTasksOfMeeting(trx, 'mvsj', made.meetingId, '2026-03-12'),
  )
  expect(found.find((one) => one.id === id)).toMatchObject({
    ownerName: 'Embede for medlem',
    holderName: 'Navn på medlem',
    state: 'notBegun',
    stateSince: '2026-03-12',
    itemNumber: 1,
  })
})

test('what is finished is no longer among the open ones of the forum', async () => {
  const open = () => readAs(database.db, lead(), (trx) => listOpenTasksOfForum(trx, 'mvsj', made.forumId))
  expect((await open()).map(({ title }) => title)).toEqual(['Tal for nattelivet', 'Skriv beredskabsnotat'])
  await asOwner(`update meetings.action_point set state = 'done' where id = $1`, [made.openTask])
  await asOwner(`update meetings.action_point set state = 'dropped' where id = $1`, [made.closedTask])
  expect(await open()).toEqual([])
})

test('the database lets the owner and those in charge hand a task over, and nobody else', async () => {
  const stranger = identity({ account: 'fremmed', reach: 'partner', writes: false, person: await aPerson('Fremmed') })
  const member = { ...lead(), leads: [] }
  const auditor = identity({ account: 'auditor', reach: 'all', writes: false })
  for (const who of [stranger, member, auditor]) expect(await hand(who)).toBe(false)
  expect(await hand({ ...owner(), district: 'ns' })).toBe(false)
  expect(await hand(owner(), 2)).toBe(false)
  expect(await hand(owner())).toBe(true)
  expect(await hand(owner(), 2)).toBe(false)
  expect(await hand(lead(), 2)).toBe(true)
})

test('one who is kept out of the item can neither see nor hand over its task, even as its owner', async () => {
  await anExclusion(made.closedItem, made.outsider)
  expect(await hand(owner())).toBe(false)
  const seen = await readAs(database.db, owner(), (trx) =>
    trx.selectFrom('meetings.action_point').select('title').execute(),
  )
  expect(seen).toEqual([])
})

test('nobody is given a task of an item that they are kept out of, and an office neither while such a one holds it', async () => {
  await anExclusion(made.openItem, made.outsider)
  await anExclusion(made.openItem, made.member.person)
  const item = { id: made.openItem, forumId: made.forumId, meetingId: made.meetingId, matterId: made.openItem }
  for (const owner of [{ ownerPersonId: made.outsider }, { ownerOfficeId: made.member.office }]) {
    const give = transact(database.db, lead(), now, (trx) =>
      addTask(trx, 'mvsj', { ...owner, item, title: 'Ny', dueOn: day('2026-04-01'), createdBy: 'Ane' }),
    )
    await expect(give).rejects.toMatchObject({ constraint: 'owner_kept_out' })
    const out = (today: string) =>
      readAs(database.db, lead(), (trx) => isKeptOut(trx, made.openItem, owner, day(today)))
    expect(await out('2026-03-12')).toBe(true)
    // Nobody held the office that long ago.
    expect(await out('2000-01-01')).toBe('ownerPersonId' in owner)
  }
  await anExclusion(made.closedItem, made.member.person)
  expect(await hand(lead())).toBe(false)
})

test('a task has exactly one owner', async () => {
  for (const owners of ['null, null', `'${made.outsider}', '${made.member.office}'`]) {
    const [person, office] = owners.split(', ')
    await expect(
      asOwner(`update meetings.action_point set owner_person_id = ${person ?? ''}, owner_office_id = ${office ?? ''}`),
    ).rejects.toMatchObject({ code: '23514' })
  }
})
