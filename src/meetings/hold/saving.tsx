import { Invalid, NotFound } from '../../base/errors.ts'
import type { LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { refusedBy } from '../../db/refusals.ts'
import { ConflictPage, type ConflictField } from '../../web/conflict.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked } from '../rules.ts'
import { type Disputed, merge, spokenTime, type Values, wallTime } from './rules.ts'
import { holdTexts } from './texts.ts'

/** The state of a form in the database, read after others were made to wait. */
export interface Stored {
  values: Values
  by: string
  at: Date | null
}

export type Saved =
  { outcome: 'stored'; values: Values } | { outcome: 'clash'; disputed: Disputed[]; merged: Values; theirs: Stored }

type Log = (event: LogEvent) => Promise<void>

/** How one form is read and written in a transaction. */
interface Way {
  /** Locks what the form is about, and reads it as it stands. */
  read: (trx: Trx) => Promise<Stored>
  /** Stores what differs, with its entry in the log. */
  write: (trx: Trx, log: Log, before: Values, after: Values) => Promise<void>
}

/** The values that the form started from, as the page wrote them down. */
export const startedFrom = (sent: Readonly<Record<string, unknown>>): Values | null => {
  const text = sent['foer']
  if (typeof text !== 'string') return null
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null) return null
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]))
  } catch {
    return null
  }
}

/** Runs a change, and says so in words when the minutes are locked. @throws Invalid with the sentence. */
export async function unlessLocked<R>(asked: Asked, state: Parameters<typeof isLocked>[0], work: () => Promise<R>) {
  const locked = new Invalid(holdTexts[asked.lang].locked)
  if (isLocked(state)) throw locked
  try {
    return await work()
  } catch (error) {
    if (refusedBy(error, 'minutes_locked')) throw locked
    throw error
  }
}

/** Stores a form so that nothing of another note-taker is overwritten: fields only one of the two changed are brought together. */
export const save = (asked: Asked, way: Way, mine: Values, base: Values | null): Promise<Saved> =>
  asked.change(async (trx, log): Promise<Saved> => {
    const theirs = await way.read(trx)
    const { merged, disputed } = merge(base, mine, theirs.values)
    if (disputed.length > 0) return { outcome: 'clash', disputed, merged, theirs }
    const changed = Object.keys(merged).some((name) => merged[name] !== theirs.values[name])
    if (changed) await way.write(trx, log, theirs.values, merged)
    return { outcome: 'stored', values: merged }
  })

/** True when the page's script asks, and wants an answer it can read. */
export const byScript = (asked: Asked): boolean => asked.c.req.header('accept') === 'application/json'

/** Answers what the page's script sent; a sentence for the user comes back as one, so that it can be shown beside the form. */
export async function forScript(asked: Asked, work: () => Promise<Response>): Promise<Response> {
  if (!byScript(asked)) return work()
  try {
    return await work()
  } catch (error) {
    if (error instanceof Invalid) return asked.c.json({ problems: [{ field: '', text: error.message }] }, 422)
    if (error instanceof NotFound)
      return asked.c.json({ problems: [{ field: '', text: holdTexts[asked.lang].gone }] }, 404)
    throw error
  }
}

interface Answer {
  meetingId: string
  /** Where the form was sent and where the reader goes on, within the district. */
  action: string
  onward: string
  label: (name: string) => string
  /** A value that is a choice, in words. */
  shown?: (name: string, value: string) => string
}

const conflictField = ({ label, shown }: Answer, { name, base, mine, theirs }: Disputed): ConflictField => ({
  name,
  label: label(name),
  base,
  mine,
  theirs,
  ...(shown !== undefined && {
    shown: { base: shown(name, base), mine: shown(name, mine), theirs: shown(name, theirs) },
  }),
})

/** Tells what became of a form: stored, or both texts to choose from. */
export function answerSaved(asked: Asked, saved: Saved, answer: Answer): Response | Promise<Response> {
  const t = holdTexts[asked.lang]
  if (saved.outcome === 'stored') {
    if (!byScript(asked)) return asked.goTo(answer.onward)
    return asked.c.json({ values: saved.values, at: spokenTime(wallTime(asked.now), asked.lang) })
  }
  if (byScript(asked)) return asked.c.json({ clash: true }, 409)
  const { disputed, merged, theirs } = saved
  const names = new Set(disputed.map(({ name }) => name))
  const others = Object.entries(merged).filter(([name]) => !names.has(name))
  return asked.page(
    <ConflictPage
      frame={asked.frame}
      title={t.clashTitle}
      current="meetings"
      action={inDistrict(asked.district, answer.action)}
      version={0}
      theirName={theirs.by === '' ? t.somebody : theirs.by}
      theirTime={theirs.at ?? asked.now}
      fields={disputed.map((one) => conflictField(answer, one))}
      others={{ ...Object.fromEntries(others), foer: JSON.stringify(theirs.values) }}
      cancel={inDistrict(asked.district, meetingPaths.hold(answer.meetingId))}
    />,
    409,
  )
}
