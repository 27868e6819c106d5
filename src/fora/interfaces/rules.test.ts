import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { processorMs } from '../../../test/processor-time.ts'
import { matchInterfaces, type Named, splitInterfaces } from './rules.ts'

const known: readonly Named[] = [
  { id: 'kr', name: 'Kredsrådet' },
  { id: 'lr', name: 'Lokalrådene', aliases: ['De lokale råd'] },
  { id: 'lr-t', name: 'Lokalrådet i Testrup' },
  { id: 'lr-o', name: 'Lokalrådet i Opdigt' },
  { id: 'bs', name: 'Beredskabsstaben (strategisk niveau)' },
  { id: 'bo', name: 'Beredskabsstaben (operativt niveau)' },
  { id: 'rs', name: 'Møder med Region Sjællands Sundhedsberedskabs- og Præhospitale Udvalg' },
  { id: 'ps', name: 'Møder med psykiatrien i Region Sjælland' },
  { id: 'sh', name: 'Møder med Sct. Hans' },
  { id: 'ko', name: 'Koordinationsudvalg – kriminalitetsforebyggelse (taktisk niveau)' },
  { id: 'ft', name: 'Lokale forebyggelsesteams – kriminalitetsforebyggelse (taktisk niveau)' },
  { id: 'psp', name: 'PSP-samarbejde (styregruppe og praksisgrupper)' },
  { id: 'vc', name: 'Møder i vejcentre' },
  { id: 'tu', name: 'Møder i de lokale trafikikkerhedsudvalg' },
  { id: 'ia', name: 'Netværk vedrørende illegalt arbejde' },
  { id: 'ro', name: 'Møde med retterne (overordnet)' },
  { id: 'ri', name: 'Møde med retterne (sagsbehandlerniveau)' },
  { id: 'sk', name: 'Møder med SKAT (overordnet)' },
  { id: 'vo', name: 'Møder om vold, tyveri og andre forbrydelser' },
]

describe('a text is split into the interfaces it names', () => {
  test.each(['', '  ', 'Ingen', 'ingen.', 'Nej', '-', '–', 'Intet særskilt', 'Ikke relevant'])(
    '"%s" names none',
    (words) => {
      expect(splitInterfaces(words, known)).toEqual([])
    },
  )

  test.each([
    ['Lokalrådene', ['Lokalrådene']],
    ['Kommunernes SSP-organisation.', ['Kommunernes SSP-organisation']],
    ['Lokalrådene og de kommunale SSP-strukturer', ['Lokalrådene', 'de kommunale SSP-strukturer']],
    [
      'Lokalrådene, koordinationsudvalgene, de lokale forebyggelsesteams og de kommunale SSP-strukturer',
      ['Lokalrådene', 'koordinationsudvalgene', 'de lokale forebyggelsesteams', 'de kommunale SSP-strukturer'],
    ],
    ['- Kredsrådet\n- Lokalrådene mv.', ['Kredsrådet', 'Lokalrådene mv.']],
    ['Kredsrådet; PSP (styregruppe og praksisgrupper)', ['Kredsrådet', 'PSP (styregruppe og praksisgrupper)']],
    ['Sundhedsberedskabs- og Præhospitale Udvalg', ['Sundhedsberedskabs- og Præhospitale Udvalg']],
    [
      'Mødet om vold, tyveri og andre forbrydelser og Kredsrådet',
      ['Mødet om vold, tyveri og andre forbrydelser', 'Kredsrådet'],
    ],
    ['Vold, tyveri', ['Vold', 'tyveri']],
    ['Møder om sogne, Kredsrådet,, og', ['Møder om sogne', 'Kredsrådet']],
  ])('%s', (words, names) => {
    expect(splitInterfaces(words, known)).toEqual(names)
  })

  test('a name with "og" is split when nobody is known by it', () => {
    expect(splitInterfaces('Møder om vold og andre forbrydelser')).toEqual(['Møder om vold', 'andre forbrydelser'])
  })
})

