import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareWithRegister } from './compare.ts'
import type { RegisterForum } from './compare.ts'
import { categoryText } from './proposal.ts'
import type { AnnexProposal, ProposedForum } from './proposal.ts'
import { readAnnex } from './read.ts'

const proposal = readAnnex(readFileSync('test/fixtures/annex-opdigt.txt', 'utf8').split('\n'), { municipalities: [] })

const asEntry = (forum: ProposedForum): RegisterForum => ({
  id: String(forum.position),
  name: forum.name.value,
  category: categoryText(forum.category),
  topic: forum.topic.value,
  legalBasis: forum.legalBasis.value,
  purpose: forum.purpose.value,
  actionPlans: forum.actionPlans.value,
  interfaces: forum.interfaces.value,
  participants: forum.participants.value,
  cadence: forum.cadence.value,
  isGroup: forum.perMunicipality,
})

const register = proposal.fora.map(asEntry)
const kinds = (annex: AnnexProposal, entries: readonly RegisterForum[]) =>
  compareWithRegister(annex, entries).map((change) => change.kind)
const changed = (id: string, change: Partial<RegisterForum>) =>
  register.map((entry) => (entry.id === id ? { ...entry, ...change } : entry))

describe('an annex against the register', () => {
  test('the same annex again changes nothing', () => {
    expect(kinds(proposal, register)).toEqual(proposal.fora.map(() => 'same'))
    expect(kinds(proposal, register.toReversed())).toEqual(proposal.fora.map(() => 'same'))
  })

  test('into an empty register all are new', () => {
    expect(kinds(proposal, [])).toEqual(proposal.fora.map(() => 'new'))
  })

  test('blanks, dashes and the category number are no change', () => {
    const entries = register.map((entry) => ({
      ...entry,
      category: entry.category.replace(/^\d+\. /, ''),
      purpose: ` ${entry.purpose}  `,
      cadence: entry.cadence.replace('3- 4', '3 – 4'),
    }))
    expect(new Set(kinds(proposal, entries))).toEqual(new Set(['same']))
  })

  test('a changed field shows before and after', () => {
    const [change] = compareWithRegister(proposal, changed('1', { cadence: 'Mindst 6', category: '9. Andet' }))
    expect(change).toMatchObject({
      kind: 'changed',
      fields: [
        { field: 'category', before: '9. Andet', after: '1. Nærhed og dialog' },
        { field: 'cadence', before: 'Mindst 6', after: 'Mindst 4' },
      ],
    })
  })

  test('a renamed forum is one change to look at, not one new and one gone', () => {
    const changes = compareWithRegister(proposal, changed('3', { name: 'Stormflodsudvalget for Prøvefjorden' }))
    expect(changes.filter((change) => change.kind !== 'same')).toMatchObject([
      { kind: 'changed', entry: { id: '3' }, fields: [{ field: 'name' }] },
    ])
    expect(compareWithRegister(proposal, changed('1', { name: 'Kredsrådene' }))[0]).toMatchObject({
      kind: 'changed',
      confidence: 'check',
    })
  })

  test('what the annex has no more is gone, and what it has more is new', () => {
    const extra = {
      ...asEntry(named('Kredsrådet')),
      id: 'x',
      name: 'Udvalget om drager',
      topic: 'Drager',
      purpose: 'Ild',
    }
    const changes = compareWithRegister(proposal, [
      ...register.slice(1),
      { ...extra, participants: 'Riddere', cadence: '7', legalBasis: 'Ingen' },
    ])
    expect(changes[0]).toMatchObject({ kind: 'new', forum: { name: { value: 'Kredsrådet' } } })
    expect(changes.at(-1)).toMatchObject({ kind: 'gone', entry: { id: 'x' } })
    expect(changes).toHaveLength(proposal.fora.length + 1)
  })

  test('two fora of one name are paired by category and never twice', () => {
    const two = {
      ...proposal,
      fora: [named('Kredsrådet'), { ...named('Kredsrådet'), category: { number: 5, name: 'Medier' } }],
    }
    const entries = two.fora.map(asEntry).map((entry, index) => ({ ...entry, id: String(index) }))
    const pairs = compareWithRegister(two, entries.toReversed()).map((change) => [change.kind, change.entry?.id])
    expect(pairs).toEqual([
      ['same', '0'],
      ['same', '1'],
    ])
  })
})

function named(name: string): ProposedForum {
  const forum = proposal.fora.find((one) => one.name.value === name)
  if (!forum) throw new Error(`No forum ${name}`)
  return forum
}
