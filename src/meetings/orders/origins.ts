import type { Language } from '../../base/language.ts'
import type { Orders } from './orders.ts'
import { ordersTexts } from './texts.ts'

/** The more general standing orders, which count where an owner has none of its own. */
export interface Base {
  orders: Orders
  whose: 'district' | 'program'
}

export type OrdersField = Exclude<keyof Orders, 'template'>

/** Whose a value is: the owner's own where it differs from the more general one. */
export const originOf = (
  field: OrdersField,
  { orders, base, own }: { orders: Orders; base: Base; own: boolean },
): 'originOwn' | 'originDistrict' | 'originProgram' =>
  own && orders[field] !== base.orders[field]
    ? 'originOwn'
    : base.whose === 'district'
      ? 'originDistrict'
      : 'originProgram'

/** A value of standing orders in words; empty when nothing is said. */
export function valueInWords(field: OrdersField, orders: Orders, lang: Language): string {
  const t = ordersTexts[lang]
  if (field === 'numbering') return t.numberings[orders.numbering]
  if (field === 'minutesStyle') return t.minutesStyles[orders.minutesStyle]
  const value = orders[field]
  if (typeof value === 'boolean') return value ? t.yes : t.no
  return field === 'usualStart' && lang === 'da' ? orders.usualStart.replace(':', '.') : String(value)
}

const fields: readonly OrdersField[] = [
  'numbering',
  'noticeDays',
  'proposalDays',
  'approvalDays',
  'silentApproval',
  'minutesStyle',
  'usualPlace',
  'usualStart',
  'usualMinutes',
  'openingMajority',
  'openingChair',
  'openingSource',
]

/** All values of standing orders but the fixed items, in the order of the page. */
export const shownOrders = (orders: Orders, lang: Language): { field: OrdersField; label: string; value: string }[] =>
  fields.map((field) => ({ field, label: ordersTexts[lang][field], value: valueInWords(field, orders, lang) }))
