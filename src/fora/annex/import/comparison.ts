import { looksLikeCpr } from '../../../base/cpr.ts'
import { type Change, compareWithRegister } from '../reading/compare.ts'
import { annexFields, type ProposedForum } from '../reading/proposal.ts'
import type { RegisterEntry } from '../register-store.ts'
import { type Decision, isOpen } from './rules.ts'

/** An entry of an import as it is kept. */
export interface ImportEntry {
  position: number
  forum: ProposedForum
  decision: Decision
  forumId: string | null
  groupId: string | null
  version: number
  /** Somebody accepted it, and it can still be undone. */
  undoable: boolean
}

/** An entry beside what the register has. For one that is decided there is nothing to compare. */
export interface ComparedEntry extends ImportEntry {
  change: Exclude<Change['kind'], 'gone'> | null
  /** The entry of the register it would change. */
  entry: RegisterEntry | null
  /** The name differs so much that a person must say whether the two are one forum, or the forum is closed down. */
  doubtfulPair: boolean
  /** May be accepted without a look: nothing in it is unsure, it asks no question and overwrites nothing. */
  sure: boolean
}

export interface Comparison {
  entries: readonly ComparedEntry[]
  /** Fora of the register that the annex does not have. */
  gone: readonly RegisterEntry[]
}

/** Longest texts that the register takes, in characters. */
export const longest = { name: 200, text: 4000, cadence: 400 } as const

/** The register would take the texts as they are: of a sensible length, and without what looks like a citizen's number. */
const fits = (forum: ProposedForum): boolean =>
  forum.name.value !== '' &&
  forum.name.value.length <= longest.name &&
  forum.cadence.value.length <= longest.cadence &&
  [forum.name, ...annexFields.map((field) => forum[field])].every(
    ({ value }) => value.length <= longest.text && !looksLikeCpr(value),
  )

const judged = (own: ImportEntry, change: Change, register: ReadonlyMap<string, RegisterEntry>): ComparedEntry => {
  const entry = change.entry === null ? null : (register.get(change.entry.id) ?? null)
  const kind = change.kind === 'gone' ? null : change.kind
  const doubtfulPair =
    entry !== null && (entry.closed || (change.confidence === 'check' && own.forum.confidence === 'sure'))
  const asks = kind === 'new' && (own.forum.perMunicipality || own.forum.category.name === '')
  return {
    ...own,
    change: kind === 'same' && entry?.closed ? 'changed' : kind,
    entry,
    doubtfulPair,
    sure:
      own.decision === 'pending' &&
      change.confidence === 'sure' &&
      kind !== 'changed' &&
      !asks &&
      !doubtfulPair &&
      fits(own.forum),
  }
}

/** What is left of an import, compared with the register as it is now. */
export const compareImport = (entries: readonly ImportEntry[], register: readonly RegisterEntry[]): Comparison => {
  const taken = new Set(
    entries.filter(({ decision }) => !isOpen(decision)).flatMap((one) => [one.forumId, one.groupId]),
  )
  const known = new Map(register.map((entry) => [entry.id, entry]))
  const undecided = entries.filter(({ decision }) => isOpen(decision) || decision === 'skipped')
  const changes = compareWithRegister(
    {
      fora: undecided.map(({ forum }) => forum),
      categories: [],
      strayLines: [],
      title: null,
      recognised: true,
      reason: null,
    },
    register.filter(({ id }) => !taken.has(id)),
  )
  const changeOf = new Map(
    changes.flatMap((change) => (change.forum === null ? [] : [[change.forum, change] as const])),
  )
  const decided = { change: null, entry: null, doubtfulPair: false, sure: false }
  return {
    entries: entries.map((entry) => {
      const change = changeOf.get(entry.forum)
      return change === undefined ? { ...entry, ...decided } : judged(entry, change, known)
    }),
    gone: changes.flatMap((change) => {
      const entry = change.kind === 'gone' ? known.get(change.entry.id) : undefined
      return entry === undefined || entry.closed ? [] : [entry]
    }),
  }
}

/** The entry to decide next: the first undecided after a place, then from the start, then those set aside. */
export const nextOpen = (
  entries: readonly Pick<ImportEntry, 'position' | 'decision'>[],
  after: number,
): number | null => {
  const pending = entries.filter(({ decision }) => decision === 'pending')
  const aside = entries.filter(({ decision }) => decision === 'setAside')
  const next = pending.find(({ position }) => position > after) ?? pending[0]
  return (next ?? aside.find(({ position }) => position > after) ?? aside[0])?.position ?? null
}
