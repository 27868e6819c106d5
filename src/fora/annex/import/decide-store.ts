import { Conflict } from '../../../base/errors.ts'
import type { Municipality } from '../../../people/store.ts'
import { annexFields } from '../reading/proposal.ts'
import { type RegisterEntry } from '../register-store.ts'
import { accept, type Acceptance, type AcceptedFields, type Target } from './acceptance-store.ts'
import type { ComparedEntry, ImportEntry } from './comparison.ts'
import { rematchInterfaces } from './rematch-store.ts'
import { namePattern } from './rules.ts'
import type { Work } from './seating-store.ts'
import { decideEntry, type EntryKey, settleState } from './store.ts'

/** Accepts one entry as a person left it. Throws Conflict when another reviewer, or the register, was faster. */
export async function acceptEntry(
  work: Work,
  key: EntryKey,
  entry: ImportEntry,
  acceptance: Acceptance,
): Promise<void> {
  const { outcome, forumId, groupId } = await accept(work, acceptance)
  const decision = acceptance.target.kind === 'new' || acceptance.target.kind === 'each' ? 'accepted' : 'merged'
  const decided = { decision, forum: entry.forum, outcome, forumId, groupId } as const
  if (!(await decideEntry(work.trx, work.district, key, decided))) throw new Conflict()
}

/** Puts an entry aside or skips it, or takes it up again. Throws Conflict when another reviewer was faster. */
export async function putAside(
  work: Work,
  key: EntryKey,
  entry: ImportEntry,
  decision: 'skipped' | 'setAside' | 'pending',
): Promise<void> {
  const decided = { decision, forum: entry.forum, outcome: null, forumId: null, groupId: null }
  if (!(await decideEntry(work.trx, work.district, key, decided))) throw new Conflict()
  await work.log({
    action: 'annex.decided',
    subjectKind: 'annexImport',
    subjectId: key.importId,
    subjectName: entry.forum.name.value,
    changes: [{ field: 'decision', before: entry.decision, after: decision }],
  })
  await settleState(work.trx, work.district, key.importId)
}

/** After one or more acceptances: statements that named nobody may name one of the new fora. */
export async function settle(work: Work, importId: string): Promise<void> {
  await rematchInterfaces(work.trx, work.district)
  await settleState(work.trx, work.district, importId)
}

/** The texts of an entry as the annex has them. */
export const fieldsAsPrinted = ({ forum }: ImportEntry): AcceptedFields => ({
  topic: forum.topic.value,
  legalBasis: forum.legalBasis.value,
  purpose: forum.purpose.value,
  actionPlans: forum.actionPlans.value,
  interfaces: forum.interfaces.value,
  participants: forum.participants.value,
  cadence: forum.cadence.value,
  name: forum.name.value,
  category: forum.category,
})

/** Where an entry goes when nobody says otherwise. */
export const targetOf = (entry: RegisterEntry | null): Target =>
  entry === null ? { kind: 'new' } : { kind: entry.isGroup ? 'group' : 'forum', id: entry.id, version: entry.version }

/** How a body of every municipality is taken over when nobody is there to ask; `ask` leaves it for a person. */
export type LocalBodies = 'ask' | 'one' | 'each'

/**
 * The entries that may be accepted without a look. Where the register has the forum with other blanks or quotation marks
 * only, its own words stay.
 */
export const sureEntries = (entries: readonly ComparedEntry[], local: LocalBodies): ComparedEntry[] =>
  entries.filter(
    (entry) =>
      entry.sure ||
      (local !== 'ask' &&
        entry.decision === 'pending' &&
        entry.change === 'new' &&
        entry.forum.perMunicipality &&
        entry.forum.confidence === 'sure'),
  )

/** Accepts the sure entries as they are printed; returns how many. */
export async function acceptSure(
  work: Work,
  importId: string,
  entries: readonly ComparedEntry[],
  { local, municipalities }: { local: LocalBodies; municipalities: readonly Municipality[] },
): Promise<number> {
  const sure = sureEntries(entries, local)
  for (const entry of sure) {
    const fields = fieldsAsPrinted(entry)
    const own = entry.entry
    if (own !== null && entry.change === 'same') {
      for (const field of annexFields) fields[field] = own[field]
      fields.name = own.name
      fields.category = { number: own.categoryNumber, name: own.category }
    }
    if (own !== null && fields.category.name === '')
      fields.category = { number: own.categoryNumber, name: own.category }
    const isEach = own === null && entry.forum.perMunicipality && local === 'each'
    const target: Target = isEach ? { kind: 'each', municipalities, pattern: namePattern(fields.name) } : targetOf(own)
    const acceptance = { fields, position: entry.position, target, seats: [] }
    await acceptEntry(work, { importId, position: entry.position, version: entry.version }, entry, acceptance)
  }
  await settle(work, importId)
  return sure.length
}
