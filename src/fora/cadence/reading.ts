import type { CadencePart, CadenceUnit } from './cadence.ts'
import { type Clause, type Frequency, readClause } from './clauses.ts'
import { type Item, itemsOf } from './phrases.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a whole text says. `parts` is null when its numbers cannot be relied on, empty when it holds none. */
export interface Reading {
  readonly parts: readonly CadencePart[] | null
  readonly asNeeded: boolean
  readonly varies: boolean
  readonly qualifiers: readonly string[]
}

/** A year has 366 days at most; what claims more is a slip of the pen. */
const mostPerYear = 366

const clausesOf = (items: readonly Item[], words: string): { clauses: Clause[]; or: boolean } => {
  const groups: Item[][] = [[]]
  let or = false
  for (const item of items) {
    if (item.kind === 'join') {
      groups.push([])
      or ||= item.or
    } else groups.at(-1)?.push(item)
  }
  return { clauses: groups.filter((group) => group.length > 0).map((group) => readClause(group, words)), or }
}

type Said = Frequency & { readonly asNeeded: boolean; readonly fromParen: boolean }
const same = (a: Said, b: Said): boolean => a.min === b.min && a.max === b.max

/** "mindst 2" and then "højst 4" is one statement; so is "4 møder" and then "årligt". Null when two contradict. */
const joined = (last: Said, next: Said): Said | null | 'apart' => {
  if (next.about !== '' && next.about !== last.about) return 'apart'
  if (last.about !== '' && next.about === '' && next.counted && !next.naked) return 'apart'
  if (!next.counted && next.unit === 'year' && next.min === 1 && last.counted && !last.timed)
    return { ...last, timed: true }
  const range = last.max === null && last.min !== null && next.min === null && next.max !== null
  if (range && next.timed && !last.timed && next.unit !== 'year') return null
  if (range) return last.min <= next.max ? { ...last, max: next.max } : null
  // "1 gang om måneden, 12 om året" says the same twice; "1 møde … og 1 møde …" may be two meetings.
  const isSaidAgain = last.unit !== next.unit || !last.counted || !next.counted
  return isSaidAgain && same(last, next) ? last : null
}

/** One statement for each thing counted, or null when the clauses contradict each other or leave a doubt. */
const statements = (clauses: readonly Clause[], or: boolean): Said[] | null => {
  const found: Said[] = []
  for (const clause of clauses) {
    const last = found.at(-1)
    if (clause.frequency !== null) {
      const fromParen = clause.group !== clause.frequency.group
      const next = { ...clause.frequency, asNeeded: false, fromParen }
      const twin = found.find((one) => one.about === next.about)
      const one = twin ?? last
      const merged = one === undefined ? 'apart' : joined(one, next)
      if (merged === null) return null
      if (merged === 'apart') found.push(next)
      else found.splice(found.indexOf(one ?? next), 1, merged)
    } else if (clause.orMore && last !== undefined) found.splice(-1, 1, { ...last, max: null })
    else if (clause.asNeeded && clause.group !== null) found.push(asNeededBy(clause.group))
  }
  const counted = found.filter((one) => one.counted)
  const unitIsUnclear = counted.some((one) => !one.timed) && counted.some((one) => one.timed && one.unit !== 'year')
  const alternatives = or && found.filter((one) => !one.asNeeded).length > 1
  return unitIsUnclear || alternatives || new Set(found.map((one) => one.about)).size < found.length ? null : found
}

const asNeededBy = (group: string): Said => ({
  min: null,
  max: null,
  unit: 'year',
  about: group.toLowerCase(),
  group,
  counted: false,
  timed: true,
  naked: false,
  weekday: false,
  asNeeded: true,
  fromParen: false,
})

/** Whole meetings, outwards; less than one a year stays a fraction. */
const outwards = (perYear: number, round: (value: number) => number, slack: number): number =>
  perYear < 1 ? perYear : round(perYear + slack)

const isCutByHolidays = (unit: CadenceUnit): boolean => unit === 'month' || unit === 'week'

const partOf = (said: Said, clauses: readonly Clause[]): CadencePart => {
  const exceptions = isCutByHolidays(said.unit) ? clauses.flatMap((clause) => clause.except ?? []) : []
  const isOpen = exceptions.some((one) => one.months === null)
  const months = exceptions.reduce((sum, one) => sum + (one.months ?? 0), 0)
  const share = Math.max(0, 12 - months) / 12
  return {
    group: said.group,
    min: said.min === null || isOpen ? null : outwards(said.min * share, Math.floor, 1e-9),
    max: said.max === null ? null : outwards(said.max * share, Math.ceil, -1e-9),
    unit: said.unit,
  }
}

const total = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

/** What is not a sub-group's is the forum's own, and one number: "6 ordinære møder og 1 temadag". */
const gathered = (parts: readonly CadencePart[]): CadencePart[] => {
  const own = parts.filter((part) => part.group === null)
  if (own.length < 2) return [...parts]
  const whole = own.reduce((sum, part) => ({
    group: null,
    // A part without a floor takes nothing from the others' floor; a part without a ceiling takes the ceiling away.
    min: total(sum.min, part.min) ?? sum.min ?? part.min,
    max: total(sum.max, part.max),
    unit: sum.unit === part.unit ? sum.unit : 'year',
  }))
  return [whole, ...parts.filter((part) => part.group !== null)]
}

