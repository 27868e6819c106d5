import { Hono } from 'hono'
import { sortKey } from '../../base/danish.ts'
import { Conflict, notFound } from '../../base/errors.ts'
import { listed } from '../../base/language.ts'
import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { findForum, type ForumDetail } from '../register/forum-store.ts'
import { compositionOf } from './composition-store.ts'
import { dayFrom, newSeatForm, seatForm, undoForm } from './forms.ts'
import type { ForaParts, Handover } from './handover.ts'
import { personLabel, splitLabel, whoIsMeant } from './holder-rules.ts'
import { addPerson, findPersons, listPersons } from './holder-store.ts'
import { addOffice, findOfficeByTitle, lastChangeOf, listOfficeTitles, listOrganisationNames } from './office-store.ts'
import { type PlacedSeat, seatProblem, type SeatOwner } from './rules.ts'
import { SeatPage, SeatsPage, seatValues } from './seat-edit-page.tsx'
import { seatEditTexts } from './seat-edit-texts.ts'
import { addSeat, changeSeat, lockSeats, type SeatFields, type SeatOwnerIds, storedParty } from './seat-store.ts'
import { listAllSeats, type SeatRow } from './store.ts'

type Log = (event: LogEvent) => Promise<void>

const forumOf = async (asked: Asked, trx: Trx): Promise<ForumDetail> =>
  (await findForum(trx, asked.district.id, asked.param('slug'))) ?? notFound()

const seatsOf = (asked: Asked, trx: Trx, forum: ForumDetail) =>
  listAllSeats(trx, asked.district.id, forum.id, asked.today)

const seatIn = (seats: readonly SeatRow[], id: string): SeatRow => seats.find((seat) => seat.id === id) ?? notFound()

/** The rule's reason as a problem of the field where it can be mended. */
const problemOf = (asked: Asked, seat: PlacedSeat, seats: readonly SeatRow[]): Problem | null => {
  const t = seatEditTexts[asked.lang]
  const problem = seatProblem(seat, seats)
  switch (problem?.reason) {
    case undefined:
      return null
    case 'officeTwice':
      return { field: 'navn', text: t.officeTwice }
    case 'personTwice':
      return { field: 'navn', text: t.personTwice }
    case 'secondChair':
      return { field: 'rolle', text: t.secondChair(problem.chair) }
    case 'endsBeforeStart':
      return { field: 'slut', text: t.endsBeforeStart }
  }
}

const logged = (seat: SeatFields, label: string) => ({
  seat: label,
  role: seat.role,
  party: seat.party,
  appointedBy: seat.appointedBy,
  termEnds: seat.termEnds,
  validFrom: seat.validFrom,
  validTo: seat.validTo,
})

const subjectOf = (forum: ForumDetail) => ({ subjectKind: 'forum', subjectId: forum.id, subjectName: forum.name })

const showSeats = async (
  asked: Asked,
  part: { values?: Record<string, unknown>; problems?: readonly Problem[]; refusal?: string },
  status: 200 | 409 | 422,
) => {
  const { district } = asked
  const page = await asked.read(async (trx) => {
    const forum = await forumOf(asked, trx)
    const organisations = await listOrganisationNames(trx, district.id, asked.today)
    return {
      forum,
      seats: await seatsOf(asked, trx, forum),
      composition: await compositionOf(trx, district.id, forum),
      names: [
        ...(await listOfficeTitles(trx, district.id)),
        ...organisations.map(({ name }) => name),
        ...(await listPersons(trx, district.id)).map(personLabel),
      ],
    }
  })
  return asked.page(<SeatsPage asked={asked} {...page} {...part} />, status)
}

const owner = (part: Partial<SeatOwnerIds>): SeatOwnerIds => ({
  officeId: null,
  organisationId: null,
  personId: null,
  ...part,
})

