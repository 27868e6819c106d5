import { sql } from 'kysely'
import type { Language } from '../base/language.ts'
import type { Trx } from '../db/db.ts'
import type { MailSetting } from '../mail/outbox-store.ts'

export const digests = ['none', 'daily', 'weekly'] as const
export type Digest = (typeof digests)[number]

/** How a person wants to be told. */
export interface Preference {
  personId: string
  digest: Digest
  reminders: boolean
  /** The language of their mails. */
  language: Language
  /** Makes the address in a mail open this person's settings, and nothing else. */
  secret: string
  version: number
}

const columns = [
  'preference.person_id as personId',
  'preference.digest',
  'preference.reminders',
  'preference.language',
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
  { digest, reminders, language }: Pick<Preference, 'digest' | 'reminders' | 'language'>,
): Promise<boolean> {
  const done = await trx
    .updateTable('notices.preference')
    .set((eb) => ({ digest, reminders, language, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('person_id', '=', at.personId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Turns one kind of mail off, whatever else the person has chosen meanwhile. Done twice, it happens once. */
export async function turnOff(trx: Trx, district: string, personId: string, setting: MailSetting): Promise<void> {
  await trx
    .updateTable('notices.preference')
    .set((eb) => ({
      ...(setting === 'digest' ? { digest: 'none' as const } : { reminders: false }),
      version: eb('version', '+', 1),
    }))
    .where('district', '=', district)
    .where('person_id', '=', personId)
    .where((eb) => (setting === 'digest' ? eb('digest', '<>', 'none') : eb('reminders', '=', true)))
    .execute()
}

/** The language that each of some persons reads mails in. */
export async function languagesOf(
  trx: Trx,
  personIds: readonly (string | null)[],
): Promise<(personId: string | null) => Language> {
  const ids = [...new Set(personIds.filter((id) => id !== null))]
  const { rows } = await sql<{ personId: string; language: Language }>`
    select person_id as "personId", language from notices.languages_of(${ids}::uuid[])`.execute(trx)
  const chosen = new Map(rows.map(({ personId, language }) => [personId, language]))
  return (personId) => (personId === null ? undefined : chosen.get(personId)) ?? 'da'
}

/** Notes that a person's digest has been made up, with the notices it told of. */
export async function noteDigest(
  trx: Trx,
  district: string,
  personId: string,
  { at, told }: { at: Date; told: readonly string[] },
): Promise<void> {
  await preferenceOf(trx, district, personId)
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
