import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fc } from '../../../../test/properties.ts'
import { processorMs } from '../../../../test/processor-time.ts'
import { proposalAsJson } from './json.ts'
import type { AnnexProposal, ProposedForum } from './proposal.ts'
import { readAnnex } from './read.ts'

const municipalities = ['Greve', 'Holbæk', 'Kalundborg', 'Køge', 'Roskilde']
const linesIn = (path: string): readonly string[] => readFileSync(path, 'utf8').split(/\r?\n/)
const read = (lines: readonly string[]): AnnexProposal => readAnnex(lines, { municipalities })
const fixture = linesIn('test/fixtures/annex-opdigt.txt')

const named = (proposal: AnnexProposal, name: string): ProposedForum => {
  const forum = proposal.fora.find((one) => one.name.value === name)
  if (!forum) throw new Error(`No forum ${name} among ${proposal.fora.map((one) => one.name.value).join('; ')}`)
  return forum
}

describe('an annex with every variation of the layout', () => {
  const proposal = read(fixture)

  test('gives its fora under their categories and no others', () => {
    expect(proposal.fora.map((forum) => [forum.category.number, forum.name.value])).toEqual([
      [1, 'Kredsrådet'],
      [1, 'Lokalrådene'],
      [2, 'Stormflodsudvalget'],
      [2, 'Snerydningsgruppen'],
      [3, 'Møder om løse hunde JOKUM'],
      [3, 'Møder om heste på vejene'],
      [4, 'Det lokale færdselsskkerhedsudvalg'],
      [4, 'Cyklistmøder'],
      [5, 'Møder med redaktioner'],
      [5, 'Møder med museer og udstillingssteder om tyveri af kunst og antikviteter'],
    ])
    expect(proposal.categories.map((category) => category.name)).toEqual([
      'Nærhed og dialog',
      'Vand og vejr',
      'Dyr',
      'Trafik',
      'Medier',
    ])
  })

  test('knows the title and keeps what belongs to nothing', () => {
    expect(proposal.title).toBe('OVERSIGT OVER FORA I OPDIGT POLITIKREDS')
    expect(proposal.strayLines).toEqual([
      {
        line: fixture.indexOf('Bilaget er gennemlæst i sekretariatet.') + 1,
        text: 'Bilaget er gennemlæst i sekretariatet.',
      },
    ])
  })

  test('joins wrapped values and mends words broken at a line end', () => {
    expect(named(proposal, 'Kredsrådet').purpose).toMatchObject({
      value: 'At kommuner og politi løfter i flok',
      confidence: 'sure',
    })
    expect(named(proposal, 'Stormflodsudvalget').purpose.value).toBe(
      'Varsling af de beboere, som bor lavest, og samarbejde mellem politi- og beredskabsfolk om spærring af veje',
    )
  })

  test('leaves out a page header in the middle of a value', () => {
    expect(named(proposal, 'Stormflodsudvalget').participants.value).toBe(
      'Beredskabschefen i Testrup, repræsentanter for kommunerne i Holbæk, Køge og Sandkasseby',
    )
    expect(JSON.stringify(proposalAsJson(proposal))).not.toMatch(/Samarbejdsplan 2031|Side 4/)
  })

  test('reads fields in another order', () => {
    const forum = named(proposal, 'Møder om løse hunde JOKUM')
    expect(forum.actionPlans.value).toBe('Nej')
    expect(forum.cadence.parsed).toMatchObject({ kind: 'count', min: 2, max: 2 })
    expect(forum.legalBasis).toMatchObject({ value: 'Hundelovens § 3', confidence: 'sure' })
  })

  test('keeps a stray word in a heading and says unsure', () => {
    expect(named(proposal, 'Møder om løse hunde JOKUM').name).toMatchObject({
      confidence: 'unsure',
      note: { code: 'strayWord', word: 'JOKUM' },
    })
  })

  test('asks about a heading spelt otherwise elsewhere', () => {
    expect(named(proposal, 'Det lokale færdselsskkerhedsudvalg').name).toMatchObject({
      confidence: 'check',
      note: { code: 'misspelt', suggestion: 'færdselssikkerhedsudvalg' },
    })
  })

  test('reads misspelt labels and asks for a look', () => {
    const forum = named(proposal, 'Det lokale færdselsskkerhedsudvalg')
    expect(forum.topic).toMatchObject({ value: 'Veje og stier', confidence: 'check', note: { code: 'misspeltLabel' } })
    expect(forum.participants.value).toBe('Lederen af færdselsafdelingen')
    expect(forum.cadence.parsed).toMatchObject({ min: 3, max: 4 })
  })

  test('marks a place that is no municipality of the district', () => {
    expect(named(proposal, 'Stormflodsudvalget').participants).toMatchObject({
      confidence: 'unsure',
      note: { code: 'notMunicipality', names: ['Sandkasseby'] },
    })
  })

  test('leaves missing fields empty and unsure', () => {
    const forum = named(proposal, 'Cyklistmøder')
    expect(forum.legalBasis).toEqual({ value: '', lines: null, confidence: 'unsure', note: { code: 'missing' } })
    expect(forum.confidence).toBe('unsure')
  })

  test('tells an answer of nothing from a gap, and words from a paragraph', () => {
    expect(named(proposal, 'Møder med redaktioner').legalBasis).toMatchObject({ value: '–', confidence: 'sure' })
    expect(named(proposal, 'Møder med redaktioner').actionPlans).toMatchObject({ value: 'Ingen', confidence: 'sure' })
    expect(named(proposal, 'Stormflodsudvalget').legalBasis.confidence).toBe('sure')
    expect(named(proposal, 'Møder om heste på vejene').legalBasis).toMatchObject({
      confidence: 'check',
      note: { code: 'noParagraph' },
    })
  })

  test('is unsure of a cadence it cannot read and asks about one that varies', () => {
    expect(named(proposal, 'Møder om heste på vejene').cadence).toMatchObject({
      value: 'som vinden blæser',
      confidence: 'unsure',
    })
    expect(named(proposal, 'Møder med redaktioner').cadence).toMatchObject({
      confidence: 'check',
      note: { code: 'cadenceVaries' },
    })
    expect(named(proposal, 'Snerydningsgruppen').cadence.value).toBe('Efter behov, dog mindst et ”vintermøde” om året')
  })

  test('says which lines each thing came from', () => {
    const forum = named(proposal, 'Stormflodsudvalget')
    const [first, last] = forum.sourceLines
    expect(fixture[first - 1]).toBe('Stormflodsudvalget')
    expect(fixture[last - 1]).toBe('1 – 2')
    expect(fixture[(forum.participants.lines?.[1] ?? 0) - 1]).toBe('Køge og Sandkasseby')
  })

  test('offers bodies in the plural to every municipality', () => {
    const many = proposal.fora.filter((forum) => forum.perMunicipality).map((forum) => forum.name.value)
    expect(many).toEqual(['Lokalrådene'])
    expect(
      read(fixture.map((line) => line.replace('Snerydningsgruppen', 'Snekommissionerne i de enkelte kommuner')))
        .fora[3],
    ).toMatchObject({ perMunicipality: true })
  })
})

