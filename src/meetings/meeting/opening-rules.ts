import type { Orders } from '../orders/orders.ts'
import type { MeetingOpenness } from '../rules.ts'

/** What the members said to opening a meeting. */
export interface Consent {
  members: number
  inFavour: number
  chairConsents: boolean
}

type OpeningRule = Pick<Orders, 'openingMajority' | 'openingChair'>

const ranks: Record<MeetingOpenness, number> = { closed: 0, partners: 1, public: 2 }

/** How far a meeting can be opened: never further than its forum. */
export const openableTo = (forum: MeetingOpenness): MeetingOpenness[] =>
  (['partners', 'public'] as const).filter((openness) => ranks[openness] <= ranks[forum])

export type OpeningRefusal = 'forum' | 'count' | 'majority' | 'chair'

/** Why a meeting may not be opened so far; null when it may. Closing it is always allowed. */
export function openingRefusal(
  to: MeetingOpenness,
  { forum, rule, consent }: { forum: MeetingOpenness; rule: OpeningRule; consent: Consent },
): OpeningRefusal | null {
  if (to === 'closed') return null
  if (ranks[to] > ranks[forum]) return 'forum'
  if (consent.inFavour > consent.members) return 'count'
  // A majority of all members, not of those who answered.
  if (rule.openingMajority && consent.inFavour * 2 <= consent.members) return 'majority'
  return rule.openingChair && !consent.chairConsents ? 'chair' : null
}
