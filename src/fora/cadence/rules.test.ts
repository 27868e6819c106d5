import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { processorMs } from '../../../test/processor-time.ts'
import { cadenceFulfilment, cadenceInWords, parseCadence } from './rules.ts'

const bounds = (words: string) => {
  const { kind, min, max } = parseCadence(words)
  return { kind, min, max }
}

describe('how often a forum meets, a year', () => {
  test.each<[string, number | null, number | null]>([
    ['Mindst 4', 4, null],
    ['3- 4', 3, 4],
    ['1 – 2', 1, 2],
    ['2', 2, 2],
    ['Én', 1, 1],
    ['Mindst 1', 1, null],
    ['Ugentligt', 52, 52],
    ['4 møder', 4, 4],
    ['fire årlige møder', 4, 4],
    ['Der afholdes 4 møder om året', 4, 4],
    ['Kredsrådet mødes mindst 4 gange årligt', 4, null],
    ['4-6 gange årligt', 4, 6],
    ['mindst én gang årligt', 1, null],
    ['2 x årligt', 2, 2],
    ['2x årligt', 2, 2],
    ['4/år', 4, 4],
    ['4 gange pr. år.', 4, 4],
    ['op til 6', null, 6],
    ['højst 4', null, 4],
    ['max. 4', null, 4],
    ['minimum 2', 2, null],
    ['min. 2', 2, null],
    ['4 eller flere', 4, null],
    ['mindst 2 og højst 4', 2, 4],
    ['mellem 2 og 4 møder om året', 2, 4],
    ['to-tre gange årligt', 2, 3],
    ['ca. 4', 4, 4],
    ['hver anden måned', 6, 6],
    ['hveranden måned', 6, 6],
    ['mindst hver anden måned', 6, null],
    ['hver 2. - 3. måned', 4, 6],
    ['kvartalsvis', 4, 4],
    ['hvert kvartal', 4, 4],
    ['2-3 gange i kvartalet', 8, 12],
    ['halvårligt', 2, 2],
    ['hvert halve år', 2, 2],
    ['1 gang i hvert halvår', 2, 2],
    ['hver måned', 12, 12],
    ['en gang om måneden', 12, 12],
    ['1-2 gange om måneden', 12, 24],
    ['månedligt undtagen juli', 11, 11],
    ['månedligt bortset fra juni-august', 9, 9],
    ['Hver måned (ikke juli)', 11, 11],
    ['månedligt undtagen i sommerferien', null, 12],
    ['hver uge', 52, 52],
    ['hver 14. dag', 26, 26],
    ['hver 6. uge', 8, 9],
    ['hvert andet år', 0.5, 0.5],
    ['to gange om året', 2, 2],
    ['første tirsdag i hver måned', 12, 12],
    ['1. og 3. tirsdag i måneden', 24, 24],
    ['hver anden tirsdag', 26, 26],
    ['2 møder i foråret og 2 i efteråret', 4, 4],
    ['1 møde i marts og 1 i september', 2, 2],
    ['2 ordinære møder og 1 temadag', 3, 3],
    ['4 gange om året (hvert kvartal)', 4, 4],
    ['1 gang hver måned, 12 om året', 12, 12],
    ['4 møder (marts, juni, september og december)', 4, 4],
    ['Varierer mellem 2 og 4', 2, 4],
    ['Forskelligt fra kommune til kommune, dog mindst 2', 2, null],
    ['4 \u200Bmø\u00ADder', 4, 4],
  ])('%s', (words, min, max) => {
    expect(bounds(words)).toEqual({ kind: 'count', min, max })
  })

  test.each('nul en to tre fire fem seks syv otte ni ti elleve tolv'.split(' ').map((word, n) => [word, n] as const))(
    '%s gange årligt',
    (word, n) => {
      expect(bounds(`${word} gange årligt`)).toEqual({ kind: 'count', min: n, max: n })
    },
  )

  test.each([
    ['Efter behov', null, null, 'asNeeded'],
    ['Efter behov.', null, null, 'asNeeded'],
    ['når der er behov', null, null, 'asNeeded'],
    ['ad hoc', null, null, 'asNeeded'],
    ['Efter behov samt 1 – 2 samarbejds møder/øvelser', 1, 2, 'count'],
    ['Efter behov, dog mindst et ”stormøde” om året', 1, null, 'count'],
    ['6 ordinære møder samt ekstraordinære efter behov', 6, 6, 'count'],
    ['mindst 4 gange pr. år og efter behov', 4, null, 'count'],
    ['Efter behov (typisk 2 gange årligt)', 2, 2, 'count'],
  ] as const)('as needed: %s', (words, min, max, kind) => {
    expect(parseCadence(words)).toMatchObject({ words, min, max, kind, asNeeded: true })
  })

  test.each(['Forskelligt fra kommune til kommune', 'Ingen faste møder', 'Varierer', 'intet fast antal'])(
    'varies: %s',
    (words) => {
      expect(bounds(words)).toEqual({ kind: 'varies', min: null, max: null })
    },
  )

  test.each(
    [
      ['', '  ', 'Nej', 'Ingen', 'Ikke fastlagt', 'løbende', '4?', '4 *', '(', '((((', ')', '(4)', '?!'],
      ['4 deltagere', 'se bilag 2', '4. møde', '4 i 2011', '4 møder i valgperioden', '4 i hver kommune'],
      ['De sidste 2 møder blev aflyst', '4 møder à 2 timer', '12 møder i 2 grupper', '4 møder, heraf 2 i Roskilde'],
      ['over 4', 'mere end 4', 'et par gange', 'en række møder', 'et antal årlige møder', 'flere gange om året'],
      ['en gang imellem', 'nogle gange om året', 'møder om året', 'månedlig rapport', 'dagligt', 'hver uge i juni'],
      ['hver uge i sommerferien', 'ugentlige møder i nogle kommuner', 'hver anden tirsdag i måneden'],
      ['hver mandag og hver fredag', '4-3', '4, 6', '4+1', '4 møder eller 1 seminar', '4 møder. 3 møder'],
      ['2 gange om måneden og 3 møder', '1 gang om året, dog 2 i valgår', 'Varierer, typisk 4', '1,2 gange', '2.5'],
      ['99999', '9'.repeat(390), '10 gange om ugen', '367', `4${' møder'.repeat(100)}`],
    ].flat(),
  )('nothing is concluded from: %s', (words) => {
    expect(parseCadence(words)).toMatchObject({ words, kind: 'unparsed', min: null, max: null, parts: [] })
  })
})

