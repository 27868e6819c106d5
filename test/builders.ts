import { slugOf, sortKey } from '../src/base/danish.ts'
import { asOwner } from './db.ts'

const idOf = async (statement: string, values: unknown[]): Promise<string> => {
  const [row] = await asOwner(`${statement} returning id`, values)
  return String(row?.['id'])
}

/** A category of the annex. */
export const aCategory = (number = 1, name = 'Kontakt med lokalsamfundet', district = 'mvsj') =>
  idOf(`insert into fora.category (district, number, name, recorded_from) values ($1, $2, $3, '2020-01-01')`, [
    district,
    number,
    name,
  ])

interface ForumPart {
  district?: string
  categoryId: string
  name: string
  openness?: 'closed' | 'partners' | 'public'
  cadence?: string
  level?: 'strategic' | 'tactical' | 'operational' | null
  municipality?: string | null
  participants?: string
  purpose?: string
  groupId?: string | null
  status?: 'active' | 'paused' | 'closed'
}

/** A forum; its slug follows its name. */
export const aForum = ({
  district = 'mvsj',
  categoryId,
  name,
  openness = 'partners',
  cadence = 'Mindst 4',
  ...rest
}: ForumPart) =>
  idOf(
    `insert into fora.forum (district, slug, name, sort_name, category_id, openness, cadence, cadence_min, level, municipality_code, participants, purpose, group_id, status, status_reason, status_since, recorded_from)
     values ($1, $2, $3, $4, $5, $6, $7, 4, $8, $9, $10, $11, $12, $13, $14, '2020-01-01', '2020-01-01')`,
    [
      district,
      slugOf(name),
      name,
      sortKey(name),
      categoryId,
      openness,
      cadence,
      rest.level ?? null,
      rest.municipality ?? null,
      rest.participants ?? '',
      rest.purpose ?? '',
      rest.groupId ?? null,
      rest.status ?? 'active',
      rest.status === undefined || rest.status === 'active' ? '' : 'Test',
    ],
  )

export const anOrganisation = (name: string, kind = 'municipality', district = 'mvsj') =>
  idOf(
    `insert into people.organisation (district, name, sort_name, kind, valid_from, recorded_from) values ($1, $2, $3, $4, '2020-01-01', '2020-01-01')`,
    [district, name, sortKey(name), kind],
  )

export const anOffice = (title: string, organisationId: string | null = null, district = 'mvsj') =>
  idOf(
    `insert into people.office (district, title, sort_title, organisation_id, valid_from, recorded_from) values ($1, $2, $3, $4, '2020-01-01', '2020-01-01')`,
    [district, title, sortKey(title), organisationId],
  )

export const aPerson = (name: string, account: string | null = null, district = 'mvsj') =>
  idOf(
    `insert into people.person (district, name, sort_name, account_id, recorded_from) values ($1, $2, $3, $4, '2020-01-01')`,
    [district, name, sortKey(name), account],
  )

