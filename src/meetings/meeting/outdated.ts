import { listLastEntries, type LoggedChange } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import { changesBetween } from '../changed-meanwhile.tsx'
import { meetingChanges } from '../changes.ts'
import { meetingInCharge } from '../find.ts'
import type { Meeting } from './meeting-store.ts'

/** The meeting in the address as it stands now, with what was done to it after the version that the reader saw. */
export async function findOutdated(
  asked: Asked,
  trx: Trx,
  seen: number,
): Promise<{ meeting: Meeting; changes: LoggedChange[] }> {
  const meeting = await meetingInCharge(asked, trx)
  const of = { kind: 'meeting', id: meeting.id, actions: meetingChanges }
  return { meeting, changes: await listLastEntries(trx, asked.district.id, of, changesBetween(seen, meeting.version)) }
}
