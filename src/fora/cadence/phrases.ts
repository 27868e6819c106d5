import type { CadenceUnit } from './cadence.ts'
import { numberNamed, type Token } from './tokens.ts'
import * as vocabulary from './vocabulary.ts'

/**
 * How a unit of time is said. `plain`: "ugentligt", enough by itself. `adjective`: "ugentlige", needs a noun.
 * `dependent`: "om året", needs a number. `season`: "i foråret", needs a number and tells numbers apart.
 * `weekday`: "hver tirsdag", enough by itself, but two of them are two statements.
 */
export type RateSort = 'plain' | 'adjective' | 'dependent' | 'season' | 'weekday'

/** What a stretch of the words means. */
export type Meaning =
  | { kind: 'bound'; bound: 'least' | 'most' | 'about' }
  | { kind: 'count'; min: number; max: number; article: boolean }
  /** Times a year; "i foråret" is once a year, in its season. */
  | { kind: 'rate'; min: number; max: number; unit: CadenceUnit; sort: RateSort }
  /** Months without meetings; null when the words do not say which. */
  | { kind: 'except'; months: number | null }
  | { kind: 'join'; or: boolean }
  | { kind: 'paren'; inner: readonly Token[] }
  | { kind: 'gathering'; plain: boolean }
  | { [K in Plain]: { kind: K } }[Plain]
type Plain = 'times' | 'adjective' | 'asNeeded' | 'varies' | 'noneFixed' | 'group' | 'filler' | 'treacherous' | 'word'
export type Item = Meaning & { readonly text: string; readonly from: number; readonly to: number }

/** `value` is null where only the word matters. */
type Matched = { value: number | null; length: number }
type Valued = { value: number; length: number }
type Class<M = Matched> = (tokens: readonly Token[], at: number) => M | null

const text = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? ''
const one = (value: number | null | undefined): Valued | null =>
  value === null || value === undefined ? null : { value, length: 1 }
const when =
  (is: (word: string) => boolean): Class =>
  (tokens, at) =>
    at < tokens.length && is(text(tokens, at)) ? { value: null, length: 1 } : null
const oneOf =
  (values: ReadonlyMap<string, number>): Class =>
  (tokens, at) =>
    one(values.get(text(tokens, at)))

const ordinal: Class<Valued> = (tokens, at) => {
  const named = vocabulary.ordinalNamed(text(tokens, at))
  if (named !== null) return one(named)
  const number = numberNamed(text(tokens, at))
  if (number === null || number < 1) return null
  return { value: number, length: text(tokens, at + 1) === '.' ? 2 : 1 }
}

/** "første og tredje": how many they are. */
const ordinals: Class<Valued> = (tokens, at) => {
  const first = ordinal(tokens, at)
  if (first === null) return null
  const next = at + first.length
  const rest = /^(?:og|,)$/.test(text(tokens, next)) ? ordinals(tokens, next + 1) : null
  return rest === null
    ? { value: 1, length: first.length }
    : { value: 1 + rest.value, length: next + 1 + rest.length - at }
}

/** "juli", "juli og august", "juni-august": how many they are. */
const months: Class<Valued> = (tokens, at) => {
  const first = vocabulary.monthPlace(text(tokens, at))
  if (first === null) return null
  const between = text(tokens, at + 1)
  const last = vocabulary.monthPlace(text(tokens, at + 2))
  if (last !== null && /^(?:-|til)$/.test(between)) return { value: ((last - first + 12) % 12) + 1, length: 3 }
  const rest = /^(?:og|samt|eller|,)$/.test(between) ? months(tokens, at + 2) : null
  return rest === null ? { value: 1, length: 1 } : { value: 1 + rest.value, length: 2 + rest.length }
}

const classes: Record<string, Class> = {
  '#number': (tokens, at) => one(numberNamed(text(tokens, at))),
  '#ordinal': ordinal,
  '#ordinals': ordinals,
  '#unit': oneOf(vocabulary.units),
  '#theUnit': oneOf(vocabulary.unitsInDefiniteForm),
  '#intervalUnit': oneOf(vocabulary.unitsOfIntervals),
  '#rateWord': oneOf(vocabulary.rateWords),
  '#weekday': when(vocabulary.isWeekday),
  '#months': months,
  '#group': when(vocabulary.isGroup),
  '#gathering': when(vocabulary.isGathering),
  '#word': when((word) => /^\p{L}/u.test(word)),
}

