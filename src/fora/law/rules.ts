import { sortKey } from '../../base/danish.ts'
import type { CalendarDay } from '../../base/time.ts'
import { checkedSince } from '../register/rules.ts'

/** A legal reference: the law is data, dated and editable. */
export interface LegalReference {
  id: string
  act: string
  paragraph: string
  subject: string
  source: string
  validFrom: string | null
  validTo: string | null
  checkedOn: string | null
  version: number
}

export interface LawRow extends LegalReference {
  /** How many fora, among those the actor may see, rest on it. */
  fora: number
}

/** "Retsplejeloven § 115, stk. 2", or the act alone. */
export const nameOf = ({ act, paragraph }: Pick<LegalReference, 'act' | 'paragraph'>): string =>
  `${act} ${paragraph}`.trim()

/** A law changes; a reference that nobody has looked at for a year may no longer say what the forum rests on. */
export const isUnchecked = (row: Pick<LawRow, 'checkedOn'>, today: CalendarDay): boolean =>
  row.checkedOn === null || row.checkedOn < checkedSince(today)

export const lawViews = ['all', 'unchecked', 'noSource', 'ended', 'unused'] as const
export type LawView = (typeof lawViews)[number]

const passes: Record<LawView, (row: LawRow, today: CalendarDay) => boolean> = {
  all: () => true,
  unchecked: isUnchecked,
  noSource: ({ source }) => source === '',
  ended: ({ validTo }, today) => validTo !== null && validTo < today,
  unused: ({ fora }) => fora === 0,
}

export const lawSortings = ['act', 'checked', 'fora'] as const

export interface LawChoice {
  view: LawView
  words: string
  sort: (typeof lawSortings)[number]
  descending: boolean
}

/** The number in "§ 9" and "§ 112 a", so that § 9 stands before § 112. */
const paragraphNumber = (paragraph: string): number => Number(/\d+/.exec(paragraph)?.[0] ?? 0)

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

const byPlace = (a: LawRow, b: LawRow): number =>
  compare(sortKey(a.act), sortKey(b.act)) ||
  paragraphNumber(a.paragraph) - paragraphNumber(b.paragraph) ||
  compare(a.paragraph, b.paragraph)

const keys: Record<LawChoice['sort'], (row: LawRow) => string | number> = {
  act: () => 0,
  checked: (row) => row.checkedOn ?? '',
  fora: (row) => row.fora,
}

/** Filters, counts and sorts. References of equal rank stand by act and paragraph. */
export function selectLaw(rows: readonly LawRow[], chosen: LawChoice, today: CalendarDay) {
  const words = chosen.words.toLowerCase()
  const found = rows.filter(({ act, paragraph, subject }) =>
    `${act} ${paragraph} ${subject}`.toLowerCase().includes(words),
  )
  const count = (view: LawView) => found.filter((row) => passes[view](row, today)).length
  const direction = chosen.descending ? -1 : 1
  const key = keys[chosen.sort]
  return {
    rows: found
      .filter((row) => passes[chosen.view](row, today))
      .toSorted((a, b) =>
        chosen.sort === 'act' ? direction * byPlace(a, b) : direction * compare(key(a), key(b)) || byPlace(a, b),
      ),
    counts: {
      all: count('all'),
      unchecked: count('unchecked'),
      noSource: count('noSource'),
      ended: count('ended'),
      unused: count('unused'),
    } satisfies Record<LawView, number>,
  }
}

/** True when the words of the annex say outright that no law lies under the forum. */
export const saysNone = (legalBasis: string): boolean =>
  /^(?:ingen|intet|nej|ikke særskilt|intet særskilt)(?:\s\p{L}+)?\.?$/iu.test(legalBasis.trim())
