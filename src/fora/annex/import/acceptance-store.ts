import { Conflict } from '../../../base/errors.ts'
import { changedFields } from '../../../audit/store.ts'
import type { Municipality } from '../../../people/store.ts'
import { parseCadence } from '../../cadence/rules.ts'
import { renewInterfaces } from '../../interfaces/renew.ts'
import { addForum, changeForum, changeStatus, type ForumFields, freeSlug } from '../../register/forum-store.ts'
import { type AnnexField, annexFields } from '../reading/proposal.ts'
import { fieldsOfEntry } from '../register-store.ts'
import {
  addGroup,
  changeGroup,
  findOrAddCategory,
  formFieldsOf,
  listMembers,
  lockFora,
  lockGroup,
  place,
  type StoredForum,
} from './bodies-store.ts'
import { type CategoryWords, kindByName, levelByName, nameIn, type ProposedSeat } from './rules.ts'
import { seatParticipants, type Work } from './seating-store.ts'
import type { GroupFields, Outcome } from './stored.ts'

/** What was decided to go into the register: the texts as a person left them. */
export interface AcceptedFields extends Record<AnnexField, string> {
  name: string
  category: CategoryWords
}

/** A new forum, one for each of some municipalities under one entry, or a forum or group that is there already. */
export type Target =
  | { kind: 'new' }
  | { kind: 'each'; municipalities: readonly Municipality[]; pattern: string }
  | { kind: 'forum' | 'group'; id: string; version: number }

export interface Acceptance {
  fields: AcceptedFields
  /** Place in the annex. */
  position: number
  target: Target
  seats: readonly ProposedSeat[]
}

export interface Accepted {
  outcome: Outcome
  forumId: string | null
  groupId: string | null
}

const categoryOf = async (work: Work, wanted: CategoryWords): Promise<string> => {
  const { id, made } = await findOrAddCategory(work.trx, work.district, wanted)
  if (made)
    await work.log({
      action: 'category.created',
      subjectKind: 'category',
      subjectId: id,
      subjectName: made.name,
      changes: changedFields(null, made),
    })
  return id
}

/** What the log compares of a forum or group. */
const logged = (fields: Partial<ForumFields>): Record<string, unknown> => ({ ...fields })

const logForum = (work: Work, id: string, before: ForumFields | null, after: ForumFields) =>
  work.log({
    action: 'forum.imported',
    subjectKind: 'forum',
    subjectId: id,
    subjectName: after.name,
    changes: changedFields(before && logged(before), logged(after)),
  })

const logGroup = (work: Work, id: string, before: GroupFields | null, after: GroupFields) =>
  work.log({
    action: 'forum.imported',
    subjectKind: 'forumGroup',
    subjectId: id,
    subjectName: after.name,
    changes: changedFields(before && { ...before }, { ...after }),
  })

interface NewPart {
  name: string
  categoryId: string
  groupId: string | null
  municipalityCode: string | null
}

const makeForum = async (work: Work, acceptance: Acceptance, part: NewPart): Promise<string> => {
  const { trx, district, today } = work
  const fields: ForumFields = {
    ...fieldsOfEntry(acceptance.fields),
    ...part,
    kind: kindByName(acceptance.fields.name),
    level: levelByName(acceptance.fields.name),
    parentId: null,
    // What everybody printed is for all who take part; the public sees it when somebody opens it.
    openness: 'partners',
    personalData: false,
  }
  const id = await addForum(trx, {
    district,
    slug: await freeSlug(trx, district, part.name),
    fields,
    bounds: parseCadence(fields.cadence),
    since: today,
    position: acceptance.position,
  })
  await logForum(work, id, null, fields)
  return id
}

const acceptNew = async (work: Work, acceptance: Acceptance, categoryId: string): Promise<Accepted> => {
  const { name, interfaces } = acceptance.fields
  const id = await makeForum(work, acceptance, { name, categoryId, groupId: null, municipalityCode: null })
  await renewInterfaces(work.trx, work.district, { forumId: id, words: interfaces })
  const seats = await seatParticipants(work, id, name, acceptance.seats)
  return {
    outcome: { fora: [{ id, version: 1, before: null, closed: null }], group: null, seats },
    forumId: id,
    groupId: null,
  }
}

const acceptEach = async (
  work: Work,
  acceptance: Acceptance,
  { municipalities, pattern }: Extract<Target, { kind: 'each' }>,
  categoryId: string,
): Promise<Accepted> => {
  const { trx, district } = work
  const fields: GroupFields = { ...fieldsOfEntry(acceptance.fields), name: acceptance.fields.name, categoryId }
  const groupId = await addGroup(trx, district, fields, acceptance.position)
  if (groupId === null) throw new Conflict()
  await logGroup(work, groupId, null, fields)
  const fora: Outcome['fora'] = []
  for (const { code, name } of municipalities) {
    const part = { name: nameIn(pattern, name), categoryId, groupId, municipalityCode: code }
    fora.push({ id: await makeForum(work, acceptance, part), version: 1, before: null, closed: null })
  }
  await renewInterfaces(trx, district, { groupId, words: fields.interfaces })
  return { outcome: { fora, group: { id: groupId, version: 1, before: null }, seats: [] }, forumId: null, groupId }
}

