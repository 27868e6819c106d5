import { z } from 'zod'
import { defineTexts, type Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { forumKinds, levels, opennesses, statuses } from './rules.ts'

export const formTexts = defineTexts({
  da: {
    name: 'Skriv forummets navn',
    category: 'Vælg en kategori',
    choose: 'Vælg en af mulighederne',
    reason: 'Skriv kort hvorfor',
    version: 'Åbn siden igen, og prøv på ny',
    date: 'Vælg en dag, der findes',
  },
  en: {
    name: 'Write the name of the forum',
    category: 'Choose a category',
    choose: 'Choose one of the options',
    reason: 'Write briefly why',
    version: 'Open the page again and retry',
    date: 'Choose a day that exists',
  },
})

/** A choice that may be left empty. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

const longest = 4000

/** Name and the seven annex fields, as every form that edits them names them. */
const annexShape = (lang: Language) => {
  const text = freeText(lang, longest)
  return {
    navn: freeText(lang, 200).pipe(z.string().min(1, formTexts[lang].name)),
    emne: text,
    lovgrundlag: text,
    formaal: text,
    handleplaner: text,
    snitflader: text,
    deltagere: text,
    moeder: freeText(lang, 400),
  }
}

/** The form that edits an annex entry for several fora. */
export const groupForm = (lang: Language) =>
  z.object({ ...annexShape(lang), version: z.coerce.number(formTexts[lang].version).int() })

/** The form that creates or edits a forum. Field names are those of the form. */
export const forumForm = (lang: Language) => {
  const t = formTexts[lang]
  return z.object({
    ...annexShape(lang),
    art: z.enum(forumKinds, t.choose),
    kategori: z.uuid(t.category),
    niveau: optional(z.enum(levels, t.choose)),
    kommune: optional(z.string().regex(/^\d{3}$/, t.choose)),
    overordnet: optional(z.uuid(t.choose)),
    gruppe: optional(z.uuid(t.choose)),
    aabenhed: z.enum(opennesses, t.choose),
    persondata: z.enum(['ja', '']).optional(),
    version: z.coerce.number(t.version).int().default(0),
  })
}

/** Pausing, closing or reopening a forum, or noting that it was reviewed. */
export const statusForm = (lang: Language) => {
  const t = formTexts[lang]
  return z
    .object({
      status: z.enum([...statuses, 'reviewed'], t.choose),
      grund: freeText(lang, 400).default(''),
      version: z.coerce.number(t.version).int(),
    })
    .refine(({ status, grund }) => status === 'active' || status === 'reviewed' || grund !== '', {
      path: ['grund'],
      message: t.reason,
    })
}
