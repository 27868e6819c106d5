import type { Trx } from '../../db/db.ts'
import { annexFields, type AnnexField } from './reading/proposal.ts'

/** A line of the annex as the register has it: a forum, or the one entry that stands for several. */
export interface RegisterEntry extends Record<AnnexField, string> {
  id: string
  name: string
  sortName: string
  /** The category's name, without its number. */
  category: string
  categoryNumber: number
  position: number
  isGroup: boolean
  /** Address of the forum; a group has none. */
  slug: string | null
  version: number
  /** Closed down; for a group: all of its fora are. */
  closed: boolean
  closedBecause: string
  /** Fora behind the entry that are not closed down: 1 for a forum. */
  covers: number
  /** The fora themselves. */
  forumIds: readonly string[]
}

interface EntryRow {
  id: string
  name: string
  sortName: string
  category: string
  categoryNumber: number
  position: number
  version: number
  topic: string
  legalBasis: string
  purpose: string
  actionPlans: string
  interfaces: string
  participants: string
  cadence: string
}

interface ForumRow extends EntryRow {
  groupId: string | null
  slug: string
  status: 'active' | 'paused' | 'closed'
  statusReason: string
}

const listForumRows = (trx: Trx, district: string): Promise<ForumRow[]> =>
  trx
    .selectFrom('fora.forum as entry')
    .innerJoin('fora.category as category', (join) =>
      join.onRef('category.district', '=', 'entry.district').onRef('category.id', '=', 'entry.category_id'),
    )
    .select([
      'entry.id',
      'entry.name',
      'entry.sort_name as sortName',
      'category.name as category',
      'category.number as categoryNumber',
      'entry.position',
      'entry.version',
      'entry.topic',
      'entry.legal_basis as legalBasis',
      'entry.purpose',
      'entry.action_plans as actionPlans',
      'entry.interfaces',
      'entry.participants',
      'entry.cadence',
      'entry.group_id as groupId',
      'entry.slug',
      'entry.status',
      'entry.status_reason as statusReason',
    ])
    .where('entry.district', '=', district)
    .execute()

const listGroupRows = (trx: Trx, district: string): Promise<EntryRow[]> =>
  trx
    .selectFrom('fora.forum_group as entry')
    .innerJoin('fora.category as category', (join) =>
      join.onRef('category.district', '=', 'entry.district').onRef('category.id', '=', 'entry.category_id'),
    )
    .select([
      'entry.id',
      'entry.name',
      'entry.sort_name as sortName',
      'category.name as category',
      'category.number as categoryNumber',
      'entry.position',
      'entry.version',
      'entry.topic',
      'entry.legal_basis as legalBasis',
      'entry.purpose',
      'entry.action_plans as actionPlans',
      'entry.interfaces',
      'entry.participants',
      'entry.cadence',
    ])
    .where('entry.district', '=', district)
    .execute()

const inOrder = (a: RegisterEntry, b: RegisterEntry): number =>
  a.categoryNumber - b.categoryNumber ||
  a.position - b.position ||
  (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0)

/**
 * The register as the annex lists it, in the annex' order: by category, then place, then name. Only what the actor may
 * see; a group is there as long as one of its fora is.
 */
export async function listRegisterEntries(trx: Trx, district: string): Promise<RegisterEntry[]> {
  const fora = await listForumRows(trx, district)
  const groups = new Map((await listGroupRows(trx, district)).map((row) => [row.id, row]))
  const members = new Map<string, ForumRow[]>()
  const alone: RegisterEntry[] = []
  for (const forum of fora) {
    const { groupId, status, statusReason, ...row } = forum
    const group = groupId === null ? undefined : groups.get(groupId)
    if (group) members.set(group.id, [...(members.get(group.id) ?? []), forum])
    else {
      const closed = status === 'closed'
      alone.push({ ...row, isGroup: false, closed, closedBecause: statusReason, covers: 1, forumIds: [row.id] })
    }
  }
  const together = [...groups.values()].map((row): RegisterEntry => {
    const own = members.get(row.id) ?? []
    const open = own.filter(({ status }) => status !== 'closed')
    const closedBecause = open.length === 0 ? (own[0]?.statusReason ?? '') : ''
    return {
      ...row,
      slug: null,
      isGroup: true,
      closed: open.length === 0,
      closedBecause,
      covers: open.length,
      forumIds: own.map(({ id }) => id),
    }
  })
  return [...alone, ...together].toSorted(inOrder)
}

/** The seven fields of an entry, apart from the rest of it. */
export const fieldsOfEntry = (entry: Record<AnnexField, string>): Record<AnnexField, string> => ({
  topic: entry.topic,
  legalBasis: entry.legalBasis,
  purpose: entry.purpose,
  actionPlans: entry.actionPlans,
  interfaces: entry.interfaces,
  participants: entry.participants,
  cadence: entry.cadence,
})

/** The fields in which two entries differ. */
export const differing = (a: Record<AnnexField, string>, b: Record<AnnexField, string>): AnnexField[] =>
  annexFields.filter((field) => a[field] !== b[field])
