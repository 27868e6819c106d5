import { describe, expect, test } from 'vitest'
import type { SeatRole } from '../seats/rules.ts'
import { contactsOf, type Hit, ranked, readQuestion, scoreOf } from './search.ts'

const municipalities = [
  { code: '259', name: 'Køge' },
  { code: '330', name: 'Slagelse' },
]
const nothing: Hit = { headHas: false, headLike: 0, bodyHas: false, bodyLike: 0 }
const hit = (part: Partial<Hit>): Hit => ({ ...nothing, ...part })
const terms = (words: string) => readQuestion(words, null, municipalities).terms

describe('the question', () => {
  test('loses its small words and its endings', () => {
    expect(terms('Hvem arbejder med banderne og rusmidler?').map(({ word }) => word)).toEqual(['banderne', 'rusmidler'])
    expect(terms('banderne')[0]?.stem).toBe('band')
  })

  test('may name its municipality among the words', () => {
    expect(readQuestion('rusmidler i Køge Kommune', null, municipalities)).toMatchObject({
      municipalityCode: '259',
      terms: [{ word: 'rusmidler' }],
    })
    expect(readQuestion('Køges unge', null, municipalities).municipalityCode).toBe('259')
    expect(readQuestion('unge i Køge', '330', municipalities).municipalityCode).toBe('330')
    expect(readQuestion('køgegrej', null, municipalities).municipalityCode).toBeNull()
  })

  test('of nothing but small words asks nothing', () => {
    expect(terms('hvem arbejder med det')).toEqual([])
    expect(terms('  ?! ')).toEqual([])
  })
})

describe('the answer', () => {
  const one = terms('rusmidler')
  const row = (sortName: string, hits: readonly Hit[], municipalityCode: string | null = null) => ({
    sortName,
    hits,
    municipalityCode,
  })

  test('in name or topic stands before purpose and participants, and a misspelt word after the right one', () => {
    const found = ranked(
      [
        row('d', [hit({ bodyLike: 0.6 })]),
        row('c', [hit({ bodyHas: true, bodyLike: 1 })]),
        row('b', [hit({ headLike: 0.7 })]),
        row('a', [hit({ headHas: true, headLike: 1 })]),
        row('e', [hit({ headLike: 0.3, bodyLike: 0.4 })]),
      ],
      { terms: one, municipalityCode: null },
    )
    expect(found.map(({ sortName }) => sortName)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('of the chosen municipality stands before that of the whole district', () => {
    const hits = [hit({ headHas: true })]
    const found = ranked([row('a', hits), row('b', hits, '259')], { terms: one, municipalityCode: '259' })
    expect(found.map(({ sortName }) => sortName)).toEqual(['b', 'a'])
  })

  test('without words is everything of the municipality, and nothing without either', () => {
    const rows = [row('a', []), row('b', [], '259')]
    expect(ranked(rows, { terms: [], municipalityCode: '259' })).toHaveLength(1)
    expect(ranked(rows, { terms: [], municipalityCode: null })).toHaveLength(0)
  })

  test('must meet half of the words', () => {
    const three = terms('unge alkohol fester')
    expect(scoreOf([hit({ headHas: true }), nothing, nothing], three)).toBe(0)
    expect(scoreOf([hit({ headHas: true }), hit({ bodyHas: true }), nothing], three)).toBeGreaterThan(0)
  })

  test('of a short word must be the word itself', () => {
    expect(scoreOf([hit({ headLike: 0.9 })], terms('psp'))).toBe(0)
    expect(scoreOf([hit({ headHas: true })], terms('psp'))).toBeGreaterThan(0)
  })
})

describe('whom to turn to', () => {
  const seat = (role: SeatRole, municipalityCode: string | null = null) => ({ role, municipalityCode })

  test('is those who lead, and the own municipality', () => {
    const seats = [seat('chair'), seat('secretary'), seat('member', '259'), seat('member', '330')]
    expect(contactsOf(seats, null)).toEqual([seats[0], seats[1]])
    expect(contactsOf(seats, '259')).toEqual([seats[0], seats[1], seats[2]])
  })

  test('is the first seats where nobody leads', () => {
    expect(
      contactsOf(
        Array.from({ length: 9 }, () => seat('member')),
        null,
      ),
    ).toHaveLength(4)
    expect(contactsOf([], null)).toEqual([])
  })
})
