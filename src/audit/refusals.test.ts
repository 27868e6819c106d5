import { expect, test } from 'vitest'
import { refusalCounter, writtenAs } from './refusals.ts'

const noon = new Date('2026-03-12T12:00:00Z')
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

test('the first twenty refusals of a sender are rows, and a thousand add a handful of counts', () => {
  const written = Array.from({ length: 1000 }, (_, index) => writtenAs(index + 1))
  expect(written.slice(0, 20).every((one) => one === 'row')).toBe(true)
  const counted = written.flatMap((one, index) => (one === 'count' ? [index + 1] : []))
  expect(counted).toEqual([40, 80, 160, 320, 640])
  expect(written.filter((one) => one === 'row')).toHaveLength(20)
})

test('each sender is counted by itself, anew each hour', () => {
  const count = refusalCounter()
  expect([count('203.0.113.7', noon), count('203.0.113.7', minutesLater(59)), count('203.0.113.8', noon)]).toEqual([
    1, 2, 1,
  ])
  expect(count('203.0.113.7', minutesLater(60))).toBe(1)
})

test('ten thousand other senders push out the one that was silent longest', () => {
  const count = refusalCounter()
  count('first', noon)
  count('second', noon)
  for (let number = 0; number < 9_999; number += 1) count(`n${String(number)}`, noon)
  expect(count('second', noon)).toBe(2)
  expect(count('first', noon)).toBe(1)
})
