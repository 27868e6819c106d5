import type { CadenceUnit } from './cadence.ts'
import type { Item } from './phrases.ts'
import { isAdverbial, saysWhereOrWithWhom } from './vocabulary.ts'

/** One statement of a number: "mindst 4 møder om året", "ugentligt". Bounds are a year and not yet rounded. */
export interface Frequency {
  readonly min: number | null
  readonly max: number | null
  readonly unit: CadenceUnit
  /** What is counted, where that is said: a sub-group, a kind of meeting, a season. Two with the same are the same. */
  readonly about: string
  readonly group: string | null
  /** Whether a number was written, and whether a unit of time was. */
  readonly counted: boolean
  readonly timed: boolean
  readonly weekday: boolean
  /** True for a number alone: "4". It means nothing among words that are not understood. */
  readonly naked: boolean
}

/** What one clause says; clauses are parted by "og", "samt", "dog", commas and the like. */
export interface Clause {
  readonly frequency: Frequency | null
  /** "eller flere" in a clause of its own. */
  readonly orMore: boolean
  readonly asNeeded: boolean
  readonly varies: boolean
  readonly noneFixed: boolean
  readonly group: string | null
  readonly except: { readonly months: number | null } | null
  readonly parens: readonly Extract<Item, { kind: 'paren' }>[]
  readonly qualifiers: readonly string[]
  /** Words that were not understood, but can stand beside a number with its unit. */
  readonly strange: readonly string[]
  readonly numbers: boolean
  /** False when a number in it may mean something else. */
  readonly sure: boolean
}

const isA = <K extends Item['kind']>(item: Item | undefined, ...kinds: K[]): item is Extract<Item, { kind: K }> =>
  item !== undefined && kinds.some((kind) => kind === item.kind)
const allOf = <K extends Item['kind']>(items: readonly Item[], kind: K): Extract<Item, { kind: K }>[] =>
  items.filter((item) => isA(item, kind))

