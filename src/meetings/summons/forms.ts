import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { summonsTexts } from './texts.ts'

/** Sending the summons, inviting one who came later, or taking one off. */
export const summonsForm = (lang: Language) =>
  z.discriminatedUnion('handling', [
    z.object({
      handling: z.literal('send'),
      version: z.coerce.number().int(),
      grund: freeText(lang, 500).default(''),
    }),
    z.object({ handling: z.literal('ogsaa'), person: z.uuid() }),
    z.object({ handling: z.literal('afmeld'), invitation: z.uuid() }),
  ])

/** An answer to a summons. The deputy is one of the list, or a name with an address. */
export const replyForm = (lang: Language) => {
  const t = summonsTexts[lang].replyProblems
  return z
    .object({
      invitation: z.uuid(),
      version: z.coerce.number().int(),
      svar: z.enum(['accepted', 'declined', 'deputy'], { error: t.choose }),
      grund: freeText(lang, 500).default(''),
      stedfortraeder: z.union([z.literal(''), z.uuid()]).default(''),
      navn: freeText(lang, 120).default(''),
      mail: z.string().trim().max(254).default(''),
    })
    .superRefine(({ svar, stedfortraeder, navn, mail }, context) => {
      if (svar !== 'deputy' || stedfortraeder !== '') return
      if (navn === '') context.addIssue({ code: 'custom', path: ['navn'], message: t.deputyName })
      if (!z.email().safeParse(mail).success)
        context.addIssue({ code: 'custom', path: ['mail'], message: t.deputyEmail })
    })
}

/** Reminding everyone who has not answered, or one of them. */
export const remindForm = z.object({ invitation: z.union([z.literal(''), z.uuid()]).default('') })

/** Sending all mail again that did not arrive, or one. */
export const againForm = z.object({ mail: z.union([z.literal(''), z.uuid()]).default('') })
