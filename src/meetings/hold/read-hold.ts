import { Invalid } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../db/db.ts'
import { listMunicipalities, type Municipality } from '../../people/store.ts'
import type { Asked } from '../../web/request.ts'
import { type Item, listItems } from '../agenda/item-store.ts'
import { askedItem, askedMeeting, meetingInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { findOrders } from '../orders/orders-store.ts'
import { isHeld, isLocked } from '../rules.ts'
import { listTasksOfMeeting } from '../tasks/task-store.ts'
import { listAttendance } from './attendance-store.ts'
import { votersOf } from './forms.ts'
import type { HoldView } from './hold-page.tsx'
import { countAccepted, listOwners } from './hold-store.ts'
import type { ItemView } from './item-panel.tsx'
import { findOutcome, listStatements, listVotes } from './outcome-store.ts'
import { mayMinute } from './rules.ts'
import { holdTexts } from './texts.ts'

/** The municipalities that are asked what they say: those of the district on the day, or the one that a local forum is of. */
export const askedMunicipalities = async (trx: Trx, district: string, meeting: Meeting): Promise<Municipality[]> =>
  (await listMunicipalities(trx, district, meeting.onDay)).filter(
    ({ code }) => meeting.municipalityCode === null || code === meeting.municipalityCode,
  )

const readItem = async (asked: Asked, trx: Trx, meeting: Meeting, item: Item): Promise<ItemView> => {
  const district = asked.district.id
  const ofItem = <T extends { itemId: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ itemId }) => itemId === item.id)
  const votes = ofItem(await listVotes(trx, district, meeting.id))
  const attendance = await listAttendance(trx, district, meeting.id)
  const orders = await findOrders(trx, district, { id: meeting.forumId, kind: meeting.forumKind })
  return {
    item,
    outcome: await findOutcome(trx, district, item.id),
    statements: ofItem(await listStatements(trx, district, meeting.id)),
    votes,
    voters: votersOf(attendance, votes),
    tasks: ofItem(await listTasksOfMeeting(trx, district, meeting.id, asked.today)),
    municipalities: await askedMunicipalities(trx, district, meeting),
    owners: await listOwners(trx, district, meeting.forumId, asked.today),
    full: orders.minutesStyle === 'full',
  }
}

/** The running of a meeting with the item that is shown: the one asked for, else the current one, else the first. */
export async function readHold(
  asked: Asked,
  trx: Trx,
  chosen: { meetingId?: string; itemId?: string } = {},
): Promise<{ view: HoldView; item: ItemView | null }> {
  const meeting = await meetingInCharge(asked, trx, ...(chosen.meetingId === undefined ? [] : [chosen.meetingId]))
  const district = asked.district.id
  const items = await listItems(trx, district, meeting.id)
  const wanted = chosen.itemId ?? asked.query('punkt')
  const shown =
    items.find(({ id }) => id === wanted) ??
    items.find(({ id }) => id === meeting.currentItemId) ??
    (isHeld(meeting.state) ? items[0] : undefined) ??
    null
  return {
    view: {
      meeting,
      items,
      shown,
      attendance: await listAttendance(trx, district, meeting.id),
      accepted: await countAccepted(trx, district, meeting.id),
    },
    item: shown !== null && mayMinute(meeting) ? await readItem(asked, trx, meeting, shown) : null,
  }
}

/** @throws Invalid when nothing can be written about the meeting now. */
export function requireOpen(asked: Asked, meeting: Meeting): void {
  const t = holdTexts[asked.lang]
  if (isLocked(meeting.state)) throw new Invalid(t.locked)
  if (!mayMinute(meeting)) throw new Invalid(t.notOpen)
}

export interface Minuted {
  item: Item & { meetingId: string }
  meeting: Meeting
}

/**
 * The item in the address with its meeting, for one who may write what became of it. It is found by its own id, wherever
 * on the agenda it has been moved. @throws NotFound, Forbidden, Invalid.
 */
export async function minutedItem(asked: Asked, trx: Trx): Promise<Minuted> {
  const item = await askedItem(asked, trx)
  asked.require('meetings.run', { forumId: item.forumId })
  const { meetingId } = item
  if (meetingId === null || !isUuid(meetingId)) throw new Invalid(holdTexts[asked.lang].taken)
  const meeting = await askedMeeting(asked, trx, meetingId)
  requireOpen(asked, meeting)
  return { item: { ...item, meetingId }, meeting }
}
