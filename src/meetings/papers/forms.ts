import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { paperTexts } from './texts.ts'

const version = z.coerce.number().int().min(0).max(1_000_000_000)

/** What a paper is called. */
export const titleForm = (lang: Language) =>
  z.object({ titel: freeText(lang, 200).pipe(z.string().min(1, paperTexts[lang].problems.title)), version })

/** Opening or closing a paper; the day is read by `readDate`. */
export const opennessForm = (lang: Language) =>
  z.object({
    aabenhed: z.enum(['open', 'closed'], paperTexts[lang].problems.choose),
    grund: z
      .union([z.literal(''), z.uuid()], paperTexts[lang].problems.noGround)
      .default('')
      .transform((id) => (id === '' ? null : id)),
    version,
  })

/** One click that concerns one paper as the reader saw it. */
export const clickForm = z.object({ version })

/** One step up or down among the papers of an item. */
export const moveForm = z.object({ bilag: z.uuid(), retning: z.enum(['op', 'ned']) })