/** Changes a forum to what was accepted; one that was closed down is open again. Nothing happens where nothing differs. */
const rewriteForum = async (work: Work, forum: StoredForum, after: ForumFields): Promise<Outcome['fora'][number]> => {
  const { trx, district, today } = work
  const before = formFieldsOf(forum)
  const closed = forum.status === 'closed' ? { since: forum.statusSince, reason: forum.statusReason } : null
  let { version } = forum
  if (changedFields(logged(before), logged(after)).length > 0) {
    const isDone = await changeForum(trx, district, { id: forum.id, version }, after, parseCadence(after.cadence))
    if (!isDone) throw new Conflict()
    version += 1
  }
  if (closed) {
    await changeStatus(trx, district, { id: forum.id, version }, { status: 'active', since: today, reason: '' })
    version += 1
  }
  return { id: forum.id, version, before, closed }
}

const acceptForum = async (
  work: Work,
  acceptance: Acceptance,
  at: { id: string; version: number },
  categoryId: string,
): Promise<Accepted> => {
  const { trx, district } = work
  const [forum] = await lockFora(trx, district, [at.id])
  if (forum?.version !== at.version) throw new Conflict()
  const before = formFieldsOf(forum)
  const after = { ...before, ...fieldsOfEntry(acceptance.fields), name: acceptance.fields.name, categoryId }
  const changed = await rewriteForum(work, forum, after)
  if (after.interfaces !== before.interfaces)
    await renewInterfaces(trx, district, { forumId: forum.id, words: after.interfaces })
  await place(trx, district, 'fora.forum', forum.id, acceptance.position)
  await logForum(work, forum.id, before, after)
  const seats = await seatParticipants(work, forum.id, after.name, acceptance.seats)
  return { outcome: { fora: [changed], group: null, seats }, forumId: forum.id, groupId: null }
}

/** A field of one of a group's fora follows the group as long as nobody gave it words of its own. */
const following = (forum: StoredForum, before: GroupFields, after: GroupFields): ForumFields => {
  const fields = formFieldsOf(forum)
  for (const field of annexFields) if (fields[field] === before[field]) fields[field] = after[field]
  return fields.categoryId === before.categoryId ? { ...fields, categoryId: after.categoryId } : fields
}

const acceptGroup = async (
  work: Work,
  acceptance: Acceptance,
  at: { id: string; version: number },
  categoryId: string,
): Promise<Accepted> => {
  const { trx, district } = work
  const group = await lockGroup(trx, district, at.id)
  if (group?.version !== at.version) throw new Conflict()
  const { id, version, ...before } = group
  const after: GroupFields = { ...fieldsOfEntry(acceptance.fields), name: acceptance.fields.name, categoryId }
  const differs = changedFields({ ...before }, { ...after }).length > 0
  if (differs && !(await changeGroup(trx, district, { id, version }, after))) throw new Conflict()
  if (after.interfaces !== before.interfaces)
    await renewInterfaces(trx, district, { groupId: id, words: after.interfaces })
  await place(trx, district, 'fora.forum_group', id, acceptance.position)
  await logGroup(work, id, before, after)
  const fora: Outcome['fora'] = []
  for (const forum of await lockFora(trx, district, await listMembers(trx, district, id))) {
    const changed = await rewriteForum(work, forum, following(forum, before, after))
    if (changed.version === forum.version) continue
    await logForum(work, forum.id, formFieldsOf(forum), following(forum, before, after))
    fora.push(changed)
  }
  const outcome = { fora, group: { id, version: differs ? version + 1 : version, before }, seats: [] }
  return { outcome, forumId: null, groupId: id }
}

/**
 * Puts one accepted entry into the register: the forum or fora, the category when it is missing, statements of interfaces and
 * chosen seats, each in the log. Throws Conflict when the forum it was compared with has changed since.
 */
export async function accept(work: Work, acceptance: Acceptance): Promise<Accepted> {
  const { target } = acceptance
  const categoryId = await categoryOf(work, acceptance.fields.category)
  switch (target.kind) {
    case 'new':
      return acceptNew(work, acceptance, categoryId)
    case 'each':
      return acceptEach(work, acceptance, target, categoryId)
    case 'forum':
      return acceptForum(work, acceptance, target, categoryId)
    case 'group':
      return acceptGroup(work, acceptance, target, categoryId)
  }
}
