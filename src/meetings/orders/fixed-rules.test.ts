import { expect, test } from 'vitest'
import { afterAction, inWrittenOrder, mostItems } from './fixed-rules.ts'

const rows = (...places: string[]) => places.map((plads, index) => ({ plads, name: 'abcdef'[index] }))
const order = (...places: string[]) =>
  inWrittenOrder(rows(...places))
    .map(({ name }) => name)
    .join('')

test('rows stand where their numbers say', () => {
  expect(order('1', '2', '3')).toBe('abc')
  expect(order('3', '2', '3')).toBe('bca')
  expect(order('1', '2', '1')).toBe('cab')
  expect(order('1', '3', '3', '4')).toBe('acbd')
})

test('a number that is none leaves the row where it is', () => {
  expect(order('x', '2', '')).toBe('abc')
})

test('the buttons move, remove and add a row', () => {
  expect(afterAction(['a', 'b', 'c'], 'op-2', '')).toEqual(['b', 'a', 'c'])
  expect(afterAction(['a', 'b', 'c'], 'ned-2', '')).toEqual(['a', 'c', 'b'])
  expect(afterAction(['a', 'b', 'c'], 'op-1', '')).toEqual(['a', 'b', 'c'])
  expect(afterAction(['a', 'b', 'c'], 'fjern-1', '')).toEqual(['b', 'c'])
  expect(afterAction(['a'], 'tilfoej', '')).toEqual(['a', ''])
})

test('a button that does not exist does nothing', () => {
  expect(afterAction(['a'], 'gem', '')).toBeNull()
  expect(afterAction(['a'], 'op-7', '')).toBeNull()
  expect(afterAction(['a'], 'op-0', '')).toBeNull()
})

test('there is an end to how many there can be', () => {
  const many = Array.from({ length: mostItems }, () => 'a')
  expect(afterAction(many, 'tilfoej', '')).toHaveLength(mostItems)
})
