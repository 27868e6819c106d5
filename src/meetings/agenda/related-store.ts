import { sql } from 'kysely'
import type { CalendarDay } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { addLink, type LinkKind, listLinks, removeLink } from '../../links/links-store.ts'
import type { OutcomeKind } from '../rules.ts'

/** What an item may concern. */
export type RelatedKind = 'forum' | 'agendaItem' | 'actionPoint'

/** Another thing that an item hangs together with, as far as the reader may see it. */
export interface Related {
  linkId: string
  link: LinkKind
  /** True when the link goes from the item to the other; false when the other points here. */
  outward: boolean
  kind: RelatedKind
  id: string
  title: string
  /** The forum's part of its address, for a forum. */
  slug: string | null
  forumName: string | null
  onDay: CalendarDay | null
}

type Named = Pick<Related, 'kind' | 'id' | 'title' | 'slug' | 'forumName' | 'onDay'>

const nameThings = async (trx: Trx, district: string, ids: readonly string[]): Promise<Named[]> =>
  (
    await sql<Named>`
    select 'forum' as kind, forum.id, forum.name as title, forum.slug, null as "forumName", null::date as "onDay"
      from fora.forum as forum where forum.district = ${district} and forum.id = any (${ids}::uuid[])
    union all
    select 'agendaItem', item.id, item.title, null, forum.name, meeting.on_day from meetings.item as item
      left join fora.forum as forum on forum.district = item.district and forum.id = item.forum_id
      left join meetings.meeting as meeting on meeting.district = item.district and meeting.id = item.meeting_id
      where item.district = ${district} and item.id = any (${ids}::uuid[])
    union all
    select 'actionPoint', point.id, point.title, null, forum.name, point.due_on from meetings.action_point as point
      left join fora.forum as forum on forum.district = point.district and forum.id = point.forum_id
      where point.district = ${district} and point.id = any (${ids}::uuid[])`.execute(trx)
  ).rows

/** What an item hangs together with, both ways. What the reader may not see is left out. */
export async function listRelated(trx: Trx, district: string, itemId: string): Promise<Related[]> {
  const links = await listLinks(trx, district, { kind: 'agendaItem', id: itemId })
  if (links.length === 0) return []
  const ends = links.map((link) => {
    const outward = link.from.id === itemId
    return { linkId: link.id, link: link.kind, outward, other: outward ? link.to : link.from }
  })
  const named = new Map(
    (
      await nameThings(
        trx,
        district,
        ends.map(({ other }) => other.id),
      )
    ).map((thing) => [`${thing.kind} ${thing.id}`, thing]),
  )
  return ends.flatMap(({ other, ...end }) => {
    const thing = named.get(`${other.kind} ${other.id}`)
    return thing === undefined ? [] : [{ ...end, ...thing }]
  })
}

/** Something an item can be said to concern. */
export interface RelatedChoice {
  kind: RelatedKind
  id: string
  title: string
  forumName: string
  onDay: CalendarDay | null
  outcome: OutcomeKind | null
}

/** How many earlier items are offered, so that the list can be read. */
const mostChoices = 200

/** What an item of a forum can concern: working fora, earlier items and open action points, those of the own forum first. */
export const listChoices = async (
  trx: Trx,
  district: string,
  own: { id: string; forumId: string },
): Promise<RelatedChoice[]> =>
  (
    await sql<RelatedChoice>`
    (select 'forum' as kind, forum.id, forum.name as title, '' as "forumName", null::date as "onDay", null as outcome
      from fora.forum as forum where forum.district = ${district} and forum.status <> 'closed' order by forum.sort_name)
    union all
    (select 'agendaItem', item.id, item.title, forum.name, meeting.on_day, outcome.kind from meetings.item as item
      join meetings.meeting as meeting on meeting.district = item.district and meeting.id = item.meeting_id
      join fora.forum as forum on forum.district = item.district and forum.id = item.forum_id
      left join meetings.outcome as outcome on outcome.district = item.district and outcome.item_id = item.id
      where item.district = ${district} and item.id <> ${own.id} and item.carries = 'nothing'
        and meeting.state in ('held', 'circulated', 'approved', 'published')
      order by item.forum_id <> ${own.forumId}, meeting.on_day desc, item.position limit ${mostChoices})
    union all
    (select 'actionPoint', point.id, point.title, coalesce(forum.name, ''), point.due_on, null from meetings.action_point as point
      left join fora.forum as forum on forum.district = point.district and forum.id = point.forum_id
      where point.district = ${district} and point.state not in ('done', 'dropped')
      order by point.forum_id <> ${own.forumId}, point.due_on limit ${mostChoices})`.execute(trx)
  ).rows

/** Says anew what an item concerns. Links to what the actor may not see are left as they are. */
export async function setConcerns(
  trx: Trx,
  district: string,
  itemId: string,
  { seen, chosen, by }: { seen: readonly Related[]; chosen: readonly { kind: RelatedKind; id: string }[]; by: string },
): Promise<void> {
  const wanted = new Set(chosen.map(({ kind, id }) => `${kind} ${id}`))
  for (const one of seen)
    if (one.link === 'concerns' && one.outward && !wanted.has(`${one.kind} ${one.id}`))
      await removeLink(trx, district, one.linkId)
  for (const to of chosen)
    await addLink(trx, district, { kind: 'concerns', from: { kind: 'agendaItem', id: itemId }, to, by })
}