/** Reads one element of a pattern ("om|i", "fra?", "#unit") at a place; length 0 when an optional one is not there. */
const element = (piece: string, tokens: readonly Token[], at: number): Matched | null => {
  const known = classes[piece]
  if (known !== undefined) return known(tokens, at)
  const optional = piece.endsWith('?')
  const words = (optional ? piece.slice(0, -1) : piece).split('|')
  if (words.includes(text(tokens, at))) return { value: null, length: 1 }
  return optional ? { value: null, length: 0 } : null
}

const unitOf = (perYear: number): CadenceUnit =>
  perYear >= 52 ? 'week' : perYear === 12 ? 'month' : perYear === 4 ? 'quarter' : 'year'

const rate = (min: number, max: number, unit: number, sort: RateSort = 'plain'): Meaning => ({
  kind: 'rate',
  min,
  max,
  unit: unitOf(unit),
  sort,
})
const each = (perYear: number, sort: RateSort = 'plain'): Meaning => rate(perYear, perYear, perYear, sort)
const onWeekdays = (days: number, perYear: number): Meaning => rate(days * perYear, days * perYear, perYear, 'weekday')
const interval = (shortest: number, longest: number, unit: number): Meaning => {
  // "Hver 14. dag" is every second week; a year of 365 days would make it 26.07.
  const perYear = unit === 365 && shortest % 7 === 0 && longest % 7 === 0 ? 364 : unit
  return rate(perYear / longest, perYear / shortest, unit)
}
const count = (min: number, max: number): Meaning => ({ kind: 'count', min, max, article: false })
const bound = (which: 'least' | 'most' | 'about'): Meaning => ({ kind: 'bound', bound: which })
const treacherous: Meaning = { kind: 'treacherous' }

/**
 * The phrases, tried in order at each place. `|` parts spellings, `?` marks what may be left out, `#` names a class,
 * whose value the meaning is made from.
 */
const phrases: readonly (readonly [string, (...values: number[]) => Meaning])[] = [
  ['alt? efter|ved behov', () => ({ kind: 'asNeeded' })],
  ['når|hvis der|behovet|behov er|opstår behov?', () => ({ kind: 'asNeeded' })],
  ['når|hvis det er nødvendigt', () => ({ kind: 'asNeeded' })],
  ['ad hoc', () => ({ kind: 'asNeeded' })],
  ['en gang i? mellem|imellem', () => treacherous],
  ['et antal', () => treacherous],
  ['ingen faste #gathering', () => ({ kind: 'noneFixed' })],
  ['intet fast antal #gathering', () => ({ kind: 'noneFixed' })],
  ['intet fast antal', () => ({ kind: 'noneFixed' })],
  ['forskelligt|forskellig|varierer|varierende fra #word til #word', () => ({ kind: 'varies' })],
  ['forskelligt|forskellig|varierer|varierende|afhænger|afhængigt|afhængig', () => ({ kind: 'varies' })],
  [
    'undtagen|undtaget|bortset|fraset|ekskl|eksklusive|dog|pause|ferie .? ikke? fra? i? #months',
    (m) => ({ kind: 'except', months: m }),
  ],
  ['ikke i? #months', (m) => ({ kind: 'except', months: m })],
  ['undtagen|undtaget|bortset|fraset|ekskl|eksklusive', () => ({ kind: 'except', months: null })],
  ['mindst|minimum', () => bound('least')],
  ['min .', () => bound('least')],
  ['min', () => bound('least')],
  ['som minimum', () => bound('least')],
  ['ikke færre|mindre|under end?', () => bound('least')],
  ['eller|og|gerne flere|derover|mere', () => bound('least')],
  ['op til', () => bound('most')],
  ['højst|højest|maksimum|maksimalt|maximum|maks|max .?', () => bound('most')],
  ['ca|cirka|omkring|omtrent|typisk|normalt|oftest|gerne|gennemsnitligt|forventeligt .?', () => bound('about')],
  ['som regel|udgangspunkt', () => bound('about')],
  ['i gennemsnit', () => bound('about')],
  // "Hver anden tirsdag i måneden" is said both of the second Tuesday and of every other.
  [
    'hver #ordinal #weekday i|om hver|hvert? #theUnit',
    (n = 0, per = 0) => (n === 1 ? onWeekdays(1, per) : treacherous),
  ],
  ['den? #ordinals #weekday i|om #theUnit', (n = 0, per = 0) => onWeekdays(n, per)],
  ['den? #ordinals #weekday i|om hver|hvert #unit', (n = 0, per = 0) => onWeekdays(n, per)],
  ['hver #ordinal #weekday', (n = 1) => rate(52 / n, 52 / n, 52, 'weekday')],
  ['hver #weekday', () => onWeekdays(1, 52)],
  [
    'i? hver|hvert #ordinal -|til|eller #ordinal #intervalUnit',
    (a = 1, b = 1, per = 0) => (a <= b ? interval(a, b, per) : treacherous),
  ],
  ['i? hver|hvert #ordinal #intervalUnit', (n = 1, per = 0) => interval(n, n, per)],
  ['i? hveranden|hvertandet #intervalUnit', (per = 0) => interval(2, 2, per)],
  ['i? hver|hvert halve år', () => each(2)],
  ['pr|per|/ .? halve år', () => each(2, 'dependent')],
  ['i|om|for? hver|hvert #unit', (per = 0) => each(per)],
  ['pr|per|/ .? #unit', (per = 0) => each(per, 'dependent')],
  ['i løbet af #theUnit', (per = 0) => each(per, 'dependent')],
  ['om|i #theUnit', (per = 0) => each(per, 'dependent')],
  ['i|om|hvert|hver foråret|efteråret|sommeren|vinteren|forår|efterår|sommer|vinter', () => each(1, 'season')],
  ['i #months', (n = 0) => (n === 1 ? each(1, 'season') : { kind: 'word' })],
  ['i alt', () => ({ kind: 'filler' })],
  ['mellem|fra #number og|til #number', (a = 0, b = 0) => count(a, b)],
  ['#number -|til|eller #number', (a = 0, b = 0) => count(a, b)],
  ['i|for|til? den|det|de? #group', () => ({ kind: 'group' })],
  // "4. møde" is the fourth meeting, not four.
  ['#number . #gathering', () => treacherous],
  ['#number . gange|gang', () => treacherous],
  ['#gathering /|og|eller #gathering', () => ({ kind: 'gathering', plain: false })],
  ['gange|gang|x|gg', () => ({ kind: 'times' })],
  ['eller', () => ({ kind: 'join', or: true })],
  ['og|samt|dog|men|plus|suppleret|,|;|.|+|&|/|-', () => ({ kind: 'join', or: false })],
]
const compiled = phrases.map(([pattern, meaning]) => ({ pieces: pattern.split(' '), meaning }))