describe('an interface is matched to a forum', () => {
  test.each([
    ['Lokalrådene', 'lr'],
    ['lokalråd', 'lr'],
    ['De lokale råd', 'lr'],
    ['Lokalrådet i Testrup', 'lr-t'],
    ['Møderne med Sct. Hans', 'sh'],
    ['Beredskabsstaben (operativt niveau)', 'bo'],
    ['Beredskabsstaben (strategisk niveau)', 'bs'],
    ['koordinationsudvalgene', 'ko'],
    ['de lokale forebyggelsesteams', 'ft'],
    ['PSP-samarbejdet', 'psp'],
    ['Møder i de lokale trafiksikkerhedsudvalg', 'tu'],
    ['Møde med retterne (sagsbehandlerniveau)', 'ri'],
  ])('%s is sure', (words, id) => {
    const targetName = known.find((one) => one.id === id)?.name
    expect(matchInterfaces(words, known)).toEqual([
      { words, targetId: id, targetName, confidence: 'sure', candidates: [id] },
    ])
  })

  test.each([
    ['Møderne med Region Sjælland', ['ps', 'rs']],
    ['Beredskabsstaben', ['bs', 'bo']],
    ['Beredskabsstaben (taktisk niveau)', ['bs', 'bo']],
    ['Retterne', ['ro', 'ri']],
    ['SKAT', ['sk']],
    ['Vejcentrene', ['vc']],
    ['Sct. Hans', ['sh']],
    ['Arbejdsgruppe vedrørende illegalt arbejde', ['ia']],
  ])('%s is for somebody to check', (words, candidates) => {
    const [match] = matchInterfaces(words, known)
    expect(match).toMatchObject({ confidence: 'check', candidates })
    expect(match?.targetId).toBe(candidates.length === 1 ? candidates[0] : null)
  })

  test.each([
    'Til de øvrige fora på psykiatriområdet',
    'Kommunernes SSP-organisation',
    'de kommunale SSP-strukturer',
    'Lokalt kriminalitetspræventivt arbejde i øvrigt',
    'Møder',
    'Udvalget på taktisk niveau',
    'Politiet',
  ])('%s is nobody', (words) => {
    expect(matchInterfaces(words, known)).toEqual([
      { words, targetId: null, targetName: null, confidence: 'none', candidates: [] },
    ])
  })

  test('a forum is never matched to itself, nor to its neighbour instead', () => {
    expect(matchInterfaces('Beredskabsstaben (operativt niveau)', known, 'bo')[0]).toMatchObject({ confidence: 'none' })
    expect(matchInterfaces('Møderne med Region Sjælland', known, 'ps')[0]).toMatchObject({
      confidence: 'check',
      targetId: 'rs',
    })
    expect(matchInterfaces('Arbejdsgruppe vedrørende illegalt arbejde', known, 'ia')[0]).toMatchObject({
      candidates: [],
    })
  })

  test('the local boards are for somebody to check where they are not known as a group', () => {
    const single = known.filter((one) => one.id.startsWith('lr-'))
    expect(matchInterfaces('Lokalrådene', single)[0]).toMatchObject({ targetId: null, candidates: ['lr-t', 'lr-o'] })
  })
})

const words = fc.array(
  fc.constantFrom(
    ...known.map((one) => one.name),
    'og',
    ',',
    ';',
    '(',
    ')',
    'samt',
    'de lokale',
    'Region',
    '-',
    '\n',
    '.',
    'møder',
  ),
  { maxLength: 8 },
)
const text = fc.oneof(
  words.map((some) => some.join(' ')),
  fc.string({ unit: 'binary' }),
)
const squeezed = (some: string) => some.replaceAll(/\s+/g, ' ')

describe('whatever is written', () => {
  test('parts are the original words in their order', () => {
    fc.assert(
      fc.property(text, (some) => {
        let rest = squeezed(some)
        for (const part of splitInterfaces(some, known)) {
          expect(part.trim()).not.toBe('')
          expect(rest).toContain(part)
          rest = rest.slice(rest.indexOf(part) + part.length)
        }
      }),
    )
  })

  test('a target is one of the candidates, never the forum itself, and the order of the known has no weight', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...known), (some, self) => {
        const matches = matchInterfaces(some, known, self.id)
        const turned = matchInterfaces(some, known.toReversed(), self.id)
        matches.forEach((match, at) => {
          expect(match.candidates).not.toContain(self.id)
          expect(match.targetId).toBe(match.candidates.length === 1 ? match.candidates[0] : null)
          expect(match.confidence === 'none').toBe(match.candidates.length === 0)
          expect(turned[at]).toMatchObject({ targetId: match.targetId, confidence: match.confidence })
        })
      }),
      { numRuns: 200 },
    )
  })

  test.each([',', '(', '.', ' ', 'og ', 'a', 'a,', '(,'])('a long row of "%s" takes no time', async (sign) => {
    const took = await processorMs(() => splitInterfaces(`${sign.repeat(20_000 / sign.length)}x`, known))
    expect(took).toBeLessThan(4500)
  })
})
