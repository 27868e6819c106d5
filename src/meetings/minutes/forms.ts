import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { approvalTexts } from './approval-texts.ts'

const version = z.coerce.number().int()

/** A change that needs nothing but the version of the meeting; its day is read by `readDate`. */
export const versionForm = z.object({ version })

/** Taking circulated or published minutes back. */
export const reasonForm = (lang: Language) =>
  z.object({ version, grund: freeText(lang, 400).pipe(z.string().min(1, approvalTexts[lang].problems.reason)) })

/** A member's click: the mark says which words they had before them. */
export const approveForm = z.object({ laest: z.string().max(40).default('') })

export const commentForm = (lang: Language) => {
  const t = approvalTexts[lang].problems
  return z.object({
    punkt: z.string().default(''),
    ord: freeText(lang, 4000).pipe(z.string().min(1, t.comment)),
  })
}

export const answerForm = (lang: Language) => {
  const t = approvalTexts[lang].problems
  return z.object({
    version,
    rettet: z.enum(['ja', 'nej'], t.taken),
    svar: freeText(lang, 2000).pipe(z.string().min(1, t.answer)),
  })
}

export const addendumForm = (lang: Language) => {
  const t = approvalTexts[lang].problems
  return z.object({
    punkt: z.string().default(''),
    ord: freeText(lang, 4000).pipe(z.string().min(1, t.words)),
    aaben: z.enum(['ja', '']).optional(),
    /** The number the correction was to get when the form was drawn. */
    nummer: z.coerce.number().int().default(0),
  })
}

export const opennessForm = z.object({ aabenhed: z.enum(['open', 'closed']) })

export const publishForm = (lang: Language) =>
  z.object({ version, til: z.enum(['partners', 'public'], approvalTexts[lang].problems.to) })
