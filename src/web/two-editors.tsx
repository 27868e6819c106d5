import { changesOf } from '../audit/changes.ts'
import type { Trx } from '../db/db.ts'
import { ConflictPage } from './conflict.tsx'
import { inDistrict } from './paths.ts'
import type { Asked } from './request.ts'

export interface LastEntry {
  at: Date
  actorName: string
  changes: unknown
}

/** The latest entry of the log about a thing: who was first, and what it said before. */
export const findLastEntry = (trx: Trx, district: string, kind: string, id: string): Promise<LastEntry | undefined> =>
  trx
    .selectFrom('audit.entry as entry')
    .select(['entry.at', 'entry.actor_name as actorName', 'entry.changes'])
    .where('entry.district', '=', district)
    .where('entry.subject_kind', '=', kind)
    .where('entry.subject_id', '=', id)
    .orderBy('entry.number', 'desc')
    .limit(1)
    .executeTakeFirst()

interface Clash {
  title: string
  current: string
  /** Where the form is sent, and where the reader goes who gives up; within the district. */
  action: string
  cancel: string
  version: number
  last: LastEntry | undefined
  /** What the reader sent. */
  sent: Readonly<Record<string, unknown>>
  /** What is stored now, by the form's names. */
  stored: Readonly<Record<string, string>>
  /** The fields of free text: name in the form, name in the log, label. */
  texts: readonly { name: string; logged: string; label: string }[]
}

const asText = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '')

/** Somebody else was first: both texts of every field that differs, and nothing of what was sent is lost. */
export function showClash(asked: Asked, clash: Clash): Response | Promise<Response> {
  const { sent, stored, last } = clash
  const before = new Map(last === undefined ? [] : changesOf(last).map((change) => [change.field, change.before ?? '']))
  const fields = clash.texts
    .filter(({ name }) => name in sent && asText(sent[name]) !== stored[name])
    .map(({ name, logged, label }) => ({
      name,
      label,
      base: before.get(logged) ?? stored[name] ?? '',
      mine: asText(sent[name]),
      theirs: stored[name] ?? '',
    }))
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
