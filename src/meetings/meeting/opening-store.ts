import type { Trx } from '../../db/db.ts'
import type { MeetingOpenness } from '../rules.ts'
import type { Consent } from './opening-rules.ts'

/** The consent that a meeting was opened on. */
export interface Opening extends Consent {
  source: string
  recordedBy: string
  recordedAt: Date
}

export const findOpening = async (trx: Trx, district: string, meetingId: string): Promise<Opening | null> =>
  (await trx
    .selectFrom('meetings.opening as opening')
    .select([
      'opening.members',
      'opening.in_favour as inFavour',
      'opening.chair_consents as chairConsents',
      'opening.source',
      'opening.recorded_by as recordedBy',
      'opening.recorded_at as recordedAt',
    ])
    .where('opening.district', '=', district)
    .where('opening.meeting_id', '=', meetingId)
    .executeTakeFirst()) ?? null

/** Opens a meeting on a consent, or closes it again and forgets the consent. False when somebody else changed the meeting first. */
export async function setMeetingOpenness(
  trx: Trx,
  district: string,
  { id, version }: { id: string; version: number },
  to: { openness: MeetingOpenness; consent: Consent & { source: string }; by: string; at: Date },
): Promise<boolean> {
  const done = await trx
    .updateTable('meetings.meeting')
    .set((eb) => ({ openness: to.openness, version: eb('version', '+', 1) }))
    .where('district', '=', district)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) return false
  await trx.deleteFrom('meetings.opening').where('district', '=', district).where('meeting_id', '=', id).execute()
  if (to.openness === 'closed') return true
  await trx
    .insertInto('meetings.opening')
    .values({
      district,
      meeting_id: id,
      members: to.consent.members,
      in_favour: to.consent.inFavour,
      chair_consents: to.consent.chairConsents,
      source: to.consent.source,
      recorded_by: to.by,
      recorded_at: to.at,
    })
    .execute()
  return true
}
