import { z } from 'zod'
import { DomainError } from '../../../base/errors.ts'
import { parseCadence } from '../../cadence/rules.ts'
import type { Cadence } from '../../cadence/cadence.ts'
import { judgeField, judgeForum, judgeName, saysNone } from './judge.ts'
import { isPerMunicipality, splitParticipants, splitWords } from './participants.ts'
import { annexFields, categoryText } from './proposal.ts'
import type { AnnexField, AnnexProposal, Confidence, LineRange, ProposedCategory, ProposedForum } from './proposal.ts'
import type { ReadingContext } from './read.ts'
import { countWords } from './spelling.ts'

/** One forum of a proposal as `import-annex --dry-run` prints it. */
export interface PrintedProposal {
  category: string
  name: string
  topic: string
  legalBasis: string
  purpose: string
  actionPlans: string
  interfaces: string
  interfaceList: readonly string[]
  participants: string
  participantList: readonly string[]
  cadence: Cadence
  perMunicipality: boolean
  sourceLines: LineRange
  confidence: Confidence
  fieldConfidence: Readonly<Record<AnnexField | 'name', Confidence>>
}

const confidencesOf = (forum: ProposedForum): Record<AnnexField | 'name', Confidence> => ({
  name: forum.name.confidence,
  topic: forum.topic.confidence,
  legalBasis: forum.legalBasis.confidence,
  purpose: forum.purpose.confidence,
  actionPlans: forum.actionPlans.confidence,
  interfaces: forum.interfaces.confidence,
  participants: forum.participants.confidence,
  cadence: forum.cadence.confidence,
})

/** The proposal as plain data: the original words of every field, with lists beside them where they name several. */
export const proposalAsJson = (proposal: AnnexProposal): readonly PrintedProposal[] =>
  proposal.fora.map((forum) => ({
    category: categoryText(forum.category),
    name: forum.name.value,
    topic: forum.topic.value,
    legalBasis: forum.legalBasis.value,
    purpose: forum.purpose.value,
    actionPlans: forum.actionPlans.value,
    interfaces: forum.interfaces.value,
    interfaceList: saysNone(forum.interfaces.value) ? [] : splitWords(forum.interfaces.value),
    participants: forum.participants.value,
    participantList: forum.participantsSplit.map((part) => part.words),
    cadence: forum.cadence.parsed,
    perMunicipality: forum.perMunicipality,
    sourceLines: forum.sourceLines,
    confidence: forum.confidence,
    fieldConfidence: confidencesOf(forum),
  }))

/** The file is JSON of another kind, or none; `readingTexts.jsonRefused` has the sentences. `place` is where it differs. */
export class AnnexJsonRefusal extends DomainError {
  readonly reason: 'notJson' | 'notAnnex' | 'noFora'
  readonly place: string
  constructor(reason: 'notJson' | 'notAnnex' | 'noFora', place = '', options?: ErrorOptions) {
    super(`Not an annex: ${reason} ${place}`.trim(), options)
    this.reason = reason
    this.place = place
  }
}

const words = z.string().max(100_000).default('')
const category = z.union([z.string(), z.object({ number: z.int().nullable(), name: z.string() })]).default('')

const forumShape = z.object({
  category,
  name: z.string().trim().min(1).max(1000),
  topic: words,
  legalBasis: words,
  purpose: words,
  actionPlans: words,
  interfaces: words,
  participants: words,
  cadence: z.union([z.string(), z.object({ words: z.string() })]).default(''),
})

const foraShape = z.array(forumShape).max(10_000)

const annexShape = z.union([
  foraShape.transform((fora) => ({ year: null, categories: [], fora })),
  z.object({
    format: z.literal('samvirk-annex'),
    version: z.literal(1).default(1),
    year: z.int(),
    categories: z.array(z.object({ number: z.int().nullable(), name: z.string() })).default([]),
    fora: foraShape,
  }),
])

type GivenForum = z.infer<typeof forumShape>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new AnnexJsonRefusal('notJson', '', { cause })
  }
}