/** Finds what a seat is to belong to; an office or a person that is not known is added. */
async function findOwner(
  asked: Asked,
  trx: Trx,
  log: Log,
  kind: SeatOwner,
  text: string,
): Promise<SeatOwnerIds | Problem> {
  const t = seatEditTexts[asked.lang]
  const district = asked.district.id
  if (kind === 'organisation') {
    const all = await listOrganisationNames(trx, district, asked.today)
    const found = all.find(({ name }) => sortKey(name) === sortKey(text))
    return found === undefined ? { field: 'navn', text: t.unknownOrganisation } : owner({ organisationId: found.id })
  }
  if (kind === 'office') {
    const known = await findOfficeByTitle(trx, district, text)
    if (known !== null) return owner({ officeId: known })
    const fields = { title: text, organisationId: null, municipalityCode: null, validTo: null }
    const added = await addOffice(trx, district, fields, asked.today)
    if (added === null) throw new Conflict()
    const changes = changedFields(null, { title: text })
    await log({ action: 'office.created', subjectKind: 'office', subjectId: added, subjectName: text, changes })
    return owner({ officeId: added })
  }
  const { name, email } = splitLabel(text)
  const meant = whoIsMeant({ name: text, email: '' }, await findPersons(trx, district, name, email))
  if (meant.kind === 'several' || meant.kind === 'emailOfOther') return { field: 'navn', text: t.several(name) }
  if (meant.kind === 'known') return owner({ personId: meant.person.id })
  const added = await addPerson(trx, district, { name, email: email || null })
  if (added === null) throw new Conflict()
  await log({
    action: 'person.created',
    subjectKind: 'person',
    subjectId: added,
    subjectName: name,
    changes: changedFields(null, { name, email: email || null }),
  })
  return owner({ personId: added })
}

/** Undoes what the transaction did so far, with the reason for the user. */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.text)
    this.problem = problem
  }
}

const add = async (asked: Asked): Promise<Response> => {
  const { data, values, problems } = await asked.form(newSeatForm(asked.lang))
  const from = dayFrom(values, 'fra', asked.lang, true)
  const term = dayFrom(values, 'periode', asked.lang, false)
  const dayProblems = [...from.problems, ...term.problems]
  if (data === null || from.day === null || dayProblems.length > 0)
    return showSeats(asked, { values, problems: [...problems, ...dayProblems] }, 422)
  const fields: SeatFields = {
    role: data.rolle,
    party: data.part,
    appointedBy: data.udpeget,
    termEnds: term.day,
    validFrom: from.day,
    validTo: null,
  }
  try {
    const slug = await asked.change(async (trx, log) => {
      const forum = await forumOf(asked, trx)
      await lockSeats(trx, asked.district.id, forum.id)
      const belongs = await findOwner(asked, trx, log, data.art, data.navn)
      if ('field' in belongs) throw new Refused(belongs)
      const placed = { id: null, label: data.navn, ...belongs, ...fields }
      const problem = problemOf(asked, placed, await seatsOf(asked, trx, forum))
      if (problem !== null) throw new Refused(problem)
      await addSeat(trx, asked.district.id, forum.id, belongs, fields)
      const changes = changedFields(null, logged(fields, data.navn))
      await log({ action: 'seat.added', ...subjectOf(forum), changes })
      return forum.slug
    })
    return asked.goTo(foraPaths.seats(slug))
  } catch (error) {
    if (error instanceof Refused) return showSeats(asked, { values, problems: [error.problem] }, 422)
    throw error
  }
}

const findSeat = (asked: Asked) =>
  asked.read(async (trx) => {
    const forum = await forumOf(asked, trx)
    const seat = seatIn(await seatsOf(asked, trx, forum), asked.param('seat'))
    return {
      forum,
      seat,
      party: await storedParty(trx, asked.district.id, seat.id),
      composition: await compositionOf(trx, asked.district.id, forum),
      last: await lastChangeOf(trx, asked.district.id, { kind: 'forum', id: forum.id }),
    }
  })

/** A person who leaves a forum must hand on the open tasks they have there before the seat ends. */
const unhanded = async (
  asked: Asked,
  trx: Trx,
  handover: Handover,
  { forum, seat, seats, ends }: { forum: ForumDetail; seat: SeatRow; seats: readonly SeatRow[]; ends: boolean },
): Promise<Problem | null> => {
  const { personId } = seat
  if (!ends || personId === null) return null
  const stays = seats.some(({ id, holderId, validTo }) => id !== seat.id && holderId === personId && validTo === null)
  const tasks = stays ? [] : await handover.openTasks(trx, asked.district.id, personId, [forum.id])
  if (tasks.length === 0) return null
  const titles = listed(
    tasks.map(({ title }) => `”${title}”`),
    asked.lang,
  )
  return { field: 'slut', text: seatEditTexts[asked.lang].handFirst(seat.label, titles) }
}

