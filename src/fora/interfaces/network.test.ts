import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { losesItsLink, mutualPairs, oneSided, type Statement } from './rules.ts'

const says = (from: string, to: string | null): Statement => ({
  id: `${from}>${to ?? '?'}`,
  from,
  to,
  words: to ?? 'SSP',
})
const ids = (statements: readonly Statement[]) => statements.map((statement) => statement.id)

const statements = [says('a', 'b'), says('b', 'a'), says('c', 'a'), says('a', null), says('d', 'd'), says('b', 'a')]

test('one-sided: A names B while B does not name A', () => {
  expect(ids(oneSided(statements))).toEqual(['c>a'])
  expect(oneSided([])).toEqual([])
})

test('pairs that name each other are counted once', () => {
  expect(mutualPairs(statements)).toEqual([{ a: 'a', b: 'b' }])
})

describe('when a forum closes', () => {
  const star = [says('a', 'hub'), says('hub', 'b'), says('c', 'hub'), says('c', 'b')]

  test('those who were tied to it alone lose their link', () => {
    expect(losesItsLink(star, [], 'hub')).toEqual(['a'])
  })

  test('shared members are a link; none in common are not', () => {
    expect(losesItsLink(star, [{ a: 'a', b: 'c', count: 1 }], 'hub')).toEqual([])
    expect(losesItsLink(star, [{ a: 'a', b: 'c', count: 0 }], 'hub')).toEqual(['a'])
    expect(losesItsLink([], [{ a: 'x', b: 'hub', count: 2 }], 'hub')).toEqual(['x'])
  })

  test('a small circle is cut off from the larger one', () => {
    const circles = [...star, says('d', 'hub'), says('d', 'e'), says('b', 'f')]
    expect(losesItsLink(circles, [], 'hub').toSorted()).toEqual(['a', 'd', 'e'])
  })

  test('two circles of the same size both lose', () => {
    const circles = [says('a', 'hub'), says('a', 'b'), says('hub', 'c'), says('c', 'd')]
    expect(losesItsLink(circles, [], 'hub').toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('statements to nobody or itself are no link', () => {
    expect(losesItsLink([says('a', 'hub'), says('a', 'a'), says('a', null)], [], 'hub')).toEqual(['a'])
    expect(losesItsLink(star, [], 'unknown')).toEqual([])
  })
})

const name = fc.constantFrom(...'a b c d e f g h'.split(' '))
const statement = fc.tuple(name, fc.option(name)).map(([from, to]) => says(from, to))

test('each matched statement is one-sided or in a pair; a forum left without any link is named', () => {
  fc.assert(
    fc.property(fc.array(statement), name, (some, closing) => {
      const pairs = mutualPairs(some).map(({ a, b }) => [a, b].toSorted().join(''))
      const sided = oneSided(some)
      for (const one of some) {
        if (one.to === null || one.to === one.from) continue
        expect(pairs.includes([one.from, one.to].toSorted().join(''))).toBe(!sided.includes(one))
      }
      expect(new Set(pairs).size).toBe(pairs.length)
      const lost = losesItsLink(some, [], closing)
      const links = some.filter(({ from, to }) => to !== null && from !== to)
      for (const forum of 'abcdefgh') {
        const own = links.filter(({ from, to }) => from === forum || to === forum)
        const isLeftAlone = own.length > 0 && own.every(({ from, to }) => from === closing || to === closing)
        if (forum !== closing && isLeftAlone) expect(lost).toContain(forum)
      }
      expect(lost).not.toContain(closing)
    }),
  )
})
