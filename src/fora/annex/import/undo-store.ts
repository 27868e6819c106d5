import { sql } from 'kysely'
import type { Trx } from '../../../db/db.ts'
import { day } from '../../../base/time.ts'
import { parseCadence } from '../../cadence/rules.ts'
import { renewInterfaces } from '../../interfaces/renew.ts'
import { changeForum, changeStatus } from '../../register/forum-store.ts'
import { changeGroup, lockFora, lockGroup } from './bodies-store.ts'
import type { Outcome } from './stored.ts'

/** Somebody has built on a new forum: seats, meeting days, fora under it, legal references or a composition of its own. */
const isBuiltOn = async (trx: Trx, district: string, fora: readonly string[], seats: readonly string[]) => {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from fora.seat as seat where seat.district = ${district} and seat.forum_id = any (${fora})
        and seat.id <> all (${seats}))
      or exists (select from fora.forum as child where child.district = ${district} and child.parent_id = any (${fora}))
      or exists (select from fora.meeting_day as meeting where meeting.district = ${district} and meeting.forum_id = any (${fora}))
      or exists (select from fora.forum_legal_reference as law where law.district = ${district} and law.forum_id = any (${fora}))
      or exists (select from fora.composition as own where own.district = ${district} and own.forum_id = any (${fora})) as found`.execute(
    trx,
  )
  return rows[0]?.found ?? false
}

const isAsLeft = async (trx: Trx, district: string, outcome: Outcome): Promise<boolean> => {
  const versions = new Map(
    (
      await lockFora(
        trx,
        district,
        outcome.fora.map(({ id }) => id),
      )
    ).map((f) => [f.id, f.version]),
  )
  if (outcome.fora.some(({ id, version }) => versions.get(id) !== version)) return false
  if (outcome.group !== null) {
    const group = await lockGroup(trx, district, outcome.group.id)
    if (group?.version !== outcome.group.version) return false
  }
  const made = outcome.fora.filter(({ before }) => before === null).map(({ id }) => id)
  return !(await isBuiltOn(trx, district, made, outcome.seats))
}

const restore = async (trx: Trx, district: string, { id, version, before, closed }: Outcome['fora'][number]) => {
  if (before === null) return
  await changeForum(trx, district, { id, version }, before, parseCadence(before.cadence))
  if (closed)
    await changeStatus(
      trx,
      district,
      { id, version: version + 1 },
      { status: 'closed', since: day(closed.since), reason: closed.reason },
    )
}

/**
 * Takes an acceptance back: what was made is removed, what was changed says again what it said. False, and nothing done, when
 * somebody has changed or built on it since. Offices and organisations stay; others may use them by now.
 */
export async function undoAcceptance(trx: Trx, district: string, outcome: Outcome): Promise<boolean> {
  if (!(await isAsLeft(trx, district, outcome))) return false
  const made = outcome.fora.filter(({ before }) => before === null).map(({ id }) => id)
  if (outcome.seats.length > 0)
    await trx.deleteFrom('fora.seat').where('district', '=', district).where('id', 'in', outcome.seats).execute()
  if (made.length > 0)
    await trx.deleteFrom('fora.forum').where('district', '=', district).where('id', 'in', made).execute()
  for (const forum of outcome.fora) await restore(trx, district, forum)
  const { group } = outcome
  if (group !== null && group.before === null)
    await trx.deleteFrom('fora.forum_group').where('district', '=', district).where('id', '=', group.id).execute()
  if (group !== null && group.before !== null) {
    await changeGroup(trx, district, group, group.before)
    await renewInterfaces(trx, district, { groupId: group.id, words: group.before.interfaces })
  } else if (group === null)
    for (const { id, before } of outcome.fora)
      if (before !== null) await renewInterfaces(trx, district, { forumId: id, words: before.interfaces })
  return true
}
