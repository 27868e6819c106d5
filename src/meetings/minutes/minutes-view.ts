import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { askedMeeting, isInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import type { Orders } from '../orders/orders.ts'
import { findOrders } from '../orders/orders-store.ts'
import { isHeld } from '../rules.ts'
import type { MinutesView } from './minutes-page.tsx'
import { findFacts, readMinutes } from './minutes-store.ts'
import { mayRead, type MinutesStyle, minutesStyles, namesAreSeen, theOpenPart } from './rules.ts'

export const ordersOf = (trx: Trx, district: string, meeting: Meeting): Promise<Orders> =>
  findOrders(trx, district, { id: meeting.forumId, kind: meeting.forumKind })

/** The length asked for in the address, else that of the forum's standing orders. */
export const styleOf = (asked: Asked, orders: Orders): MinutesStyle =>
  minutesStyles.find((style) => style === asked.query('form')) ?? orders.minutesStyle

export type Unreadable = { meeting: Meeting; why: 'notHeld' | 'notYet' | 'notPublished' }

/** The minutes in the address, or of the meeting given, as the reader may see them, or why there are none to read. @throws NotFound. */
export async function findMinutes(asked: Asked, trx: Trx, found?: Meeting): Promise<MinutesView | Unreadable> {
  const meeting = found ?? (await askedMeeting(asked, trx))
  const facts = await findFacts(trx, asked.district.id, meeting.id)
  if (!mayRead(meeting.state, facts)) {
    if (!facts.sits && !facts.everything) return { meeting, why: 'notPublished' }
    return { meeting, why: isHeld(meeting.state) ? 'notYet' : 'notHeld' }
  }
  const names = namesAreSeen(facts, asked.may('overview.see'))
  const minutes = await readMinutes(trx, asked.district.id, meeting, { names })
  return {
    meeting,
    facts,
    // Outside the forum only the open part is read, whatever else the reader may see of the meeting.
    minutes: facts.sits || facts.everything ? minutes : theOpenPart(minutes),
    style: styleOf(asked, await ordersOf(trx, asked.district.id, meeting)),
    names,
    inCharge: isInCharge(asked, meeting),
  }
}
