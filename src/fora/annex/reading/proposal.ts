import type { Cadence } from '../../cadence/cadence.ts'

/** `sure`: read without doubt. `check`: read, but a person should look. `unsure`: missing, or perhaps wrong. */
export const confidences = ['sure', 'check', 'unsure'] as const
export type Confidence = (typeof confidences)[number]

/** The seven fields of an annex, in the order districts print them. */
export const annexFields = [
  'topic',
  'legalBasis',
  'purpose',
  'actionPlans',
  'interfaces',
  'participants',
  'cadence',
] as const
export type AnnexField = (typeof annexFields)[number]

/** Why a field is not sure; `readingTexts` makes the sentence. */
export type ProposalNote =
  | { code: 'missing' }
  | { code: 'nameMissing' }
  | { code: 'strayWord'; word: string }
  | { code: 'misspelt'; word: string; suggestion: string }
  | { code: 'misspeltLabel'; label: string }
  | { code: 'labelTwice' }
  | { code: 'notMunicipality'; names: readonly string[] }
  | { code: 'noParagraph' }
  | { code: 'cadenceUnparsed' }
  | { code: 'cadenceVaries' }
  | { code: 'numberedName' }

/** First and last line of the source, 1-based and inclusive. */
export type LineRange = readonly [number, number]

export interface ProposedField {
  /** As printed, on one line, with broken words mended; empty where the annex says nothing. */
  value: string
  lines: LineRange | null
  confidence: Confidence
  note: ProposalNote | null
}

export interface ParticipantPart {
  words: string
  kind: 'office' | 'organisation' | 'group'
  /** Name of the municipality the words point to, as the context spells it. */
  municipality: string | null
}

export interface ProposedCategory {
  number: number | null
  /** Without the number; empty where the annex has no categories. */
  name: string
}

export interface ProposedForum {
  /** 1-based place in the annex. */
  position: number
  category: ProposedCategory
  name: ProposedField
  topic: ProposedField
  legalBasis: ProposedField
  purpose: ProposedField
  actionPlans: ProposedField
  interfaces: ProposedField
  participants: ProposedField
  cadence: ProposedField & { parsed: Cadence }
  participantsSplit: readonly ParticipantPart[]
  /** One entry for a body that every municipality has one of; may be taken over as one forum per municipality. */
  perMunicipality: boolean
  sourceLines: LineRange
  confidence: Confidence
}

export type RefusedReading = { code: 'empty' } | { code: 'noLabels' } | { code: 'tooFewFields' }

export interface AnnexProposal {
  fora: readonly ProposedForum[]
  categories: readonly ProposedCategory[]
  /** Lines with text that belong to no forum, category or page furniture. */
  strayLines: readonly { line: number; text: string }[]
  title: string | null
  /** False for a document that is no annex; then there are no fora and `reason` says why. */
  recognised: boolean
  reason: RefusedReading | null
}

/** The weakest of several. */
export const lowest = (values: readonly Confidence[]): Confidence =>
  confidences[Math.max(0, ...values.map((value) => confidences.indexOf(value)))] ?? 'unsure'

/** "1. Kontakt", or the name alone where there is no number. */
export const categoryText = ({ number, name }: ProposedCategory): string =>
  number === null ? name : `${number}. ${name}`.trim()