test.each([
  ['2 (styregruppen) og 12 (praksisgrupperne)', 'year'],
  ['styregruppen: 2, praksisgrupperne: 12', 'year'],
  ['styregruppen (2) og praksisgrupperne (12)', 'year'],
  ['2 i styregruppen og 12 i praksisgrupperne', 'year'],
  ['styregruppen mødes 2 gange årligt, praksisgrupperne månedligt', 'month'],
] as const)('sub-groups are kept apart: %s', (words, unit) => {
  expect(parseCadence(words)).toMatchObject({
    kind: 'count',
    min: 14,
    max: 14,
    parts: [
      { group: 'styregruppen', min: 2, max: 2, unit: 'year' },
      { group: 'praksisgrupperne', min: 12, max: 12, unit },
    ],
  })
})

test('a sub-group that meets as needed takes the ceiling away', () => {
  const cadence = parseCadence('2 i styregruppen og efter behov i praksisgrupperne')
  expect(cadence).toMatchObject({ min: 2, max: null, asNeeded: true })
  expect(cadence.parts[1]).toEqual({ group: 'praksisgrupperne', min: null, max: null, unit: 'year' })
})

test.each([
  ['Efter behov samt 1 – 2 samarbejds møder/øvelser', ['samarbejdsmøder/øvelser']],
  ['Efter behov, dog mindst et ”stormøde” om året', ['stormøde']],
  ['månedligt undtagen juli', ['undtagen juli']],
  ['månedligt undtagen i sommerferien', ['undtagen i sommerferien']],
  ['6 ordinære møder samt ekstraordinære efter behov', ['ordinære møder', 'ekstraordinære']],
  ['ca. 4', ['ca.']],
  ['4 møder på politistationen', ['på politistationen']],
  ['Mindst 4', []],
])('other words are kept: %s', (words, qualifiers) => {
  expect(parseCadence(words).qualifiers).toEqual(qualifiers)
})

test.each([
  ['4 møder', 'fire møder om året', 'four meetings a year'],
  ['1', 'et møde om året', 'one meeting a year'],
  ['Mindst 4', 'mindst 4 om året', 'at least 4 a year'],
  ['op til 6', 'højst 6 om året', 'at most 6 a year'],
  ['3- 4', '3–4 om året', '3–4 a year'],
  ['ca. 4', 'ca. fire møder om året', 'about four meetings a year'],
  ['Efter behov', 'efter behov', 'as needed'],
  ['Efter behov, dog mindst et stormøde', 'efter behov, dog mindst 1 om året', 'as needed, but at least 1 a year'],
  ['Efter behov samt 1-2 øvelser', '1–2 om året og efter behov', '1–2 a year and as needed'],
  ['Ugentligt', '52 møder om året (ugentligt)', '52 meetings a year (weekly)'],
  ['hvert andet år', 'et møde hvert andet år', 'one meeting every two years'],
  ['hvert 3. år', 'et møde hvert 3. år', 'one meeting every three years'],
  ['Forskelligt', 'antallet varierer', 'the number varies'],
  ['Ingen faste møder', 'intet fast antal', 'no fixed number'],
  ['Nej ', '”Nej” (ikke tolket)', '“Nej” (not understood)'],
  ['', 'ikke oplyst', 'not stated'],
  [
    '2 (styregruppen) og 12 (praksisgrupperne)',
    '2 (styregruppen) og 12 (praksisgrupperne) om året',
    '2 (styregruppen) and 12 (praksisgrupperne) a year',
  ],
  [
    '2 i styregruppen og efter behov i praksisgrupperne',
    '2 om året (styregruppen) og efter behov (praksisgrupperne)',
    '2 a year (styregruppen) and as needed (praksisgrupperne)',
  ],
])('%s is written out', (words, danish, english) => {
  expect(cadenceInWords(parseCadence(words), 'da')).toBe(danish)
  expect(cadenceInWords(parseCadence(words), 'en')).toBe(english)
})

