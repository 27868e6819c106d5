import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { OfficeSeat } from './holder-store.ts'

interface HolderEvent {
  action: 'office.holderChanged' | 'office.vacated' | 'office.holderUndone'
  office: { id: string; title: string }
  seats: readonly OfficeSeat[]
  /** Who holds the office until the change; null when it was vacant. */
  before: string | null
  after: string | null
  from: string
}

/** Notes a change of holder for the office and for every forum it has a seat in. */
export async function logHolder(log: (event: LogEvent) => Promise<void>, event: HolderEvent): Promise<void> {
  const { action, office, seats, before, after, from } = event
  const changes = changedFields({ holder: before }, { holder: after, validFrom: from })
  await log({ action, subjectKind: 'office', subjectId: office.id, subjectName: office.title, changes })
  for (const forum of new Map(seats.map((seat) => [seat.forumId, seat])).values())
    await log({
      action: 'seat.holderChanged',
      subjectKind: 'forum',
      subjectId: forum.forumId,
      subjectName: forum.name,
      changes: [...changes, { field: 'office', before: office.title, after: office.title }],
    })
}
