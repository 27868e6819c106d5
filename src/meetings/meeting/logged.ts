import type { LogEvent } from '../../audit/store.ts'
import type { Meeting, MeetingFields } from './meeting-store.ts'
import type { Consent } from './opening-rules.ts'

/** What the log calls a meeting: its forum, for its own title may say more than all readers of the log should see. */
export const meetingSubject = (
  meeting: Pick<Meeting, 'id' | 'forumName'>,
): Pick<LogEvent, 'subjectKind' | 'subjectId' | 'subjectName'> => ({
  subjectKind: 'meeting',
  subjectId: meeting.id,
  subjectName: meeting.forumName,
})

/** The fields of a meeting that the log compares. */
export const loggedMeeting = (fields: MeetingFields): Record<string, unknown> => ({
  meetingKind: fields.kind,
  title: fields.title,
  onDay: fields.onDay,
  starts: fields.starts,
  ends: fields.ends,
  place: fields.place,
  host: fields.host,
  proposeBy: fields.proposeBy,
  prepares: fields.preparesId,
  caseNumber: fields.caseNumber,
  kleNumber: fields.kleNumber,
})

/** The consent to opening a meeting, as the log compares it. */
export const loggedConsent = (consent: Consent | null): Record<string, unknown> => ({
  members: consent?.members ?? null,
  inFavour: consent?.inFavour ?? null,
  chairConsents: consent?.chairConsents ?? null,
})
