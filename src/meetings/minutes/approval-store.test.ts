import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { asOwner, identity } from '../../../test/db.ts'
import type { Trx } from '../../db/db.ts'
import { readAs, transact } from '../../db/tx.ts'
import { lockItem, saveOutcome } from '../hold/outcome-store.ts'
import { addApproval, findMark, listApprovals } from './approval-store.ts'
import { concludeApproval } from './conclude.ts'
import { aHeldMeeting } from './minutes.fixture.ts'

let world: Awaited<ReturnType<typeof aHeldMeeting>>
const now = new Date('2026-03-12T12:00:00Z')

beforeEach(async () => {
  world = await aHeldMeeting()
  await world.circulate()
})

const approve = (person: string) =>
  transact(world.database.db, identity({ person, fora: [world.forumId], reach: 'member', writes: false }), now, (trx) =>
    addApproval(trx, 'mvsj', { id: world.meetingId, forumId: world.forumId }, { personId: person, name: 'Prøve' }),
  )
const approvals = (excludedPerson: string | null = null) =>
  readAs(world.database.db, identity({ person: excludedPerson }), (trx) => listApprovals(trx, 'mvsj', world.meetingId))
const change = <R>(work: (trx: Trx) => Promise<R>) => transact(world.database.db, identity(), now, work)

describe('an approval is of the minutes as they are printed', () => {
  test.each([
    [[], ['attendance'], `update meetings.attendance set status = 'absent' where name = 'koege Prøve'`],
    [[], ['attendance'], `update meetings.attendance set role = 'chair' where name = 'chef Prøve'`],
    [[], ['meeting'], `update meetings.meeting set place = 'Rettet'`],
    [[], ['meeting'], `update fora.forum set name = 'Rettet'`],
    [[1], [], `update meetings.outcome set decision = 'Rettet' where decision like 'Der sættes%'`],
    [[1], [], `update meetings.outcome set discussion = 'Rettet' where decision like 'Der sættes%'`],
    [[1], [], `update meetings.outcome set kind = 'noted' where decision like 'Der sættes%'`],
    [[1], [], `update meetings.vote set vote = 'abstaining' where name = 'greve Prøve'`],
    [[1], [], `delete from meetings.vote where name = 'greve Prøve'`],
    [[1], [], `update meetings.statement set remark = 'Rettet' where remark = 'Gerne i år.'`],
    [[1], [], `update meetings.item set recommendation = 'Rettet' where title = 'Lys på stien'`],
    [[1], [], `update meetings.item set presenter = 'Rettet' where title = 'Lys på stien'`],
    [[1], [], `update meetings.action_point set due_on = '2027-01-01' where title = 'Indhent tilbud'`],
    [[2], [], `delete from meetings.attendance where name = 'HEMMELIGGÆST'`],
    [[2], [], `update meetings.item set openness = 'open' where title = 'HEMMELIGTITEL'`],
    [[1, 2], [], `update meetings.item set position = 3 - position where title in ('Lys på stien', 'HEMMELIGTITEL')`],
  ])('corrected in items %j and in %j: %s', async (items, others, correction) => {
    await approve(world.people.koege.person)
    expect(await approvals()).toMatchObject([{ changed: [], changedItems: [] }])
    await asOwner(correction)
    const [approval] = await approvals()
    expect(approval?.changedItems).toEqual(items)
    expect(approval?.changed.filter((part) => part === 'meeting' || part === 'attendance')).toEqual(others)
    expect(approval?.changed).toHaveLength(items.length + others.length)
  })

  test('a second one of the same text is none, and one of a corrected text takes its place', async () => {
    const { person } = world.people.koege
    const mark = () => readAs(world.database.db, identity(), (trx) => findMark(trx, 'mvsj', world.meetingId, person))
    const first = await mark()
    expect(await approve(person)).toBe(first)
    expect(await approve(person)).toBeNull()
    await asOwner(`update meetings.outcome set decision = 'Rettet' where item_id = $1`, [world.items.open])
    expect(await mark()).not.toBe(first)
    expect(await approve(person)).toBe(await mark())
    expect(await approvals()).toHaveLength(1)
  })

  test('what a reader is kept out of is not told as corrected, and not asked of one who is kept out', async () => {
    const { koege, greve } = world.people
    for (const { person } of [koege, greve]) await approve(person)
    await asOwner(`update meetings.outcome set decision = 'Rettet' where item_id = $1`, [world.items.kept])
    const changed = await approvals()
    expect(changed.find(({ personId }) => personId === koege.person)?.changedItems).toEqual([3])
    expect(changed.find(({ personId }) => personId === greve.person)?.changedItems).toEqual([])
    expect((await approvals(greve.person)).map(({ changed }) => changed)).toEqual([[], []])
  })
})

describe('a correction and the last approval in the same moment', () => {
  /** Rewrites the decision of the open item, and stays a while before the transaction ends. */
  const correct = (stayMs: number) =>
    change(async (trx) => {
      await lockItem(trx, 'mvsj', world.items.open)
      const item = { id: world.items.open, forumId: world.forumId, meetingId: world.meetingId }
      const by = 'Ane Eksempel'
      const done = await saveOutcome(
        trx,
        'mvsj',
        { item, version: 1, decidedOn: '2026-03-05', by },
        { kind: 'decided', decision: 'Rettet', discussion: '' },
      )
      await setTimeout(stayMs)
      return done
    })
  const conclude = (stayMs: number) =>
    change(async (trx) => {
      const done = await concludeApproval(trx, 'mvsj', world.meetingId, now)
      await setTimeout(stayMs)
      return done
    })
  const decision = async () =>
    (await asOwner(`select decision from meetings.outcome where item_id = $1`, [world.items.open]))[0]?.['decision']

  beforeEach(async () => {
    for (const { person } of [world.people.chef, world.people.koege, world.people.greve]) await approve(person)
  })

  test('whoever corrects first is waited for, and the old approvals do not lock the new text', async () => {
    const correcting = correct(400)
    await setTimeout(150)
    expect(await conclude(0)).toBe(false)
    expect(await correcting).toBe(true)
    expect(await world.stateNow()).toMatchObject({ state: 'circulated' })
    expect(await decision()).toBe('Rettet')
  })

  test('whoever approves first is waited for, and the correction is refused', async () => {
    const concluding = conclude(400)
    await setTimeout(150)
    await expect(correct(0)).rejects.toMatchObject({ constraint: 'minutes_locked' })
    expect(await concluding).toBe(true)
    expect(await world.stateNow()).toMatchObject({ state: 'approved', approved_how: 'all' })
    expect(await decision()).toBe('Der sættes lys op inden oktober.')
  })

  test('neither waits for the other without end, however often', async () => {
    for (let round = 0; round < 5; round += 1) {
      const outcomes = await Promise.allSettled([correct(20), conclude(20), correct(0), conclude(0)])
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ constraint: 'minutes_locked' })
    }
  })
})
