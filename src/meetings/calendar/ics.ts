import ical, { ICalEventBusyStatus, ICalEventStatus } from 'ical-generator'
import { addDays, type CalendarDay } from '../../base/time.ts'
import type { MeetingState } from '../rules.ts'
import { danishZone, danishZoneComponent } from '../summons/danish-zone.ts'

/** A meeting as calendars are told of it. Nothing of its agenda. */
export interface CalendarEntry {
  id: string
  /** Forum and kind. */
  summary: string
  onDay: CalendarDay
  /** `HH:MM` on the wall in Denmark, as is `ends`. */
  starts: string
  ends: string
  /** Empty for readers who do not sit in the forum. */
  place: string
  state: MeetingState
  /** That of the invitations, so that a calendar takes the newest of both. */
  sequence: number
  changedAt: Date
  /** The page of the meeting. */
  url: string
}

interface Feed {
  name: string
  /** Makes the meetings' UIDs the same here and in the invitations. */
  host: string
  entries: readonly CalendarEntry[]
}

/** How often calendars are asked to look again, in seconds. */
const refresh = 3600

const statusOf = (state: MeetingState): ICalEventStatus =>
  state === 'cancelled'
    ? ICalEventStatus.CANCELLED
    : state === 'draft'
      ? ICalEventStatus.TENTATIVE
      : ICalEventStatus.CONFIRMED

/**
 * A calendar to subscribe to (RFC 5545), the same bytes as long as nothing has changed. Times go by the clock in Denmark and are
 * given as text: a Date would be written in the clock of the machine.
 */
export function feedOf({ name, host, entries }: Feed): string {
  const calendar = ical({
    name,
    prodId: { company: 'Samvirk', product: 'Samvirk', language: 'DA' },
    ttl: refresh,
    // With a name here the stamps too would be written in that clock.
    timezone: { name: null, generator: () => danishZoneComponent },
    x: [{ key: 'X-WR-TIMEZONE', value: danishZone }],
  })
  for (const entry of entries) {
    const isCancelled = entry.state === 'cancelled'
    const endsOn = entry.ends < entry.starts ? addDays(entry.onDay, 1) : entry.onDay
    calendar.createEvent({
      id: `${entry.id}@${host}`,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
      start: `${entry.onDay}T${entry.starts}:00`,
      end: `${endsOn}T${entry.ends}:00`,
      timezone: danishZone,
      summary: entry.summary,
      location: entry.place === '' ? null : entry.place,
      url: entry.url,
      status: statusOf(entry.state),
      busystatus: isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    })
  }
  return calendar.toString()
}
