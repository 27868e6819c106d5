import { expect, test } from 'vitest'
import { addDays, day } from '../../base/time.ts'
import { daysLate, isReminderDay, needsWords } from './rules.ts'

const due = day('2026-03-29')

test('a task is late from the day after its deadline, also over the change to summer time, until it is finished', () => {
  expect(daysLate({ state: 'notBegun', dueOn: due }, due)).toBe(0)
  expect(daysLate({ state: 'notBegun', dueOn: due }, addDays(due, -3))).toBe(0)
  expect(daysLate({ state: 'onTrack', dueOn: due }, addDays(due, 1))).toBe(1)
  expect(daysLate({ state: 'atRisk', dueOn: due }, day('2026-04-27'))).toBe(29)
  expect(daysLate({ state: 'done', dueOn: due }, addDays(due, 9))).toBe(0)
  expect(daysLate({ state: 'dropped', dueOn: due }, addDays(due, 9))).toBe(0)
})

test('an owner is reminded a week and a day before, the day after, and then weekly', () => {
  const days = Array.from({ length: 40 }, (_, index) => index - 12).filter((offset) =>
    isReminderDay(due, addDays(due, offset)),
  )
  expect(days).toEqual([-7, -1, 1, 8, 15, 22])
})

test('the owner must write themselves when no sentence fits and when a task is dropped', () => {
  expect(needsWords('onTrack', 'nothingNew')).toBe(false)
  expect(needsWords('onTrack', 'own')).toBe(true)
  expect(needsWords('dropped', 'nothingNew')).toBe(true)
})
