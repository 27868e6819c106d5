import { annexFields, categoryText } from './proposal.ts'
import type { AnnexField, AnnexProposal, Confidence, ProposedForum } from './proposal.ts'
import { editDistance } from './spelling.ts'

/** A forum of the register, as the annex would print it; a body of every municipality is one entry. */
export interface RegisterForum {
  id: string
  name: string
  /** With or without its number. */
  category: string
  topic: string
  legalBasis: string
  purpose: string
  actionPlans: string
  interfaces: string
  participants: string
  /** In words. */
  cadence: string
  isGroup: boolean
}

export interface FieldChange {
  field: AnnexField | 'name' | 'category'
  before: string
  after: string
}

/** `check` where the name differs, so that a person must say whether the two are one forum. */
export type Change =
  | { kind: 'new'; forum: ProposedForum; entry: null; fields: readonly []; confidence: Confidence }
  | {
      kind: 'changed'
      forum: ProposedForum
      entry: RegisterForum
      fields: readonly FieldChange[]
      confidence: Confidence
    }
  | { kind: 'same'; forum: ProposedForum; entry: RegisterForum; fields: readonly []; confidence: Confidence }
  | { kind: 'gone'; forum: null; entry: RegisterForum; fields: readonly []; confidence: Confidence }

/** Blanks, dashes, quotation marks and the full stop at the end differ between programs, not between years. */
const folded = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\s*[–—-]\s*/g, '-')
    .replaceAll(/["”“„»«]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .replace(/\.$/, '')
    .trim()

const nameKey = (name: string): string => folded(name).toLowerCase()
const categoryKey = (category: string): string => nameKey(category.replace(/^\d{1,3}[.)]\s*/, ''))

const wordSet = (text: string): ReadonlySet<string> => new Set(nameKey(text).match(/[\p{L}\d]+/gu) ?? [])

/** From 0 to 1: letters in common, or words in common, whichever says more. */
const nameLikeness = (a: string, b: string): number => {
  const [left, right] = [nameKey(a).slice(0, 200), nameKey(b).slice(0, 200)]
  const longer = Math.max(left.length, right.length, 1)
  const letters = 1 - editDistance(left, right, Math.floor(longer * 0.4)) / longer
  const [one, other] = [wordSet(a), wordSet(b)]
  const shared = [...one].filter((word) => other.has(word)).length
  return Math.max(letters, shared / Math.max(1, one.size + other.size - shared))
}

const sameFields = (forum: ProposedForum, entry: RegisterForum): number =>
  annexFields.filter((field) => folded(forum[field].value) === folded(entry[field])).length

/** How likely a forum of the annex is the register's one under another name; 0 where it is not worth asking. */
const renamed = (forum: ProposedForum, entry: RegisterForum): number => {
  const name = nameLikeness(forum.name.value, entry.name)
  const same = sameFields(forum, entry)
  if (name >= 0.75) return name + same / 100
  if (name >= 0.5 && same >= 3) return name
  return same >= 6 ? same / 10 : 0
}

const fieldChanges = (forum: ProposedForum, entry: RegisterForum): readonly FieldChange[] => {
  const changes: FieldChange[] = []
  const compare = (
    field: FieldChange['field'],
    before: string,
    after: string,
    fold: (text: string) => string,
  ): void => {
    if (fold(before) !== fold(after)) changes.push({ field, before, after })
  }
  compare('name', entry.name, forum.name.value, folded)
  compare('category', entry.category, categoryText(forum.category), categoryKey)
  for (const field of annexFields) compare(field, entry[field], forum[field].value, folded)
  return changes
}

/** Pairs with the same name; where a name stands several times, those of the same category first. */
const pairedByName = (fora: readonly ProposedForum[], register: readonly RegisterForum[]) => {
  const pairs = new Map<ProposedForum, RegisterForum>()
  const taken = new Set<RegisterForum>()
  const byName = new Map<string, RegisterForum[]>()
  for (const entry of register) byName.set(nameKey(entry.name), [...(byName.get(nameKey(entry.name)) ?? []), entry])
  for (const sameCategory of [true, false])
    for (const forum of fora) {
      if (pairs.has(forum) || forum.name.value === '') continue
      const category = categoryKey(forum.category.name)
      const entry = byName
        .get(nameKey(forum.name.value))
        ?.find((one) => !taken.has(one) && (!sameCategory || categoryKey(one.category) === category))
      if (!entry) continue
      pairs.set(forum, entry)
      taken.add(entry)
    }
  return { pairs, taken }
}

/** The likeliest pairs first, so that no forum is given away to a lesser likeness. */
const pairedByLikeness = (fora: readonly ProposedForum[], register: readonly RegisterForum[]) => {
  const candidates = fora
    .flatMap((forum) => register.map((entry) => ({ forum, entry, likeness: renamed(forum, entry) })))
    .filter((candidate) => candidate.likeness > 0)
    .toSorted((a, b) => b.likeness - a.likeness)
  const pairs = new Map<ProposedForum, RegisterForum>()
  const taken = new Set<RegisterForum>()
  for (const { forum, entry } of candidates) {
    if (pairs.has(forum) || taken.has(entry)) continue
    pairs.set(forum, entry)
    taken.add(entry)
  }
  return { pairs, taken }
}

/**
 * What an annex would change in the register: every forum of the annex once, in its order, then the register's fora that the
 * annex does not have. Each entry of the register is paired at most once, so importing an annex again gives `same` only.
 */
export const compareWithRegister = (proposal: AnnexProposal, register: readonly RegisterForum[]): readonly Change[] => {
  const named = pairedByName(proposal.fora, register)
  const alike = pairedByLikeness(
    proposal.fora.filter((forum) => !named.pairs.has(forum)),
    register.filter((entry) => !named.taken.has(entry)),
  )
  const changes = proposal.fora.map((forum): Change => {
    const entry = named.pairs.get(forum) ?? alike.pairs.get(forum)
    if (!entry) return { kind: 'new', forum, entry: null, fields: [], confidence: forum.confidence }
    const fields = fieldChanges(forum, entry)
    if (fields.length === 0) return { kind: 'same', forum, entry, fields: [], confidence: 'sure' }
    const confidence = alike.pairs.has(forum) && forum.confidence === 'sure' ? 'check' : forum.confidence
    return { kind: 'changed', forum, entry, fields, confidence }
  })
  const gone = register
    .filter((entry) => !named.taken.has(entry) && !alike.taken.has(entry))
    .map((entry): Change => ({ kind: 'gone', forum: null, entry, fields: [], confidence: 'check' }))
  return [...changes, ...gone]
}
