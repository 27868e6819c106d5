import { numberedHeading, partBetween } from './headings.ts'
import type { Between, CategoryHeading } from './headings.ts'
import { fieldOfLabel } from './labels.ts'
import type { AnnexLine } from './lines.ts'
import type { AnnexField } from './proposal.ts'
import { leavesOpen, looksLikeHeading } from './values.ts'

/** One field as it stands in the source. */
export interface RawField {
  texts: string[]
  lines: readonly [number, number]
  label: string
  misspelt: boolean
  twice: boolean
}

export interface RawForum {
  category: CategoryHeading | null
  heading: readonly AnnexLine[]
  fields: ReadonlyMap<AnnexField, RawField>
}

export interface Blocks {
  fora: readonly RawForum[]
  stray: readonly AnnexLine[]
}

/** A label line with the lines without label that follow it. */
interface Piece {
  line: AnnexLine
  field: AnnexField
  value: string
  label: string
  misspelt: boolean
  after: readonly AnnexLine[]
}

/** The rest of a label that its narrow column broke: "Lovgrundlag/" and "kommissorium" below. Returns the value beside it. */
const restOfLabel = (piece: Piece, line: AnnexLine): { label: string; value: string } | null => {
  const [left = '', ...right] = line.text.split('\t')
  if (left === '' || left.length > 20 || left.includes(' ') || line.gap || line.indented) return null
  const label = piece.label + left
  if (!piece.misspelt || fieldOfLabel(label) !== piece.field) return null
  return { label, value: right.join(' ') }
}

const beginnings: Partial<Record<AnnexField, RegExp>> = {
  actionPlans: /^(evt\.?|eventuelle)$/i,
  cadence: /^antal$/i,
}

/** The line is the first half of the label below it: "Antal" and "møder". */
const beginsLabel = (line: AnnexLine, next: AnnexLine | undefined): boolean =>
  next?.label ? beginnings[next.label.field]?.test(line.text) === true : false

const piecesOf = (lines: readonly AnnexLine[]): { before: readonly AnnexLine[]; pieces: readonly Piece[] } => {
  const before: AnnexLine[] = []
  const pieces: (Piece & { after: AnnexLine[] })[] = []
  lines.forEach((line, index) => {
    const last = pieces.at(-1)
    const { label } = line
    const broken = last && last.after.length === 0 && !label ? restOfLabel(last, line) : null
    if (last && broken) {
      last.label = broken.label
      last.misspelt = false
      if (broken.value !== '') last.after.push({ ...line, text: broken.value, indented: true })
    } else if (label && !(label.weak && !isExpected(label.field, pieces)))
      pieces.push({
        line,
        field: label.field,
        value: label.value,
        label: label.label,
        misspelt: label.spelling === 'near',
        after: [],
      })
    else if (!beginsLabel(line, lines[index + 1])) (last?.after ?? before).push({ ...line, label: null })
  })
  return { before, pieces }
}

const usualOrder: readonly AnnexField[] = [
  'topic',
  'legalBasis',
  'purpose',
  'actionPlans',
  'interfaces',
  'participants',
  'cadence',
]

/** A common word with a small letter after it is a label only right after the field that usually comes before. */
const isExpected = (field: AnnexField, pieces: readonly Piece[]): boolean => {
  const last = pieces.at(-1)
  if (!last) return false
  if (field === 'topic') return last.field === 'cadence' || last.after.length > 0
  return usualOrder.indexOf(field) === usualOrder.indexOf(last.field) + 1
}

interface Vote {
  first: AnnexField
  last: AnnexField
  count: number
}

