import { slugOf, sortKey } from '../src/base/danish.ts'
import { changedFields } from '../src/audit/store.ts'
import { parseCadence } from '../src/fora/cadence/rules.ts'
import { matchInterfaces } from '../src/fora/interfaces/rules.ts'
import type { ForumFields } from '../src/fora/register/forum-store.ts'
import { annexFields } from '../src/fora/register/rules.ts'
import { demoCategories } from './categories.ts'
import { demoCompositions, demoGroups } from './councils.ts'
import type { DemoForum, DemoSeat, DemoWords } from './forum.ts'
import { demoLaw } from './law.ts'
import { logAll, type Recording } from './recording.ts'
import { onDay, thursdays, type When } from './when.ts'

const foraSince = '2015-01-01'
const seatsSince = '2020-01-01'

/** What the form of a forum holds, with the names of the tables turned into ids. */
export const fieldsOf = ({ categories, fora, groups }: Recording, forum: DemoForum): ForumFields => ({
  name: forum.name,
  kind: forum.kind ?? 'standing',
  categoryId: categories.of(String(forum.category)),
  level: forum.level,
  municipalityCode: forum.municipality ?? null,
  parentId: forum.parent === undefined ? null : fora.of(forum.parent),
  groupId: forum.group === undefined ? null : groups.of(forum.group),
  openness: forum.openness ?? 'partners',
  personalData: forum.personalData ?? false,
  topic: forum.topic,
  legalBasis: forum.legalBasis,
  purpose: forum.purpose,
  actionPlans: forum.actionPlans,
  interfaces: forum.interfaces,
  participants: forum.participants,
  cadence: forum.cadence,
})

const wordColumns = (words: DemoWords) => ({
  topic: words.topic,
  legal_basis: words.legalBasis,
  purpose: words.purpose,
  action_plans: words.actionPlans,
  interfaces: words.interfaces,
  participants: words.participants,
  cadence: words.cadence,
})

/** The categories, the entries that stand for several fora, the legal references and the rules of composition. */
export async function recordFrame(recording: Recording): Promise<void> {
  const { trx, district, today, categories, groups, law } = recording
  const numbered = demoCategories.map((name, index) => ({ name, number: index + 1 }))
  await trx
    .insertInto('fora.category')
    .values(numbered.map(({ name, number }) => ({ district, id: categories.add(String(number)), number, name })))
    .execute()
  await trx
    .insertInto('fora.forum_group')
    .values(
      demoGroups.map((group, position) => ({
        district,
        id: groups.add(group.name),
        category_id: categories.of(String(group.category)),
        position: position + 1,
        name: group.name,
        sort_name: sortKey(group.name),
        ...wordColumns(group),
      })),
    )
    .execute()
  await trx
    .insertInto('fora.legal_reference')
    .values(
      [...demoLaw].map(([key, reference]) => ({
        district,
        id: law.add(key),
        act: reference.act,
        paragraph: reference.paragraph,
        subject: reference.subject,
        source: reference.source,
        valid_from: onDay(reference.validFrom, today),
        checked_on: reference.checked === null ? null : onDay(reference.checked, today),
      })),
    )
    .execute()
}

const ownerOf = ({ offices, organisations, people }: Recording, { owner, name }: DemoSeat) => ({
  office_id: owner === 'office' ? offices.of(name) : null,
  organisation_id: owner === 'organisation' ? organisations.of(name) : null,
  person_id: owner === 'person' ? people.of(name) : null,
})

/** Seats as they stood when the forum was recorded; those that ended since have no end yet. */
const seatRows = (recording: Recording, forum: DemoForum) =>
  forum.seats.map((seat) => ({
    district: recording.district,
    forum_id: recording.fora.of(forum.name),
    ...ownerOf(recording, seat),
    role: seat.role,
    party: seat.party ?? null,
    appointed_by: seat.appointedBy ?? '',
    term_ends: seat.ends === undefined ? null : onDay(seat.ends, recording.today),
    valid_from: onDay(seat.since ?? seatsSince, recording.today),
  }))

