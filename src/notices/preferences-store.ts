import type { Trx } from '../db/db.ts'

export const digests = ['none', 'daily', 'weekly'] as const
export type Digest = (typeof digests)[number]

/** How a person wants to be told. */
export interface Preference {
  personId: string
  digest: Digest
  reminders: boolean
  /** Makes the address in a mail open this person's settings, and nothing else. */
  secret: string
  version: number
}

const columns = [
  'preference.person_id as personId',
  'preference.digest',
  'preference.reminders',
  'preference.secret',
  'preference.version',
] as const

/** 256 bits, so that nobody guesses it. */
const newSecret = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')

/** The settings of a person who may never have chosen any. They are made when they are first asked for. */
export async function preferenceOf(trx: Trx, district: string, personId: string): Promise<Preference> {
  const find = () =>
    trx
      .selectFrom('notices.preference as preference')
      .select(columns)
      .where('preference.district', '=', district)
      .where('preference.person_id', '=', personId)
  const found = await find().executeTakeFirst()
  if (found !== undefined) return found
  await trx
    .insertInto('notices.preference')
    .values({ district, person_id: personId, secret: newSecret() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return find().executeTakeFirstOrThrow()
}

/** The settings that a secret opens; undefined when it opens none. */
export const findPreference = (trx: Trx, district: string, secret: string): Promise<Preference | undefined> =>
  trx
    .selectFrom('notices.preference as preference')
    .select(columns)
    .where('preference.district', '=', district)
    .where('preference.secret', '=', secret)
    .executeTakeFirst()

/** False when they were changed elsewhere first. */
export async function changePreference(
  trx: Trx,
  district: string,
  at: Pick<Preference, 'personId' | 'version'>,
  { digest, reminders }: Pick<Preference, 'digest' | 'reminders'>,
): Promise<boolean> {
  const done = await trx
    .updateTable('notices.preference')
    .set((eb) => ({ digest, reminders, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('person_id', '=', at.personId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Notes that a person's digest has been made up, with the notices it told of. */
export async function noteDigest(
  trx: Trx,
  district: string,
  personId: string,
  { at, told }: { at: Date; told: readonly string[] },
): Promise<void> {
  await trx
    .updateTable('notices.preference')
    .set({ digest_at: at })
    .where('district', '=', district)
    .where('person_id', '=', personId)
    .execute()
  if (told.length > 0)
    await trx
      .updateTable('notices.notice')
      .set({ mailed_at: at })
      .where('district', '=', district)
      .where('person_id', '=', personId)
      .where('id', 'in', [...told])
      .execute()
}
