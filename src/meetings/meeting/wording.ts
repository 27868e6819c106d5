import { type Language, longDay, shortDay } from '../../base/language.ts'
import { day, yearOf } from '../../base/time.ts'
import type { StateKind } from '../../web/blocks.tsx'
import type { MeetingState } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { Meeting } from './meeting-store.ts'

/** What a meeting is called: "Kredsrådet 18. september 2025", or its own title with the day. */
export const nameOfMeeting = (meeting: Pick<Meeting, 'title' | 'forumName' | 'onDay'>, lang: Language): string =>
  `${meeting.title === '' ? meeting.forumName : meeting.title} ${longDay(meeting.onDay, lang)}`

/** A meeting's name with its day as short as a list shows it, so that the name holds the words that are seen. */
export const nameInList = (meeting: Pick<Meeting, 'title' | 'forumName' | 'onDay'>, lang: Language): string =>
  `${meeting.title === '' ? meeting.forumName : meeting.title} ${shortDay(meeting.onDay, lang)}`

/** "Kl. 10.00–12.30, Politigården i Roskilde. Ordinært møde, nummer 3 i 2025." */
export const describeMeeting = (meeting: Meeting, lang: Language): string => {
  const t = meetingWords[lang]
  const place = [t.at(meeting.starts, meeting.ends), meeting.place].filter((part) => part !== '').join(', ')
  const kind = t.kinds[meeting.kind]
  const number = meeting.number === null ? '' : `, ${t.number(meeting.number, yearOf(day(meeting.onDay)))}`
  return `${place}. ${kind}${number}.`
}

/** The shape and colour that stand beside the word for a meeting's state. */
export const stateLooks: Record<MeetingState, StateKind> = {
  draft: 'todo',
  summoned: 'way',
  held: 'warn',
  circulated: 'way',
  approved: 'ok',
  published: 'ok',
  cancelled: 'none',
}