/** The fields this annex begins and ends its fora with, by how often a heading stands between the two. */
const ends = (pieces: readonly Piece[]): { first: AnnexField; last: AnnexField } => {
  // The order of nearly all annexes has a start, so that a list inside one value does not outvote it.
  const usual: Vote = { first: 'topic', last: 'cadence', count: 2 }
  const votes = new Map([['cadence topic', usual]])
  pieces.forEach((piece, index) => {
    const above = pieces[index - 1]
    const heading = above?.after.at(-1)
    if (!above || !heading || heading.indented || !looksLikeHeading(heading.text)) return
    if (above.value === '' && above.after.length < 2) return
    const key = `${above.field} ${piece.field}`
    const vote = votes.get(key) ?? { first: piece.field, last: above.field, count: 0 }
    vote.count += 1
    votes.set(key, vote)
  })
  return [...votes.values()].toSorted((a, b) => b.count - a.count)[0] ?? usual
}

interface Making {
  forum: { category: CategoryHeading | null; heading: readonly AnnexLine[]; fields: Map<AnnexField, RawField> }
  above: Piece
}

const beginsForum = (
  piece: Piece,
  making: Making,
  between: Between,
  usual: { first: AnnexField; last: AnnexField },
): boolean => {
  const { above, forum } = making
  const heading = between.heading[0]
  const setApart = heading !== undefined && looksLikeHeading(heading.text)
  if (forum.fields.has(piece.field)) return setApart || piece.field === usual.first || above.field === usual.last
  if (!setApart || leavesOpen(joinedEnd(above, between))) return false
  if (between.category && forum.fields.size >= 3) return true
  if (piece.field === usual.first) return heading.gap || above.field === usual.last
  return heading.gap && above.field === usual.last && forum.fields.size >= 3
}

const joinedEnd = (above: Piece, between: Between): string => between.value.at(-1)?.text ?? above.value

const addField = (making: Making, piece: Piece): void => {
  const known = making.forum.fields.get(piece.field)
  const texts = piece.value === '' ? [] : [piece.value]
  if (known) {
    known.texts.push(...texts)
    known.lines = [known.lines[0], piece.line.at]
    known.twice ||= !known.label.endsWith('/')
  } else {
    const lines = [piece.line.at, piece.line.at] as const
    making.forum.fields.set(piece.field, { texts, lines, label: piece.label, misspelt: piece.misspelt, twice: false })
  }
  making.above = piece
}

const addValue = (making: Making, lines: readonly AnnexLine[]): void => {
  const known = making.forum.fields.get(making.above.field)
  const last = lines.at(-1)
  if (!known || !last) return
  for (const line of lines) known.texts.push(line.text)
  known.lines = [known.lines[0], last.at]
}

/** Lines after the last label: the value goes on to the first empty line, the rest belongs to nothing. */
const finish = (making: Making): readonly AnnexLine[] => {
  const { after, value } = making.above
  const end = after.findIndex((line, index) => line.gap && !(index === 0 && value === ''))
  const own = end < 0 ? after : after.slice(0, end)
  addValue(making, own)
  return after.slice(own.length)
}

/** Cuts the lines into fora. A forum begins where a field comes again, or where a heading stands before the usual first field. */
export const blocksOf = (lines: readonly AnnexLine[]): Blocks => {
  const { before, pieces } = piecesOf(lines)
  const usual = ends(pieces)
  const numberedCategories = lines.some(
    // A number right before a label numbers the forum, and one right after an empty label is a list in its value.
    (line, index) =>
      !lines[index + 1]?.label && lines[index - 1]?.label?.value !== '' && numberedHeading(line) !== null,
  )
  const fora: Making['forum'][] = []
  const stray: AnnexLine[] = []
  let making: Making | null = null
  for (const piece of pieces) {
    const between = partBetween(making ? making.above.after : before, making?.above.line ?? null, numberedCategories)
    if (making && !beginsForum(piece, making, between, usual)) {
      addValue(making, making.above.after)
      addField(making, piece)
      continue
    }
    if (making) addValue(making, between.value)
    stray.push(...between.stray)
    const forum = { category: between.category, heading: between.heading, fields: new Map<AnnexField, RawField>() }
    fora.push(forum)
    making = { forum, above: piece }
    addField(making, piece)
  }
  stray.push(...(making ? finish(making) : before))
  return { fora, stray }
}