/** A person holds an office from a day on. */
export const aTenure = (
  officeId: string,
  personId: string,
  from = '2020-01-01',
  to: string | null = null,
  district = 'mvsj',
) =>
  idOf(
    `insert into people.tenure (district, office_id, person_id, valid_from, valid_to, recorded_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [district, officeId, personId, from, to],
  )

/** An office's seat in a forum. */
export const aSeat = (forumId: string, officeId: string, role = 'member', district = 'mvsj') =>
  idOf(
    `insert into fora.seat (district, forum_id, office_id, role, valid_from, recorded_from) values ($1, $2, $3, $4, '2020-01-01', '2020-01-01')`,
    [district, forumId, officeId, role],
  )

/** A legal reference of the district; unchecked and without a source unless told otherwise. */
export const aLegalReference = (
  act: string,
  paragraph = '',
  { checkedOn = null as string | null, source = '', district = 'mvsj' } = {},
) =>
  idOf(
    `insert into fora.legal_reference (district, act, paragraph, checked_on, source, recorded_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [district, act, paragraph, checkedOn, source],
  )

/** Ties a legal reference to a forum. */
export const aLawTie = (forumId: string, referenceId: string, district = 'mvsj') =>
  idOf(
    `insert into fora.forum_legal_reference (district, forum_id, legal_reference_id, recorded_from) values ($1, $2, $3, '2020-01-01')`,
    [district, forumId, referenceId],
  )

/** One entry of the annex that stands for several fora. */
export const aGroup = (categoryId: string, name: string, interfaces = '', district = 'mvsj') =>
  idOf(
    `insert into fora.forum_group (district, category_id, name, sort_name, interfaces, recorded_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [district, categoryId, name, sortKey(name), interfaces],
  )

interface InterfacePart {
  from: { forum: string } | { group: string }
  /** Left out where nobody is known by the words. */
  to?: { forum: string } | { group: string }
  words: string
  confidence?: 'sure' | 'check' | 'none' | 'confirmed'
  district?: string
}

/** A statement that one forum or group makes about another. The words of the annex field are set with the forum. */
export const anInterface = ({ from, to, words, confidence = to ? 'sure' : 'none', district = 'mvsj' }: InterfacePart) =>
  idOf(
    `insert into fora.interface (district, forum_id, group_id, target_forum_id, target_group_id, words, confidence, recorded_from)
     values ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
    [
      district,
      'forum' in from ? from.forum : null,
      'group' in from ? from.group : null,
      to && 'forum' in to ? to.forum : null,
      to && 'group' in to ? to.group : null,
      words,
      confidence,
    ],
  )

interface MeetingPart {
  district?: string
  forumId: string
  onDay?: string
  starts?: string
  ends?: string
  kind?: string
  state?: 'draft' | 'summoned' | 'held' | 'circulated' | 'approved' | 'published' | 'cancelled'
  openness?: 'closed' | 'partners' | 'public'
  publishedTo?: 'partners' | 'public' | null
  title?: string
}

/** A meeting, summoned and closed unless told otherwise. */
export const aMeeting = ({ district = 'mvsj', forumId, onDay = '2026-04-16', ...rest }: MeetingPart) =>
  idOf(
    `insert into meetings.meeting (district, forum_id, kind, title, on_day, starts, ends, place, state, openness, published_to, cancel_reason,
       municipality_code, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, 'Politigården', $8, $9, $10, $11,
       (select f.municipality_code from fora.forum f where f.district = $1 and f.id = $2), 'test')`,
    [
      district,
      forumId,
      rest.kind ?? 'ordinary',
      rest.title ?? '',
      onDay,
      rest.starts ?? '10:00',
      rest.ends ?? '12:30',
      rest.state ?? 'summoned',
      rest.openness ?? 'closed',
      rest.publishedTo ?? null,
      rest.state === 'cancelled' ? 'Test' : '',
    ],
  )

interface ItemPart {
  district?: string
  forumId: string
  meetingId: string | null
  position?: number
  title: string
  kind?: string
  minutes?: number
  openness?: 'closed' | 'open'
  presenter?: string
}

/** An agenda item, closed as every item is until it is opened; in the backlog without a meeting. */
export const anItem = ({ district = 'mvsj', forumId, meetingId, position = 1, title, ...rest }: ItemPart) =>
  idOf(
    `insert into meetings.item (district, forum_id, meeting_id, position, title, kind, minutes, openness, presenter)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      district,
      forumId,
      meetingId,
      position,
      title,
      rest.kind ?? 'discussion',
      rest.minutes ?? 10,
      rest.openness ?? 'closed',
      rest.presenter ?? '',
    ],
  )

/** What was decided on an item. The meeting must not be locked yet. */
export const anOutcome = (itemId: string, decision: string, kind = 'decided', district = 'mvsj') =>
  asOwner(
    `insert into meetings.outcome (district, item_id, forum_id, meeting_id, kind, decision, decided_on, changed_by)
     select i.district, i.id, i.forum_id, i.meeting_id, $3, $4, m.on_day, 'test' from meetings.item i
     join meetings.meeting m on m.district = i.district and m.id = i.meeting_id where i.district = $1 and i.id = $2`,
    [district, itemId, kind, decision],
  )

/** Keeps a person out of an item. */
export const anExclusion = (itemId: string, personId: string, district = 'mvsj') =>
  asOwner(
    `insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by)
     select i.district, i.id, i.forum_id, $3, 'Test', 'test' from meetings.item i where i.district = $1 and i.id = $2`,
    [district, itemId, personId],
  )

interface ActionPointPart {
  district?: string
  itemId: string
  title: string
  ownerPersonId?: string
  ownerOfficeId?: string
  dueOn?: string
  state?: 'notBegun' | 'onTrack' | 'atRisk' | 'done' | 'dropped'
}

/** An action point of an item, owned by a person or an office. */
export const anActionPoint = ({ district = 'mvsj', itemId, title, dueOn = '2026-05-01', ...rest }: ActionPointPart) =>
  idOf(
    `insert into meetings.action_point (district, forum_id, meeting_id, item_id, matter_id, title, owner_person_id, owner_office_id, due_on, state, state_since, created_by)
     select i.district, i.forum_id, i.meeting_id, i.id, i.matter_id, $3, $4, $5, $6, $7, '2026-01-01', 'test'
     from meetings.item i where i.district = $1 and i.id = $2`,
    [district, itemId, title, rest.ownerPersonId ?? null, rest.ownerOfficeId ?? null, dueOn, rest.state ?? 'notBegun'],
  )