describe('participants', () => {
  const partsOf = (words: string) =>
    read(fixture.map((line) => (line === 'Deltagere    Vejfolk' ? `Deltagere    ${words}` : line))).fora[3]
      ?.participantsSplit

  test('are split into offices, organisations and groups', () => {
    expect(
      partsOf(
        'Linjecheferne for beredskabet og lokalpolitiet, repræsentanter for Holbæk Kommune, Røde Kors og kirkerne (efter behov), borgmestrene i de kommuner, der ligger ved vandet, samt beboere mv.',
      ),
    ).toEqual([
      { words: 'Linjecheferne for beredskabet og lokalpolitiet', kind: 'office', municipality: null },
      { words: 'repræsentanter for Holbæk Kommune', kind: 'organisation', municipality: 'Holbæk' },
      { words: 'Røde Kors', kind: 'organisation', municipality: null },
      { words: 'kirkerne (efter behov)', kind: 'organisation', municipality: null },
      { words: 'borgmestrene i de kommuner, der ligger ved vandet', kind: 'office', municipality: null },
      { words: 'beboere mv.', kind: 'group', municipality: null },
    ])
  })
})

describe('other layouts', () => {
  const block = (name: string): string[] => [
    name,
    'emne: a',
    'lovgrundlag: Intet',
    'formål: b',
    'handleplaner: Nej',
    'snitflader: Ingen',
    'deltagere: Formanden',
    'antal møder: 4',
  ]

  test('categories without numbers', () => {
    const proposal = read([
      'Beredskab',
      '',
      ...block('Stabsmøder'),
      '',
      'Skoler',
      '',
      ...block('Skolemøder'),
      '',
      ...block('Klubmøder'),
    ])
    expect(proposal.fora.map((forum) => [forum.category.name, forum.name.value])).toEqual([
      ['Beredskab', 'Stabsmøder'],
      ['Skoler', 'Skolemøder'],
      ['Skoler', 'Klubmøder'],
    ])
  })

  test('numbered fora without categories', () => {
    const proposal = read([...block('1. Stabsmøder'), '', ...block('2. Skolemøder')])
    expect(proposal.fora.map((forum) => [forum.category.name, forum.name.value])).toEqual([
      ['', 'Stabsmøder'],
      ['', 'Skolemøder'],
    ])
  })

  test('a label broken in its narrow column', () => {
    const lines = block('Stabsmøder').flatMap((line) =>
      line.startsWith('lovgrundlag') ? ['Lovgrundlag/kommissori\tBeredskabslovens', 'um\t§ 9'] : [line],
    )
    expect(read(lines).fora[0]?.legalBasis).toMatchObject({ value: 'Beredskabslovens § 9', confidence: 'sure' })
  })

  test('a list of numbers inside a value starts no category', () => {
    const lines = block('Stabsmøder').flatMap((line) =>
      line.startsWith('lovgrundlag') ? ['Lovgrundlag', '1. Beredskabslovens § 9', '2. Politilovens § 1'] : [line],
    )
    const proposal = read(lines)
    expect(proposal.fora).toHaveLength(1)
    expect(proposal.fora[0]?.legalBasis.value).toBe('1. Beredskabslovens § 9 2. Politilovens § 1')
  })
})

