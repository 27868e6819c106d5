import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fc } from '../../../../test/properties.ts'
import { proposalAsJson } from './json.ts'
import type { AnnexProposal } from './proposal.ts'
import { readAnnex } from './read.ts'

/** Everything but where it stands, which changes when lines are put in between. */
const contentOf = (proposal: AnnexProposal): unknown =>
  proposalAsJson(proposal).map((forum) => ({ ...forum, sourceLines: null }))

const linesIn = (path: string): readonly string[] => readFileSync(path, 'utf8').split(/\r?\n/)

const seedPath = '../shared/seeds/000_cc37d37f0cc49b49.txt'

describe.skipIf(!existsSync(seedPath))(`the annex beside the repository (${seedPath})`, () => {
  const seed = existsSync(seedPath) ? linesIn(seedPath) : []
  const district = [
    'Faxe',
    'Greve',
    'Holbæk',
    'Kalundborg',
    'Køge',
    'Lejre',
    'Odsherred',
    'Ringsted',
    'Roskilde',
    'Solrød',
    'Stevns',
  ]
  const readSeed = (lines: readonly string[]) => readAnnex(lines, { municipalities: district })
  const proposal = readSeed(seed)

  test('gives all its fora in its fourteen categories, with all seven fields', () => {
    expect(proposal.fora).toHaveLength(seed.filter((line) => line.startsWith('Emne:')).length)
    expect(proposal.fora).toHaveLength(37)
    expect(proposal.categories.map((category) => category.number)).toEqual(
      Array.from({ length: 14 }, (_, at) => at + 1),
    )
    expect(proposal.strayLines).toEqual([])
    const labels = [
      'Emne:',
      'Lovgrl./komm.',
      'Formål/målsæt.',
      'Evt. handleplaner',
      'Snitflader',
      'Deltagere',
      'Antal møder',
    ]
    const valuesOf = (label: string) =>
      seed.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length).trim())
    const fields = ['topic', 'legalBasis', 'purpose', 'actionPlans', 'interfaces', 'participants', 'cadence'] as const
    fields.forEach((field, index) => {
      expect(proposal.fora.map((forum) => forum[field].value)).toEqual(valuesOf(labels[index] ?? ''))
    })
  })

  test('is unsure of the stray word and the place that is no municipality, and of nothing else', () => {
    expect(
      proposal.fora
        .filter((forum) => forum.confidence === 'unsure')
        .map((forum) => forum.name.note ?? forum.participants.note),
    ).toEqual([
      { code: 'notMunicipality', names: ['Karlslunde'] },
      { code: 'strayWord', word: 'JESPER' },
    ])
  })

  const header = fc.constantFrom('Side 3 af 12', 'OPDIGT OG TESTRUPS **POLITI**', '- 7 -', '12', 'Side 4')
  test('page headers put in anywhere change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(seed.length), header, fc.boolean()), { maxLength: 12 }), (places) => {
        const lines = [...seed]
        for (const [at, text, gaps] of places.toSorted((a, b) => b[0] - a[0]))
          lines.splice(at, 0, ...(gaps ? ['', text, ''] : [text]))
        expect(contentOf(readSeed(lines))).toEqual(contentOf(proposal))
      }),
      { numRuns: 25 },
    )
  })

  test('a running header of any words changes nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(seed.length), { minLength: 8, maxLength: 20 }), (places) => {
        const lines = [...seed]
        for (const [page, at] of places.toSorted((a, b) => b - a).entries())
          lines.splice(at, 0, `Samarbejdsplan for Opdigt, side ${page + 1}`)
        expect(contentOf(readSeed(lines))).toEqual(contentOf(proposal))
      }),
      { numRuns: 25, seed: 4 },
    )
  })

  test('other blanks change nothing', () => {
    const blanks = fc.constantFrom('\t', ' \t ', '   ', '\u00a0\t', '\t\t')
    fc.assert(
      fc.property(fc.array(blanks, { minLength: 5, maxLength: 5 }), fc.boolean(), (with_, trailing) => {
        const lines = seed.map(
          (line, index) => line.trimEnd().replace('\t', with_[index % 5] ?? '\t') + (trailing ? '  ' : ''),
        )
        expect(contentOf(readSeed(lines))).toEqual(contentOf(proposal))
      }),
      { numRuns: 15 },
    )
  })

  test('wrapped to narrow lines it gives the same', () => {
    const wrapped = seed.flatMap((line) => {
      const rows: string[] = []
      let row = ''
      for (const word of line.trimEnd().split(' ')) {
        if (row !== '' && row.length + word.length > 76) {
          rows.push(row)
          row = word
        } else row = row === '' ? word : `${row} ${word}`
      }
      return [...rows, row]
    })
    expect(contentOf(readSeed(wrapped))).toEqual(contentOf(proposal))
  })
})