const meetingRows = ({ district, today, fora }: Recording, forum: DemoForum) => {
  // The others have meetings of their own in the program, which keep the days.
  return (forum.meets === 'weekly' ? thursdays(today) : []).map((on) => ({
    district,
    forum_id: fora.of(forum.name),
    on_day: on,
  }))
}

/** Fora with their seats, weekly meeting days and legal references. `position` is the first one's place in its category. */
export async function recordFora(
  recording: Recording,
  fora: readonly DemoForum[],
  since: When = foraSince,
  position = 1,
): Promise<void> {
  const { trx, district, today } = recording
  for (const { name } of fora) recording.fora.add(name)
  const rows = fora.map((forum, index) => {
    const fields = fieldsOf(recording, forum)
    const { min, max } = parseCadence(forum.cadence)
    return {
      district,
      id: recording.fora.of(forum.name),
      slug: slugOf(forum.name),
      name: forum.name,
      sort_name: sortKey(forum.name),
      kind: fields.kind,
      category_id: fields.categoryId,
      position: position + index,
      group_id: fields.groupId,
      parent_id: fields.parentId,
      level: fields.level,
      municipality_code: fields.municipalityCode,
      ...wordColumns(forum),
      cadence_min: min,
      cadence_max: max,
      openness: fields.openness,
      personal_data: fields.personalData,
      status_since: onDay(since, today),
    }
  })
  await trx.insertInto('fora.forum').values(rows).execute()
  const links = fora.flatMap(({ name, law = [] }) =>
    law.map((key) => ({ district, forum_id: recording.fora.of(name), legal_reference_id: recording.law.of(key) })),
  )
  const seats = fora.flatMap((forum) => seatRows(recording, forum))
  const meetings = fora.flatMap((forum) => meetingRows(recording, forum))
  if (links.length > 0) await trx.insertInto('fora.forum_legal_reference').values(links).execute()
  await trx.insertInto('fora.seat').values(seats).execute()
  if (meetings.length > 0) await trx.insertInto('fora.meeting_day').values(meetings).execute()
  await logAll(
    recording,
    fora.map((forum) => ({
      action: 'forum.created',
      subjectKind: 'forum',
      subjectId: recording.fora.of(forum.name),
      subjectName: forum.name,
      changes: changedFields(null, Object.fromEntries(annexFields.map((field) => [field, forum[field]]))),
    })),
  )
}

/** What fora and groups name as interfaces, matched by name as if somebody had written it in the form. */
export async function recordInterfaces(recording: Recording, fora: readonly DemoForum[]): Promise<void> {
  const { trx, district, groups } = recording
  const known = [
    ...[...groups.all].map(([name, id]) => ({ name, id, group: true })),
    ...[...recording.fora.all].map(([name, id]) => ({ name, id, group: false })),
  ]
  const isGroup = new Set(groups.all.values())
  // The group speaks for its fora.
  const speaking = fora.filter(({ group }) => group === undefined)
  const sources = [
    ...demoGroups.map((group) => ({ self: groups.of(group.name), words: group.interfaces })),
    ...speaking.map((forum) => ({ self: recording.fora.of(forum.name), words: forum.interfaces })),
  ]
  const rows = sources.flatMap(({ self, words }) =>
    matchInterfaces(words, known, self).map((match) => ({
      district,
      forum_id: isGroup.has(self) ? null : self,
      group_id: isGroup.has(self) ? self : null,
      words: match.words,
      target_forum_id: match.targetId !== null && !isGroup.has(match.targetId) ? match.targetId : null,
      target_group_id: match.targetId !== null && isGroup.has(match.targetId) ? match.targetId : null,
      confidence: match.confidence,
    })),
  )
  await trx.insertInto('fora.interface').values(rows).execute()
}

/** How local councils are to be put together. */
export async function recordCompositions({ trx, district, fora }: Recording): Promise<void> {
  await trx
    .insertInto('fora.composition')
    .values(
      demoCompositions.map(({ forum, kind, chairParty, termMonths, quotas, source }) => ({
        district,
        forum_id: forum === null ? null : fora.of(forum),
        kind,
        chair_party: chairParty,
        term_months: termMonths,
        quotas: JSON.stringify(quotas),
        source,
      })),
    )
    .execute()
}
