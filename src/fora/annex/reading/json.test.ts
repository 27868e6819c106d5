import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AnnexJsonRefusal, proposalAsJson, readAnnexJson } from './json.ts'
import { readAnnex } from './read.ts'

const context = { municipalities: ['Holbæk', 'Køge'] }
const proposal = readAnnex(readFileSync('test/fixtures/annex-opdigt.txt', 'utf8').split('\n'), context)

const refused = (text: string): AnnexJsonRefusal => {
  try {
    readAnnexJson(text, context)
  } catch (error) {
    if (error instanceof AnnexJsonRefusal) return error
    throw error
  }
  throw new Error('Not refused')
}

describe('a proposal as JSON', () => {
  const [first] = proposalAsJson(proposal)

  test('has every field in its own words, with lists beside', () => {
    expect(first).toMatchObject({
      category: '1. Nærhed og dialog',
      name: 'Kredsrådet',
      topic: 'Politiets opgaver i kredsen',
      legalBasis: 'Retsplejelovens § 112',
      interfaces: 'Ingen',
      interfaceList: [],
      participants: 'Politidirektøren og borgmestrene',
      participantList: ['Politidirektøren', 'borgmestrene'],
      cadence: { words: 'Mindst 4', min: 4, max: null },
      confidence: 'sure',
    })
  })

  test('reads back to the same', () => {
    const again = readAnnexJson(JSON.stringify(proposalAsJson(proposal), null, 2), context)
    const plain = (list: ReturnType<typeof proposalAsJson>) =>
      list.map(({ sourceLines: _, confidence: __, fieldConfidence: ___, ...rest }) => rest)
    expect(plain(proposalAsJson(again))).toEqual(plain(proposalAsJson(proposal)))
    expect(again.categories).toEqual(proposal.categories)
  })

  test('says where in the file each forum stands', () => {
    const text = JSON.stringify(proposalAsJson(proposal), null, 2)
    const lines = text.split('\n')
    for (const forum of readAnnexJson(text, context).fora)
      expect(lines[forum.sourceLines[0] - 1]).toContain(JSON.stringify(forum.name.value))
  })
})

describe('an exported file', () => {
  test('gives categories their numbers', () => {
    const file = {
      format: 'samvirk-annex',
      version: 1,
      year: 2031,
      categories: [{ number: 4, name: 'Vand' }],
      fora: [{ category: 'Vand', name: 'Stormmøder', cadence: { words: '2', min: 2, max: 2 } }],
    }
    expect(readAnnexJson(JSON.stringify(file), context).fora[0]).toMatchObject({
      category: { number: 4, name: 'Vand' },
      cadence: { parsed: { min: 2, max: 2 } },
      topic: { confidence: 'unsure' },
    })
  })
})

describe('other JSON', () => {
  test.each([
    ['no JSON', '{', 'notJson', ''],
    ['another object', '{"a": 1}', 'notAnnex', 'format'],
    ['a list of something else', '[{"name": "A"}, {"title": "B"}]', 'notAnnex', '1.name'],
    ['a newer format', '{"format": "samvirk-annex", "version": 2, "year": 2031, "fora": []}', 'notAnnex', 'version'],
    ['nothing in it', '[]', 'noFora', ''],
    ['a text', '"hej"', 'notAnnex', 'format'],
  ])('%s is refused with its place', (_, text, reason, place) => {
    expect(refused(text)).toMatchObject({ reason, place })
  })
})
