import { expect, test } from 'vitest'
import { day } from '../../base/time.ts'
import { digestDay, isMailTime, reminderDue } from './rules.ts'

test('mails of this kind wait for the morning of a working day, by the clock on the wall', () => {
  expect(isMailTime(new Date('2026-03-12T05:59:00Z'))).toBe(false)
  expect(isMailTime(new Date('2026-03-12T06:00:00Z'))).toBe(true)
  // Summer time: seven o'clock comes an hour earlier.
  expect(isMailTime(new Date('2026-04-01T05:00:00Z'))).toBe(true)
  expect(isMailTime(new Date('2026-04-01T04:59:00Z'))).toBe(false)
  expect(isMailTime(new Date('2026-03-14T10:00:00Z'))).toBe(false)
  expect(isMailTime(new Date('2026-03-15T10:00:00Z'))).toBe(false)
})

test.each([
  ['Skærtorsdag', '2026-04-02'],
  ['Langfredag', '2026-04-03'],
  ['2. påskedag', '2026-04-06'],
  ['Kristi himmelfartsdag', '2026-05-14'],
  ['2. pinsedag', '2026-05-25'],
  ['Grundlovsdag', '2026-06-05'],
  ['juleaften', '2026-12-24'],
  ['juledag', '2026-12-25'],
  ['nytårsaften', '2026-12-31'],
  ['nytårsdag', '2027-01-01'],
])('no mail of this kind goes out on %s', (_, onDay) => {
  expect(isMailTime(new Date(`${onDay}T11:00:00Z`))).toBe(false)
})

test('a weekly digest belongs to the Monday of its week', () => {
  for (const moment of ['2026-03-09T06:00:00Z', '2026-03-12T10:00:00Z', '2026-03-15T22:30:00Z'])
    expect(digestDay('weekly', new Date(moment))).toBe('2026-03-09')
  expect(digestDay('weekly', new Date('2026-03-15T23:30:00Z'))).toBe('2026-03-16')
  expect(digestDay('daily', new Date('2026-03-12T10:00:00Z'))).toBe('2026-03-12')
})

test('a reminder of Maundy Thursday is sent on the Tuesday after Easter', () => {
  const task = { dueOn: day('2026-04-09'), madeOn: day('2026-02-05') }
  expect(reminderDue(task, day('2026-04-07'))).toBe('2026-04-02')
})

test('a reminder that fell on a weekend is sent on Monday, and none from before the task was made', () => {
  const madeOn = day('2026-02-05')
  expect(reminderDue({ dueOn: day('2026-03-13'), madeOn }, day('2026-03-12'))).toBe('2026-03-12')
  expect(reminderDue({ dueOn: day('2026-03-15'), madeOn }, day('2026-03-16'))).toBe('2026-03-16')
  expect(reminderDue({ dueOn: day('2026-03-21'), madeOn }, day('2026-03-16'))).toBe('2026-03-14')
  expect(reminderDue({ dueOn: day('2026-03-21'), madeOn: day('2026-03-15') }, day('2026-03-16'))).toBeNull()
  expect(reminderDue({ dueOn: day('2026-03-30'), madeOn }, day('2026-03-16'))).toBeNull()
})