const sameBounds = (a: CadencePart, b: Frequency): boolean => a.min === b.min && a.max === b.max

/**
 * A parenthesis names a sub-group ("2 (styregruppen)"), says the same again ("4 (kvartalsvis)"), or gives the number
 * ("styregruppen (2)"). Null when it says something else in numbers.
 */
const withParens = (clause: Clause, words: string, manyNumbers: boolean): Clause | null => {
  let result = clause
  for (const paren of clause.parens) {
    const text = textOf(paren.inner, words)
    if (text === '') continue
    const items = itemsOf(paren.inner, words)
    const { clauses } = clausesOf(items, words)
    const inner = readingOf(items, words)
    const own = result.frequency
    if (inner.parts === null || inner.parts.length > 1) return null
    const [part] = inner.parts
    if (part === undefined) {
      const isGroup = own !== null && own.group === null && (manyNumbers || clauses.some((one) => one.group !== null))
      if (isGroup && !inner.asNeeded)
        result = { ...result, frequency: { ...own, group: text, about: text.toLowerCase() } }
      else if (!inner.asNeeded && result.asNeeded && own === null) result = { ...result, group: result.group ?? text }
      else result = { ...result, qualifiers: [...result.qualifiers, text] }
      const except = result.except ?? clauses.find((one) => one.except !== null)?.except ?? null
      result = { ...result, except, asNeeded: result.asNeeded || inner.asNeeded }
    } else if (own === null) {
      const frequency = clauses.find((one) => one.frequency !== null)?.frequency ?? null
      const group = result.group ?? (result.strange.length === 1 ? (result.strange[0] ?? null) : null)
      if (frequency === null || clauses.length > 1 || (group === null && !result.asNeeded)) return null
      const about = group?.toLowerCase() ?? frequency.about
      const qualifiers = [...result.qualifiers, ...inner.qualifiers]
      result = { ...result, frequency: { ...frequency, group, about }, qualifiers, strange: [] }
    } else if (sameBounds(part, own)) result = { ...result, qualifiers: [...result.qualifiers, text] }
    else return null
  }
  return result
}

const textOf = (tokens: readonly Token[], words: string): string =>
  words.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0).replaceAll(/\s+/g, ' ')

/** "Kredsrådet mødes 4 gange": the only body named is the forum, unless its name says it is a group within it. */
const ofForumItself = (said: Said): Said =>
  said.group === null || said.fromParen || /gruppe/i.test(said.group) ? said : { ...said, group: null }

const partsFrom = (clauses: readonly Clause[], or: boolean): readonly CadencePart[] | null => {
  const frequencies = clauses.flatMap((clause) => clause.frequency ?? [])
  if (frequencies.length === 0) return clauses.some((clause) => clause.numbers) ? null : []
  if (clauses.some((clause) => !clause.sure)) return null
  const strangers = clauses.some((clause) => clause.strange.length > 0 && !clause.asNeeded && clause.except === null)
  if (strangers && frequencies.some((one) => one.naked)) return null
  if (frequencies.length > 1 && frequencies.some((one) => one.weekday && one.group === null)) return null
  const bodies = clauses.some((clause) => clause.frequency === null && clause.group !== null && !clause.asNeeded)
  if (bodies && frequencies.some((one) => one.group !== null)) return null
  const isExact = frequencies.some((one) => one.min === one.max)
  if (isExact && clauses.some((clause) => clause.varies)) return null
  const said = statements(clauses, or)?.map((one, _at, all) => (all.length === 1 ? ofForumItself(one) : one)) ?? null
  const parts = said === null ? null : gathered(said.map((one) => partOf(one, clauses)))
  const isAbsurd = parts?.some((part) => Math.max(part.min ?? 0, part.max ?? 0) > mostPerYear) ?? false
  return isAbsurd ? null : parts
}

const readingOf = (items: readonly Item[], words: string): Reading => {
  const { clauses: plain, or } = clausesOf(items, words)
  const many = plain.filter((clause) => clause.frequency !== null).length > 1
  const read = plain.map((clause) => withParens(clause, words, many))
  const clauses = read.filter((clause) => clause !== null)
  const parts = clauses.length < plain.length ? null : partsFrom(clauses, or)
  return {
    parts,
    asNeeded: (clauses.length < plain.length ? plain : clauses).some((clause) => clause.asNeeded),
    varies: clauses.some((clause) => clause.varies || clause.noneFixed),
    qualifiers: clauses.flatMap((clause) => [...clause.qualifiers, ...clause.strange]),
  }
}

/** Reads the words of a cadence. Nested parentheses are not understood and leave the numbers unsure. */
export const readWords = (words: string): Reading => readingOf(itemsOf(tokensOf(words), words), words)
