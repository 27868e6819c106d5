import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { dateParts, readDate } from '../../web/date-field.ts'
import { freeText } from '../../web/free-text.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { Orders } from '../orders/orders.ts'
import { meetingKinds, minutesOf } from '../rules.ts'
import { readTime } from '../year/forms.ts'
import { meetingFormTexts } from './form-texts.ts'
import { isKle, proposalDeadline } from './form-rules.ts'
import type { Meeting, MeetingFields } from './meeting-store.ts'

export const agendaChoices = ['faste', 'kopi', 'tom'] as const
export type AgendaChoice = (typeof agendaChoices)[number]

const isWebAddress = (text: string): boolean => /^https:\/\/[^\s]+$/.test(text) && URL.canParse(text)

const caseNumber = (lang: Language) => freeText(lang, 100).default('')
const kleNumber = (lang: Language) =>
  freeText(lang, 20)
    .refine((text) => text === '' || isKle(text), meetingFormTexts[lang].problems.kle)
    .default('')
const version = (lang: Language) =>
  z.coerce.number(meetingFormTexts[lang].problems.version).int().min(0).max(1_000_000_000)

const meetingForm = (lang: Language) => {
  const t = meetingFormTexts[lang].problems
  const time = z
    .string(t.time)
    .transform((text) => readTime(text) ?? '')
    .pipe(z.string().min(1, t.time))
  return z.object({
    art: z.enum(meetingKinds, t.kind),
    titel: freeText(lang, 200).default(''),
    fra: time,
    til: time,
    sted: freeText(lang, 200).default(''),
    vaert: freeText(lang, 200).default(''),
    link: z
      .string()
      .trim()
      .max(500, t.link)
      .refine((text) => text === '' || isWebAddress(text), t.link)
      .default(''),
    forbereder: z.union([z.literal(''), z.uuid()], t.prepares).default(''),
    sagsnummer: caseNumber(lang),
    kle: kleNumber(lang),
    dagsorden: z.enum(agendaChoices).catch('faste'),
    // The day that the reader was warned about and sent again.
    set: z.string().default(''),
    version: version(lang).default(0),
  })
}

export interface SentMeeting {
  fields: MeetingFields
  link: string
  agenda: AgendaChoice
  warnedOf: string
  version: number
}

/** The days of the form and what is wrong with them. A meeting that stays on its day may lie in the past. */
function readDays(asked: Asked, values: Record<string, unknown>, before: Meeting | null, orders: Orders) {
  const t = meetingFormTexts[asked.lang].problems
  const problems: Problem[] = []
  const onDay = readDate(values, 'dag')
  const typed = readDate(values, 'forslag')
  const moved = onDay !== before?.onDay
  if (onDay === 'bad' || onDay === null) problems.push({ field: 'dag', text: t.day })
  else if (moved && onDay < asked.today) problems.push({ field: 'dag', text: t.past })
  const stays = typed !== null && typed === before?.proposeBy
  if (typed === 'bad') problems.push({ field: 'forslag', text: t.day })
  else if (typed !== null && !stays && typed < asked.today) problems.push({ field: 'forslag', text: t.pastDeadline })
  else if (typed !== null && onDay !== 'bad' && onDay !== null && typed > onDay)
    problems.push({ field: 'forslag', text: t.lateDeadline })
  const day: CalendarDay | null = onDay === 'bad' ? null : onDay
  const computed = day === null || day < asked.today ? null : proposalDeadline(day, orders, asked.today)
  const parts = {
    ...(onDay === 'bad' ? {} : dateParts('dag', onDay)),
    ...(typed === 'bad' ? {} : dateParts('forslag', typed)),
  }
  return { day, proposeBy: typed === 'bad' ? null : (typed ?? computed), parts, problems }
}

/** What was sent about a meeting, or what is wrong with it. `before` is the meeting as it is stored. */
export async function readMeeting(
  asked: Asked,
  { before, orders }: { before: Meeting | null; orders: Orders },
): Promise<{ sent: SentMeeting | null; values: Record<string, unknown>; problems: readonly Problem[] }> {
  const { data, values: typed, problems } = await asked.form(meetingForm(asked.lang))
  const days = readDays(asked, typed, before, orders)
  const { dag: _, forslag: __, ...rest } = typed
  const values = { ...rest, ...days.parts }
  const wrong = [...problems, ...days.problems]
  if (data !== null && minutesOf(data.til) <= minutesOf(data.fra))
    wrong.push({ field: 'til', text: meetingFormTexts[asked.lang].problems.order })
  if (data === null || days.day === null || wrong.length > 0) return { sent: null, values, problems: wrong }
  const fields: MeetingFields = {
    kind: data.art,
    title: data.titel,
    onDay: days.day,
    starts: data.fra,
    ends: data.til,
    place: data.sted,
    host: data.vaert,
    proposeBy: days.proposeBy,
    preparesId: data.forbereder === '' ? null : data.forbereder,
    caseNumber: data.sagsnummer,
    kleNumber: data.kle,
  }
  return {
    sent: { fields, link: data.link, agenda: data.dagsorden, warnedOf: data.set, version: data.version },
    values,
    problems: [],
  }
}

/** Cancelling a meeting, with the reason that those invited are told. */
export const cancelForm = (lang: Language) => {
  const t = meetingFormTexts[lang].problems
  return z.object({
    grund: freeText(lang, 400).pipe(z.string().min(1, t.reason)),
    version: version(lang),
  })
}

/** What a meeting is filed under. */
export const filingForm = (lang: Language) =>
  z.object({ sagsnummer: caseNumber(lang), kle: kleNumber(lang), version: version(lang) })

export const versionForm = z.object({ version: z.coerce.number().int().min(0).max(1_000_000_000).catch(-1) })
