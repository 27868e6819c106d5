import { parseCadence } from '../../cadence/rules.ts'
import { blocksOf } from './blocks.ts'
import type { RawForum } from './blocks.ts'
import { isTitle, numberedHeading } from './headings.ts'
import type { CategoryHeading } from './headings.ts'
import { judgeField, judgeForum, judgeName } from './judge.ts'
import { annexLines } from './lines.ts'
import type { AnnexLine } from './lines.ts'
import { isPerMunicipality, splitParticipants } from './participants.ts'
import type {
  AnnexField,
  AnnexProposal,
  LineRange,
  ProposedCategory,
  ProposedForum,
  RefusedReading,
} from './proposal.ts'
import { countWords } from './spelling.ts'
import type { WordCount } from './spelling.ts'
import { joinLines } from './values.ts'

export interface ReadingContext {
  /** Names of the district's municipalities; with none, places are not checked. */
  municipalities: readonly string[]
}

/** Labels that other documents hardly have; minutes and invitations have "Emne", "Formål" and "Deltagere" too. */
const telling: readonly AnnexField[] = ['legalBasis', 'actionPlans', 'interfaces', 'cadence']

const isFull = ({ fields }: RawForum): boolean =>
  fields.size >= 4 && telling.filter((field) => fields.has(field)).length >= 2

const refusal = (fora: readonly RawForum[], lines: readonly AnnexLine[]): RefusedReading | null => {
  if (fora.some(isFull)) return null
  if (lines.length === 0) return { code: 'empty' }
  return fora.length === 0 ? { code: 'noLabels' } : { code: 'tooFewFields' }
}

/** A heading that is numbered itself is the category's where other categories are numbered, and the forum's own number otherwise. */
const withCategory = (fora: readonly RawForum[]): readonly (RawForum & { ownNumber: boolean })[] => {
  const separate = fora.some((forum) => typeof forum.category?.number === 'number')
  return fora.map((forum) => {
    const heading = forum.heading[0]
    const number = heading && numberedHeading(heading)
    if (!heading || !number) return { ...forum, ownNumber: false }
    const text = joinLines(forum.heading.map((line) => line.text))
    const name = text.slice(text.indexOf(number.name.slice(0, 3)))
    const category = separate && !forum.category ? { ...number, name } : forum.category
    const rest = forum.heading.slice(1)
    return {
      ...forum,
      category,
      heading: [{ ...heading, text: number.name }, ...rest],
      ownNumber: separate && !forum.category,
    }
  })
}

const spanOf = (forum: RawForum): LineRange => {
  const numbers = [
    ...forum.heading.map((line) => line.at),
    ...[...forum.fields.values()].flatMap((field) => field.lines),
  ]
  return [Math.min(...numbers), Math.max(...numbers)]
}

const proposed = (
  forum: RawForum & { ownNumber: boolean },
  position: number,
  category: ProposedCategory,
  words: WordCount,
  { municipalities }: ReadingContext,
): ProposedForum => {
  const field = (name: AnnexField) => judgeField(name, forum.fields.get(name), municipalities)
  const name = judgeName(forum.heading, words)
  const cadence = field('cadence')
  const participants = field('participants')
  const whole = {
    position,
    category,
    name: forum.ownNumber ? { ...name, confidence: 'unsure' as const, note: { code: 'numberedName' as const } } : name,
    topic: field('topic'),
    legalBasis: field('legalBasis'),
    purpose: field('purpose'),
    actionPlans: field('actionPlans'),
    interfaces: field('interfaces'),
    participants,
    cadence: { ...cadence, parsed: parseCadence(cadence.value) },
    participantsSplit: splitParticipants(participants.value, municipalities),
    perMunicipality: isPerMunicipality(name.value),
    sourceLines: spanOf(forum),
  }
  return { ...whole, confidence: judgeForum(whole) }
}

const titleIn = (lines: readonly AnnexLine[]): AnnexLine | null => lines.find((line) => isTitle(line.text)) ?? null

const linesOfForum = (forum: RawForum): readonly AnnexLine[] => [
  ...forum.heading,
  ...[...forum.fields.values()].flatMap((field) =>
    field.texts.map((text, index) => ({
      at: Math.min(field.lines[0] + index, field.lines[1]),
      text: index === 0 ? `${field.label}: ${text}` : text,
      indented: false,
      gap: false,
      label: null,
    })),
  ),
]

/** "Kredsrådet<tab>4": an entry of a table of contents, alone or two beside each other. */
const isContentsEntry = (text: string): boolean => /\t\d{1,3}(\t|$)/.test(text)

const sameText = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const isSame = (a: ProposedCategory | undefined, b: CategoryHeading): boolean =>
  a !== undefined && a.number === b.number && sameText(a.name) === sameText(b.name)

/**
 * Reads the annex "Oversigt over samarbejdsfora" from its lines. Never throws and never invents: what the lines do not say is
 * an empty value marked `unsure`, what belongs to no forum is listed as stray, and another document gives no fora at all.
 */
export const readAnnex = (source: readonly string[], context: ReadingContext): AnnexProposal => {
  const lines = annexLines(source)
  const { fora: found, stray } = blocksOf(lines)
  const reason = refusal(found, lines)
  if (reason) return { fora: [], categories: [], strayLines: [], title: null, recognised: false, reason }

  const words = countWords(lines.map((line) => line.text))
  const categories: ProposedCategory[] = []
  const fora: ProposedForum[] = []
  const loose: AnnexLine[] = [...stray]
  for (const forum of withCategory(found)) {
    if (forum.fields.size < 2) {
      loose.push(...linesOfForum(forum))
      continue
    }
    const own = forum.category
    const known = own && categories.find((category) => isSame(category, own))
    if (own && !known) categories.push({ number: own.number, name: own.name })
    const category = known ?? categories.at(-1) ?? { number: null, name: '' }
    fora.push(proposed(forum, fora.length + 1, category, words, context))
  }
  const start = fora[0]?.sourceLines[0] ?? 0
  const contents = loose.find((line) => /^indhold(sfortegnelse)?:?$/i.test(line.text))?.at ?? start
  const title = titleIn(loose.filter((line) => line.at < start))
  const listed = new Set(
    [...fora.map((forum) => forum.name.value), ...categories.map((category) => category.name)].map(sameText),
  )
  const strayLines = loose
    .filter((line) => line !== title && (line.at > start || (line.at < contents && !isContentsEntry(line.text))))
    .filter((line) => !listed.has(sameText(numberedHeading(line)?.name ?? line.text)))
    .toSorted((a, b) => a.at - b.at)
    .map((line) => ({ line: line.at, text: line.text }))
  return { fora, categories, strayLines, title: title?.text ?? null, recognised: true, reason: null }
}