const change =
  (handover: Handover) =>
  async (asked: Asked): Promise<Response> => {
    const { data, values, problems } = await asked.form(seatForm(asked.lang))
    const found = await findSeat(asked)
    const { seat, forum } = found
    const from = dayFrom(values, 'fra', asked.lang, true)
    const term = dayFrom(values, 'periode', asked.lang, false)
    const ends = dayFrom(values, 'slut', asked.lang, false)
    const refuse = (refused: readonly Problem[]) =>
      asked.page(<SeatPage asked={asked} {...found} values={values} problems={refused} />, 422)
    const dayProblems = [...from.problems, ...term.problems, ...ends.problems]
    if (data === null || from.day === null || dayProblems.length > 0) return refuse([...problems, ...dayProblems])
    const fields: SeatFields = {
      role: data.rolle,
      party: data.part,
      appointedBy: data.udpeget,
      termEnds: term.day,
      validFrom: from.day,
      validTo: ends.day,
    }
    const done = await asked.change(async (trx, log) => {
      await lockSeats(trx, asked.district.id, forum.id)
      const seats = await seatsOf(asked, trx, forum)
      const problem = problemOf(asked, { ...seat, ...fields }, seats)
      if (problem !== null) return problem.field === 'navn' ? { ...problem, field: 'fra' } : problem
      const ends = fields.validTo !== null && seat.validTo === null
      const left = await unhanded(asked, trx, handover, { forum, seat, seats, ends })
      if (left !== null) return left
      if (!(await changeSeat(trx, asked.district.id, { id: seat.id, version: data.version }, fields))) return 'taken'
      await log({
        action: fields.validTo !== null && seat.validTo === null ? 'seat.ended' : 'seat.changed',
        ...subjectOf(forum),
        changes: [
          { field: 'seat', before: seat.label, after: seat.label },
          ...changedFields(logged({ ...seat, party: found.party }, seat.label), logged(fields, seat.label)),
        ],
      })
      return 'stored'
    })
    if (done === 'stored') return asked.goTo(foraPaths.seats(forum.slug))
    if (done !== 'taken') return refuse([done])
    const now = await findSeat(asked)
    return asked.page(<SeatPage asked={asked} {...now} values={values} takenBy={now.last?.actorName ?? ''} />, 409)
  }

const restore = async (asked: Asked): Promise<Response> => {
  const { data } = await asked.form(undoForm(asked.lang))
  if (data === null) throw new Conflict()
  const refusal = await asked.change(async (trx, log) => {
    const forum = await forumOf(asked, trx)
    await lockSeats(trx, asked.district.id, forum.id)
    const seats = await seatsOf(asked, trx, forum)
    const seat = seatIn(seats, asked.param('seat'))
    const problem = problemOf(asked, { ...seat, validTo: null }, seats)
    if (problem !== null) return problem.text
    if (!(await changeSeat(trx, asked.district.id, { id: seat.id, version: data.version }, { validTo: null })))
      throw new Conflict()
    const changes = changedFields({ validTo: seat.validTo }, { seat: seat.label, validTo: null })
    await log({ action: 'seat.restored', ...subjectOf(forum), changes })
    return null
  })
  return refusal === null ? asked.goTo(foraPaths.seats(asked.param('slug'))) : showSeats(asked, { refusal }, 422)
}

/** Adding, changing, ending and restoring the seats of a forum. */
export const seatRoutes = (parts: ForaParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.seats(':slug'),
      on('seats.edit', (asked) => showSeats(asked, {}, 200)),
    )
    .post(foraPaths.seats(':slug'), on('seats.edit', add))
    .get(
      foraPaths.seat(':slug', ':seat'),
      on('seats.edit', async (asked) => {
        const found = await findSeat(asked)
        return asked.page(<SeatPage asked={asked} {...found} values={seatValues(found.seat, found.party)} />)
      }),
    )
    .post(foraPaths.seat(':slug', ':seat'), on('seats.edit', change(parts.handover)))
    .post(foraPaths.restoreSeat(':slug', ':seat'), on('seats.edit', restore))
}