test.each([
  ['Mindst 4', 4, 0, 'met', 0],
  ['Mindst 4', 5, 0, 'met', 0],
  ['Mindst 4', 3, 1, 'onCourse', 0],
  ['Mindst 4', 2, 1, 'missing', 1],
  ['3-4', 0, 0, 'missing', 3],
  ['2 (styregruppen) og 12 (praksisgrupperne)', 10, 2, 'missing', 2],
  ['Efter behov, dog mindst et stormøde', 0, 0, 'missing', 1],
  ['Efter behov', 3, 0, 'notAssessable', 0],
  ['op til 6', 3, 0, 'notAssessable', 0],
  ['Efter behov, typisk 2-3 gange årligt', 0, 0, 'notAssessable', 0],
  ['hvert andet år', 0, 0, 'notAssessable', 0],
  ['hvert andet år', 0, 1, 'onCourse', 0],
  ['hvert andet år', 1, 0, 'met', 0],
  ['noget helt andet', 9, 9, 'notAssessable', 0],
] as const)('%s with %i held and %i planned', (words, held, planned, state, missing) => {
  expect(cadenceFulfilment(parseCadence(words), held, planned)).toEqual({ state, missing })
})

const piece = fc.constantFrom(
  ...'mindst op til 4 12 fire en et – - til , . ( ) og samt dog eller hver hvert anden 14. dag uge måned år kvartal om året'.split(
    ' ',
  ),
  ...'gange møder stormøde efter behov månedligt ugentligt undtagen juli styregruppen forskelligt ca. ikke i pr. / : ½ "'.split(
    ' ',
  ),
)
const phrase = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '))
const anything = fc.oneof(phrase, fc.string({ unit: 'binary' }), fc.string({ maxLength: 600 }))
const sane = (bound: number | null) => bound === null || (Number.isFinite(bound) && bound >= 0 && bound <= 10 * 366)

describe('whatever is written', () => {
  test('it is kept, and bounds are in order', () => {
    fc.assert(
      fc.property(anything, (words) => {
        const cadence = parseCadence(words)
        expect(cadence.words).toBe(words)
        for (const { min, max } of [cadence, ...cadence.parts]) {
          expect(sane(min) && sane(max)).toBe(true)
          if (min !== null && max !== null) expect(min).toBeLessThanOrEqual(max)
        }
        expect(cadence.kind === 'count').toBe(cadence.parts.length > 0)
        expect(cadenceInWords(cadence, 'da')).not.toMatch(/undefined|NaN|null/)
        expect(cadenceInWords(cadence, 'en').length).toBeGreaterThan(0)
      }),
      { numRuns: 2000 },
    )
  })

  test('spaces, case and the kind of dash change no number', () => {
    fc.assert(
      fc.property(
        phrase,
        fc.constantFrom('–', '—', '‑', ' - '),
        fc.constantFrom('  ', '\u00A0', '\n', '\t '),
        (words, dash, gap) => {
          const numbers = (text: string) => {
            const { kind, min, max, asNeeded } = parseCadence(text)
            return { kind, min, max, asNeeded }
          }
          const plain = numbers(words)
          expect(numbers(words.toUpperCase())).toEqual(plain)
          expect(numbers(words.replaceAll(/[–-]/g, dash))).toEqual(plain)
          expect(numbers(` ${words.replaceAll(' ', gap)} `)).toEqual(plain)
          expect(numbers(words.normalize('NFD'))).toEqual(plain)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each(['4 ', '(', 'og ', 'første og ', 'juli og ', 'møder/', '4-', 'a-', 'hver 2. ', ' ', 'é'])(
    'a million characters of "%s" take no time',
    async (unit) => {
      const took = await processorMs(() => {
        expect(parseCadence(unit.repeat(1_000_000 / unit.length)).kind).toBe('unparsed')
        for (let size = 1; size <= 400; size += 57) parseCadence(unit.repeat(size / unit.length))
      })
      expect(took).toBeLessThan(4000)
    },
  )
})
