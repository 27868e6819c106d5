/** A place in the law as words point to it. */
export interface Pointer {
  /** The act in its nominative definite form, or a numbered act as written; null where the words leave it unsaid. */
  act: string | null
  /** "§ 115, stk. 2"; empty when the words name the act alone. */
  paragraph: string
}

/** What lawyers shorten, and the full titles of acts that go by another name. */
const otherNames = new Map([
  ['rpl', 'Retsplejeloven'],
  ['lov om rettens pleje', 'Retsplejeloven'],
  ['strfl', 'Straffeloven'],
  ['fvl', 'Forvaltningsloven'],
  ['ofl', 'Offentlighedsloven'],
  ['rsl', 'Retssikkerhedsloven'],
  ['sel', 'Serviceloven'],
  ['lov om social service', 'Serviceloven'],
  ['gdpr', 'Databeskyttelsesforordningen'],
])

const date = String.raw`(?:\d{1,2}\.? ?\p{L}{3,9}\.? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4})`
const numbered = String.raw`(?:lovbekendtgørelse|bekendtgørelse|cirkulære(?:skrivelse)?|vejledning|lov|lbk|bek|cir|vej) ?nr\.? ?\d{1,5}(?: af ${date})?`
const named = String.raw`[\p{L}-]{2,60}(?:lov|bekendtgørelse|forordning)(?:ens?|ns?)(?![\p{L}-])`
const titled = String.raw`lov(?:en)? om (?:(?!samt |jf)[\p{L}\p{M}-]+,? ?){1,12}`
const short = String.raw`(?:RPL|STRFL|FVL|OFL|RSL|SEL|GDPR)(?![\p{L}\d])`
const actPattern = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:${numbered}|${titled}|${named}|${short}|lovens?(?![\p{L}-]))`,
  'giu',
)

const number = String.raw`\d{1,4}(?: ?[a-hj-z](?![\p{L}\d]))?`
const range = String.raw`${number}(?: ?[-–] ?${number})?`
const part = String.raw`(?:,? ?(?:stk|nr|pkt)\.? ?\d{1,3}(?: ?[-–] ?\d{1,3})?(?:\.? ?pkt\.)?|,? ?litra [a-z](?!\p{L}))`
const one = String.raw`${range}${part}*`
const paragraphPattern = new RegExp(
  String.raw`(?:§{1,2}|\b(?:paragraf|artikel|art\.)) ?${one}(?:(?:, | og | samt | eller |, og )(?:§{1,2} ?)?(?!stk|nr)${one})*`,
  'giu',
)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** An act as the list calls it: no genitive, a capital, one name for one act. */
export function actName(words: string): string {
  const bare = tidy(words)
    .replace(/[,;.]+$/u, '')
    .replace(/(lov|bekendtgørelse|forordning)(en|n)s$/iu, '$1$2')
  return otherNames.get(bare.toLowerCase()) ?? capital(bare)
}

const tidyOne = (words: string): string =>
  words
    .replaceAll(/,? ?(stk|nr|pkt)\.? ?(?=\d)/giu, ', $1. ')
    .replaceAll(/,? ?litra /giu, ', litra ')
    .replaceAll(/(\d) ?([a-z])(?![\p{L}\d])/giu, '$1 $2')
    .replaceAll(/(\d) ?[-–] ?(?=\d)/gu, '$1-')
    .trim()

/** "§§ 10 og 11" is two places; "§§ 111-113" is kept as one. */
function paragraphsOf(words: string): string[] {
  const sign = /^(?:artikel|art\.)/iu.test(words) ? 'artikel' : '§'
  return words
    .replace(/^(?:§{1,2}|paragraf|artikel|art\.) ?/iu, '')
    .split(/, og | og | samt | eller |, (?=§|\d)/iu)
    .map((text) => tidyOne(text.replace(/^§{1,2} ?/u, '')))
    .map((text) => (sign === '§' && /^\d+[^,]*-\d/u.test(text) ? `§§ ${text}` : `${sign} ${text}`))
}

interface Found {
  from: number
  to: number
  words: string
}

const all = (pattern: RegExp, text: string): Found[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    words: match[0],
  }))

/** What a paragraph of no name belongs to: "§ 112 i retsplejeloven" names it after, everything else before. */
function actOf(paragraph: Found, acts: readonly Found[], text: string): Found | undefined {
  const after = acts.find(({ from }) => from >= paragraph.to)
  if (after && /^,? ?(?:i|af) (?:den |det )?$/iu.test(text.slice(paragraph.to, after.from))) return after
  return acts.findLast(({ to }) => to <= paragraph.from)
}

const longest = 4000
const refersBack = /^lovens?$/iu

/**
 * Finds the acts and paragraphs that words such as "Retsplejelovens § 112, jf. § 115, stk. 2" point to, in their order
 * and once each. Legislation in general ("miljølovgivningen"), strategies and agreements are not acts. Never throws.
 */
export function findPointers(words: string): Pointer[] {
  const text = tidy(words.slice(0, longest))
  const acts = all(actPattern, text)
  const paragraphs = all(paragraphPattern, text)
  const used = new Set<Found>()
  const placed: (Pointer & { at: number })[] = []
  let lastNamed: Found | undefined
  for (const paragraph of paragraphs) {
    const act = actOf(paragraph, acts, text)
    const meant = act !== undefined && refersBack.test(act.words) ? lastNamedBefore(acts, act) : act
    if (meant) used.add(meant)
    lastNamed = meant ?? lastNamed
    for (const name of paragraphsOf(paragraph.words))
      placed.push({
        at: paragraph.from,
        act: lastNamed === undefined ? null : actName(lastNamed.words),
        paragraph: name,
      })
  }
  for (const act of acts)
    if (!used.has(act) && !refersBack.test(act.words))
      placed.push({ at: act.from, act: actName(act.words), paragraph: '' })
  const seen = new Set<string>()
  return placed
    .toSorted((a, b) => a.at - b.at)
    .filter(({ act, paragraph }) => {
      const key = `${act ?? ''}|${paragraph}`
      return !seen.has(key) && seen.add(key)
    })
    .map(({ act, paragraph }) => ({ act, paragraph }))
}

const lastNamedBefore = (acts: readonly Found[], back: Found): Found | undefined =>
  acts.findLast(({ to, words }) => to <= back.from && !refersBack.test(words))

const comparable = (text: string): string => text.toLowerCase().replaceAll(/[\s.,§]+/gu, '')

/** True when a stored reference is the place the words point to. */
export const isSamePlace = (pointer: Pointer, reference: { act: string; paragraph: string }): boolean =>
  pointer.act !== null &&
  comparable(actName(pointer.act)) === comparable(actName(reference.act)) &&
  comparable(pointer.paragraph) === comparable(reference.paragraph)
