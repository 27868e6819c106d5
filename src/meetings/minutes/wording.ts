import { type Language, listed, longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { seatTexts } from '../../fora/seats/texts.ts'
import type { VoteKind } from '../hold/rules.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import type { MinutesFacts } from './minutes-store.ts'
import type { Approval, Attendee, MinutesItem } from './rules.ts'
import { approvalTexts } from './approval-texts.ts'
import { minutesTexts } from './texts.ts'

/** The person, else the office; each as far as the reader may see it. */
export const attendeeWho = ({ name, label, capacity }: Attendee, lang: Language): string => {
  const t = minutesTexts[lang]
  if (name !== '') return label === '' || label === name ? name : `${name}, ${label}`
  return label === '' ? t.capacity[capacity] : label
}

/** The role of the seat, or in what capacity somebody came without one. */
export const attendeeRole = (
  { capacity, role, deputyFor, itemNumber }: Pick<Attendee, 'capacity' | 'role' | 'deputyFor' | 'itemNumber'>,
  lang: Language,
): string => {
  const t = minutesTexts[lang]
  if (capacity === 'deputy' && deputyFor !== '') return t.deputyFor(deputyFor)
  if (capacity === 'member' && role !== null) return seatTexts[lang].roles[role]
  return itemNumber === null ? t.capacity[capacity] : t.guestAt(itemNumber)
}

/** "For: 8 (Ane Eksempel og Bo Prøve)", or the number alone where names are not the reader's to see. */
export const votesInWords = (votes: MinutesItem['votes'], kind: VoteKind, lang: Language): string => {
  const of = votes.filter(({ vote }) => vote === kind)
  const names = of.flatMap(({ name }) => (name === '' ? [] : [name]))
  const label = `${minutesTexts[lang].vote[kind]}: ${String(of.length)}`
  return names.length === 0 ? label : `${label} (${listed(names, lang)})`
}

/** Where the minutes stand: draft, sent out, approved (and how), published. The note is for those who see names. */
export function standingOf(meeting: Meeting, facts: MinutesFacts, lang: Language, names: boolean): string[] {
  const t = minutesTexts[lang]
  const on = (at: Date | null): string => (at === null ? '' : longDay(dayOf(at), lang))
  if (meeting.state === 'held') return [t.draft]
  if (meeting.state === 'circulated')
    return [t.sentOut(on(meeting.circulatedAt), meeting.approveBy === null ? '' : longDay(meeting.approveBy, lang))]
  const how = facts.approvedHow
  return [
    how === null || !names ? t.approvedPlain(on(meeting.approvedAt)) : t.approved[how](on(meeting.approvedAt)),
    ...(names && facts.approvalNote !== '' ? [facts.approvalNote] : []),
    ...(meeting.state === 'published' && meeting.publishedTo !== null
      ? [`${t.published[meeting.publishedTo]} ${t.publishedOn(on(meeting.publishedAt))}`]
      : []),
  ]
}

/** "fremmødet og punkt 2 og 4": what was corrected after somebody approved. */
export function changedInWords({ changed, changedItems }: Approval, lang: Language): string {
  const t = approvalTexts[lang].parts
  const named = (['meeting', 'attendance'] as const).filter((part) => changed.includes(part))
  const gone = changed.length - named.length - changedItems.length
  return listed(
    [
      ...named.map((part) => t[part]),
      ...(changedItems.length === 0 ? [] : [t.items(listed(changedItems.map(String), lang))]),
      ...(gone > 0 ? [t.agenda] : []),
    ],
    lang,
  )
}
