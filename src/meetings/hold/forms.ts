import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import type { Municipality } from '../../people/store.ts'
import { freeText } from '../../web/free-text.ts'
import { type OutcomeKind, outcomeKinds } from '../rules.ts'
import type { Attendance } from './attendance-store.ts'
import type { OutcomeFields, Statement, Vote } from './outcome-store.ts'
import { phrases } from './phrase-texts.ts'
import { type AttendanceStatus, type Stand, stands, type Values, voteKinds } from './rules.ts'
import { holdTexts } from './texts.ts'

const longestDecision = 10_000
const longestDiscussion = 40_000
const longestRemark = 2000
const longestName = 200

/** A choice that may be left open. */
const orNothing = (choices: readonly string[]) =>
  z
    .string()
    .default('')
    .refine((value) => value === '' || choices.includes(value))

const outcomeForm = (lang: Language) =>
  z.object({
    udfald: orNothing(outcomeKinds),
    standard: z.string().default(''),
    beslutning: freeText(lang, longestDecision).default(''),
    droeftelse: freeText(lang, longestDiscussion).default(''),
  })

/** The form of an outcome by its own names; a chosen phrase stands in for a text that is empty. */
export const outcomeValues = (lang: Language) =>
  outcomeForm(lang).transform(({ standard, ...values }): Values => {
    const phrase = phrases[lang].all.find(({ key }) => key === standard)
    if (phrase === undefined || values.beslutning !== '') return values
    return { ...values, beslutning: phrase.words, udfald: values.udfald === '' ? phrase.kind : values.udfald }
  })

export const valuesOfOutcome = ({ kind, decision, discussion }: OutcomeFields): Values => ({
  udfald: kind ?? '',
  beslutning: decision,
  droeftelse: discussion,
})

const kindOf = (text: string | undefined): OutcomeKind | null => outcomeKinds.find((kind) => kind === text) ?? null

export const outcomeOfValues = (values: Values): OutcomeFields => ({
  kind: kindOf(values['udfald']),
  decision: values['beslutning'] ?? '',
  discussion: values['droeftelse'] ?? '',
})

/** What the municipalities of a district say, as fields `svar-259` and `bem-259`. `alle` answers for those that said nothing. */
export const statementValues = (lang: Language, municipalities: readonly Municipality[]) =>
  z
    .object({
      alle: orNothing(stands),
      ...Object.fromEntries(municipalities.map(({ code }) => [`svar-${code}`, z.enum(stands).default('none')])),
      ...Object.fromEntries(
        municipalities.map(({ code }) => [`bem-${code}`, freeText(lang, longestRemark).default('')]),
      ),
    })
    .transform(({ alle, ...values }): Values => {
      const given: Record<string, string> = {}
      for (const [name, value] of Object.entries(values))
        given[name] = alle !== '' && name.startsWith('svar-') && value === 'none' ? alle : String(value)
      return given
    })

export const valuesOfStatements = (
  municipalities: readonly Municipality[],
  statements: readonly Statement[],
): Values => {
  const byCode = new Map(statements.map((one) => [one.municipalityCode, one]))
  return Object.fromEntries(
    municipalities.flatMap(({ code }) => [
      [`svar-${code}`, byCode.get(code)?.stand ?? 'none'],
      [`bem-${code}`, byCode.get(code)?.remark ?? ''],
    ]),
  )
}

const standOf = (text: string | undefined): Stand => stands.find((stand) => stand === text) ?? 'none'

/** The municipalities whose answer differs between two states of the form. */
export const changedStatements = (
  municipalities: readonly Municipality[],
  before: Values,
  after: Values,
): (Pick<Statement, 'municipalityCode' | 'stand' | 'remark'> & { name: string })[] =>
  municipalities
    .filter(({ code }) => [`svar-${code}`, `bem-${code}`].some((name) => before[name] !== after[name]))
    .map(({ code, name }) => ({
      municipalityCode: code,
      name,
      stand: standOf(after[`svar-${code}`]),
      remark: after[`bem-${code}`] ?? '',
    }))

/** One who can vote: who came for a seat, or has voted already. */
export interface Voter {
  field: string
  name: string
  personId: string | null
}

/** A name that two have, with what each comes for. */
const apart = (present: readonly Attendance[], { name, label }: Attendance): string =>
  label !== '' && present.filter((other) => other.name === name).length > 1 ? `${name} (${label})` : name

/** A field of a name's own: names that are alike but for their letters, such as Bo Å and Bo Aa, are two. */
const fieldOfName = (name: string): string => `stemme-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`

