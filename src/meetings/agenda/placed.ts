import { NotFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { askedItem } from '../find.ts'
import { findMeeting, type Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { itemNumber } from '../rules.ts'
import { findForumById, findForumBySlug, type ItemForum } from './backlog-store.ts'
import type { Item } from './item-store.ts'

/** An item with where it stands: on a meeting, or in the backlog of its forum. */
export interface PlacedItem {
  item: Item
  meeting: Meeting | null
  forum: ItemForum
}

/** The item in the address with its place. @throws NotFound when there is none, or the reader may not know of it. */
export async function askedPlacedItem(asked: Asked, trx: Trx): Promise<PlacedItem> {
  const item = await askedItem(asked, trx)
  const district = asked.district.id
  const forum = await findForumById(trx, district, item.forumId)
  const meeting = item.meetingId === null ? null : ((await findMeeting(trx, district, item.meetingId)) ?? null)
  if (forum === undefined) throw new NotFound()
  return { item, meeting, forum }
}

/** The same, for one who is in charge of its forum. @throws NotFound, Forbidden. */
export async function placedItemInCharge(asked: Asked, trx: Trx): Promise<PlacedItem> {
  const placed = await askedPlacedItem(asked, trx)
  asked.require('meetings.run', { forumId: placed.item.forumId })
  return placed
}

/** The forum in the address. @throws NotFound when there is none, or the reader may not know of it. */
export async function askedForum(asked: Asked, trx: Trx): Promise<ItemForum> {
  const forum = await findForumBySlug(trx, asked.district.id, asked.param('slug'))
  if (forum === undefined) throw new NotFound()
  return forum
}

/** What an item is called: "3. Samarbejde om vold", or its title alone in the backlog. */
export const nameOfItem = ({ item, meeting }: Pick<PlacedItem, 'item' | 'meeting'>): string =>
  meeting === null ? item.title : `${String(itemNumber(meeting.firstItemNumber, item.position))}. ${item.title}`

/** Where an item is worked with: its agenda, or the backlog. */
export const placeOfItem = ({ item, meeting, forum }: PlacedItem): string =>
  meeting === null ? meetingPaths.backlog(forum.slug) : `${meetingPaths.agenda(meeting.id)}#punkt-${item.id}`

/** How the log knows an item, so that who is kept out of it is kept out of its log. */
export const itemSubject = (item: { id: string; title: string }) => ({
  subjectKind: 'agendaItem',
  subjectId: item.id,
  subjectName: item.title,
})
