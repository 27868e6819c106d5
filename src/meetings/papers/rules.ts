import type { ItemOpenness, MeetingState } from '../rules.ts'
import { isLocked } from '../rules.ts'

/** True while papers can be added, changed and removed: until the minutes they belong to are locked. */
export const mayChangePapers = (meeting: { state: MeetingState } | null): boolean =>
  meeting === null || (!isLocked(meeting.state) && meeting.state !== 'cancelled')

/** A paper's title as long as nobody has written one: its file's name without the ending. */
export const titleOfName = (name: string): string => {
  const words = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
  const title = words === '' ? name : words
  return Array.from(title.charAt(0).toUpperCase() + title.slice(1))
    .slice(0, 200)
    .join('')
}

/** The order of papers after one went a step up or down; null when it stands at the end already. */
export function orderAfterStep(ids: readonly string[], id: string, step: 1 | -1): string[] | null {
  const index = ids.indexOf(id)
  const other = ids[index + step]
  if (index === -1 || other === undefined) return null
  return ids.with(index, other).with(index + step, id)
}

/** Who an open paper is open to in fact: it goes no further than the item it belongs to. */
export const reachesBeyondMembers = ({
  openness,
  audience,
}: {
  openness: ItemOpenness
  audience: 'leads' | 'members' | 'partners' | 'public'
}): boolean => openness === 'open' && (audience === 'partners' || audience === 'public')
