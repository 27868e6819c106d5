import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { organisationKinds } from './rules.ts'
import { directoryTexts } from './texts.ts'

const version = z.coerce.number().int()
const longestName = 200

/** The form that edits a person: name and work address. */
export const personForm = (lang: Language) => {
  const t = directoryTexts[lang].problems
  return z.object({
    navn: freeText(lang, longestName).pipe(z.string().min(1, t.name)),
    email: freeText(lang, longestName)
      .transform((text) => text.toLowerCase())
      .pipe(z.union([z.literal(''), z.email(t.email)], t.email)),
    version,
  })
}

const choice = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

/** The form that creates or edits an organisation. A police station must stand in a municipality. */
export const organisationForm = (lang: Language) => {
  const t = directoryTexts[lang].problems
  return z
    .object({
      navn: freeText(lang, longestName).pipe(z.string().min(1, t.name)),
      art: z.enum(organisationKinds, t.kind),
      kommune: choice(z.string().regex(/^\d{3}$/, t.choose)),
      del: choice(z.uuid(t.choose)),
      formaal: freeText(lang, 2000),
      version: version.default(0),
    })
    .refine(({ art, kommune }) => art !== 'policeStation' || kommune !== null, {
      path: ['kommune'],
      message: t.station,
    })
}
