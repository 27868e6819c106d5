import { z } from 'zod'
import type { Language } from '../../../base/language.ts'
import { freeText } from '../../../web/free-text.ts'
import { formTexts } from '../../register/forms.ts'
import { longest } from './comparison.ts'
import { importTexts } from './texts.ts'
import { categoryOfWords, municipalityMark } from './rules.ts'

/** One value or several of the same name, as forms send them. */
const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => (typeof sent === 'string' ? [sent] : sent))

/** Which entry is meant, and what to do with it. */
export const decisionForm = (lang: Language) =>
  z.object({
    forum: z.coerce.number(formTexts[lang].version).int().positive(),
    version: z.coerce.number(formTexts[lang].version).int(),
    handling: z.enum(['godkend', 'saetaside', 'spring', 'tagfrem', 'fortryd'], formTexts[lang].choose),
  })

const either = (lang: Language) => z.enum(['bilag', 'register'], formTexts[lang].choose).default('bilag')

/** The review form of one entry. Field names are those of the form for a forum. */
export const reviewForm = (lang: Language) => {
  const t = formTexts[lang]
  const own = importTexts[lang]
  const text = freeText(lang, longest.text)
  const choice = either(lang)
  return z
    .object({
      navn: freeText(lang, longest.name).pipe(z.string().min(1, t.name)),
      kategori: freeText(lang, longest.name)
        .transform(categoryOfWords)
        .refine(({ name }) => name !== '', own.writeCategory),
      emne: text,
      lovgrundlag: text,
      formaal: text,
      handleplaner: text,
      snitflader: text,
      deltagere: text,
      moeder: freeText(lang, longest.cadence),
      'valg-navn': choice,
      'valg-kategori': choice,
      'valg-emne': choice,
      'valg-lovgrundlag': choice,
      'valg-formaal': choice,
      'valg-handleplaner': choice,
      'valg-snitflader': choice,
      'valg-deltagere': choice,
      'valg-moeder': choice,
      maal: z
        .string()
        .regex(/^$|^[0-9a-f-]{36}$/, t.choose)
        .default(''),
      /** The entry of the register that was found for it when the page was made. */
      fundet: z.string().default(''),
      maalversion: z.coerce.number(t.version).int().default(0),
      antal: z.enum(['et', 'hver'], own.chooseNumber).optional(),
      sporg: z.literal('antal').optional(),
      moenster: freeText(lang, longest.name).default(''),
      kommune: several,
      plads: several.transform((values) => values.map(Number)),
    })
    .superRefine((data, context) => {
      const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (data.sporg !== undefined && data.antal === undefined) fault('antal', own.chooseNumber)
      if (data.antal !== 'hver') return
      if (!data.moenster.includes(municipalityMark)) fault('moenster', own.patternNeedsMark)
      if (data.kommune.length === 0) fault('kommune', own.chooseMunicipalities)
    })
}

/** Closing down a forum of the register that the annex does not have. */
export const closeForm = (lang: Language) =>
  z.object({
    forum: z.string().regex(/^[0-9a-f-]{36}$/, formTexts[lang].choose),
    version: z.coerce.number(formTexts[lang].version).int(),
    grund: freeText(lang, 400).pipe(z.string().min(1, formTexts[lang].reason)),
  })
