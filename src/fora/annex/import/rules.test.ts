import { describe, expect, test } from 'vitest'
import { calmTitle, categoryOfWords, kindByName, levelByName, nameIn, namePattern, proposedSeats } from './rules.ts'

test.each([
  ['Lokalrådene', 'Lokalrådet i Køge'],
  ['Beredskabskommissionerne i de enkelte kommuner', 'Beredskabskommissionen i Køge'],
  ['Lokale forebyggelsesteams – forebyggelse (taktisk niveau)', 'Det lokale forebyggelsesteam i Køge'],
  ['Ugentlige statusmøder i nogle kommuner – forebyggelse', 'Det ugentlige statusmøde i Køge'],
  ['Møder i de lokale trafiksikkerhedsudvalg', 'Møder i det lokale trafiksikkerhedsudvalg i Køge'],
  ['Bevillingsnævnene', 'Bevillingsnævnet i Køge'],
  ['Styregrupperne', 'Styregruppen i Køge'],
  ['Netværkene', 'Netværket i Køge'],
  ['Ukendte ting', 'Ukendte ting i Køge'],
  ['', ' i Køge'],
])('one of %s is called %s', (plural, single) => {
  expect(nameIn(namePattern(plural), 'Køge')).toBe(single)
})

test.each([
  ['Kredsrådet', 'districtCouncil', 'strategic'],
  ['Kontaktudvalget', 'liaisonCommittee', null],
  ['Lokalrådene', 'localCouncil', 'operational'],
  ['Lokalråd+ om unge', 'standing', null],
  ['Beredskabsstaben (operativt niveau)', 'standing', 'operational'],
  ['Koordinationsudvalg (taktisk niveau)', 'standing', 'tactical'],
])('%s is of kind %s and level %s', (name, kind, level) => {
  expect(kindByName(name)).toBe(kind)
  expect(levelByName(name)).toBe(level)
})

test('a category is taken apart into number and name', () => {
  expect(categoryOfWords(' 4. Beredskab ')).toEqual({ number: 4, name: 'Beredskab' })
  expect(categoryOfWords('12) Veje')).toEqual({ number: 12, name: 'Veje' })
  expect(categoryOfWords('112 og andre')).toEqual({ number: null, name: '112 og andre' })
})

test('a shouted title is calmed, another is left alone', () => {
  expect(calmTitle('OVERSIGT OVER FORA')).toBe('Oversigt over fora')
  expect(calmTitle('Bilag 1, SSP')).toBe('Bilag 1, SSP')
})

describe('proposed seats', () => {
  const part = (words: string, kind: 'office' | 'organisation' | 'group', municipality: string | null = null) => ({
    words,
    kind,
    municipality,
  })

  test('are single offices and named bodies, once each', () => {
    const seats = proposedSeats([
      part('linjechefen for prøver', 'office'),
      part('borgmestrene i kredsen', 'office'),
      part('repræsentanter for Prøvehuset', 'organisation'),
      part('relevante myndigheder', 'organisation'),
      part('beboere', 'group'),
      part('Linjechefen for prøver', 'office'),
    ])
    expect(seats.map(({ index, kind, name }) => [index, kind, name])).toEqual([
      [0, 'office', 'Linjechefen for prøver'],
      [2, 'organisation', 'Prøvehuset'],
    ])
  })

  test('call a municipality by its name, and leave out what is no municipality', () => {
    const seats = proposedSeats(
      [part('repræsentanter for kommunerne i Køge', 'organisation', 'Køge'), part('Sandkasseby', 'organisation')],
      ['Sandkasseby'],
    )
    expect(seats).toMatchObject([{ name: 'Køge Kommune', organisationKind: 'municipality' }])
  })
})
