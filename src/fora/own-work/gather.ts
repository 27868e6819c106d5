import type { Trx } from '../../db/db.ts'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { listPlacesOfPerson, type PersonPlace } from '../directory/places-store.ts'
import { periodOn } from '../directory/rules.ts'
import { readNetwork } from '../interfaces/network-routes.tsx'
import { isUnchecked, nameOf } from '../law/rules.ts'
import { listLaw } from '../law/store.ts'
import { foraPaths } from '../paths.ts'
import { listFora } from '../register/list-store.ts'
import { type ForumRow, views } from '../register/rules.ts'
import { listOpenSeats, type OpenSeat } from '../seats/vacancy-store.ts'
import { freshnessOf, isStale, type Reviewed, type Task, tasksOf } from './rules.ts'
import { listNextMeetings, listOpenImports, listReviews } from './store.ts'

/** A forum the reader sits in, with the seats they have there. */
export interface OwnForum {
  place: PersonPlace
  row: ForumRow
  next: string | null
}

const findNetworkTasks = async (asked: Asked, trx: Trx) => {
  const { network } = await readNetwork(asked, trx)
  const nameById = new Map(network.bodies.map(({ id, name }) => [id, name]))
  const found = (kind: string, side: 'from' | 'to') =>
    network.connections
      .filter((connection) => connection.kind === kind)
      .map((connection) => nameById.get(connection[side]) ?? '')
  return { oneSided: found('oneSided', 'from'), unmatched: found('unmatched', 'to') }
}

const vacantIn = (seats: readonly OpenSeat[]) => seats.filter(({ vacant }) => vacant).map(({ forumName }) => forumName)
const expiredIn = (seats: readonly OpenSeat[]) =>
  seats.filter(({ expiredOn }) => expiredOn !== null).map(({ forumName }) => forumName)

/** What everyone who keeps the register is asked to do. */
const findAllTasks = async (
  asked: Asked,
  trx: Trx,
  rows: readonly ForumRow[],
  reviews: readonly Reviewed[],
): Promise<Task[]> => {
  const { district, today } = asked
  const seats = await listOpenSeats(trx, district.id, today)
  const law = await listLaw(trx, district.id)
  return tasksOf({
    imports: await listOpenImports(trx, district.id),
    vacant: vacantIn(seats),
    expired: expiredIn(seats),
    meetings: rows.filter(views.meetings).map(({ name }) => name),
    ...(await findNetworkTasks(asked, trx)),
    law: law.filter((reference) => isUnchecked(reference, today)).map(nameOf),
    review: reviews.filter((forum) => isStale(forum, today)).map(({ name }) => name),
  })
}

const municipalitiesOf = (asked: Asked): ReadonlySet<string> =>
  new Set(asked.actor.grants.flatMap(({ municipalityCode }) => municipalityCode ?? []))

/** The fora the reader leads: the others in a forum are not the ones to plan its meetings or fill its seats. */
const ledBy = (asked: Asked): ReadonlySet<string> =>
  new Set(asked.actor.fora.filter(({ lead }) => lead).map(({ forumId }) => forumId))

/** What concerns the fora the reader leads, and for a coordinator those of the municipality. */
const findOwnTasks = async (asked: Asked, trx: Trx, rows: readonly ForumRow[]): Promise<Task[]> => {
  const municipalities = municipalitiesOf(asked)
  const led = ledBy(asked)
  const concerning = rows.filter(
    ({ id, municipalityCode }) => led.has(id) || (municipalityCode !== null && municipalities.has(municipalityCode)),
  )
  const slugs = new Set(concerning.map(({ slug }) => slug))
  const seats = (await listOpenSeats(trx, asked.district.id, asked.today)).filter(
    ({ forumSlug, municipalityCode }) =>
      slugs.has(forumSlug) || (municipalityCode !== null && municipalities.has(municipalityCode)),
  )
  return tasksOf({
    vacant: vacantIn(seats),
    expired: expiredIn(seats),
    meetings: concerning.filter(views.meetings).map(({ name }) => name),
  })
}

const findOwnFora = async (asked: Asked, trx: Trx, rows: readonly ForumRow[]): Promise<OwnForum[]> => {
  const { actor, district, today } = asked
  if (actor.personId === null) return []
  const places = (await listPlacesOfPerson(trx, district.id, actor.personId)).filter(
    (place) => periodOn(today, place) === 'now',
  )
  const next = await listNextMeetings(
    trx,
    district.id,
    places.map(({ forumId }) => forumId),
    today,
  )
  const byForum = new Map(rows.map((row) => [row.id, row]))
  return places
    .flatMap((place) => {
      const row = byForum.get(place.forumId)
      return row === undefined ? [] : [{ place, row, next: next.get(place.forumId) ?? null }]
    })
    .toSorted((a, b) => ((a.next ?? '9') < (b.next ?? '9') ? -1 : (a.next ?? '9') > (b.next ?? '9') ? 1 : 0))
}

/** Everything the reader's own page shows. The statements are the same however large the register is. */
export async function gatherWork(asked: Asked, trx: Trx) {
  const { district, today } = asked
  const found = await listFora(trx, { district: district.id, day: today, words: '', organisationId: null })
  const rows = found.map((row) => ({ ...row, oneSided: 0 }))
  const seesAll = asked.may('overview.see')
  const own = new Set(asked.actor.fora.map(({ forumId }) => forumId))
  const reviews = (await listReviews(trx, district.id)).filter(({ id }) => seesAll || own.has(id))
  const law = seesAll ? await listLaw(trx, district.id) : []
  return {
    tasks: asked.may('forum.edit')
      ? await findAllTasks(asked, trx, rows, reviews)
      : await findOwnTasks(asked, trx, rows),
    ownFora: await findOwnFora(asked, trx, rows),
    fora: rows.length,
    freshness: freshnessOf(reviews, today),
    law: { all: law.length, checked: law.filter((reference) => !isUnchecked(reference, today)).length },
  }
}

/** Where the reader gets on with a task. */
export function taskHref(asked: Asked, { kind }: Task): string {
  const to = (path: string, query: Record<string, string | null> = {}) =>
    withQuery(inDistrict(asked.district, path), query)
  const [only, ...others] = municipalitiesOf(asked)
  const ledOnly = !asked.may('forum.edit') && only === undefined
  // A filter by municipality would hide the fora the reader leads elsewhere.
  const kommune = asked.may('forum.edit') || others.length > 0 || ledBy(asked).size > 0 ? null : (only ?? null)
  const hrefs: Record<Task['kind'], string> = {
    imports: to(foraPaths.imports),
    vacant: to(foraPaths.vacancies, { udvalg: 'vacant', kommune }),
    expired: to(foraPaths.vacancies, { udvalg: 'expired', kommune }),
    meetings: ledOnly ? '#mine-fora' : to(foraPaths.list, { udvalg: 'meetings', kommune }),
    oneSided: to(foraPaths.oneSided, { art: 'oneSided' }),
    unmatched: to(foraPaths.oneSided, { art: 'unmatched' }),
    law: to(foraPaths.legalReferences, { udvalg: 'unchecked' }),
    review: to(foraPaths.review),
  }
  return hrefs[kind]
}
