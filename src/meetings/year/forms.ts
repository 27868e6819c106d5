import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { type CalendarDay, parseDay, yearOf } from '../../base/time.ts'
import { readDate } from '../../web/date-field.ts'
import { freeText } from '../../web/free-text.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { meetingKinds, minutesOf } from '../rules.ts'
import { planTexts } from './plan-texts.ts'

/** `HH:MM` for what a Dane writes: 10.00, 10:00, 1000, kl. 9. Null for anything else. */
export function readTime(text: string): string | null {
  const [, hours = '', minutes = '00'] = /^(?:kl\.?\s*)?(\d{1,2})(?:[.:]?(\d{2}))?$/i.exec(text.trim()) ?? []
  const time = `${hours.padStart(2, '0')}:${minutes}`
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? time : null
}

const many = z.preprocess((value: unknown) => [value ?? []].flat(), z.array(z.uuid()).max(2000))

/** Which year to plan, and for whom. */
export const planForm = (lang: Language, thisYear: number) => {
  const t = planTexts[lang].problems
  return z
    .object({
      aar: z.coerce.number(t.year).int(t.year).min(2000, t.year).max(2198, t.year),
      hvem: z.enum(['alle', 'valgte']).catch('alle'),
      fora: many,
    })
    .refine(({ aar }) => aar >= thisYear, { path: ['aar'], message: t.past })
    .refine(({ hvem, fora }) => hvem === 'alle' || fora.length > 0, { path: ['fora'], message: t.fora })
}

/** What one row of a plan is edited to. */
export interface RowFields {
  onDay: CalendarDay
  starts: string
  ends: string
  place: string
  kind: (typeof meetingKinds)[number]
}

const rowForm = (lang: Language) => {
  const t = planTexts[lang].problems
  const time = z
    .string(t.time)
    .transform((text) => readTime(text) ?? '')
    .pipe(z.string().min(1, t.time))
  return z.object({
    fra: time,
    til: time,
    sted: freeText(lang, 200),
    art: z.enum(meetingKinds),
    paa: z.string().optional(),
    forum: z.string().optional(),
    version: z.coerce.number().int().default(0),
  })
}

/** Reads a row of the plan of a year, or says what is wrong with it. */
export async function readRow(asked: Asked, year: number) {
  const t = planTexts[asked.lang].problems
  const { data, values, problems } = await asked.form(rowForm(asked.lang))
  // The page of a conflict sends the day in one piece.
  const onDay = data?.paa === undefined ? readDate(values, 'dag') : (parseDay(data.paa) ?? 'bad')
  const wrong: Problem[] = [...problems]
  if (onDay === null || onDay === 'bad') wrong.unshift({ field: 'dag', text: t.day })
  else if (yearOf(onDay) !== year) wrong.unshift({ field: 'dag', text: t.wrongYear(year) })
  if (data !== null && minutesOf(data.til) <= minutesOf(data.fra)) wrong.push({ field: 'til', text: t.order })
  const fields: RowFields | null =
    data === null || wrong.length > 0 || onDay === null || onDay === 'bad'
      ? null
      : { onDay, starts: data.fra, ends: data.til, place: data.sted, kind: data.art }
  return { fields, forumId: data?.forum ?? '', version: data?.version ?? 0, values, problems: wrong }
}
