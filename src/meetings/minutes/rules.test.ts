import { describe, expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import {
  approversOf,
  gapsOf,
  type HeldSeat,
  isApprovedByAll,
  isPast,
  mayRead,
  type Minutes,
  type MinutesItem,
  missingOf,
  publishableTo,
  theOpenPart,
} from './rules.ts'

const seat = (id: string, holderId: string | null, role = 'member'): HeldSeat => ({
  id,
  role,
  label: `Embede ${id}`,
  holderId,
  holderName: holderId,
})

describe('who approves', () => {
  test('are those who held a member’s seat on the day, each once', () => {
    const seats = [
      seat('1', 'ane', 'chair'),
      seat('2', 'bo'),
      seat('3', 'ane'),
      seat('4', 'carl', 'observer'),
      seat('5', 'dorte', 'secretary'),
      seat('6', 'egon', 'deputy'),
      seat('7', null),
    ]
    expect(approversOf(seats, seats).map(({ personId }) => personId)).toEqual(['ane', 'bo'])
  })

  test('a seat whose holder has left the forum is spoken for by its holder today', () => {
    const then = [seat('1', 'ane'), seat('2', 'bo')]
    expect(approversOf(then, [seat('1', 'ny'), seat('2', 'bo')]).map(({ personId }) => personId)).toEqual(['ny', 'bo'])
    expect(approversOf(then, [seat('2', 'bo')]).map(({ personId }) => personId)).toEqual(['bo'])
    // One who only moved to another seat still approves for the day they sat there.
    expect(
      approversOf(then, [seat('1', 'ny'), seat('9', 'ane'), seat('2', 'bo')]).map(({ personId }) => personId),
    ).toEqual(['ane', 'bo'])
  })

  test('nobody is not everybody', () => {
    expect(isApprovedByAll([], [])).toBe(false)
    const [ane] = approversOf([seat('1', 'ane')], [seat('1', 'ane')])
    const approval = { personId: 'ane', name: 'ane', at: new Date(0), changed: [], changedItems: [] }
    expect(ane && missingOf([ane], [approval])).toEqual([])
    // One that is of an older text is asked for again.
    expect(ane && missingOf([ane], [{ ...approval, changed: ['attendance'] }])).toEqual([ane])
  })
})

test('the last day counts', () => {
  expect(isPast(day('2026-03-24'), day('2026-03-24'))).toBe(false)
  expect(isPast(day('2026-03-24'), day('2026-03-25'))).toBe(true)
  expect(isPast(null, day('2026-03-25'))).toBe(false)
})

test('minutes are never opened further than their forum', () => {
  expect(publishableTo('closed')).toEqual([])
  expect(publishableTo('partners')).toEqual(['partners'])
  expect(publishableTo('public')).toEqual(['partners', 'public'])
})

test('who reads depends on the state and on what they are to the meeting', () => {
  const nobody = { everything: false, sits: false, published: false }
  const states = ['draft', 'summoned', 'held', 'circulated', 'approved', 'published', 'cancelled'] as const
  const readable = (standing: Partial<typeof nobody>) =>
    states.filter((state) => mayRead(state, { ...nobody, ...standing }))
  expect(readable({})).toEqual([])
  expect(readable({ sits: true })).toEqual(['circulated', 'approved', 'published'])
  expect(readable({ everything: true })).toEqual(['held', 'circulated', 'approved', 'published'])
})

const item = (part: Partial<MinutesItem>): MinutesItem => ({
  id: 'a',
  number: 1,
  section: '',
  title: 'Punkt',
  kind: 'decision',
  presenter: '',
  body: '',
  recommendation: '',
  openness: 'open',
  ground: null,
  outcome: 'decided',
  decision: 'Ja',
  discussion: '',
  statements: [],
  votes: [],
  ...part,
})
const minutes: Minutes = {
  attendance: [
    { name: 'Ane', label: '', capacity: 'guest', role: null, deputyFor: '', status: 'present', itemNumber: 2 },
    { name: 'Bo', label: '', capacity: 'member', role: 'member', deputyFor: '', status: 'apologies', itemNumber: null },
  ],
  entries: [
    item({}),
    item({ id: 'b', number: 2, openness: 'closed', ground: 'Økonomi', outcome: null }),
    item({ id: 'c', number: 3, decision: '' }),
  ],
  tasks: [
    { itemId: 'a', itemNumber: 1, title: 'Åben', owner: '', dueOn: day('2026-05-01') },
    { itemId: 'b', itemNumber: 2, title: 'Lukket', owner: '', dueOn: day('2026-05-01') },
  ],
  addenda: (['open', 'closed'] as const).flatMap((openness) =>
    [null, 'a', 'b'].map((itemId, index) => ({
      id: `${openness}${String(index)}`,
      number: index + 1,
      itemId,
      itemNumber: null,
      words: '',
      openness,
      by: '',
      at: new Date(0),
    })),
  ),
}

test('the open part has no closed item, no guest of one, none of its action points or corrections', () => {
  const open = theOpenPart(minutes)
  expect(open.entries[1]).toEqual({ number: 2, ground: 'Økonomi' })
  expect(open.attendance.map(({ name }) => name)).toEqual(['Bo'])
  expect(open.tasks.map(({ title }) => title)).toEqual(['Åben'])
  expect(open.addenda.map(({ id }) => id)).toEqual(['open0', 'open1'])
  expect(theOpenPart(open)).toEqual(open)
})

test('what is missing before the minutes go out is named by number', () => {
  expect(gapsOf(minutes)).toEqual({ noOutcome: [2], noWords: [3], noAttendance: true })
})
