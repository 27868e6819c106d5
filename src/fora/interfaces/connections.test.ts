import { describe, expect, test } from 'vitest'
import { networkOf } from './connections.ts'
import { choose, graphOf, losers, type NetworkChoice, ownFirst, subjectOf, untied } from './network-selection.ts'
import type { NetworkForum, NetworkGroup } from './network-store.ts'
import type { InterfaceRow } from './store.ts'

const forum = (id: string, part: Partial<NetworkForum> = {}): NetworkForum => ({
  id,
  slug: id,
  name: id,
  sortName: id,
  kind: 'standing',
  level: 'tactical',
  categoryNumber: 1,
  categoryName: 'Beredskab',
  municipalityCode: null,
  groupId: null,
  cadence: 'Mindst 4',
  ...part,
})
const group = (id: string): NetworkGroup => ({
  id,
  name: id,
  sortName: id,
  categoryNumber: 1,
  categoryName: 'Beredskab',
})

const says = (from: string, to: string | null, part: Partial<InterfaceRow> = {}): InterfaceRow => ({
  id: `${from}>${to ?? '?'}`,
  words: to ?? 'SSP',
  confidence: 'sure',
  fromForumId: from,
  fromGroupId: null,
  toForumId: to,
  toGroupId: null,
  from,
  to,
  fromName: from,
  toName: to,
  fromSlug: from,
  toSlug: to,
  version: 1,
  ...part,
})

const everything: NetworkChoice = {
  category: null,
  level: null,
  municipality: null,
  kind: null,
  sharedFrom: null,
  body: null,
  closing: null,
  all: false,
}
const lines = (network: ReturnType<typeof networkOf>) =>
  network.connections.map(({ kind, from, to }) => `${kind} ${from}>${to}`)
const ids = (bodies: readonly { id: string }[]) => bodies.map(({ id }) => id)

describe('what ties fora together', () => {
  test('each kind of statement is its own kind of line, once', () => {
    const network = networkOf(
      [forum('a'), forum('b'), forum('c')],
      [],
      [says('a', 'b'), says('b', 'a'), says('c', 'a'), says('c', 'a', { id: 'again' }), says('c', null)],
      [{ a: 'a', b: 'c', count: 2 }],
    )
    expect(lines(network)).toEqual(['mutual a>b', 'oneSided c>a', 'unmatched c>?ssp', 'shared a>c'])
    expect(network.bodies.map(({ id, known }) => [id, known])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
      ['?ssp', false],
    ])
  })

  test('fora of a group are one body that stands where its first forum stands', () => {
    const members = ['greve', 'koege'].map((id) =>
      forum(id, { groupId: 'councils', kind: 'localCouncil', municipalityCode: id === 'greve' ? '253' : '259' }),
    )
    const network = networkOf([forum('a'), ...members, forum('z')], [group('councils')], [says('a', 'councils')], [])
    expect(ids(network.bodies)).toEqual(['a', 'councils', 'z'])
    expect(network.bodies[1]).toMatchObject({ size: 2, slug: null, pageSlug: 'greve', municipalities: ['253', '259'] })
    expect(lines(choose(network, { ...everything, municipality: '259' }))).toEqual(['oneSided a>councils'])
  })

  test('a statement about a closed forum leads outside; one about a body the reader may not see is left out', () => {
    const network = networkOf(
      [forum('a')],
      [],
      [says('a', 'closed', { words: 'Nedlagt råd' }), says('a', 'hidden', { toName: null })],
      [],
    )
    expect(lines(network)).toEqual(['unmatched a>?nedlagt råd'])
  })

  test('the thread runs through the kinds the district has', () => {
    const chain = [
      forum('council', { kind: 'districtCouncil' }),
      forum('contact', { kind: 'liaisonCommittee' }),
      forum('local', { kind: 'localCouncil' }),
    ]
    const steps = (fora: NetworkForum[]) =>
      networkOf(fora, [], [], []).connections.map(({ from, to, step }) => `${from} ${String(step)} ${to}`)
    expect(steps(chain)).toEqual(['council prepares contact', 'contact hands local'])
    expect(steps([...chain, forum('group', { kind: 'workingGroup' })])).toEqual([
      'council prepares contact',
      'contact sets group',
      'group anchors local',
    ])
  })
})

