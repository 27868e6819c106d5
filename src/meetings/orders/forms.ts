import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { itemKinds, minutesOf } from '../rules.ts'
import { readTime } from '../year/forms.ts'
import { mostItems } from './fixed-rules.ts'
import type { Orders, TemplateItem } from './orders.ts'
import { ordersTexts } from './texts.ts'

export const numberings = ['meeting', 'year', 'items'] as const
export const minutesStyles = ['decisions', 'full'] as const
export const carrying = ['nothing', 'lastMinutes', 'actionPoints'] as const

const whole = (lang: Language, least: number, most: number) => {
  const text = ordersTexts[lang].problems.days(least, most)
  return z
    .string(text)
    .trim()
    .regex(/^\d{1,3}$/, text)
    .transform(Number)
    .refine((count) => count >= least && count <= most, text)
}
const ticked = z
  .unknown()
  .optional()
  .transform((value) => value === 'ja')

const ordersForm = (lang: Language) => {
  const t = ordersTexts[lang].problems
  return z.object({
    nummerering: z.enum(numberings, t.choose),
    indkaldelse: whole(lang, 0, 120),
    forslag: whole(lang, 0, 120),
    godkendelse: whole(lang, 1, 120),
    stiltiende: ticked,
    referat: z.enum(minutesStyles, t.choose),
    sted: freeText(lang, 200).default(''),
    start: z
      .string(t.time)
      .transform((text) => readTime(text) ?? '')
      .pipe(z.string().min(1, t.time)),
    varighed: whole(lang, 5, 960),
    flertal: ticked,
    formand: ticked,
    kilde: freeText(lang, 400).default(''),
    // Two editors changed the fixed items, and the reader chose those that are stored.
    faste: z.literal('gemte').or(z.literal('')).catch(''),
    handling: z.string().default('gem'),
    version: z.coerce.number(t.version).int().min(0).max(1_000_000_000),
  })
}

const itemForm = (lang: Language) => {
  const t = ordersTexts[lang].problems
  return z.object({
    titel: freeText(lang, 200).pipe(z.string().min(1, t.title)),
    afsnit: freeText(lang, 100).default(''),
    art: z.enum(itemKinds, t.choose),
    oplaeg: freeText(lang, 200).default(''),
    minutter: whole(lang, 0, 480),
    baerer: z.enum(carrying, t.choose).default('nothing'),
  })
}

const itemParts = ['titel', 'afsnit', 'art', 'oplaeg', 'minutter', 'baerer', 'plads'] as const
export type ItemPart = (typeof itemParts)[number]
/** A fixed item as the form holds it, before it is known to be right. */
export type SentItem = Record<ItemPart, string>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The fixed items as they were sent, in the order of their rows. */
const sentItems = (values: Readonly<Record<string, unknown>>): SentItem[] =>
  Array.from({ length: mostItems }, (_, index) => String(index + 1))
    .filter((row) => `titel-${row}` in values)
    .map((row) => ({
      titel: textOf(values[`titel-${row}`]),
      afsnit: textOf(values[`afsnit-${row}`]),
      art: textOf(values[`art-${row}`]),
      oplaeg: textOf(values[`oplaeg-${row}`]),
      minutter: textOf(values[`minutter-${row}`]),
      baerer: textOf(values[`baerer-${row}`]),
      plads: textOf(values[`plads-${row}`]),
    }))

/** Fixed items by the names of the form, numbered from one in their order. */
export const itemValues = (items: readonly SentItem[]): Record<string, string> =>
  Object.fromEntries(
    items.flatMap((item, index) =>
      itemParts.map((part) => [`${part}-${String(index + 1)}`, part === 'plads' ? String(index + 1) : item[part]]),
    ),
  )

/** Standing orders without their fixed items, by the names of the form. */
export const ownValues = (orders: Orders): Record<string, string> => ({
  nummerering: orders.numbering,
  indkaldelse: String(orders.noticeDays),
  forslag: String(orders.proposalDays),
  godkendelse: String(orders.approvalDays),
  stiltiende: orders.silentApproval ? 'ja' : '',
  referat: orders.minutesStyle,
  sted: orders.usualPlace,
  start: orders.usualStart.replace(':', '.'),
  varighed: String(orders.usualMinutes),
  flertal: orders.openingMajority ? 'ja' : '',
  formand: orders.openingChair ? 'ja' : '',
  kilde: orders.openingSource,
})

/** Standing orders by the names of the form. */
export const ordersValues = (orders: Orders): Record<string, string> => ({
  ...ownValues(orders),
  ...itemValues(
    orders.template.map((item) => ({
      titel: item.title,
      afsnit: item.section,
      art: item.kind,
      oplaeg: item.presenter,
      minutter: String(item.minutes),
      baerer: item.carries,
      plads: '',
    })),
  ),
})

const readItems = (lang: Language, items: readonly SentItem[]) => {
  const problems: Problem[] = []
  const read = items.flatMap((item, index): TemplateItem[] => {
    const parsed = itemForm(lang).safeParse(item)
    if (parsed.success) {
      const { titel, afsnit, art, oplaeg, minutter, baerer } = parsed.data
      return [{ title: titel, section: afsnit, kind: art, presenter: oplaeg, minutes: minutter, carries: baerer }]
    }
    for (const issue of parsed.error.issues)
      problems.push({ field: `${String(issue.path[0])}-${String(index + 1)}`, text: issue.message })
    return []
  })
  return { read, problems }
}

/** What was sent about standing orders, or what is wrong with it. The items stand in the order of their rows. */
export async function readOrders(asked: Asked) {
  const { data, values, problems } = await asked.form(ordersForm(asked.lang))
  const items = sentItems(values)
  const { read, problems: wrongItems } = readItems(asked.lang, items)
  const wrong = [...problems, ...wrongItems]
  if (data !== null && minutesOf(data.start) + data.varighed > 1439)
    wrong.push({ field: 'varighed', text: ordersTexts[asked.lang].problems.midnight })
  const orders: Orders | null =
    data === null || wrong.length > 0
      ? null
      : {
          numbering: data.nummerering,
          noticeDays: data.indkaldelse,
          proposalDays: data.forslag,
          approvalDays: data.godkendelse,
          silentApproval: data.stiltiende,
          minutesStyle: data.referat,
          usualPlace: data.sted,
          usualStart: data.start,
          usualMinutes: data.varighed,
          openingMajority: data.flertal,
          openingChair: data.formand,
          openingSource: data.kilde,
          template: read,
        }
  const action = textOf(values['handling'])
  const keepsStored = data?.faste === 'gemte'
  return {
    orders,
    items,
    keepsStored,
    version: data?.version ?? 0,
    action: action === '' ? 'gem' : action,
    values,
    problems: wrong,
  }
}

/** A ground for closing items: what it is called, where it is written, and whether it is in use. */
export const groundForm = (lang: Language) => {
  const t = ordersTexts[lang].problems
  return z.object({
    navn: freeText(lang, 200).pipe(z.string().min(1, t.ground)),
    kilde: freeText(lang, 400).default(''),
    brug: ticked,
    version: z.coerce.number(t.version).int().min(0).max(1_000_000_000).default(0),
  })
}
