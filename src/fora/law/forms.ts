import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { lawTexts } from './texts.ts'

/** Only web addresses: the source is shown as a link, also to the public. */
const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

/** The texts of a legal reference; its days are read by `readDate`. */
export const lawForm = (lang: Language) => {
  const t = lawTexts[lang].problems
  return z.object({
    lov: freeText(lang, 200).pipe(z.string().min(1, t.act)),
    paragraf: freeText(lang, 100),
    emne: freeText(lang, 400),
    kilde: freeText(lang, 500).refine((text) => text === '' || isWebAddress(text), t.source),
    version: z.coerce.number().int().default(0),
  })
}

/** One click that concerns one reference. */
export const checkForm = z.object({ version: z.coerce.number().int() })

/** Tying a known reference, tying a new one that the words point to, or untying one. */
export const tieForm = (lang: Language) => {
  const t = lawTexts[lang].problems
  return z.union([
    z.object({ tilknyt: z.uuid() }),
    z.object({ loesn: z.uuid() }),
    z.object({ lov: freeText(lang, 200).pipe(z.string().min(1, t.act)), paragraf: freeText(lang, 100) }),
  ])
}
