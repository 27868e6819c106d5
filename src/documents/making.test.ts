import { expect, test } from 'vitest'
import { Busy } from '../base/errors.ts'
import { gate, keeping, through } from './making.ts'

/** A piece of work that ends when it is told to. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  return { work: () => promise, end: resolve }
}

test('a gate lets some run and some wait, and refuses the rest at once', async () => {
  const enter = gate(1, 1)
  const [first, second] = [held(), held()]
  const running = through(enter, first.work)
  const waiting = through(enter, second.work)
  await expect(through(enter, () => Promise.resolve('for meget'))).rejects.toThrow(Busy)
  first.end('første')
  expect(await running).toBe('første')
  second.end('anden')
  expect(await waiting).toBe('anden')
  expect(await through(enter, () => Promise.resolve('igen'))).toBe('igen')
})

test('work that fails leaves its place to others', async () => {
  const enter = gate(1, 0)
  await expect(through(enter, () => Promise.reject(new Error('galt')))).rejects.toThrow('galt')
  expect(await through(enter, () => Promise.resolve('bagefter'))).toBe('bagefter')
})

const counted = (bytes: number, largest = bytes) => {
  const keep = keeping<Uint8Array>({ most: bytes, largest, sizeOf: ({ length }) => length })
  let made = 0
  const make = (key: string, size: number) =>
    keep(key, () => {
      made += 1
      return Promise.resolve(new Uint8Array(size))
    })
  return { make, made: () => made }
}

test('a place that is given back twice is one place', async () => {
  const enter = gate(1, 0)
  const leave = await enter()
  leave()
  leave()
  await enter()
  await expect(enter()).rejects.toThrow(Busy)
})

test('the same is made once, also when two ask at the same time', async () => {
  const { make, made } = counted(10)
  const both = await Promise.all([make('a', 5), make('a', 5)])
  expect(both[0]).toBe(both[1])
  expect(await make('a', 5)).toBe(both[0])
  expect(made()).toBe(1)
})

test('no more is kept than there is room for, the oldest goes first, and the largest not at all', async () => {
  const { make, made } = counted(10, 6)
  await make('a', 5)
  await make('b', 5)
  await make('a', 5)
  await make('c', 5)
  expect(made()).toBe(3)
  await make('a', 5)
  expect(made()).toBe(3)
  await make('b', 5)
  expect(made()).toBe(4)
  await make('stor', 7)
  await make('stor', 7)
  expect(made()).toBe(6)
})

test('what failed is made anew', async () => {
  const keep = keeping<Uint8Array>({ most: 10, largest: 10, sizeOf: ({ length }) => length })
  await expect(keep('a', () => Promise.reject(new Error('galt')))).rejects.toThrow('galt')
  expect(await keep('a', () => Promise.resolve(new Uint8Array(1)))).toHaveLength(1)
})
