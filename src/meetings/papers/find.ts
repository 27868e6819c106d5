import { Conflict, NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { findItem, type Item } from '../agenda/item-store.ts'
import { askedItem } from '../find.ts'
import { findMeeting, type Meeting } from '../meeting/meeting-store.ts'
import { findPaper, type Paper, type Storer } from './paper-store.ts'
import { mayChangePapers } from './rules.ts'

/** An agenda item with its meeting; null in the backlog. */
export interface ItemInMeeting {
  item: Item
  meeting: Meeting | null
}

const withMeeting = async (asked: Asked, trx: Trx, item: Item): Promise<ItemInMeeting> => {
  const meeting = item.meetingId === null ? null : await findMeeting(trx, asked.district.id, item.meetingId)
  // A meeting that the reader may not know of hides its items too.
  if (meeting === undefined) throw new NotFound()
  return { item, meeting }
}

/** The item in the address with its meeting. @throws NotFound */
export const askedItemInMeeting = async (asked: Asked, trx: Trx): Promise<ItemInMeeting> =>
  withMeeting(asked, trx, await askedItem(asked, trx))

/** The paper in the address with its item and meeting. @throws NotFound when the reader may not know of any of them. */
export async function askedPaper(asked: Asked, trx: Trx): Promise<ItemInMeeting & { paper: Paper }> {
  const id = asked.param('id')
  const paper = isUuid(id) ? await findPaper(trx, asked.district.id, id) : undefined
  const item = paper === undefined ? undefined : await findItem(trx, asked.district.id, paper.itemId)
  if (paper === undefined || item === undefined) throw new NotFound()
  return { ...(await withMeeting(asked, trx, item)), paper }
}

/** For one in charge of the forum, while the papers can be changed. @throws Forbidden, Conflict */
export function requireChange(asked: Asked, { item, meeting }: ItemInMeeting): void {
  asked.require('meetings.run', { forumId: item.forumId })
  if (!mayChangePapers(meeting)) throw new Conflict()
}

/** Whose name a stored file carries. */
export const storerOf = (asked: Asked): Storer => ({ name: asked.actor.name, account: asked.actor.accountId ?? '' })
