import type { Language } from '../../base/language.ts'

const formats = {
  da: new Intl.NumberFormat('da-DK', { style: 'percent', maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }),
}

/** A part of a whole as "75 %". */
export const shortPercent = (part: number, lang: Language): string => formats[lang].format(part)
