import { type Actor } from '../../people/actor.ts'
import { may } from '../../people/permissions.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Asked, Parts } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import type { FeedMeeting } from './feed-store.ts'
import { feedOf } from './ics.ts'
import { calendarTexts } from './texts.ts'

/** Calendars of citizens have no language, and the names of the fora are Danish anyway. */
const words = meetingWords.da

const summaryOf = ({ forumName, kind, title }: FeedMeeting): string => {
  const kindInLine = words.kinds[kind].slice(0, 1).toLowerCase() + words.kinds[kind].slice(1)
  return calendarTexts.da.summary(forumName, title === '' ? kindInLine : title)
}

/** Where a meeting is held is for those who sit in its forum, run it, or are asked to it. */
const mayKnowPlace = (reader: Actor, { forumId, invited }: FeedMeeting): boolean =>
  invited || reader.fora.some((own) => own.forumId === forumId) || may(reader, 'meetings.run', { forumId })

/** Meetings as a calendar. The reader of a secret address is not the one who asks. */
export const answerCalendar = (
  asked: Asked,
  parts: Parts,
  name: string,
  meetings: readonly FeedMeeting[],
  reader: Actor = asked.actor,
): Response => {
  const entries = meetings.map((meeting) => ({
    ...meeting,
    summary: summaryOf(meeting),
    place: mayKnowPlace(reader, meeting) ? meeting.place : '',
    url: `${parts.baseUrl()}${inDistrict(asked.district, meetingPaths.meeting(meeting.id))}`,
  }))
  return asked.c.body(feedOf({ name, host: new URL(parts.baseUrl()).hostname, entries }), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="samvirk.ics"',
  })
}