describe('the part that is shown', () => {
  const network = networkOf(
    [forum('a', { categoryNumber: 1 }), forum('b', { categoryNumber: 2, level: 'strategic' }), forum('c'), forum('d')],
    [],
    [says('a', 'b'), says('b', 'a'), says('c', 'b')],
    [
      { a: 'a', b: 'c', count: 3 },
      { a: 'c', b: 'd', count: 1 },
    ],
  )

  test('a filter keeps what touches a forum that passes', () => {
    expect(lines(choose(network, { ...everything, category: 2 }))).toEqual(['mutual a>b', 'oneSided c>b'])
    expect(lines(choose(network, { ...everything, kind: 'mutual' }))).toEqual(['mutual a>b'])
    expect(ids(choose(network, { ...everything, level: 'strategic', kind: 'oneSided' }).bodies)).toEqual(['b', 'c'])
  })

  test('shared members are shown from the number asked for', () => {
    expect(lines(choose(network, { ...everything, sharedFrom: 2 }))).toContain('shared a>c')
    expect(lines(choose(network, { ...everything, sharedFrom: 2 }))).not.toContain('shared c>d')
    expect(lines(choose(network, everything)).join()).not.toContain('shared')
  })

  test('fora without a link are shown when asked for', () => {
    expect(ids(untied(network))).toEqual(['d'])
    expect(ids(choose(network, everything).bodies)).toEqual(['a', 'b', 'c'])
    expect(ids(choose(network, { ...everything, all: true }).bodies)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('a chosen forum stays in the whole network, and only its own shared members are shown', () => {
    expect(ids(choose(network, { ...everything, body: 'a' }).bodies)).toEqual(['a', 'b', 'c'])
    expect(ids(choose(network, { ...everything, body: 'd' }).bodies)).toEqual(['a', 'b', 'c', 'd'])
    expect(lines(choose(network, { ...everything, body: 'd', sharedFrom: 1 }))).toEqual([
      'mutual a>b',
      'oneSided c>b',
      'shared c>d',
    ])
  })

  test('the rows of a chosen forum head the table', () => {
    expect(lines({ ...network, connections: ownFirst(network.connections, 'c') })[0]).toBe('oneSided c>b')
    expect(ownFirst(network.connections, null)).toEqual(network.connections)
  })

  test('a forum thought away takes its links with it, and who loses is told with and without shared members', () => {
    expect(lines(choose(network, { ...everything, closing: 'b' }))).toEqual([])
    const { losing, keptByMembers } = losers(network, 'b')
    expect(ids(losing)).toEqual(['a', 'c'])
    expect(ids(keptByMembers)).toEqual(['a', 'c'])
    expect(losers(networkOf([forum('a'), forum('b')], [], [says('a', 'b')], []), 'b').keptByMembers).toEqual([])
  })
})

test.each([
  ['Kontakt med lokalsamfundet mv.', 'Lokalsamfundet'],
  ['Dyreværn, fødevarer og miljø', 'Dyreværn'],
  ['Psykiatri og misbrug mv.', 'Psykiatri og misbrug'],
  ['Jalousidrab og andre alvorlige forbrydelser', 'Jalousidrab'],
  ['SKAT mv.', 'SKAT'],
])('the column of “%s” is headed “%s”', (category, subject) => {
  expect(subjectOf(category)).toBe(subject)
})

test('the drawing gets short names where they are nobody else’s, and the places of what it draws', () => {
  const bodies = ['Stab (strategisk)', 'Stab (operativ)', 'Udvalg – forebyggelse (taktisk)'].map((name) =>
    forum(name, { name }),
  )
  const network = networkOf(bodies, [], [], [])
  const places = new Map([
    ['Stab (operativ)', { x: 1, y: 2 }],
    ['gone', { x: 3, y: 4 }],
  ])
  const graph = graphOf(network, places, () => null)
  expect(graph.nodes.map(({ name }) => name)).toEqual(['Stab (strategisk)', 'Stab (operativ)', 'Udvalg'])
  expect([...graph.places]).toEqual([['Stab (operativ)', { x: 1, y: 2 }]])
})
