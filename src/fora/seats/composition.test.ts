import { describe, expect, test } from 'vitest'
import { type ComposedSeat, type Composition, countByParty, departures } from './composition.ts'
import { compositionTexts } from './composition-texts.ts'

const day = '2026-03-12'
const seat = (part: Partial<ComposedSeat> = {}): ComposedSeat => ({
  role: 'member',
  party: 'municipality',
  label: 'Borgmester i Testrup',
  officeId: 'embede',
  termEnds: null,
  validFrom: '2024-01-01',
  ...part,
})
const rules = (part: Partial<Composition> = {}): Composition => ({
  own: false,
  chairParty: null,
  termMonths: null,
  quotas: [],
  source: '',
  version: 1,
  ...part,
})

describe('a composition departs', () => {
  test('when the chair comes from the wrong side, or there is none', () => {
    const wanted = rules({ chairParty: 'police' })
    expect(departures([seat({ role: 'chair' })], wanted, day)).toEqual([
      { kind: 'chair', wanted: 'police', actual: 'municipality' },
    ])
    expect(departures([seat()], wanted, day)).toEqual([{ kind: 'noChair', wanted: 'police' }])
    expect(departures([seat({ role: 'chair', party: 'police' })], wanted, day)).toEqual([])
  })

  test('when a side has too few or too many seats', () => {
    const quotas = [
      { party: 'police', min: 1, max: null },
      { party: 'municipality', min: null, max: 1 },
    ] as const
    expect(departures([seat(), seat()], rules({ quotas }), day)).toEqual([
      { kind: 'tooFew', party: 'police', count: 0, min: 1 },
      { kind: 'tooMany', party: 'municipality', count: 2, max: 1 },
    ])
    expect(departures([seat(), seat({ party: 'police' })], rules({ quotas }), day)).toEqual([])
  })

  test('when a term has run out, also where no length is agreed', () => {
    const expired = seat({ termEnds: '2026-03-11' })
    expect(departures([expired], rules(), day)).toMatchObject([{ kind: 'termExpired', day: '2026-03-11' }])
    expect(departures([seat({ termEnds: day })], rules(), day)).toEqual([])
  })

  test('when a term is longer than agreed', () => {
    const wanted = rules({ termMonths: 48 })
    expect(departures([seat({ termEnds: '2028-01-01' })], wanted, day)).toEqual([])
    expect(departures([seat({ termEnds: '2028-01-02' })], wanted, day)).toMatchObject([
      { kind: 'termTooLong', months: 48 },
    ])
  })

  test('when a seat without an office has no end; an office lasts by itself', () => {
    const wanted = rules({ termMonths: 48 })
    expect(departures([seat()], wanted, day)).toEqual([])
    expect(departures([seat({ officeId: null })], wanted, day)).toEqual([{ kind: 'termMissing', count: 1 }])
    expect(departures([seat({ officeId: null, role: 'observer' })], wanted, day)).toEqual([])
  })
})

test('those who do not decide take no place from a quota', () => {
  const seats = (['chair', 'viceChair', 'member', 'secretary', 'deputy', 'observer', 'resourcePerson'] as const).map(
    (role) => seat({ role }),
  )
  expect(countByParty(seats)).toEqual({ police: 0, municipality: 3, community: 0, other: 0 })
})

test('each departure is a sentence in both languages', () => {
  const found = [
    { kind: 'noChair', wanted: 'police' },
    { kind: 'chair', wanted: 'police', actual: 'municipality' },
    { kind: 'tooFew', party: 'community', count: 1, min: 2 },
    { kind: 'tooMany', party: 'police', count: 5, max: 2 },
    { kind: 'termExpired', role: 'member', label: '', day },
    { kind: 'termTooLong', role: 'member', label: 'Formanden for Opdigt IF', months: 24 },
    { kind: 'termMissing', count: 1 },
  ] as const
  expect(found.map((departure) => compositionTexts.da.sentence(departure, (text) => text))).toEqual([
    'Der er ingen formand. Formanden skal komme fra politiet.',
    'Formanden kommer fra kommunen, men skal komme fra politiet.',
    'Lokalsamfund: 1 plads af mindst 2.',
    'Politi: 5 pladser, højst 2 er aftalt.',
    'Medlem: perioden udløb 2026-03-12.',
    'Formanden for Opdigt IF: perioden er længere end 24 måneder.',
    '1 plads uden embede har ingen dato for, hvornår perioden slutter.',
  ])
  const english = found.map((departure) => compositionTexts.en.sentence(departure, (text) => text))
  expect(new Set(english).size).toBe(found.length)
})
