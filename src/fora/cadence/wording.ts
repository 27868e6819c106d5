import { type Language, listed, numbered } from '../../base/language.ts'
import type { Cadence, CadencePart } from './cadence.ts'
import { texts } from './texts.ts'

/** "4", "3–4", "mindst 4", "højst 6". */
const bounds = (part: CadencePart, lang: Language): string => {
  const { min, max } = part
  const shown = (value: number) => numbered(value, lang, 2)
  if (min !== null && max !== null) return min === max ? shown(min) : `${shown(min)}–${shown(max)}`
  if (min !== null) return texts[lang].atLeast(shown(min))
  return max === null ? texts[lang].asNeeded : texts[lang].atMost(shown(max))
}

/** "ugentligt" beside 52, where the words gave the rhythm and not the number. */
const rhythm = (part: CadencePart, lang: Language): string => {
  const known: Record<string, string> = texts[lang].rhythms
  const isOne = part.min === null || part.max === null || part.min === part.max
  const name = isOne ? known[`${part.unit}:${String(part.min ?? part.max)}`] : undefined
  return name === undefined ? '' : ` (${name})`
}

const ofOne = (part: CadencePart, lang: Language): string => {
  const { min, max } = part
  const said = texts[lang]
  const years = min !== null && min > 0 && min < 1 ? 1 / min : 0
  if (min === max && years >= 2 && Math.abs(years - Math.round(years)) < 1e-9) return said.everyYears(Math.round(years))
  const isExact = min !== null && min === max && Number.isInteger(min)
  return said.aYear(isExact ? said.meetings(min) : bounds(part, lang)) + rhythm(part, lang)
}

const isAsNeeded = (part: CadencePart): boolean => part.min === null && part.max === null

const ofMany = (parts: readonly CadencePart[], lang: Language): string => {
  const isMixed = parts.some(isAsNeeded)
  const each = parts.map((part) => {
    const number = bounds(part, lang)
    const said = isMixed && !isAsNeeded(part) ? texts[lang].aYear(number) : number
    return part.group === null ? said : `${said} (${part.group})`
  })
  return isMixed ? listed(each, lang) : texts[lang].aYear(listed(each, lang))
}

/** The cadence as a short phrase without a full stop: "mindst 4 om året". What was not understood is quoted. */
export const cadenceInWords = (cadence: Cadence, lang: Language): string => {
  const said = texts[lang]
  const words = cadence.words.trim()
  const [first, ...more] = cadence.parts
  if (cadence.kind === 'asNeeded') return said.asNeeded
  if (cadence.kind === 'varies')
    return cadence.qualifiers.some((one) => /^in/i.test(one)) ? said.noneFixed : said.varies
  if (first === undefined) return words === '' ? said.notStated : said.unparsed(words)
  const plain = more.length === 0 && first.group === null ? ofOne(first, lang) : ofMany(cadence.parts, lang)
  const isAbout = cadence.qualifiers.some((qualifier) => /^(?:ca|cirka|omkring|omtrent)\b/i.test(qualifier))
  const phrase = isAbout ? said.about(plain) : plain
  if (!cadence.asNeeded || cadence.parts.some(isAsNeeded)) return phrase
  const isOneBound = more.length === 0 && (first.min === null || first.max === null)
  return isOneBound ? said.asNeededBut(phrase) : said.andAsNeeded(phrase)
}

const atLeast: Record<Language, string> = { da: 'mindst', en: 'at least' }
const atMost: Record<Language, string> = { da: 'højst', en: 'at most' }

/** The number of meetings agreed, short enough to stand after "3 af": "4", "mindst 4", "1–2", "højst 6". */
export const agreedNumber = ({ min, max }: Cadence, lang: Language): string => {
  if (min === null) return `${atMost[lang]} ${numbered(max ?? 0, lang)}`
  if (max === null) return `${atLeast[lang]} ${numbered(min, lang)}`
  return min === max ? numbered(min, lang, 1) : `${numbered(min, lang)}–${numbered(max, lang)}`
}
