import { sql } from 'kysely'
import { sortKey } from '../../base/danish.ts'
import type { Trx } from '../../db/db.ts'
import type { AnnexField } from './rules.ts'

/** One entry of the annex that stands for several fora. */
export interface Group extends Record<AnnexField, string> {
  id: string
  name: string
  version: number
  fora: number
}

export async function findGroup(trx: Trx, district: string, id: string): Promise<Group | undefined> {
  const { rows } = await sql<Group>`
    select collective.id, collective.name, collective.version, collective.topic, collective.legal_basis as "legalBasis",
      collective.purpose, collective.action_plans as "actionPlans", collective.interfaces, collective.participants, collective.cadence,
      (select count(*) from fora.forum as forum where forum.district = collective.district and forum.group_id = collective.id)::int as fora
    from fora.forum_group as collective where collective.district = ${district} and collective.id = ${id}`.execute(trx)
  return rows[0]
}

/** False when somebody else changed the group first. */
export async function changeGroup(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  { name, ...fields }: Omit<Group, 'id' | 'version' | 'fora'>,
): Promise<boolean> {
  const done = await trx
    .updateTable('fora.forum_group')
    .set((eb) => ({
      name,
      sort_name: sortKey(name),
      topic: fields.topic,
      legal_basis: fields.legalBasis,
      purpose: fields.purpose,
      action_plans: fields.actionPlans,
      interfaces: fields.interfaces,
      participants: fields.participants,
      cadence: fields.cadence,
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
