import { type Language, numbered } from '../../base/language.ts'
import type { Cadence } from '../cadence/rules.ts'

const atLeast: Record<Language, string> = { da: 'mindst', en: 'at least' }
const atMost: Record<Language, string> = { da: 'højst', en: 'at most' }

/** The number of meetings agreed, short enough to stand after "3 af": "4", "mindst 4", "1–2", "højst 6". */
export const agreedNumber = ({ min, max }: Cadence, lang: Language): string => {
  if (min === null) return `${atMost[lang]} ${numbered(max ?? 0, lang)}`
  if (max === null) return `${atLeast[lang]} ${numbered(min, lang)}`
  return min === max ? numbered(min, lang, 1) : `${numbered(min, lang)}–${numbered(max, lang)}`
}