/** The first place that differs, from the arm of the union that fits the file's outer form. */
const placeOf = (error: z.ZodError, isList: boolean): string => {
  const [issue] = error.issues
  if (issue?.code !== 'invalid_union') return issue?.path.join('.') ?? ''
  const arm = issue.errors[isList ? 0 : 1]?.[0]
  return arm?.path.join('.') ?? ''
}

const categoryOf = (given: GivenForum['category'], known: readonly ProposedCategory[]): ProposedCategory => {
  if (typeof given !== 'string') return given
  const [, number, name] = /^(\d{1,3})[.)]\s*(.+)$/su.exec(given) ?? []
  if (number !== undefined && name !== undefined) return { number: Number(number), name }
  return known.find((one) => one.name === given) ?? { number: null, name: given }
}

/** Lines from one forum's name to the next one's, so that a reader can look it up in the file. */
const ranges = (text: string, fora: readonly GivenForum[]): readonly LineRange[] => {
  let from = 0
  let line = 1
  const starts = fora.map(({ name }) => {
    const at = text.indexOf(JSON.stringify(name), from)
    if (at < 0) return line
    line += text.slice(from, at).split('\n').length - 1
    from = at
    return line
  })
  const last = text.trimEnd().split('\n').length
  return starts.map((start, index) => [start, Math.max(start, (starts[index + 1] ?? last + 1) - 1)])
}

const wordsIn = (forum: GivenForum, field: AnnexField): string => {
  if (field !== 'cadence') return forum[field]
  return typeof forum.cadence === 'string' ? forum.cadence : forum.cadence.words
}

const rawField = (text: string, lines: LineRange) => ({
  texts: text.split('\n'),
  lines,
  label: '',
  misspelt: false,
  twice: false,
})

/**
 * Reads what `proposalAsJson` printed or the JSON export of an annex. Throws AnnexJsonRefusal. Fields are judged as if they had
 * been read from text; line numbers are those of the JSON file.
 */
export const readAnnexJson = (text: string, { municipalities }: ReadingContext): AnnexProposal => {
  const content = parsed(text)
  const result = annexShape.safeParse(content)
  if (!result.success)
    throw new AnnexJsonRefusal('notAnnex', placeOf(result.error, Array.isArray(content)) || 'format', {
      cause: result.error,
    })
  const { fora: given, categories: known, year } = result.data
  if (given.length === 0) throw new AnnexJsonRefusal('noFora')
  const lines = ranges(text, given)
  const count = countWords(given.flatMap((forum) => [forum.name, ...annexFields.map((field) => wordsIn(forum, field))]))
  const categories = new Map<string, ProposedCategory>()
  const fora = given.map((forum, index): ProposedForum => {
    const sourceLines = lines[index] ?? [1, 1]
    const own = categoryOf(forum.category, known)
    const heading = { at: sourceLines[0], text: forum.name, indented: false, gap: true, label: null }
    const field = (name: AnnexField) => judgeField(name, rawField(wordsIn(forum, name), sourceLines), municipalities)
    const participants = field('participants')
    const cadence = field('cadence')
    if (own.name !== '') categories.set(categoryText(own), categories.get(categoryText(own)) ?? own)
    const whole = {
      position: index + 1,
      category: own,
      name: judgeName([heading], count),
      topic: field('topic'),
      legalBasis: field('legalBasis'),
      purpose: field('purpose'),
      actionPlans: field('actionPlans'),
      interfaces: field('interfaces'),
      participants,
      cadence: { ...cadence, parsed: parseCadence(cadence.value) },
      participantsSplit: splitParticipants(participants.value, municipalities),
      perMunicipality: isPerMunicipality(forum.name),
      sourceLines,
    }
    return { ...whole, confidence: judgeForum(whole) }
  })
  const title = year === null ? null : String(year)
  return { fora, categories: [...categories.values()], strayLines: [], title, recognised: true, reason: null }
}
