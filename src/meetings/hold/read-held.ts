import type { Trx } from '../../db/db.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { isHeld } from '../rules.ts'
import { type Attendance, listAttendance } from './attendance-store.ts'
import { takesPart } from './follow.ts'
import { type LiveState, readLive } from './live-store.ts'
import { listStatements, listVotes, type Statement, type Vote } from './outcome-store.ts'
import { isRunning } from './rules.ts'

/** What came of a meeting, and where it stands while it runs, as far as the reader may see it. */
export interface Held {
  attendance: readonly Attendance[]
  statements: readonly Statement[]
  votes: readonly Vote[]
  /** Null for a meeting that does not run, or for one who does not take part. */
  now: LiveState | null
}

export async function readHeld(asked: Asked, trx: Trx, meeting: Meeting): Promise<Held> {
  const district = asked.district.id
  const begun = isHeld(meeting.state) || isRunning(meeting)
  return {
    attendance: begun ? await listAttendance(trx, district, meeting.id) : [],
    statements: begun ? await listStatements(trx, district, meeting.id) : [],
    votes: begun ? await listVotes(trx, district, meeting.id) : [],
    now:
      isRunning(meeting) && (await takesPart(asked, trx, meeting)) ? await readLive(trx, district, meeting.id) : null,
  }
}