describe('documents that are no annex', () => {
  test.each([
    ['a menu', ['Mandag', 'Frikadeller med kartofler', 'Tirsdag', 'Fisk: torsk', '1. Suppe', '2. Is']],
    [
      'minutes',
      [
        'Referat',
        'Emne: Budget',
        'Deltagere: Ane Eksempel, Bo Prøve',
        'Formål: Overblik',
        '1. Godkendelse',
        '2. Eventuelt',
      ],
    ],
    [
      'a law',
      ['§ 1. Loven gælder for alle.', 'Stk. 2. Ministeren fastsætter regler.', '§ 2. Loven træder i kraft straks.'],
    ],
    ['a story', ['Det var en mørk aften. Formål havde han intet.', 'Deltagere var der ingen af.', 'Han gik.']],
  ])('%s gives no fora and a reason', (_, lines) => {
    const proposal = read(lines)
    expect(proposal).toMatchObject({ recognised: false, fora: [] })
    expect(proposal.reason).not.toBeNull()
  })

  test('an empty document says so', () => {
    expect(read(['', '  '])).toMatchObject({ recognised: false, reason: { code: 'empty' } })
  })
})

describe('whatever the lines are', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...fixture),
    fc.constantFrom('Emne', 'Emne:', 'Deltagere\t', '1. Kategori', 'Evt.', 'Lovgrundlag/', '\tværdi', '-', '4', ''),
  )

  test('reading never fails, and every range lies within the document', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (lines) => {
        for (const forum of read(lines).fora) {
          const [first, last] = forum.sourceLines
          expect(first).toBeGreaterThanOrEqual(1)
          expect(last).toBeGreaterThanOrEqual(first)
          expect(last).toBeLessThanOrEqual(lines.length)
        }
      }),
    )
  })

  test('no word is invented', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...fixture]), (lines) => {
        const source = lines.join(' ').replaceAll(/[^\p{L}]/gu, '')
        for (const forum of read(lines).fora)
          for (const word of forum.purpose.value.match(/\p{L}+/gu) ?? []) expect(source).toContain(word)
      }),
      { numRuns: 30 },
    )
  })

  test.each(['.', ' .', '. '])('a line of nothing but "%s" is read in no time', async (dots) => {
    expect(await processorMs(() => read([...fixture, `${dots.repeat(50_000)}z`]))).toBeLessThan(6_000)
  })

  test('ten times the lines take about ten times as long, not a hundred', async () => {
    const timeOf = (count: number, line: (index: number) => string) => {
      const lines = Array.from({ length: count }, (_, index) => line(index))
      return processorMs(() => read(lines))
    }
    for (const line of [(index: number) => fixture[index % fixture.length] ?? '', () => 'Formål: x'])
      expect((await timeOf(30_000, line)) / (await timeOf(3000, line))).toBeLessThan(50)
  })
})
