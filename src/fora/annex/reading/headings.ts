import type { AnnexLine } from './lines.ts'
import { joinLines, leavesOpen, looksLikeHeading, startsSmall } from './values.ts'

export interface CategoryHeading {
  number: number | null
  name: string
  lines: readonly [number, number]
}

const romans: Record<string, number> = { I: 1, V: 5, X: 10 }
const arabic = (roman: string): number =>
  Array.from(roman).reduce((sum, letter, at) => {
    const value = romans[letter] ?? 0
    return sum + (value < (romans[roman[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)

const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : arabic(text.toUpperCase()))

const forms = [
  /^(?:kategori|afsnit|område|kapitel)\s*(\d{1,2}|[IVX]{1,5})\s*[.:)–-]?\s+(\p{L}.*)$/iu,
  /^(\d{1,2})\s*[.)](?!\d)\s*(["”“]?\p{L}.*)$/u,
  /^([IVX]{1,5})\s*[.)]\s*(\p{Lu}.*)$/u,
]
/** "4 Beredskab" is also how a sentence can go on, so it needs an empty line before it. */
const bare = /^(\d{1,2})\s+(\p{Lu}.*)$/u

/** "4. Beredskab", "4) Beredskab", "IV. Beredskab", "Kategori 4: Beredskab"; null for anything else. */
export const numberedHeading = (line: AnnexLine): CategoryHeading | null => {
  if (line.label || line.indented || line.text.length > 140) return null
  for (const form of line.gap ? [...forms, bare] : forms) {
    const [, number, name] = form.exec(line.text) ?? []
    if (number !== undefined && name !== undefined)
      return { number: numberOf(number), name: joinLines([name]).replace(/\s*:$/, ''), lines: [line.at, line.at] }
  }
  return null
}

/** What stands between the last label of one forum and the first of the next. */
export interface Between {
  /** Goes on with the value above. */
  value: readonly AnnexLine[]
  category: CategoryHeading | null
  heading: readonly AnnexLine[]
  stray: readonly AnnexLine[]
}

const goesOn = (line: AnnexLine, before: AnnexLine | undefined): boolean =>
  line.indented || startsSmall(line.text) || (before !== undefined && !before.label && leavesOpen(before.text))

/** Where the heading begins: its last line, and upwards as long as the lines are the wrapped rest of one above. */
const headingStart = (lines: readonly AnnexLine[]): number => {
  let start = lines.length - 1
  for (let line = lines[start]; start > 0 && line; line = lines[start]) {
    if (line.gap || line.indented || !goesOn(line, lines[start - 1])) break
    start -= 1
  }
  return start
}

/** How many of the lines carry on the value above; the rest is stray. */
const valueLength = (lines: readonly AnnexLine[], above: AnnexLine | null): number => {
  if (!above) return 0
  let length = 0
  let before = above
  for (const line of lines) {
    const firstOfEmpty = length === 0 && above.label?.value === ''
    const open = goesOn(line, before) || (before === above && leavesOpen(above.label?.value ?? ''))
    if (line.gap && !firstOfEmpty && !open) break
    if (numberedHeading(line) && !firstOfEmpty) break
    length += 1
    before = line
  }
  return length
}

/** The annex's own title. */
export const isTitle = (text: string): boolean =>
  text.length <= 200 && /samarbejdsfora|oversigt over|\bfora\b/iu.test(text)

const unnumbered = (lines: readonly AnnexLine[]): { start: number; category: CategoryHeading } | null => {
  const last = lines.at(-1)
  if (!last?.gap || !looksLikeHeading(last.text) || isTitle(last.text)) return null
  return {
    start: lines.length - 1,
    category: { number: null, name: joinLines([last.text]), lines: [last.at, last.at] },
  }
}

const numbered = (lines: readonly AnnexLine[]): { start: number; category: CategoryHeading; length: number } | null => {
  for (let start = lines.length - 1; start >= 0; start -= 1) {
    const line = lines[start]
    const category = line && numberedHeading(line)
    if (!line || !category) continue
    const rest: AnnexLine[] = []
    for (const next of lines.slice(start + 1)) {
      if (next.gap || !startsSmall(next.text)) break
      rest.push(next)
    }
    const name = joinLines([category.name, ...rest.map((next) => next.text)])
    return {
      start,
      length: 1 + rest.length,
      category: { ...category, name, lines: [line.at, rest.at(-1)?.at ?? line.at] },
    }
  }
  return null
}

/**
 * Parts the lines before the first label of a forum. `above` is the line of the last label before them, if any;
 * `numberedCategories` says whether the annex numbers its categories, so that an unnumbered line is none.
 */
export const partBetween = (
  lines: readonly AnnexLine[],
  above: AnnexLine | null,
  numberedCategories: boolean,
): Between => {
  const start = headingStart(lines)
  const first = lines[start]
  // The only line below an empty label is its value when nothing sets it apart.
  const isValue = !first || first.indented || (above?.label?.value === '' && start === 0 && !first.gap)
  const heading = isValue ? [] : lines.slice(start)
  const rest = isValue ? lines : lines.slice(0, start)
  const found = numbered(rest) ?? null
  if (found) {
    const before = rest.slice(0, found.start)
    const length = valueLength(before, above)
    const stray = [...before.slice(length), ...rest.slice(found.start + found.length)]
    return { value: before.slice(0, length), category: found.category, heading, stray }
  }
  const length = valueLength(rest, above)
  const after = rest.slice(length)
  const plain = numberedCategories ? null : unnumbered(after)
  return {
    value: rest.slice(0, length),
    category: plain?.category ?? null,
    heading,
    stray: plain ? after.slice(0, plain.start) : after,
  }
}
