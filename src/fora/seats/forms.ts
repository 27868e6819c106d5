import { z } from 'zod'
import { looksLikeCpr } from '../../base/cpr.ts'
import { defineTexts, type Language } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { readDate } from '../../web/date-field.ts'
import type { Problem } from '../../web/problem.ts'
import { freeText } from '../../web/free-text.ts'
import { formTexts } from '../register/forms.ts'
import { parties, seatOwners, seatRoles } from './rules.ts'

export const seatFormTexts = defineTexts({
  da: {
    title: 'Skriv embedets titel',
    name: 'Skriv for- og efternavn',
    email: 'Skriv en hel mailadresse, for eksempel navn@kommune.example',
    owner: 'Skriv, hvem pladsen hører til',
    day: 'Skriv dag, måned og år',
    noDay: 'Skriv en dag, der findes',
    months: 'Skriv et helt antal måneder fra 1 til 120',
    seats: 'Skriv et helt tal fra 0 til 99',
    minAboveMax: 'Det mindste antal er større end det højeste',
    cpr: 'Teksten ligner et CPR-nummer. Fjern tallet',
  },
  en: {
    title: 'Write the title of the office',
    name: 'Write first name and surname',
    email: 'Write a whole e-mail address, for example name@municipality.example',
    owner: 'Write whom the seat belongs to',
    day: 'Write day, month and year',
    noDay: 'Write a day that exists',
    months: 'Write a whole number of months from 1 to 120',
    seats: 'Write a whole number from 0 to 99',
    minAboveMax: 'The smallest number is larger than the largest',
    cpr: 'The text looks like a civil registration number. Remove it',
  },
})

/** A choice that may be left empty. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

const version = (lang: Language) => z.coerce.number(formTexts[lang].version).int()

/** Reads a day of a form; a problem where there is none and one is needed, or where it names no day. */
export function dayFrom(
  values: Readonly<Record<string, unknown>>,
  field: string,
  lang: Language,
  needed: boolean,
): { day: CalendarDay | null; problems: Problem[] } {
  const t = seatFormTexts[lang]
  const day = readDate(values, field)
  if (day === 'bad') return { day: null, problems: [{ field, text: t.noDay }] }
  if (day === null && needed) return { day: null, problems: [{ field, text: t.day }] }
  return { day, problems: [] }
}

export const officeForm = (lang: Language) => {
  const t = formTexts[lang]
  return z.object({
    titel: freeText(lang, 200).pipe(z.string().min(1, seatFormTexts[lang].title)),
    organisation: optional(z.uuid(t.choose)),
    kommune: optional(z.string().regex(/^\d{3}$/, t.choose)),
    version: version(lang).default(0),
  })
}

const email = (lang: Language) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.union([z.literal(''), z.email(seatFormTexts[lang].email).max(200)], seatFormTexts[lang].email))
    .refine((text) => !looksLikeCpr(text), seatFormTexts[lang].cpr)

/** Who takes over an office, or that nobody does. `trin` tells which button was pressed. */
export const holderForm = (lang: Language) =>
  z
    .object({
      hvad: z.enum(['person', 'ledig'], formTexts[lang].choose).default('person'),
      navn: freeText(lang, 300).default(''),
      mail: email(lang),
      trin: z.enum(['kontrol', 'gem', 'ret']).catch('kontrol'),
      version: version(lang),
    })
    .refine(({ hvad, navn }) => hvad === 'ledig' || navn !== '', {
      path: ['navn'],
      message: seatFormTexts[lang].name,
    })

export const undoForm = (lang: Language) => z.object({ version: version(lang) })

const seatFields = (lang: Language) => ({
  rolle: z.enum(seatRoles, formTexts[lang].choose),
  part: optional(z.enum(parties, formTexts[lang].choose)),
  udpeget: freeText(lang, 200).default(''),
})

export const newSeatForm = (lang: Language) =>
  z.object({
    art: z.enum(seatOwners, formTexts[lang].choose),
    navn: freeText(lang, 300).pipe(z.string().min(1, seatFormTexts[lang].owner)),
    ...seatFields(lang),
  })

export const seatForm = (lang: Language) => z.object({ ...seatFields(lang), version: version(lang) })

const count = (lang: Language) =>
  optional(
    z.coerce
      .number(seatFormTexts[lang].seats)
      .int(seatFormTexts[lang].seats)
      .min(0, seatFormTexts[lang].seats)
      .max(99, seatFormTexts[lang].seats),
  )

/** How a forum is to be put together. Each party has a smallest (`min-`) and a largest (`max-`) number of seats. */
export const compositionForm = (lang: Language) => {
  const t = seatFormTexts[lang]
  const each = count(lang)
  return z
    .object({
      formand: optional(z.enum(parties, formTexts[lang].choose)),
      maaneder: optional(z.coerce.number(t.months).int(t.months).min(1, t.months).max(120, t.months)),
      kilde: freeText(lang, 400).default(''),
      'min-police': each,
      'max-police': each,
      'min-municipality': each,
      'max-municipality': each,
      'min-community': each,
      'max-community': each,
      'min-other': each,
      'max-other': each,
      version: version(lang).default(0),
    })
    .superRefine((form, context) => {
      for (const party of parties) {
        const [min, max] = [form[`min-${party}`], form[`max-${party}`]]
        if (min !== null && max !== null && min > max)
          context.addIssue({ code: 'custom', path: [`min-${party}`], message: t.minAboveMax })
      }
    })
}
