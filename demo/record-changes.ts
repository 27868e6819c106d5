import type { CalendarDay } from '../src/base/time.ts'
import { addDays } from '../src/base/time.ts'
import { changedFields, type LogEvent } from '../src/audit/store.ts'
import type { Identity } from '../src/db/tx.ts'
import { parseCadence } from '../src/fora/cadence/rules.ts'
import { renewInterfaces } from '../src/fora/interfaces/renew.ts'
import { changeForum, changeStatus } from '../src/fora/register/forum-store.ts'
import { logHolder } from '../src/fora/seats/holder-log.ts'
import { changeHolder, listSeatsOfOffice } from '../src/fora/seats/holder-store.ts'
import { demoAdditions, demoPauses, demoReviews, demoRewordings } from './edits.ts'
import { demoFora } from './fora.ts'
import type { DemoForum } from './forum.ts'
import { demoOffices } from './offices.ts'
import { fieldsOf, recordFora } from './record-fora.ts'
import { laterChange } from './record-people.ts'
import { logAll, onMorningOf, type Recording } from './recording.ts'
import { begun, onDay } from './when.ts'

/** One thing that happened to the register after it was begun. */
interface Change {
  on: CalendarDay
  make: (log: (event: LogEvent) => Promise<void>) => Promise<void>
}

const forumCalled = (name: string): DemoForum => {
  const found = demoFora.find((forum) => forum.name === name)
  if (found === undefined) throw new Error(`The demonstration has no forum called "${name}"`)
  return found
}

/** Most changes of holder are known a fortnight ahead. */
const recordedOn = (on: CalendarDay, today: CalendarDay): CalendarDay => {
  const early = addDays(on, -14)
  const first = addDays(begun(today), 1)
  return early < first ? first : early
}

const versionOf = async ({ trx, district, fora }: Recording, name: string) =>
  trx
    .selectFrom('fora.forum as forum')
    .select(['forum.id', 'forum.version'])
    .where('forum.district', '=', district)
    .where('forum.id', '=', fora.of(name))
    .executeTakeFirstOrThrow()

const aboutForum = ({ fora }: Recording, name: string) => ({
  subjectKind: 'forum',
  subjectId: fora.of(name),
  subjectName: name,
})

const holderChanges = (recording: Recording): Change[] =>
  demoOffices.flatMap((office) => {
    const change = laterChange(office, recording.today)
    if (change === null) return []
    const { trx, district } = recording
    const id = recording.offices.of(office.title)
    return {
      on: recordedOn(change.on, recording.today),
      make: async (log) => {
        const personId = change.to === null ? null : recording.people.of(change.to)
        await changeHolder(trx, district, { id, version: 1 }, { personId, from: change.on })
        await logHolder(log, {
          action: change.to === null ? 'office.vacated' : 'office.holderChanged',
          office: { id, title: office.title },
          seats: await listSeatsOfOffice(trx, district, id, change.on),
          before: office.former ?? null,
          after: change.to,
          from: change.on,
        })
      },
    }
  })

const rewordings = (recording: Recording): Change[] =>
  demoRewordings.map(({ forum: name, on, earlier }) => ({
    on: onDay(on, recording.today),
    make: async (log) => {
      const { trx, district } = recording
      const forum = forumCalled(name)
      const fields = fieldsOf(recording, forum)
      await changeForum(trx, district, await versionOf(recording, name), fields, parseCadence(forum.cadence))
      const now = Object.fromEntries(
        Object.keys(earlier).map((field) => [field, new Map(Object.entries(fields)).get(field)]),
      )
      await log({ action: 'forum.changed', ...aboutForum(recording, name), changes: changedFields(earlier, now) })
    },
  }))

const additions = (recording: Recording): Change[] =>
  demoAdditions.map(({ forum: name, on }, index) => ({
    on: onDay(on, recording.today),
    make: async () => {
      const forum = forumCalled(name)
      await recordFora(recording, [forum], on, demoFora.length + index)
      await renewInterfaces(recording.trx, recording.district, {
        forumId: recording.fora.of(name),
        words: forum.interfaces,
      })
    },
  }))

const pauses = (recording: Recording): Change[] =>
  demoPauses.map(({ forum, on, reason }) => ({
    on: onDay(on, recording.today),
    make: async (log) => {
      const { trx, district, today } = recording
      const change = { status: 'paused' as const, since: onDay(on, today), reason }
      await changeStatus(trx, district, await versionOf(recording, forum), change)
      await log({
        action: 'forum.status',
        ...aboutForum(recording, forum),
        changes: changedFields({ status: 'active' }, { ...change }),
      })
    },
  }))

const reviews = (recording: Recording): Change[] =>
  demoReviews.map(({ forum, on }) => ({
    on: onDay(on, recording.today),
    make: async (log) => {
      const { trx, district, today } = recording
      const change = { reviewedOn: onDay(on, today) }
      await changeStatus(trx, district, await versionOf(recording, forum), change)
      await log({ action: 'forum.reviewed', ...aboutForum(recording, forum), changes: changedFields(null, change) })
    },
  }))

const endedSeats = (recording: Recording): Change[] =>
  demoFora.flatMap((forum) =>
    forum.seats.flatMap(({ name, owner, until }) => {
      if (until === undefined || owner !== 'organisation') return []
      const { trx, district, today, organisations, fora } = recording
      const on = onDay(until, today)
      return {
        on,
        make: async (log) => {
          await trx
            .updateTable('fora.seat')
            .set((eb) => ({ valid_to: on, version: eb('version', '+', 1) }))
            .where('district', '=', district)
            .where('forum_id', '=', fora.of(forum.name))
            .where('organisation_id', '=', organisations.of(name))
            .execute()
          await log({
            action: 'seat.ended',
            ...aboutForum(recording, forum.name),
            changes: [{ field: 'seat', before: name, after: name }, ...changedFields(null, { validTo: on })],
          })
        },
      }
    }),
  )

/** Everything that happened after the register was begun, in the order it happened. */
export async function recordChanges(recording: Recording, by: Identity): Promise<void> {
  const changes = [
    ...additions(recording),
    ...holderChanges(recording),
    ...rewordings(recording),
    ...endedSeats(recording),
    ...pauses(recording),
    ...reviews(recording),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const { on, make } of changes) {
    await onMorningOf(recording, on, by)
    await make((event) => logAll(recording, [event]))
  }
}
