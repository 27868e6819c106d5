import { addDays, type CalendarDay, daysBetween } from '../../base/time.ts'
import type { Trx } from '../../db/db.ts'
import { type ForumName, listForumNames } from '../../fora/register/forum-store.ts'
import { listMunicipalities, type Municipality } from '../../people/store.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { type Choice, oneself } from './choice.ts'
import { type Deadline, deadlinesOf, type Due, type Minds } from './events.ts'
import {
  findPersonName,
  listForaOfPerson,
  listMeetingsDue,
  listPersonsSeated,
  listTasksDue,
  readUsual,
  type Whose,
} from './events-store.ts'

/** What the filter can be set to, and what it stands at. */
export interface FilterChoices {
  fora: readonly ForumName[]
  municipalities: readonly Municipality[]
  /** Those whose meetings can be chosen; nobody for readers who may not see persons. */
  persons: readonly { id: string; name: string }[]
  /** The name of the person chosen, when that is not the reader. */
  person: string | null
}

/** What happens between two days, as far as the reader may see it. */
export interface Events extends FilterChoices {
  /** By day and time. */
  meetings: readonly Meeting[]
  /** By day. */
  deadlines: readonly Deadline[]
}

/** A forum or person that cannot be found stands for nothing, not for everything. */
const nobody = '00000000-0000-0000-0000-000000000000'

async function findWhose(asked: Asked, trx: Trx, choice: Choice, fora: readonly ForumName[]): Promise<Whose> {
  const id = choice.person === oneself ? asked.actor.personId : choice.person
  return {
    municipality: choice.municipality,
    forumId: choice.forum === null ? null : (fora.find(({ slug }) => slug === choice.forum)?.id ?? nobody),
    person: id === null ? null : { id, fora: await listForaOfPerson(trx, asked.district.id, id, asked.today) },
  }
}

const mindsOf =
  (asked: Asked): Minds =>
  ({ forumId, municipalityCode }: Due) => ({
    propose: asked.may('meetings.propose', { forumId, municipalityCode }),
    summon: asked.may('meetings.run', { forumId }),
    approve: asked.may('meetings.takePart', { forumId }) || asked.may('meetings.run', { forumId }),
  })

/** Of everything a district does, the deadlines of a whole year would hide its meetings: these days ahead are enough. */
const soon = 31

interface Span {
  from: CalendarDay
  to: CalendarDay
}

/**
 * Meetings and deadlines between two days, both counted. Where no forum or person is chosen, deadlines that are over are left
 * out, and in a span longer than two months those that are far ahead. The statements do not grow with what there is.
 */
export async function findEvents(asked: Asked, trx: Trx, choice: Choice, { from, to }: Span): Promise<Events> {
  const district = asked.district.id
  const fora = await listForumNames(trx, district)
  const whose = await findWhose(asked, trx, choice, fora)
  const due = await listMeetingsDue(trx, district, from, to, whose)
  const usual = await readUsual(trx, district)
  const isWithin = (day: CalendarDay) => from <= day && day <= to
  const isKnown = asked.actor.accountId !== null
  const deadlines = [
    ...deadlinesOf(
      due,
      ({ forumId, forumKind }) => usual({ id: forumId, kind: forumKind }).noticeDays,
      mindsOf(asked),
      asked.today,
    ),
    ...(isKnown ? await listTasksDue(trx, district, from, to, whose) : []),
  ]
  const isNarrow = choice.forum !== null || choice.person !== null
  const last = daysBetween(from, to) > 62 ? addDays(asked.today, soon) : to
  const other = choice.person !== null && choice.person !== oneself ? choice.person : null
  return {
    fora,
    municipalities: await listMunicipalities(trx, district, asked.today),
    persons: asked.may('persons.see') ? await listPersonsSeated(trx, district, asked.today) : [],
    person: other === null ? null : ((await findPersonName(trx, district, other)) ?? null),
    meetings: due.filter(({ onDay }) => isWithin(onDay)),
    deadlines: (isKnown ? deadlines : [])
      .filter(({ day, done }) => isWithin(day) && (isNarrow || (!done && day <= last)))
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  }
}
