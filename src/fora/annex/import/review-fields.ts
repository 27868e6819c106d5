import type { Language } from '../../../base/language.ts'
import { cadenceInWords } from '../../cadence/wording.ts'
import { type AnnexField, annexFields, categoryText, type Confidence, type ProposedForum } from '../reading/proposal.ts'
import { noteText } from '../reading/texts.ts'
import type { RegisterEntry } from '../register-store.ts'
import type { ComparedEntry } from './comparison.ts'
import { type FieldKey, reviewTexts } from './review-texts.ts'

export const fieldKeys = ['name', 'category', ...annexFields] as const

/** What each field is called in the form. */
export const formNames = {
  name: 'navn',
  category: 'kategori',
  topic: 'emne',
  legalBasis: 'lovgrundlag',
  purpose: 'formaal',
  actionPlans: 'handleplaner',
  interfaces: 'snitflader',
  participants: 'deltagere',
  cadence: 'moeder',
} as const satisfies Record<FieldKey, string>

export interface SourceLine {
  number: number
  text: string
}

/** One field of the review: what the annex says, what is proposed, and how sure that is. */
export interface ReviewField {
  key: FieldKey
  source: readonly SourceLine[]
  value: string
  /** What the register says, where there is something to compare with and it differs. */
  registered: string | null
  confidence: Confidence
  reason: string
  /** Words of the source that the reason is about. */
  marked: readonly string[]
}

/** The value of a field as the register has it. */
export const registeredValue = (entry: RegisterEntry, key: FieldKey): string => {
  if (key === 'category') return categoryText({ number: entry.categoryNumber, name: entry.category })
  return entry[key]
}

interface ReviewContext {
  lang: Language
  entry: ComparedEntry
  target: RegisterEntry | null
  /** The lines of the forum, the first of them numbered `forum.sourceLines[0]`. */
  lines: readonly string[]
  categories: ReadonlySet<string>
  /** How many of the interfaces that the forum names are known. */
  interfaces: { found: number; all: number }
}

const linesOf = ({ entry, lines }: ReviewContext, range: readonly [number, number] | null): SourceLine[] =>
  range === null
    ? []
    : lines
        .map((text, index) => ({ number: entry.forum.sourceLines[0] + index, text: text.replaceAll('\t', ' ').trim() }))
        .filter(({ number, text }) => number >= range[0] && number <= range[1] && text !== '')

const sureReason = (context: ReviewContext, key: 'name' | AnnexField, lines: number): string => {
  const t = reviewTexts[context.lang]
  const { forum } = context.entry
  if (key === 'name') return context.target === null ? t.headingNew : t.headingKnown
  if (key === 'cadence') return cadenceInWords(forum.cadence.parsed, context.lang)
  if (key === 'interfaces' && context.interfaces.all > 0)
    return t.interfacesFound(context.interfaces.found, context.interfaces.all)
  return lines > 1 ? t.joined(lines) : t.verbatim
}

const markedWords = (forum: ProposedForum, key: 'name' | AnnexField): readonly string[] => {
  const { note } = forum[key]
  if (note?.code === 'notMunicipality') return note.names
  return note?.code === 'strayWord' || note?.code === 'misspelt' ? [note.word] : []
}

const differs = (value: string, registered: string): string | null => (value === registered ? null : registered)

const categoryField = (context: ReviewContext): ReviewField => {
  const t = reviewTexts[context.lang]
  const { category } = context.entry.forum
  const { target } = context
  const inAnnex = category.name !== ''
  const isKnown = context.categories.has(category.name.toLowerCase())
  const registered = target && registeredValue(target, 'category')
  // The register's own number stands when the names are the same.
  const isSame = target !== null && (!inAnnex || target.category.toLowerCase() === category.name.toLowerCase())
  return {
    key: 'category',
    source: [],
    value: isSame && registered !== null ? registered : categoryText(category),
    registered: isSame ? null : registered,
    confidence: inAnnex || target !== null ? 'sure' : 'unsure',
    reason: inAnnex ? (isKnown ? t.categoryKnown : t.categoryNew) : t.categoryMissing,
    marked: [],
  }
}

/** The fields of an entry for the review page, in the order of the form. */
export const reviewFieldsOf = (context: ReviewContext): ReviewField[] =>
  fieldKeys.map((key) => {
    if (key === 'category') return categoryField(context)
    const field = context.entry.forum[key]
    const source = linesOf(context, field.lines)
    return {
      key,
      source,
      value: field.value,
      registered: context.target && differs(field.value, registeredValue(context.target, key)),
      confidence: field.confidence,
      reason: field.note === null ? sureReason(context, key, source.length) : noteText(field.note, context.lang),
      marked: markedWords(context.entry.forum, key),
    }
  })
