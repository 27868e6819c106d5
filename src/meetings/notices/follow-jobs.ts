import type { Job } from '../../base/job.ts'
import { readAs } from '../../db/tx.ts'
import { programIdentity } from '../../people/actor.ts'
import { digestDistrict } from './digest.ts'
import { listUsedDistricts } from './follow-store.ts'
import { type FollowParts, remindDistrict } from './reminders.ts'
import { isMailTime } from './rules.ts'

const everySeconds = 600

const inEachDistrict = async (
  parts: FollowParts,
  work: (parts: FollowParts, district: string, stopping?: AbortSignal) => Promise<number>,
  stopping?: AbortSignal,
): Promise<number> => {
  if (!isMailTime(parts.clock())) return 0
  const districts = await readAs(parts.db, programIdentity('Opfølgning', '*'), listUsedDistricts)
  let count = 0
  for (const district of districts) count += await work(parts, district, stopping)
  return count
}

/**
 * Reminders of action points and digests of what is new, on the mornings of working days. The key of each mail holds the day, so one
 * that is in the outbox is never put there again, also when the program was killed on the way.
 */
export const followJobs = (parts: FollowParts): Job[] => [
  { name: 'reminders', everySeconds, run: (stopping) => inEachDistrict(parts, remindDistrict, stopping) },
  { name: 'digests', everySeconds, run: (stopping) => inEachDistrict(parts, digestDistrict, stopping) },
]
