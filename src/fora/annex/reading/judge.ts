import { parseCadence } from '../../cadence/rules.ts'
import type { RawField } from './blocks.ts'
import type { AnnexLine } from './lines.ts'
import { unknownMunicipalities } from './participants.ts'
import { lowest } from './proposal.ts'
import type { AnnexField, Confidence, LineRange, ProposalNote, ProposedField, ProposedForum } from './proposal.ts'
import { betterSpelling, strayCapitals, wordsOf } from './spelling.ts'
import type { WordCount } from './spelling.ts'
import { joinLines } from './values.ts'

type Verdict = readonly [Confidence, ProposalNote | null]

const sure: Verdict = ['sure', null]

/** "Intet særskilt" and the like say that there is nothing: an answer, not a gap. */
export const saysNone = (words: string): boolean =>
  /^((intet|ingen|ikke|nej)\b.{0,30}|[-–—]|n\/a)$/iu.test(words.trim())

const legalBasisVerdict = (words: string): Verdict =>
  words.includes('§') || saysNone(words) ? sure : ['check', { code: 'noParagraph' }]

const cadenceVerdict = (words: string): Verdict => {
  const { kind } = parseCadence(words)
  if (kind === 'unparsed') return ['unsure', { code: 'cadenceUnparsed' }]
  return kind === 'varies' ? ['check', { code: 'cadenceVaries' }] : sure
}

const participantsVerdict = (words: string, municipalities: readonly string[]): Verdict => {
  const names = municipalities.length > 0 ? unknownMunicipalities(words, municipalities) : []
  return names.length > 0 ? ['unsure', { code: 'notMunicipality', names }] : sure
}

const verdictOf = (field: AnnexField, words: string, municipalities: readonly string[]): Verdict => {
  if (words === '') return ['unsure', { code: 'missing' }]
  if (field === 'legalBasis') return legalBasisVerdict(words)
  if (field === 'cadence') return cadenceVerdict(words)
  return field === 'participants' ? participantsVerdict(words, municipalities) : sure
}

/** One of the seven fields, with how sure the reading is and why. */
export const judgeField = (
  field: AnnexField,
  raw: RawField | undefined,
  municipalities: readonly string[],
): ProposedField => {
  const value = joinLines(raw?.texts ?? [])
  let [confidence, note] = verdictOf(field, value, municipalities)
  if (confidence === 'sure' && raw?.misspelt)
    [confidence, note] = ['check', { code: 'misspeltLabel', label: raw.label }]
  if (confidence === 'sure' && raw?.twice) [confidence, note] = ['check', { code: 'labelTwice' }]
  return { value, lines: raw?.lines ?? null, confidence, note }
}

const withoutNumber = (text: string): string => text.replace(/^\d{1,2}(\.\d{1,2})+\.?\s+/, '').replace(/\s*:$/, '')

const nameVerdict = (value: string, words: WordCount): Verdict => {
  if (value === '') return ['unsure', { code: 'nameMissing' }]
  const stray = strayCapitals(value, words)
  if (stray) return [stray.long ? 'unsure' : 'check', { code: 'strayWord', word: stray.word }]
  for (const word of wordsOf(value)) {
    const suggestion = betterSpelling(word, words)
    if (suggestion) return ['check', { code: 'misspelt', word, suggestion }]
  }
  return value.length > 140 ? ['check', null] : sure
}

/** The name of a forum from its heading. */
export const judgeName = (heading: readonly AnnexLine[], words: WordCount): ProposedField => {
  const value = withoutNumber(joinLines(heading.map((line) => line.text)))
  const [confidence, note] = nameVerdict(value, words)
  const first = heading[0]
  const last = heading.at(-1)
  const lines: LineRange | null = first && last ? [first.at, last.at] : null
  return { value, lines, confidence, note }
}

const atMostCheck = ({ confidence }: ProposedField): Confidence => (confidence === 'unsure' ? 'check' : confidence)

/**
 * How sure the forum as a whole is. A legal basis without paragraph is well read, only thin, so it does not count; a missing
 * interface or action plan asks for a look and no more.
 */
export const judgeForum = (forum: Omit<ProposedForum, 'confidence'>): Confidence =>
  lowest([
    forum.name.confidence,
    forum.topic.confidence,
    forum.legalBasis.note?.code === 'noParagraph' ? 'sure' : forum.legalBasis.confidence,
    forum.purpose.confidence,
    atMostCheck(forum.actionPlans),
    atMostCheck(forum.interfaces),
    forum.participants.confidence,
    forum.cadence.confidence,
  ])