const single = (word: string): Meaning => {
  const perYear = vocabulary.rateWords.get(word)
  if (perYear !== undefined) return each(perYear, /(?:lig|lige|vise)$/.test(word) ? 'adjective' : 'plain')
  const number = numberNamed(word)
  if (number !== null) return { kind: 'count', min: number, max: number, article: vocabulary.isArticle(word) }
  if (vocabulary.isGathering(word)) return { kind: 'gathering', plain: vocabulary.isPlainMeeting(word) }
  if (vocabulary.isAdjective(word)) return { kind: 'adjective' }
  if (vocabulary.isFiller(word)) return { kind: 'filler' }
  return vocabulary.isTreacherous(word) ? treacherous : { kind: 'word' }
}

const phraseAt = (tokens: readonly Token[], at: number): { meaning: Meaning; length: number } | null => {
  for (const { pieces, meaning } of compiled) {
    const values: number[] = []
    let length = 0
    const fits = pieces.every((piece) => {
      const matched = element(piece, tokens, at + length)
      if (matched === null) return false
      length += matched.length
      if (matched.value !== null) values.push(matched.value)
      return true
    })
    if (fits && length > 0) return { meaning: meaning(...values), length }
  }
  return null
}

/** A parenthesis is read apart; one that is not closed goes to the end. */
const parenAt = (tokens: readonly Token[], at: number): { meaning: Meaning; length: number } => {
  const close = tokens.findIndex((token, place) => place > at && token.text === ')')
  const end = close < 0 ? tokens.length : close
  return { meaning: { kind: 'paren', inner: tokens.slice(at + 1, end) }, length: Math.min(end + 1, tokens.length) - at }
}

/** What the words mean, stretch by stretch, in their order. */
export const itemsOf = (tokens: readonly Token[], words: string): Item[] => {
  const items: Item[] = []
  let at = 0
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    const { meaning, length } =
      token.text === '(' ? parenAt(tokens, at) : (phraseAt(tokens, at) ?? { meaning: single(token.text), length: 1 })
    const last = tokens[at + length - 1] ?? token
    // Of "i styregruppen" the body is the last word.
    const from = meaning.kind === 'group' ? last.from : token.from
    items.push({ ...meaning, text: words.slice(from, last.to), from, to: last.to })
    at += length
  }
  return items
}
