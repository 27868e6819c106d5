import { changesOf } from '../audit/changes.ts'
import type { LoggedChange } from '../audit/store.ts'
import { longDay } from '../base/language.ts'
import { parseDay } from '../base/time.ts'
import { ConflictPage } from './conflict.tsx'
import { dateParts, readDate } from './date-field.ts'
import { inDistrict } from './paths.ts'
import type { Asked } from './request.ts'

interface Clash {
  title: string
  current: string
  /** Where the form is sent, and where the reader goes who gives up; within the district. */
  action: string
  cancel: string
  version: number
  last: Pick<LoggedChange, 'actorName' | 'at' | 'changes'> | undefined
  /** What the reader sent. */
  sent: Readonly<Record<string, unknown>>
  /** What is stored now, by the form's names. */
  stored: Readonly<Record<string, string>>
  /** The fields that both may have changed. */
  texts: readonly ClashField[]
}

export interface ClashField {
  /** In the form. */
  name: string
  /** In the log; empty for what is not logged by itself. */
  logged: string
  label: string
  /** A stored choice in words. */
  shown?: (value: string) => string
  /** True for a box to tick, of which nothing is sent when it is not ticked. */
  box?: boolean
  /** True for a day in the three parts of a `DateField`. */
  day?: boolean
}

type Values = Readonly<Record<string, unknown>>

/** The values of a form with each of its days in one piece, so that a day is chosen as a whole. */
const withWholeDays = (values: Values, fields: readonly ClashField[]): Values => {
  const days = fields.filter(({ day = false }) => day).map(({ name }) => name)
  const parts = new Set(days.flatMap((name) => Object.keys(dateParts(name, null))))
  return {
    ...Object.fromEntries(Object.entries(values).filter(([name]) => !parts.has(name))),
    ...Object.fromEntries(days.map((name) => [name, readDate(values, name) ?? ''])),
  }
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '')

/** Somebody else was first: both texts of every field that differs, and nothing of what was sent is lost. */
export function showClash(asked: Asked, clash: Clash): Response | Promise<Response> {
  const { last } = clash
  const [sent, stored] = [withWholeDays(clash.sent, clash.texts), withWholeDays(clash.stored, clash.texts)]
  const inDays = (value: string) => (parseDay(value) === null ? '' : longDay(value, asked.lang))
  const before = new Map(last === undefined ? [] : changesOf(last).map((change) => [change.field, change.before ?? '']))
  const fields = clash.texts
    .filter(({ name, box = false }) => (box || name in sent) && asText(sent[name]) !== asText(stored[name]))
    .map(({ name, logged, label, day = false, shown: inWords = day ? inDays : undefined }) => {
      const texts = {
        base: before.get(logged) ?? asText(stored[name]),
        mine: asText(sent[name]),
        theirs: asText(stored[name]),
      }
      const { base, mine, theirs } = texts
      return {
        name,
        label,
        ...texts,
        ...(inWords && { shown: { base: inWords(base), mine: inWords(mine), theirs: inWords(theirs) } }),
      }
    })
  const shown = new Set([...fields.map(({ name }) => name), 'version', 'csrf'])
  const others = Object.entries({ ...stored, ...sent }).filter(([name]) => !shown.has(name))
  return asked.page(
    <ConflictPage
      frame={asked.frame}
      title={clash.title}
      current={clash.current}
      action={inDistrict(asked.district, clash.action)}
      version={clash.version}
      theirName={last?.actorName ?? ''}
      theirTime={last?.at ?? asked.now}
      fields={fields}
      others={Object.fromEntries(others.map(([name, value]) => [name, asText(value)]))}
      cancel={inDistrict(asked.district, clash.cancel)}
    />,
    409,
  )
}
