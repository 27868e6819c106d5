import { notePrefixes } from '../print/document.ts'
import { matchLabel } from './labels.ts'
import type { LabelMatch } from './labels.ts'
import { leavesOpen, startsSmall } from './values.ts'

/** A line with something on it, cleaned of what word processors and Markdown leave. */
export interface AnnexLine {
  /** 1-based number in the source. */
  at: number
  /** Trimmed; inner tabs kept. */
  text: string
  /** Began with a tab: stands in the column of the values. */
  indented: boolean
  /** An empty line stands before it. */
  gap: boolean
  label: LabelMatch | null
}

const cleaned = (line: string): string => {
  const plain = line
    .normalize('NFC')
    .replace(/\u00ad\s*$/, '-')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/^\s*(#{1,6}|>)\s+/, '')
    .replaceAll(/\*\*|__/g, '')
    .replace(/\\$/, '')
  const row = /^\s*\|(.*)\|\s*$/.exec(plain)?.[1]
  if (row !== undefined)
    return row
      .split('|')
      .map((cell) => cell.trim())
      .join('\t')
  return plain.replace(/^\s*[*•·]\s+(?=\S)/, '').replace(/^\s*\*([^*]+)\*/, '$1')
}

const isRule = (text: string): boolean => /^[-–—=_*•·.|:\s]{2,}$/.test(text)
const isPageCount = (text: string): boolean =>
  /^(side|page|s\.)\s*\d{1,4}(\s*(af|of|ud af|\/)\s*\d{1,4})?\.?$/i.test(text) || /^[-–—]\s*\d{1,4}\s*[-–—]$/.test(text)
const isBareNumber = (text: string): boolean => /^\d{1,4}(\s*(af|\/)\s*\d{1,4})?$/.test(text)
const isLetterhead = (text: string): boolean => /^[\p{Lu}\s.,–-]+ POLITI$/u.test(text)
const isContentsEntry = (text: string): boolean => /(?:\.\s?){4}\s*\d{1,3}$/.test(text)
/** What the printed annex says of changes is no part of the annex. */
const isOwnNote = (text: string): boolean => Object.values(notePrefixes).some((prefix) => text.startsWith(prefix))
const isAnnexNumber = (text: string): boolean => /^bilag\s*\d{0,2}\.?$/i.test(text)

/** Headers differ from page to page only by their numbers. */
const shapeOf = (text: string): string => text.toLowerCase().replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ')

/**
 * Lines that come back at least three times and are neither values ("Nej" below its label) nor the wrapped end of a value
 * nor headings: those stand before the first field, and perhaps once more in a table of contents.
 */
const repeated = (lines: readonly AnnexLine[]): ReadonlySet<string> => {
  const seen = new Map<string, { times: number; asValue: number; asHeading: number; asTail: number }>()
  lines.forEach((line, index) => {
    if (line.label || line.indented || startsSmall(line.text) || line.text.replaceAll(/[^\p{L}]/gu, '').length < 5)
      return
    const before = lines[index - 1]
    const shape = shapeOf(line.text)
    const known = seen.get(shape) ?? { times: 0, asValue: 0, asHeading: 0, asTail: 0 }
    known.times += 1
    if (before?.label?.value === '') known.asValue += 1
    else if (before && !line.gap && leavesOpen(before.text)) known.asTail += 1
    if (lines[index + 1]?.label?.field === 'topic') known.asHeading += 1
    seen.set(shape, known)
  })
  return new Set(
    [...seen]
      .filter(
        ([, s]) => s.times >= 3 && s.asValue * 2 < s.times && s.asTail * 2 < s.times && s.asHeading * 3 <= s.times,
      )
      .map(([shape]) => shape),
  )
}

const isFurniture = (line: AnnexLine, before: AnnexLine | undefined): boolean => {
  const { text } = line
  const valueWanted = before?.label?.value === ''
  if (isPageCount(text) || isContentsEntry(text) || isOwnNote(text)) return true
  if (isBareNumber(text)) return !(valueWanted && before.label?.field === 'cadence')
  return isRule(text) || (!valueWanted && (isLetterhead(text) || isAnnexNumber(text)))
}

const withoutFurniture = (lines: readonly AnnexLine[]): readonly AnnexLine[] => {
  const kept: AnnexLine[] = []
  for (const line of lines) if (!isFurniture(line, kept.at(-1))) kept.push(line)
  return kept
}

const hasGap = (gaps: ReadonlySet<number>, after: number, upTo: number): boolean => {
  for (let at = after + 1; at <= upTo; at += 1) if (gaps.has(at)) return true
  return false
}

/** The lines that carry the annex: page headers, page numbers, rules and tables of contents are gone, with each line's number kept. */
export const annexLines = (source: readonly string[]): readonly AnnexLine[] => {
  let gap = true
  const lines: AnnexLine[] = []
  source.forEach((raw, index) => {
    const clean = cleaned(raw)
    const text = clean.trim()
    if (text === '') gap = true
    else {
      lines.push({ at: index + 1, text, indented: clean.startsWith('\t'), gap, label: matchLabel(text) })
      gap = false
    }
  })
  const own = withoutFurniture(lines)
  const headers = repeated(own)
  const kept = own.filter((line) => line.label !== null || line.indented || !headers.has(shapeOf(line.text)))
  // An empty line that stood before a dropped line stands before the next one instead.
  const gaps = new Set(lines.filter((line) => line.gap).map((line) => line.at))
  let last = 0
  return kept.map((line) => {
    const passed = hasGap(gaps, last, line.at)
    last = line.at
    return passed === line.gap ? line : { ...line, gap: passed }
  })
}