const tidy = (text: string): string =>
  text
    .replaceAll(/[\s\u00AD"”“„»«]+/g, ' ')
    // A compound that lost its middle at a line break: "samarbejds møder".
    .replaceAll(/(ejds|ings|heds|skabs|ions)[-\s]\s*(?=møde|øvelse)/gi, '$1')
    .trim()

/** The kind of meeting that follows a number: "ordinære møder". Null when the number counts something else. */
const countedAt = (items: readonly Item[], at: number): { from: number; to: number; times: boolean } | null => {
  let next = at + 1
  while (isA(items[next], 'filler')) next += 1
  const times = isA(items[next], 'times')
  while (isA(items[next], 'filler', 'times')) next += 1
  let end = next
  while (isA(items[end], 'word', 'adjective', 'rate') && end - next < 4) end += 1
  if (isA(items[end], 'gathering')) return { from: next, to: end + 1, times }
  if (isA(items[next], 'adjective')) return { from: next, to: next + 1, times }
  const free = !isA(items[next], 'word', 'treacherous', 'varies', 'noneFixed', 'count')
  return times || free ? { from: next, to: next, times } : null
}

/** "En" and "et" are numbers before a meeting or "gang", or alone after "mindst"; elsewhere they are articles. */
const isArticleOnly = (items: readonly Item[], at: number): boolean => {
  const item = items[at]
  if (!isA(item, 'count') || !item.article) return false
  const counted = countedAt(items, at)
  if (counted === null) return true
  return !counted.times && counted.from === counted.to && items.slice(0, at).some((one) => isA(one, 'word'))
}

interface Measured {
  frequency: Frequency | null
  /** The places of the words that name what is counted. */
  label: readonly Item[]
  sure: boolean
}

const unmeasured = (sure: boolean): Measured => ({ frequency: null, label: [], sure })

/** Puts the number, its unit of time, its bound and what it counts together. */
const measure = (items: readonly Item[], words: string): Measured => {
  const counts = allOf(items, 'count')
  const rates = allOf(items, 'rate')
  const [count] = counts
  const seasons = rates.filter((one) => one.sort === 'season')
  const rate = rates.find((one) => one.sort !== 'season') ?? seasons[0]
  if (count === undefined && (rate === undefined || rate.sort === 'season')) return unmeasured(true)
  const needsNumber = rate?.sort === 'dependent' || items.some((item) => isA(item, 'times'))
  if (count === undefined && needsNumber) return unmeasured(false)
  if (counts.length > 1 || rates.some((one) => one.min !== rate?.min || one.max !== rate.max)) return unmeasured(false)
  const at = items.findIndex((item) => item === (count ?? rate))
  const counted = countedAt(items, at)
  if (counted === null && (count !== undefined || rate?.sort === 'adjective')) return unmeasured(false)
  const label = items.slice(counted?.from ?? at, counted?.to ?? at).filter((item) => !isA(item, 'rate'))
  const isPlain = label.every((item) => isA(item, 'gathering') && item.plain)
  const first = label[0]
  const named = isPlain || first === undefined ? '' : words.slice(first.from, label.at(-1)?.to)
  const bounds = new Set(allOf(items, 'bound').map((item) => item.bound))
  const groups = allOf(items, 'group')
  const min = (count?.min ?? 1) * (rate?.min ?? 1)
  const max = (count?.max ?? 1) * (rate?.max ?? 1)
  return {
    frequency: {
      min: bounds.has('most') ? null : min,
      max: bounds.has('least') ? null : max,
      unit: rate?.unit ?? 'year',
      about: (groups[0]?.text ?? (named === '' ? seasons[0]?.text : tidy(named)) ?? '').toLowerCase(),
      group: groups[0]?.text ?? null,
      counted: count !== undefined,
      timed: rate !== undefined,
      weekday: rate?.sort === 'weekday',
      naked: rate === undefined && counted?.times === false && label.length === 0,
    },
    label,
    sure: !(bounds.has('least') && bounds.has('most')) && groups.length < 2 && min <= max,
  }
}

/** Neighbouring words as one stretch of the original. */
const stretches = (items: readonly Item[], chosen: ReadonlySet<Item>, words: string): string[] => {
  const found: { from: number; to: number; last: number }[] = []
  items.forEach((item, place) => {
    if (!chosen.has(item)) return
    const open = found.at(-1)
    if (open?.last === place - 1) Object.assign(open, { to: item.to, last: place })
    else found.push({ from: item.from, to: item.to, last: place })
  })
  return found.map(({ from, to }) => tidy(words.slice(from, to)))
}

/**
 * Whether words that are not understood leave the number as it is. Beside a week, a month or a quarter they may say
 * which part of the year is meant; beside a number without a unit of time they may say what it counts.
 */
const strangersFit = (strange: readonly string[], frequency: Frequency): boolean => {
  if (frequency.unit !== 'year') return strange.every(saysWhereOrWithWhom)
  return (frequency.counted && frequency.timed) || strange.every(isAdverbial)
}

/** Reads one clause; `words` is the whole original text the items point into. */
export const readClause = (all: readonly Item[], words: string): Clause => {
  const cut = all.findIndex((item) => isA(item, 'except') && item.months === null)
  const items = (cut < 0 ? all : all.slice(0, cut)).map((item, at, list): Item =>
    isArticleOnly(list, at) ? { kind: 'word', text: item.text, from: item.from, to: item.to } : item,
  )
  const exceptions = allOf(all, 'except')
  const excepted = cut < 0 ? [] : all.slice(cut)
  const { frequency, label, sure } = measure(items, words)
  const strange = new Set(
    items.filter((item) => isA(item, 'word', 'treacherous', 'adjective', 'gathering') && !label.includes(item)),
  )
  items.forEach((item, at) => {
    const before = items[at - 1]
    const follows = before !== undefined && strange.has(before)
    if (frequency === null && isA(item, 'rate') && item.sort === 'season') strange.add(item)
    if (isA(item, 'gathering') && item.plain && !follows) strange.delete(item)
  })
  const strangers = stretches(items, strange, words)
  const numbers = items.some((item) => isA(item, 'count', 'rate') && !strange.has(item))
  const kept = new Set(label.filter((item) => !isA(item, 'gathering') || !item.plain || label.length > 1))
  const [exception] = exceptions
  return {
    frequency,
    orMore: frequency === null && allOf(items, 'bound').some((item) => item.bound === 'least'),
    asNeeded: items.some((item) => isA(item, 'asNeeded')),
    varies: items.some((item) => isA(item, 'varies')),
    noneFixed: items.some((item) => isA(item, 'noneFixed')),
    group: allOf(items, 'group')[0]?.text ?? null,
    except: exception === undefined ? null : { months: exception.months },
    parens: allOf(items, 'paren'),
    qualifiers: [
      ...allOf(items, 'bound').filter((item) => item.bound === 'about'),
      ...allOf(items, 'varies'),
      ...allOf(items, 'noneFixed'),
    ]
      .map((item) => tidy(item.text))
      .concat(stretches(items, kept, words))
      .concat(
        cut < 0 ? exceptions.map((item) => tidy(item.text)) : [tidy(words.slice(all[cut]?.from, all.at(-1)?.to))],
      ),
    strange: strangers,
    numbers,
    sure:
      sure &&
      !items.some((item) => isA(item, 'treacherous')) &&
      !excepted.some((item) => isA(item, 'count', 'rate')) &&
      (frequency === null || strangersFit(strangers, frequency)),
  }
}