export function votersOf(attendance: readonly Attendance[], votes: readonly Vote[]): Voter[] {
  const present = attendance.filter(({ status, capacity }) => status === 'present' && capacity !== 'guest')
  const named = present.map((one) => ({ name: apart(present, one), personId: one.personId }))
  const voters = new Map<string, Voter>()
  for (const { name, personId } of [...named, ...votes])
    if (!voters.has(name)) voters.set(name, { field: fieldOfName(name), name, personId })
  return [...voters.values()]
}

export const voteValues = (voters: readonly Voter[]) =>
  z
    .object(Object.fromEntries(voters.map(({ field }) => [field, orNothing(voteKinds)])))
    .transform((values): Values => values)

export const valuesOfVotes = (voters: readonly Voter[], votes: readonly Vote[]): Values =>
  Object.fromEntries(voters.map(({ field, name }) => [field, votes.find((vote) => vote.name === name)?.vote ?? '']))

export const votesOfValues = (voters: readonly Voter[], values: Values): Omit<Vote, 'itemId'>[] =>
  voters.flatMap(({ field, name, personId }) => {
    const vote = voteKinds.find((kind) => kind === values[field])
    return vote === undefined ? [] : [{ name, personId, vote }]
  })

/** What the attendance form can say of a seat: a deputy is present for somebody else. */
export const comings = ['present', 'absent', 'apologies', 'deputy'] as const
type Coming = (typeof comings)[number]

/** Who is noted by the form: everybody but the guests. */
export const seatedOf = (attendance: readonly Attendance[]): Attendance[] =>
  attendance.filter(({ capacity }) => capacity !== 'guest')

export const attendanceValues = (lang: Language, seated: readonly Attendance[]) =>
  z
    .object({
      ...Object.fromEntries(seated.map(({ id }) => [`kom-${id}`, z.enum(comings).default('absent')])),
      ...Object.fromEntries(seated.map(({ id }) => [`for-${id}`, freeText(lang, longestName).default('')])),
    })
    .superRefine((values, context) => {
      for (const { id } of seated)
        if (values[`kom-${id}`] === 'deputy' && values[`for-${id}`] === '')
          context.addIssue({
            code: 'custom',
            path: [`for-${id}`],
            message: holdTexts[lang].attendance.deputyNeeded,
          })
    })
    .transform((values): Values => values)

export const valuesOfAttendance = (seated: readonly Attendance[]): Values =>
  Object.fromEntries(
    seated.flatMap(({ id, capacity, status, name }) => [
      [`kom-${id}`, capacity === 'deputy' && status === 'present' ? 'deputy' : status],
      [`for-${id}`, capacity === 'deputy' ? name : ''],
    ]),
  )

const comingOf = (text: string | undefined): Coming => comings.find((coming) => coming === text) ?? 'absent'

const statusOf = (coming: Coming): AttendanceStatus => (coming === 'deputy' ? 'present' : coming)

/** A row of attendance as the form leaves it: the deputy's name takes the place of the one who was asked, who is kept beside it. */
export const attendanceOfValues = (
  row: Attendance,
  values: Values,
): Pick<Attendance, 'name' | 'capacity' | 'deputyFor' | 'status'> => {
  const coming = comingOf(values[`kom-${row.id}`])
  const asked = row.capacity === 'deputy' ? row.deputyFor : row.name
  const status = statusOf(coming)
  return coming === 'deputy'
    ? { name: values[`for-${row.id}`] ?? '', capacity: 'deputy', deputyFor: asked, status }
    : { name: asked, capacity: 'member', deputyFor: '', status }
}

export const guestForm = (lang: Language) =>
  z.object({
    gaest: freeText(lang, longestName).pipe(z.string().min(1, holdTexts[lang].attendance.guestNeeded)),
    hvorfra: freeText(lang, longestName).default(''),
    punkt: z.string().default(''),
  })

export const taskForm = (lang: Language) =>
  z.object({
    opgave: freeText(lang, 1000).pipe(z.string().min(1, holdTexts[lang].tasks.problems.title)),
    ejer: z.string({ error: holdTexts[lang].tasks.problems.owner }).trim().min(1, holdTexts[lang].tasks.problems.owner),
  })

export const stepForm = z.object({ punkt: z.uuid(), sted: z.coerce.number().int() })

/** Starting a meeting; on another day than its own that must be said. */
export const startForm = z.object({ alligevel: z.string().default('') })
