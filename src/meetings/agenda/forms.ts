import { z } from 'zod'
import { defineTexts, type Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { itemKinds } from '../rules.ts'

export const itemFormTexts = defineTexts({
  da: {
    title: 'Skriv, hvad punktet hedder',
    kind: 'Vælg en af mulighederne',
    minutes: 'Skriv et helt antal minutter fra 0 til 480',
    choose: 'Vælg en af mulighederne',
    reason: 'Skriv kort hvorfor',
    version: 'Åbn siden igen, og prøv på ny',
    position: 'Skriv et nummer, der er på dagsordenen',
    forum: 'Vælg et forum',
    meeting: 'Vælg et møde',
    persons: 'Vælg mindst én person',
    openness: 'Vælg, om punktet er åbent eller lukket',
  },
  en: {
    title: 'Write what the item is called',
    kind: 'Choose one of the options',
    minutes: 'Write a whole number of minutes from 0 to 480',
    choose: 'Choose one of the options',
    reason: 'Write briefly why',
    version: 'Open the page again and retry',
    position: 'Write a number that is on the agenda',
    forum: 'Choose a forum',
    meeting: 'Choose a meeting',
    persons: 'Choose at least one person',
    openness: 'Choose whether the item is open or closed',
  },
})

const longest = 8000

const minutes = (lang: Language) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, itemFormTexts[lang].minutes)
    .transform(Number)
    .refine((count) => count <= 480, itemFormTexts[lang].minutes)

const version = (lang: Language) => z.coerce.number(itemFormTexts[lang].version).int().min(0).max(1_000_000_000)

/** A choice from a list that may be left empty. */
const chosen = (lang: Language) =>
  z
    .union([z.literal(''), z.uuid()], itemFormTexts[lang].choose)
    .default('')
    .transform((id) => (id === '' ? null : id))

/** The fields that a proposal and an item share. */
export const subjectShape = (lang: Language) => ({
  titel: freeText(lang, 200).pipe(z.string().min(1, itemFormTexts[lang].title)),
  art: z.enum(itemKinds, itemFormTexts[lang].kind),
  minutter: minutes(lang),
  sag: freeText(lang, longest).default(''),
})

/** The form that adds or edits an item. */
export const itemForm = (lang: Language) =>
  z.object({
    ...subjectShape(lang),
    afsnit: freeText(lang, 100).default(''),
    oplaeg: freeText(lang, 200).default(''),
    indstilling: freeText(lang, longest).default(''),
    angaar: freeText(lang, 400).default(''),
    forum: chosen(lang),
    punkt: chosen(lang),
    opgave: chosen(lang),
    version: version(lang).default(0),
  })
export type SentItem = z.infer<ReturnType<typeof itemForm>>

/** Where an item is to go on its agenda, by the number shown. */
export const moveForm = (lang: Language) =>
  z.object({
    punkt: z.uuid(),
    til: z.coerce.number(itemFormTexts[lang].position).int().min(1).max(100_000),
    vej: z.enum(['op', 'ned', 'plads']).catch('plads'),
  })

/** Taking an item off an agenda, or out of the backlog. */
export const reasonForm = (lang: Language) =>
  z.object({ grund: freeText(lang, 400).pipe(z.string().min(1, itemFormTexts[lang].reason)) })

/** Putting an item of the backlog on a meeting. */
export const placeForm = (lang: Language) =>
  z.object({ punkt: z.uuid(itemFormTexts[lang].choose), moede: z.uuid(itemFormTexts[lang].meeting) })

/** Opening or closing an item. The day is read with `readDate`. */
export const closingForm = (lang: Language) =>
  z.object({
    aabenhed: z.enum(['open', 'closed'], itemFormTexts[lang].openness),
    grund: chosen(lang),
    version: version(lang),
  })

const several = z.preprocess(
  (value): unknown => (typeof value === 'string' ? [value] : (value ?? [])),
  z.array(z.uuid()),
)

/** Keeping persons out of an item. */
export const exclusionForm = (lang: Language) =>
  z.object({
    person: several.refine((ids) => ids.length > 0, itemFormTexts[lang].persons),
    grund: freeText(lang, 400).pipe(z.string().min(1, itemFormTexts[lang].reason)),
  })

/** Sending an item on. */
export const sendOnForm = (lang: Language) =>
  z.object({
    forum: z.uuid(itemFormTexts[lang].forum),
    grund: freeText(lang, 400).default(''),
  })
