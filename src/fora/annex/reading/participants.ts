import type { ParticipantPart } from './proposal.ts'

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const municipalityIn = (words: string, municipalities: readonly string[]): string | null =>
  municipalities.find((name) => new RegExp(`(?<![\\p{L}-])${escaped(name)}s?(?![\\p{L}-])`, 'iu').test(words)) ?? null

interface Split {
  words: string
  /** What stood before it: a comma, "og", "samt" … */
  by: string
}

/** Commas and "og" inside brackets belong to what stands in them. */
const splitOutsideBrackets = (words: string): readonly Split[] => {
  const parts: Split[] = []
  let depth = 0
  let start = 0
  let by = ''
  const take = (end: number): void => {
    const part = words
      .slice(start, end)
      .replace(/^\s*(samt|og|for)\s+/u, '')
      .trim()
    if (part !== '') parts.push({ words: /\b(mv|m\.v|m\.m|lign)\.$/iu.test(part) ? part : part.replace(/\.$/, ''), by })
  }
  for (const found of words.matchAll(/\(|\)|;|,\s*(?!\d)|\s+samt\s+|\s+og\s+(?:eventuelt\s+)?/gu)) {
    if (found[0] === '(') depth += 1
    else if (found[0] === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      take(found.index)
      start = found.index + found[0].length
      by = found[0].trim()
    }
  }
  take(words.length)
  return parts
}

const people =
  /(direktør|inspektør|mester|advokat|forstander|forsker|formand|sekretær|konsulent|assessor|anklager|forvarer|præsident|koordinator|chef|leder|dommer)(en)?$/iu
const peopleInPlural =
  /(direktører|inspektører|advokater|formænd|sekretærer|konsulenter|assessorer|præsidenter|koordinatorer|chefer|mestre|mestrene|ledere|forstandere|anklagere|dommere|lederne|forstanderne|anklagerne|dommerne)(ne)?$/iu
const representatives = /^(en |én )?(repræsentant(er)?|udsending(e)?)\s+(for|fra)\s+/iu
const crowd =
  /(medarbejdere?|medlemmer|beboere|personale|personer|lærere|rådgivere|vejledere|forældre|unge|erhvervsfolk|aktører|parter|borgere)(ne)?$/iu
const body =
  /kommune|politi|styrelse|myndighed|region|forvaltning|forening|selskab|institution|enhed|beredskab|afdeling|skole/iu

