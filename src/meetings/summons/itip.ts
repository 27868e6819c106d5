import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator'
import { addDays, day } from '../../base/time.ts'
import { danishZone, danishZoneComponent } from './danish-zone.ts'
import type { Reply } from './rules.ts'

/** What an invitation says of a meeting. Nothing of its agenda. */
export interface CalendarMeeting {
  id: string
  /** Forum and kind. */
  summary: string
  onDay: string
  starts: string
  ends: string
  place: string
  sequence: number
}

interface Invitation {
  method: 'REQUEST' | 'CANCEL'
  meeting: CalendarMeeting
  /** The page of the meeting. */
  url: string
  /** Its host makes the meeting's UID one of its own in all calendars. */
  host: string
  organizer: { name: string; address: string }
  attendee: { name: string; address: string; reply: Reply; chair: boolean }
  stamp: Date
}

const partstats: Record<Reply, ICalAttendeeStatus> = {
  none: ICalAttendeeStatus.NEEDSACTION,
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
  deputy: ICalAttendeeStatus.DELEGATED,
}

/** Wall-clock time as text: a Date would be written in the clock of the machine. */
const endOf = ({ onDay, starts, ends }: CalendarMeeting): string =>
  `${ends < starts ? addDays(day(onDay), 1) : onDay}T${ends}:00`

/**
 * An iTIP message (RFC 5546) for one person. The meeting has the same UID in all of them, and a calendar takes the one
 * with the highest SEQUENCE. Only the receiver is named, so that nobody is given the addresses of the others.
 */
export function itipOf({ method, meeting, url, host, organizer, attendee, stamp }: Invitation): string {
  const cancelled = method === 'CANCEL'
  const calendar = ical({
    prodId: { company: 'Samvirk', product: 'Samvirk', language: 'DA' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    // With a name here the stamp too would be written in that clock.
    timezone: { name: null, generator: () => danishZoneComponent },
  })
  calendar.createEvent({
    id: `${meeting.id}@${host}`,
    sequence: meeting.sequence,
    stamp,
    start: `${meeting.onDay}T${meeting.starts}:00`,
    end: endOf(meeting),
    timezone: danishZone,
    summary: meeting.summary,
    location: meeting.place === '' ? null : meeting.place,
    url,
    description: url,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { name: organizer.name, email: organizer.address },
    attendees: [
      {
        name: attendee.name,
        email: attendee.address,
        status: partstats[attendee.reply],
        role: attendee.chair ? ICalAttendeeRole.CHAIR : ICalAttendeeRole.REQ,
        // Answers are given on the page, where a deputy can be named too.
        rsvp: false,
      },
    ],
  })
  return calendar.toString()
}