/** The noun the words are about: the last one before the first preposition. */
const headWord = (words: string): string => {
  const plain = words
    .replace(/[\s,]+(mv|m\.v|m\.m)\.?$/iu, '')
    .replace(/^på \p{L}+ niveau /iu, '')
    .replace(/^de af \p{L}+ /iu, '')
  const phrase = plain.split(/\s+(?:af|for|fra|i|med|ved|på|til|hos|der|som)\s+|[(,]/iu)[0] ?? plain
  return (
    phrase
      .trim()
      .split(/[\s/]+/)
      .at(-1) ?? words
  )
}

const kindOf = (words: string): ParticipantPart['kind'] => {
  if (representatives.test(words)) return 'organisation'
  const head = headWord(words)
  if (people.test(head) || peopleInPlural.test(head)) return 'office'
  if (crowd.test(head)) return 'group'
  return /^\p{Lu}/u.test(words) || body.test(head) ? 'organisation' : 'group'
}

/** The words name one office, held by one person: "linjechefen for beredskabet", not "borgmestrene". */
export const saysOneOffice = (words: string): boolean => {
  const head = headWord(words)
  return people.test(head) && !peopleInPlural.test(head)
}

/** A part that cannot stand alone: a subordinate clause, an example, the second half of "lokalpoliti- og beredskabsafdelinger". */
const hangsOn = (part: Split, before: string): boolean =>
  /^(der|som|hvor|herunder|f\.eks|fx|bl\.a|dog|efter|alt efter|jf)(?![\p{L}])/iu.test(part.words) ||
  /\p{Ll}-$/u.test(before) ||
  /^(mv|m\.v|m\.m|o\.l|lign)\.?$/i.test(part.words) ||
  // "Linjecheferne for beredskabet og lokalpolitiet": the second name stands under the same title.
  (part.by === 'og' &&
    /^\p{Ll}/u.test(part.words) &&
    /\s(for|af|fra)\s/u.test(before) &&
    !representatives.test(before) &&
    !representatives.test(part.words) &&
    !people.test(headWord(part.words)) &&
    !peopleInPlural.test(headWord(part.words)) &&
    !crowd.test(headWord(part.words)))

/** The names in a list of several, split at commas, "og" and "samt" outside brackets. */
export const splitWords = (words: string): readonly string[] =>
  splitOutsideBrackets(words.slice(0, longestList)).map((part) => part.words)

/** No list of participants is longer; more is a document read wrongly, and not worth taking apart. */
const longestList = 5000

/**
 * Participants in words, one by one: offices ("linjechefen for …"), organisations and loose groups. "Repræsentanter for A, B
 * og C" gives three organisations. Only an aid for the person who decides; the words themselves are kept beside it.
 */
export const splitParticipants = (words: string, municipalities: readonly string[]): readonly ParticipantPart[] => {
  if (words.length > longestList || words === '') return []
  const parts: string[] = []
  for (const part of splitOutsideBrackets(words)) {
    const before = parts.at(-1)
    if (before === undefined || !hangsOn(part, before)) parts.push(part.words)
    else
      parts[parts.length - 1] = `${before}${part.by === 'og' || part.by === 'samt' ? ` ${part.by}` : ','} ${part.words}`
  }
  let represented = false
  return parts.map((part) => {
    const kind = kindOf(part)
    // After "repræsentanter for A" the names that follow are represented too, until an office begins the list anew.
    if (kind === 'office') represented = false
    else if (representatives.test(part)) represented = true
    const isName = represented && kind === 'group' && !crowd.test(headWord(part))
    return { words: part, kind: isName ? 'organisation' : kind, municipality: municipalityIn(part, municipalities) }
  })
}

const listStart = /kommun(?:en|er|erne|ernes)\s+(?:i\s+|:\s*)?(?=\p{Lu})/gu
const place = /^(\p{Lu}[\p{L}]+(?:[- ]\p{Lu}[\p{L}]+)*)(?:,\s*|\s+og\s+|\s+samt\s+)?/u
const notAPlaceName = /^(Region|Midt|Nord|Syd|Vest|Øst|Danmark|Sjælland|Jylland|Fyn)/

const foldedPlace = (name: string): string => name.toLowerCase().replaceAll('aa', 'å').replace(/s$/, '')

/** Places named after "kommunerne i", which are no municipalities of the district. */
export const unknownMunicipalities = (words: string, municipalities: readonly string[]): readonly string[] => {
  const known = new Set(municipalities.map(foldedPlace))
  const unknown: string[] = []
  if (words.length > longestList) return unknown
  for (const found of words.matchAll(listStart)) {
    let rest = words.slice(found.index + found[0].length)
    const names: string[] = []
    for (let name = place.exec(rest); name; name = place.exec(rest)) {
      names.push(name[1] ?? '')
      rest = rest.slice(name[0].length)
    }
    // Without one known name the list is of something else.
    if (names.some((name) => known.has(foldedPlace(name))))
      unknown.push(...names.filter((name) => !known.has(foldedPlace(name)) && !notAPlaceName.test(name)))
  }
  return unknown
}

const everyMunicipality =
  /\b(i|for|fra) (de enkelte|hver(?: enkelt)?|alle|nogle|flere) kommuner?\b|\bi kommunerne\b|\bi hver af\b/iu
const bodiesInPlural = /(råd|udvalg|nævn)ene$|kommissioner(ne)?$|nævne$|(teams|grupper)(ne)?$|netværkene$/iu
const localBodies = /^(?:møder(?:ne)? i )?(?:de )?(?:lokale|kommunale) \S*(råd|udvalg|nævn|teams|grupper|netværk)/iu

/** The name speaks of a body that each municipality has: "Lokalrådene", "Beredskabskommissionerne i de enkelte kommuner". */
export const isPerMunicipality = (name: string): boolean =>
  everyMunicipality.test(name) || bodiesInPlural.test(name.split(/[\s(]/)[0] ?? '') || localBodies.test(name)
